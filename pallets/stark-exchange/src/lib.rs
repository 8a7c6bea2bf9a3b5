#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]
#![cfg_attr(
	not(any(test, feature = "runtime-benchmarks")),
	deny(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::unwrap_used)
)]

extern crate alloc;

mod administration;
mod batch;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod calls;
mod deposits;
mod errors;
mod events;
mod exchange;
mod forced;
mod freeze;
mod genesis;
mod invariants;
mod ledger;
pub mod messages;
#[cfg(test)]
mod mock;
mod queries;
mod registration;
pub mod signature;
#[cfg(any(feature = "std", feature = "runtime-benchmarks"))]
pub mod signing;
mod state_update;
#[cfg(test)]
mod tests;
pub mod types;
pub mod verifier;
pub mod weights;
mod withdrawals;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
use frame_support::pallet_macros::import_section;
pub use pallet::*;
pub use weights::WeightInfo;

/// Most ids that one call of `prune_used` names.
pub const MAX_PRUNED: u32 = 64;

#[import_section(calls::calls)]
#[import_section(errors::errors)]
#[import_section(events::events)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use crate::{
		types::{
			ExchangeState, ForcedOutcome, ForcedRequest, Freeze, OpenRequest, PendingDeposit, Position,
			Totals, TransferOrder, UpdateBatch,
		},
		verifier::VerifyTransition,
	};
	use alloc::vec::Vec;
	use frame_support::{
		pallet_prelude::*,
		traits::{fungibles, ConstU64, Contains, EitherOfDiverse, Time},
		PalletId,
	};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;
	use sp_runtime::traits::AccountIdConversion;
	use tidepool_primitives::{
		Balance, Exposure, ForcedTradeArgs, PositionId, Seconds, StarkKey, StarkSignature,
	};

	/// Version of the storage layout.
	pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the runtime supplies.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Clock of the chain. Must represent milliseconds since the Unix epoch. Calls that run before the timestamp
		/// of their block is set, such as scheduled ones, see the time of the block before.
		type Time: Time<Moment = u64>;

		/// Id of a fungible asset.
		type AssetId: Parameter + MaybeSerializeDeserialize + MaxEncodedLen;

		/// The assets.
		type Assets: fungibles::Inspect<Self::AccountId, AssetId = Self::AssetId, Balance = Balance>
			+ fungibles::Mutate<Self::AccountId>;

		/// Id of the collateral. The asset must be sufficient and have a minimum balance of 1 unit: whoever is owed
		/// a single unit must be able to receive it.
		#[pallet::constant]
		type CollateralAsset: Get<Self::AssetId>;

		/// Id from which the exchange account is derived.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// Tokens, in base units, that one unit of the exchange stands for. Must not change once there are deposits.
		#[pallet::constant]
		type Quantum: Get<u64>;

		/// Origin that adds and removes operators.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Origin that removes operators without delay.
		type EmergencyOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Origin that ends a freeze.
		type UnfreezeOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Accounts whose positions neither send nor receive transfers.
		type TransferRestricted: Contains<Self::AccountId>;

		/// Checks the proof of a batch.
		type StateVerifier: VerifyTransition<Self>;

		/// Seconds from the request to cancel a deposit until it can be reclaimed.
		#[pallet::constant]
		type DepositCancelDelay: Get<Seconds>;

		/// Seconds that operators have to serve a forced request before anybody may freeze the exchange.
		#[pallet::constant]
		type FreezeGracePeriod: Get<Seconds>;

		/// Shortest duration of a freeze, in seconds.
		#[pallet::constant]
		type UnfreezeDelay: Get<Seconds>;

		/// The time of a batch lags less than this many seconds behind the chain's.
		#[pallet::constant]
		type MaxSystemTimeLag: Get<Seconds>;

		/// The time of a batch leads the chain's by less than this many seconds.
		#[pallet::constant]
		type MaxSystemTimeLead: Get<Seconds>;

		/// Longest time in which a forced trade or a transfer expires, in seconds. Served trades and transfers are
		/// remembered that long.
		#[pallet::constant]
		type MaxTradeValidity: Get<Seconds>;

		/// Most forced requests in a block.
		#[pallet::constant]
		type MaxForcedPerBlock: Get<u32>;

		/// Most forced requests that are open for a position at once.
		#[pallet::constant]
		type MaxOpenForcedPerPosition: Get<u32>;

		/// Most keys of an account; bounds the work of finding out what an account has here.
		#[pallet::constant]
		type MaxKeysPerAccount: Get<u32>;

		/// Most operators.
		#[pallet::constant]
		type MaxOperators: Get<u32>;

		/// Most deposits in a batch.
		#[pallet::constant]
		type MaxDepositsPerBatch: Get<u32>;

		/// Most transfers in a batch. The signature of each is checked.
		#[pallet::constant]
		type MaxTransfersPerBatch: Get<u32>;

		/// Most settlements in a batch.
		#[pallet::constant]
		type MaxSettlementsPerBatch: Get<u32>;

		/// Most forced requests served in a batch.
		#[pallet::constant]
		type MaxForcedPerBatch: Get<u32>;

		/// Most withdrawals credited in a batch.
		#[pallet::constant]
		type MaxWithdrawalsPerBatch: Get<u32>;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;

		/// Prepares the chain for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper;
	}

	/// The account that each key is bound to, for ever.
	#[pallet::storage]
	pub type KeyOwner<T: Config> = StorageMap<_, Blake2_128Concat, StarkKey, T::AccountId>;

	/// The keys of each account: the inverse of [`KeyOwner`].
	#[pallet::storage]
	pub type KeysOf<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Blake2_128Concat, StarkKey, ()>;

	/// Number of keys of each account. Zero is not stored.
	#[pallet::storage]
	pub type KeyCount<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, u32, ValueQuery>;

	/// Number of the next position.
	#[pallet::storage]
	pub type NextPositionId<T: Config> = StorageValue<_, PositionId, ValueQuery, ConstU64<1>>;

	/// Positions by number. They are never removed.
	#[pallet::storage]
	pub type Positions<T: Config> = StorageMap<_, Twox64Concat, PositionId, Position>;

	/// The position of each key.
	#[pallet::storage]
	pub type PositionOfKey<T: Config> = StorageMap<_, Blake2_128Concat, StarkKey, PositionId>;

	/// Deposits that the operator has not accepted. Removed with their last unit.
	#[pallet::storage]
	pub type PendingDeposits<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, StarkKey, Twox64Concat, PositionId, PendingDeposit>;

	/// What was credited to each key and not paid out, quantized. Zero is not stored.
	#[pallet::storage]
	pub type PendingWithdrawals<T: Config> = StorageMap<_, Blake2_128Concat, StarkKey, u64, ValueQuery>;

	/// Sum of all [`PendingDeposits`].
	#[pallet::storage]
	pub type TotalPendingDeposits<T: Config> = StorageValue<_, u128, ValueQuery>;

	/// Sum of the equity of all [`Positions`].
	#[pallet::storage]
	pub type TotalEquity<T: Config> = StorageValue<_, u128, ValueQuery>;

	/// Sum of all [`PendingWithdrawals`].
	#[pallet::storage]
	pub type TotalPendingWithdrawals<T: Config> = StorageValue<_, u128, ValueQuery>;

	/// Open forced requests by id.
	#[pallet::storage]
	pub type ForcedRequests<T: Config> = StorageMap<_, Blake2_128Concat, H256, ForcedRequest>;

	/// When each forced trade that was served expires. Remembered at least until then.
	#[pallet::storage]
	pub type UsedTrades<T: Config> = StorageMap<_, Blake2_128Concat, H256, Seconds>;

	/// When each transfer that was carried out expires. Remembered at least until then.
	#[pallet::storage]
	pub type UsedTransfers<T: Config> = StorageMap<_, Blake2_128Concat, H256, Seconds>;

	/// The last block with forced requests, and how many it has.
	#[pallet::storage]
	pub type ForcedInBlock<T: Config> = StorageValue<_, (BlockNumberFor<T>, u32), ValueQuery>;

	/// What the last batch left behind.
	#[pallet::storage]
	pub type LastState<T: Config> = StorageValue<_, ExchangeState, ValueQuery>;

	/// The freeze, while there is one.
	#[pallet::storage]
	pub type Frozen<T: Config> = StorageValue<_, Freeze>;

	/// From when on the last freeze could be ended. Requests that came due until then cannot freeze again.
	#[pallet::storage]
	pub type LastUnfreezeAllowedAt<T: Config> = StorageValue<_, Seconds, ValueQuery>;

	/// Accounts that submit batches.
	#[pallet::storage]
	pub type Operators<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, ()>;

	/// Number of [`Operators`].
	#[pallet::storage]
	pub type OperatorCount<T: Config> = StorageValue<_, u32, ValueQuery>;

	/// State at genesis.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Accounts that submit batches.
		pub operators: Vec<T::AccountId>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			self.apply();
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::Quantum::get() > 0, "a unit of the exchange must stand for tokens");
			let limits = [
				("MaxKeysPerAccount", T::MaxKeysPerAccount::get()),
				("MaxOperators", T::MaxOperators::get()),
				("MaxForcedPerBlock", T::MaxForcedPerBlock::get()),
				("MaxOpenForcedPerPosition", T::MaxOpenForcedPerPosition::get()),
				("MaxForcedPerBatch", T::MaxForcedPerBatch::get()),
			];
			for (name, limit) in limits {
				assert!(limit > 0, "{name} must not be 0");
			}
			assert!(T::FreezeGracePeriod::get() > 0, "operators must have time to serve forced requests");
			let half_a_block = T::BlockWeights::get().max_block.saturating_div(2);
			assert!(
				Self::fullest_batch_weight().all_lte(half_a_block),
				"a batch with all its parts full must fit in half a block; lower the bounds"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	/// Queries; the runtime API serves the same ones.
	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// Account that holds the collateral.
		pub fn exchange_account() -> T::AccountId {
			T::PalletId::get().into_account_truncating()
		}

		/// Id of the asset that is the collateral.
		pub fn collateral_asset() -> T::AssetId {
			T::CollateralAsset::get()
		}

		/// Tokens, in base units, that one unit of the exchange stands for.
		pub fn quantum() -> u64 {
			T::Quantum::get()
		}

		/// Whether the exchange is frozen.
		pub fn is_frozen() -> bool {
			Frozen::<T>::exists()
		}

		/// When the freeze began and from when on it may be ended; `None` while there is none.
		pub fn freeze() -> Option<Freeze> {
			Frozen::<T>::get()
		}

		/// Number, state root and time of the last batch.
		pub fn last_state() -> ExchangeState {
			LastState::<T>::get()
		}

		/// The accounts that submit batches.
		pub fn operators() -> Vec<T::AccountId> {
			Operators::<T>::iter_keys().collect()
		}

		/// Whether `who` submits batches.
		pub fn is_operator(who: T::AccountId) -> bool {
			Operators::<T>::contains_key(who)
		}

		/// The account that `key` is registered to.
		pub fn account_of_key(key: StarkKey) -> Option<T::AccountId> {
			KeyOwner::<T>::get(key)
		}

		/// The keys of `account`.
		pub fn keys_of(account: T::AccountId) -> Vec<StarkKey> {
			KeysOf::<T>::iter_key_prefix(account).collect()
		}

		/// The position of `key`.
		pub fn position_of_key(key: StarkKey) -> Option<PositionId> {
			PositionOfKey::<T>::get(key)
		}

		/// Key, quantized equity and number of open forced requests of a position.
		pub fn position(position: PositionId) -> Option<Position> {
			Positions::<T>::get(position)
		}

		/// What the operator has not accepted, and when its return was requested.
		pub fn pending_deposit(key: StarkKey, position: PositionId) -> Option<PendingDeposit> {
			PendingDeposits::<T>::get(key, position)
		}

		/// What `withdraw` would pay, quantized.
		pub fn pending_withdrawal(key: StarkKey) -> u64 {
			PendingWithdrawals::<T>::get(key)
		}

		/// What `account` has on the exchange, over all its keys.
		pub fn exposure(account: T::AccountId) -> Exposure {
			Self::exposure_of(&account)
		}

		/// What the exchange owes in all.
		pub fn totals() -> Totals {
			Self::sums()
		}

		/// An open forced request with its deadline.
		pub fn forced_request(id: H256) -> Option<OpenRequest> {
			let request = ForcedRequests::<T>::get(id)?;
			Some(OpenRequest::new(request, Self::deadline_of(&request)))
		}

		/// Id that a forced withdrawal would have.
		pub fn forced_withdrawal_id(key: StarkKey, position: PositionId, q: u64) -> H256 {
			messages::forced_withdrawal_id(&key, position, q)
		}

		/// Id that a forced trade would have.
		pub fn forced_trade_id(args: ForcedTradeArgs) -> H256 {
			messages::forced_trade_id(&args)
		}

		/// Id of a transfer.
		pub fn transfer_id(order: TransferOrder) -> H256 {
			messages::transfer_id(&order)
		}

		/// Whether the forced trade of that id was served and is remembered.
		pub fn is_trade_used(id: H256) -> bool {
			UsedTrades::<T>::contains_key(id)
		}

		/// Whether the transfer of that id was carried out and is remembered.
		pub fn is_transfer_used(id: H256) -> bool {
			UsedTransfers::<T>::contains_key(id)
		}

		/// What the secret of `key` signs so that `account` can register it: the keccak-256 hash of this, without the
		/// five highest bits.
		pub fn registration_message(account: T::AccountId, key: StarkKey) -> Vec<u8> {
			Self::message_of_registration(&account, &key)
		}

		/// What the secret of party B signs, likewise.
		pub fn forced_trade_message(args: ForcedTradeArgs) -> Vec<u8> {
			Self::message_of_forced_trade(&args)
		}

		/// What the secret of the sender signs, likewise.
		pub fn transfer_message(order: TransferOrder) -> Vec<u8> {
			Self::message_of_transfer(&order)
		}
	}
}
