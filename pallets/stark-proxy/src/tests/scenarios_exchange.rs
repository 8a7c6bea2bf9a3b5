//! The worked scenarios 9, 10, 12 and 13 of section 16, and the full flow over pool, proxy and exchange (specification of
//! the exchange, section 8, acceptance scenario l).

use super::{situations::*, trade_support::*};
use crate::mock::*;
use frame_support::{assert_noop, assert_ok};
use pallet_stark_exchange::types::ForcedOutcome;
use tidepool_primitives::Exposure;

/// Scenario 9. A forced trade waits for 7 days and can then be submitted for 7 days.
#[test]
fn scenario_9_forced_trade() {
	ExtBuilder::default().build_and_execute(|| {
		let (a, b) = traders();
		let (first, t0) = (trade(a, b), now());
		let second = tidepool_primitives::ForcedTradeArgs { nonce: 1, ..first };
		let submit = |args: &_| StarkProxy::forced_trade_request(owner(A), A, *args, consent(args, PARTY_B));
		for args in [first, second] {
			assert_ok!(StarkProxy::queue_forced_trade_request(owner(A), A, args));
		}
		set_time(t0 + 7 * DAY - 1);
		assert_noop!(submit(&first), Error::ForcedTradeWaiting);
		set_time(t0 + 14 * DAY + 1);
		assert_noop!(submit(&first), Error::ForcedTradeExpired);
		set_time(t0 + 7 * DAY);
		assert_ok!(submit(&first));
		set_time(t0 + 14 * DAY);
		assert_ok!(submit(&second));

		let third = tidepool_primitives::ForcedTradeArgs { nonce: 2, ..first };
		assert_ok!(StarkProxy::queue_forced_trade_request(owner(A), A, third));
		let hash = StarkProxy::forced_trade_args_hash(A, third);
		let hashes = vec![hash].try_into().expect("one");
		assert_ok!(StarkProxy::guardian_veto_forced_trade_requests(veto_guardian(), A, hashes));
		pass(7 * DAY);
		assert_noop!(submit(&third), Error::ForcedTradeNotQueued);
		assert_ok!(StarkProxy::queue_forced_trade_request(owner(A), A, third));
		assert_noop!(submit(&third), Error::ForcedTradeWaiting);
		pass(7 * DAY);
		assert_ok!(submit(&third));
	});
}

/// Scenario 10. What got stuck on the original's exchange for months is rejected here.
#[test]
fn scenario_10_deposit_to_a_foreign_position() {
	ExtBuilder::default().build_and_execute(|| {
		let fifty_millions = 50_000_000_000_000;
		let (a, b) = (registered(A, 1), registered(B, 2));
		give(&proxy_account(A), fifty_millions.into());
		let deposit = |position| StarkProxy::deposit_to_exchange(owner(A), A, a.0, position, fifty_millions);
		assert_noop!(deposit(b.1), ExchangeError::PositionKeyMismatch);
		assert_eq!((token(A), usdc(&exchange_account())), (fifty_millions.into(), 0));
		assert_ok!(deposit(a.1));
		assert_eq!((token(A), usdc(&exchange_account())), (0, fifty_millions.into()));
	});
}

/// Scenario 12. The owner's limit binds its delegates and not the guardian.
#[test]
fn scenario_12_staking_allowance() {
	ExtBuilder::default().build_and_execute(|| {
		borrow(A, 400_000);
		assert_ok!(StarkProxy::set_staking_allowance(owner(A), A, Some(0)));
		assert_noop!(StarkProxy::repay_borrow(owner(A), A, 1), Error::StakingAllowanceExceeded);
		assert_ok!(StarkProxy::guardian_repay_borrow(guardian(), A, 400_000));
		assert_eq!((token(A), borrowed(A)), (0, 0));
	});
}

/// Scenario 13. The guardian forces only while debt is marked.
#[test]
fn scenario_13_forced_withdrawal_by_the_guardian() {
	for (owed, expected) in [(0, Err(Error::NoOutstandingDebt.into())), (1, Ok(()))] {
		in_debt(owed, 100, |(key, position)| {
			let call =
				crate::Call::guardian_forced_withdrawal_request { proxy: A, key, position, max_amount: 100 };
			assert_eq!(dispatch(call, guardian()), expected);
		});
	}
}

