//! Benchmarks: every call at its worst. It is the first of an epoch at whose beginning the totals shrank, so that the
//! boundary has to be settled and recorded, and its accounts shrank at earlier boundaries, each at another one. Asset
//! accounts are opened and closed wherever a call can do that, because each of it touches the account's references too.
//! The references of a staker who makes a call for itself are not counted: the extensions of every signed transaction read
//! and write that record. Borrowers are proxies, which make no transactions.

use super::*;
use crate::{
	staking::Withdrawal,
	types::{BorrowerRecord, Role, Shortfall, StoredAllocation, Units, TOTAL_ALLOCATION},
};
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{
		fungible::{Inspect as _, Mutate as _},
		fungibles::{Inspect as _, Mutate as _},
		tokens::{Fortitude::Polite, Precision::Exact, Preservation::Expendable},
		EnsureOrigin, Get, Hooks,
	},
	weights::Weight,
};
use frame_system::RawOrigin;
use tidepool_primitives::{Balance, Epoch, Seconds};

/// What the runtime must be able to do for the benchmarks.
pub trait BenchmarkHelper {
	/// Sets the clock to `now`, in seconds.
	fn set_time(now: Seconds);
}

/// Epoch in which the first account stakes and requests.
const EPOCH: Epoch = 3;
const STAKE: Balance = 1_000_000_000_000;
/// Far above the existential deposit in a second, far below the limit over a distribution.
const RATE: Balance = 100_000_000_000_000_000;

/// Moves to `seconds` after the start of `epoch`.
fn travel<T: Config>(epoch: Epoch, seconds: Seconds) {
	T::BenchmarkHelper::set_time(Clock::<T>::get().parameters.start_of(epoch) + seconds);
}

/// An account that is not the caller.
fn other<T: Config>(name: &'static str) -> T::AccountId {
	account(name, 0, 0)
}

/// Gives `who` exactly `STAKE` units of the stake asset, so that spending them closes its asset account.
fn fund<T: Config>(who: &T::AccountId) {
	T::Assets::mint_into(T::StakeAsset::get(), who, STAKE).expect("the stake asset exists");
}

/// Another account with that much.
fn payer<T: Config>() -> T::AccountId {
	let who = other::<T>("payer");
	fund::<T>(&who);
	who
}

/// Accounts that staked and requested the given part of it, each in an epoch of its own, unsettled since. In the epoch
/// before the present one somebody else did the same, so that the totals shrank at another boundary.
fn stakers<T: Config, const N: usize>(list: [(T::AccountId, Balance); N]) -> [T::AccountId; N] {
	Pool::<T>::mutate(|pool| pool.rewards.per_second = RATE);
	T::RewardsCurrency::mint_into(&T::RewardsTreasury::get(), STAKE * RATE).expect("fits");
	let mut epoch = EPOCH;
	let mut enter = |(who, requested)| {
		fund::<T>(&who);
		travel::<T>(epoch, 1);
		Pallet::<T>::do_stake(&who, &who, STAKE).expect("funded");
		Pallet::<T>::do_request_withdrawal(&who, requested).expect("staked, outside blackout");
		epoch += 1;
		who
	};
	let entered = list.map(&mut enter);
	enter((other::<T>("somebody else"), STAKE));
	travel::<T>(epoch, 1);
	entered
}

/// One of them.
fn staker<T: Config>(who: T::AccountId, requested: Balance) -> T::AccountId {
	let [who] = stakers::<T, 1>([(who, requested)]);
	who
}

/// One that requested half of its stake.
fn leaver<T: Config>(who: T::AccountId) -> T::AccountId {
	staker::<T>(who, STAKE / 2)
}

/// Withdraws what `who` has requested and leaves its active balance unsettled.
fn take_out<T: Config>(who: &T::AccountId) {
	let amount = Pallet::<T>::inactive_balance_current(who.clone());
	Pallet::<T>::do_withdraw_stake(who, who, Withdrawal::Exact(amount)).expect("has matured");
}

/// The running epoch.
fn running<T: Config>() -> Epoch {
	Pallet::<T>::current_epoch().expect("epoch zero has started")
}

/// Leaves `amount` of the stake asset in the pool's account, as if borrowers had the rest.
fn leave_in_pool<T: Config>(amount: Balance) {
	let (asset, pool) = (T::StakeAsset::get(), Pallet::<T>::pool_account());
	let excess = T::Assets::balance(asset.clone(), &pool) - amount;
	T::Assets::burn_from(asset, &pool, excess, Expendable, Exact, Polite).expect("held");
}

