//! The exchange: an operator that misbehaves or is gone, and deposits that go astray.

use super::*;
use crate::attempts::*;
use frame_support::{assert_noop, assert_ok};
use pallet_stark_exchange::{messages::forced_withdrawal_id, Call as ExchangeCall, Error, Event};
use pallet_stark_proxy::Call as ProxyCall;
use pallet_timelock::TrackId;
use tidepool_integration_tests::{council::*, exchange::*};
use tidepool_runtime::System;

type ExchangeError = Error<Runtime>;

/// The next batch, empty.
fn next_batch() -> ExchangeCall<Runtime> {
	let last = StarkExchange::last_state();
	let batch = pallet_stark_exchange::types::UpdateBatch {
		batch_id: last.batch_id + 1,
		previous_state_root: last.state_root,
		system_time: now(),
		..Default::default()
	};
	ExchangeCall::update_state { batch }
}

#[test]
fn an_operator_is_dismissed_in_no_time() {
	with_production_pool(|| {
		let who = named("StarkOperator");
		let before = (now(), System::block_number());
		probe(|| assert_eq!(attempt(&who, next_batch()), Ok(())));
		without_moving_money_out(|| {
			let dismiss = ExchangeCall::<Runtime>::unregister_operator { who: who.clone() };
			let id = queue(TrackId::Instant, dismiss);
			assert_eq!(outcome(id), Ok(()));
			System::assert_has_event(Event::<Runtime>::OperatorRemoved { who: who.clone() }.into());
		});
		assert_eq!((now(), System::block_number()), before);
		assert_noop!(attempt(&who, next_batch()), ExchangeError::NotOperator);
	});
}

/// The Instant track only tightens.
#[test]
fn an_operator_is_appointed_after_two_days_only() {
	with_production_pool(|| {
		let appoint = ExchangeCall::<Runtime>::register_operator { who: named("Ferdie") };
		assert_refused(
			Caller::Track(TrackId::Instant),
			appoint.clone(),
			sp_runtime::DispatchError::BadOrigin,
		);
		let id = queue(TrackId::Short, appoint);
		set_time(now() + 2 * DAY);
		assert_eq!(outcome(id), Ok(()));
		assert!(StarkExchange::is_operator(named("Ferdie")));
	});
}

#[test]
fn everybody_escapes_after_seven_days() {
	with_production_pool(|| {
		borrow(A, usdc(400_000));
		let place = registered(A, 1);
		move_to_exchange(A, place, usdc(400_000) as u64);
		let (key, position) = registered_to(&named("Dave"), 2);
		let quantized = usdc(1_000) as u64;
		let deposit = ExchangeCall::<Runtime>::deposit { key, position, q: quantized };
		assert_ok!(attempt(&named("Dave"), deposit));
		update(|batch| batch.deposits.try_push((key, position, quantized)).expect("fits"));

		// The operator is gone. A trader asks for one unit, seven days later anybody freezes the exchange.
		let force = ExchangeCall::<Runtime>::forced_withdrawal_request { key, position, q: 1 };
		assert_ok!(attempt(&named("Dave"), force));
		let id = forced_withdrawal_id(&key, position, 1);
		let freeze = || attempt(&named("Ferdie"), ExchangeCall::<Runtime>::freeze_request { id });
		set_time(now() + 7 * DAY - 1);
		assert_noop!(freeze(), ExchangeError::RequestStillPending);
		set_time(now() + 1);
		without_moving_money_out(|| {
			assert_ok!(freeze());
			for position in [position, place.1] {
				assert_ok!(attempt(&named("Ferdie"), ExchangeCall::<Runtime>::escape { position }));
			}
		});

		// Whoever calls, the money goes to the account that the key is registered to.
		let mut expected = outside();
		expected.entry(named("Dave")).and_modify(|(held, _)| *held += usdc(1_000));
		for key in [key, place.0] {
			assert_ok!(attempt(&named("Ferdie"), ExchangeCall::<Runtime>::withdraw { key }));
		}
		assert_eq!(outside(), expected);
		assert_eq!(StarkProxy::token_balance(A), usdc(400_000));
		assert_eq!(usdc_of(&StarkExchange::exchange_account()), 0);
	});
}

#[test]
fn a_deposit_to_a_wrong_position_moves_nothing() {
	with_production_pool(|| {
		borrow(A, usdc(400_000));
		let (key, _) = registered(A, 1);
		for position in [registered(B, 2).1, registered_to(&named("Dave"), 3).1, 999] {
			let deposit = ProxyCall::deposit_to_exchange { proxy: A, key, position, quantized_amount: 1 };
			assert_noop!(act(A, deposit), ExchangeError::PositionKeyMismatch);
		}
		assert_eq!(StarkProxy::token_balance(A), usdc(400_000));
	});
}

/// Two days for the owner; the guardian needs its own two days first.
#[test]
fn a_deposit_that_nobody_accepts_comes_back() {
	for by_guardian in [false, true] {
		with_production_pool(|| {
			borrow(A, usdc(400_000));
			let (key, position) = registered(A, 1);
			let proxy = A;
			let quantized_amount = usdc(400_000) as u64;
			assert_ok!(act(A, ProxyCall::deposit_to_exchange { proxy, key, position, quantized_amount }));
			without_moving_money_out(|| {
				let (start, wait) = (now(), if by_guardian { 4 * DAY } else { 2 * DAY });
				if by_guardian {
					govern(
						TrackId::Short,
						ProxyCall::<Runtime>::guardian_deposit_cancel { proxy, key, position },
					);
				} else {
					assert_ok!(act(A, ProxyCall::deposit_cancel { proxy, key, position }));
				}
				let reclaim = ProxyCall::<Runtime>::guardian_deposit_reclaim { proxy, key, position };
				let id = by_guardian.then(|| queue(TrackId::Short, reclaim));
				set_time(start + wait - 1);
				let reclaim = || act(A, ProxyCall::deposit_reclaim { proxy, key, position });
				assert_noop!(reclaim(), ExchangeError::DepositLocked);
				set_time(start + wait);
				match id {
					Some(id) => assert_eq!(outcome(id), Ok(())),
					None => assert_eq!(reclaim(), Ok(())),
				}
			});
			assert_eq!(StarkProxy::token_balance(A), usdc(400_000));
		});
	}
}
