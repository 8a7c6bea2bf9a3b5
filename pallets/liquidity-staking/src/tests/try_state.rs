//! `try_state` finds what it claims to find: each test breaks one invariant and expects its name.

use super::*;
use crate::{
	types::{PoolRecord, RewardsState, Shortfall, StakerRecord},
	Allowances, Clock, EpochIndexes, Pool, Shortfalls, Stakers,
};
use frame_support::{
	assert_ok,
	traits::{
		fungibles::Mutate,
		tokens::{Fortitude, Precision, Preservation},
	},
};
use sp_core::U256;

/// A lively state in epoch 2: Alice active with a pending request, Bob inactive and hit by a shortfall, Carol
/// not settled since epoch 0. `corrupt` breaks it; `expected` is what `try_state` must say.
#[track_caller]
pub(super) fn breaks(expected: &'static str, corrupt: impl FnOnce()) {
	ExtBuilder::default()
		.rate(1_000)
		.stakes(&[(ALICE, 1_000), (BOB, 600), (CAROL, 500)])
		.build()
		.execute_with(|| {
			request(BOB, 600);
			request(CAROL, 100);
			enter_epoch(1);
			stake(ALICE, 0);
			inject_shortfall(70);
			enter_epoch(2);
			request(ALICE, 50);
			withdraw(BOB, 40);
			repay_debt(30);
			check_invariants();
			corrupt();
			assert_eq!(LiquidityStaking::do_try_state(), Err(expected.into()));
		});
}

pub(super) fn pool(change: impl FnOnce(&mut PoolRecord)) {
	Pool::<Test>::mutate(change);
}

fn rewards(change: impl FnOnce(&mut RewardsState)) {
	pool(|pool| change(&mut pool.rewards));
}

pub(super) fn staker(account: AccountId, change: impl FnOnce(&mut StakerRecord)) {
	Stakers::<Test>::mutate(account, change);
}

pub(super) fn mint(asset: AssetId, account: AccountId, amount: Balance) {
	assert_ok!(<Assets as Mutate<_>>::mint_into(asset, &account, amount));
}

fn burn(asset: AssetId, account: AccountId, amount: Balance) {
	assert_ok!(<Assets as Mutate<_>>::burn_from(
		asset,
		&account,
		amount,
		Preservation::Expendable,
		Precision::Exact,
		Fortitude::Force
	));
}

#[test]
fn i1_stake_equals_loans_and_cash() {
	breaks("I1: A_c + X_c != B + U", || pool(|pool| pool.unborrowed += 1));
	breaks("I1: A_c + X_c != B + U", || pool(|pool| pool.total_borrowed += 1));
	breaks("I1: A_c + X_c != B + U", || pool(|pool| pool.total_active.current += 1));
	breaks("I1: A_c + X_c != B + U", || pool(|pool| pool.total_inactive.current -= 1));
}

#[test]
fn i2_the_same_for_the_next_epoch() {
	breaks("I2: A_n + X_n != B + U", || pool(|pool| pool.total_active.next -= 1));
	breaks("I2: A_n + X_n != B + U", || pool(|pool| pool.total_inactive.next += 1));
}

#[test]
fn i3_the_pool_holds_what_it_owes() {
	breaks("I3: pool tokens < U + V", || burn(USDC, pool_account(), 1));
	breaks("I3: pool tokens < U + V", || pool(|pool| pool.debt_pot += 1));
}

#[test]
fn i3_allows_donations() {
	ExtBuilder::default().stakes(&[(ALICE, 1)]).build_and_execute(|| mint(USDC, pool_account(), 1));
}

#[test]
fn i4_active_balances_add_up() {
	breaks("I4: sum of active current", || {
		pool(|pool| {
			pool.total_active.current += 1;
			pool.total_active.next += 1;
			pool.unborrowed += 1;
		});
		mint(USDC, pool_account(), 1);
	});
	breaks("I4: sum of active next", || {
		staker(ALICE, |alice| {
			alice.active.next -= 1;
			alice.inactive.balance.next += 1;
		});
	});
}

#[test]
fn i5_inactive_balances_add_up() {
	breaks("I5: inactive balances above their total", || {
		staker(BOB, |bob| {
			bob.inactive.balance.current += 1;
			bob.inactive.balance.next += 1;
		});
		mint(STK_USDC, BOB, 1);
	});
	breaks("I5: dust must not change with the epoch", || {
		staker(BOB, |bob| bob.inactive.balance.current -= 1);
	});
}

#[test]
fn i9_balances_move_from_active_to_inactive_only() {
	breaks("I9: total", || {
		pool(|pool| {
			pool.total_active.next = pool.total_active.current + 1;
			pool.total_inactive.next = pool.total_inactive.current - 1;
		});
	});
	breaks("I9: staker", || staker(ALICE, |alice| alice.active.next = alice.active.current + 1));
	breaks("I9: staker", || {
		staker(BOB, |bob| bob.inactive.balance.next = bob.inactive.balance.current - 1);
	});
}

#[test]
fn i11_the_log_of_shortfalls_is_in_order() {
	let insert = |number, epoch, index| Shortfalls::<Test>::insert(number, Shortfall { epoch, index });
	breaks("I11: a shortfall is missing", || pool(|pool| pool.shortfall_count = 2));
	breaks("I11: a shortfall is missing", || Shortfalls::<Test>::remove(0));
	breaks("I11: shortfall epochs must increase", || {
		insert(1, 1, 0);
		pool(|pool| pool.shortfall_count = 2);
	});
	breaks("I11: shortfall from the future", || insert(0, 3, 0));
	breaks("I11: index too large", || insert(0, 1, 10u128.pow(36)));
	breaks("I11: shortfall count is wrong", || insert(1, 2, 0));
	breaks("I11: counter too large", || staker(ALICE, |alice| alice.inactive.shortfall_counter = 2));
}

