//! The state at genesis (specification, section 3.6).

use super::*;
use crate::{
	types::{EpochClock, PoolRecord, RewardsState, Role, ScheduleBounds},
	Bounds, Clock, Pallet, Pool, RoleMembers,
};
use frame_support::traits::{GetStorageVersion, IntegrityTest, StorageVersion};
use sp_runtime::BuildStorage;
use tidepool_primitives::EpochParameters;

fn built(change: impl FnOnce(&mut PoolGenesis)) {
	ExtBuilder::default().genesis(change).build_and_execute(|| {});
}

#[test]
fn the_configuration_is_stored() {
	ExtBuilder::default().rate(77).start(0).build_and_execute(|| {
		assert_eq!(
			Clock::<Test>::get(),
			EpochClock {
				parameters: EpochParameters { interval: INTERVAL, offset: OFFSET },
				blackout_window: BLACKOUT,
				announced: None
			}
		);
		assert_eq!(
			Bounds::<Test>::get(),
			ScheduleBounds { min_blackout_window: MIN_BLACKOUT, max_epoch_length: MAX_EPOCH }
		);
		assert_eq!(
			Pool::<Test>::get(),
			PoolRecord {
				rewards: RewardsState {
					per_second: 77,
					distribution_start: OFFSET,
					distribution_end: DISTRIBUTION_END,
					index: 0.into(),
					updated_at: OFFSET,
				},
				..Default::default()
			}
		);
		assert_eq!(Pallet::<Test>::on_chain_storage_version(), StorageVersion::new(1));
		assert_eq!(Pallet::<Test>::in_code_storage_version(), StorageVersion::new(1));
	});
}

#[test]
fn the_roles_are_those_of_the_configuration() {
	ExtBuilder::default().genesis(|pool| pool.roles.push((Role::StakeOperator, ALICE))).build_and_execute(
		|| {
			for role in [Role::Owner, Role::EpochParameters, Role::RewardsRate, Role::BorrowerAdmin] {
				assert!(LiquidityStaking::has_role(role, GOVERNANCE));
			}
			assert!(LiquidityStaking::has_role(Role::StakeOperator, ALICE));
			assert_eq!(RoleMembers::<Test>::iter().count(), 5);
		},
	);
}

#[test]
fn pool_and_treasury_outlive_their_tokens() {
	ExtBuilder::default().treasury(0).build_and_execute(|| {
		for account in [pool_account(), LiquidityStaking::rewards_treasury()] {
			assert_eq!(System::providers(&account), 1);
			assert!(frame_system::Account::<Test>::contains_key(account));
		}
		assert_eq!((usdc(pool_account()), Balances::free_balance(Treasury::get())), (0, 0));
	});
	// One unit in, one unit out, again and again.
	ExtBuilder::default().build_and_execute(|| {
		for epoch in 0..3 {
			enter_epoch(2 * epoch);
			stake(ALICE, 1);
			request(ALICE, 1);
			enter_epoch(2 * epoch + 1);
			withdraw(ALICE, 1);
			assert_eq!(usdc(pool_account()), 0);
			assert_eq!(System::providers(&pool_account()), 1);
		}
	});
}

#[test]
fn a_chain_may_start_before_or_after_the_offset() {
	for (start, epoch, remaining) in [
		(0, None, None),
		(OFFSET - 1, None, None),
		(OFFSET, Some(0), Some(INTERVAL)),
		(OFFSET + 1, Some(0), Some(INTERVAL - 1)),
		(OFFSET + 9 * INTERVAL - 1, Some(8), Some(1)),
		(OFFSET + 9 * INTERVAL, Some(9), Some(INTERVAL)),
	] {
		ExtBuilder::default().rate(1_000).start(start).build_and_execute(|| {
			assert_eq!(LiquidityStaking::current_epoch(), epoch);
			assert_eq!(LiquidityStaking::time_remaining_in_current_epoch(), remaining);
			if epoch.is_some() {
				// What passed before anybody staked was never emitted.
				stake(ALICE, 10);
				set_time(start + 1);
				assert_eq!(claimable(ALICE), 1_000);
			}
		});
	}
}

