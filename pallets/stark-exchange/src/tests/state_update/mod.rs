//! State updates (specification, section 6.3): the header, the parts of a batch, and what holds for all of it.

use super::{common::SECRET_C, *};
use crate::types::{ExchangeState, ForcedOutcome, RejectionReason, TransferOrder};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use sp_core::H256;
use sp_runtime::traits::Dispatchable;

mod atomicity;
mod deposits;
mod forced;
mod header;
mod order;
mod pruning;
mod settlements;
mod transfers;
mod transfers_refused;
mod weight;
mod withdrawals;

type Call = crate::Call<Test>;

/// The secret of the proxy's key.
const SECRET_P: u64 = 5;

/// An id that nothing has.
const UNKNOWN: H256 = H256([0xee; 32]);

/// What comes of a batch that `who` submits as an extrinsic.
fn dispatch(who: AccountId, batch: BatchBuilder) -> DispatchResult {
	let call = RuntimeCall::from(Call::update_state { batch: batch.build() });
	call.dispatch(signed(who)).map(|_| ()).map_err(|failure| failure.error)
}

/// The operator's batch is refused as a whole and leaves everything as it was.
#[track_caller]
fn refuse(batch: BatchBuilder, error: Error) {
	assert_noop!(dispatch(OPERATOR, batch), error);
}

/// The operator's batch takes effect. Returns its events, which are the exchange's only: no token moves.
#[track_caller]
fn apply(batch: BatchBuilder) -> Vec<Event> {
	System::reset_events();
	let held = usdc(exchange_account());
	assert_ok!(dispatch(OPERATOR, batch));
	assert_eq!(usdc(exchange_account()), held);
	let ours = |event| match event {
		RuntimeEvent::StarkExchange(event) => event,
		other => panic!("{other:?} is no event of a batch"),
	};
	all_events().into_iter().map(ours).collect()
}

/// A registered key with that much equity, which may be 0.
#[track_caller]
fn join(account: AccountId, secret: u64, equity: u64) {
	register(account.clone(), secret);
	raise(account, secret, equity);
}

/// More equity for a registered key.
#[track_caller]
fn raise(account: AccountId, secret: u64, equity: u64) {
	if equity > 0 {
		deposit(account, secret, equity);
		accept(secret, equity);
	}
}

/// Alice's position 1 and Bob's position 2 with that much equity.
fn with_equity(alice: u64, bob: u64, test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		join(ALICE, SECRET_A, alice);
		join(BOB, SECRET_B, bob);
		test();
	});
}

/// Equity of the keys of the vectors.
fn equities() -> (u64, u64) {
	(equity(SECRET_A), equity(SECRET_B))
}

/// Pending deposits, equity and pending withdrawals of everybody.
fn totals() -> [u128; 3] {
	let totals = StarkExchange::totals();
	[totals.pending_deposits, totals.equity, totals.pending_withdrawals]
}

/// `StateUpdated` of the last batch, with so many deposits, transfers, settlements, forced requests and withdrawals.
fn updated([deposits, transfers, settlements, forced, withdrawals]: [u32; 5]) -> Event {
	let ExchangeState { batch_id, state_root: new_state_root, system_time } = StarkExchange::last_state();
	Event::StateUpdated {
		batch_id,
		new_state_root,
		system_time,
		deposits,
		transfers,
		settlements,
		forced,
		withdrawals,
	}
}

/// `DepositAccepted` for a key's own position.
fn accepted(secret: u64, q: u64) -> Event {
	Event::DepositAccepted { key: key(secret), position: position(secret), q }
}

/// `Transferred` between two keys' positions.
fn transferred(from: u64, to: u64, q: u64) -> Event {
	Event::Transferred { from: position(from), to: position(to), q }
}

/// `ForcedRequestServed`.
fn served(id: H256, outcome: ForcedOutcome) -> Event {
	Event::ForcedRequestServed { id, outcome }
}

/// `WithdrawalCredited` for a key's own position.
fn withdrawable(secret: u64, q: u64) -> Event {
	Event::WithdrawalCredited { key: key(secret), position: position(secret), q }
}
