//! What must hold before and after the records have moved.

use crate::{NEW, OLD};
use frame_support::{StorageHasher, Twox128};
use sp_io::{hashing::blake2_256, storage};

/// The records of a pallet: how many there are, and a digest of all keys, without the prefix, and values.
pub type Records = (u64, [u8; 32]);

fn visit(pallet: &str, mut each: impl FnMut(&[u8], &[u8])) {
	let prefix = Twox128::hash(pallet.as_bytes());
	let mut last = prefix.to_vec();
	while let Some(key) = storage::next_key(&last).filter(|key| key.starts_with(&prefix)) {
		let value = storage::get(&key).unwrap_or_default();
		each(&key[prefix.len()..], &value);
		last = key;
	}
}

/// How many records lie at the place of `pallet`.
pub(crate) fn count(pallet: &str) -> u64 {
	let mut records = 0u64;
	visit(pallet, |_, _| records = records.saturating_add(1));
	records
}

fn records(pallet: &str) -> Records {
	let mut count = 0u64;
	let mut digest = [0; 32];
	visit(pallet, |key, value| {
		count = count.saturating_add(1);
		let record = [blake2_256(key), blake2_256(value)].concat();
		digest = blake2_256(&[&digest[..], &record].concat());
	});
	(count, digest)
}

/// Before the upgrade: what has to arrive. An error if something lies at the new place already.
pub fn before() -> Result<Records, &'static str> {
	if count(NEW) > 0 {
		return Err("there are records at the new place before the upgrade");
	}
	Ok(records(OLD))
}

/// After the upgrade: an error unless exactly the records of `before` lie at the new place, and none at the old one.
pub fn after(before: &Records) -> Result<(), &'static str> {
	if count(OLD) > 0 {
		return Err("records stayed at the old place");
	}
	if records(NEW) != *before {
		return Err("the records at the new place are not those that lay at the old one");
	}
	Ok(())
}
