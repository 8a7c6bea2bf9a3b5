//! Forced requests, the freeze and the last batch.

use super::*;
use crate::{
	types::{ForcedRequest, Freeze, RequestKind},
	ForcedInBlock, ForcedRequests, Frozen, LastState, LastUnfreezeAllowedAt, UsedTrades,
};
use sp_core::H256;
use tidepool_primitives::Seconds;

fn alices_request() -> H256 {
	StarkExchange::forced_withdrawal_id(key(ALICES), ALICES_POSITION, 100)
}

fn bobs_request() -> H256 {
	StarkExchange::forced_trade_id(trade(BOBS, ALICES))
}

/// Writes a request under its own id, and counts it for the position.
fn add_request(kind: RequestKind, requested_at: Seconds) {
	let id = match kind {
		RequestKind::Withdrawal { key, position, amount } => {
			StarkExchange::forced_withdrawal_id(key, position, amount)
		},
		RequestKind::Trade { args, .. } => StarkExchange::forced_trade_id(args),
	};
	ForcedRequests::<Test>::insert(id, ForcedRequest { kind, requested_at });
	Positions::<Test>::mutate(kind.position(), |record| {
		if let Some(record) = record {
			record.open_forced += 1;
		}
	});
}

#[test]
fn e4_open_requests_must_be_counted() {
	breaks("E4: number of open requests", || alices_position(|record| record.open_forced = 0));
	breaks("E4: number of open requests", || alices_position(|record| record.open_forced = 2));
	breaks("E4: number of open requests", || ForcedRequests::<Test>::remove(alices_request()));
}

#[test]
fn e4_a_request_must_have_its_position() {
	breaks("E4: a forced request without its position", || {
		add_request(RequestKind::Withdrawal { key: key(ALICES), position: 9, amount: 1 }, START);
	});
}

#[test]
fn e4_a_request_must_have_the_key_of_its_position() {
	breaks("E4: a request with the key of another position", || {
		let kind = RequestKind::Withdrawal { key: key(BOBS), position: ALICES_POSITION, amount: 1 };
		add_request(kind, START);
	});
}

#[test]
fn a_request_must_be_stored_under_its_id() {
	for (id, at) in [(alices_request as fn() -> H256, 1), (bobs_request, 2)] {
		breaks("6.2: id of a request", || {
			let request = ForcedRequests::<Test>::take(id()).unwrap();
			ForcedRequests::<Test>::insert(H256::repeat_byte(at), request);
		});
	}
}

#[test]
fn a_request_must_not_lie_in_the_future() {
	breaks("6.2: requested in the future", || {
		let kind = RequestKind::Withdrawal { key: key(ALICES), position: ALICES_POSITION, amount: 1 };
		add_request(kind, now() + 1);
	});
}

#[test]
fn an_open_trade_must_not_have_been_served() {
	breaks("6.2: an open trade that was served", || UsedTrades::<Test>::insert(bobs_request(), START));
}

#[test]
fn requests_must_not_be_counted_ahead() {
	breaks("6.2: requests counted in a future block", || ForcedInBlock::<Test>::put((2, 1)));
}

#[test]
fn a_freeze_must_not_lie_in_the_future() {
	breaks("6.2: frozen in the future", || {
		LastUnfreezeAllowedAt::<Test>::put(START);
		Frozen::<Test>::put(Freeze { frozen_at: now() + 1, unfreeze_allowed_at: START });
	});
}

#[test]
fn the_end_of_a_freeze_must_be_remembered() {
	breaks("6.2: end of the freeze", || {
		Frozen::<Test>::put(Freeze { frozen_at: START, unfreeze_allowed_at: START + UNFREEZE_DELAY });
	});
}

#[test]
fn the_last_batch_must_not_lead_too_far() {
	breaks("6.3: time of the last batch", || {
		LastState::<Test>::mutate(|state| state.system_time = now() + LEAD + 1);
	});
}
