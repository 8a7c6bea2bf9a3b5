//! Governance changes the list, and two sessions later the validators are others.

use super::*;
use codec::Encode;
use sp_consensus_aura::{sr25519::AuthorityId as AuraId, ConsensusLog, AURA_ENGINE_ID};
use sp_runtime::DigestItem;
use tidepool_integration_tests::sessions::*;
use tidepool_runtime::{configs::system::RuntimeBlockWeights, Session, System};

#[test]
fn whoever_is_listed_and_has_keys_validates_from_the_second_session_on() {
	on_local_testnet(|| {
		register("Eve", "Eve");
		govern(TrackId::Long, add("Eve"));
		assert_eq!(change_of_finalisers(&next_session()), None);
		assert_in_force(&VALIDATORS);
		assert_eq!(Session::queued_keys().len(), 5);

		let block = next_session();
		assert_in_force(&["Alice", "Bob", "Charlie", "Dave", "Eve"]);
		// GRANDPA goes over to the new validators with the very block that tells it, once the old ones have finalised it.
		let change = change_of_finalisers(&block).expect("GRANDPA is told");
		assert_eq!(change.delay, 0);
		assert_eq!(change.next_authorities, tidepool_runtime::Grandpa::grandpa_authorities());
		let in_order = pallet_aura::Authorities::<Runtime>::get().into_inner();
		let log = ConsensusLog::<AuraId>::AuthoritiesChange(in_order).encode();
		assert!(block.digest.logs().contains(&DigestItem::Consensus(AURA_ENGINE_ID, log)));

		assert_eq!(change_of_finalisers(&next_session()), None);
	});
}

#[test]
fn whoever_is_listed_without_keys_validates_once_it_has_some() {
	on_local_testnet(|| {
		govern(TrackId::Long, add("Eve"));
		two_sessions();
		assert!(listed().contains(&named("Eve")));
		assert_in_force(&VALIDATORS);
		register("Eve", "Eve");
		two_sessions();
		assert_in_force(&["Alice", "Bob", "Charlie", "Dave", "Eve"]);
	});
}

#[test]
fn whoever_has_keys_without_being_listed_does_not_validate() {
	on_local_testnet(|| {
		register("Eve", "Eve");
		two_sessions();
		next_session();
		assert_in_force(&VALIDATORS);
	});
}

#[test]
fn whoever_is_removed_stops_with_the_second_session() {
	on_local_testnet(|| {
		govern(TrackId::Long, remove("Dave"));
		assert_eq!(change_of_finalisers(&next_session()), None);
		assert_in_force(&VALIDATORS);
		assert!(change_of_finalisers(&next_session()).is_some());
		assert_in_force(&["Alice", "Bob", "Charlie"]);
	});
}

#[test]
fn a_validator_is_exchanged_for_another_in_one_step() {
	on_local_testnet(|| {
		register("Eve", "Eve");
		govern(TrackId::Long, swap("Dave", "Eve"));
		two_sessions();
		assert_in_force(&["Alice", "Bob", "Charlie", "Eve"]);
	});
}

#[test]
fn the_whole_list_is_replaced() {
	on_local_testnet(|| {
		register("Eve", "Eve");
		register("Ferdie", "Ferdie");
		list_only(&["Eve", "Ferdie", "Alice"]);
		two_sessions();
		assert_in_force(&["Alice", "Eve", "Ferdie"]);
	});
}

#[test]
fn two_changes_in_a_row_arrive_one_after_the_other() {
	on_local_testnet(|| {
		register("Eve", "Eve");
		govern(TrackId::Long, add("Eve"));
		next_session();
		govern(TrackId::Long, remove("Dave"));
		next_session();
		assert_in_force(&["Alice", "Bob", "Charlie", "Dave", "Eve"]);
		next_session();
		assert_in_force(&["Alice", "Bob", "Charlie", "Eve"]);
	});
}

#[test]
fn sessions_pass_without_a_word_while_nothing_changes() {
	on_local_testnet(|| {
		for session in 1..=4 {
			assert_eq!(change_of_finalisers(&next_session()), None);
			assert_eq!(Session::current_index(), session);
			assert_eq!(pallet_grandpa::CurrentSetId::<Runtime>::get(), 0);
		}
		assert_in_force(&VALIDATORS);
	});
}

#[test]
fn a_hundred_validators_and_no_more() {
	on_local_testnet(|| {
		let names = (0..101).map(|number| format!("Validator{number}")).collect::<Vec<_>>();
		let paths = names.iter().map(String::as_str).collect::<Vec<_>>();
		for name in &paths[..100] {
			let pay = pallet_balances::Call::<Runtime>::transfer_keep_alive {
				dest: address(name),
				value: tidepool_runtime::DYDX,
			};
			dispatch(&alice(), pay).expect("alice has enough");
			register(name, name);
		}
		list_only(&paths[..100]);
		two_sessions();
		assert_in_force(&paths[..100]);

		let id = queue(TrackId::Long, add(paths[100]));
		set_time(now() + tidepool_runtime::Timelock::delay(TrackId::Long));
		execute(id).expect("due");
		let error = pallet_membership::Error::<Runtime>::TooManyMembers.into();
		System::assert_has_event(pallet_timelock::Event::<Runtime>::ExecutionFailed { id, error }.into());
	});
}

#[test]
fn the_block_that_begins_a_session_has_no_room_for_ordinary_transactions() {
	on_local_testnet(|| {
		next_session();
		let most = RuntimeBlockWeights::get().max_block;
		for into in 1..=20 {
			begin_block();
			let is_full = System::block_weight().total().all_gte(most);
			assert_eq!(is_full, into == 20, "{into} blocks into the session");
			tidepool_runtime::Executive::finalize_block();
		}
	});
}
