//! The exchange of the traces. A deposit adds to what the depositor has there; a withdrawal pays all of that back,
//! whatever the key; forced requests, cancelling and reclaiming only need a registered key and move nothing. Keys can be
//! registered again, to somebody else, and nobody checks a signature.

use super::runtime::{exchange_account, AccountId, Assets, USDC};
use frame_support::{
	ensure, storage_alias,
	traits::{fungibles::Mutate, tokens::Preservation::Expendable},
	Twox64Concat,
};
use sp_runtime::{DispatchError, DispatchResult};
use tidepool_primitives::{
	Balance, Exposure, ForcedTradeArgs, PerpetualExchange, PositionId, StarkKey, StarkSignature,
};

/// The account that each key is registered to.
#[storage_alias]
pub type Keys = StorageMap<ExchangeStandIn, Twox64Concat, StarkKey, AccountId>;

/// What each account has on the exchange.
#[storage_alias]
pub type Deposits =
	StorageMap<ExchangeStandIn, Twox64Concat, AccountId, Balance, frame_support::pallet_prelude::ValueQuery>;

/// What the exchange says about a key that nobody registered.
pub const UNREGISTERED: &str = "stark_key_unregistered";

/// The exchange.
pub struct ExchangeStandIn;

impl ExchangeStandIn {
	fn ensure_registered(key: &StarkKey) -> DispatchResult {
		ensure!(Keys::contains_key(key), DispatchError::Other(UNREGISTERED));
		Ok(())
	}
}

impl PerpetualExchange<AccountId> for ExchangeStandIn {
	fn is_frozen() -> bool {
		false
	}

	fn to_unquantized(quantized: u64) -> Result<Balance, DispatchError> {
		Ok(quantized.into())
	}

	fn account_of_key(key: &StarkKey) -> Option<AccountId> {
		Keys::get(key)
	}

	fn position_key(_: PositionId) -> Option<StarkKey> {
		None
	}

	fn position_collateral(_: PositionId) -> Option<u64> {
		None
	}

	fn exposure(who: &AccountId) -> Exposure {
		Exposure { equity: Deposits::get(who), ..Default::default() }
	}

	fn register_user(
		who: &AccountId,
		key: StarkKey,
		_: &StarkSignature,
	) -> Result<PositionId, DispatchError> {
		Keys::insert(key, who);
		Ok(0)
	}

	fn deposit(
		payer: &AccountId,
		_: &StarkKey,
		_: PositionId,
		quantized: u64,
	) -> Result<Balance, DispatchError> {
		let amount = Self::to_unquantized(quantized)?;
		<Assets as Mutate<_>>::transfer(USDC, payer, &exchange_account(), amount, Expendable)?;
		Deposits::mutate(payer, |deposits| *deposits += amount);
		Ok(amount)
	}

	fn deposit_cancel(_: &AccountId, key: &StarkKey, _: PositionId) -> DispatchResult {
		Self::ensure_registered(key)
	}

	fn deposit_reclaim(_: &AccountId, key: &StarkKey, _: PositionId) -> Result<Balance, DispatchError> {
		Self::ensure_registered(key).map(|()| 0)
	}

	fn withdraw(key: &StarkKey) -> Result<Balance, DispatchError> {
		let account = Keys::get(key).ok_or(DispatchError::Other(UNREGISTERED))?;
		let amount = Deposits::take(&account);
		<Assets as Mutate<_>>::transfer(USDC, &exchange_account(), &account, amount, Expendable)?;
		Ok(amount)
	}

	fn forced_withdrawal_request(_: &AccountId, key: &StarkKey, _: PositionId, _: u64) -> DispatchResult {
		Self::ensure_registered(key)
	}

	fn forced_trade_request(
		_: &AccountId,
		args: &ForcedTradeArgs,
		_: &StarkSignature,
		_: bool,
	) -> DispatchResult {
		Self::ensure_registered(&args.key_a)
	}
}
