//! Calls that the runtime does not understand (any more).

use super::*;
use codec::Encode;
use frame_support::{assert_noop, MAX_EXTRINSIC_DEPTH};

/// A call inside so many batches.
fn nested(depth: u32) -> RuntimeCall {
	(0..depth).fold(rule(), |inner, _| pallet_utility::Call::<Test>::batch { calls: vec![inner] }.into())
}

/// Runs a test that needs more stack than others.
fn with_large_stack(test: impl FnOnce() + Send + 'static) {
	let thread = std::thread::Builder::new().stack_size(256 << 20).spawn(test).unwrap();
	thread.join().unwrap();
}

#[test]
fn bytes_that_are_no_call_are_not_executed() {
	ExtBuilder::default().build_and_execute(|| {
		let id = queue(Instant, act(7));
		let truncated = act(7).encode();
		for bytes in [vec![], vec![255, 255], truncated[..truncated.len() - 1].to_vec()] {
			corrupt_call(id, bytes);
			assert_noop!(try_execute(id), Error::UndecodableCall);
		}
		cancel(id);
	});
}

#[test]
fn a_call_is_read_within_the_length_bound_and_before_the_weight_is_known() {
	ExtBuilder::default().build_and_execute(|| {
		let id = queue(Instant, act(7));
		corrupt_call(id, vec![255, 255]);
		let within = |length| Timelock::execute(signed(PASSERBY), id, length, Weight::zero());
		assert_noop!(within(1), Error::BoundTooLow);
		assert_noop!(within(2), Error::UndecodableCall);
	});
}

#[test]
fn a_call_with_something_behind_it_is_not_executed() {
	ExtBuilder::default().build_and_execute(|| {
		let id = queue(Instant, act(7));
		corrupt_call(id, [act(7).encode(), vec![0]].concat());
		assert_noop!(try_execute(id), Error::UndecodableCall);
		corrupt_call(id, act(7).encode());
		execute(id);
	});
}

#[test]
fn a_call_is_decoded_as_deep_as_a_transaction_and_no_deeper() {
	with_large_stack(|| {
		ExtBuilder::default().build_and_execute(|| {
			let id = queue(Instant, nested(MAX_EXTRINSIC_DEPTH));
			execute(id);
			assert!(!is_open(id));

			let id = queue(Instant, nested(MAX_EXTRINSIC_DEPTH + 1));
			assert_noop!(try_execute(id), Error::UndecodableCall);
			assert_eq!(preimage(&nested(MAX_EXTRINSIC_DEPTH + 1)), (1, true));
			cancel(id);
			assert_eq!(preimage(&nested(MAX_EXTRINSIC_DEPTH + 1)), (0, false));
		});
	});
}
