//! The distributor of the traces: it pays what was earned in all less what it paid before, and refuses any proof that is
//! not empty.

use super::runtime::{distributor_account, AccountId, Assets, DYDX};
use frame_support::{
	ensure, storage_alias,
	traits::{fungibles::Mutate, tokens::Preservation::Expendable},
	Twox64Concat,
};
use sp_core::H256;
use sp_runtime::DispatchError;
use tidepool_primitives::{Balance, RewardsClaim};

/// What each account was paid.
#[storage_alias]
pub type Claimed =
	StorageMap<Distributor, Twox64Concat, AccountId, Balance, frame_support::pallet_prelude::ValueQuery>;

/// What the distributor says about a proof, and about an account that has its rewards.
pub const INVALID_PROOF: &str = "invalid_merkle_proof";
pub const ALREADY_CLAIMED: &str = "already_claimed";

/// The distributor.
pub struct Distributor;

impl RewardsClaim<AccountId> for Distributor {
	fn claim(who: &AccountId, cumulative: Balance, proof: &[H256]) -> Result<Balance, DispatchError> {
		ensure!(proof.is_empty(), DispatchError::Other(INVALID_PROOF));
		let before = Claimed::get(who);
		ensure!(cumulative > before, DispatchError::Other(ALREADY_CLAIMED));
		let amount = cumulative - before;
		<Assets as Mutate<_>>::transfer(DYDX, &distributor_account(), who, amount, Expendable)?;
		Claimed::insert(who, cumulative);
		Ok(amount)
	}
}
