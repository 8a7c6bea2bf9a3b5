//! Process 3: a borrower defaults. The second decision is taken together with the first one, with a longer delay.

use super::reports;
use crate::{attempts::*, bypasses::powers::restrict};
use frame_support::{assert_noop, assert_ok};
use pallet_liquidity_staking::{Call as PoolCall, Event as PoolEvent};
use pallet_stark_exchange::{
	messages::forced_withdrawal_id, types::ForcedOutcome, Call as ExchangeCall, Event as ExchangeEvent,
};
use pallet_stark_proxy::{Call as ProxyCall, Event as ProxyEvent};
use pallet_timelock::{types::OperationId, TrackId};
use sp_core::H256;
use tidepool_integration_tests::{borrowers::*, common::*, council::*, exchange::*, production::*};
use tidepool_primitives::Exposure;
use tidepool_runtime::{LiquidityStaking, Runtime, StarkExchange, StarkProxy, System};

type ExchangeError = pallet_stark_exchange::Error<Runtime>;

const EQUITY: u128 = usdc(350_000);
const PENDING: u128 = usdc(50_000);

/// A default on the first day of epoch 1, and what governance has decided about it.
struct Default {
	place: Place,
	/// Restriction, cancellation and forced withdrawal.
	first: OperationId,
	/// Withdrawal, reclaim and repayment.
	second: OperationId,
	/// The forced withdrawal that the first one requests.
	request: H256,
}

/// A has all it borrowed on the exchange, a part of it in a deposit that nobody has accepted, when the stakers leave.
fn with_default(test: impl FnOnce(Default)) {
	with_production_pool(|| {
		borrow(A, usdc(400_000));
		let place = registered(A, 1);
		let (key, position) = place;
		move_to_exchange(A, place, EQUITY as u64);
		let deposit =
			ProxyCall::deposit_to_exchange { proxy: A, key, position, quantized_amount: PENDING as u64 };
		assert_ok!(act(A, deposit));
		request(&s1(), usdc(250_000));
		request(&s2(), usdc(500_000));

		set_time(start_of(1));
		assert!(is_overdue(A));
		mark_debt(&[A]);
		let marked = PoolEvent::<Runtime>::DebtMarked {
			borrower: StarkProxy::proxy_account(A),
			amount: usdc(150_000),
			new_borrowed_balance: usdc(250_000),
			new_debt_balance: usdc(150_000),
		};
		System::assert_has_event(marked.into());
		assert!(LiquidityStaking::is_borrowing_restricted(StarkProxy::proxy_account(A)));

		let force: ProxyCall<Runtime> =
			ProxyCall::guardian_forced_withdrawal_request { proxy: A, key, position, max_amount: u64::MAX };
		let stop: ProxyCall<Runtime> = ProxyCall::guardian_deposit_cancel { proxy: A, key, position };
		let first = queue(TrackId::Short, batch_all(vec![restrict(A), stop.into(), force.into()]));
		let second = queue_with_delay(TrackId::Short, batch_all(bring_home(place)), Some(7 * DAY));
		let request = forced_withdrawal_id(&key, position, EQUITY as u64);
		test(Default { place, first, second, request });
	});
}

fn bring_home((key, position): Place) -> Vec<tidepool_runtime::RuntimeCall> {
	let (proxy, max_amount) = (A, u128::MAX);
	let calls: [ProxyCall<Runtime>; 4] = [
		ProxyCall::guardian_withdraw_from_exchange { proxy, key },
		ProxyCall::guardian_deposit_reclaim { proxy, key, position },
		ProxyCall::guardian_repay_debt { proxy, max_amount },
		ProxyCall::guardian_repay_borrow { proxy, max_amount },
	];
	calls.map(Into::into).to_vec()
}

impl Default {
	/// Two days later.
	fn restrict_and_force(&self) {
		set_time(start_of(1) + 2 * DAY - 1);
		assert_noop!(execute(self.first), pallet_timelock::Error::<Runtime>::TooEarly);
		set_time(start_of(1) + 2 * DAY);
		assert_eq!(outcome(self.first), Ok(()));
		let ((key, position), proxy, by_guardian) = (self.place, A, true);
		assert_eq!(
			reports(),
			[
				ProxyEvent::BorrowingRestrictionChanged { proxy, restricted: true, emergency: false },
				ProxyEvent::DepositCanceled { proxy, key, position, by_guardian },
				ProxyEvent::ForcedWithdrawalRequested {
					proxy,
					key,
					position,
					amount: EQUITY as u64,
					by_guardian
				},
			]
		);
		let open = StarkExchange::forced_request(self.request).expect("requested");
		assert_eq!(open.deadline, start_of(1) + 9 * DAY);
	}

