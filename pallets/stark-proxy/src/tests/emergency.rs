//! The switch for emergencies (specification, section 11.9): it only ever tightens.

use super::support::*;
use crate::mock::*;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

fn emergency(proxy: u32) -> Call {
	Call::emergency_restrict { proxy }
}

/// The origin of emergencies in the runtime of the tests.
fn instant_track() -> RuntimeOrigin {
	track::by(0)
}

#[test]
fn a_proxy_is_restricted_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(dispatch(emergency(A), instant_track()));
		let event = Event::BorrowingRestrictionChanged { proxy: A, restricted: true, emergency: true };
		assert_eq!(proxy_events(), [event]);
		assert!(StarkProxy::is_borrowing_restricted(A));
		assert!(!StarkProxy::is_borrowing_restricted(B));
		assert_noop!(StarkProxy::borrow(owner(A), A, 1), Error::BorrowingRestricted);
	});
}

#[test]
fn it_never_lifts_a_restriction() {
	ExtBuilder::default().build_and_execute(|| {
		for _ in 0..3 {
			assert_ok!(dispatch(emergency(A), instant_track()));
			let event = Event::BorrowingRestrictionChanged { proxy: A, restricted: true, emergency: true };
			assert_eq!(proxy_events(), [event]);
			assert!(StarkProxy::is_borrowing_restricted(A));
		}
		// Only the guardian does, after its delay.
		let lift = Call::guardian_set_borrowing_restriction { proxy: A, restricted: false };
		assert_noop!(dispatch(lift.clone(), instant_track()), Error::MissingRole);
		assert_ok!(dispatch(lift, guardian()));
		let event = Event::BorrowingRestrictionChanged { proxy: A, restricted: false, emergency: false };
		assert_eq!(proxy_events(), [event]);
		borrow(A, 1);
	});
}

#[test]
fn nothing_else_of_the_proxy_changes() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(StarkProxy::increase_approved_amount(guardian(), A, 7, Some(8)));
		let mut before = info(A);
		assert_ok!(dispatch(emergency(A), instant_track()));
		before.borrowing_restricted = true;
		assert_eq!(info(A), before);
	});
}

#[test]
fn a_proxy_that_does_not_exist_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(dispatch(emergency(C), instant_track()), Error::ProxyNotFound);
	});
}

#[test]
fn a_wrong_origin_is_named_first() {
	ExtBuilder::default().build_and_execute(|| {
		for proxy in [A, C] {
			for origin in [guardian(), long_track(), owner(A), signed(&INSTANT), RuntimeOrigin::root()] {
				assert_noop!(dispatch(emergency(proxy), origin), DispatchError::BadOrigin);
			}
		}
	});
}
