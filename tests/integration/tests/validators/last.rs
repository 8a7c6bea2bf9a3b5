//! Whatever becomes of the list and the keys, somebody is left to make blocks.

use super::*;
use tidepool_integration_tests::sessions::*;
use tidepool_runtime::Session;

#[test]
fn validators_who_all_withdraw_their_keys_stay() {
	on_local_testnet(|| {
		VALIDATORS.into_iter().for_each(withdraw_keys);
		for _ in 0..4 {
			assert_eq!(change_of_finalisers(&next_session()), None);
			assert_in_force(&VALIDATORS);
		}
		// Governance goes on, and names somebody who has keys.
		register("Eve", "Eve");
		govern(TrackId::Long, add("Eve"));
		two_sessions();
		assert_in_force(&["Eve"]);
	});
}

#[test]
fn an_empty_list_leaves_the_validators_as_they_are() {
	on_local_testnet(|| {
		for name in VALIDATORS {
			govern(TrackId::Long, remove(name));
		}
		assert!(listed().is_empty());
		for _ in 0..4 {
			assert_eq!(change_of_finalisers(&next_session()), None);
			assert_in_force(&VALIDATORS);
		}
		govern(TrackId::Long, add("Bob"));
		two_sessions();
		assert_in_force(&["Bob"]);
	});
}

#[test]
fn a_list_of_nobody_with_keys_leaves_the_validators_as_they_are() {
	on_local_testnet(|| {
		list_only(&["Eve", "Ferdie"]);
		for _ in 0..3 {
			two_sessions();
			assert_in_force(&VALIDATORS);
		}
		register("Ferdie", "Ferdie");
		two_sessions();
		assert_in_force(&["Ferdie"]);
	});
}

#[test]
fn the_last_validator_cannot_withdraw() {
	on_local_testnet(|| {
		list_only(&["Alice"]);
		two_sessions();
		assert_in_force(&["Alice"]);
		withdraw_keys("Alice");
		for _ in 0..4 {
			next_session();
			assert_in_force(&["Alice"]);
		}
		// With new keys she replaces the old ones.
		register("Alice", "Alice//new");
		two_sessions();
		assert_in_force(&["Alice//new"]);
	});
}

/// pallet-session forgets such a validator by itself, and does not always tell Aura and GRANDPA. They learn it as soon as the
/// list is of use again, even if it says what pallet-session believes already.
#[test]
fn whoever_withdrew_the_keys_is_gone_once_the_list_is_of_use_again() {
	for (listed, other) in [("Alice", "Bob"), ("Bob", "Alice")] {
		on_local_testnet(|| {
			list_only(&["Alice", "Bob"]);
			two_sessions();
			govern(TrackId::Long, remove(other));
			withdraw_keys(listed);
			two_sessions();
			assert_eq!(Session::validators(), [named(other)]);

			govern(TrackId::Long, swap(listed, other));
			two_sessions();
			assert_in_force(&[other]);
		});
	}
}