	/// Everything comes home and pays what is owed, and the leavers get what is theirs.
	fn bring_home(&self) {
		assert_eq!(outcome(self.second), Ok(()));
		let ((key, position), proxy, by_guardian) = (self.place, A, true);
		assert_eq!(
			reports(),
			[
				ProxyEvent::WithdrewFromExchange { proxy, key, amount: EQUITY, by_guardian },
				ProxyEvent::DepositReclaimed { proxy, key, position, amount: PENDING, by_guardian },
				ProxyEvent::RepaidDebt { proxy, amount: usdc(150_000), new_debt: 0, by_guardian },
				ProxyEvent::RepaidBorrow { proxy, amount: usdc(250_000), new_borrowed: 0, by_guardian },
			]
		);
		assert_eq!((StarkProxy::token_balance(A), StarkProxy::borrowed_and_debt_balance(A)), (0, 0));
		assert_eq!(StarkProxy::exchange_exposure(A), Exposure::default());
		assert_eq!(usdc_of(&StarkExchange::exchange_account()), 0);

		for (staker, stake, debt) in [(s1(), 200_000, 50_000), (s2(), 400_000, 100_000)] {
			let (before, recipient) = (usdc_of(&staker), staker.clone());
			assert_ok!(attempt(
				&staker,
				PoolCall::<Runtime>::withdraw_max_stake { recipient: recipient.clone() }
			));
			assert_eq!(usdc_of(&staker), before + usdc(stake));
			assert_ok!(attempt(&staker, PoolCall::<Runtime>::withdraw_max_debt { recipient }));
			assert_eq!(usdc_of(&staker), before + usdc(stake + debt));
		}
		assert_eq!(usdc_of(&LiquidityStaking::pool_account()), usdc(250_000));
		assert_eq!(LiquidityStaking::total_active_balance_current(), usdc(250_000));
	}
}

#[test]
fn the_operator_serves_and_everything_comes_home() {
	with_default(|default| {
		default.restrict_and_force();
		// The second decision is due before the operator has served the request. It waits.
		set_time(start_of(1) + 7 * DAY - 1);
		assert_noop!(execute(default.second), pallet_timelock::Error::<Runtime>::TooEarly);
		set_time(start_of(1) + 7 * DAY);
		assert_operation_refused(default.second, ExchangeError::NothingToWithdraw);
		set_time(start_of(1) + 8 * DAY);
		let served = (default.request, ForcedOutcome::Executed);
		update(|batch| batch.forced.try_push(served).expect("fits"));
		default.bring_home();
	});
}

#[test]
fn the_operator_does_not_serve_and_everything_escapes() {
	with_default(|default| {
		default.restrict_and_force();
		let (id, by) = (default.request, named("Ferdie"));
		let freeze = || attempt(&by, ExchangeCall::<Runtime>::freeze_request { id });
		set_time(start_of(1) + 9 * DAY - 1);
		assert_noop!(freeze(), ExchangeError::RequestStillPending);
		set_time(start_of(1) + 9 * DAY);
		assert_ok!(freeze());
		System::assert_last_event(ExchangeEvent::<Runtime>::ExchangeFrozen { id, by: by.clone() }.into());

		let (key, position) = default.place;
		let last = StarkExchange::last_state();
		let batch = pallet_stark_exchange::types::UpdateBatch {
			batch_id: last.batch_id + 1,
			previous_state_root: last.state_root,
			system_time: now(),
			..core::default::Default::default()
		};
		let late = attempt(&named("StarkOperator"), ExchangeCall::<Runtime>::update_state { batch });
		assert_noop!(late, ExchangeError::Frozen);
		assert_ok!(attempt(&by, ExchangeCall::<Runtime>::escape { position }));
		System::assert_last_event(
			ExchangeEvent::<Runtime>::Escaped { position, key, q: EQUITY as u64 }.into(),
		);
		default.bring_home();
	});
}

/// What the borrower does in the two days can make a part of the batch fail, and with it the whole. Decided apart, the
/// parts do not depend on each other.
#[test]
fn an_accepted_deposit_stops_the_batch_but_not_its_parts() {
	with_default(|default| {
		let (key, position) = default.place;
		let restriction = queue(TrackId::Short, restrict(A));
		let force = ProxyCall::<Runtime>::guardian_forced_withdrawal_request {
			proxy: A,
			key,
			position,
			max_amount: u64::MAX,
		};
		let force = queue(TrackId::Short, force);
		update(|batch| batch.deposits.try_push((key, position, PENDING as u64)).expect("fits"));
		set_time(start_of(1) + 2 * DAY);
		assert_operation_refused(default.first, ExchangeError::DepositNotFound);
		for part in [restriction, force] {
			assert_eq!(outcome(part), Ok(()));
		}
		assert!(StarkProxy::is_borrowing_restricted(A));
		let all = forced_withdrawal_id(&key, position, (EQUITY + PENDING) as u64);
		assert!(StarkExchange::forced_request(all).is_some());
	});
}
