//! What each call costs. The runtime supplies the measured values.

use frame_support::weights::Weight;

/// Weights of the calls. `l` is the length of the operation's encoded call, in bytes.
pub trait WeightInfo {
	/// Weight of `queue`.
	fn queue(l: u32) -> Weight;
	/// Weight of `execute`, without that of the operation's call.
	fn execute(l: u32) -> Weight;
	/// Weight of `cancel`.
	fn cancel() -> Weight;
	/// Weight of `remove_expired`.
	fn remove_expired() -> Weight;
	/// Weight of `set_delay`.
	fn set_delay() -> Weight;
}
