//! Rewards that are distributed outside the pool.

use crate::Balance;
use sp_core::H256;
use sp_runtime::DispatchError;

/// A distributor of cumulative rewards, such as trading rewards of the exchange (stark proxy specification,
/// section 2.2).
pub trait RewardsClaim<AccountId> {
	/// Pays `who` what it has earned in all, `cumulative`, less what it was paid before. Returns what was paid.
	/// `proof` shows that `cumulative` is part of the distribution.
	fn claim(who: &AccountId, cumulative: Balance, proof: &[H256]) -> Result<Balance, DispatchError>;
}

/// No distributor.
impl<AccountId> RewardsClaim<AccountId> for () {
	fn claim(_: &AccountId, _: Balance, _: &[H256]) -> Result<Balance, DispatchError> {
		Err(DispatchError::Unavailable)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn without_a_distributor_a_claim_is_refused() {
		assert_eq!(<() as RewardsClaim<u64>>::claim(&1, 1, &[]), Err(DispatchError::Unavailable));
	}
}
