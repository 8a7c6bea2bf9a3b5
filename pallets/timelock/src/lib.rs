#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]
#![cfg_attr(
	not(any(test, feature = "runtime-benchmarks")),
	deny(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::unwrap_used)
)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod calls;
mod delays;
mod errors;
mod events;
mod execution;
mod genesis;
mod invariants;
#[cfg(test)]
mod mock;
pub mod origins;
mod preimages;
mod queries;
mod queue;
#[cfg(test)]
mod tests;
pub mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
use frame_support::pallet_macros::import_section;
pub use origins::{EnsureAnyTrackAccount, EnsurePerTrack, EnsureSignedNotTrack, EnsureTrack};
pub use pallet::*;
pub use types::TrackId;
pub use weights::WeightInfo;

/// The call of the runtime, as the timelock dispatches it.
pub type CallOf<T> = <T as Config>::RuntimeCall;

#[import_section(calls::calls)]
#[import_section(errors::errors)]
#[import_section(events::events)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use crate::types::{Operation, OperationId, OperationInfo, TrackParameters};
	use alloc::{boxed::Box, vec::Vec};
	use frame_support::{
		dispatch::{GetDispatchInfo, PostDispatchInfo},
		pallet_prelude::*,
		traits::{Contains, EnsureOriginWithArg, QueryPreimage, StorePreimage, Time},
		PalletId,
	};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;
	use sp_runtime::traits::{AccountIdConversion, BlakeTwo256, Dispatchable};
	use tidepool_primitives::Seconds;

	/// Version of the storage layout.
	pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the runtime supplies.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The origin of the runtime, which can be that of a track.
		type RuntimeOrigin: From<Origin>
			+ Into<Result<Origin, <Self as Config>::RuntimeOrigin>>
			+ IsType<<Self as frame_system::Config>::RuntimeOrigin>;

		/// The call of the runtime.
		type RuntimeCall: Parameter
			+ Dispatchable<
				RuntimeOrigin = <Self as frame_system::Config>::RuntimeOrigin,
				PostInfo = PostDispatchInfo,
			> + GetDispatchInfo
			+ From<frame_system::Call<Self>>;

		/// Who queues operations on a track.
		type QueueOrigin: EnsureOriginWithArg<<Self as frame_system::Config>::RuntimeOrigin, TrackId>;

		/// Who cancels operations of a track. Must never be harder to reach than the track's `QueueOrigin`.
		type CancelOrigin: EnsureOriginWithArg<<Self as frame_system::Config>::RuntimeOrigin, TrackId>;

		/// Calls that the Long track dispatches as root. A listed call must not be able to run a call of its caller's
		/// choice, nor to write any storage of its caller's choice, or root could forge the origin of a track.
		type RootCalls: Contains<<Self as Config>::RuntimeCall>;

		/// Clock of the chain. Must represent milliseconds since the Unix epoch. Calls that run before the timestamp
		/// of their block is set, such as scheduled ones, see the time of the block before.
		type Time: Time<Moment = u64>;

		/// Keeps the calls that are too long to be stored with their operation.
		type Preimages: QueryPreimage<H = BlakeTwo256> + StorePreimage;

		/// Id from which the accounts of the tracks are derived.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// Most operations that are stored at a time, expired ones included.
		#[pallet::constant]
		type MaxOpenOperations: Get<u32>;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;

		/// Prepares the chain for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper;
	}

	/// Who dispatches an operation (specification, section 4.4). Only `execute` creates this origin.
	#[pallet::origin]
	#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen)]
	pub enum Origin {
		/// An operation of this track, whose delay is over.
		#[codec(index = 0)]
		Track(TrackId),
	}

	/// Id of the operation that is queued next. Never falls.
	#[pallet::storage]
	pub type NextOperationId<T: Config> = StorageValue<_, OperationId, ValueQuery>;

	/// The open operations: queued and neither executed, nor cancelled, nor removed. At most `MaxOpenOperations`.
	#[pallet::storage]
	pub type Operations<T: Config> =
		CountedStorageMap<_, Twox64Concat, OperationId, Operation<CallOf<T>>, OptionQuery>;

	/// Delay of each track, in seconds, if it was ever set; else the default of [`Tracks`].
	#[pallet::storage]
	pub type TrackDelay<T: Config> = StorageMap<_, Twox64Concat, TrackId, Seconds, OptionQuery>;

	/// Limits of each track. Written at genesis only; a chain that got the pallet later has those of production.
	#[pallet::storage]
	pub type Tracks<T: Config> = StorageMap<_, Twox64Concat, TrackId, TrackParameters, OptionQuery>;

	/// State at genesis: the limits of the tracks, which no call changes. By default those of production.
	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// Limits of the Instant track.
		pub instant: TrackParameters,
		/// Limits of the Short track.
		pub short: TrackParameters,
		/// Limits of the Long track.
		pub long: TrackParameters,
		#[doc(hidden)]
		#[serde(skip)]
		pub _config: PhantomData<T>,
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
			assert!(T::MaxOpenOperations::get() > 0, "at least one operation must fit into the timelock");
			origins::assert_different(TrackId::ALL.map(Self::track_account));
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	/// What everybody may want to know; the runtime API serves the same answers.
	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// All open operations, by id.
		pub fn open_operations() -> Vec<OperationInfo<CallOf<T>>> {
			Self::described_operations()
		}

		/// An open operation; `None` when there is none of that id (any more).
		pub fn operation(id: OperationId) -> Option<OperationInfo<CallOf<T>>> {
			Operations::<T>::get(id).map(|operation| Self::described(id, operation))
		}

		/// Account that holds the roles of a track. Nobody has its key.
		pub fn track_account(track: TrackId) -> T::AccountId {
			T::PalletId::get().into_sub_account_truncating(track)
		}

		/// Delay of a track, in seconds: the least one for an operation that is queued now.
		pub fn delay(track: TrackId) -> Seconds {
			TrackDelay::<T>::get(track).unwrap_or_else(|| Self::track_parameters(track).default_delay)
		}

		/// Limits of a track: what its delay can be, and the grace of its operations.
		pub fn track_parameters(track: TrackId) -> TrackParameters {
			Tracks::<T>::get(track).unwrap_or_else(|| TrackParameters::production(track))
		}
	}
}
