//! A runtime like that of the original: the pool and the proxies are real, the exchange and the distributor are the
//! stand-ins that the traces were recorded with. Whatever this chain forbids through its configuration is permitted, so
//! that only the pallet itself can differ.

use super::{distributor::Distributor, exchange_stand_in::ExchangeStandIn};
use crate as pallet_stark_proxy;
use crate::mock::TestWeights;
use frame_support::{
	derive_impl, parameter_types,
	traits::{fungible::ItemOf, AsEnsureOriginWithArg, ConstU128, ConstU32, ConstU64, Contains},
	PalletId,
};
use frame_system::{EnsureNever, EnsureRoot, EnsureSigned};
use pallet_liquidity_staking::adapter::ReceiptFreezer;
use sp_runtime::{
	traits::{AccountIdConversion, IdentityLookup},
	AccountId32,
};
use tidepool_primitives::{Balance, Seconds};

pub type AccountId = AccountId32;
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
	#[runtime::pallet_index(5)]
	pub type StarkProxy = pallet_stark_proxy;
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

/// The original knows no least amount of its tokens.
#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<1>;
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

pub const USDC: AssetId = 1;
pub const STK_USDC: AssetId = 2;
/// The rewards: here an asset, because proxies of the original hold a native currency as well.
pub const DYDX: AssetId = 3;

const DAY: Seconds = 86_400;
/// Waiting period of forced trades, and the grace period after it, as the original has them.
pub const WAITING: Seconds = 7 * DAY;
pub const GRACE: Seconds = 7 * DAY;
/// Shortest blackout window and longest epoch, as the original has them.
pub const MIN_BLACKOUT: Seconds = 3 * DAY;
pub const MAX_EPOCH: Seconds = 92 * DAY;

parameter_types! {
	pub const PoolPalletId: PalletId = PalletId(*b"lsm/pool");
	pub const ProxyPalletId: PalletId = PalletId(*b"lsm/stpx");
	pub const ExchangePalletId: PalletId = PalletId(*b"lsm/xchg");
	pub const DistributorPalletId: PalletId = PalletId(*b"lsm/dist");
	pub Treasury: AccountId = PalletId(*b"lsm/trea").into_account_truncating();
	pub const BorrowTokenId: AssetId = USDC;
	pub const ReceiptAssetId: AssetId = STK_USDC;
	pub const RewardsAssetId: AssetId = DYDX;
	pub InitialGuardian: AccountId = FOUNDER;
}

/// The original knows no longest list.
type Unbounded = ConstU32<{ u32::MAX }>;

impl pallet_liquidity_staking::Config for Test {
	type RoleOrigin = EnsureSigned<AccountId>;
	type Time = Timestamp;
	type AssetId = AssetId;
	type Assets = Assets;
	type StakeAsset = BorrowTokenId;
	type ReceiptAsset = ReceiptAssetId;
	type RewardsCurrency = ItemOf<Assets, RewardsAssetId, AccountId>;
	type RewardsTreasury = Treasury;
	type PalletId = PoolPalletId;
	type MaxShortfallsPerSettlement = Unbounded;
	type MaxBorrowersPerCall = Unbounded;
	type WeightInfo = TestWeights;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::mock::Test;
}

/// Holds the roles of proxies that were just created, until the recorded holders take its place.
pub const FOUNDER: AccountId = AccountId32::new([1; 32]);
/// Owner of proxies that were just created. The only account that cannot be a guardian.
pub const FIRST_OWNER: AccountId = AccountId32::new([2; 32]);
/// Owner and issuer of the assets.
pub const ISSUER: AccountId = AccountId32::new([3; 32]);

/// In the original anybody can be a guardian.
pub struct Everybody;
impl Contains<AccountId> for Everybody {
	fn contains(account: &AccountId) -> bool {
		*account != FIRST_OWNER
	}
}

/// Accounts that money must not leave to.
pub struct Inside;
impl Contains<AccountId> for Inside {
	fn contains(account: &AccountId) -> bool {
		[pool_account(), exchange_account()].contains(account)
	}
}

impl pallet_stark_proxy::Config for Test {
	type RuntimeHoldReason = RuntimeHoldReason;
	type NativeCurrency = Balances;
	type AssetId = AssetId;
	type Assets = Assets;
	type BorrowToken = BorrowTokenId;
	type LiquidityPool = LiquidityStaking;
	type Exchange = ExchangeStandIn;
	type Rewards = Distributor;
	type Time = Timestamp;
	type RoleOrigin = EnsureSigned<AccountId>;
	type CreateOrigin = EnsureNever<Option<AccountId>>;
	type RecoveryOrigin = EnsureRoot<AccountId>;
	type EmergencyOrigin = EnsureNever<()>;
	type GuardianHolders = Everybody;
	type VetoGuardianHolders = Everybody;
	type InitialGuardian = InitialGuardian;
	type InitialVetoGuardian = InitialGuardian;
	type ForbiddenRecipients = Inside;
	type PalletId = ProxyPalletId;
	type ForcedTradeWaitingPeriod = ConstU64<WAITING>;
	type ForcedTradeGracePeriod = ConstU64<GRACE>;
	type MaxProxies = Unbounded;
	type MaxHoldersPerRole = Unbounded;
	type MaxRecipients = Unbounded;
	type MaxStarkKeys = Unbounded;
	type MaxQueuedForcedTrades = Unbounded;
	type MaxVetoesPerCall = Unbounded;
	type MaxProofLen = Unbounded;
	type CreationDeposit = ConstU128<0>;
	type WeightInfo = TestWeights;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::mock::Test;
}

pub type Event = crate::Event<Test>;
pub type PoolEvent = pallet_liquidity_staking::Event<Test>;

pub fn pool_account() -> AccountId {
	PoolPalletId::get().into_account_truncating()
}

pub fn exchange_account() -> AccountId {
	ExchangePalletId::get().into_account_truncating()
}

pub fn distributor_account() -> AccountId {
	DistributorPalletId::get().into_account_truncating()
}

/// Sets the clock to `now`, in seconds.
pub fn set_time(now: Seconds) {
	pallet_timestamp::Now::<Test>::put(now * 1_000);
}
