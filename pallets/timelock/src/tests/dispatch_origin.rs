//! As whom operations act (specification, section 4.4). On the Long track of the mock, `rule`, `authorize_upgrade` and the
//! forging of origins run as root.

use super::*;
use crate::mock::probe::{Attempt, Caller};
use sp_runtime::{traits::Hash, DispatchError::BadOrigin};

/// Executes `call` on `track` as soon as possible and returns the events of the timelock.
#[track_caller]
fn run(track: TrackId, call: RuntimeCall) -> Vec<Event> {
	let id = queue(track, call);
	wait_for(id);
	timelock_events();
	execute(id);
	timelock_events()
}

#[test]
fn listed_calls_of_the_long_track_run_as_root() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(run(Long, rule()), [Event::Executed { id: 0 }]);
		assert_eq!(done(), [u32::MAX]);
		let code_hash = sp_runtime::traits::BlakeTwo256::hash(b"code");
		let upgrade = queue(Long, frame_system::Call::<Test>::authorize_upgrade { code_hash }.into());
		wait_for(upgrade);
		execute(upgrade);
		System::assert_has_event(
			frame_system::Event::UpgradeAuthorized { code_hash, check_version: true }.into(),
		);
	});
}

#[test]
fn no_other_track_gets_root_for_them() {
	ExtBuilder::default().build_and_execute(|| {
		for (id, track) in [Instant, Short].into_iter().enumerate() {
			assert_eq!(run(track, rule()), [failed(id as u32, BadOrigin)]);
		}
		assert!(done().is_empty());
	});
}

#[test]
fn a_listed_call_inside_another_call_does_not_run_as_root() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(run(Long, batch_all(vec![rule()])), [failed(0, BadOrigin)]);
		let inner = batch_all(vec![acting_as(PASSERBY, act(0))]);
		assert_eq!(run(Long, inner), [failed(1, BadOrigin)]);
		assert_eq!((done(), attempts()), (vec![], vec![]));
	});
}

#[test]
fn calls_that_are_not_listed_do_not_run_as_root() {
	ExtBuilder::default().build_and_execute(|| {
		let items = vec![(b"key".to_vec(), b"value".to_vec())];
		let write = frame_system::Call::<Test>::set_storage { items };
		assert_eq!(run(Long, write.into()), [failed(0, BadOrigin)]);
		assert_eq!(run(Long, act(7)), [Event::Executed { id: 1 }]);
		let now = pallet_timestamp::Now::<Test>::get() / 1_000;
		assert_eq!(attempts(), [Attempt { label: 7, now, by: Caller::Track(Long) }]);
	});
}

#[test]
fn no_track_signs() {
	ExtBuilder::default().build_and_execute(|| {
		let transfer = pallet_balances::Call::<Test>::transfer_all { dest: PASSERBY, keep_alive: false };
		let on_behalf = pallet_utility::Call::<Test>::as_derivative { index: 0, call: Box::new(act(0)) };
		let mut id = 0;
		for track in TrackId::ALL {
			for call in [transfer.clone().into(), on_behalf.clone().into(), execution(0)] {
				assert_eq!(run(track, call), [failed(id, BadOrigin)]);
				id += 1;
			}
		}
	});
}
