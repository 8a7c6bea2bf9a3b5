//! The chains that the presets describe.

use crate::common::*;
use frame_support::traits::{fungible::Inspect as _, fungibles::roles::Inspect as Roles};
use pallet_liquidity_staking::types::Role;
use tidepool_primitives::EpochParameters;
use tidepool_runtime::{
	configs::governance::GovernanceAccount, genesis_config_presets::preset_names, Assets, Balances,
	LiquidityStaking, Runtime, System, DYDX, VERSION,
};

const STAKE_ASSET: u32 = 1;
const STK_USDC: u32 = 2;
const DEVELOPMENT_CHAINS: [(&str, usize); 2] = [("development", 1), ("local_testnet", 4)];

#[test]
fn every_preset_builds_in_the_wasm_and_satisfies_the_invariants() {
	assert_eq!(preset_names(), ["development", "local_testnet", "staging"]);
	for name in preset_names() {
		chain(&name).execute_with(|| {
			LiquidityStaking::do_try_state().unwrap_or_else(|error| panic!("{name}: {error:?}"));
		});
	}
}

#[test]
fn development_chains_have_ten_minute_epochs_with_a_blackout_of_five() {
	for (name, validators) in DEVELOPMENT_CHAINS {
		chain(name).execute_with(|| {
			assert_eq!(
				LiquidityStaking::epoch_parameters(),
				EpochParameters { interval: 600, offset: DEVELOPMENT_OFFSET }
			);
			assert_eq!(LiquidityStaking::blackout_window(), 300);
			assert_eq!(pallet_liquidity_staking::Bounds::<Runtime>::get().min_blackout_window, 60);
			assert_eq!(pallet_aura::Authorities::<Runtime>::get().len(), validators);
			assert_eq!(tidepool_runtime::Grandpa::grandpa_authorities().len(), validators);
		});
	}
}

#[test]
fn development_people_hold_dydx_and_usdc() {
	for (name, _) in DEVELOPMENT_CHAINS {
		chain(name).execute_with(|| {
			let people = ["Alice", "Bob", "Charlie", "Dave", "Eve", "Ferdie"];
			let owners = ["Wintermute", "AmberGroup", "WooNetwork", "Sixtant", "DatTrading"];
			for person in people.into_iter().chain(owners) {
				assert_eq!(Balances::balance(&named(person)), 1_000_000 * DYDX, "{person}");
				assert_eq!(Assets::balance(STAKE_ASSET, named(person)), usdc(1_000_000), "{person}");
			}
			for operator in ["StarkOperator", "UsdcIssuer"] {
				assert_eq!(Balances::balance(&named(operator)), 1_000_000 * DYDX, "{operator}");
				assert_eq!(Assets::balance(STAKE_ASSET, named(operator)), 0, "{operator}");
			}
			assert_eq!(<Assets as Roles<_>>::owner(STAKE_ASSET), Some(named("UsdcIssuer")));
			assert_eq!(<Assets as Roles<_>>::owner(STK_USDC), Some(LiquidityStaking::pool_account()));
			let council = ["Alice", "Bob", "Charlie", "Dave", "Eve"].map(named);
			let mut members = pallet_collective::Members::<Runtime, pallet_collective::Instance1>::get();
			members.sort();
			let mut expected = council.to_vec();
			expected.sort();
			assert_eq!(members, expected);
			let prime = pallet_collective::Prime::<Runtime, pallet_collective::Instance1>::get();
			assert_eq!(prime, None);
		});
	}
}

#[test]
fn staging_has_the_production_parameters_and_no_people() {
	chain("staging").execute_with(|| {
		const DAY: u64 = 86_400;
		let EpochParameters { interval, offset } = LiquidityStaking::epoch_parameters();
		assert_eq!(interval, 28 * DAY);
		assert_eq!(LiquidityStaking::blackout_window(), 14 * DAY);
		let bounds = pallet_liquidity_staking::Bounds::<Runtime>::get();
		assert_eq!(bounds.min_blackout_window, 3 * DAY);
		assert_eq!(bounds.max_epoch_length, 92 * DAY);
		assert_eq!(LiquidityStaking::distribution_start(), offset);
		assert_eq!(LiquidityStaking::distribution_end(), offset + 157_679_998);
		assert!(pallet_aura::Authorities::<Runtime>::get().is_empty());
		assert!(pallet_collective::Members::<Runtime, pallet_collective::Instance1>::get().is_empty());
		assert_eq!(Assets::total_supply(STAKE_ASSET), 0);
		assert_eq!(Balances::total_issuance(), 25_000_000 * DYDX);
	});
}

#[test]
fn the_treasury_holds_25_million_dydx_and_pays_the_production_rate() {
	for name in preset_names() {
		chain(&name).execute_with(|| {
			let treasury = LiquidityStaking::rewards_treasury();
			assert_eq!(Balances::balance(&treasury), 25_000_000 * DYDX);
			assert_eq!(LiquidityStaking::rewards_per_second(), 158_548_961_900_000_000);
			assert_eq!(System::providers(&LiquidityStaking::pool_account()), 1);
			assert_eq!(System::providers(&treasury), 2);
		});
	}
}

#[test]
fn governance_holds_the_first_four_roles_and_nobody_the_operator_roles() {
	for name in preset_names() {
		chain(&name).execute_with(|| {
			for role in [Role::Owner, Role::EpochParameters, Role::RewardsRate, Role::BorrowerAdmin] {
				assert!(LiquidityStaking::has_role(role, GovernanceAccount::get()));
			}
			assert_eq!(pallet_liquidity_staking::RoleMembers::<Runtime>::iter().count(), 4);
			assert_eq!(Balances::balance(&GovernanceAccount::get()), 0);
		});
	}
}

#[test]
fn tokens_carry_the_names_wallets_show() {
	use frame_support::traits::fungibles::metadata::Inspect;
	chain("development").execute_with(|| {
		let metadata = |asset: u32| {
			(
				<Assets as Inspect<_>>::name(asset),
				<Assets as Inspect<_>>::symbol(asset),
				<Assets as Inspect<_>>::decimals(asset),
			)
		};
		assert_eq!(metadata(1), (b"USD Coin".to_vec(), b"USDC".to_vec(), 6));
		assert_eq!(metadata(2), (b"dYdX Staked USDC".to_vec(), b"stkUSDC".to_vec(), 6));
	});
}

#[test]
fn the_specification_is_named_tidepool() {
	assert_eq!(&*VERSION.spec_name, "tidepool");
}
