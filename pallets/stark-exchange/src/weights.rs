//! What each call costs. The runtime supplies the measured values.

use frame_support::weights::Weight;

/// Weights of the calls.
pub trait WeightInfo {
	/// Weight of `register_user`: one check of a signature.
	fn register_user() -> Weight;
	/// Weight of `deposit`.
	fn deposit() -> Weight;
	/// Weight of `deposit_cancel`.
	fn deposit_cancel() -> Weight;
	/// Weight of `deposit_reclaim`.
	fn deposit_reclaim() -> Weight;
	/// Weight of `withdraw`.
	fn withdraw() -> Weight;
	/// Weight of `forced_withdrawal_request`.
	fn forced_withdrawal_request() -> Weight;
	/// Weight of `forced_trade_request`: one check of a signature.
	fn forced_trade_request() -> Weight;
	/// Weight of `freeze_request`.
	fn freeze_request() -> Weight;
	/// Weight of `escape`.
	fn escape() -> Weight;
	/// Weight of `update_state` with `d` deposits, `t` transfers (one check of a signature each), `s` settlements, `f`
	/// forced requests and `w` withdrawals.
	fn update_state(d: u32, t: u32, s: u32, f: u32, w: u32) -> Weight;
	/// Weight of `register_operator`.
	fn register_operator() -> Weight;
	/// Weight of `unregister_operator`.
	fn unregister_operator() -> Weight;
	/// Weight of `unfreeze`.
	fn unfreeze() -> Weight;
	/// Weight of `prune_used` with `n` ids.
	fn prune_used(n: u32) -> Weight;
}
