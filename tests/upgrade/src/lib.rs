//! The rehearsed upgrade: every record of the timelock moves to another prefix.
//!
//! What a renamed pallet needs on any chain, and merciless: a record that stays behind is lost, and with it the delay of an
//! operation or the operation itself. The timelock has few records (its limits, changed delays, and at most as many
//! operations as may be open), so one block is enough for all of them.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod checks;
mod names;

pub use checks::{after, before, Records};
pub use names::Renamed;

use core::marker::PhantomData;
use frame_support::{
	storage::migration::move_pallet,
	traits::{Get, OnRuntimeUpgrade},
	weights::{RuntimeDbWeight, Weight},
};

#[cfg(feature = "try-runtime")]
use {
	alloc::vec::Vec,
	codec::{Decode, Encode},
	frame_support::sp_runtime::TryRuntimeError,
};

/// Where the records lie before the upgrade.
pub const OLD: &str = "Timelock";
/// Where they lie after it.
pub const NEW: &str = "GovernanceTimelock";

/// Moves the records from [`OLD`] to [`NEW`]. Without any at the old place it does nothing, so it can run twice.
pub struct MoveRecords<DbWeight>(PhantomData<DbWeight>);

impl<DbWeight: Get<RuntimeDbWeight>> OnRuntimeUpgrade for MoveRecords<DbWeight> {
	fn on_runtime_upgrade() -> Weight {
		let records = checks::count(OLD);
		move_pallet(OLD.as_bytes(), NEW.as_bytes());
		// Each is looked up twice (to count and to move), read once, written to its new place and removed from the old one.
		let lookups = records.saturating_add(1).saturating_mul(2);
		DbWeight::get().reads_writes(records.saturating_add(lookups), records.saturating_mul(2))
	}

	#[cfg(feature = "try-runtime")]
	fn pre_upgrade() -> Result<Vec<u8>, TryRuntimeError> {
		Ok(before()?.encode())
	}

	#[cfg(feature = "try-runtime")]
	fn post_upgrade(state: Vec<u8>) -> Result<(), TryRuntimeError> {
		let records =
			Records::decode(&mut &state[..]).map_err(|_| "the records before the upgrade are unreadable")?;
		Ok(after(&records)?)
	}
}
