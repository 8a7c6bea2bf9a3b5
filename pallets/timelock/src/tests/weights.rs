//! Every call is charged with its own weight.

use super::*;
use codec::Encode;
use frame_support::{
	dispatch::{DispatchClass, GetDispatchInfo, Pays},
	traits::GetCallName,
};

type Call = crate::Call<Test>;

/// Each call, and the weight that the mock runtime gives it.
fn calls() -> Vec<(Weight, Call)> {
	let queue = |call: RuntimeCall| Call::queue { track: Short, call: Box::new(call), delay: None };
	let (bound, huge) = (Weight::from_parts(30, 4), act_with(0, 100_000));
	let weight = |number: u64, length: usize| Weight::from_parts(number * 1_000_000_000_000, length as u64);
	vec![
		(weight(1, act(0).encoded_size()), queue(act(0))),
		(weight(1, huge.encoded_size()), queue(huge)),
		(weight(2, 77) + bound, Call::execute { id: 0, length_bound: 77, weight_bound: bound }),
		(weight(3, 0), Call::cancel { id: 0 }),
		(weight(4, 0), Call::remove_expired { id: 0 }),
		(weight(5, 0), Call::set_delay { track: Short, delay: 0 }),
	]
}

#[test]
fn each_call_has_its_weight() {
	for (weight, call) in calls() {
		let info = call.get_dispatch_info();
		assert_eq!((info.call_weight, info.class, info.pays_fee), (weight, DispatchClass::Normal, Pays::Yes));
	}
}

#[test]
fn there_is_no_other_call() {
	let mut names: Vec<_> = calls().iter().map(|(_, call)| call.get_call_name()).collect();
	names.dedup();
	assert_eq!(names, Call::get_call_names());
}
