//! Runtime API of the stark exchange pallet: its queries.
//!
//! Amounts named `q` and those of positions, deposits and withdrawals are quantized; times are in seconds. polkadot.js
//! offers the methods as `api.call.starkExchangeApi.*`.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

use alloc::vec::Vec;
use codec::Codec;
use pallet_stark_exchange::types::{
	ExchangeState, Freeze, OpenRequest, PendingDeposit, Position, Totals, TransferOrder,
};
use sp_core::H256;
use tidepool_primitives::{Exposure, ForcedTradeArgs, PositionId, StarkKey};

sp_api::decl_runtime_apis! {
	/// Reads of the exchange.
	pub trait StarkExchangeApi<AccountId, AssetId>
	where
		AccountId: Codec,
		AssetId: Codec,
	{
		/// Account that holds the collateral.
		fn exchange_account() -> AccountId;
		/// Id of the asset that is the collateral.
		fn collateral_asset() -> AssetId;
		/// Tokens, in base units, that one unit of the exchange stands for.
		fn quantum() -> u64;
		/// Whether the exchange is frozen.
		fn is_frozen() -> bool;
		/// When the freeze began and from when on it may be ended; `None` while there is none.
		fn freeze() -> Option<Freeze>;
		/// Number, state root and time of the last batch.
		fn last_state() -> ExchangeState;
		/// The accounts that submit batches.
		fn operators() -> Vec<AccountId>;
		/// Whether `who` submits batches.
		fn is_operator(who: AccountId) -> bool;

		/// The account that `key` is registered to.
		fn account_of_key(key: StarkKey) -> Option<AccountId>;
		/// The keys of `account`.
		fn keys_of(account: AccountId) -> Vec<StarkKey>;
		/// The position of `key`.
		fn position_of_key(key: StarkKey) -> Option<PositionId>;
		/// Key, quantized equity and number of open forced requests of a position.
		fn position(position: PositionId) -> Option<Position>;
		/// What the operator has not accepted, and when its return was requested.
		fn pending_deposit(key: StarkKey, position: PositionId) -> Option<PendingDeposit>;
		/// What `withdraw` would pay, quantized.
		fn pending_withdrawal(key: StarkKey) -> u64;
		/// What `account` has on the exchange, over all its keys.
		fn exposure(account: AccountId) -> Exposure;
		/// What the exchange owes in all.
		fn totals() -> Totals;

		/// An open forced request with its deadline.
		fn forced_request(id: H256) -> Option<OpenRequest>;
		/// Id that a forced withdrawal would have.
		fn forced_withdrawal_id(key: StarkKey, position: PositionId, q: u64) -> H256;
		/// Id that a forced trade would have.
		fn forced_trade_id(args: ForcedTradeArgs) -> H256;
		/// Id of a transfer.
		fn transfer_id(order: TransferOrder) -> H256;
		/// Whether the forced trade of that id was served and is remembered.
		fn is_trade_used(id: H256) -> bool;
		/// Whether the transfer of that id was carried out and is remembered.
		fn is_transfer_used(id: H256) -> bool;

		/// What the secret of `key` signs so that `account` can register it: the keccak-256 hash of this, without the
		/// five highest bits.
		fn registration_message(account: AccountId, key: StarkKey) -> Vec<u8>;
		/// What the secret of party B signs, likewise.
		fn forced_trade_message(args: ForcedTradeArgs) -> Vec<u8>;
		/// What the secret of the sender signs, likewise.
		fn transfer_message(order: TransferOrder) -> Vec<u8>;
	}
}
