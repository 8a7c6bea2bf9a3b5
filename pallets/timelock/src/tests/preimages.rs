//! Where calls are kept (specification, section 4.5, G4): preimages are requested exactly while an operation needs them.

use super::*;
use crate::Operations;
use codec::Encode;
use frame_support::{assert_noop, assert_ok};
use pallet_preimage::{PreimageFor, RequestStatusFor};

/// A call whose encoding has this length.
fn of_length(length: usize) -> RuntimeCall {
	(0..length)
		.map(|padding| act_with(7, padding))
		.find(|call| call.encoded_size() == length)
		.expect("there is a padding for it")
}

/// Whether pallet-preimage knows nothing at all.
fn nothing_is_kept() -> bool {
	RequestStatusFor::<Test>::iter().count() == 0 && PreimageFor::<Test>::iter().count() == 0
}

#[test]
fn up_to_128_bytes_are_kept_with_the_operation() {
	ExtBuilder::default().build_and_execute(|| {
		let (short, long) = (of_length(128), of_length(129));
		let id = queue(Instant, short.clone());
		assert!(!Operations::<Test>::get(id).unwrap().call.lookup_needed());
		assert!(nothing_is_kept());
		execute(id);
		let id = queue(Instant, long.clone());
		assert_eq!(Operations::<Test>::get(id).unwrap().call.lookup_hash(), Some(hash(&long)));
		assert_eq!(preimage(&long), (1, true));
		execute(id);
		assert_eq!(done(), [7, 7]);
		assert!(nothing_is_kept());
	});
}

#[test]
fn every_way_to_close_an_operation_drops_its_preimage() {
	let ways: [fn(OperationId); 3] = [
		|id| {
			wait_for(id);
			execute(id);
		},
		cancel,
		|id| {
			set_time(window(id).1 + 1);
			assert_ok!(remove_expired(id));
		},
	];
	for close in ways {
		ExtBuilder::default().build_and_execute(|| {
			let id = queue(Short, long_act(7));
			assert_eq!(preimage(&long_act(7)), (1, true));
			close(id);
			assert!(nothing_is_kept());
		});
	}
}

#[test]
fn operations_with_the_same_call_share_a_preimage_and_request_it_once_each() {
	ExtBuilder::default().build_and_execute(|| {
		let call = long_act(7);
		for requests in 1..=4 {
			queue(Short, call.clone());
			assert_eq!(preimage(&call), (requests, true));
		}
		cancel(1);
		assert_eq!(preimage(&call), (3, true));
		wait_for(0);
		execute(2);
		assert_eq!(preimage(&call), (2, true));
		execute(0);
		assert_eq!(preimage(&call), (1, true));
		set_time(window(3).1 + 1);
		assert_ok!(remove_expired(3));
		assert!(nothing_is_kept());
		assert_eq!(done(), [7, 7]);
	});
}

#[test]
fn different_calls_do_not_share() {
	ExtBuilder::default().build_and_execute(|| {
		queue(Short, long_act(1));
		queue(Short, long_act(2));
		cancel(0);
		assert_eq!((preimage(&long_act(1)), preimage(&long_act(2))), ((0, false), (1, true)));
	});
}

#[test]
fn a_failed_execution_keeps_the_preimage() {
	ExtBuilder::default().build_and_execute(|| {
		set_broken(true);
		let id = queue(Instant, long_act(7));
		for _ in 0..3 {
			execute(id);
			assert_eq!(preimage(&long_act(7)), (1, true));
		}
		set_broken(false);
		execute(id);
		assert!(nothing_is_kept());
	});
}

#[test]
fn a_refused_queueing_keeps_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(try_queue(MAJORITY, Short, long_act(7), Some(0)), Error::DelayTooShort);
		assert!(nothing_is_kept());
	});
}

#[test]
fn a_refused_execution_keeps_the_preimage() {
	ExtBuilder::default().build_and_execute(|| {
		let id = queue(Short, long_act(7));
		assert_noop!(try_execute(id), Error::TooEarly);
		wait_for(id);
		let within = |length, weight| Timelock::execute(signed(PASSERBY), id, length, weight);
		assert_noop!(within(100, Weight::MAX), Error::BoundTooLow);
		set_time(window(id).1 + 1);
		assert_noop!(within(u32::MAX, Weight::MAX), Error::Expired);
		assert_eq!(preimage(&long_act(7)), (1, true));
	});
}
