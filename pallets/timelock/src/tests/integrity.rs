//! What the pallet checks about the runtime that it is built into.

use super::*;
use crate::origins::assert_different;
use frame_support::traits::Hooks;
use sp_runtime::traits::AccountIdConversion;

#[test]
fn the_runtime_of_the_tests_is_sound() {
	<Timelock as Hooks<_>>::integrity_test();
	MaxOpenOperations::set(1);
	<Timelock as Hooks<_>>::integrity_test();
}

#[test]
#[should_panic(expected = "at least one operation must fit into the timelock")]
fn a_timelock_without_room_is_refused() {
	MaxOpenOperations::set(0);
	<Timelock as Hooks<_>>::integrity_test();
}

/// The accounts of the tracks, with another kind of account ids.
fn accounts<Id: codec::Encode + codec::Decode>() -> [Id; 3] {
	TrackId::ALL.map(|track| TimelockPalletId::get().into_sub_account_truncating(track))
}

#[test]
fn account_ids_with_room_for_the_track_are_accepted() {
	// `modl`, the id of the pallet, the track.
	assert_different(accounts::<[u8; 13]>());
	assert_different(accounts::<AccountId>());
}

#[test]
#[should_panic(expected = "the accounts of the tracks must differ")]
fn account_ids_without_room_for_the_track_are_refused() {
	assert_different(accounts::<[u8; 12]>());
}

#[test]
fn any_two_accounts_must_differ() {
	for accounts in [[1, 1, 2], [1, 2, 1], [2, 1, 1], [1, 1, 1]] {
		assert!(std::panic::catch_unwind(|| assert_different(accounts)).is_err());
	}
}
