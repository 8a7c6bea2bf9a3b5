//! The chains that the presets describe.

use frame_support::traits::{fungible::Inspect as _, fungibles::roles::Inspect as Roles};
use pallet_liquidity_staking::types::Role;
use pallet_stark_proxy::types::Role as ProxyRole;
use pallet_timelock::{types::TrackParameters, TrackId};
use tidepool_integration_tests::{
	common::*,
	sessions::{self, assert_in_force, VALIDATORS},
};
use tidepool_primitives::EpochParameters;
use tidepool_runtime::{
	chain_constants::SessionLength,
	configs::timelock::{InstantAccount, LongAccount, ShortAccount},
	genesis_config_presets::preset_names,
	Assets, Balances, LiquidityStaking, Runtime, StarkExchange, StarkProxy, System, Timelock, DAYS, DYDX,
	HOURS, MINUTES, VERSION,
};

const STAKE_ASSET: u32 = 1;
const STK_USDC: u32 = 2;
const DEVELOPMENT_CHAINS: [(&str, usize); 2] = [("development", 1), ("local_testnet", 4)];

#[test]
fn every_preset_builds_in_the_wasm_and_satisfies_the_invariants() {
	assert_eq!(preset_names(), ["development", "local_testnet", "staging"]);
	for name in preset_names() {
		chain(&name).execute_with(|| {
			check_invariants();
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
			assert_in_force(&VALIDATORS[..validators]);
			let mut listed = VALIDATORS[..validators].iter().map(|name| named(name)).collect::<Vec<_>>();
			listed.sort();
			assert_eq!(sessions::listed(), listed);
			assert!(listed.iter().all(|account| System::consumers(account) == 1));
		});
	}
}

#[test]
fn sessions_last_an_hour_two_minutes_and_four_hours() {
	for (name, length) in [("development", HOURS), ("local_testnet", 2 * MINUTES), ("staging", 4 * HOURS)] {
		chain(name).execute_with(|| assert_eq!(SessionLength::<Runtime>::get(), length));
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
		assert!(sessions::listed().is_empty());
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
				assert!(LiquidityStaking::has_role(role, ShortAccount::get()));
			}
			assert_eq!(pallet_liquidity_staking::RoleMembers::<Runtime>::iter().count(), 4);
		});
	}
}

const BORROWERS: [(&str, u16); 5] = [
	("Wintermute", 2_500),
	("AmberGroup", 2_500),
	("WooNetwork", 2_000),
	("Sixtant", 2_000),
	("DatTrading", 1_000),
];

#[test]
fn every_borrower_owns_a_proxy_with_its_share_of_the_pool() {
	for (name, _) in DEVELOPMENT_CHAINS {
		chain(name).execute_with(|| {
			for (proxy, (owner, units)) in (0..).zip(BORROWERS) {
				let account = StarkProxy::proxy_account(proxy);
				assert_eq!(StarkProxy::proxy_of_account(account.clone()), Some(proxy));
				assert_eq!(LiquidityStaking::allocation_fraction_current(Some(account.clone())), units);
				assert_eq!(Balances::total_balance(&account), 0);
				assert_eq!(System::providers(&account), 1);
				for role in ProxyRole::OF_BORROWER {
					assert_eq!(StarkProxy::role_members(proxy, role), [named(owner)], "{owner}, {role:?}");
				}
				assert_eq!(StarkProxy::role_members(proxy, ProxyRole::Guardian), [ShortAccount::get()]);
				assert_eq!(StarkProxy::role_members(proxy, ProxyRole::VetoGuardian), [InstantAccount::get()]);
				let deposit = StarkProxy::proxy_info(proxy).expect("exists").deposit;
				assert_eq!(deposit, None, "governance pays no deposit");
			}
			assert_eq!(pallet_stark_proxy::ProxyCount::<Runtime>::get(), 5);
			assert_eq!(LiquidityStaking::allocation_fraction_current(None), 0);
			assert_eq!(StarkExchange::operators(), [named("StarkOperator")]);
		});
	}
}

#[test]
fn staging_has_no_proxies_and_no_operators() {
	chain("staging").execute_with(|| {
		assert_eq!(pallet_stark_proxy::ProxyCount::<Runtime>::get(), 0);
		assert_eq!(LiquidityStaking::allocation_fraction_current(None), 10_000);
		assert!(StarkExchange::operators().is_empty());
	});
}

#[test]
fn track_and_system_accounts_exist_and_hold_nothing() {
	for name in preset_names() {
		chain(&name).execute_with(|| {
			for account in [InstantAccount::get(), ShortAccount::get(), LongAccount::get()] {
				assert_eq!(System::providers(&account), 1);
				assert_eq!(Balances::total_balance(&account), 0);
			}
			assert_eq!(System::providers(&StarkExchange::exchange_account()), 1);
		});
	}
}

#[test]
fn delays_are_short_on_development_chains_and_those_of_the_specification_in_staging() {
	let defaults = || TrackId::ALL.map(Timelock::delay);
	for (name, _) in DEVELOPMENT_CHAINS {
		chain(name).execute_with(|| assert_eq!(defaults(), [0, 60, 180]));
	}
	chain("staging").execute_with(|| {
		const DAY: u64 = 86_400;
		assert_eq!(defaults(), [0, 2 * DAY, 7 * DAY]);
		for (track, min_delay, max_delay) in
			[(TrackId::Instant, 0, DAY), (TrackId::Short, DAY, 7 * DAY), (TrackId::Long, 5 * DAY, 21 * DAY)]
		{
			let TrackParameters { min_delay: min, max_delay: max, grace, .. } =
				Timelock::track_parameters(track);
			assert_eq!((min, max, grace), (min_delay, max_delay, 7 * DAY));
		}
	});
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

#[test]
fn motions_last_ten_minutes_on_development_chains_and_four_days_in_staging() {
	let duration = || tidepool_runtime::chain_constants::CouncilMotionDuration::<Runtime>::get();
	for (name, _) in DEVELOPMENT_CHAINS {
		chain(name).execute_with(|| assert_eq!(duration(), 10 * MINUTES));
	}
	chain("staging").execute_with(|| assert_eq!(duration(), 4 * DAYS));
}