#[test]
fn the_bounds_are_inclusive() {
	built(|pool| (pool.interval, pool.blackout_window) = (2 * MIN_BLACKOUT, MIN_BLACKOUT));
	built(|pool| (pool.interval, pool.blackout_window) = (MAX_EPOCH, MAX_EPOCH / 2));
	built(|pool| (pool.interval, pool.blackout_window) = (MAX_EPOCH, MIN_BLACKOUT));
	built(|pool| pool.offset = 1);
	built(|pool| pool.distribution_end = pool.distribution_start);
	built(|pool| pool.rewards_per_second = u128::MAX / u128::from(DISTRIBUTION));
}

#[test]
fn a_development_chain_may_have_short_epochs() {
	ExtBuilder::default()
		.schedule(600, OFFSET, 300)
		.genesis(|pool| (pool.min_blackout_window, pool.max_epoch_length) = (1, 3_600))
		.stakes(&[(ALICE, 10)])
		.build_and_execute(|| {
			at(299);
			request(ALICE, 10);
			at(300);
			assert!(LiquidityStaking::in_blackout_window());
			at(600);
			withdraw(ALICE, 10);
		});
}

#[test]
#[should_panic(expected = "liquidity staking: the minimum blackout window must not be 0")]
fn the_minimum_blackout_must_not_be_zero() {
	built(|pool| pool.min_blackout_window = 0);
}

#[test]
#[should_panic(expected = "liquidity staking: epoch zero must start after time 0")]
fn the_offset_must_not_be_zero() {
	built(|pool| pool.offset = 0);
}

#[test]
#[should_panic(
	expected = "an epoch of 2419200 s with a blackout window of 1209601 s is out of bounds: BlackoutWindowTooLong"
)]
fn the_blackout_must_not_exceed_half_an_epoch() {
	built(|pool| pool.blackout_window = BLACKOUT + 1);
}

#[test]
#[should_panic(
	expected = "an epoch of 2419200 s with a blackout window of 259199 s is out of bounds: BlackoutWindowTooShort"
)]
fn the_blackout_must_not_be_too_short() {
	built(|pool| pool.blackout_window = MIN_BLACKOUT - 1);
}

#[test]
#[should_panic(
	expected = "an epoch of 7948801 s with a blackout window of 1209600 s is out of bounds: EpochTooLong"
)]
fn the_epoch_must_not_be_too_long() {
	built(|pool| pool.interval = MAX_EPOCH + 1);
}

#[test]
#[should_panic(expected = "liquidity staking: the distribution of rewards ends before it starts")]
fn the_distribution_must_not_end_before_it_starts() {
	built(|pool| pool.distribution_end = pool.distribution_start - 1);
}

#[test]
#[should_panic(
	expected = "liquidity staking: rewards of 2158056641533813714681646605753 per second are too high"
)]
fn the_rate_must_be_within_its_bound() {
	built(|pool| pool.rewards_per_second = u128::MAX / u128::from(DISTRIBUTION) + 1);
}

#[test]
#[should_panic(expected = "liquidity staking: 50 is given the role Owner twice")]
fn nobody_is_given_a_role_twice() {
	built(|pool| pool.roles.push((Role::Owner, GOVERNANCE)));
}

/// Genesis with these assets: id, owner, sufficient, minimum balance.
fn with_assets(assets: Vec<(AssetId, AccountId, bool, Balance)>) {
	let mut pool = PoolGenesis::default();
	ExtBuilder::default().genesis(|genesis| std::mem::swap(genesis, &mut pool));
	let genesis = RuntimeGenesisConfig {
		assets: pallet_assets::GenesisConfig { assets, ..Default::default() },
		liquidity_staking: pool,
		..Default::default()
	};
	genesis.build_storage().unwrap();
}

#[test]
#[should_panic(expected = "liquidity staking: asset 1 must exist at genesis with a minimum balance of 1")]
fn the_stake_asset_must_exist() {
	with_assets(vec![(STK_USDC, 1, true, 1)]);
}

#[test]
#[should_panic(expected = "liquidity staking: asset 1 must exist at genesis with a minimum balance of 1")]
fn the_stake_asset_must_not_have_dust() {
	with_assets(vec![(USDC, 1, true, 2), (STK_USDC, 1, true, 1)]);
}

#[test]
#[should_panic(expected = "liquidity staking: asset 2 must exist at genesis with a minimum balance of 1")]
fn the_receipt_asset_must_exist() {
	with_assets(vec![(USDC, 1, true, 1)]);
}

