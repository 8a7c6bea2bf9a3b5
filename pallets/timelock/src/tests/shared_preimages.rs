//! Preimages that others have to do with, too: uploaders, who pay a deposit, and the manager of the preimages.

use super::*;
use codec::Encode;
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use sp_runtime::DispatchError::BadOrigin;

type PreimageError = pallet_preimage::Error<Test>;

fn call() -> RuntimeCall {
	long_act(7)
}

fn upload() {
	assert_ok!(Preimage::note_preimage(signed(UPLOADER), call().encode()));
}

fn take_back(by: RuntimeOrigin) -> DispatchResult {
	Preimage::unnote_preimage(by, hash(&call()))
}

#[test]
fn an_uploader_cannot_take_a_queued_call_away() {
	ExtBuilder::default().build_and_execute(|| {
		upload();
		assert_eq!(preimage(&call()), (0, true));
		let id = queue(Short, call());
		assert_eq!(preimage(&call()), (1, true));
		// This ends the deposit, not the request.
		assert_ok!(take_back(signed(UPLOADER)));
		assert_eq!(preimage(&call()), (1, true));
		assert_noop!(take_back(signed(UPLOADER)), PreimageError::NotAuthorized);
		wait_for(id);
		execute(id);
		assert_eq!((done(), preimage(&call())), (vec![7], (0, false)));
	});
}

#[test]
fn nobody_else_can_take_a_queued_call_away() {
	ExtBuilder::default().build_and_execute(|| {
		let id = queue(Short, call());
		let unrequest = |by| Preimage::unrequest_preimage(by, hash(&call()));
		for signer in [PASSERBY, UPLOADER, TWO_THIRDS] {
			assert_noop!(take_back(signed(signer.clone())), PreimageError::NotAuthorized);
			assert_noop!(unrequest(signed(signer)), BadOrigin);
		}
		for track in TrackId::ALL {
			assert_noop!(take_back(from_track(track)), BadOrigin);
			assert_noop!(unrequest(from_track(track)), BadOrigin);
		}
		wait_for(id);
		execute(id);
		assert_eq!(done(), [7]);
	});
}

#[test]
fn what_somebody_uploaded_stays_after_the_execution() {
	ExtBuilder::default().build_and_execute(|| {
		upload();
		execute(queue(Instant, call()));
		assert_eq!(preimage(&call()), (0, true));
		assert_ok!(take_back(signed(UPLOADER)));
		assert_eq!(preimage(&call()), (0, false));
	});
}

#[test]
fn uploading_a_queued_call_changes_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let id = queue(Instant, call());
		upload();
		assert_eq!(preimage(&call()), (1, true));
		assert_noop!(take_back(signed(UPLOADER)), PreimageError::NotAuthorized);
		execute(id);
		assert_eq!(preimage(&call()), (0, false));
	});
}

#[test]
fn requests_of_others_are_left_alone() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Preimage::request_preimage(RuntimeOrigin::root(), hash(&call())));
		assert_eq!(preimage(&call()), (1, false));
		queue(Instant, call());
		queue(Instant, call());
		assert_eq!(preimage(&call()), (3, true));
		execute(0);
		cancel(1);
		assert_eq!(preimage(&call()), (1, true));
		assert_ok!(Preimage::unrequest_preimage(RuntimeOrigin::root(), hash(&call())));
		assert_eq!(preimage(&call()), (0, false));
	});
}

#[test]
fn without_its_preimage_an_operation_cannot_be_executed() {
	ExtBuilder::default().build_and_execute(|| {
		let id = queue(Instant, call());
		// Only the manager of the preimages is able to do this.
		assert_ok!(take_back(RuntimeOrigin::root()));
		assert_eq!(preimage(&call()), (0, false));
		assert_noop!(try_execute(id), Error::PreimageUnavailable);
		// That comes before the bounds.
		let within_nothing = Timelock::execute(signed(PASSERBY), id, 0, Weight::zero());
		assert_noop!(within_nothing, Error::PreimageUnavailable);
		assert_eq!(Timelock::do_try_state(), Err("G4: a preimage is not requested".into()));
		timelock_events();
		cancel(id);
		assert_eq!(timelock_events(), [Event::Cancelled { id }]);
	});
}

#[test]
fn a_preimage_that_was_taken_away_can_be_brought_back() {
	ExtBuilder::default().build_and_execute(|| {
		let id = queue(Instant, call());
		assert_ok!(Preimage::unrequest_preimage(RuntimeOrigin::root(), hash(&call())));
		assert_noop!(try_execute(id), Error::PreimageUnavailable);
		upload();
		execute(id);
		// It belongs to the uploader now.
		assert_eq!((done(), preimage(&call())), (vec![7], (0, true)));
		assert_ok!(take_back(signed(UPLOADER)));
	});
}

#[test]
fn an_expired_operation_without_a_preimage_can_be_removed() {
	ExtBuilder::default().build_and_execute(|| {
		let id = queue(Instant, call());
		assert_ok!(take_back(RuntimeOrigin::root()));
		set_time(window(id).1 + 1);
		assert_ok!(remove_expired(id));
	});
}
