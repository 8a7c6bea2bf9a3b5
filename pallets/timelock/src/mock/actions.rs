//! Calls that succeed, the clock, and what a test looks at.

use super::*;
use crate::{types::OperationId, NextOperationId, Operations, TrackId};
use codec::Encode;
use frame_support::{
	assert_ok,
	dispatch::{DispatchResult, DispatchResultWithPostInfo},
	traits::Bounded,
};
use pallet_preimage::{PreimageFor, RequestStatus, RequestStatusFor};
use sp_core::H256;

#[track_caller]
pub fn check_invariants() {
	Timelock::do_try_state().expect("the invariants hold");
}

/// Sets the clock, without any hook.
pub fn set_time(now: Seconds) {
	pallet_timestamp::Now::<Test>::put(now * 1_000);
}

/// The events of the timelock since the last call of this function.
pub fn timelock_events() -> Vec<Event> {
	let events = System::read_events_for_pallet::<Event>();
	System::reset_events();
	events
}

/// A short call of the probe.
pub fn act(label: u32) -> RuntimeCall {
	act_with(label, 0)
}

/// A call of the probe that needs a preimage.
pub fn long_act(label: u32) -> RuntimeCall {
	act_with(label, 200)
}

/// A call of the probe with so many bytes of padding.
pub fn act_with(label: u32, padding: usize) -> RuntimeCall {
	weighing(label, padding, Weight::zero(), None)
}

/// A call of the probe that is annotated with a weight and may use less.
pub fn weighing(label: u32, padding: usize, annotated: Weight, used: Option<Weight>) -> RuntimeCall {
	probe::Call::<Test>::act { label, padding: vec![0; padding], annotated, used }.into()
}

/// A call that needs root.
pub fn rule() -> RuntimeCall {
	probe::Call::<Test>::rule {}.into()
}

/// All or nothing.
pub fn batch_all(calls: Vec<RuntimeCall>) -> RuntimeCall {
	pallet_utility::Call::<Test>::batch_all { calls }.into()
}

/// Acts as `account`; on the Long track only.
pub fn acting_as(account: AccountId, call: RuntimeCall) -> RuntimeCall {
	let as_origin = Box::new(frame_system::RawOrigin::Signed(account).into());
	pallet_utility::Call::<Test>::dispatch_as_fallible { as_origin, call: Box::new(call) }.into()
}

pub fn try_queue(by: AccountId, track: TrackId, call: RuntimeCall, delay: Option<Seconds>) -> DispatchResult {
	Timelock::queue(signed(by), track, Box::new(call), delay)
}

/// Two thirds of the council queue a call with the delay of the track.
#[track_caller]
pub fn queue(track: TrackId, call: RuntimeCall) -> OperationId {
	let id = NextOperationId::<Test>::get();
	assert_ok!(try_queue(TWO_THIRDS, track, call, None));
	id
}

/// A passer-by executes, for as much as it may cost.
pub fn try_execute(id: OperationId) -> DispatchResultWithPostInfo {
	Timelock::execute(signed(PASSERBY), id, u32::MAX, Weight::MAX)
}

#[track_caller]
pub fn execute(id: OperationId) {
	assert_ok!(try_execute(id));
}

#[track_caller]
pub fn cancel(id: OperationId) {
	assert_ok!(Timelock::cancel(signed(MAJORITY), id));
}

/// When an open operation can be executed first and last.
#[track_caller]
pub fn window(id: OperationId) -> (Seconds, Seconds) {
	let operation = Operations::<Test>::get(id).expect("open");
	(operation.eta, operation.expires_at)
}

/// Moves the clock to the first second in which the operation can be executed.
#[track_caller]
pub fn wait_for(id: OperationId) {
	set_time(window(id).0);
}

pub fn is_open(id: OperationId) -> bool {
	Operations::<Test>::contains_key(id)
}

/// Labels of the probe's calls that succeeded and were not undone.
pub fn done() -> Vec<u32> {
	probe::Done::<Test>::get()
}

/// Every attempt to make a call of the probe.
pub fn attempts() -> Vec<probe::Attempt> {
	probe::Attempts::get()
}

/// Makes the calls of the probe fail, or work again.
pub fn set_broken(broken: bool) {
	probe::IsBroken::<Test>::put(broken);
}

/// Hash of an encoded call.
pub fn hash(call: &RuntimeCall) -> H256 {
	call.using_encoded(sp_io::hashing::blake2_256).into()
}

/// How often the preimage of a call is requested, and whether it is there.
pub fn preimage(call: &RuntimeCall) -> (u32, bool) {
	let (hash, length) = (hash(call), call.encoded_size() as u32);
	let requests = match RequestStatusFor::<Test>::get(hash) {
		Some(RequestStatus::Requested { count, .. }) => count,
		_ => 0,
	};
	(requests, PreimageFor::<Test>::contains_key((hash, length)))
}

/// Replaces the call of an open operation.
#[track_caller]
pub fn corrupt_call(id: OperationId, call: Vec<u8>) {
	Operations::<Test>::mutate(id, |operation| {
		let operation = operation.as_mut().expect("open");
		operation.call_hash = sp_io::hashing::blake2_256(&call).into();
		operation.call = Bounded::Inline(call.try_into().expect("short"));
	});
}
