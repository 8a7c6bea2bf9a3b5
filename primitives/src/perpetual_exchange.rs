//! What a borrower's proxy needs of the perpetual exchange.

use crate::{Balance, Exposure, ForcedTradeArgs, PositionId, StarkKey, StarkSignature};
use sp_runtime::{DispatchError, DispatchResult};

/// The perpetual exchange as the proxy of a borrower sees it (stark exchange specification, section 3).
///
/// Actions that take `who` refuse any account but the one the key is registered to. Amounts named `quantized` are in
/// units of the exchange; returned balances are the tokens that moved, in base units. Errors leave no change, and no
/// input makes an implementation panic.
pub trait PerpetualExchange<AccountId> {
	/// Whether the exchange is frozen: no deposits, state updates or forced requests.
	fn is_frozen() -> bool;

	/// Tokens that `quantized` units stand for; an error when that is more than a balance can be.
	fn to_unquantized(quantized: u64) -> Result<Balance, DispatchError>;

	/// The account that `key` is registered to; never a derived value.
	fn account_of_key(key: &StarkKey) -> Option<AccountId>;

	/// The key of a position.
	fn position_key(position: PositionId) -> Option<StarkKey>;

	/// Quantized equity of a position; `None` when there is none or an implementation does not know it.
	fn position_collateral(position: PositionId) -> Option<u64>;

	/// What the account has on the exchange. Reads as many keys as an account may have.
	fn exposure(who: &AccountId) -> Exposure;

	/// Binds `key` to `who` for ever and opens a position. `signature` is made with the key, over the account.
	fn register_user(
		who: &AccountId,
		key: StarkKey,
		signature: &StarkSignature,
	) -> Result<PositionId, DispatchError>;

	/// Moves tokens of `payer` to the exchange, pending until its operator accepts them.
	fn deposit(
		payer: &AccountId,
		key: &StarkKey,
		position: PositionId,
		quantized: u64,
	) -> Result<Balance, DispatchError>;

	/// Starts the delay after which what is pending can be reclaimed.
	fn deposit_cancel(who: &AccountId, key: &StarkKey, position: PositionId) -> DispatchResult;

	/// Returns what is pending to the key's account, after the delay.
	fn deposit_reclaim(
		who: &AccountId,
		key: &StarkKey,
		position: PositionId,
	) -> Result<Balance, DispatchError>;

	/// Pays everything that was credited to `key` to the account it is registered to.
	fn withdraw(key: &StarkKey) -> Result<Balance, DispatchError>;

	/// Demands a withdrawal that the operator has to serve within the grace period.
	fn forced_withdrawal_request(
		who: &AccountId,
		key: &StarkKey,
		position: PositionId,
		quantized: u64,
	) -> DispatchResult;

	/// Demands a trade that the operator has to serve within the grace period. `signature_b` is party B's.
	/// `reduce_only` tells the operator to carry out no more than closes positions of party A.
	fn forced_trade_request(
		who: &AccountId,
		args: &ForcedTradeArgs,
		signature_b: &StarkSignature,
		reduce_only: bool,
	) -> DispatchResult;
}
