//! A runtime for the tests: system, clock, currency, assets, the pool, the exchange and the proxies, all of them real.

use crate as pallet_stark_proxy;
use frame_support::{
	derive_impl, parameter_types,
	traits::{AsEnsureOriginWithArg, ConstU128, ConstU32, ConstU64, Contains},
	PalletId,
};
use frame_system::{EnsureRoot, EnsureSigned};
use pallet_liquidity_staking::adapter::ReceiptFreezer;
use sp_core::H256;
use sp_runtime::{
	traits::{AccountIdConversion, IdentityLookup},
	AccountId32, DispatchError,
};
use tidepool_primitives::{Balance, RewardsClaim, Seconds};

mod actions;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarks;
mod builder;
mod exchange;
pub mod track;
mod weights;

pub use actions::*;
pub use builder::*;
pub use exchange::*;
pub use weights::*;

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
	pub type Track = track;
	#[runtime::pallet_index(5)]
	pub type LiquidityStaking = pallet_liquidity_staking;
	#[runtime::pallet_index(6)]
	pub type StarkProxy = pallet_stark_proxy;
	#[runtime::pallet_index(7)]
	pub type StarkExchange = pallet_stark_exchange;
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

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<ED>;
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

impl track::Config for Test {}

parameter_types! {
	pub const PoolPalletId: PalletId = PalletId(*b"lsm/pool");
	pub const ProxyPalletId: PalletId = PalletId(*b"lsm/stpx");
	pub const ExchangePalletId: PalletId = PalletId(*b"lsm/xchg");
	pub Treasury: AccountId = PalletId(*b"lsm/trea").into_account_truncating();
	pub const BorrowTokenId: AssetId = USDC;
	pub const ReceiptAssetId: AssetId = STK_USDC;
	// What a test may want to get wrong.
	pub static InitialGuardian: AccountId = SHORT;
	pub static InitialVetoGuardian: AccountId = INSTANT;
	pub static ProxyBorrowToken: AssetId = USDC;
	pub static WaitingPeriod: Seconds = WAITING;
	pub static GracePeriod: Seconds = GRACE;
	// Bounds that a test may want to reach.
	pub static MaxProxies: u32 = DEFAULT_MAX_PROXIES;
	pub static MaxHoldersPerRole: u32 = DEFAULT_MAX_HOLDERS;
	pub static MaxRecipients: u32 = 3;
	pub static MaxStarkKeys: u32 = 3;
	pub static MaxQueuedForcedTrades: u32 = 3;
	pub static Quantum: u64 = 1;
	/// What the distributor has credited to each claimant.
	pub static Claimable: Balance = 0;
	/// Whether there is a distributor at all.
	pub static HasDistributor: bool = true;
}

/// Most proxies at a time.
pub const DEFAULT_MAX_PROXIES: u32 = 6;
/// Most holders of a role of a proxy.
pub const DEFAULT_MAX_HOLDERS: u32 = 4;

impl pallet_liquidity_staking::Config for Test {
	type RoleOrigin = EnsureSigned<AccountId>;
	type Time = Timestamp;
	type AssetId = AssetId;
	type Assets = Assets;
	type StakeAsset = BorrowTokenId;
	type ReceiptAsset = ReceiptAssetId;
	type RewardsCurrency = Balances;
	type RewardsTreasury = Treasury;
	type PalletId = PoolPalletId;
	type MaxShortfallsPerSettlement = ConstU32<16>;
	type MaxBorrowersPerCall = ConstU32<16>;
	type WeightInfo = TestWeights;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Test;
}

/// Accounts of tracks that delay what they carry out.
pub struct Delayed;
impl Contains<AccountId> for Delayed {
	fn contains(account: &AccountId) -> bool {
		[SHORT, LONG].contains(account)
	}
}

/// Accounts of all tracks.
pub struct Tracks;
impl Contains<AccountId> for Tracks {
	fn contains(account: &AccountId) -> bool {
		[INSTANT, SHORT, LONG].contains(account)
	}
}

/// Accounts that money must not leave to.
pub struct Inside;
impl Contains<AccountId> for Inside {
	fn contains(account: &AccountId) -> bool {
		Tracks::contains(account) || [pool_account(), exchange_account()].contains(account)
	}
}

/// A distributor without proofs: it pays what it has credited in all, less what was paid before.
pub struct Distributor;
impl RewardsClaim<AccountId> for Distributor {
	fn claim(who: &AccountId, cumulative: Balance, proof: &[H256]) -> Result<Balance, DispatchError> {
		use frame_support::traits::fungible::Mutate;
		if !HasDistributor::get() {
			return <() as RewardsClaim<AccountId>>::claim(who, cumulative, proof);
		}
		if !proof.is_empty() || cumulative != Claimable::get() {
			return Err(DispatchError::Other("no valid proof"));
		}
		Balances::mint_into(who, cumulative)?;
		Ok(cumulative)
	}
}

