//! Calls that nobody may make, whoever it is.

use super::{governance::CouncilMaxMembers, nesting::RoomToCarryOut};
use crate::RuntimeCall;
use alloc::collections::BTreeSet;
use frame_support::traits::Contains;

/// The filter of all calls.
pub struct CallFilter;

impl Contains<RuntimeCall> for CallFilter {
	fn contains(call: &RuntimeCall) -> bool {
		RoomToCarryOut::contains(call) && leaves_a_council(call) && leaves_the_seats_to_governance(call)
	}
}

/// Without members nobody could ever decide anything again, not even who the members are; and pallet-collective itself
/// takes any list.
fn leaves_a_council(call: &RuntimeCall) -> bool {
	let RuntimeCall::Council(pallet_collective::Call::set_members { new_members, .. }) = call else {
		return true;
	};
	let distinct = new_members.iter().collect::<BTreeSet<_>>().len();
	let most = CouncilMaxMembers::get() as usize;
	(1..=most).contains(&distinct) && distinct == new_members.len()
}

/// Validators are vetted: none hands its seat to somebody else by itself. And nobody is listed twice, which pallet-membership
/// does not look at when it is given a whole list.
fn leaves_the_seats_to_governance(call: &RuntimeCall) -> bool {
	use pallet_membership::Call;
	match call {
		RuntimeCall::Validators(Call::change_key { .. }) => false,
		RuntimeCall::Validators(Call::reset_members { members }) => {
			members.iter().collect::<BTreeSet<_>>().len() == members.len()
		},
		_ => true,
	}
}
