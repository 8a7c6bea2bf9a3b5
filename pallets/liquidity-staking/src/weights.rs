//! What each call and hook costs. The runtime supplies the measured values.

use frame_support::weights::Weight;

/// Weights of the calls and hooks. `k` is the number of shortfalls applied to the account, `n` the number of borrowers
/// looked at.
pub trait WeightInfo {
	/// Weight of `stake`.
	fn stake() -> Weight;
	/// Weight of `stake_for`.
	fn stake_for() -> Weight;
	/// Weight of `request_withdrawal`; measured from `k = 1` on, because the first shortfall also burns receipts. The
	/// same holds for every other call that does not burn them anyway.
	fn request_withdrawal(k: u32) -> Weight;
	/// Weight of `withdraw_stake`.
	fn withdraw_stake(k: u32) -> Weight;
	/// Weight of `withdraw_max_stake`.
	fn withdraw_max_stake(k: u32) -> Weight;
	/// Weight of `withdraw_debt`.
	fn withdraw_debt(k: u32) -> Weight;
	/// Weight of `withdraw_max_debt`.
	fn withdraw_max_debt(k: u32) -> Weight;
	/// Weight of `claim_rewards`.
	fn claim_rewards() -> Weight;
	/// Weight of `transfer`.
	fn transfer() -> Weight;
	/// Weight of `approve`.
	fn approve() -> Weight;
	/// Weight of `increase_allowance`.
	fn increase_allowance() -> Weight;
	/// Weight of `decrease_allowance`.
	fn decrease_allowance() -> Weight;
	/// Weight of `transfer_from`.
	fn transfer_from() -> Weight;
	/// Weight of `borrow`.
	fn borrow() -> Weight;
	/// Weight of `repay_borrow`.
	fn repay_borrow() -> Weight;
	/// Weight of `repay_debt`.
	fn repay_debt() -> Weight;
	/// Weight of `restrict_borrower`.
	fn restrict_borrower() -> Weight;
	/// Weight of `mark_debt`.
	fn mark_debt(n: u32) -> Weight;
	/// Weight of `set_epoch_parameters`.
	fn set_epoch_parameters() -> Weight;
	/// Weight of `set_blackout_window`.
	fn set_blackout_window() -> Weight;
	/// Weight of `set_rewards_per_second`.
	fn set_rewards_per_second() -> Weight;
	/// Weight of `set_borrower_allocations`.
	fn set_borrower_allocations(n: u32) -> Weight;
	/// Weight of `set_borrowing_restriction`.
	fn set_borrowing_restriction() -> Weight;
	/// Weight of `request_withdrawal_for`; measured from `k = 1` on.
	fn request_withdrawal_for(k: u32) -> Weight;
	/// Weight of `withdraw_stake_for`.
	fn withdraw_stake_for(k: u32) -> Weight;
	/// Weight of `claim_rewards_for`.
	fn claim_rewards_for() -> Weight;
	/// Weight of `decrease_staker_debt`.
	fn decrease_staker_debt(k: u32) -> Weight;
	/// Weight of `decrease_borrower_debt`.
	fn decrease_borrower_debt() -> Weight;
	/// Weight of `failsafe_settle_inactive_to_epoch`.
	fn failsafe_settle_inactive_to_epoch(k: u32) -> Weight;
	/// Weight of `settle`.
	fn settle(k: u32) -> Weight;
	/// Weight of `failsafe_delete_inactive_balance`.
	fn failsafe_delete_inactive_balance() -> Weight;
	/// Weight of `grant_role`.
	fn grant_role() -> Weight;
	/// Weight of `revoke_role`.
	fn revoke_role() -> Weight;
	/// Weight of `renounce_role`.
	fn renounce_role() -> Weight;
	/// Weight of `on_initialize` in a block that starts no epoch.
	fn on_initialize_idle() -> Weight;
	/// Weight of `on_initialize` in a block that starts an epoch.
	fn on_initialize_roll() -> Weight;
}
