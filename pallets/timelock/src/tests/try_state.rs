//! `try_state` finds what it claims to find: each test breaks one invariant and expects its name.

use super::*;
use crate::{
	types::{Operation, TrackParameters},
	CallOf, NextOperationId, Operations, TrackDelay, Tracks,
};
use codec::Encode;
use frame_support::traits::Bounded;
use pallet_preimage::{PreimageFor, RequestStatusFor};

/// A lively state: operation 0 closed, 1 short and 2 long, both waiting, the delay of Short changed. `corrupt` breaks it;
/// `expected` is what `try_state` must say.
#[track_caller]
fn breaks(expected: &'static str, corrupt: impl FnOnce()) {
	ExtBuilder::default().build().execute_with(|| {
		change_delay(Short, 3 * DAY);
		queue(Short, act(1));
		queue(Long, long_act(2));
		check_invariants();
		corrupt();
		assert_eq!(Timelock::do_try_state(), Err(expected.into()));
	});
}

fn operation(id: OperationId, change: impl FnOnce(&mut Operation<CallOf<Test>>)) {
	Operations::<Test>::mutate(id, |operation| change(operation.as_mut().expect("open")));
}

fn parameters(track: TrackId, change: impl FnOnce(&mut TrackParameters)) {
	Tracks::<Test>::mutate(track, |parameters| change(parameters.as_mut().expect("set at genesis")));
}

#[test]
fn the_limits_of_the_tracks_are_sound() {
	let order = "the default delay must lie between the minimum and the maximum";
	breaks(order, || parameters(Instant, |limits| limits.default_delay = limits.max_delay + 1));
	breaks(order, || parameters(Long, |limits| limits.min_delay = limits.default_delay + 1));
	for track in TrackId::ALL {
		breaks("the grace period must not be 0", || parameters(track, |limits| limits.grace = 0));
	}
	for track in [Short, Long] {
		breaks("the minimum delay must not be 0", || parameters(track, |limits| limits.min_delay = 0));
	}
}

#[test]
fn the_accounts_of_the_tracks_have_a_provider() {
	for track in TrackId::ALL {
		breaks("4.1: the account of a track has no provider", || {
			System::dec_providers(&Timelock::track_account(track)).unwrap();
		});
	}
}

#[test]
fn g1_the_times_of_an_operation_fit_its_track() {
	let eta = "G1: eta out of bounds";
	// The least delay of the track may have changed since, its minimum cannot.
	breaks(eta, || operation(1, |short| short.eta = short.queued_at + DAY - 1));
	breaks(eta, || operation(1, |short| short.eta = short.queued_at + 7 * DAY + 1));
	breaks(eta, || operation(2, |long| long.eta = long.queued_at + 5 * DAY - 1));
	breaks(eta, || operation(2, |long| long.eta = long.queued_at - 1));
	breaks(eta, || operation(2, |long| long.track = Instant));
	let expiry = "G1: expiry is not eta + grace";
	breaks(expiry, || operation(1, |short| short.expires_at += 1));
	breaks(expiry, || operation(2, |long| long.expires_at -= 1));
	breaks(expiry, || {
		operation(1, |short| {
			short.queued_at += 1;
			short.eta += 1;
			set_time(short.queued_at);
		});
	});
	breaks("G1: queued in the future", || operation(1, |short| short.queued_at += 1));
}

#[test]
fn g4_a_preimage_is_requested_while_its_operation_is_stored() {
	let (key, length) = (hash(&long_act(2)), long_act(2).encoded_size() as u32);
	breaks("G4: a preimage is not requested", || RequestStatusFor::<Test>::remove(key));
	breaks("G4: a preimage is missing", || PreimageFor::<Test>::remove((key, length)));
	breaks("G4: a preimage is missing", || {
		operation(2, |long| long.call = Bounded::unrequested(key, length - 1));
	});
	let wrong = "G4: the hash of a call is wrong";
	breaks(wrong, || operation(1, |short| short.call_hash = key));
	breaks(wrong, || operation(2, |long| long.call_hash = hash(&act(2))));
	breaks(wrong, || operation(1, |short| short.call = Bounded::Inline(vec![1].try_into().unwrap())));
}

#[test]
fn g5_a_delay_is_within_its_bounds() {
	let broken = "G5: a delay is out of bounds";
	breaks(broken, || TrackDelay::<Test>::insert(Instant, DAY + 1));
	breaks(broken, || TrackDelay::<Test>::insert(Short, DAY - 1));
	breaks(broken, || TrackDelay::<Test>::insert(Short, 7 * DAY + 1));
	breaks(broken, || TrackDelay::<Test>::insert(Long, 0));
}

#[test]
fn g6_every_id_was_given_out() {
	breaks("G6: an id was not given out", || NextOperationId::<Test>::put(2));
	breaks("G6: an id was not given out", || NextOperationId::<Test>::put(0));
}

#[test]
fn g7_the_operations_are_counted_and_not_too_many() {
	let count_as = |count: u32| {
		let key = frame_support::storage::storage_prefix(b"Timelock", b"CounterForOperations");
		frame_support::storage::unhashed::put(&key, &count);
		assert_eq!(Operations::<Test>::count(), count);
	};
	breaks("G7: the operations are miscounted", || count_as(1));
	breaks("G7: the operations are miscounted", || count_as(3));
	breaks("G7: too many operations", || MaxOpenOperations::set(1));
	ExtBuilder::default().max_operations(2).build_and_execute(|| {
		queue(Short, act(1));
		queue(Short, act(2));
	});
}
