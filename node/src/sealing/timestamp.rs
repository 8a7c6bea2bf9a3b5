//! Timestamps of blocks, of today, and for people.

use crate::service::FullClient;
use chrono::{DateTime, Utc};
use codec::Decode;
use frame_support::traits::Get;
use sc_client_api::StorageProvider;
use sp_blockchain::HeaderBackend;
use sp_core::storage::StorageKey;
use tidepool_runtime::{Hash, Runtime};

/// The last millisecond of the year 9999, beyond which dates have no common notation.
pub const LAST_MOMENT: u64 = 253_402_300_799_999;

/// The time of day.
pub fn now() -> u64 {
	sp_timestamp::Timestamp::current().as_millis()
}

/// The timestamp of a block; genesis has none.
pub fn at(client: &FullClient, block: Hash) -> sp_blockchain::Result<Option<u64>> {
	let key = StorageKey(pallet_timestamp::Now::<Runtime>::hashed_key().to_vec());
	let stored = client.storage(block, &key)?;
	stored
		.map(|data| u64::decode(&mut data.0.as_slice()))
		.transpose()
		.map(|time| time.filter(|time| *time > 0))
		.map_err(|error| sp_blockchain::Error::Application(error.into()))
}

/// The distance that two blocks keep at least.
pub fn minimum_period() -> u64 {
	<Runtime as pallet_timestamp::Config>::MinimumPeriod::get()
}

/// The timestamp of the head, if it lies more than `tolerance` milliseconds in the future.
pub fn head_is_in_the_future(client: &FullClient, tolerance: u64) -> sp_blockchain::Result<Option<u64>> {
	let head = at(client, client.info().best_hash)?;
	Ok(head.filter(|head| *head > now().saturating_add(tolerance)))
}

/// A timestamp as date and number.
pub fn format_time(time: u64) -> String {
	let date = i64::try_from(time).ok().and_then(DateTime::<Utc>::from_timestamp_millis);
	match date {
		Some(date) if time <= LAST_MOMENT => {
			format!("{} ({time} ms)", date.format("%Y-%m-%dT%H:%M:%S%.3fZ"))
		},
		_ => format!("{time} ms"),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn times_are_shown_as_date_and_number() {
		assert_eq!(format_time(1_767_225_600_001), "2026-01-01T00:00:00.001Z (1767225600001 ms)");
		assert_eq!(format_time(LAST_MOMENT), "9999-12-31T23:59:59.999Z (253402300799999 ms)");
		assert_eq!(format_time(u64::MAX), "18446744073709551615 ms");
	}
}