/// Records `count` shortfalls, one in each epoch from the present one on, and moves to the epoch after the last. Each
/// takes a thousandth of the inactive balances.
fn shortfalls<T: Config>(count: u32) {
	let first = running::<T>();
	for number in 0..count {
		let index = shortfalls::SHORTFALL_INDEX_BASE / 1_000 * 999;
		Shortfalls::<T>::insert(number, Shortfall { epoch: first + number, index });
	}
	Pool::<T>::mutate(|pool| pool.shortfall_count = count);
	travel::<T>(first + count, 1);
}

/// The same, but the last one takes everything: who has nothing else loses its receipt account with the settlement.
fn ruin<T: Config>(count: u32) {
	shortfalls::<T>(count);
	Shortfalls::<T>::mutate(count - 1, |shortfall| {
		if let Some(shortfall) = shortfall {
			shortfall.index = 0;
		}
	});
}

/// Whether `who` lost everything inactive to `count` shortfalls, and its receipts with it.
fn is_ruined<T: Config>(who: &T::AccountId, debt: Balance) -> bool {
	T::Assets::balance(T::ReceiptAsset::get(), who) == 0 && Stakers::<T>::get(who).debt == debt
}

/// Units that stay the same from before the present epoch on.
fn units_since_before(units: Units) -> StoredAllocation {
	StoredAllocation { epoch: EPOCH, ..StoredAllocation::constant(units) }
}

/// The only borrowers with shares: `count` of them, each with `units` since before the present epoch, that owe `owed` as
/// a loan and as much as debt.
fn borrowers<T: Config>(count: u32, units: Units, owed: Balance) -> Vec<T::AccountId> {
	Borrowers::<T>::translate_values(|record: BorrowerRecord| {
		Some(BorrowerRecord { allocation: Default::default(), ..record })
	});
	let borrowers = (0..count).map(|index| account("borrower", index, 0)).collect::<Vec<_>>();
	let allocation = units_since_before(units);
	let record = BorrowerRecord { allocation, borrowed: owed, debt: owed, restricted: false };
	let mut rest = TOTAL_ALLOCATION;
	for borrower in &borrowers {
		Borrowers::<T>::insert(borrower, record);
		rest -= units;
	}
	UnallocatedUnits::<T>::put(units_since_before(rest));
	Pool::<T>::mutate(|pool| {
		pool.total_borrowed += owed * Balance::from(count);
		pool.total_borrower_debt += owed * Balance::from(count);
	});
	borrowers
}

/// One of them, alone.
fn borrower<T: Config>(units: Units, owed: Balance) -> T::AccountId {
	borrowers::<T>(1, units, owed).remove(0)
}

/// The pool owes `who` debt and can pay exactly that: its last tokens.
fn owe<T: Config>(who: &T::AccountId) -> Balance {
	Stakers::<T>::mutate(who, |record| record.debt += STAKE);
	let owed = Pallet::<T>::staker_debt_balance(who.clone());
	Pool::<T>::mutate(|pool| pool.debt_pot = owed);
	leave_in_pool::<T>(0);
	let (asset, pool) = (T::StakeAsset::get(), Pallet::<T>::pool_account());
	T::Assets::mint_into(asset, &pool, owed).expect("fits");
	owed
}

