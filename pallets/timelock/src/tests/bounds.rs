//! The bounds of `execute`, and what is charged for it (specification, section 4.3).

use super::*;
use codec::Encode;
use frame_support::{
	assert_noop, assert_ok,
	dispatch::{DispatchResultWithPostInfo, GetDispatchInfo},
};

fn try_within(id: OperationId, length_bound: u32, weight_bound: Weight) -> DispatchResultWithPostInfo {
	Timelock::execute(signed(PASSERBY), id, length_bound, weight_bound)
}

/// What the mock charges for `execute` itself.
fn own(length: u32) -> Weight {
	Weight::from_parts(2_000_000_000_000, length.into())
}

const ANNOTATED: Weight = Weight::from_parts(5_000, 600);

#[test]
fn the_length_of_the_call_must_fit() {
	for padding in [0, 200, 100_000] {
		ExtBuilder::default().build_and_execute(|| {
			let call = act_with(0, padding);
			let length = call.encoded_size() as u32;
			let id = queue(Instant, call);
			assert_noop!(try_within(id, length - 1, Weight::MAX), Error::BoundTooLow);
			assert_noop!(try_within(id, 0, Weight::MAX), Error::BoundTooLow);
			assert_ok!(try_within(id, length, Weight::MAX));
			assert!(!is_open(id));
		});
	}
}

#[test]
fn the_weight_of_the_call_must_fit_in_both_dimensions() {
	ExtBuilder::default().build_and_execute(|| {
		let id = queue(Instant, weighing(0, 0, ANNOTATED, None));
		for too_low in [
			Weight::zero(),
			ANNOTATED - Weight::from_parts(1, 0),
			ANNOTATED - Weight::from_parts(0, 1),
			Weight::from_parts(u64::MAX, 599),
			Weight::from_parts(4_999, u64::MAX),
		] {
			assert_noop!(try_within(id, u32::MAX, too_low), Error::BoundTooLow);
		}
		assert_ok!(try_within(id, u32::MAX, ANNOTATED));
	});
}

#[test]
fn the_clock_is_looked_at_before_the_bounds() {
	ExtBuilder::default().build_and_execute(|| {
		let id = queue(Short, weighing(0, 0, ANNOTATED, None));
		assert_noop!(try_within(id, 0, Weight::zero()), Error::TooEarly);
		set_time(window(id).1 + 1);
		assert_noop!(try_within(id, 0, Weight::zero()), Error::Expired);
		assert_noop!(try_within(id + 1, 0, Weight::zero()), Error::OperationNotFound);
	});
}

#[test]
fn the_charge_is_that_of_the_bounds() {
	let charge = |length_bound, weight_bound| {
		let call = crate::Call::<Test>::execute { id: 0, length_bound, weight_bound };
		call.get_dispatch_info().call_weight
	};
	assert_eq!(charge(0, Weight::zero()), own(0));
	assert_eq!(charge(77, ANNOTATED), own(77) + ANNOTATED);
	assert_eq!(charge(u32::MAX, Weight::MAX), Weight::MAX);
}

#[test]
fn what_was_not_used_is_refunded() {
	for (used, broken) in [
		(None, false),
		(None, true),
		(Some(ANNOTATED), false),
		(Some(Weight::from_parts(40, 5)), false),
		(Some(Weight::from_parts(40, 5)), true),
		(Some(Weight::zero()), false),
	] {
		for padding in [0, 200] {
			ExtBuilder::default().build_and_execute(|| {
				set_broken(broken);
				let call = weighing(0, padding, ANNOTATED, used);
				let length = call.encoded_size() as u32;
				let id = queue(Instant, call);
				let actual = try_within(id, u32::MAX, Weight::MAX).unwrap().actual_weight;
				assert_eq!(actual, Some(own(length) + used.unwrap_or(ANNOTATED)));
			});
		}
	}
}

#[test]
fn a_call_that_uses_more_than_it_said_is_charged_for_what_it_said() {
	ExtBuilder::default().build_and_execute(|| {
		let call = weighing(0, 0, ANNOTATED, Some(Weight::from_parts(5_001, 601)));
		let length = call.encoded_size() as u32;
		let id = queue(Instant, call);
		let actual = try_within(id, length, ANNOTATED).unwrap().actual_weight;
		assert_eq!(actual, Some(own(length) + ANNOTATED));
	});
}

#[test]
fn a_refused_execution_is_charged_in_full() {
	ExtBuilder::default().build_and_execute(|| {
		let id = queue(Instant, weighing(0, 0, ANNOTATED, None));
		let refusal = try_within(id, u32::MAX, Weight::zero()).unwrap_err();
		assert_eq!(refusal.post_info.actual_weight, None);
	});
}
