//! States that several tests start from: what auto-pay finds, a position on the exchange, a freeze.

use crate::{auto_pay::Situation, mock::*};
use frame_support::assert_ok;
use pallet_stark_exchange::types::RequestKind;
use tidepool_primitives::{Balance, PositionId, StarkKey};

/// A key and its position.
pub(super) type On = (StarkKey, PositionId);

/// What auto-pay finds in the order of the specification, B, N, T and D, and what it makes of it: borrowed, repaid of the
/// loan and of the debt. `None`: the proxy cannot pay what falls due.
pub(super) type Case = ([Balance; 4], Option<[Balance; 3]>);

/// All branches of 7.1 with their boundaries.
pub(super) const CASES: [Case; 26] = [
	([0, 0, 0, 0], Some([0, 0, 0])),
	([0, 60, 0, 0], Some([60, 0, 0])),
	([59, 60, 0, 0], Some([1, 0, 0])),
	([60, 60, 0, 0], Some([0, 0, 0])),
	([61, 60, 0, 0], None),
	([61, 60, 1, 0], Some([0, 1, 0])),
	([61, 60, 2, 0], Some([0, 1, 0])),
	([100, 60, 39, 100], None),
	([100, 60, 40, 100], Some([0, 40, 0])),
	([100, 60, 41, 100], Some([0, 40, 1])),
	([100, 60, 100, 100], Some([0, 40, 60])),
	([100, 60, 139, 100], Some([0, 40, 99])),
	([100, 60, 140, 100], Some([0, 40, 100])),
	([100, 60, 141, 100], Some([0, 40, 100])),
	([50, 60, 0, 100], Some([0, 0, 0])),
	([50, 60, 30, 100], Some([0, 0, 30])),
	([50, 60, 99, 100], Some([0, 0, 99])),
	([50, 60, 100, 100], Some([10, 0, 100])),
	([50, 60, 101, 100], Some([10, 0, 100])),
	([60, 60, 0, 1], Some([0, 0, 0])),
	([60, 60, 1, 1], Some([0, 0, 1])),
	([0, 60, 1, 1], Some([60, 0, 1])),
	([0, 0, 5, 7], Some([0, 0, 5])),
	([40, 0, 39, 7], None),
	([40, 0, 40, 7], Some([0, 40, 0])),
	([40, 0, 47, 7], Some([0, 40, 7])),
];

pub(super) fn situation([borrowed, allocated_next, token, debt]: [Balance; 4]) -> Situation {
	Situation { borrowed, allocated_next, token, debt }
}

/// What auto-pay would find now, in the order of the specification.
pub(super) fn found(proxy: u32) -> [Balance; 4] {
	[borrowed(proxy), StarkProxy::allocated_balance_next(proxy), token(proxy), debt(proxy)]
}

/// Gives a proxy tokens, or takes them, until it holds `amount`.
#[track_caller]
pub(super) fn hold(proxy: u32, amount: Balance) {
	let held = token(proxy);
	give(&proxy_account(proxy), amount.saturating_sub(held));
	take(proxy, held.saturating_sub(amount));
}

/// Runs `test` in the first second of the blackout window of epoch 1, in a pool that lends to A only, where auto-pay finds
/// B, N, T and D as `wanted`. Nobody restricts A, although its debt was marked.
pub(super) fn in_situation(wanted: [Balance; 4], test: impl FnOnce()) {
	let [loan, allocated_next, held, owed] = wanted;
	let active = loan.max(allocated_next);
	let stakes = [(S1, active), (S2, owed)].into_iter().filter(|(_, amount)| *amount > 0);
	let stakes = stakes.collect::<Vec<_>>();
	ExtBuilder::default().stakes(&stakes).allocations(&[(A, 10_000)]).build_and_execute(|| {
		if active + owed > 0 {
			borrow(A, active + owed);
		}
		if owed > 0 {
			request(&S2, owed);
		}
		enter_epoch(1);
		if owed > 0 {
			mark_debt(&[A]);
			set_pool_restriction(A, false);
		}
		if active > loan {
			assert_ok!(StarkProxy::repay_borrow(owner(A), A, active - loan));
		}
		if active > allocated_next {
			request(&S1, active - allocated_next);
		}
		enter_blackout(1);
		hold(A, held);
		assert_eq!(found(A), wanted);
		proxy_events();
		test();
	});
}

/// Runs `test` with a proxy A that has `debt`, nothing else to pay, no tokens, and `equity` in a position of key 1.
pub(super) fn in_debt(debt: Balance, equity: u64, test: impl FnOnce(On)) {
	in_situation([50, 60, equity.into(), debt], || {
		let on = registered(A, 1);
		if equity > 0 {
			move_to_exchange(A, on, equity);
		}
		proxy_events();
		test(on);
	});
}

/// Freezes the exchange because of a forced withdrawal of one unit from `on`, which belongs to A.
#[track_caller]
pub(super) fn freeze(on: On) {
	assert_ok!(StarkProxy::forced_withdrawal_request(owner(A), A, on.0, on.1, 1));
	pass(7 * DAY);
	let id = StarkExchange::forced_withdrawal_id(on.0, on.1, 1);
	assert_ok!(StarkExchange::freeze_request(signed(&STRANGER), id));
	assert!(StarkExchange::is_frozen());
	proxy_events();
}

/// The forced withdrawal of `amount` from `on` that is open on the exchange.
pub(super) fn is_withdrawal_open(on: On, amount: u64) -> bool {
	let id = StarkExchange::forced_withdrawal_id(on.0, on.1, amount);
	let kind = RequestKind::Withdrawal { key: on.0, position: on.1, amount };
	StarkExchange::forced_request(id).is_some_and(|request| request.kind == kind)
}

/// `AutoPaid`.
pub(super) fn auto_paid([borrowed, repaid_borrow, repaid_debt]: [Balance; 3]) -> Event {
	Event::AutoPaid { proxy: A, borrowed, repaid_borrow, repaid_debt }
}