/// Scenario (l) of the exchange: from the pool to the exchange, through a loss and a shortfall, and back.
#[test]
fn the_full_flow() {
	ExtBuilder::default().build_and_execute(|| {
		let (on, insurance) = (registered(A, 1), registered_to(&STRANGER, 2));
		let (key, position) = on;
		// The proxy borrows, deposits, and the operator accepts.
		borrow(A, 400_000);
		deposit(A, on, 400_000);
		accept(on, 400_000);
		assert_eq!((token(A), usdc(&exchange_account())), (0, 400_000));
		// It loses 10 of it.
		let mut settlements = vec![(position, -10), (insurance.1, 10)];
		settlements.sort();
		update_exchange(|batch| batch.settlements = settlements.try_into().expect("two"));
		assert_eq!(StarkProxy::exchange_exposure(A), Exposure { equity: 399_990, ..Default::default() });
		// Three quarters of the stake leave, and the proxy does not repay.
		request(&S2, 750_000);
		enter_blackout(0);
		assert_eq!(auto(A), Err(Error::InsufficientFundsForRepayment.into()));
		let force =
			|amount| StarkProxy::guardian_forced_withdrawal_request(guardian(), A, key, position, amount);
		enter_epoch(1);
		assert_noop!(force(u64::MAX), Error::NoOutstandingDebt);
		mark_debt(&[A]);
		assert_eq!((borrowed(A), debt(A)), (250_000, 150_000));
		// The guardian takes home what is there, and the operator serves it.
		proxy_events();
		assert_ok!(force(u64::MAX));
		let id = StarkExchange::forced_withdrawal_id(key, position, 399_990);
		let served = vec![(id, ForcedOutcome::Executed)];
		update_exchange(|batch| batch.forced = served.try_into().expect("one"));
		assert_ok!(StarkProxy::guardian_withdraw_from_exchange(guardian(), A, key));
		assert_ok!(StarkProxy::guardian_repay_debt(guardian(), A, u128::MAX));
		assert_ok!(StarkProxy::guardian_repay_borrow(guardian(), A, u128::MAX));
		assert_eq!(
			proxy_events(),
			[
				Event::ForcedWithdrawalRequested {
					proxy: A,
					key,
					position,
					amount: 399_990,
					by_guardian: true
				},
				Event::WithdrewFromExchange { proxy: A, key, amount: 399_990, by_guardian: true },
				Event::RepaidDebt { proxy: A, amount: 150_000, new_debt: 0, by_guardian: true },
				Event::RepaidBorrow { proxy: A, amount: 249_990, new_borrowed: 10, by_guardian: true },
			]
		);
		// All but the loss is back in the pool; the loss is somebody's profit.
		assert_eq!((token(A), borrowed(A), debt(A)), (0, 10, 0));
		assert_eq!(usdc(&pool_account()), 999_990);
		assert_eq!(usdc(&exchange_account()), 10);
		assert!(StarkProxy::exchange_exposure(A).is_zero());
		// The staker who left receives all of it: what the shortfall took as debt.
		let before = usdc(&S2);
		assert_ok!(LiquidityStaking::withdraw_max_stake(signed(&S2), S2));
		assert_ok!(LiquidityStaking::withdraw_max_debt(signed(&S2), S2));
		assert_eq!(usdc(&S2), before + 750_000);
	});
}

#[test]
fn the_proxies_neither_send_nor_receive_transfers() {
	use pallet_stark_exchange::{signature::digest, signing, types::TransferOrder};
	ExtBuilder::default().build_and_execute(|| {
		give(&proxy_account(A), 1_000);
		let of_proxy = registered(A, 1);
		move_to_exchange(A, of_proxy, 1_000);
		let of_stranger = registered_to(&STRANGER, 2);
		frame_support::assert_ok!(StarkExchange::deposit(
			signed(&STRANGER),
			of_stranger.0,
			of_stranger.1,
			1_000
		));
		accept(of_stranger, 1_000);
		for (from, to, signer) in [(of_proxy.1, of_stranger.1, 1), (of_stranger.1, of_proxy.1, 2)] {
			let order = TransferOrder { from, to, amount: 1, nonce: 0, expiration: now() };
			let message = StarkExchange::transfer_message(order);
			let signature = signing::sign(&secret(signer), &digest(&message));
			let last = StarkExchange::last_state();
			let batch = Batch {
				batch_id: last.batch_id + 1,
				previous_state_root: last.state_root,
				system_time: now(),
				transfers: vec![(order, signature)].try_into().expect("fits"),
				..Default::default()
			};
			frame_support::assert_noop!(
				StarkExchange::update_state(signed(&OPERATOR), batch),
				ExchangeError::TransferRestricted
			);
		}
	});
}
