//! The liquidity pool.

use super::{
	timelock::RoleOrigin,
	tokens::{AssetId, STK_USDC_ASSET, USDC_ASSET},
};
use crate::{weights, AccountId, Assets, Balances, Runtime, Timestamp};
use frame_support::{parameter_types, traits::ConstU32, PalletId};
use sp_runtime::traits::AccountIdConversion;

parameter_types! {
	pub const PoolPalletId: PalletId = PalletId(*b"lsm/pool");
	/// Pays the rewards: an ordinary, keyless account that is endowed at genesis.
	pub RewardsTreasury: AccountId = PalletId(*b"lsm/trea").into_account_truncating();
}

impl pallet_liquidity_staking::Config for Runtime {
	type RoleOrigin = RoleOrigin;
	type Time = Timestamp;
	type AssetId = AssetId;
	type Assets = Assets;
	type StakeAsset = ConstU32<USDC_ASSET>;
	type ReceiptAsset = ConstU32<STK_USDC_ASSET>;
	type RewardsCurrency = Balances;
	type RewardsTreasury = RewardsTreasury;
	type PalletId = PoolPalletId;
	type MaxShortfallsPerSettlement = ConstU32<128>;
	type MaxBorrowersPerCall = ConstU32<64>;
	type WeightInfo = weights::pallet_liquidity_staking::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}
