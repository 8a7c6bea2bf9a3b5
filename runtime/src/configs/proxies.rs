//! The proxies of the borrowers.

use super::{
	exchange::ExchangePalletId,
	pool::{PoolPalletId, RewardsTreasury},
	timelock::{AllTracks, ByLong, ByShort, DelayedTracks, InstantAccount, RoleOrigin, ShortAccount},
	tokens::{AssetId, USDC_ASSET},
};
use crate::{
	weights, AccountId, Assets, Balance, Balances, LiquidityStaking, Runtime, RuntimeHoldReason,
	StarkExchange, Timestamp, DYDX,
};
use frame_support::{
	parameter_types,
	traits::{ConstU128, ConstU32, ConstU64, Contains, EitherOf, MapSuccess},
	PalletId,
};
use frame_system::EnsureNever;
use pallet_timelock::EnsureSignedNotTrack;
use sp_runtime::{
	morph_types,
	traits::{AccountIdConversion, Replace},
};

const WEEK: u64 = 7 * 24 * 60 * 60;
const CREATION_DEPOSIT: Balance = 10 * DYDX;

parameter_types! {
	pub const ProxyPalletId: PalletId = PalletId(*b"lsm/stpx");
	pub const Nobody: Option<AccountId> = None;
}

morph_types! {
	/// The signer pays the deposit.
	pub type Depositor: Morph = |signer: AccountId| -> Option<AccountId> { Some(signer) };
}

/// Governance without a deposit, or anybody who pays it.
pub type CreateOrigin =
	EitherOf<MapSuccess<ByShort, Replace<Nobody>>, MapSuccess<EnsureSignedNotTrack<Runtime>, Depositor>>;

/// Accounts of the system, which money must not leave to.
pub struct SystemAccounts;
impl Contains<AccountId> for SystemAccounts {
	fn contains(account: &AccountId) -> bool {
		let pool: AccountId = PoolPalletId::get().into_account_truncating();
		let exchange: AccountId = ExchangePalletId::get().into_account_truncating();
		AllTracks::contains(account) || [pool, exchange, RewardsTreasury::get()].contains(account)
	}
}

impl pallet_stark_proxy::Config for Runtime {
	type RuntimeHoldReason = RuntimeHoldReason;
	type NativeCurrency = Balances;
	type AssetId = AssetId;
	type Assets = Assets;
	type BorrowToken = ConstU32<USDC_ASSET>;
	type LiquidityPool = LiquidityStaking;
	type Exchange = StarkExchange;
	type Rewards = ();
	type Time = Timestamp;
	type RoleOrigin = RoleOrigin;
	type CreateOrigin = CreateOrigin;
	type RecoveryOrigin = ByLong;
	// Every power of the guardians is subject to a delay; whether one should not be is for governance to decide.
	type EmergencyOrigin = EnsureNever<()>;
	type GuardianHolders = DelayedTracks;
	type VetoGuardianHolders = AllTracks;
	type InitialGuardian = ShortAccount;
	type InitialVetoGuardian = InstantAccount;
	type ForbiddenRecipients = SystemAccounts;
	type PalletId = ProxyPalletId;
	type ForcedTradeWaitingPeriod = ConstU64<WEEK>;
	type ForcedTradeGracePeriod = ConstU64<WEEK>;
	type MaxProxies = ConstU32<1_000>;
	type MaxHoldersPerRole = ConstU32<64>;
	type MaxRecipients = ConstU32<32>;
	type MaxStarkKeys = ConstU32<16>;
	type MaxQueuedForcedTrades = ConstU32<16>;
	type MaxVetoesPerCall = ConstU32<16>;
	type MaxProofLen = ConstU32<64>;
	type CreationDeposit = ConstU128<CREATION_DEPOSIT>;
	type WeightInfo = weights::pallet_stark_proxy::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}
