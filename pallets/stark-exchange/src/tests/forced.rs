//! Forced withdrawals (specification, section 6.2). Trades are in `forced_trades`, limits in `forced_limits`.

use super::{common::*, *};
use crate::{
	types::{ForcedRequest, RejectionReason, RequestKind},
	ForcedRequests,
};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use sp_core::H256;
use sp_runtime::DispatchError;
use tidepool_primitives::Seconds;

fn call(who: AccountId, secret: u64, position: u64, q: u64) -> DispatchResult {
	StarkExchange::forced_withdrawal_request(signed(who), key(secret), position, q)
}

/// The id of a request of Alice, as the specification defines it.
fn id_of_alice(q: u64) -> H256 {
	let content = [&key(SECRET_A)[..], &1u64.to_le_bytes(), &q.to_le_bytes()].concat();
	sp_io::hashing::blake2_256(&[b"forced-withdrawal", &content[..]].concat()).into()
}

fn requested(q: u64, deadline: Seconds) -> Event {
	let (id, key) = (id_of_alice(q), key(SECRET_A));
	Event::ForcedWithdrawalRequested { id, key, position: 1, q, deadline }
}

#[test]
fn a_request_is_recorded_with_its_time_and_reserves_nothing() {
	two(|| {
		pass(5);
		assert_ok!(call(ALICE, SECRET_A, 1, 40));
		assert_eq!(all_events(), [ours(requested(40, START + 5 + GRACE))]);
		let kind = RequestKind::Withdrawal { key: key(SECRET_A), position: 1, amount: 40 };
		let request = ForcedRequest { kind, requested_at: START + 5 };
		assert_eq!(ForcedRequests::<Test>::iter().collect::<Vec<_>>(), [(id_of_alice(40), request)]);
		assert_eq!(StarkExchange::position(1).unwrap().open_forced, 1);
		assert_eq!(StarkExchange::exposure(ALICE), exposure(0, 100, 0));
		assert_eq!(StarkExchange::forced_withdrawal_id(key(SECRET_A), 1, 40), id_of_alice(40));
	});
}

#[test]
fn the_checks_have_an_order() {
	two(|| {
		// Both limits are reached: of the position and of the block.
		for q in 1..=MAX_OPEN_FORCED {
			force_withdrawal(ALICE, SECRET_A, q.into());
		}
		for q in 1..=MAX_FORCED_PER_BLOCK - MAX_OPEN_FORCED {
			force_withdrawal(BOB, SECRET_B, q.into());
		}
		assert_noop!(call(CAROL, UNREGISTERED, 77, 0), Error::KeyNotRegistered);
		assert_noop!(call(CAROL, SECRET_A, 77, 0), Error::NotKeyOwner);
		for position in [0, 2, 77, u64::MAX] {
			assert_noop!(call(ALICE, SECRET_A, position, 0), Error::PositionKeyMismatch);
		}
		assert_noop!(call(ALICE, SECRET_A, 1, 0), Error::ZeroAmount);
		assert_noop!(call(ALICE, SECRET_A, 1, 101), Error::InsufficientEquity);
		assert_noop!(call(ALICE, SECRET_A, 1, 1), Error::RequestAlreadyPending);
		assert_noop!(call(ALICE, SECRET_A, 1, 100), Error::TooManyOpenRequests);
		assert_ok!(batch().execute(id_of_alice(1)).submit());
		assert_noop!(call(ALICE, SECRET_A, 1, 99), Error::TooManyForcedRequests);
		next_block();
		assert_ok!(call(ALICE, SECRET_A, 1, 99));
		freeze_over(id_of_alice(99));
		assert_noop!(call(CAROL, UNREGISTERED, 77, 0), Error::Frozen);
	});
}

