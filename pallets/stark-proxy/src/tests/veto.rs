//! The veto against forced trades (specification, section 11.8).

use super::{every_call::numbered_trade, support::*};
use crate::{mock::*, QueuedForcedTrades};
use codec::{Decode, Encode};
use frame_support::{assert_noop, assert_ok, BoundedVec};
use sp_core::H256;

fn veto(hashes: &[H256]) -> Call {
	let hashes = BoundedVec::try_from(hashes.to_vec()).expect("few");
	Call::guardian_veto_forced_trade_requests { proxy: A, hashes }
}

fn hash(nonce: u64) -> H256 {
	StarkProxy::forced_trade_args_hash(A, numbered_trade(nonce))
}

fn vetoed(nonce: u64) -> Event {
	Event::ForcedTradeVetoed { proxy: A, args_hash: hash(nonce) }
}

/// A has queued the trades 0, 1 and 2.
fn with_queue(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		registered(A, 1);
		for nonce in 0..3 {
			queue(nonce);
		}
		proxy_events();
		test();
	});
}

#[track_caller]
fn queue(nonce: u64) {
	assert_ok!(StarkProxy::queue_forced_trade_request(owner(A), A, numbered_trade(nonce)));
}

/// The numbers of the trades that are queued, of the first ten.
fn queued() -> Vec<u64> {
	(0..10).filter(|nonce| StarkProxy::queued_forced_trade(A, hash(*nonce)).is_some()).collect()
}

#[test]
fn vetoed_trades_leave_the_queue() {
	with_queue(|| {
		assert_ok!(dispatch(veto(&[hash(2), hash(0)]), veto_guardian()));
		assert_eq!(proxy_events(), [vetoed(2), vetoed(0)], "in the order of the call");
		assert_eq!((queued(), info(A).queued_trades), (vec![1], 1));
		assert_ok!(dispatch(veto(&[hash(1)]), veto_guardian()));
		assert_eq!(proxy_events(), [vetoed(1)]);
		assert_eq!((queued(), info(A).queued_trades), (vec![], 0));
	});
}

#[test]
fn hashes_that_are_not_queued_are_skipped() {
	with_queue(|| {
		// The owner takes one trade back to make the veto of all three fail.
		assert_ok!(StarkProxy::unqueue_forced_trade_request(owner(A), A, hash(1)));
		proxy_events();
		assert_ok!(dispatch(veto(&[hash(0), hash(1), hash(2), H256::zero()]), veto_guardian()));
		assert_eq!(proxy_events(), [vetoed(0), vetoed(2)]);
		assert_eq!((queued(), info(A).queued_trades), (vec![], 0));
		// Nothing but unknown hashes is fine, too.
		assert_ok!(dispatch(veto(&[hash(0), hash(5)]), veto_guardian()));
		assert_eq!(proxy_events(), []);
	});
}

#[test]
fn a_hash_that_is_listed_twice_counts_once() {
	with_queue(|| {
		assert_ok!(dispatch(veto(&[hash(0), hash(0), hash(1), hash(0)]), veto_guardian()));
		assert_eq!(proxy_events(), [vetoed(0), vetoed(1)]);
		assert_eq!((queued(), info(A).queued_trades), (vec![2], 1));
	});
}

#[test]
fn an_empty_veto_is_refused() {
	with_queue(|| {
		assert_noop!(dispatch(veto(&[]), veto_guardian()), Error::EmptyInput);
		assert_noop!(dispatch(veto(&[]), guardian()), Error::MissingRole);
	});
}

#[test]
fn a_veto_is_about_one_proxy() {
	with_queue(|| {
		let hashes = BoundedVec::truncate_from(vec![hash(0), hash(1)]);
		let of_b = Call::guardian_veto_forced_trade_requests { proxy: B, hashes };
		assert_ok!(dispatch(of_b, veto_guardian()));
		assert_eq!(proxy_events(), []);
		assert_eq!(queued(), [0, 1, 2]);
	});
}

#[test]
fn a_vetoed_trade_cannot_be_submitted() {
	with_queue(|| {
		pass(WAITING);
		let args = numbered_trade(0);
		registered_to(&STRANGER, 3);
		let submit = || StarkProxy::forced_trade_request(owner(A), A, args, consent(&args, 3));
		assert_ok!(dispatch(veto(&[hash(0)]), veto_guardian()));
		assert_noop!(submit(), Error::ForcedTradeNotQueued);
	});
}

#[test]
fn a_vetoed_trade_may_be_queued_and_vetoed_again() {
	with_queue(|| {
		for _ in 0..3 {
			assert_ok!(dispatch(veto(&[hash(0)]), veto_guardian()));
			pass(DAY);
			queue(0);
			let trade = QueuedForcedTrades::<Test>::get(A, hash(0)).expect("queued again");
			assert_eq!(trade.queued_at, now(), "its waiting period begins anew");
		}
	});
}

#[test]
fn trades_that_have_expired_can_be_vetoed() {
	with_queue(|| {
		pass(WAITING + GRACE + 1);
		assert_ok!(dispatch(veto(&[hash(0)]), veto_guardian()));
		assert_eq!(proxy_events(), [vetoed(0)]);
	});
}

#[test]
fn every_veto_guardian_may() {
	with_queue(|| {
		assert_noop!(dispatch(veto(&[hash(0)]), guardian()), Error::MissingRole);
		let role = crate::types::Role::VetoGuardian;
		assert_ok!(StarkProxy::grant_role(guardian(), A, role, LONG));
		assert_ok!(dispatch(veto(&[hash(0)]), long_track()));
		assert_ok!(StarkProxy::revoke_role(guardian(), A, role, INSTANT));
		assert_noop!(dispatch(veto(&[hash(1)]), veto_guardian()), Error::MissingRole);
	});
}

#[test]
fn the_list_of_hashes_is_bounded() {
	for (length, is_call) in [(0, true), (3, true), (4, true), (5, false)] {
		let encoded = (39u8, A, vec![H256::zero(); length]).encode();
		assert_eq!(Call::decode(&mut encoded.as_slice()).is_ok(), is_call, "{length} hashes");
	}
}