#[test]
fn i12_indexes_never_fall() {
	breaks("I12: an epoch index fell", || EpochIndexes::<Test>::insert(5, U256::zero()));
	breaks("I12: epoch index above the global index", || {
		EpochIndexes::<Test>::insert(5, Pool::<Test>::get().rewards.index + 1);
	});
	breaks("I12: epoch index above the global index", || rewards(|rewards| rewards.index = U256::zero()));
	breaks("I12: user index above the global index", || {
		staker(ALICE, |alice| alice.user_index = Pool::<Test>::get().rewards.index + 1);
	});
}

#[test]
fn i13_the_index_is_settled_within_the_distribution_and_the_past() {
	breaks("I13: index from before the start", || rewards(|rewards| rewards.updated_at = OFFSET - 1));
	breaks("I13: index from after the end", || {
		rewards(|rewards| rewards.updated_at = DISTRIBUTION_END + 1);
	});
	breaks("I13: index from the future", || {
		rewards(|rewards| rewards.updated_at = OFFSET + 2 * INTERVAL + 1);
	});
}

#[test]
fn i14_an_unsettled_account_finds_its_boundary() {
	breaks("I14: no boundary index for an unsettled account", || EpochIndexes::<Test>::remove(0));
	// While the total itself is unsettled there is no entry, and none is missing.
	ExtBuilder::default().stakes(&[(ALICE, 10)]).build_and_execute(|| {
		request(ALICE, 1);
		enter_epoch(1);
		check_invariants();
		Pool::<Test>::mutate(|pool| {
			pool.total_active = pool.total_active.rolled(1);
		});
		assert_eq!(
			LiquidityStaking::do_try_state(),
			Err("I14: no boundary index for an unsettled account".into())
		);
		EpochIndexes::<Test>::insert(0, U256::zero());
	});
}

#[test]
fn i15_no_record_is_from_the_future() {
	let broken = "I15: record from the future";
	breaks(broken, || pool(|pool| pool.total_active.epoch = 3));
	breaks(broken, || pool(|pool| pool.total_inactive.epoch = 3));
	breaks(broken, || staker(ALICE, |alice| alice.active.epoch = 3));
	breaks(broken, || staker(BOB, |bob| bob.inactive.balance.epoch = 3));
}

#[test]
fn d6_the_rate_is_within_its_bound() {
	breaks("D6: rate out of bounds", || rewards(|rewards| rewards.per_second = u128::MAX));
}

#[test]
fn empty_records_are_not_stored() {
	breaks("2.7: an empty record is stored", || Stakers::<Test>::insert(PAUPER, StakerRecord::default()));
	breaks("2.7: an empty part is stored", || {
		staker(PAUPER, |pauper| {
			pauper.accrued_rewards = 1;
			pauper.user_index = 1.into();
		});
	});
	breaks("2.7: an empty part is stored", || {
		staker(PAUPER, |pauper| {
			pauper.accrued_rewards = 1;
			pauper.inactive.shortfall_counter = 1;
		});
	});
}

#[test]
fn a2_the_mirror_is_the_ledger() {
	breaks("A2: mirror and ledger differ", || mint(STK_USDC, ALICE, 1));
	breaks("A2: mirror and ledger differ", || {
		// One unit moves from Alice to Carol in pallet-assets only.
		pallet_assets::Account::<Test>::mutate(STK_USDC, ALICE, |alice| alice.as_mut().unwrap().balance -= 1);
		pallet_assets::Account::<Test>::mutate(STK_USDC, CAROL, |carol| carol.as_mut().unwrap().balance += 1);
	});
	breaks("A2: issuance of the mirror", || mint(STK_USDC, PAUPER, 1));
}

#[test]
fn sums_that_overflow_are_reported() {
	breaks("a sum of balances overflows", || {
		pool(|pool| (pool.total_borrowed, pool.unborrowed) = (u128::MAX, 1));
	});
}

#[test]
fn zero_allowances_are_not_stored() {
	breaks("2.7: a zero allowance is stored", || Allowances::<Test>::insert(ALICE, BOB, 0));
}

#[test]
fn p3_pool_and_treasury_keep_their_provider() {
	let broken = "P3: no provider reference";
	breaks(broken, || {
		System::dec_providers(&pool_account()).unwrap();
	});
	breaks(broken, || {
		// One of genesis, one of its balance.
		System::dec_providers(&Treasury::get()).unwrap();
		System::dec_providers(&Treasury::get()).unwrap();
	});
}

#[test]
fn p3_the_last_unit_is_no_dust() {
	for asset in [USDC, STK_USDC] {
		breaks("P3: minimum balance of an asset", || {
			let change = Assets::force_asset_status(
				RuntimeOrigin::root(),
				asset,
				ISSUER,
				ISSUER,
				ISSUER,
				ISSUER,
				2,
				true,
				false,
			);
			assert_ok!(change);
		});
	}
}

#[test]
fn epochs_have_a_length() {
	ExtBuilder::default().build().execute_with(|| {
		Clock::<Test>::mutate(|clock| clock.parameters.interval = 0);
		assert_eq!(LiquidityStaking::do_try_state(), Err("3.4: empty epochs".into()));
	});
}
