//! The validators: whom governance lists, who of them has registered keys, and what Aura and GRANDPA learn of it.
//!
//! `list`: changes of the list. `keys`: what validators do with their keys. `last`: there is always somebody left. `seats`: what
//! nobody but governance can do. `stalled`: how finality comes back.

mod keys;
mod last;
mod list;
mod seats;
mod stalled;

use pallet_membership::Call as ValidatorsCall;
use pallet_timelock::TrackId;
use sp_runtime::MultiAddress;
use tidepool_integration_tests::{common::*, council::*};
use tidepool_runtime::{AccountId, Address, Runtime, RuntimeCall};

fn address(name: &str) -> Address {
	MultiAddress::Id(named(name))
}

fn add(name: &str) -> RuntimeCall {
	ValidatorsCall::<Runtime>::add_member { who: address(name) }.into()
}

fn remove(name: &str) -> RuntimeCall {
	ValidatorsCall::<Runtime>::remove_member { who: address(name) }.into()
}

fn swap(name: &str, other: &str) -> RuntimeCall {
	ValidatorsCall::<Runtime>::swap_member { remove: address(name), add: address(other) }.into()
}

fn reset(members: Vec<AccountId>) -> RuntimeCall {
	ValidatorsCall::<Runtime>::reset_members { members }.into()
}

/// Governance lists exactly these.
fn list_only(names: &[&str]) {
	govern(TrackId::Long, reset(names.iter().map(|name| named(name)).collect()));
}
