//! Who makes and finalises blocks: a list that governance keeps, and the keys that those on it have registered.
//!
//! Aura and GRANDPA learn of changes at the boundaries of sessions, in the second session after a change: the next one is
//! already settled. pallet-session declares the whole weight of the block that begins a session, so that block carries no
//! ordinary transactions; they wait for the next one. Whatever has to happen in a certain block (what keepers send when an
//! epoch begins, say) must bear that it comes one block later.

use super::{
	consensus::MaxAuthorities,
	origins::{NobodyOrBenchmark, OrBenchmark},
	timelock::ByLong,
	tokens::deposit,
};
use crate::{
	chain_constants, weights, AccountId, Balance, Balances, Grandpa, Runtime, RuntimeEvent, SessionKeys,
};
use alloc::vec::Vec;
use frame_support::{parameter_types, traits::ConstU32};
use pallet_session::{PeriodicSessions, SessionManager};
use sp_runtime::traits::{ConvertInto, OpaqueKeys};

parameter_types! {
	/// For the keys of an account, and for the owner of each of the two.
	pub const KeyDeposit: Balance = deposit(3, (32 + 64) + 2 * (4 + 1 + 32 + 32));
}

/// The first session begins with the chain.
type Sessions = PeriodicSessions<chain_constants::SessionDuration<Runtime>, ConstU32<0>>;

impl pallet_session::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = AccountId;
	// Anybody can register keys. They are of no use before governance puts the account on the list.
	type ValidatorIdOf = ConvertInto;
	type ShouldEndSession = Sessions;
	type NextSessionRotation = Sessions;
	type SessionManager = ListedWithKeys;
	type SessionHandler = <SessionKeys as OpaqueKeys>::KeyTypeIdProviders;
	type Keys = SessionKeys;
	// Nobody reports offences, so nobody is disabled.
	type DisablingStrategy = ();
	type WeightInfo = weights::pallet_session::WeightInfo<Runtime>;
	type Currency = Balances;
	type KeyDeposit = KeyDeposit;
}

/// Nobody is told of changes of the list: sessions look at it. The benchmarks of pallet-membership take for granted that
/// whoever is told remembers the prime member.
#[cfg(feature = "runtime-benchmarks")]
type Listener = crate::benchmarks::RemembersPrime;
#[cfg(not(feature = "runtime-benchmarks"))]
type Listener = ();

impl pallet_membership::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	// Whoever adds enough validators, or removes enough of the others, can stop the chain or rewrite it. Nothing of it need be
	// fast: stolen keys are replaced without governance, and fewer than a third of dishonest validators do no harm.
	type AddOrigin = OrBenchmark<ByLong>;
	type RemoveOrigin = OrBenchmark<ByLong>;
	type SwapOrigin = OrBenchmark<ByLong>;
	type ResetOrigin = OrBenchmark<ByLong>;
	type PrimeOrigin = NobodyOrBenchmark;
	type MembershipInitialized = ();
	type MembershipChanged = Listener;
	type MaxMembers = MaxAuthorities;
	type WeightInfo = weights::pallet_membership::WeightInfo<Runtime>;
}

/// The validators are those on the list that have registered keys.
pub struct ListedWithKeys;

impl SessionManager<AccountId> for ListedWithKeys {
	/// `None` leaves the validators as they are: also when nobody would be left, for without validators there would be no
	/// block in which to name others.
	fn new_session(_: u32) -> Option<Vec<AccountId>> {
		let has_keys = |account: &AccountId| pallet_session::NextKeys::<Runtime>::contains_key(account);
		let mut listed = pallet_membership::Members::<Runtime>::get().into_inner();
		// It is sorted. GRANDPA would give two votes to whoever is there twice.
		listed.dedup();
		listed.retain(has_keys);
		(!listed.is_empty() && !are_in_force(&listed)).then_some(listed)
	}

	/// The validators of a new chain are those of the genesis of pallet-session.
	fn new_session_genesis(_: u32) -> Option<Vec<AccountId>> {
		None
	}

	fn end_session(_: u32) {}

	fn start_session(_: u32) {}
}

/// Whether the next session, whose validators are settled, has validators, and all of them are on the list.
///
/// They need not be: whoever is on the list may have no keys, and those before go on then; and a change of the list counts in
/// the second session after it.
pub fn next_are_listed() -> bool {
	let next = pallet_session::QueuedKeys::<Runtime>::get();
	let listed = pallet_membership::Members::<Runtime>::get();
	!next.is_empty() && next.iter().all(|(validator, _)| listed.contains(validator))
}

/// Whether Aura and GRANDPA work with these validators already, or begin to in this block. `validators` are sorted; those of
/// the genesis need not be.
///
/// The names alone do not tell: where the list is of no use, pallet-session drops whoever has withdrawn the keys without
/// always telling the others of it.
fn are_in_force(validators: &[AccountId]) -> bool {
	let beginning = pallet_session::QueuedKeys::<Runtime>::get();
	let authors = beginning.iter().map(|(_, keys)| &keys.aura);
	let finalisers = beginning.iter().map(|(_, keys)| &keys.grandpa);
	let known = pallet_session::QueuedChanged::<Runtime>::get()
		|| (pallet_aura::Authorities::<Runtime>::get().iter().eq(authors)
			&& Grandpa::grandpa_authorities().iter().map(|(key, _)| key).eq(finalisers));
	let mut names = beginning.iter().map(|(validator, _)| validator).collect::<Vec<_>>();
	names.sort();
	known && names.into_iter().eq(validators)
}
