//! A runtime for the tests: system, clock, currency, assets and the exchange.

use crate as pallet_stark_exchange;
use crate::verifier::TrustedOperator;
use frame_support::{
	derive_impl, ord_parameter_types, parameter_types,
	traits::{AsEnsureOriginWithArg, ConstU128, ConstU64, Contains},
	PalletId,
};
use frame_system::{EnsureRoot, EnsureSigned, EnsureSignedBy};
use sp_core::H256;
use sp_runtime::{traits::IdentityLookup, AccountId32};
use std::collections::BTreeSet;
use tidepool_primitives::{Balance, Seconds};

mod actions;
mod batch;
mod builder;
mod keys;
mod weights;

pub use actions::*;
pub use batch::*;
pub use builder::*;
pub use keys::*;
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
	type ExistentialDeposit = ConstU128<1_000>;
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
	type Freezer = ();
}

/// The collateral.
pub const USDC: AssetId = 1;

parameter_types! {
	pub const ExchangePalletId: PalletId = PalletId(*b"lsm/xchg");
	pub const Collateral: AssetId = USDC;
	pub static Quantum: u64 = 1;
	pub static MaxKeys: u32 = DEFAULT_MAX_KEYS;
	pub static MaxOperators: u32 = DEFAULT_MAX_OPERATORS;
	/// Accounts whose positions neither send nor receive transfers.
	pub static Restricted: BTreeSet<AccountId> = BTreeSet::new();
	pub const DepositCancelDelay: Seconds = CANCEL_DELAY;
	pub static FreezeGracePeriod: Seconds = GRACE;
	pub static ShortestFreeze: Seconds = UNFREEZE_DELAY;
	pub const MaxSystemTimeLag: Seconds = LAG;
	pub const MaxSystemTimeLead: Seconds = LEAD;
	pub const MaxTradeValidity: Seconds = VALIDITY;
	pub static ForcedPerBlock: u32 = MAX_FORCED_PER_BLOCK;
	pub static OpenForced: u32 = MAX_OPEN_FORCED;
	pub const MaxDeposits: u32 = 256;
	pub const MaxTransfers: u32 = 16;
	pub const MaxSettlements: u32 = 512;
	pub static MaxForced: u32 = 64;
	pub static MaxWithdrawals: u32 = 256;
}
ord_parameter_types! {
	pub const Admin: AccountId = ADMIN;
	pub const Emergency: AccountId = EMERGENCY;
	pub const Unfreezer: AccountId = UNFREEZER;
}

/// Low enough for a test to reach it.
pub const DEFAULT_MAX_KEYS: u32 = 3;
/// Low enough for a test to reach it.
pub const DEFAULT_MAX_OPERATORS: u32 = 3;

pub struct RestrictedAccounts;
impl Contains<AccountId> for RestrictedAccounts {
	fn contains(account: &AccountId) -> bool {
		Restricted::get().contains(account)
	}
}

impl pallet_stark_exchange::Config for Test {
	type Time = Timestamp;
	type AssetId = AssetId;
	type Assets = Assets;
	type CollateralAsset = Collateral;
	type PalletId = ExchangePalletId;
	type Quantum = Quantum;
	type AdminOrigin = EnsureSignedBy<Admin, AccountId>;
	type EmergencyOrigin = EnsureSignedBy<Emergency, AccountId>;
	type UnfreezeOrigin = EnsureSignedBy<Unfreezer, AccountId>;
	type TransferRestricted = RestrictedAccounts;
	type StateVerifier = TrustedOperator;
	type DepositCancelDelay = DepositCancelDelay;
	type FreezeGracePeriod = FreezeGracePeriod;
	type UnfreezeDelay = ShortestFreeze;
	type MaxSystemTimeLag = MaxSystemTimeLag;
	type MaxSystemTimeLead = MaxSystemTimeLead;
	type MaxTradeValidity = MaxTradeValidity;
	type MaxForcedPerBlock = ForcedPerBlock;
	type MaxOpenForcedPerPosition = OpenForced;
	type MaxKeysPerAccount = MaxKeys;
	type MaxOperators = MaxOperators;
	type MaxDepositsPerBatch = MaxDeposits;
	type MaxTransfersPerBatch = MaxTransfers;
	type MaxSettlementsPerBatch = MaxSettlements;
	type MaxForcedPerBatch = MaxForced;
	type MaxWithdrawalsPerBatch = MaxWithdrawals;
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

pub const ALICE: AccountId = AccountId::new([1; 32]);
pub const BOB: AccountId = AccountId::new([2; 32]);
pub const CAROL: AccountId = AccountId::new([3; 32]);
pub const DAVE: AccountId = AccountId::new([4; 32]);
/// Restricted at genesis, like the account of a borrower's proxy.
pub const PROXY: AccountId = AccountId::new([5; 32]);
/// Accounts with collateral and currency.
pub const HOLDERS: [AccountId; 5] = [ALICE, BOB, CAROL, DAVE, PROXY];
/// Holds nothing at all.
pub const PAUPER: AccountId = AccountId::new([9; 32]);
/// The operator at genesis. Holds nothing.
pub const OPERATOR: AccountId = AccountId::new([40; 32]);
/// Adds and removes operators.
pub const ADMIN: AccountId = AccountId::new([50; 32]);
/// Removes operators.
pub const EMERGENCY: AccountId = AccountId::new([51; 32]);
/// Ends freezes.
pub const UNFREEZER: AccountId = AccountId::new([52; 32]);
/// Owner and issuer of the collateral.
pub const ISSUER: AccountId = AccountId::new([60; 32]);

pub const DAY: Seconds = 86_400;
pub const CANCEL_DELAY: Seconds = 2 * DAY;
pub const GRACE: Seconds = 7 * DAY;
pub const UNFREEZE_DELAY: Seconds = 365 * DAY;
/// A batch lags less than this behind the chain.
pub const LAG: Seconds = 7 * DAY;
/// A batch leads the chain by less than this.
pub const LEAD: Seconds = 4 * 3_600;
/// Longest validity of trades and transfers.
pub const VALIDITY: Seconds = 90 * DAY;
pub const MAX_FORCED_PER_BLOCK: u32 = 10;
pub const MAX_OPEN_FORCED: u32 = 8;
/// When a test starts. The trade of the specification's vector V4 is valid then.
pub const START: Seconds = 1_795_000_000;
/// One USDC in base units.
pub const UNIT: Balance = 1_000_000;
/// Collateral each holder has at genesis: more than 64 bits count.
pub const FUNDS: Balance = 1_000_000_000_000_000 * UNIT;
/// Hash of the genesis block, that of the specification's vectors.
pub const GENESIS_HASH: H256 = H256([0x11; 32]);

pub type ExchangeGenesis = pallet_stark_exchange::GenesisConfig<Test>;
pub type Error = crate::Error<Test>;
pub type Event = crate::Event<Test>;

pub fn exchange_account() -> AccountId {
	StarkExchange::exchange_account()
}

pub fn signed(account: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(account)
}
