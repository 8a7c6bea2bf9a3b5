//! The chains that can be started: who is there and what they hold, at which pace the pool runs.
//!
//! One Wasm serves them all; limits that differ between a development chain and production are part of the genesis
//! state. Times are in seconds, amounts in base units.

use crate::{
	configs::{
		pool::{PoolPalletId, RewardsTreasury},
		proxies::ProxyPalletId,
		timelock::ShortAccount,
		tokens::{STK_USDC_ASSET, USDC_ASSET},
	},
	AccountId, AssetsConfig, Balance, BalancesConfig, BlockNumber, ChainConstantsConfig, CouncilConfig,
	LiquidityStakingConfig, RuntimeGenesisConfig, SessionConfig, SessionKeys, StarkExchangeConfig,
	StarkProxyConfig, TimelockConfig, ValidatorsConfig, DAYS, DYDX, HOURS, MINUTES, USDC,
};
use alloc::{string::ToString, vec, vec::Vec};
use frame_support::build_struct_json_patch;
use pallet_liquidity_staking::{
	receipt,
	types::{Role, Units},
};
use pallet_timelock::{types::TrackParameters, TrackId};
use serde_json::Value;
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_consensus_grandpa::AuthorityId as GrandpaId;
use sp_core::{crypto::get_public_from_string_or_panic, sr25519};
use sp_genesis_builder::{PresetId, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_keyring::Sr25519Keyring;
use sp_runtime::traits::AccountIdConversion;

/// Name of the preset with the production parameters. Its people and validators come from the chain spec.
pub const STAGING_RUNTIME_PRESET: &str = "staging";

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;
/// Longest epoch on every chain: 92 days.
const MAX_EPOCH_LENGTH: u64 = 92 * DAY;

/// Rewards of production: 0.1585489619 DYDX per second, which is 25,000,000 DYDX over the distribution.
const REWARDS_PER_SECOND: Balance = 158_548_961_900_000_000;
/// What the treasury holds at genesis.
const TREASURY_ENDOWMENT: Balance = 25_000_000 * DYDX;
/// Length of the distribution in production: 65 full epochs and 431,998 seconds.
const DISTRIBUTION_LENGTH: u64 = 157_679_998;

/// What each account of a development chain holds.
const DEVELOPMENT_DYDX: Balance = 1_000_000 * DYDX;
const DEVELOPMENT_USDC: Balance = 1_000_000 * USDC;

/// The pace of a pool.
struct Schedule {
	interval: u64,
	offset: u64,
	blackout_window: u64,
	min_blackout_window: u64,
	distribution_end: u64,
}

/// Epochs of ten minutes that begin on the full ten minutes, the second half of each in blackout. The offset lies
/// in the past, so epochs run from the first block on; rewards are paid for as long as the treasury lasts.
const DEVELOPMENT_SCHEDULE: Schedule = Schedule {
	interval: 10 * MINUTE,
	// 2026-01-01 00:00:00 UTC.
	offset: 1_767_225_600,
	blackout_window: 5 * MINUTE,
	min_blackout_window: MINUTE,
	// 2126-01-01 00:00:00 UTC.
	distribution_end: 4_922_899_200,
};

/// The production parameters; an operator sets `offset` and the distribution bounds to the date of the launch.
const STAGING_SCHEDULE: Schedule = Schedule {
	interval: 28 * DAY,
	offset: STAGING_LAUNCH,
	blackout_window: 14 * DAY,
	min_blackout_window: 3 * DAY,
	distribution_end: STAGING_LAUNCH + DISTRIBUTION_LENGTH,
};

/// 2027-01-05 15:00:00 UTC, a Tuesday at the hour at which the original's epochs change.
const STAGING_LAUNCH: u64 = 1_799_161_200;

/// The pace of governance: how long the council votes and the validators stay the same, in blocks, and the delays of the
/// timelock.
struct Pace {
	motion: BlockNumber,
	session: BlockNumber,
	instant: TrackParameters,
	short: TrackParameters,
	long: TrackParameters,
}

const DEVELOPMENT_PACE: Pace = Pace {
	motion: 10 * MINUTES,
	session: HOURS,
	instant: TrackParameters { default_delay: 0, min_delay: 0, max_delay: MINUTE, grace: HOUR },
	short: TrackParameters {
		default_delay: MINUTE,
		min_delay: MINUTE / 2,
		max_delay: 10 * MINUTE,
		grace: HOUR,
	},
	long: TrackParameters {
		default_delay: 3 * MINUTE,
		min_delay: 2 * MINUTE,
		max_delay: 30 * MINUTE,
		grace: HOUR,
	},
};

/// With sessions of two minutes, so that a change of the validators can be tried.
const LOCAL_TESTNET_PACE: Pace = Pace { session: 2 * MINUTES, ..DEVELOPMENT_PACE };

const STAGING_PACE: Pace = Pace {
	motion: 4 * DAYS,
	session: 4 * HOURS,
	instant: TrackParameters::production(TrackId::Instant),
	short: TrackParameters::production(TrackId::Short),
	long: TrackParameters::production(TrackId::Long),
};

/// A borrower's proxy at genesis.
struct Borrower {
	/// Holder of all roles of the borrower.
	owner: AccountId,
	/// Share of the pool, in 1/10,000.
	units: Units,
}

/// The borrowers of a development chain: `//name` owns the proxy.
const DEVELOPMENT_BORROWERS: [(&str, Units); 5] = [
	("Wintermute", 2_500),
	("AmberGroup", 2_500),
	("WooNetwork", 2_000),
	("Sixtant", 2_000),
	("DatTrading", 1_000),
];

/// Who is there at genesis.
#[derive(Default)]
struct People {
	validators: Vec<(AccountId, SessionKeys)>,
	council: Vec<AccountId>,
	/// Accounts with DYDX and USDC.
	endowed: Vec<AccountId>,
	/// Accounts with DYDX only.
	operators: Vec<AccountId>,
	/// Owner and issuer of USDC; by default the account of the timelock's short track.
	usdc_issuer: Option<AccountId>,
	/// In the order of their proxies.
	borrowers: Vec<Borrower>,
	/// Submit the batches of the exchange.
	stark_operators: Vec<AccountId>,
}

/// The account `//name` of the well-known development phrase.
fn development_account(name: &str) -> AccountId {
	get_public_from_string_or_panic::<sr25519::Public>(name).into()
}

fn development_people(validators: &[&str]) -> People {
	use Sr25519Keyring::*;
	let issuer = development_account("UsdcIssuer");
	let stark_operator = development_account("StarkOperator");
	People {
		validators: validators
			.iter()
			.map(|name| {
				let aura = get_public_from_string_or_panic::<AuraId>(name);
				let grandpa = get_public_from_string_or_panic::<GrandpaId>(name);
				(development_account(name), SessionKeys { aura, grandpa })
			})
			.collect(),
		council: [Alice, Bob, Charlie, Dave, Eve].map(|member| member.to_account_id()).to_vec(),
		endowed: [Alice, Bob, Charlie, Dave, Eve, Ferdie]
			.map(|person| person.to_account_id())
			.into_iter()
			.chain(DEVELOPMENT_BORROWERS.map(|(name, _)| development_account(name)))
			.collect(),
		operators: vec![stark_operator.clone(), issuer.clone()],
		usdc_issuer: Some(issuer),
		borrowers: DEVELOPMENT_BORROWERS
			.map(|(name, units)| Borrower { owner: development_account(name), units })
			.into(),
		stark_operators: vec![stark_operator],
	}
}

/// The shares of the pool belong to the accounts of the proxies.
fn allocations(borrowers: &[Borrower]) -> Vec<(AccountId, Units)> {
	let account = |proxy| ProxyPalletId::get().into_sub_account_truncating(proxy);
	(0u32..).zip(borrowers).map(|(proxy, borrower)| (account(proxy), borrower.units)).collect()
}

fn genesis(people: People, schedule: Schedule, pace: Pace) -> Value {
	let pool: AccountId = PoolPalletId::get().into_account_truncating();
	let governance = ShortAccount::get();
	let listed = people.validators.iter().map(|(account, _)| account.clone()).collect::<Vec<_>>();
	let holders = people.endowed.iter().chain(&people.operators).cloned();
	build_struct_json_patch!(RuntimeGenesisConfig {
		session: SessionConfig {
			keys: people
				.validators
				.into_iter()
				.map(|(account, keys)| (account.clone(), account, keys))
				.collect::<Vec<_>>(),
		},
		validators: ValidatorsConfig { members: listed.try_into().expect("there are few") },
		balances: BalancesConfig {
			balances: core::iter::once((RewardsTreasury::get(), TREASURY_ENDOWMENT))
				.chain(holders.map(|account| (account, DEVELOPMENT_DYDX)))
				.collect::<Vec<_>>(),
		},
		assets: AssetsConfig {
			assets: vec![
				(USDC_ASSET, people.usdc_issuer.unwrap_or_else(|| governance.clone()), true, 1),
				(STK_USDC_ASSET, pool, true, 1),
			],
			metadata: vec![
				(USDC_ASSET, b"USD Coin".to_vec(), b"USDC".to_vec(), receipt::DECIMALS),
				(
					STK_USDC_ASSET,
					receipt::NAME.as_bytes().to_vec(),
					receipt::SYMBOL.as_bytes().to_vec(),
					receipt::DECIMALS,
				),
			],
			accounts: people
				.endowed
				.into_iter()
				.map(|account| (USDC_ASSET, account, DEVELOPMENT_USDC))
				.collect::<Vec<_>>(),
		},
		council: CouncilConfig { members: people.council },
		liquidity_staking: LiquidityStakingConfig {
			interval: schedule.interval,
			offset: schedule.offset,
			blackout_window: schedule.blackout_window,
			min_blackout_window: schedule.min_blackout_window,
			max_epoch_length: MAX_EPOCH_LENGTH,
			distribution_start: schedule.offset,
			distribution_end: schedule.distribution_end,
			rewards_per_second: REWARDS_PER_SECOND,
			allocations: allocations(&people.borrowers),
			roles: [Role::Owner, Role::EpochParameters, Role::RewardsRate, Role::BorrowerAdmin]
				.map(|role| (role, governance.clone()))
				.to_vec(),
		},
		stark_proxy: StarkProxyConfig {
			owners: people.borrowers.into_iter().map(|borrower| borrower.owner).collect::<Vec<_>>(),
		},
		stark_exchange: StarkExchangeConfig { operators: people.stark_operators },
		timelock: TimelockConfig { instant: pace.instant, short: pace.short, long: pace.long },
		chain_constants: ChainConstantsConfig {
			council_motion_duration: pace.motion,
			session_length: pace.session,
		},
	})
}

/// The JSON of a preset; `None` when there is none of that name.
pub fn get_preset(id: &PresetId) -> Option<Vec<u8>> {
	let name: &str = id.as_ref();
	let patch = match name {
		DEV_RUNTIME_PRESET => genesis(development_people(&["Alice"]), DEVELOPMENT_SCHEDULE, DEVELOPMENT_PACE),
		LOCAL_TESTNET_RUNTIME_PRESET => {
			let people = development_people(&["Alice", "Bob", "Charlie", "Dave"]);
			genesis(people, DEVELOPMENT_SCHEDULE, LOCAL_TESTNET_PACE)
		},
		STAGING_RUNTIME_PRESET => genesis(People::default(), STAGING_SCHEDULE, STAGING_PACE),
		_ => return None,
	};
	Some(patch.to_string().into_bytes())
}

/// The names of all presets.
pub fn preset_names() -> Vec<PresetId> {
	[DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET, STAGING_RUNTIME_PRESET].map(PresetId::from).to_vec()
}
