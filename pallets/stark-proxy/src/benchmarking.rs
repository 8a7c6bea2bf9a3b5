//! Benchmarks: every call at its worst, on the pool and the exchange of the runtime. Records exist already and are
//! changed, limits are set, and asset accounts are opened and closed wherever a call can do that, because each of it touches
//! the account's references too. Signatures are real.

use super::*;
use crate::types::Role;
use frame_benchmarking::v2::*;
use frame_support::traits::{
	fungible::{Inspect as _, Mutate as _},
	fungibles::Inspect as _,
	EnsureOrigin, Get,
};
use frame_system::RawOrigin;
use setup::*;
use sp_core::H256;
use tidepool_primitives::{Balance, LiquidityPool, PerpetualExchange};

mod setup;

pub use setup::BenchmarkHelper;

/// Everything that the proxy has on the exchange, on every key that it may have. The exchange looks at all of them.
fn register_all_keys<T: Config>(who: &T::AccountId) {
	for index in 0..T::MaxStarkKeys::get() {
		T::BenchmarkHelper::register(who, index);
	}
}

fn token<T: Config>(who: &T::AccountId) -> Balance {
	T::Assets::balance(T::BorrowToken::get(), who)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn create_proxy() -> Result<(), BenchmarkError> {
		let depositor = rich::<T>("depositor");
		let before = ProxyCount::<T>::get();
		#[block]
		{
			Pallet::<T>::do_create(Some(depositor), account("owner", 0, 0))?;
		}
		assert_eq!(ProxyCount::<T>::get(), before + 1);
		Ok(())
	}

	#[benchmark]
	fn close_proxy(h: Linear<14, { most_holders::<T>() }>, e: Linear<0, { most_entries::<T>() }>) {
		let (caller, proxy, account) = proxy::<T>();
		fill_roles::<T>(proxy, &Role::ALL, h);
		let keys = e.saturating_sub(T::MaxRecipients::get()).min(T::MaxStarkKeys::get());
		fill_keys::<T>(proxy, keys);
		fill_other_lists::<T>(proxy, e - keys);
		register_all_keys::<T>(&account);
		#[extrinsic_call]
		_(caller, proxy);
		assert!(Proxies::<T>::get(proxy).is_none());
		assert_eq!(RoleMembers::<T>::iter_prefix((proxy,)).count(), 0);
		assert_eq!(QueuedForcedTrades::<T>::iter_prefix(proxy).count(), 0);
	}

	#[benchmark]
	fn grant_role() {
		let (caller, proxy, _) = proxy::<T>();
		let holder: T::AccountId = account("holder", 0, 0);
		#[extrinsic_call]
		_(caller, proxy, Role::Borrower, holder.clone());
		assert!(RoleMembers::<T>::contains_key((proxy, Role::Borrower, holder)));
	}

	#[benchmark]
	fn revoke_role() {
		let (caller, proxy, _) = proxy::<T>();
		let holder: T::AccountId = account("owner", 0, 0);
		#[extrinsic_call]
		_(caller, proxy, Role::Owner, holder.clone());
		assert!(!RoleMembers::<T>::contains_key((proxy, Role::Owner, holder)));
	}

	#[benchmark]
	fn renounce_role() {
		let (caller, proxy, _) = proxy::<T>();
		#[extrinsic_call]
		_(caller, proxy, Role::Owner);
		assert_eq!(RoleCount::<T>::get(proxy, Role::Owner), 1);
	}

	#[benchmark]
	fn recover_ownership(
		h: Linear<10, { most_recovered_holders::<T>() }>,
		e: Linear<0, { most_recovered_entries::<T>() }>,
	) -> Result<(), BenchmarkError> {
		let origin = T::RecoveryOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let (_, proxy, _) = proxy::<T>();
		fill_roles::<T>(proxy, &Role::OF_BORROWER, h);
		fill_keys::<T>(proxy, 1);
		fill_other_lists::<T>(proxy, e);
		let owner: T::AccountId = account("new owner", 0, 0);
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, proxy, owner.clone());
		assert_eq!(Pallet::<T>::role_members(proxy, Role::Owner), [owner]);
		Ok(())
	}

	#[benchmark]
	fn allow_external_recipient() {
		let (caller, proxy, _) = proxy::<T>();
		let recipient: T::AccountId = account("recipient", 0, 0);
		#[extrinsic_call]
		_(caller, proxy, recipient.clone());
		assert!(AllowedRecipients::<T>::contains_key(proxy, recipient));
	}

	#[benchmark]
	fn disallow_external_recipient() {
		let (caller, proxy, _) = proxy::<T>();
		let recipient = recipient::<T>(proxy);
		#[extrinsic_call]
		_(caller, proxy, recipient.clone());
		assert!(!AllowedRecipients::<T>::contains_key(proxy, recipient));
	}

	#[benchmark]
	fn allow_stark_key() {
		let (caller, proxy, account) = proxy::<T>();
		let (key, _) = T::BenchmarkHelper::register(&account, 0);
		#[extrinsic_call]
		_(caller, proxy, key);
		assert!(AllowedStarkKeys::<T>::contains_key(proxy, key));
	}

	#[benchmark]
	fn disallow_stark_key() {
		let (caller, proxy, _) = proxy::<T>();
		let (key, _) = listed_key::<T>(proxy);
		#[extrinsic_call]
		_(caller, proxy, key);
		assert!(!AllowedStarkKeys::<T>::contains_key(proxy, key));
	}

	#[benchmark]
	fn set_staking_allowance() {
		let (caller, proxy, _) = proxy::<T>();
		#[extrinsic_call]
		_(caller, proxy, Some(1));
		assert_eq!(Proxies::<T>::get(proxy).and_then(|info| info.staking_allowance), Some(1));
	}

	#[benchmark]
	fn set_exchange_allowance() {
		let (caller, proxy, _) = proxy::<T>();
		#[extrinsic_call]
		_(caller, proxy, Some(1));
		assert_eq!(Proxies::<T>::get(proxy).and_then(|info| info.exchange_allowance), Some(1));
	}

	/// It pays all its debt with all it holds, which closes its asset account, and opens it again with a loan of as much. The
	/// account of the pool does the opposite.
	#[benchmark]
	fn auto_pay_and_borrow() {
		let (caller, proxy, account) = proxy::<T>();
		limit::<T>(proxy);
		T::BenchmarkHelper::prepare_pool(&account, 2 * TOKENS, TOKENS, TOKENS);
		T::BenchmarkHelper::leave_in_pool(0);
		mint::<T>(&account, TOKENS);
		#[extrinsic_call]
		auto_pay_or_borrow(caller, proxy);
		assert_eq!(T::LiquidityPool::borrower_debt_balance(&account), 0);
		assert_eq!(T::LiquidityPool::borrowed_balance(&account), 2 * TOKENS);
	}

	#[benchmark]
	fn auto_pay_and_repay() {
		let (caller, proxy, account) = proxy::<T>();
		limit::<T>(proxy);
		T::BenchmarkHelper::prepare_pool(&account, TOKENS, 2 * TOKENS, TOKENS);
		T::BenchmarkHelper::leave_in_pool(0);
		mint::<T>(&account, 2 * TOKENS);
		#[extrinsic_call]
		auto_pay_or_borrow(caller, proxy);
		assert_eq!(T::LiquidityPool::borrower_debt_balance(&account), 0);
		assert_eq!(T::LiquidityPool::borrowed_balance(&account), TOKENS);
	}

	#[benchmark]
	fn borrow() {
		let (caller, proxy, account) = proxy::<T>();
		T::BenchmarkHelper::prepare_pool(&account, TOKENS, 0, 0);
		T::BenchmarkHelper::leave_in_pool(TOKENS);
		#[extrinsic_call]
		_(caller, proxy, TOKENS);
		assert_eq!(token::<T>(&account), TOKENS);
	}

	#[benchmark]
	fn repay_borrow() {
		let (caller, proxy, account) = proxy::<T>();
		limit::<T>(proxy);
		T::BenchmarkHelper::prepare_pool(&account, TOKENS, TOKENS, TOKENS);
		T::BenchmarkHelper::leave_in_pool(0);
		mint::<T>(&account, TOKENS);
		#[extrinsic_call]
		_(caller, proxy, TOKENS);
		assert_eq!(T::LiquidityPool::borrowed_balance(&account), 0);
	}

	#[benchmark]
	fn repay_debt() {
		let (caller, proxy, account) = proxy::<T>();
		limit::<T>(proxy);
		T::BenchmarkHelper::prepare_pool(&account, TOKENS, TOKENS, TOKENS);
		T::BenchmarkHelper::leave_in_pool(0);
		mint::<T>(&account, TOKENS);
		#[extrinsic_call]
		_(caller, proxy, TOKENS);
		assert_eq!(T::LiquidityPool::borrower_debt_balance(&account), 0);
	}

	#[benchmark]
	fn register_user_on_exchange() {
		let (caller, proxy, account) = proxy::<T>();
		T::BenchmarkHelper::register(&account, 0);
		let (key, signature) = T::BenchmarkHelper::sign_registration(&account, 1);
		#[extrinsic_call]
		_(caller, proxy, key, signature);
		assert_eq!(T::Exchange::account_of_key(&key), Some(account));
	}

	#[benchmark]
	fn deposit_to_exchange() {
		let (caller, proxy, account) = proxy::<T>();
		limit::<T>(proxy);
		Pallet::<T>::do_set_restriction(proxy, true, false).expect("the proxy exists");
		let (key, position) = listed_key::<T>(proxy);
		mint::<T>(&account, TOKENS);
		#[extrinsic_call]
		_(caller, proxy, key, position, AMOUNT);
		assert_eq!(token::<T>(&account), 0);
		assert_eq!(T::Exchange::exposure(&account).pending_deposits, AMOUNT.into());
	}

	#[benchmark]
	fn withdraw_from_exchange() {
		let (caller, proxy, account) = proxy::<T>();
		let (key, position) = listed_key::<T>(proxy);
		T::BenchmarkHelper::fund(key, position, AMOUNT);
		T::BenchmarkHelper::credit(key, position, AMOUNT);
		#[extrinsic_call]
		_(caller, proxy, key);
		assert_eq!(token::<T>(&account), TOKENS);
	}

	#[benchmark]
	fn deposit_cancel() {
		let (caller, proxy, account) = proxy::<T>();
		let (key, position) = listed_key::<T>(proxy);
		mint::<T>(&account, TOKENS);
		T::Exchange::deposit(&account, &key, position, AMOUNT).expect("minted");
		#[extrinsic_call]
		_(caller, proxy, key, position);
	}

	#[benchmark]
	fn deposit_reclaim() {
		let (caller, proxy, account) = proxy::<T>();
		let (key, position) = listed_key::<T>(proxy);
		mint::<T>(&account, TOKENS);
		T::Exchange::deposit(&account, &key, position, AMOUNT).expect("minted");
		T::Exchange::deposit_cancel(&account, &key, position).expect("pending");
		T::BenchmarkHelper::set_time(2 * NOW);
		#[extrinsic_call]
		_(caller, proxy, key, position);
		assert_eq!(token::<T>(&account), TOKENS);
	}

	#[benchmark]
	fn forced_withdrawal_request() {
		let (caller, proxy, _) = proxy::<T>();
		let (key, position) = listed_key::<T>(proxy);
		T::BenchmarkHelper::fund(key, position, AMOUNT);
		#[extrinsic_call]
		_(caller, proxy, key, position, AMOUNT);
	}

	#[benchmark]
	fn queue_forced_trade_request() {
		let (caller, proxy, _) = proxy::<T>();
		let key = listed_key::<T>(proxy);
		let (args, _) = trade::<T>(key, 1, u64::MAX);
		#[extrinsic_call]
		_(caller, proxy, args);
		assert_eq!(QueuedForcedTrades::<T>::iter_prefix(proxy).count(), 1);
	}

	#[benchmark]
	fn queue_forced_trade_request_full() {
		let (caller, proxy, _) = proxy::<T>();
		let key = listed_key::<T>(proxy);
		fill_queue::<T>(proxy, key.0, T::MaxQueuedForcedTrades::get());
		T::BenchmarkHelper::set_time(2 * NOW);
		let (args, _) = trade::<T>(key, 1, u64::MAX);
		#[extrinsic_call]
		queue_forced_trade_request(caller, proxy, args);
		assert_eq!(QueuedForcedTrades::<T>::iter_prefix(proxy).count(), 1);
	}

	#[benchmark]
	fn unqueue_forced_trade_request() {
		let (caller, proxy, _) = proxy::<T>();
		let (key, _) = listed_key::<T>(proxy);
		let hashes = fill_queue::<T>(proxy, key, 1);
		#[extrinsic_call]
		_(caller, proxy, hashes[0]);
		assert_eq!(QueuedForcedTrades::<T>::iter_prefix(proxy).count(), 0);
	}

	#[benchmark]
	fn forced_trade_request() {
		let (caller, proxy, _) = proxy::<T>();
		let key = listed_key::<T>(proxy);
		let later = NOW + T::ForcedTradeWaitingPeriod::get();
		let (args, signature) = trade::<T>(key, 1, later + 1);
		Pallet::<T>::do_queue_trade(proxy, args).expect("there is room");
		T::BenchmarkHelper::set_time(later);
		#[extrinsic_call]
		_(caller, proxy, args, signature);
		assert_eq!(QueuedForcedTrades::<T>::iter_prefix(proxy).count(), 0);
	}

	/// The approval does not suffice and is voided.
	#[benchmark]
	fn external_withdraw_token() {
		let (caller, proxy, account) = proxy::<T>();
		let recipient = recipient::<T>(proxy);
		T::BenchmarkHelper::prepare_pool(&account, TOKENS, 0, 0);
		Pallet::<T>::do_increase_approval(proxy, 1, Some(1)).expect("fits");
		mint::<T>(&account, TOKENS);
		#[extrinsic_call]
		_(caller, proxy, recipient.clone(), TOKENS);
		assert_eq!(token::<T>(&recipient), TOKENS);
	}

	/// There need be no other asset, so the borrow token stands for it. The call refuses that one, and does the rest of what
	/// it does here.
	#[benchmark]
	fn external_withdraw_other_token() -> Result<(), BenchmarkError> {
		let (_, proxy, account) = proxy::<T>();
		let recipient = recipient::<T>(proxy);
		mint::<T>(&account, TOKENS);
		let asset = T::BorrowToken::get();
		#[block]
		{
			Pallet::<T>::ensure_exists(proxy)?;
			Pallet::<T>::ensure_role(
				RawOrigin::Signed(frame_benchmarking::account("caller", 0, 0)).into(),
				proxy,
				Role::WithdrawalOperator,
			)?;
			Pallet::<T>::ensure_recipient(proxy, &recipient)?;
			Pallet::<T>::pay_asset(proxy, asset, recipient.clone(), TOKENS)?;
		}
		assert_eq!(token::<T>(&recipient), TOKENS);
		Ok(())
	}

	#[benchmark]
	fn external_withdraw_native() {
		let (caller, proxy, account) = proxy::<T>();
		let recipient = recipient::<T>(proxy);
		let amount = T::CreationDeposit::get();
		T::NativeCurrency::mint_into(&account, amount).expect("fits");
		#[extrinsic_call]
		_(caller, proxy, recipient.clone(), amount);
		assert_eq!(T::NativeCurrency::balance(&recipient), amount);
	}

	/// A distributor may refuse; what comes before is the same.
	#[benchmark]
	fn claim_rewards(p: Linear<0, { T::MaxProofLen::get() }>) -> Result<(), BenchmarkError> {
		let (caller, proxy, _) = proxy::<T>();
		let proof = bounded::<_, T::MaxProofLen>((0..p).map(|_| H256::zero()).collect());
		let result;
		#[block]
		{
			result = Pallet::<T>::claim_rewards(caller.into(), proxy, 1, proof);
		}
		assert_ne!(result, Err(Error::<T>::MissingRole.into()));
		Ok(())
	}

	#[benchmark]
	fn increase_approved_amount() {
		let (caller, proxy, _) = proxy::<T>();
		#[extrinsic_call]
		_(caller, proxy, TOKENS, Some(1));
		assert_eq!(Proxies::<T>::get(proxy).map(|info| info.approved_amount), Some(TOKENS));
	}

	#[benchmark]
	fn reset_approved_amount() {
		let (caller, proxy, _) = proxy::<T>();
		Pallet::<T>::do_increase_approval(proxy, TOKENS, Some(1)).expect("fits");
		#[extrinsic_call]
		_(caller, proxy);
		assert_eq!(Proxies::<T>::get(proxy).map(|info| info.approved_amount), Some(0));
	}

	#[benchmark]
	fn guardian_set_borrowing_restriction() {
		let (caller, proxy, _) = proxy::<T>();
		#[extrinsic_call]
		_(caller, proxy, true);
		assert!(Pallet::<T>::is_borrowing_restricted(proxy));
	}

	#[benchmark]
	fn guardian_repay_borrow() {
		let (caller, proxy, account) = proxy::<T>();
		T::BenchmarkHelper::prepare_pool(&account, TOKENS, TOKENS, TOKENS);
		T::BenchmarkHelper::leave_in_pool(0);
		mint::<T>(&account, TOKENS);
		#[extrinsic_call]
		_(caller, proxy, Balance::MAX);
		assert_eq!(T::LiquidityPool::borrowed_balance(&account), 0);
	}

	#[benchmark]
	fn guardian_repay_debt() {
		let (caller, proxy, account) = proxy::<T>();
		T::BenchmarkHelper::prepare_pool(&account, TOKENS, TOKENS, TOKENS);
		T::BenchmarkHelper::leave_in_pool(0);
		mint::<T>(&account, TOKENS);
		#[extrinsic_call]
		_(caller, proxy, Balance::MAX);
		assert_eq!(T::LiquidityPool::borrower_debt_balance(&account), 0);
	}

	#[benchmark]
	fn guardian_withdraw_from_exchange() {
		let (caller, proxy, account) = proxy::<T>();
		let (key, position) = T::BenchmarkHelper::register(&account, 0);
		T::BenchmarkHelper::fund(key, position, AMOUNT);
		T::BenchmarkHelper::credit(key, position, AMOUNT);
		#[extrinsic_call]
		_(caller, proxy, key);
		assert_eq!(token::<T>(&account), TOKENS);
	}

	#[benchmark]
	fn guardian_forced_withdrawal_request() {
		let (caller, proxy, account) = proxy::<T>();
		let (key, position) = T::BenchmarkHelper::register(&account, 0);
		T::BenchmarkHelper::fund(key, position, AMOUNT);
		T::BenchmarkHelper::prepare_pool(&account, TOKENS, TOKENS, TOKENS);
		#[extrinsic_call]
		_(caller, proxy, key, position, u64::MAX);
	}

	#[benchmark]
	fn guardian_forced_trade_request() {
		let (caller, proxy, account) = proxy::<T>();
		T::BenchmarkHelper::prepare_pool(&account, TOKENS, TOKENS, TOKENS);
		let key = T::BenchmarkHelper::register(&account, 0);
		let (args, signature) = trade::<T>(key, 1, Pallet::<T>::now() + 1);
		#[extrinsic_call]
		_(caller, proxy, args, signature);
	}

	#[benchmark]
	fn guardian_deposit_cancel() {
		let (caller, proxy, account) = proxy::<T>();
		let (key, position) = T::BenchmarkHelper::register(&account, 0);
		mint::<T>(&account, TOKENS);
		T::Exchange::deposit(&account, &key, position, AMOUNT).expect("minted");
		#[extrinsic_call]
		_(caller, proxy, key, position);
	}

	#[benchmark]
	fn guardian_deposit_reclaim() {
		let (caller, proxy, account) = proxy::<T>();
		let (key, position) = T::BenchmarkHelper::register(&account, 0);
		mint::<T>(&account, TOKENS);
		T::Exchange::deposit(&account, &key, position, AMOUNT).expect("minted");
		T::Exchange::deposit_cancel(&account, &key, position).expect("pending");
		T::BenchmarkHelper::set_time(2 * NOW);
		#[extrinsic_call]
		_(caller, proxy, key, position);
		assert_eq!(token::<T>(&account), TOKENS);
	}

	#[benchmark]
	fn guardian_veto_forced_trade_requests(v: Linear<1, { T::MaxVetoesPerCall::get() }>) {
		let (caller, proxy, _) = proxy::<T>();
		let (key, _) = listed_key::<T>(proxy);
		let hashes = bounded(fill_queue::<T>(proxy, key, v.min(T::MaxQueuedForcedTrades::get())));
		#[extrinsic_call]
		_(caller, proxy, hashes);
		assert_eq!(QueuedForcedTrades::<T>::iter_prefix(proxy).count(), 0);
	}

	/// Whoever may call it: the default runtime lets nobody.
	#[benchmark]
	fn emergency_restrict() -> Result<(), BenchmarkError> {
		let (_, proxy, _) = proxy::<T>();
		#[block]
		{
			Pallet::<T>::do_set_restriction(proxy, true, true)?;
		}
		assert!(Pallet::<T>::is_borrowing_restricted(proxy));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::ExtBuilder::default().build(), crate::mock::Test);
}

fn most_holders<T: Config>() -> u32 {
	Pallet::<T>::most_holders()
}

fn most_entries<T: Config>() -> u32 {
	Pallet::<T>::most_entries()
}

fn most_recovered_holders<T: Config>() -> u32 {
	Pallet::<T>::most_recovered_holders()
}

fn most_recovered_entries<T: Config>() -> u32 {
	Pallet::<T>::most_recovered_entries()
}
