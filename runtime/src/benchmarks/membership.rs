//! What the benchmarks of pallet-membership need.

use crate::{AccountId, Runtime};
use frame_support::traits::ChangeMembers;

/// Is told of changes of the list, and knows the prime member.
pub struct RemembersPrime;

impl ChangeMembers<AccountId> for RemembersPrime {
	fn change_members_sorted(_: &[AccountId], _: &[AccountId], _: &[AccountId]) {}

	fn get_prime() -> Option<AccountId> {
		pallet_membership::Prime::<Runtime>::get()
	}
}
