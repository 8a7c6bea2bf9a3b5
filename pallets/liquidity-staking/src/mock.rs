//! A runtime for the tests: system, clock, currency, assets and the pool.

use crate as pallet_liquidity_staking;
use crate::{adapter::ReceiptFreezer, WeightInfo};
use frame_support::{
	derive_impl, parameter_types,
	traits::{AsEnsureOriginWithArg, ConstU128, ConstU64},
	weights::Weight,
	PalletId,
};
use frame_system::{EnsureRoot, EnsureSigned};
use sp_runtime::traits::{AccountIdConversion, IdentityLookup};
use tidepool_primitives::{Balance, Seconds};

mod actions;
mod builder;
mod lending;

pub use actions::*;
pub use builder::*;
pub use lending::*;

pub type AccountId = u64;
pub type AssetId = u32;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(2)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(3)]
	pub type Assets = pallet_assets;
	#[runtime::pallet_index(4)]
	pub type LiquidityStaking = pallet_liquidity_staking;
}

type Block = frame_system::mocking::MockBlock<Test>;

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
	type Block = Block;
	type AccountData = pallet_balances::AccountData<Balance>;
}

impl pallet_timestamp::Config for Test {
	type Moment = u64;
	type OnTimestampSet = ();
	type MinimumPeriod = ConstU64<0>;
	type WeightInfo = ();
}

/// Existential deposit of the rewards currency.
pub const ED: Balance = 1_000;

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type ExistentialDeposit = ExistentialDeposit;
	type AccountStore = System;
}

#[derive_impl(pallet_assets::config_preludes::TestDefaultConfig)]
impl pallet_assets::Config for Test {
	type Balance = Balance;
	type Currency = Balances;
	type CreateOrigin = AsEnsureOriginWithArg<EnsureSigned<AccountId>>;
	type ForceOrigin = EnsureRoot<AccountId>;
	type AssetDeposit = ConstU128<1>;
	type AssetAccountDeposit = ConstU128<1>;
	type MetadataDepositBase = ConstU128<1>;
	type MetadataDepositPerByte = ConstU128<1>;
	type ApprovalDeposit = ConstU128<1>;
	type Freezer = ReceiptFreezer<Test>;
}

/// Weights that tell the calls and the number of applied shortfalls apart.
pub struct TestWeights;
macro_rules! test_weights {
	($($plain:ident = $plain_weight:literal),*; $($counted:ident = $counted_weight:literal),*) => {
		impl WeightInfo for TestWeights {
			$(fn $plain() -> Weight { Weight::from_parts($plain_weight, 0) })*
			$(fn $counted(k: u32) -> Weight { Weight::from_parts($counted_weight + u64::from(k), 0) })*
		}
	};
}
test_weights!(
	stake = 1_000, stake_for = 2_000, claim_rewards = 3_000, transfer = 4_000, approve = 5_000,
	increase_allowance = 6_000, decrease_allowance = 7_000, transfer_from = 8_000, set_epoch_parameters = 9_000,
	set_blackout_window = 10_000, set_rewards_per_second = 11_000, grant_role = 12_000, revoke_role = 13_000,
	renounce_role = 14_000, on_initialize_idle = 15_000, on_initialize_roll = 16_000, borrow = 17_000,
	repay_borrow = 18_000, repay_debt = 19_000, restrict_borrower = 21_000, set_borrowing_restriction = 22_000,
	claim_rewards_for = 23_000, decrease_borrower_debt = 24_000, failsafe_delete_inactive_balance = 25_000;
	request_withdrawal = 30_000, withdraw_stake = 31_000, withdraw_max_stake = 32_000, withdraw_debt = 33_000,
	withdraw_max_debt = 34_000, mark_debt = 35_000, set_borrower_allocations = 36_000,
	request_withdrawal_for = 37_000, withdraw_stake_for = 38_000, decrease_staker_debt = 39_000,
	settle = 40_000, failsafe_settle_inactive_to_epoch = 41_000
);

pub const USDC: AssetId = 1;
pub const STK_USDC: AssetId = 2;

