//! A runtime for the tests: system, clock, currency, preimages, batches, something to do, and the timelock.

use crate as pallet_timelock;
use crate::{EnsurePerTrack, WeightInfo};
use frame_support::{
	derive_impl, parameter_types,
	traits::{ConstU64, EitherOf},
	weights::Weight,
	PalletId,
};
use frame_system::EnsureRoot;
use sp_runtime::{traits::IdentityLookup, AccountId32};
use tidepool_primitives::{Balance, Seconds};

mod actions;
mod builder;
mod council;
mod power;
pub mod probe;

pub use actions::*;
pub use builder::*;
pub use council::*;
pub use power::*;

/// Long enough to tell the accounts of the tracks apart.
pub type AccountId = AccountId32;

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
	pub type Preimage = pallet_preimage;
	#[runtime::pallet_index(4)]
	pub type Utility = pallet_utility;
	#[runtime::pallet_index(5)]
	pub type Probe = probe;
	#[runtime::pallet_index(6)]
	pub type Timelock = pallet_timelock;
}

type Block = frame_system::mocking::MockBlock<Test>;

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
	type Block = Block;
	type AccountData = pallet_balances::AccountData<Balance>;
	type BaseCallFilter = ProbeFilter;
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
	type AccountStore = System;
}

impl pallet_preimage::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = ();
	type Currency = Balances;
	type ManagerOrigin = EnsureRoot<AccountId>;
	type Consideration = ();
}

impl pallet_utility::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type PalletsOrigin = OriginCaller;
	type WeightInfo = ();
}

impl probe::Config for Test {}

/// Weights that tell the calls and the length of the operation's call apart.
pub struct TestWeights;
impl WeightInfo for TestWeights {
	fn queue(l: u32) -> Weight {
		Weight::from_parts(1_000_000_000_000, l.into())
	}
	fn execute(l: u32) -> Weight {
		Weight::from_parts(2_000_000_000_000, l.into())
	}
	fn cancel() -> Weight {
		Weight::from_parts(3_000_000_000_000, 0)
	}
	fn remove_expired() -> Weight {
		Weight::from_parts(4_000_000_000_000, 0)
	}
	fn set_delay() -> Weight {
		Weight::from_parts(5_000_000_000_000, 0)
	}
}

parameter_types! {
	pub const TimelockPalletId: PalletId = PalletId(*b"lsm/tmlk");
	pub static MaxOpenOperations: u32 = DEFAULT_MAX_OPERATIONS;
}

/// As on the real chain.
pub const DEFAULT_MAX_OPERATIONS: u32 = 100;

impl pallet_timelock::Config for Test {
	type RuntimeOrigin = RuntimeOrigin;
	type RuntimeCall = RuntimeCall;
	type QueueOrigin = EnsurePerTrack<EnsureAyes<3>, EnsureAyes<3>, EnsureAyes<4>>;
	type CancelOrigin = EnsurePerTrack<EnsureAyes<3>, EnsureAyes<3>, EitherOf<EnsureAyes<3>, EnsureWatcher>>;
	type RootCalls = Powerful;
	type Time = Timestamp;
	type Preimages = Preimage;
	type PalletId = TimelockPalletId;
	type MaxOpenOperations = MaxOpenOperations;
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

/// Executes operations and belongs to nobody.
pub const PASSERBY: AccountId = AccountId32::new([9; 32]);
/// Uploads preimages.
pub const UPLOADER: AccountId = AccountId32::new([8; 32]);
/// Currency that both have at genesis.
pub const FUNDS: Balance = 1_000_000;

pub const MINUTE: Seconds = 60;
pub const DAY: Seconds = 86_400;
/// Grace of every track by default.
pub const GRACE: Seconds = 7 * DAY;
/// Time at which a test starts.
pub const START: Seconds = 1_700_000_000;

pub type Error = crate::Error<Test>;
pub type Event = crate::Event<Test>;
pub type TimelockGenesis = pallet_timelock::GenesisConfig<Test>;

pub fn signed(account: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(account)
}
