//! A borrower loses money, defaults and is brought back by governance (specification of the stark exchange, section 8, l).

use frame_support::{assert_ok, traits::fungibles::Inspect};
use pallet_stark_exchange::{messages::forced_withdrawal_id, types::ForcedOutcome};
use pallet_stark_proxy::Call as ProxyCall;
use pallet_timelock::TrackId;
use tidepool_integration_tests::{borrowers::*, common::*, council::*, exchange::*};
use tidepool_primitives::Exposure;
use tidepool_runtime::{Assets, LiquidityStaking, Runtime, StarkExchange, StarkProxy};

const USDC_ASSET: u32 = 1;

/// What the pool, the exchange and the proxy hold between them.
fn held() -> u128 {
	let accounts =
		[LiquidityStaking::pool_account(), StarkExchange::exchange_account(), StarkProxy::proxy_account(A)];
	accounts.iter().map(usdc_of).sum()
}

#[test]
fn a_default_is_forced_home_from_the_exchange() {
	with_pool(|| {
		let supply = Assets::total_issuance(USDC_ASSET);
		borrow(A, 400_000);
		let place = registered(A, 1);
		let (key, position) = place;
		move_to_exchange(A, place, 400_000);
		let trader = registered_to(&named("Dave"), 2);
		update(|batch| batch.settlements = vec![(position, -10), (trader.1, 10)].try_into().expect("few"));
		assert_eq!(StarkProxy::exchange_exposure(A), Exposure { equity: 399_990, ..Default::default() });

		// Nobody pays back what the leavers need.
		request(&s1(), 250_000);
		request(&s2(), 500_000);
		set_time(epoch_start(EPOCH + 1));
		assert!(is_overdue(A));
		mark_debt(&[A]);
		assert_eq!((StarkProxy::borrowed_balance(A), StarkProxy::debt_balance(A)), (250_000, 150_000));

		let force = ProxyCall::<Runtime>::guardian_forced_withdrawal_request {
			proxy: A,
			key,
			position,
			max_amount: u64::MAX,
		};
		govern(TrackId::Short, force);
		let id = forced_withdrawal_id(&key, position, 399_990);
		assert!(StarkExchange::forced_request(id).is_some());
		update(|batch| batch.forced.try_push((id, ForcedOutcome::Executed)).expect("fits"));

		govern(TrackId::Short, ProxyCall::<Runtime>::guardian_withdraw_from_exchange { proxy: A, key });
		assert_eq!(StarkProxy::token_balance(A), 399_990);
		govern(TrackId::Short, ProxyCall::<Runtime>::guardian_repay_debt { proxy: A, max_amount: u128::MAX });
		govern(
			TrackId::Short,
			ProxyCall::<Runtime>::guardian_repay_borrow { proxy: A, max_amount: u128::MAX },
		);
		assert_eq!((StarkProxy::borrowed_balance(A), StarkProxy::debt_balance(A)), (10, 0));
		assert_eq!(StarkProxy::token_balance(A), 0);

		// The exchange owes the trader what the borrower lost, and the leavers are paid in full.
		assert_eq!(held(), 1_000_000);
		for (staker, stake) in [(s1(), 250_000), (s2(), 500_000)] {
			let before = usdc_of(&staker);
			let withdraw =
				pallet_liquidity_staking::Call::<Runtime>::withdraw_max_stake { recipient: staker.clone() };
			assert_ok!(attempt(&staker, withdraw));
			let debt =
				pallet_liquidity_staking::Call::<Runtime>::withdraw_max_debt { recipient: staker.clone() };
			assert_ok!(attempt(&staker, debt));
			assert_eq!(usdc_of(&staker), before + stake);
		}
		assert_eq!(Assets::total_issuance(USDC_ASSET), supply);
	});
}