#[test]
#[should_panic(expected = "liquidity staking: asset 2 must exist at genesis with a minimum balance of 1")]
fn the_receipt_asset_must_not_have_dust() {
	with_assets(vec![(USDC, 1, true, 1), (STK_USDC, 1, true, 2)]);
}

/// The integrity test of a runtime that `configure` changed; on a thread of its own, whose parameters die with it.
fn integrity_test_with(configure: fn()) {
	let test = move || {
		configure();
		AllPalletsWithSystem::integrity_test();
	};
	if let Err(panic) = std::thread::spawn(test).join() {
		std::panic::resume_unwind(panic);
	}
}

#[test]
fn the_integrity_test_accepts_the_mock_runtime() {
	integrity_test_with(|| {});
	integrity_test_with(|| MaxShortfalls::set(1));
}

#[test]
#[should_panic(expected = "a settlement must be able to apply at least one shortfall")]
fn a_settlement_must_make_progress() {
	integrity_test_with(|| MaxShortfalls::set(0));
}

#[test]
#[should_panic(expected = "the staked asset and the receipt token must differ")]
fn stake_and_receipt_must_differ() {
	integrity_test_with(|| ReceiptAssetId::set(USDC));
}

#[test]
#[should_panic(expected = "the pool account and the rewards treasury must differ")]
fn pool_and_treasury_must_differ() {
	integrity_test_with(|| Treasury::set(pool_account()));
}

/// Builds a pool whose receipt token has this owner, sufficiency and holders.
fn build_with_receipt_token(owner: AccountId, sufficient: bool, holders: Vec<(AssetId, AccountId, Balance)>) {
	let mut pool = PoolGenesis::default();
	ExtBuilder::default().genesis(|genesis| std::mem::swap(genesis, &mut pool));
	RuntimeGenesisConfig {
		assets: pallet_assets::GenesisConfig {
			assets: vec![(USDC, ISSUER, true, 1), (STK_USDC, owner, sufficient, 1)],
			accounts: holders,
			..Default::default()
		},
		liquidity_staking: pool,
		..Default::default()
	}
	.build_storage()
	.expect("valid genesis");
}

#[test]
fn a_receipt_token_of_the_pool_that_nobody_holds_is_accepted() {
	build_with_receipt_token(pool_account(), true, vec![]);
}

#[test]
#[should_panic(expected = "nobody may hold the receipt token")]
fn the_receipt_token_begins_empty() {
	build_with_receipt_token(pool_account(), true, vec![(STK_USDC, ALICE, 1)]);
}

#[test]
#[should_panic(expected = "must be owned by the pool account")]
fn the_receipt_token_belongs_to_the_pool() {
	build_with_receipt_token(ALICE, true, vec![]);
}

#[test]
#[should_panic(expected = "must be sufficient")]
fn the_receipt_token_is_sufficient() {
	build_with_receipt_token(pool_account(), false, vec![]);
}

#[test]
#[should_panic(expected = "somebody must hold the role Owner at genesis")]
fn somebody_owns_the_pool() {
	built(|pool| pool.roles.retain(|(role, _)| *role != Role::Owner));
}

#[test]
fn times_in_milliseconds_are_refused() {
	let mistakes: [fn(&mut PoolGenesis); 3] = [
		|pool| pool.offset = 100_000_000_000,
		|pool| pool.distribution_start = 100_000_000_000,
		|pool| pool.distribution_end = 100_000_000_000,
	];
	for mistake in mistakes {
		let refusal = std::panic::catch_unwind(|| built(mistake)).expect_err("refused");
		let text = refusal.downcast_ref::<String>().expect("a message");
		assert!(text.contains("100000000000 looks like milliseconds"), "{text}");
	}
	ExtBuilder::default().genesis(|pool| pool.distribution_end = 99_999_999_999).build_and_execute(|| {});
}

#[test]
fn without_a_configuration_the_pool_never_starts() {
	let storage = RuntimeGenesisConfig::default().build_storage().expect("valid genesis");
	sp_io::TestExternalities::new(storage).execute_with(|| {
		set_time(99_999_999_999);
		assert!(!LiquidityStaking::has_epoch_zero_started());
		assert_eq!(LiquidityStaking::current_epoch(), None);
	});
}
