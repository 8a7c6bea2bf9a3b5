//! Stands for the council: who signs tells how many of its five members agree.

use super::*;
use frame_support::traits::EnsureOrigin;

/// Two of five: not even a majority.
pub const MINORITY: AccountId = AccountId32::new([102; 32]);
/// Three of five.
pub const MAJORITY: AccountId = AccountId32::new([103; 32]);
/// Four of five.
pub const TWO_THIRDS: AccountId = AccountId32::new([104; 32]);

/// No part of the council, but may cancel on the Long track, so that the tracks can be told apart.
pub const WATCHER: AccountId = AccountId32::new([105; 32]);

/// Accepts the watcher.
pub struct EnsureWatcher;

impl EnsureOrigin<RuntimeOrigin> for EnsureWatcher {
	type Success = ();

	fn try_origin(origin: RuntimeOrigin) -> Result<(), RuntimeOrigin> {
		match frame_system::ensure_signed(origin.clone()) {
			Ok(WATCHER) => Ok(()),
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		Ok(signed(WATCHER))
	}
}

/// Accepts the council if at least so many members agree.
pub struct EnsureAyes<const AYES: u8>;

impl<const AYES: u8> EnsureOrigin<RuntimeOrigin> for EnsureAyes<AYES> {
	type Success = ();

	fn try_origin(origin: RuntimeOrigin) -> Result<(), RuntimeOrigin> {
		let ayes = match frame_system::ensure_signed(origin.clone()) {
			Ok(MINORITY) => 2,
			Ok(MAJORITY) => 3,
			Ok(TWO_THIRDS) => 4,
			_ => 0,
		};
		if ayes >= AYES {
			Ok(())
		} else {
			Err(origin)
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		Ok(signed(TWO_THIRDS))
	}
}
