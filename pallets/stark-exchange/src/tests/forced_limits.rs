//! How many forced requests a position and a block may have (specification, sections 5 and 6.2).

use super::{common::*, *};
use crate::{types::RejectionReason, ForcedInBlock};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use sp_core::H256;
use tidepool_primitives::ForcedTradeArgs;

fn demand(who: AccountId, secret: u64, q: u64) -> DispatchResult {
	StarkExchange::forced_withdrawal_request(signed(who), key(secret), position(secret), q)
}

/// A trade of Alice with Bob, told apart from others by the nonce.
fn demand_trade(nonce: u64) -> DispatchResult {
	let args = ForcedTradeArgs { nonce, ..trade(SECRET_A, SECRET_B) };
	StarkExchange::forced_trade_request(signed(ALICE), args, sign_trade(SECRET_B, &args), false)
}

fn open_forced(secret: u64) -> u32 {
	StarkExchange::position(position(secret)).expect("is registered").open_forced
}

/// Alice's requests for 1, 2, ... units. Returns their ids.
fn open_of_alice(count: u32) -> Vec<H256> {
	(1..=count).map(|q| force_withdrawal(ALICE, SECRET_A, q.into())).collect()
}

#[test]
fn a_position_has_no_more_open_requests_than_it_may() {
	two(|| {
		open_of_alice(MAX_OPEN_FORCED - 1);
		assert_ok!(demand(ALICE, SECRET_A, 50));
		assert_eq!(open_forced(SECRET_A), MAX_OPEN_FORCED);
		assert_noop!(demand(ALICE, SECRET_A, 51), Error::TooManyOpenRequests);
		assert_noop!(demand_trade(1), Error::TooManyOpenRequests);
		// Neither time nor blocks change that, and others have their own limit.
		next_block();
		pass(DAY);
		assert_noop!(demand(ALICE, SECRET_A, 51), Error::TooManyOpenRequests);
		assert_ok!(demand(BOB, SECRET_B, 1));
	});
}

#[test]
fn trades_count_for_the_position_that_demands_them() {
	two(|| {
		for nonce in 1..=MAX_OPEN_FORCED {
			assert_ok!(demand_trade(nonce.into()));
		}
		assert_eq!((open_forced(SECRET_A), open_forced(SECRET_B)), (MAX_OPEN_FORCED, 0));
		assert_noop!(demand_trade(99), Error::TooManyOpenRequests);
		assert_noop!(demand(ALICE, SECRET_A, 1), Error::TooManyOpenRequests);
		assert_ok!(demand(BOB, SECRET_B, 1));
	});
}

#[test]
fn every_served_request_makes_room_for_one() {
	two(|| {
		let ids = open_of_alice(MAX_OPEN_FORCED);
		next_block();
		let outcomes = batch().execute(ids[0]).reject(ids[1], RejectionReason::MarginRequirement);
		assert_ok!(outcomes.submit());
		assert_eq!(open_forced(SECRET_A), MAX_OPEN_FORCED - 2);
		assert_ok!(demand_trade(1));
		assert_ok!(demand(ALICE, SECRET_A, 50));
		assert_noop!(demand(ALICE, SECRET_A, 51), Error::TooManyOpenRequests);
	});
}

#[test]
fn a_block_has_no_more_requests_than_it_may() {
	two(|| {
		open_of_alice(MAX_OPEN_FORCED - 1);
		assert_ok!(demand_trade(1));
		assert_ok!(demand(BOB, SECRET_B, 1));
		assert_eq!(ForcedInBlock::<Test>::get(), (1, MAX_FORCED_PER_BLOCK - 1));
		assert_ok!(demand(BOB, SECRET_B, 2));
		assert_eq!(ForcedInBlock::<Test>::get(), (1, MAX_FORCED_PER_BLOCK));
		assert_noop!(demand(BOB, SECRET_B, 3), Error::TooManyForcedRequests);
		// Time alone makes no block.
		pass(DAY);
		assert_noop!(demand(BOB, SECRET_B, 3), Error::TooManyForcedRequests);
	});
}

#[test]
fn the_next_block_counts_from_zero() {
	two(|| {
		fund(CAROL, SECRET_C, 50);
		open_of_alice(MAX_OPEN_FORCED);
		let rest = u64::from(MAX_FORCED_PER_BLOCK - MAX_OPEN_FORCED);
		for q in 1..=rest {
			assert_ok!(demand(BOB, SECRET_B, q));
		}
		assert_noop!(demand(CAROL, SECRET_C, 1), Error::TooManyForcedRequests);
		next_block();
		for q in 1..=u64::from(MAX_OPEN_FORCED) {
			assert_ok!(demand(CAROL, SECRET_C, q));
		}
		assert_eq!(ForcedInBlock::<Test>::get(), (2, MAX_OPEN_FORCED));
		for q in 11..11 + rest {
			assert_ok!(demand(BOB, SECRET_B, q));
		}
		assert_noop!(demand(BOB, SECRET_B, 40), Error::TooManyForcedRequests);
		System::set_block_number(1_000);
		assert_ok!(demand(BOB, SECRET_B, 40));
		assert_eq!(ForcedInBlock::<Test>::get(), (1_000, 1));
	});
}

#[test]
fn refused_requests_do_not_count() {
	two(|| {
		assert_ok!(demand(ALICE, SECRET_A, 1));
		for _ in 0..MAX_FORCED_PER_BLOCK {
			assert_noop!(demand(ALICE, SECRET_A, 1), Error::RequestAlreadyPending);
		}
		assert_eq!((ForcedInBlock::<Test>::get(), open_forced(SECRET_A)), ((1, 1), 1));
	});
}

#[test]
fn a_request_served_in_its_block_still_counts_for_the_block() {
	two(|| {
		let ids = open_of_alice(MAX_OPEN_FORCED);
		let all = ids.into_iter().fold(batch(), |batch, id| batch.execute(id));
		assert_ok!(all.submit());
		assert_eq!(open_forced(SECRET_A), 0);
		open_of_alice(MAX_FORCED_PER_BLOCK - MAX_OPEN_FORCED);
		assert_noop!(demand(ALICE, SECRET_A, 50), Error::TooManyForcedRequests);
	});
}
