//! The receipt token on the real runtime: only the pool moves it.

use frame_support::{assert_noop, assert_ok};
use pallet_assets::Call as AssetsCall;
use pallet_liquidity_staking::Call as PoolCall;
use sp_runtime::MultiAddress;
use tidepool_integration_tests::common::*;
use tidepool_runtime::{Assets, LiquidityStaking, Runtime, RuntimeCall};

const STK_USDC: u32 = 2;

fn stake(amount: u128) -> RuntimeCall {
	PoolCall::<Runtime>::stake { amount }.into()
}

#[test]
fn staking_mirrors_the_receipt_token() {
	on_development_chain(|| {
		assert_ok!(dispatch(&alice(), stake(usdc(1_000))));
		assert_eq!(Assets::balance(STK_USDC, alice()), usdc(1_000));
		assert_eq!(LiquidityStaking::balance_of(alice()), usdc(1_000));
		assert_eq!(Assets::balance(1, alice()), usdc(999_000));
	});
}

#[test]
fn a_direct_transfer_of_the_receipt_token_fails_and_of_usdc_works() {
	on_development_chain(|| {
		assert_ok!(dispatch(&alice(), stake(usdc(1_000))));
		let transfer =
			|id| AssetsCall::<Runtime>::transfer { id, target: MultiAddress::Id(bob()), amount: usdc(1) };
		let error = dispatch(&alice(), transfer(STK_USDC)).unwrap_err().error;
		assert_eq!(error, pallet_assets::Error::<Runtime>::BalanceLow.into());
		assert_ok!(dispatch(&alice(), transfer(1)));
		assert_eq!(Assets::balance(STK_USDC, alice()), usdc(1_000));
	});
}

#[test]
fn nobody_but_governance_can_create_assets() {
	on_development_chain(|| {
		let create = RuntimeCall::Assets(AssetsCall::create {
			id: 3,
			admin: MultiAddress::Id(alice()),
			min_balance: 1,
		});
		assert_noop!(
			dispatch(&alice(), create).map_err(|error| error.error),
			sp_runtime::DispatchError::BadOrigin
		);
	});
}

#[test]
fn the_receipt_token_moves_inside_a_batch() {
	on_development_chain(|| {
		let transfer = PoolCall::<Runtime>::transfer { recipient: bob(), amount: usdc(400) };
		let batch =
			pallet_utility::Call::<Runtime>::batch_all { calls: vec![stake(usdc(1_000)), transfer.into()] };
		assert_ok!(dispatch(&alice(), RuntimeCall::from(batch)));
		assert_eq!(Assets::balance(STK_USDC, alice()), usdc(600));
		assert_eq!(Assets::balance(STK_USDC, bob()), usdc(400));
	});
}
