//! What each call and hook costs. The runtime supplies the measured values.

use frame_support::weights::Weight;

/// Weights of the calls and hooks. `k` is the number of shortfalls applied to the account.
pub trait WeightInfo {
	/// Weight of `stake`.
	fn stake() -> Weight;
	/// Weight of `stake_for`.
	fn stake_for() -> Weight;
	/// Weight of `request_withdrawal`; measured from `k = 1` on, because the first shortfall also burns receipts.
	fn request_withdrawal(k: u32) -> Weight;
	/// Weight of `withdraw_stake`.
	fn withdraw_stake(k: u32) -> Weight;
	/// Weight of `withdraw_max_stake`.
	fn withdraw_max_stake(k: u32) -> Weight;
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
	/// Weight of `set_epoch_parameters`.
	fn set_epoch_parameters() -> Weight;
	/// Weight of `set_blackout_window`.
	fn set_blackout_window() -> Weight;
	/// Weight of `set_rewards_per_second`.
	fn set_rewards_per_second() -> Weight;
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
