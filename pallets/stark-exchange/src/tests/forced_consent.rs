//! What party B signs, and how often it counts (specification, sections 4 and 6.2).

use super::{common::*, *};
use crate::types::RejectionReason;
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult, BoundedVec};
use sp_core::H256;
use sp_runtime::DispatchError;
use tidepool_primitives::{ForcedTradeArgs, StarkSignature};

fn call(who: AccountId, args: ForcedTradeArgs, signature: StarkSignature) -> DispatchResult {
	StarkExchange::forced_trade_request(signed(who), args, signature, false)
}

#[test]
fn the_consent_is_to_every_part_of_the_trade() {
	two(|| {
		let args = trade(SECRET_A, SECRET_B);
		let signature = sign_trade(SECRET_B, &args);
		let changes: [fn(&mut ForcedTradeArgs); 6] = [
			|args| args.synthetic_asset_id += 1,
			|args| args.amount_collateral += 1,
			|args| args.amount_synthetic += 1,
			|args| args.a_is_buying_synthetic = false,
			|args| args.submission_expiration += 1,
			|args| args.nonce += 1,
		];
		for change in changes {
			let mut changed = args;
			change(&mut changed);
			assert_noop!(call(ALICE, changed, signature), Error::InvalidSignature);
		}
		assert_ok!(call(ALICE, args, signature));
	});
}

#[test]
fn the_consent_is_to_the_two_parties() {
	two(|| {
		fund(CAROL, SECRET_C, 10);
		let args = trade(SECRET_A, SECRET_B);
		let signature = sign_trade(SECRET_B, &args);
		let for_carol = ForcedTradeArgs { key_a: key(SECRET_C), position_a: position(SECRET_C), ..args };
		assert_noop!(call(CAROL, for_carol, signature), Error::InvalidSignature);
		let with_carol = ForcedTradeArgs { key_b: key(SECRET_C), position_b: position(SECRET_C), ..args };
		assert_noop!(call(ALICE, with_carol, signature), Error::InvalidSignature);
		// Bob did not ask for it.
		assert_noop!(call(BOB, args, signature), Error::NotKeyOwner);
	});
}

#[test]
fn the_key_of_a_restricted_account_does_not_consent_for_it() {
	two(|| {
		let args = trade(SECRET_A, SECRET_B);
		let signature = sign_trade(SECRET_B, &args);
		restrict(BOB, true);
		assert_noop!(call(ALICE, args, signature), Error::TransferRestricted);
		restrict(BOB, false);
		restrict(ALICE, true);
		assert_ok!(call(ALICE, args, signature));
	});
}

#[test]
fn only_party_b_consents() {
	two(|| {
		let args = trade(SECRET_A, SECRET_B);
		for secret in [SECRET_A, SECRET_C] {
			assert_noop!(call(ALICE, args, sign_trade(secret, &args)), Error::InvalidSignature);
		}
		let mut signature = sign_trade(SECRET_B, &args);
		signature.s[31] ^= 1;
		assert_noop!(call(ALICE, args, signature), Error::InvalidSignature);
		assert_noop!(call(ALICE, args, NO_SIGNATURE), Error::InvalidSignature);
	});
}

#[test]
fn the_consent_counts_on_its_chain_only() {
	let consent = |genesis| {
		let mut signed = None;
		ExtBuilder::default().genesis_hash(genesis).build_and_execute(|| {
			register(ALICE, SECRET_A);
			register(BOB, SECRET_B);
			let args = trade(SECRET_A, SECRET_B);
			signed = Some((args, sign_trade(SECRET_B, &args)));
		});
		signed.expect("was signed")
	};
	let (args, elsewhere) = consent(H256([0x12; 32]));
	let (same_args, here) = consent(GENESIS_HASH);
	assert_eq!(args, same_args);
	two(|| {
		assert_noop!(call(ALICE, args, elsewhere), Error::InvalidSignature);
		assert_ok!(call(ALICE, args, here));
	});
}

#[test]
fn a_trade_is_demanded_once() {
	two(|| {
		let args = trade(SECRET_A, SECRET_B);
		let id = force_trade(ALICE, SECRET_B, &args);
		let signature = sign_trade(SECRET_B, &args);
		for reduce_only in [false, true] {
			let again = StarkExchange::forced_trade_request(signed(ALICE), args, signature, reduce_only);
			assert_noop!(again, Error::TradeReplayed);
		}
		assert_ok!(batch().execute(id).submit());
		assert!(StarkExchange::is_trade_used(id));
		assert_noop!(call(ALICE, args, signature), Error::TradeReplayed);
	});
}

#[test]
fn a_trade_that_was_turned_down_is_not_demanded_again() {
	two(|| {
		let args = trade(SECRET_A, SECRET_B);
		let id = force_trade(ALICE, SECRET_B, &args);
		assert_ok!(batch().reject(id, RejectionReason::TradeNotExecutable).submit());
		assert_noop!(call(ALICE, args, sign_trade(SECRET_B, &args)), Error::TradeReplayed);
	});
}

#[test]
fn another_nonce_or_expiration_makes_another_trade() {
	two(|| {
		let args = trade(SECRET_A, SECRET_B);
		let other_nonce = ForcedTradeArgs { nonce: 8, ..args };
		let other_expiration = ForcedTradeArgs { submission_expiration: now() + 1, ..args };
		let ids = [args, other_nonce, other_expiration].map(|args| force_trade(ALICE, SECRET_B, &args));
		assert!(ids[0] != ids[1] && ids[0] != ids[2] && ids[1] != ids[2]);
	});
}

#[test]
fn an_open_trade_that_expired_is_refused_as_expired_and_can_still_be_served() {
	two(|| {
		let args = trade(SECRET_A, SECRET_B);
		let signature = sign_trade(SECRET_B, &args);
		let id = force_trade(ALICE, SECRET_B, &args);
		set_time(args.submission_expiration);
		assert_noop!(call(ALICE, args, signature), Error::TradeReplayed);
		pass(1);
		assert_noop!(call(ALICE, args, signature), Error::TradeExpired);
		assert_ok!(batch().execute(id).submit());
		assert!(StarkExchange::is_trade_used(id));
	});
}

#[test]
fn a_trade_that_was_forgotten_has_expired() {
	two(|| {
		let args = trade(SECRET_A, SECRET_B);
		let signature = sign_trade(SECRET_B, &args);
		let id = force_trade(ALICE, SECRET_B, &args);
		assert_ok!(batch().execute(id).submit());
		set_time(args.submission_expiration + 1);
		let ids = BoundedVec::truncate_from(vec![id]);
		assert_ok!(StarkExchange::prune_used(signed(PAUPER), ids));
		assert!(!StarkExchange::is_trade_used(id));
		assert_noop!(call(ALICE, args, signature), Error::TradeExpired);
	});
}

#[test]
fn trades_end_with_a_freeze_and_go_on_after_it() {
	frozen(|_| {
		let args = trade(SECRET_A, SECRET_B);
		assert_noop!(call(ALICE, args, sign_trade(SECRET_B, &args)), Error::Frozen);
		unfreeze();
		force_trade(ALICE, SECRET_B, &trade(SECRET_A, SECRET_B));
	});
}

#[test]
fn only_signed_origins_demand_trades() {
	two(|| {
		let args = trade(SECRET_A, SECRET_B);
		let signature = sign_trade(SECRET_B, &args);
		for origin in unsigned_origins() {
			let refused = StarkExchange::forced_trade_request(origin, args, signature, false);
			assert_noop!(refused, DispatchError::BadOrigin);
		}
	});
}
