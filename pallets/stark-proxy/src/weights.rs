//! What each call costs. The runtime supplies the measured values.

use frame_support::weights::Weight;

/// Weights of the calls. `h` is the number of role holders removed, `e` the number of recipients, keys and queued
/// trades removed, `v` the number of vetoes, `p` the length of a proof.
pub trait WeightInfo {
	/// Weight of `create_proxy`.
	fn create_proxy() -> Weight;
	/// Weight of `close_proxy`.
	fn close_proxy(h: u32, e: u32) -> Weight;
	/// Weight of `grant_role`.
	fn grant_role() -> Weight;
	/// Weight of `revoke_role`.
	fn revoke_role() -> Weight;
	/// Weight of `renounce_role`.
	fn renounce_role() -> Weight;
	/// Weight of `recover_ownership`.
	fn recover_ownership(h: u32, e: u32) -> Weight;
	/// Weight of `allow_external_recipient`.
	fn allow_external_recipient() -> Weight;
	/// Weight of `disallow_external_recipient`.
	fn disallow_external_recipient() -> Weight;
	/// Weight of `allow_stark_key`.
	fn allow_stark_key() -> Weight;
	/// Weight of `disallow_stark_key`.
	fn disallow_stark_key() -> Weight;
	/// Weight of `set_staking_allowance`.
	fn set_staking_allowance() -> Weight;
	/// Weight of `set_exchange_allowance`.
	fn set_exchange_allowance() -> Weight;
	/// Weight of `auto_pay_or_borrow` when it borrows; it may repay debt, too.
	fn auto_pay_and_borrow() -> Weight;
	/// Weight of `auto_pay_or_borrow` when it repays both loan and debt.
	fn auto_pay_and_repay() -> Weight;
	/// Weight of `borrow`.
	fn borrow() -> Weight;
	/// Weight of `repay_borrow`.
	fn repay_borrow() -> Weight;
	/// Weight of `repay_debt`.
	fn repay_debt() -> Weight;
	/// Weight of `register_user_on_exchange`.
	fn register_user_on_exchange() -> Weight;
	/// Weight of `deposit_to_exchange`.
	fn deposit_to_exchange() -> Weight;
	/// Weight of `withdraw_from_exchange`.
	fn withdraw_from_exchange() -> Weight;
	/// Weight of `deposit_cancel`.
	fn deposit_cancel() -> Weight;
	/// Weight of `deposit_reclaim`.
	fn deposit_reclaim() -> Weight;
	/// Weight of `forced_withdrawal_request`.
	fn forced_withdrawal_request() -> Weight;
	/// Weight of `queue_forced_trade_request` when the queue has room.
	fn queue_forced_trade_request() -> Weight;
	/// Weight of `queue_forced_trade_request` when the queue is full of expired trades.
	fn queue_forced_trade_request_full() -> Weight;
	/// Weight of `unqueue_forced_trade_request`.
	fn unqueue_forced_trade_request() -> Weight;
	/// Weight of `forced_trade_request`.
	fn forced_trade_request() -> Weight;
	/// Weight of `external_withdraw_token`.
	fn external_withdraw_token() -> Weight;
	/// Weight of `external_withdraw_other_token`.
	fn external_withdraw_other_token() -> Weight;
	/// Weight of `external_withdraw_native`.
	fn external_withdraw_native() -> Weight;
	/// Weight of `claim_rewards`.
	fn claim_rewards(p: u32) -> Weight;
	/// Weight of `increase_approved_amount`.
	fn increase_approved_amount() -> Weight;
	/// Weight of `reset_approved_amount`.
	fn reset_approved_amount() -> Weight;
	/// Weight of `guardian_set_borrowing_restriction`.
	fn guardian_set_borrowing_restriction() -> Weight;
	/// Weight of `guardian_repay_borrow`.
	fn guardian_repay_borrow() -> Weight;
	/// Weight of `guardian_repay_debt`.
	fn guardian_repay_debt() -> Weight;
	/// Weight of `guardian_withdraw_from_exchange`.
	fn guardian_withdraw_from_exchange() -> Weight;
	/// Weight of `guardian_forced_withdrawal_request`.
	fn guardian_forced_withdrawal_request() -> Weight;
	/// Weight of `guardian_forced_trade_request`.
	fn guardian_forced_trade_request() -> Weight;
	/// Weight of `guardian_deposit_cancel`.
	fn guardian_deposit_cancel() -> Weight;
	/// Weight of `guardian_deposit_reclaim`.
	fn guardian_deposit_reclaim() -> Weight;
	/// Weight of `guardian_veto_forced_trade_requests`.
	fn guardian_veto_forced_trade_requests(v: u32) -> Weight;
	/// Weight of `emergency_restrict`.
	fn emergency_restrict() -> Weight;
}
