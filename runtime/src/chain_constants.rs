//! What differs between the chains and belongs to pallets that know no genesis state for it (governance specification,
//! section 3), and the checks of a genesis as a whole (section 10).
//!
//! The last pallet of the runtime: its genesis is built when all the others are there to be looked at.

pub use pallet::*;

/// Constants of a chain: written at genesis, changed by no call.
#[frame_support::pallet]
pub mod pallet {
	use crate::{genesis_checks, DAYS, HOURS};
	use frame_support::{pallet_prelude::*, traits::Get};
	use frame_system::pallet_prelude::BlockNumberFor;

	#[pallet::config]
	pub trait Config: frame_system::Config {}

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	/// Longest duration of a motion, in days: FRAME adds it to the number of the block unchecked.
	const LONGEST_MOTION_DAYS: u32 = 366;

	/// Shortest and longest session. The block that begins one carries no ordinary transactions, so there must be others; and a change
	/// of the validators waits for the end of the session after the present one.
	const SHORTEST_SESSION: u32 = 2;
	const LONGEST_SESSION_DAYS: u32 = 7;

	/// The duration of a motion where the genesis says nothing: four days.
	#[pallet::type_value]
	pub fn ProductionMotionDuration<T: Config>() -> BlockNumberFor<T> {
		DAYS.saturating_mul(4).into()
	}

	/// For how many blocks members of the council can vote on a motion.
	#[pallet::storage]
	pub type CouncilMotionDuration<T: Config> =
		StorageValue<_, BlockNumberFor<T>, ValueQuery, ProductionMotionDuration<T>>;

	/// The length of a session where the genesis says nothing: four hours.
	#[pallet::type_value]
	pub fn ProductionSessionLength<T: Config>() -> BlockNumberFor<T> {
		HOURS.saturating_mul(4).into()
	}

	/// How many blocks a session has: the validators change between two of them.
	#[pallet::storage]
	pub type SessionLength<T: Config> =
		StorageValue<_, BlockNumberFor<T>, ValueQuery, ProductionSessionLength<T>>;

	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// For how many blocks members of the council can vote on a motion; from 1 to a year's.
		pub council_motion_duration: BlockNumberFor<T>,
		/// How many blocks a session has; from 2 to a week's.
		pub session_length: BlockNumberFor<T>,
	}

	impl<T: Config> Default for GenesisConfig<T> {
		fn default() -> Self {
			Self {
				council_motion_duration: ProductionMotionDuration::<T>::get(),
				session_length: ProductionSessionLength::<T>::get(),
			}
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			let duration = self.council_motion_duration;
			let longest = DAYS.saturating_mul(LONGEST_MOTION_DAYS).into();
			assert!(
				duration > 0u32.into() && duration <= longest,
				"chain constants: a motion of the council must last 1 to {longest:?} blocks, not {duration:?}"
			);
			CouncilMotionDuration::<T>::put(duration);
			let length = self.session_length;
			let shortest = SHORTEST_SESSION.into();
			let longest = DAYS.saturating_mul(LONGEST_SESSION_DAYS).into();
			assert!(
				length >= shortest && length <= longest,
				"chain constants: a session must last {shortest:?} to {longest:?} blocks, not {length:?}"
			);
			SessionLength::<T>::put(length);
			if let Err(fault) = genesis_checks::check() {
				panic!("genesis: {fault}");
			}
		}
	}

	/// The duration of the council's motions, in blocks.
	pub struct MotionDuration<T>(PhantomData<T>);

	impl<T: Config> Get<BlockNumberFor<T>> for MotionDuration<T> {
		fn get() -> BlockNumberFor<T> {
			CouncilMotionDuration::<T>::get()
		}
	}

	/// The length of a session, in blocks.
	pub struct SessionDuration<T>(PhantomData<T>);

	impl<T: Config> Get<BlockNumberFor<T>> for SessionDuration<T> {
		fn get() -> BlockNumberFor<T> {
			SessionLength::<T>::get()
		}
	}
}