impl pallet_stark_proxy::Config for Test {
	type RuntimeHoldReason = RuntimeHoldReason;
	type NativeCurrency = Balances;
	type AssetId = AssetId;
	type Assets = Assets;
	type BorrowToken = ProxyBorrowToken;
	type LiquidityPool = LiquidityStaking;
	type Exchange = StarkExchange;
	type Rewards = Distributor;
	type Time = Timestamp;
	type RoleOrigin = track::SignerOrTrack;
	type CreateOrigin = track::ShortOrSigner;
	type RecoveryOrigin = track::EnsureTrack<2>;
	type EmergencyOrigin = track::EnsureTrack<0>;
	type GuardianHolders = Delayed;
	type VetoGuardianHolders = Tracks;
	type InitialGuardian = InitialGuardian;
	type InitialVetoGuardian = InitialVetoGuardian;
	type ForbiddenRecipients = Inside;
	type PalletId = ProxyPalletId;
	type ForcedTradeWaitingPeriod = WaitingPeriod;
	type ForcedTradeGracePeriod = GracePeriod;
	type MaxProxies = MaxProxies;
	type MaxHoldersPerRole = MaxHoldersPerRole;
	type MaxRecipients = MaxRecipients;
	type MaxStarkKeys = MaxStarkKeys;
	type MaxQueuedForcedTrades = MaxQueuedForcedTrades;
	type MaxVetoesPerCall = ConstU32<4>;
	type MaxProofLen = ConstU32<4>;
	type CreationDeposit = ConstU128<DEPOSIT>;
	type WeightInfo = TestWeights;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Test;
}

impl pallet_stark_exchange::Config for Test {
	type Time = Timestamp;
	type AssetId = AssetId;
	type Assets = Assets;
	type CollateralAsset = BorrowTokenId;
	type PalletId = ExchangePalletId;
	type Quantum = Quantum;
	type AdminOrigin = EnsureRoot<AccountId>;
	type EmergencyOrigin = EnsureRoot<AccountId>;
	type UnfreezeOrigin = EnsureRoot<AccountId>;
	type TransferRestricted = StarkProxy;
	type StateVerifier = pallet_stark_exchange::verifier::TrustedOperator;
	type DepositCancelDelay = ConstU64<{ 2 * DAY }>;
	type FreezeGracePeriod = ConstU64<{ 7 * DAY }>;
	type UnfreezeDelay = ConstU64<{ 365 * DAY }>;
	type MaxSystemTimeLag = ConstU64<{ 7 * DAY }>;
	type MaxSystemTimeLead = ConstU64<{ 4 * 3_600 }>;
	type MaxTradeValidity = ConstU64<{ 90 * DAY }>;
	type MaxForcedPerBlock = ConstU32<10>;
	type MaxOpenForcedPerPosition = ConstU32<8>;
	type MaxKeysPerAccount = ConstU32<16>;
	type MaxOperators = ConstU32<16>;
	type MaxDepositsPerBatch = ConstU32<16>;
	type MaxTransfersPerBatch = ConstU32<16>;
	type MaxSettlementsPerBatch = ConstU32<16>;
	type MaxForcedPerBatch = ConstU32<16>;
	type MaxWithdrawalsPerBatch = ConstU32<16>;
	type WeightInfo = TestWeights;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Test;
}

pub const USDC: AssetId = 1;
pub const STK_USDC: AssetId = 2;
/// An asset that means nothing to the system.
pub const OTHER: AssetId = 3;
/// Existential deposit of the native currency.
pub const ED: Balance = 1_000;
/// What is held for a proxy.
pub const DEPOSIT: Balance = 10_000_000;

pub const DAY: Seconds = 86_400;
/// The production schedule of the pool: 28-day epochs, the second half of each in blackout.
pub const INTERVAL: Seconds = 28 * DAY;
pub const BLACKOUT: Seconds = 14 * DAY;
pub const OFFSET: Seconds = 1_628_002_800;
/// Waiting and grace period of forced trades.
pub const WAITING: Seconds = 7 * DAY;
pub const GRACE: Seconds = 7 * DAY;

const fn named(number: u8) -> AccountId {
	AccountId32::new([number; 32])
}

/// The two stakers of the worked scenarios.
pub const S1: AccountId = named(1);
pub const S2: AccountId = named(2);
/// Accounts of the timelock's tracks.
pub const INSTANT: AccountId = named(10);
pub const SHORT: AccountId = named(11);
pub const LONG: AccountId = named(12);
/// Owners of the proxies A and B.
pub const OWNER_A: AccountId = named(20);
pub const OWNER_B: AccountId = named(21);
/// Accounts without any role.
pub const STRANGER: AccountId = named(30);
pub const OTHER_STRANGER: AccountId = named(31);
/// An outside account that proxies may be allowed to pay.
pub const RECIPIENT: AccountId = named(40);
/// Holds the roles of the pool.
pub const GOVERNANCE: AccountId = named(50);
/// Owner and issuer of the assets.
pub const ISSUER: AccountId = named(60);
/// Submits the batches of the exchange.
pub const OPERATOR: AccountId = named(70);

/// The proxies of the worked scenarios: A has 40 % of the pool, B 60 %.
pub const A: u32 = 0;
pub const B: u32 = 1;

pub type Error = crate::Error<Test>;
pub type Event = crate::Event<Test>;
pub type PoolError = pallet_liquidity_staking::Error<Test>;
pub type ExchangeError = pallet_stark_exchange::Error<Test>;

pub fn pool_account() -> AccountId {
	PoolPalletId::get().into_account_truncating()
}

pub fn exchange_account() -> AccountId {
	ExchangePalletId::get().into_account_truncating()
}

pub fn proxy_account(proxy: u32) -> AccountId {
	ProxyPalletId::get().into_sub_account_truncating(proxy)
}