parameter_types! {
	// An account of 8 bytes holds 4 of the id, so these must tell the two apart.
	pub const PoolPalletId: PalletId = PalletId(*b"pool/lsm");
	pub const TreasuryPalletId: PalletId = PalletId(*b"trea/lsm");
	pub static Treasury: AccountId = TreasuryPalletId::get().into_account_truncating();
	pub static ReceiptAssetId: AssetId = STK_USDC;
	pub static MaxShortfalls: u32 = DEFAULT_MAX_SHORTFALLS;
	pub static MaxBorrowers: u32 = DEFAULT_MAX_BORROWERS;
	pub static ExistentialDeposit: Balance = ED;
	pub const StakeAssetId: AssetId = USDC;
}

/// Low enough for a test to exceed it.
pub const DEFAULT_MAX_SHORTFALLS: u32 = 2;
/// Most borrowers that one call names.
pub const DEFAULT_MAX_BORROWERS: u32 = 8;

impl pallet_liquidity_staking::Config for Test {
	type RoleOrigin = EnsureSigned<AccountId>;
	type Time = Timestamp;
	type AssetId = AssetId;
	type Assets = Assets;
	type StakeAsset = StakeAssetId;
	type ReceiptAsset = ReceiptAssetId;
	type RewardsCurrency = Balances;
	type RewardsTreasury = Treasury;
	type PalletId = PoolPalletId;
	type MaxShortfallsPerSettlement = MaxShortfalls;
	type MaxBorrowersPerCall = MaxBorrowers;
	type WeightInfo = TestWeights;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Test;
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper for Test {
	fn set_time(now: Seconds) {
		set_time(now);
	}
}

pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CAROL: AccountId = 3;
pub const DAVE: AccountId = 4;
pub const EVE: AccountId = 5;
/// Accounts with stake asset and currency.
pub const HOLDERS: [AccountId; 5] = [ALICE, BOB, CAROL, DAVE, EVE];
/// Holds nothing at all.
pub const PAUPER: AccountId = 9;
/// Holds the four roles of governance at genesis.
pub const GOVERNANCE: AccountId = 50;
/// Owner and issuer of the stake asset.
pub const ISSUER: AccountId = 60;
/// Receives what the pool lends.
pub const BORROWER: AccountId = 70;
/// Borrowers with allocations, and one without. They hold nothing but what they borrow.
pub const B0: AccountId = 71;
pub const B1: AccountId = 72;
pub const B2: AccountId = 73;

pub const DAY: Seconds = 86_400;
/// The production schedule: 28-day epochs, blackout of exactly half.
pub const INTERVAL: Seconds = 28 * DAY;
pub const BLACKOUT: Seconds = 14 * DAY;
pub const OFFSET: Seconds = 1_628_002_800;
pub const MIN_BLACKOUT: Seconds = 3 * DAY;
pub const MAX_EPOCH: Seconds = 92 * DAY;
/// Length of the distribution of rewards.
pub const DISTRIBUTION: Seconds = 157_679_998;
/// First second after the distribution of rewards.
pub const DISTRIBUTION_END: Seconds = OFFSET + DISTRIBUTION;
/// One USDC in base units.
pub const UNIT: Balance = 1_000_000;
/// Stake asset each holder has at genesis.
pub const FUNDS: Balance = 1_000_000_000 * UNIT;
/// Currency each holder, the governance and the issuer have at genesis.
pub const NATIVE_FUNDS: Balance = 1_000_000;
/// Rewards the treasury holds at genesis: 25,000,000 DYDX.
pub const TREASURY_FUNDS: Balance = 25_000_000_000_000_000_000_000_000;
/// The production rate of rewards per second: 0.1585489619 DYDX.
pub const PRODUCTION_RATE: Balance = 158_548_961_900_000_000;

pub type PoolGenesis = pallet_liquidity_staking::GenesisConfig<Test>;
pub type Error = crate::Error<Test>;
pub type Event = crate::Event<Test>;

pub fn pool_account() -> AccountId {
	LiquidityStaking::pool_account()
}

pub fn signed(account: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(account)
}
