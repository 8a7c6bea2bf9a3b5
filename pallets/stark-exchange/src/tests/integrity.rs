//! What the pallet checks about the runtime that it is built into.

use super::*;
use frame_support::traits::Hooks;
use std::panic::catch_unwind;

fn check() {
	<StarkExchange as Hooks<_>>::integrity_test();
}

/// What the pallet says of a runtime with other constants. Puts them back.
fn complaint(change: fn(), restore: fn()) -> Option<String> {
	change();
	let result = catch_unwind(check);
	restore();
	let reason = result.err()?;
	let text = reason.downcast_ref::<String>().cloned();
	text.or_else(|| reason.downcast_ref::<&str>().map(|text| text.to_string()))
}

/// What spoils a constant, and what restores it.
type Case = (fn(), fn());
/// The same, with the name of the constant.
type NamedCase = (&'static str, fn(), fn());

#[test]
fn the_runtime_of_the_tests_is_sound() {
	check();
}

#[test]
fn constants_must_not_be_zero() {
	let cases: [NamedCase; 7] = [
		("a unit of the exchange must stand for tokens", || Quantum::set(0), || Quantum::set(1)),
		("MaxKeysPerAccount must not be 0", || MaxKeys::set(0), || MaxKeys::set(DEFAULT_MAX_KEYS)),
		("MaxOperators must not be 0", || MaxOperators::set(0), || MaxOperators::set(DEFAULT_MAX_OPERATORS)),
		(
			"MaxForcedPerBlock must not be 0",
			|| ForcedPerBlock::set(0),
			|| ForcedPerBlock::set(MAX_FORCED_PER_BLOCK),
		),
		(
			"MaxOpenForcedPerPosition must not be 0",
			|| OpenForced::set(0),
			|| OpenForced::set(MAX_OPEN_FORCED),
		),
		("MaxForcedPerBatch must not be 0", || MaxForced::set(0), || MaxForced::set(64)),
		(
			"operators must have time to serve forced requests",
			|| FreezeGracePeriod::set(0),
			|| FreezeGracePeriod::set(GRACE),
		),
	];
	for (expected, change, restore) in cases {
		assert_eq!(complaint(change, restore).as_deref(), Some(expected));
		check();
	}
}

#[test]
fn constants_may_be_one() {
	let cases: [Case; 7] = [
		(|| Quantum::set(2), || Quantum::set(1)),
		(|| MaxKeys::set(1), || MaxKeys::set(DEFAULT_MAX_KEYS)),
		(|| MaxOperators::set(1), || MaxOperators::set(DEFAULT_MAX_OPERATORS)),
		(|| ForcedPerBlock::set(1), || ForcedPerBlock::set(MAX_FORCED_PER_BLOCK)),
		(|| OpenForced::set(1), || OpenForced::set(MAX_OPEN_FORCED)),
		(|| MaxForced::set(1), || MaxForced::set(64)),
		(|| FreezeGracePeriod::set(1), || FreezeGracePeriod::set(GRACE)),
	];
	for (change, restore) in cases {
		assert_eq!(complaint(change, restore), None);
	}
}

/// The block has 10^12 picoseconds. Without withdrawals the fullest batch takes 1,152,026,256 of its half, and each
/// withdrawal 10^8.
#[test]
fn the_fullest_batch_must_fit_in_half_a_block() {
	let restore = || MaxWithdrawals::set(256);
	assert_eq!(complaint(|| MaxWithdrawals::set(4_988), restore), None);
	let expected = "a batch with all its parts full must fit in half a block; lower the bounds";
	assert_eq!(complaint(|| MaxWithdrawals::set(4_989), restore).as_deref(), Some(expected));
}
