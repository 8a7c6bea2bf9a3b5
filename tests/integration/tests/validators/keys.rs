//! Validators register, change and withdraw keys that are theirs, and pay a deposit for as long as they have some.

use super::*;
use codec::{Decode, Encode};
use frame_support::{
	assert_noop, assert_ok,
	traits::fungible::{Inspect, InspectHold},
};
use pallet_session::{Call as SessionCall, Error, HoldReason};
use sp_runtime::TokenError;
use tidepool_integration_tests::sessions::*;
use tidepool_runtime::{configs::validators::KeyDeposit, Balances, SessionKeys, MILLI_DYDX};

fn held(name: &str) -> u128 {
	Balances::balance_on_hold(&HoldReason::Keys.into(), &named(name))
}

/// What becomes of somebody registering keys with a proof.
fn attempt(name: &str, keys: SessionKeys, proof: Vec<u8>) -> sp_runtime::DispatchResult {
	let call = SessionCall::<Runtime>::set_keys { keys, proof };
	dispatch(&named(name), call).map(|_| ()).map_err(|refusal| refusal.error)
}

#[test]
fn new_keys_of_a_validator_come_into_force_with_the_second_session() {
	on_local_testnet(|| {
		register("Alice", "Alice//new");
		assert_eq!(change_of_finalisers(&next_session()), None);
		assert_in_force(&VALIDATORS);

		let block = next_session();
		assert_in_force(&["Alice//new", "Bob", "Charlie", "Dave"]);
		let change = change_of_finalisers(&block).expect("GRANDPA is told");
		assert_eq!((change.delay, change.next_authorities.len()), (0, 4));
		assert_eq!(pallet_grandpa::CurrentSetId::<Runtime>::get(), 1);
		assert_eq!(change_of_finalisers(&next_session()), None);
	});
}

#[test]
fn one_of_the_two_keys_can_be_changed_alone() {
	on_local_testnet(|| {
		let mixed = Pairs { aura: pairs("Alice").aura, grandpa: pairs("Alice//new").grandpa };
		assert_ok!(attempt("Alice", mixed.keys(), mixed.proof(&alice())));
		let authors_before = authors();
		assert!(change_of_finalisers(&two_sessions()).is_some());
		assert_eq!(authors(), authors_before);
		assert!(finalisers().contains(&mixed.keys().grandpa));
		assert!(!finalisers().contains(&pairs("Alice").keys().grandpa));
	});
}

#[test]
fn a_validator_who_withdraws_its_keys_drops_out_and_comes_back_with_others() {
	on_local_testnet(|| {
		withdraw_keys("Dave");
		next_session();
		assert_in_force(&VALIDATORS);
		next_session();
		assert_in_force(&["Alice", "Bob", "Charlie"]);
		assert!(listed().contains(&named("Dave")));
		register("Dave", "Dave//new");
		two_sessions();
		assert_in_force(&["Alice", "Bob", "Charlie", "Dave//new"]);
	});
}

/// Who has keys from genesis on has paid nothing, and gets nothing back.
#[test]
fn the_deposit_is_held_once_for_an_account_and_given_back() {
	on_local_testnet(|| {
		assert_eq!(KeyDeposit::get(), 534 * MILLI_DYDX);
		let before = Balances::balance(&named("Eve"));
		for path in ["Eve", "Eve//new"] {
			register("Eve", path);
			assert_eq!(held("Eve"), KeyDeposit::get());
			assert_eq!(Balances::balance(&named("Eve")), before - KeyDeposit::get());
		}
		withdraw_keys("Eve");
		assert_eq!((held("Eve"), Balances::balance(&named("Eve"))), (0, before));

		assert_eq!(held("Alice"), 0);
		withdraw_keys("Alice");
		assert_eq!(tidepool_runtime::System::consumers(&alice()), 0);
	});
}

#[test]
fn keys_cost_a_deposit_that_the_account_must_have() {
	on_local_testnet(|| {
		let (name, other) = ("Poor", "Nobody");
		let pay = pallet_balances::Call::<Runtime>::transfer_keep_alive {
			dest: address(name),
			value: KeyDeposit::get(),
		};
		assert_ok!(dispatch(&alice(), pay));
		let proof = |name| pairs(name).proof(&named(name));
		assert_noop!(attempt(name, pairs(name).keys(), proof(name)), TokenError::FundsUnavailable);
		assert_noop!(attempt(other, pairs(other).keys(), proof(other)), Error::<Runtime>::NoAccount);
	});
}

#[test]
fn nobody_registers_a_key_of_somebody_else() {
	on_local_testnet(|| {
		register("Ferdie", "Ferdie");
		// Even with the help of whom they belong to.
		for owner in ["Alice", "Ferdie"] {
			let (own, others) = (pairs("Eve"), pairs(owner));
			let both = Pairs { aura: others.aura.clone(), grandpa: others.grandpa };
			let aura = Pairs { aura: others.aura.clone(), grandpa: own.grandpa };
			let grandpa = Pairs { aura: own.aura, grandpa: others.grandpa };
			for pairs in [both, aura, grandpa] {
				let (keys, proof) = (pairs.keys(), pairs.proof(&named("Eve")));
				assert_noop!(attempt("Eve", keys, proof), Error::<Runtime>::DuplicatedKey);
			}
		}
		// Once they are withdrawn they are free.
		withdraw_keys("Ferdie");
		register("Eve", "Ferdie");
	});
}

#[test]
fn keys_need_a_proof_that_they_belong_to_the_account() {
	on_local_testnet(|| {
		let (eve, keys) = (named("Eve"), pairs("Eve").keys());
		let good = pairs("Eve").proof(&eve);
		let (aura, grandpa) = <([u8; 64], [u8; 64])>::decode(&mut &good[..]).expect("two signatures");
		let other = pairs("Ferdie").proof(&eve);
		let bad = [
			vec![],
			pairs("Eve").proof(&named("Ferdie")),
			other.clone(),
			[&aura[..], &other[64..]].concat(),
			[&other[..64], &grandpa].concat(),
			[&grandpa[..], &aura].concat(),
			good[..127].to_vec(),
			[&good[..], &[0]].concat(),
		];
		for proof in bad {
			assert_noop!(attempt("Eve", keys.clone(), proof), Error::<Runtime>::InvalidProof);
		}
		assert_noop!(attempt("Ferdie", keys.clone(), good.clone()), Error::<Runtime>::InvalidProof);
		assert_ok!(attempt("Eve", keys, good));
	});
}

#[test]
fn without_keys_there_is_nothing_to_withdraw() {
	on_local_testnet(|| {
		let withdraw = SessionCall::<Runtime>::purge_keys {};
		let refused = dispatch(&named("Eve"), withdraw).map_err(|refusal| refusal.error);
		assert_noop!(refused, Error::<Runtime>::NoKeys);
	});
}

/// What the node hands out over RPC is what the call takes.
#[test]
fn keys_that_the_runtime_generates_come_with_a_proof_that_it_accepts() {
	use sp_keystore::{testing::MemoryKeystore, KeystoreExt};
	let mut chain = chain("local_testnet");
	chain.register_extension(KeystoreExt::new(MemoryKeystore::new()));
	chain.execute_with(|| {
		let eve = named("Eve");
		let generated = SessionKeys::generate(&eve.encode(), None);
		let proof = generated.proof.encode();
		assert_noop!(
			attempt("Ferdie", generated.keys.clone(), proof.clone()),
			Error::<Runtime>::InvalidProof
		);
		assert_ok!(attempt("Eve", generated.keys, proof));
	});
}
