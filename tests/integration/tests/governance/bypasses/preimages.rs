//! Taking or exchanging the stored call of an operation.

use crate::attempts::*;
use codec::Encode;
use frame_support::{
	assert_noop, assert_ok,
	traits::{Bounded, QueryPreimage},
};
use pallet_preimage::{Call as PreimageCall, Error as PreimageError};
use pallet_timelock::{types::OperationId, Call as TimelockCall, TrackId};
use sp_core::H256;
use sp_runtime::{
	traits::{BlakeTwo256, Hash},
	DispatchError::BadOrigin,
};
use tidepool_integration_tests::{borrowers::*, common::*, council::*};
use tidepool_runtime::{Preimage, Runtime, RuntimeCall, StarkProxy, System, Timelock};

type Error = PreimageError<Runtime>;

/// A call of more than 128 bytes, which is kept as a preimage.
fn long_call() -> RuntimeCall {
	let remark = frame_system::Call::<Runtime>::remark { remark: vec![7; 200] };
	batch_all(vec![super::powers::restrict(A), remark.into()])
}

fn hash() -> H256 {
	BlakeTwo256::hash_of(&long_call())
}

fn note(who: &str, bytes: Vec<u8>) -> sp_runtime::DispatchResult {
	attempt(&named(who), PreimageCall::<Runtime>::note_preimage { bytes })
}

#[track_caller]
fn assert_executes(id: OperationId) {
	set_time(now() + Timelock::delay(TrackId::Short));
	assert_eq!(outcome(id), Ok(()));
	assert!(StarkProxy::is_borrowing_restricted(A));
	assert!(
		!<Preimage as QueryPreimage>::have(&Bounded::<RuntimeCall, _>::Lookup {
			hash: hash(),
			len: long_call().encoded_size() as u32
		}),
		"nothing is left behind"
	);
}

#[test]
fn a_stranger_removes_no_preimage_of_an_operation() {
	with_pool(|| {
		let id = queue(TrackId::Short, long_call());
		let hash = hash();
		let refused = [
			(PreimageCall::<Runtime>::unnote_preimage { hash }, Error::NotAuthorized.into()),
			(PreimageCall::unrequest_preimage { hash }, BadOrigin),
		];
		for (call, error) in refused {
			for caller in [Caller::Anybody, Caller::Member] {
				assert_refused(caller, call.clone(), error);
			}
			assert_refused(Caller::Council, call.clone(), BadOrigin);
			assert_refused(Caller::Track(TrackId::Instant), call, BadOrigin);
		}
		// The attempts of the Instant track took no time.
		assert_executes(id);
	});
}

#[test]
fn who_noted_the_call_first_cannot_take_it_back_while_it_waits() {
	with_pool(|| {
		assert_ok!(note("Ferdie", long_call().encode()));
		let id = queue(TrackId::Short, long_call());
		assert_ok!(attempt(&named("Ferdie"), PreimageCall::<Runtime>::unnote_preimage { hash: hash() }));
		assert_executes(id);
	});
}

#[test]
fn other_bytes_are_another_preimage() {
	with_pool(|| {
		let id = queue(TrackId::Short, long_call());
		let mut other = long_call().encode();
		*other.last_mut().expect("not empty") ^= 1;
		assert_ok!(note("Ferdie", other.clone()));
		assert_eq!(Timelock::operation(id).and_then(|operation| operation.call), Some(long_call()));
		assert_executes(id);
		assert_ok!(attempt(
			&named("Ferdie"),
			PreimageCall::<Runtime>::unnote_preimage { hash: BlakeTwo256::hash(&other) }
		));
	});
}

/// The same bytes noted again belong to the operation, not to who noted them.
#[test]
fn noting_the_call_again_gives_no_hold_on_it() {
	with_pool(|| {
		let id = queue(TrackId::Short, long_call());
		assert_ok!(note("Ferdie", long_call().encode()));
		let unnote = PreimageCall::<Runtime>::unnote_preimage { hash: hash() };
		assert_noop!(attempt(&named("Ferdie"), unnote), Error::NotAuthorized);
		assert_executes(id);
	});
}

/// The tracks that wait manage preimages. What they take away stops an operation, as a majority can by cancelling; it
/// cannot be replaced by another call.
#[test]
fn without_its_preimage_an_operation_does_nothing() {
	with_pool(|| {
		let (track, call, delay) = (TrackId::Short, Box::new(long_call()), Some(600));
		let id = pallet_timelock::NextOperationId::<Runtime>::get();
		assert_ok!(carry(&TimelockCall::<Runtime>::queue { track, call, delay }.into(), 3));
		let unrequest = PreimageCall::<Runtime>::unrequest_preimage { hash: hash() };
		assert_ok!(try_as(Caller::Track(TrackId::Short), unrequest));
		set_time(now() + 600);
		let execution =
			TimelockCall::<Runtime>::execute { id, length_bound: u32::MAX, weight_bound: ANY_WEIGHT };
		assert_noop!(
			attempt(&named("Ferdie"), execution.clone()),
			pallet_timelock::Error::<Runtime>::PreimageUnavailable
		);
		assert_ok!(note("Ferdie", vec![1; 200]));
		assert_noop!(
			attempt(&named("Ferdie"), execution.clone()),
			pallet_timelock::Error::<Runtime>::PreimageUnavailable
		);
		// Whoever brings the very same call back makes it executable again.
		assert_ok!(note("Ferdie", long_call().encode()));
		System::reset_events();
		assert_ok!(attempt(&named("Ferdie"), execution));
		assert!(StarkProxy::is_borrowing_restricted(A));
	});
}
