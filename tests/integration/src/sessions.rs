//! Whole blocks, the sessions that they make up, and the validators with their keys.

use crate::common::*;
use codec::{Decode, Encode};
use frame_support::assert_ok;
use pallet_session::Call as SessionCall;
use sp_consensus_aura::{sr25519::AuthorityId as AuraId, Slot, AURA_ENGINE_ID};
use sp_consensus_grandpa::{AuthorityId as GrandpaId, ConsensusLog, ScheduledChange, GRANDPA_ENGINE_ID};
use sp_core::{ed25519, proof_of_possession::NonAggregatable, sr25519, Pair};
use sp_runtime::{traits::Header as _, Digest, DigestItem};
use tidepool_runtime::{
	chain_constants::SessionLength, AccountId, Executive, Grandpa, Header, Runtime, SessionKeys, System,
	UncheckedExtrinsic, SLOT_DURATION,
};

/// The validators of the local testnet at genesis.
pub const VALIDATORS: [&str; 4] = ["Alice", "Bob", "Charlie", "Dave"];

/// Runs `test` on the local testnet, whose sessions are short, and checks the invariants afterwards.
pub fn on_local_testnet(test: impl FnOnce()) {
	chain("local_testnet").execute_with(|| {
		set_time(epoch_start(1_000));
		test();
		check_invariants();
		check_keys();
	});
}

/// Every registered key belongs to who registered it, and Aura and GRANDPA never count anybody twice.
fn check_keys() {
	use sp_core::crypto::key_types::{AURA, GRANDPA};
	let owner = |id, key: &[u8]| pallet_session::Pallet::<Runtime>::key_owner(id, key);
	let mut registered = 0;
	for (account, keys) in pallet_session::NextKeys::<Runtime>::iter() {
		assert_eq!(owner(AURA, keys.aura.as_ref()), Some(account.clone()));
		assert_eq!(owner(GRANDPA, keys.grandpa.as_ref()), Some(account));
		registered += 2;
	}
	assert_eq!(pallet_session::KeyOwner::<Runtime>::iter().count(), registered);
	assert!(!authors().is_empty() && authors().windows(2).all(|pair| pair[0] != pair[1]));
	assert_eq!(authors().len(), finalisers().len());
}

/// Key pairs of a validator.
pub struct Pairs {
	pub aura: sr25519::Pair,
	pub grandpa: ed25519::Pair,
}

/// The keys at `//path` of the development phrase.
pub fn pairs(path: &str) -> Pairs {
	let (path, valid) = (format!("//{path}"), "a valid path");
	Pairs {
		aura: sr25519::Pair::from_string(&path, None).expect(valid),
		grandpa: ed25519::Pair::from_string(&path, None).expect(valid),
	}
}

impl Pairs {
	/// The public keys.
	pub fn keys(&self) -> SessionKeys {
		SessionKeys {
			aura: AuraId::from(self.aura.public()),
			grandpa: GrandpaId::from(self.grandpa.public()),
		}
	}

	/// What proves that the keys belong to `owner`.
	pub fn proof(&self, owner: &AccountId) -> Vec<u8> {
		let owner = owner.encode();
		let aura = self.aura.sign(&sr25519::Pair::proof_of_possession_statement(&owner));
		let grandpa = self.grandpa.sign(&ed25519::Pair::proof_of_possession_statement(&owner));
		(aura, grandpa).encode()
	}

	/// The call with which `owner` registers the keys.
	pub fn registration(&self, owner: &AccountId) -> SessionCall<Runtime> {
		SessionCall::set_keys { keys: self.keys(), proof: self.proof(owner) }
	}
}

/// `name` registers the keys at `path`.
#[track_caller]
pub fn register(name: &str, path: &str) {
	let account = named(name);
	assert_ok!(dispatch(&account, pairs(path).registration(&account)));
}

/// `name` withdraws its keys.
#[track_caller]
pub fn withdraw_keys(name: &str) {
	assert_ok!(dispatch(&named(name), SessionCall::<Runtime>::purge_keys {}));
}

/// Begins a block as a validator does: what the pallets do at its beginning, and the time.
pub fn begin_block() {
	let now = pallet_timestamp::Now::<Runtime>::get() + SLOT_DURATION;
	let slot = Slot::from(now / SLOT_DURATION);
	let digest = Digest { logs: vec![DigestItem::PreRuntime(AURA_ENGINE_ID, slot.encode())] };
	let (number, parent) = (System::block_number() + 1, System::parent_hash());
	let header = Header::new(number, Default::default(), Default::default(), parent, digest);
	Executive::initialize_block(&header);
	let set_time = UncheckedExtrinsic::new_bare(pallet_timestamp::Call::<Runtime>::set { now }.into());
	Executive::apply_extrinsic(set_time).expect("an inherent is valid").expect("the time goes on");
}

/// Makes a block without transactions.
pub fn make_block() -> Header {
	begin_block();
	Executive::finalize_block()
}

/// Makes blocks up to the one that begins a session, and gives it.
pub fn next_session() -> Header {
	loop {
		let block = make_block();
		if block.number.is_multiple_of(SessionLength::<Runtime>::get()) {
			return block;
		}
	}
}

/// Makes blocks until a change has arrived at Aura and GRANDPA, and gives the last one.
pub fn two_sessions() -> Header {
	next_session();
	next_session()
}

/// The list of governance.
pub fn listed() -> Vec<AccountId> {
	pallet_membership::Members::<Runtime>::get().into_inner()
}

/// The keys that make blocks, sorted.
pub fn authors() -> Vec<AuraId> {
	let mut keys = pallet_aura::Authorities::<Runtime>::get().into_inner();
	keys.sort();
	keys
}

/// The keys that finalise blocks, sorted. All have one vote.
pub fn finalisers() -> Vec<GrandpaId> {
	let authorities = Grandpa::grandpa_authorities();
	assert!(authorities.iter().all(|(_, votes)| *votes == 1));
	let mut keys = authorities.into_iter().map(|(key, _)| key).collect::<Vec<_>>();
	keys.sort();
	keys
}

/// Aura and GRANDPA work with exactly the keys at these paths.
#[track_caller]
pub fn assert_in_force(paths: &[&str]) {
	let keys = paths.iter().map(|path| pairs(path).keys()).collect::<Vec<_>>();
	let mut aura = keys.iter().map(|keys| keys.aura.clone()).collect::<Vec<_>>();
	let mut grandpa = keys.into_iter().map(|keys| keys.grandpa).collect::<Vec<_>>();
	aura.sort();
	grandpa.sort();
	assert_eq!((authors(), finalisers()), (aura, grandpa));
}

/// What a block tells GRANDPA of its authorities.
pub fn change_of_finalisers(block: &Header) -> Option<ScheduledChange<u32>> {
	told_to_grandpa(block).map(|log| match log {
		ConsensusLog::ScheduledChange(change) => change,
		other => panic!("{other:?} is no ordinary change"),
	})
}

/// What a block tells GRANDPA.
pub fn told_to_grandpa(block: &Header) -> Option<ConsensusLog<u32>> {
	let mut logs = block.digest.logs().iter().filter_map(|log| match log {
		DigestItem::Consensus(GRANDPA_ENGINE_ID, log) => {
			Some(ConsensusLog::decode(&mut &log[..]).expect("GRANDPA understands it"))
		},
		_ => None,
	});
	let log = logs.next();
	assert!(logs.next().is_none(), "GRANDPA takes one change in a block");
	log
}
