//! The perpetual exchange.

use super::{
	timelock::{ByInstant, ByLong, ByShort},
	tokens::{AssetId, USDC_ASSET},
};
use crate::{weights, Assets, Runtime, StarkProxy, Timestamp};
use frame_support::{
	parameter_types,
	traits::{ConstU32, ConstU64},
	PalletId,
};

const HOUR: u64 = 60 * 60;
const DAY: u64 = 24 * HOUR;

parameter_types! {
	pub const ExchangePalletId: PalletId = PalletId(*b"lsm/xchg");
}

impl pallet_stark_exchange::Config for Runtime {
	type Time = Timestamp;
	type AssetId = AssetId;
	type Assets = Assets;
	type CollateralAsset = ConstU32<USDC_ASSET>;
	type PalletId = ExchangePalletId;
	type Quantum = ConstU64<1>;
	type AdminOrigin = ByShort;
	type EmergencyOrigin = ByInstant;
	type UnfreezeOrigin = ByLong;
	// Borrowed tokens must not leave the position of a proxy but to come home.
	type TransferRestricted = StarkProxy;
	type StateVerifier = pallet_stark_exchange::verifier::TrustedOperator;
	type DepositCancelDelay = ConstU64<{ 2 * DAY }>;
	type FreezeGracePeriod = ConstU64<{ 7 * DAY }>;
	type UnfreezeDelay = ConstU64<{ 365 * DAY }>;
	type MaxSystemTimeLag = ConstU64<{ 7 * DAY }>;
	type MaxSystemTimeLead = ConstU64<{ 4 * HOUR }>;
	type MaxTradeValidity = ConstU64<{ 90 * DAY }>;
	type MaxForcedPerBlock = ConstU32<10>;
	type MaxOpenForcedPerPosition = ConstU32<8>;
	type MaxKeysPerAccount = ConstU32<16>;
	type MaxOperators = ConstU32<16>;
	type MaxDepositsPerBatch = ConstU32<256>;
	type MaxTransfersPerBatch = ConstU32<16>;
	type MaxSettlementsPerBatch = ConstU32<512>;
	type MaxForcedPerBatch = ConstU32<64>;
	type MaxWithdrawalsPerBatch = ConstU32<256>;
	type WeightInfo = weights::pallet_stark_exchange::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}
