//! Benchmarks: every call at its worst. Records exist already and are changed, since those that are written for the first
//! time are not read from the trie; asset accounts are opened and closed wherever a call can do that, because each of it
//! touches the account's references too. Signatures are real.

use super::*;
use crate::types::{ExchangeState, Freeze, UpdateBatch};
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{fungibles::Inspect as _, EitherOfDiverse, EnsureOrigin, Get},
	BoundedVec,
};
use frame_system::RawOrigin;
use setup::*;
use sp_core::H256;

mod setup;

pub use setup::BenchmarkHelper;

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn register_user() {
		let caller: T::AccountId = account("owner", 0, 0);
		(1..T::MaxKeysPerAccount::get()).for_each(|index| {
			enter::<T>(&caller, made_up_key("other", index), 0);
		});
		let (key, signature) = sign_registration::<T>(&caller, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), key, signature);
		assert_eq!(KeyOwner::<T>::get(key), Some(caller));
	}

	#[benchmark]
	fn deposit() {
		let (caller, key, position) = user::<T>(0, 0);
		add_pending::<T>(&key, position, Some(NOW));
		burn_all::<T>(&Pallet::<T>::exchange_account());
		mint::<T>(&caller, AMOUNT);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), key, position, AMOUNT);
		assert_eq!(pending_of::<T>(&key, position), 2 * AMOUNT);
		assert_eq!(T::Assets::balance(T::CollateralAsset::get(), &caller), 0);
	}

	#[benchmark]
	fn deposit_cancel() {
		let (caller, key, position) = user::<T>(0, 0);
		add_pending::<T>(&key, position, Some(NOW));
		T::BenchmarkHelper::set_time(NOW + 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), key, position);
		let pending = PendingDeposits::<T>::get(key, position);
		assert_eq!(pending.and_then(|pending| pending.cancel_requested_at), Some(NOW + 1));
	}

	#[benchmark]
	fn deposit_reclaim() {
		let (caller, key, position) = user::<T>(0, 0);
		add_pending::<T>(&key, position, Some(NOW));
		T::BenchmarkHelper::set_time(NOW + T::DepositCancelDelay::get());
		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), key, position);
		assert_eq!(T::Assets::balance(T::CollateralAsset::get(), &caller), tokens::<T>(AMOUNT));
		assert_eq!(T::Assets::balance(T::CollateralAsset::get(), &Pallet::<T>::exchange_account()), 0);
	}

	#[benchmark]
	fn withdraw() {
		let (owner, key, _) = user::<T>(0, 0);
		add_withdrawal::<T>(&key);
		let caller: T::AccountId = whitelisted_caller();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), key);
		assert_eq!(T::Assets::balance(T::CollateralAsset::get(), &owner), tokens::<T>(AMOUNT));
		assert_eq!(T::Assets::balance(T::CollateralAsset::get(), &Pallet::<T>::exchange_account()), 0);
	}

	#[benchmark]
	fn forced_withdrawal_request() {
		let (caller, key, position) = user::<T>(0, AMOUNT);
		fill_forced_limits::<T>(position);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), key, position, AMOUNT);
		let id = messages::forced_withdrawal_id(&key, position, AMOUNT);
		assert!(ForcedRequests::<T>::contains_key(id));
	}

	#[benchmark]
	fn forced_trade_request() {
		let (caller, key_a, position_a) = user::<T>(0, AMOUNT);
		let (_, secret_b, key_b, position_b) = signer::<T>(1, AMOUNT);
		fill_forced_limits::<T>(position_a);
		let args = trade((key_a, position_a), (key_b, position_b));
		let signature = sign(&secret_b, &Pallet::<T>::message_of_forced_trade(&args));
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), args, signature, true);
		assert!(ForcedRequests::<T>::contains_key(messages::forced_trade_id(&args)));
	}

	#[benchmark]
	fn freeze_request() {
		let (_, key_a, position_a) = user::<T>(0, AMOUNT);
		let (_, key_b, position_b) = user::<T>(1, AMOUNT);
		let id = add_trade::<T>(&trade((key_a, position_a), (key_b, position_b)));
		T::BenchmarkHelper::set_time(NOW + T::FreezeGracePeriod::get());
		let caller: T::AccountId = whitelisted_caller();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), id);
		assert!(Frozen::<T>::exists());
	}

	#[benchmark]
	fn escape() {
		let (_, key, position) = user::<T>(0, AMOUNT);
		add_withdrawal::<T>(&key);
		Frozen::<T>::put(Freeze { frozen_at: NOW, unfreeze_allowed_at: NOW + T::UnfreezeDelay::get() });
		let caller: T::AccountId = whitelisted_caller();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), position);
		assert_eq!(PendingWithdrawals::<T>::get(key), 2 * AMOUNT);
	}

	/// Every item concerns a position of its own, whose other records exist already.
	#[benchmark]
	fn update_state(
		d: Linear<0, { T::MaxDepositsPerBatch::get() }>,
		t: Linear<0, { T::MaxTransfersPerBatch::get() }>,
		s: Linear<0, { T::MaxSettlementsPerBatch::get() }>,
		f: Linear<0, { T::MaxForcedPerBatch::get() }>,
		w: Linear<0, { T::MaxWithdrawalsPerBatch::get() }>,
	) {
		let operator: T::AccountId = account("operator", 0, 0);
		Pallet::<T>::do_register_operator(operator.clone()).expect("there is room");
		T::BenchmarkHelper::set_time(NOW);
		let previous_state_root = H256::repeat_byte(1);
		LastState::<T>::put(ExchangeState { batch_id: 1, state_root: previous_state_root, system_time: NOW });
		let batch = UpdateBatch {
			batch_id: 2,
			previous_state_root,
			new_state_root: H256::repeat_byte(2),
			system_time: NOW,
			deposits: deposits::<T>(d),
			transfers: transfers::<T>(t),
			settlements: settlements::<T>(s),
			forced: served_withdrawals::<T>(f),
			withdrawals: withdrawals::<T>(w),
		};
		#[extrinsic_call]
		_(RawOrigin::Signed(operator), batch);
		assert_eq!(LastState::<T>::get().batch_id, 2);
		assert_eq!(ForcedRequests::<T>::iter_keys().count(), 0);
		assert_eq!(UsedTransfers::<T>::iter_keys().count(), t as usize);
	}

	#[benchmark]
	fn register_operator() -> Result<(), BenchmarkError> {
		let origin = T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let operator: T::AccountId = account("operator", 0, 0);
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, operator.clone());
		assert!(Operators::<T>::contains_key(operator));
		Ok(())
	}

	#[benchmark]
	fn unregister_operator() -> Result<(), BenchmarkError> {
		let origin = EitherOfDiverse::<T::AdminOrigin, T::EmergencyOrigin>::try_successful_origin()
			.map_err(|_| BenchmarkError::Weightless)?;
		let operator: T::AccountId = account("operator", 0, 0);
		Pallet::<T>::do_register_operator(operator.clone()).expect("there is room");
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, operator.clone());
		assert!(!Operators::<T>::contains_key(operator));
		Ok(())
	}

	#[benchmark]
	fn unfreeze() -> Result<(), BenchmarkError> {
		let origin = T::UnfreezeOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let unfreeze_allowed_at = NOW + T::UnfreezeDelay::get();
		Frozen::<T>::put(Freeze { frozen_at: NOW, unfreeze_allowed_at });
		LastState::<T>::put(ExchangeState { batch_id: 1, ..Default::default() });
		T::BenchmarkHelper::set_time(unfreeze_allowed_at);
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin);
		assert!(!Frozen::<T>::exists());
		Ok(())
	}

	#[benchmark]
	fn prune_used(n: Linear<0, MAX_PRUNED>) {
		LastState::<T>::put(ExchangeState { system_time: NOW, ..Default::default() });
		let ids = (0..n).map(|index| {
			let id = H256(made_up_key("id", index));
			UsedTransfers::<T>::insert(id, NOW - 1);
			id
		});
		let ids = BoundedVec::truncate_from(ids.collect::<Vec<_>>());
		let caller: T::AccountId = whitelisted_caller();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), ids);
		assert_eq!(UsedTransfers::<T>::iter_keys().count(), 0);
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::ExtBuilder::default().build(), crate::mock::Test);
}