/// An origin that holds `role`.
fn member<T: Config>(role: Role) -> T::RuntimeOrigin {
	let origin = T::RoleOrigin::try_successful_origin().expect("roles can be held");
	let account = T::RoleOrigin::ensure_origin(origin.clone()).expect("just made");
	RoleMembers::<T>::insert(role, account, ());
	origin
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn stake() {
		let caller = leaver::<T>(whitelisted_caller());
		leave_in_pool::<T>(0);
		fund::<T>(&caller);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), STAKE);
		assert_eq!(Stakers::<T>::get(caller).active.next, STAKE + STAKE / 2);
	}

	#[benchmark]
	fn stake_for() {
		let staker = staker::<T>(other::<T>("staker"), STAKE);
		take_out::<T>(&staker);
		leave_in_pool::<T>(0);
		let payer = payer::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(payer), staker.clone(), STAKE);
		assert_eq!(Stakers::<T>::get(staker).active.next, STAKE);
	}

	#[benchmark]
	fn request_withdrawal(k: Linear<1, { T::MaxShortfallsPerSettlement::get() }>) {
		let caller = staker::<T>(whitelisted_caller(), STAKE);
		ruin::<T>(k);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), 0);
		assert!(is_ruined::<T>(&caller, STAKE));
	}

	#[benchmark]
	fn withdraw_stake(k: Linear<0, { T::MaxShortfallsPerSettlement::get() }>) {
		let caller = staker::<T>(whitelisted_caller(), STAKE);
		let recipient = other::<T>("recipient");
		shortfalls::<T>(k);
		let amount = Pallet::<T>::stake_available_to_withdraw(caller.clone());
		leave_in_pool::<T>(amount);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), recipient, amount);
		assert_eq!(T::Assets::balance(T::ReceiptAsset::get(), &caller), 0);
	}

	#[benchmark]
	fn withdraw_max_stake(k: Linear<0, { T::MaxShortfallsPerSettlement::get() }>) {
		let caller = staker::<T>(whitelisted_caller(), STAKE);
		let recipient = other::<T>("recipient");
		shortfalls::<T>(k);
		leave_in_pool::<T>(Pallet::<T>::stake_available_to_withdraw(caller.clone()));
		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), recipient);
		assert_eq!(T::Assets::balance(T::ReceiptAsset::get(), &caller), 0);
	}

	#[benchmark]
	fn withdraw_debt(k: Linear<1, { T::MaxShortfallsPerSettlement::get() }>) {
		let caller = staker::<T>(whitelisted_caller(), STAKE);
		let recipient = other::<T>("recipient");
		ruin::<T>(k);
		let amount = owe::<T>(&caller);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), recipient.clone(), amount);
		assert_eq!(T::Assets::balance(T::StakeAsset::get(), &recipient), amount);
	}

	#[benchmark]
	fn withdraw_max_debt(k: Linear<1, { T::MaxShortfallsPerSettlement::get() }>) {
		let caller = staker::<T>(whitelisted_caller(), STAKE);
		let recipient = other::<T>("recipient");
		ruin::<T>(k);
		let amount = owe::<T>(&caller);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), recipient.clone());
		assert_eq!(T::Assets::balance(T::StakeAsset::get(), &recipient), amount);
	}

	#[benchmark]
	fn claim_rewards() {
		let caller = leaver::<T>(whitelisted_caller());
		let recipient = other::<T>("recipient");
		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), recipient.clone());
		assert!(T::RewardsCurrency::balance(&recipient) > 0);
	}

	#[benchmark]
	fn transfer() {
		let [caller, recipient] =
			stakers::<T, 2>([(whitelisted_caller(), STAKE / 2), (other::<T>("recipient"), STAKE)]);
		take_out::<T>(&caller);
		take_out::<T>(&recipient);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), recipient.clone(), STAKE / 2);
		assert_eq!(Stakers::<T>::get(recipient).active.next, STAKE / 2);
		assert_eq!(T::Assets::balance(T::ReceiptAsset::get(), &caller), 0);
	}

	#[benchmark]
	fn approve() {
		let caller: T::AccountId = whitelisted_caller();
		let spender = other::<T>("spender");
		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), spender.clone(), STAKE);
		assert_eq!(Allowances::<T>::get(caller, spender), STAKE);
	}

	#[benchmark]
	fn increase_allowance() {
		let caller: T::AccountId = whitelisted_caller();
		let spender = other::<T>("spender");
		Pallet::<T>::do_approve(&caller, &spender, STAKE);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), spender.clone(), STAKE);
		assert_eq!(Allowances::<T>::get(caller, spender), STAKE * 2);
	}

	#[benchmark]
	fn decrease_allowance() {
		let caller: T::AccountId = whitelisted_caller();
		let spender = other::<T>("spender");
		Pallet::<T>::do_approve(&caller, &spender, STAKE);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), spender.clone(), STAKE / 2);
		assert_eq!(Allowances::<T>::get(caller, spender), STAKE / 2);
	}

	#[benchmark]
	fn transfer_from() {
		let [owner, recipient] =
			stakers::<T, 2>([(other::<T>("owner"), STAKE / 2), (other::<T>("recipient"), STAKE)]);
		take_out::<T>(&owner);
		take_out::<T>(&recipient);
		let spender: T::AccountId = whitelisted_caller();
		Pallet::<T>::do_approve(&owner, &spender, STAKE);
		#[extrinsic_call]
		_(RawOrigin::Signed(spender.clone()), owner.clone(), recipient.clone(), STAKE / 2);
		assert_eq!(Stakers::<T>::get(recipient).active.next, STAKE / 2);
		assert_eq!(Allowances::<T>::get(owner, spender), STAKE / 2);
	}

	#[benchmark]
	fn borrow() {
		leaver::<T>(other::<T>("staker"));
		let borrower = borrower::<T>(10_000, 0);
		let amount = Pallet::<T>::borrowable_amount(borrower.clone());
		leave_in_pool::<T>(amount);
		#[extrinsic_call]
		_(RawOrigin::Signed(borrower.clone()), amount);
		assert_eq!(T::Assets::balance(T::StakeAsset::get(), &borrower), amount);
	}

	#[benchmark]
	fn repay_borrow() {
		leaver::<T>(other::<T>("staker"));
		let borrower = borrower::<T>(10_000, STAKE);
		leave_in_pool::<T>(0);
		let payer = payer::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(payer), borrower.clone(), STAKE);
		assert_eq!(Borrowers::<T>::get(borrower).borrowed, 0);
	}

	#[benchmark]
	fn repay_debt() {
		leaver::<T>(other::<T>("staker"));
		let borrower = borrower::<T>(10_000, STAKE);
		leave_in_pool::<T>(0);
		let payer = payer::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(payer), borrower.clone(), STAKE);
		assert_eq!(Borrowers::<T>::get(borrower).debt, 0);
	}

	#[benchmark]
	fn restrict_borrower() {
		leaver::<T>(other::<T>("staker"));
		let borrower = borrower::<T>(1, STAKE);
		let caller: T::AccountId = whitelisted_caller();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), borrower.clone());
		assert!(Borrowers::<T>::get(borrower).restricted);
	}

	#[benchmark]
	fn mark_debt(n: Linear<1, { T::MaxBorrowersPerCall::get() }>) {
		// All of it leaves, so that the whole of every loan is overdue.
		staker::<T>(other::<T>("staker"), STAKE);
		let owed = STAKE / 2 / Balance::from(n);
		let borrowers = borrowers::<T>(n, 1, owed);
		let caller: T::AccountId = whitelisted_caller();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), borrowers.clone().try_into().expect("as many as allowed"));
		assert!(borrowers.iter().all(|borrower| Borrowers::<T>::get(borrower).restricted));
		assert_eq!(Pool::<T>::get().shortfall_count, 1);
	}

	#[benchmark]
	fn set_epoch_parameters() {
		leaver::<T>(other::<T>("staker"));
		let origin = member::<T>(Role::EpochParameters);
		let parameters = Clock::<T>::get().parameters;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, parameters.interval, parameters.offset);
		assert!(EpochIndexes::<T>::contains_key(running::<T>() - 1));
	}

	#[benchmark]
	fn set_blackout_window() {
		travel::<T>(EPOCH, 1);
		let origin = member::<T>(Role::EpochParameters);
		let window = Bounds::<T>::get().min_blackout_window;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, window);
		assert_eq!(Clock::<T>::get().blackout_window, window);
	}

	#[benchmark]
	fn set_rewards_per_second() {
		leaver::<T>(other::<T>("staker"));
		let origin = member::<T>(Role::RewardsRate);
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, RATE / 2);
		assert_eq!(Pool::<T>::get().rewards.per_second, RATE / 2);
	}

	#[benchmark]
	fn set_borrower_allocations(n: Linear<1, { T::MaxBorrowersPerCall::get() }>) {
		travel::<T>(EPOCH + 1, 1);
		let borrowers = borrowers::<T>(n - 1, 10, 0);
		let rest = UnallocatedUnits::<T>::get().next;
		let changes = borrowers.into_iter().map(|borrower| (Some(borrower), 10)).chain([(None, rest)]);
		let changes = changes.collect::<Vec<_>>().try_into().expect("as many as allowed");
		let origin = member::<T>(Role::BorrowerAdmin);
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, changes);
		assert_eq!(UnallocatedUnits::<T>::get().epoch, EPOCH + 1);
	}

	#[benchmark]
	fn set_borrowing_restriction() {
		let borrower = borrower::<T>(1, STAKE);
		let origin = member::<T>(Role::BorrowerAdmin);
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, borrower.clone(), true);
		assert!(Borrowers::<T>::get(borrower).restricted);
	}

	#[benchmark]
	fn request_withdrawal_for(k: Linear<1, { T::MaxShortfallsPerSettlement::get() }>) {
		let staker = staker::<T>(other::<T>("staker"), STAKE);
		ruin::<T>(k);
		let origin = member::<T>(Role::StakeOperator);
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, staker.clone(), 0);
		assert!(is_ruined::<T>(&staker, STAKE));
	}

	#[benchmark]
	fn withdraw_stake_for(k: Linear<0, { T::MaxShortfallsPerSettlement::get() }>) {
		let staker = staker::<T>(other::<T>("staker"), STAKE);
		let recipient = other::<T>("recipient");
		shortfalls::<T>(k);
		let amount = Pallet::<T>::stake_available_to_withdraw(staker.clone());
		leave_in_pool::<T>(amount);
		let origin = member::<T>(Role::StakeOperator);
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, staker.clone(), recipient, amount);
		assert_eq!(T::Assets::balance(T::ReceiptAsset::get(), &staker), 0);
	}

	#[benchmark]
	fn claim_rewards_for() {
		let staker = leaver::<T>(other::<T>("staker"));
		let recipient = other::<T>("recipient");
		let origin = member::<T>(Role::ClaimOperator);
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, staker, recipient.clone());
		assert!(T::RewardsCurrency::balance(&recipient) > 0);
	}

	#[benchmark]
	fn decrease_staker_debt(k: Linear<1, { T::MaxShortfallsPerSettlement::get() }>) {
		let staker = staker::<T>(other::<T>("staker"), STAKE);
		ruin::<T>(k);
		let origin = member::<T>(Role::DebtOperator);
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, staker.clone(), STAKE / 2);
		assert!(is_ruined::<T>(&staker, STAKE / 2));
		assert_eq!(WriteOffTotals::<T>::get().staker_debt, STAKE / 2);
	}

	#[benchmark]
	fn decrease_borrower_debt() {
		let borrower = borrower::<T>(1, STAKE);
		let origin = member::<T>(Role::DebtOperator);
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, borrower.clone(), STAKE);
		assert_eq!(Borrowers::<T>::get(borrower).debt, 0);
	}

	#[benchmark]
	fn failsafe_settle_inactive_to_epoch(k: Linear<1, { T::MaxShortfallsPerSettlement::get() }>) {
		let caller = staker::<T>(whitelisted_caller(), STAKE);
		ruin::<T>(k);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), running::<T>());
		assert!(is_ruined::<T>(&caller, STAKE));
	}

	#[benchmark]
	fn failsafe_delete_inactive_balance() {
		let caller = staker::<T>(whitelisted_caller(), STAKE);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()));
		assert_eq!(T::Assets::balance(T::ReceiptAsset::get(), &caller), 0);
	}

	#[benchmark]
	fn settle(k: Linear<1, { T::MaxShortfallsPerSettlement::get() }>) {
		let staker = staker::<T>(other::<T>("staker"), STAKE);
		ruin::<T>(k);
		let caller: T::AccountId = whitelisted_caller();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), staker.clone());
		assert!(is_ruined::<T>(&staker, STAKE));
	}

	#[benchmark]
	fn grant_role() {
		let origin = member::<T>(Role::Owner);
		let holder = other::<T>("holder");
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, Role::StakeOperator, holder.clone());
		assert!(RoleMembers::<T>::contains_key(Role::StakeOperator, holder));
	}

	#[benchmark]
	fn revoke_role() {
		let origin = member::<T>(Role::Owner);
		let holder = other::<T>("holder");
		RoleMembers::<T>::insert(Role::StakeOperator, &holder, ());
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, Role::StakeOperator, holder.clone());
		assert!(!RoleMembers::<T>::contains_key(Role::StakeOperator, holder));
	}

	#[benchmark]
	fn renounce_role() {
		let origin = member::<T>(Role::Owner);
		let holder = T::RoleOrigin::ensure_origin(origin.clone()).expect("just made");
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, Role::Owner);
		assert!(!RoleMembers::<T>::contains_key(Role::Owner, holder));
	}

	#[benchmark]
	fn on_initialize_idle() {
		travel::<T>(EPOCH, 1);
		Pallet::<T>::on_initialize(1u32.into());
		let weight: Weight;
		#[block]
		{
			weight = Pallet::<T>::on_initialize(2u32.into());
		}
		assert_eq!(weight, T::WeightInfo::on_initialize_idle());
	}

	#[benchmark]
	fn on_initialize_roll() {
		leaver::<T>(other::<T>("staker"));
		let weight: Weight;
		#[block]
		{
			weight = Pallet::<T>::on_initialize(1u32.into());
		}
		assert_eq!(weight, T::WeightInfo::on_initialize_roll());
		assert_eq!(Clock::<T>::get().announced, Some(running::<T>()));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::ExtBuilder::default().build(), crate::mock::Test);
}
