//! Cancelling (specification, section 4.3).

use super::*;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError::BadOrigin;

#[test]
fn an_operation_is_cancelled_and_reported() {
	ExtBuilder::default().build_and_execute(|| {
		let id = queue(Short, long_act(7));
		timelock_events();
		cancel(id);
		assert_eq!(timelock_events(), [Event::Cancelled { id }]);
		assert!(!is_open(id));
		assert_eq!(preimage(&long_act(7)), (0, false));
		assert_noop!(try_execute(id), Error::OperationNotFound);
	});
}

#[test]
fn a_majority_cancels_on_every_track() {
	ExtBuilder::default().build_and_execute(|| {
		for track in TrackId::ALL {
			for signer in [MAJORITY, TWO_THIRDS] {
				let id = queue(track, act(0));
				assert_ok!(Timelock::cancel(signed(signer), id));
				assert!(!is_open(id));
			}
		}
	});
}

#[test]
fn nobody_else_cancels() {
	ExtBuilder::default().build_and_execute(|| {
		for track in TrackId::ALL {
			let id = queue(track, act(0));
			for outsider in outsiders() {
				assert_noop!(Timelock::cancel(outsider, id), BadOrigin);
			}
		}
	});
}

#[test]
fn who_may_cancel_depends_on_the_track() {
	ExtBuilder::default().build_and_execute(|| {
		for track in TrackId::ALL {
			let id = queue(track, act(0));
			if track == Long {
				assert_ok!(Timelock::cancel(signed(WATCHER), id));
			} else {
				assert_noop!(Timelock::cancel(signed(WATCHER), id), BadOrigin);
			}
		}
	});
}

#[test]
fn an_operation_can_be_cancelled_until_it_is_closed() {
	ExtBuilder::default().build_and_execute(|| {
		for now in [
			START,
			START + 2 * DAY - 1,
			START + 2 * DAY,
			START + 9 * DAY,
			START + 9 * DAY + 1,
			START + 365 * DAY,
		] {
			set_time(START);
			let id = queue(Short, act(0));
			set_time(now);
			cancel(id);
			assert_noop!(Timelock::cancel(signed(MAJORITY), id), Error::OperationNotFound);
		}
	});
}

#[test]
fn what_is_closed_or_never_was_cannot_be_cancelled() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Timelock::cancel(signed(MAJORITY), 0), Error::OperationNotFound);
		execute(queue(Instant, act(0)));
		assert_noop!(Timelock::cancel(signed(MAJORITY), 0), Error::OperationNotFound);
		let expired = queue(Instant, act(0));
		set_time(window(expired).1 + 1);
		assert_ok!(remove_expired(expired));
		assert_noop!(Timelock::cancel(signed(MAJORITY), expired), Error::OperationNotFound);
	});
}
