//! The exchange as the proxies of borrowers see it (specification, section 3).

use crate::{Config, Pallet};
use frame_support::{
	pallet_prelude::{DispatchError, DispatchResult},
	storage::with_storage_layer,
};
use tidepool_primitives::{
	Balance, Exposure, ForcedTradeArgs, PerpetualExchange, PositionId, StarkKey, StarkSignature,
};

/// Every action is atomic by itself, whatever its caller makes of an error.
impl<T: Config> PerpetualExchange<T::AccountId> for Pallet<T> {
	fn is_frozen() -> bool {
		Self::is_frozen()
	}

	fn to_unquantized(quantized: u64) -> Result<Balance, DispatchError> {
		Self::unquantized(quantized)
	}

	fn account_of_key(key: &StarkKey) -> Option<T::AccountId> {
		Self::account_of_key(*key)
	}

	fn position_key(position: PositionId) -> Option<StarkKey> {
		Self::position(position).map(|record| record.key)
	}

	fn position_collateral(position: PositionId) -> Option<u64> {
		Self::position(position).map(|record| record.equity)
	}

	fn exposure(who: &T::AccountId) -> Exposure {
		Self::exposure_of(who)
	}

	fn register_user(
		who: &T::AccountId,
		key: StarkKey,
		signature: &StarkSignature,
	) -> Result<PositionId, DispatchError> {
		with_storage_layer(|| Self::do_register_user(who, key, signature))
	}

	fn deposit(
		payer: &T::AccountId,
		key: &StarkKey,
		position: PositionId,
		quantized: u64,
	) -> Result<Balance, DispatchError> {
		with_storage_layer(|| Self::do_deposit(payer, key, position, quantized))
	}

	fn deposit_cancel(who: &T::AccountId, key: &StarkKey, position: PositionId) -> DispatchResult {
		with_storage_layer(|| Self::do_deposit_cancel(who, key, position))
	}

	fn deposit_reclaim(
		who: &T::AccountId,
		key: &StarkKey,
		position: PositionId,
	) -> Result<Balance, DispatchError> {
		with_storage_layer(|| Self::do_deposit_reclaim(who, key, position))
	}

	fn withdraw(key: &StarkKey) -> Result<Balance, DispatchError> {
		with_storage_layer(|| Self::do_withdraw(key))
	}

	fn forced_withdrawal_request(
		who: &T::AccountId,
		key: &StarkKey,
		position: PositionId,
		quantized: u64,
	) -> DispatchResult {
		with_storage_layer(|| Self::do_forced_withdrawal_request(who, key, position, quantized))
	}

	fn forced_trade_request(
		who: &T::AccountId,
		args: &ForcedTradeArgs,
		signature_b: &StarkSignature,
		reduce_only: bool,
	) -> DispatchResult {
		with_storage_layer(|| Self::do_forced_trade_request(who, args, signature_b, reduce_only))
	}
}
