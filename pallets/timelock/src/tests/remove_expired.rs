//! Removal of expired operations (specification, section 4.3).

use super::*;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError::BadOrigin;

#[test]
fn an_expired_operation_is_removed_and_reported() {
	ExtBuilder::default().build_and_execute(|| {
		let id = queue(Long, long_act(7));
		set_time(window(id).1 + 1);
		timelock_events();
		assert_ok!(remove_expired(id));
		assert_eq!(timelock_events(), [Event::ExpiredRemoved { id }]);
		assert!(!is_open(id));
		assert_eq!(preimage(&long_act(7)), (0, false));
		assert_noop!(remove_expired(id), Error::OperationNotFound);
	});
}

#[test]
fn an_operation_that_can_be_executed_now_or_later_is_not_removed() {
	ExtBuilder::default().build_and_execute(|| {
		let id = queue(Short, act(0));
		for now in [START, START + 2 * DAY - 1, START + 2 * DAY, START + 9 * DAY - 1, START + 9 * DAY] {
			set_time(now);
			assert_noop!(remove_expired(id), Error::NotExpired);
		}
		set_time(START + 9 * DAY + 1);
		assert_ok!(remove_expired(id));
	});
}

#[test]
fn an_operation_that_does_not_exist_is_not_removed() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(remove_expired(0), Error::OperationNotFound);
		execute(queue(Instant, act(0)));
		assert_noop!(remove_expired(0), Error::OperationNotFound);
	});
}

#[test]
fn anybody_who_signs_removes() {
	ExtBuilder::default().build_and_execute(|| {
		for signer in [PASSERBY, MINORITY, Timelock::track_account(Long)] {
			let id = queue(Instant, act(0));
			set_time(window(id).1 + 1);
			for origin in unsigned() {
				assert_noop!(Timelock::remove_expired(origin, id), BadOrigin);
			}
			assert_ok!(Timelock::remove_expired(signed(signer), id));
			assert!(!is_open(id));
		}
	});
}
