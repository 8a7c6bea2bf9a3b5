//! Operations whose call fails (specification, section 4.3).

use super::*;
use crate::Operations;
use frame_support::{assert_noop, assert_ok, dispatch::Pays};
use sp_runtime::DispatchError::BadOrigin;

type ProbeError = probe::Error<Test>;

#[test]
fn a_call_that_fails_changes_nothing_and_stays() {
	ExtBuilder::default().build_and_execute(|| {
		set_broken(true);
		let id = queue(Short, long_act(7));
		let operation = Operations::<Test>::get(id);
		wait_for(id);
		System::reset_events();
		let before = sp_io::storage::root(sp_runtime::StateVersion::V1);
		execute(id);
		// The attempt is known only because the probe remembers it outside of the chain.
		assert_eq!(attempts().len(), 1);
		assert_eq!(timelock_events(), [failed(id, ProbeError::Broken)]);
		assert_eq!(sp_io::storage::root(sp_runtime::StateVersion::V1), before);
		assert_eq!(Operations::<Test>::get(id), operation);
		assert_eq!((done(), preimage(&long_act(7))), (vec![], (1, true)));
	});
}

#[test]
fn the_attempt_is_paid_for() {
	ExtBuilder::default().build_and_execute(|| {
		set_broken(true);
		let id = queue(Instant, act(0));
		assert_eq!(try_execute(id).expect("succeeds all the same").pays_fee, Pays::Yes);
	});
}

#[test]
fn it_can_succeed_later() {
	ExtBuilder::default().build_and_execute(|| {
		set_broken(true);
		let id = queue(Short, act(7));
		wait_for(id);
		for _ in 0..3 {
			execute(id);
		}
		set_broken(false);
		set_time(window(id).1);
		execute(id);
		assert_eq!((attempts().len(), done()), (4, vec![7]));
		assert!(!is_open(id));
	});
}

#[test]
fn it_is_not_retried_after_its_expiry() {
	ExtBuilder::default().build_and_execute(|| {
		set_broken(true);
		let id = queue(Short, act(7));
		set_time(window(id).1);
		execute(id);
		set_broken(false);
		set_time(window(id).1 + 1);
		assert_noop!(try_execute(id), Error::Expired);
		assert_ok!(remove_expired(id));
		assert_eq!((attempts().len(), done()), (1, vec![]));
	});
}

#[test]
fn it_can_be_cancelled() {
	ExtBuilder::default().build_and_execute(|| {
		set_broken(true);
		let id = queue(Instant, long_act(7));
		execute(id);
		cancel(id);
		assert_eq!(preimage(&long_act(7)), (0, false));
	});
}

#[test]
fn a_batch_happens_as_a_whole_or_not_at_all() {
	ExtBuilder::default().build_and_execute(|| {
		let id = queue(Short, batch_all(vec![act(1), set_delay(Short, 3 * DAY), rule(), act(2)]));
		wait_for(id);
		System::reset_events();
		execute(id);
		let events: Vec<_> = System::events().into_iter().map(|record| record.event).collect();
		assert_eq!(events, [RuntimeEvent::Timelock(failed(id, BadOrigin))]);
		assert_eq!((done(), Timelock::delay(Short)), (vec![], 2 * DAY));

		let whole = queue(Short, batch_all(vec![act(1), set_delay(Short, 3 * DAY), act(2)]));
		wait_for(whole);
		execute(whole);
		assert_eq!((done(), Timelock::delay(Short)), (vec![1, 2], 3 * DAY));
		assert!(is_open(id) && !is_open(whole));
	});
}

#[test]
fn a_batch_that_goes_as_far_as_it_can_counts_as_a_success() {
	ExtBuilder::default().build_and_execute(|| {
		let calls = vec![act(1), rule(), act(2)];
		let id = queue(Instant, pallet_utility::Call::<Test>::batch { calls }.into());
		execute(id);
		assert_eq!(done(), [1]);
		assert!(!is_open(id));
	});
}

#[test]
fn the_filter_of_the_chain_applies_to_operations() {
	ExtBuilder::default().build_and_execute(|| {
		let id = queue(Instant, act(7));
		ProbeRefused::set(true);
		timelock_events();
		execute(id);
		assert_eq!(timelock_events(), [failed(id, frame_system::Error::<Test>::CallFiltered)]);
		ProbeRefused::set(false);
		execute(id);
		assert_eq!(done(), [7]);
	});
}