#[test]
fn no_more_than_the_equity_can_be_demanded() {
	two(|| {
		deposit(ALICE, SECRET_A, 1_000);
		for q in [101, 1_100, u64::MAX] {
			assert_noop!(call(ALICE, SECRET_A, 1, q), Error::InsufficientEquity);
		}
		for q in [1, 99, 100] {
			assert_ok!(call(ALICE, SECRET_A, 1, q));
		}
		// Pending deposits count once they are accepted.
		accept(SECRET_A, 1);
		assert_ok!(call(ALICE, SECRET_A, 1, 101));
		assert_noop!(call(ALICE, SECRET_A, 1, 102), Error::InsufficientEquity);
	});
}

#[test]
fn a_position_without_equity_has_nothing_to_demand() {
	two(|| {
		register(CAROL, SECRET_C);
		assert_noop!(call(CAROL, SECRET_C, 3, 1), Error::InsufficientEquity);
	});
}

#[test]
fn the_same_withdrawal_is_demanded_once_at_a_time() {
	two(|| {
		force_withdrawal(ALICE, SECRET_A, 40);
		next_block();
		pass(DAY);
		assert_noop!(call(ALICE, SECRET_A, 1, 40), Error::RequestAlreadyPending);
		// The time of the first request stays.
		assert_eq!(ForcedRequests::<Test>::get(id_of_alice(40)).unwrap().requested_at, START);
		assert_ok!(call(ALICE, SECRET_A, 1, 41));
	});
}

#[test]
fn a_served_withdrawal_can_be_demanded_again() {
	two(|| {
		let id = force_withdrawal(ALICE, SECRET_A, 40);
		assert_ok!(batch().execute(id).submit());
		assert_eq!(force_withdrawal(ALICE, SECRET_A, 40), id);
		assert_ok!(batch().reject(id, RejectionReason::MarginRequirement).submit());
		pass(1);
		System::reset_events();
		assert_ok!(call(ALICE, SECRET_A, 1, 40));
		assert_eq!(exchange_events(), [requested(40, START + 1 + GRACE)]);
		assert_eq!((equity(SECRET_A), credited(SECRET_A)), (60, 40));
	});
}

#[test]
fn the_same_amount_for_another_position_is_another_request() {
	two(|| {
		fund(ALICE, SECRET_C, 40);
		let ids = [force_withdrawal(ALICE, SECRET_A, 40), force_withdrawal(ALICE, SECRET_C, 40)];
		assert_ne!(ids[0], ids[1]);
		let of_bob = force_withdrawal(BOB, SECRET_B, 40);
		assert!(!ids.contains(&of_bob));
		assert_eq!(ForcedRequests::<Test>::iter().count(), 3);
	});
}

#[test]
fn the_account_suffices_without_the_secret_of_the_key() {
	two(|| {
		// Nothing in the call is signed with the key: whoever is the account demands, nobody else.
		for who in [BOB, CAROL, OPERATOR] {
			assert_noop!(call(who, SECRET_A, 1, 40), Error::NotKeyOwner);
		}
		assert_ok!(call(ALICE, SECRET_A, 1, 40));
	});
}

#[test]
fn requests_end_with_a_freeze_and_go_on_after_it() {
	frozen(|_| {
		assert_noop!(call(ALICE, SECRET_A, 1, 1), Error::Frozen);
		unfreeze();
		assert_ok!(call(ALICE, SECRET_A, 1, 1));
	});
}

#[test]
fn the_deadline_of_an_open_request_can_be_asked_for() {
	two(|| {
		let id = force_withdrawal(ALICE, SECRET_A, 40);
		let open = StarkExchange::forced_request(id).unwrap();
		assert_eq!((open.requested_at, open.deadline), (START, START + GRACE));
		assert_eq!(open.kind, ForcedRequests::<Test>::get(id).unwrap().kind);
		assert_ok!(batch().execute(id).submit());
		assert_eq!(StarkExchange::forced_request(id), None);
	});
}

#[test]
fn only_signed_origins_demand_withdrawals() {
	two(|| {
		for origin in unsigned_origins() {
			let refused = StarkExchange::forced_withdrawal_request(origin, key(SECRET_A), 1, 40);
			assert_noop!(refused, DispatchError::BadOrigin);
		}
	});
}
