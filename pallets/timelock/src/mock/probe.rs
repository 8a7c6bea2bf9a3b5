//! Something to do: calls that note who made them, fail on demand, and weigh what they are told.

use super::{RuntimeOrigin, Seconds};
use crate::{Origin, TrackId};
use frame_support::parameter_types;
use frame_system::RawOrigin;
pub use pallet::*;

/// Who made a call.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Caller {
	Root,
	Track(TrackId),
	Other,
}

/// An attempt to make a call.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Attempt {
	pub label: u32,
	pub now: Seconds,
	pub by: Caller,
}

parameter_types! {
	/// Every attempt, also those that storage does not know any more because they failed.
	pub static Attempts: Vec<Attempt> = vec![];
}

impl From<RuntimeOrigin> for Caller {
	fn from(origin: RuntimeOrigin) -> Self {
		let raw: Result<RawOrigin<_>, _> = origin.clone().into();
		let track: Result<Origin, _> = origin.into();
		match (raw, track) {
			(Ok(RawOrigin::Root), _) => Self::Root,
			(_, Ok(Origin::Track(track))) => Self::Track(track),
			_ => Self::Other,
		}
	}
}

#[frame_support::pallet(dev_mode)]
pub mod pallet {
	use super::{Attempt, Attempts, Caller};
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config:
		frame_system::Config<RuntimeOrigin: Into<Caller>> + pallet_timestamp::Config<Moment = u64>
	{
	}

	/// Labels of the calls that succeeded.
	#[pallet::storage]
	pub type Done<T> = StorageValue<_, Vec<u32>, ValueQuery>;

	/// Whether calls fail.
	#[pallet::storage]
	pub type IsBroken<T> = StorageValue<_, bool, ValueQuery>;

	#[pallet::error]
	pub enum Error<T> {
		/// The probe is broken.
		Broken,
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Writes first and then fails, if the probe is broken. The padding makes the call long.
		#[pallet::call_index(0)]
		#[pallet::weight(*annotated)]
		pub fn act(
			origin: OriginFor<T>,
			label: u32,
			padding: Vec<u8>,
			annotated: Weight,
			used: Option<Weight>,
		) -> DispatchResultWithPostInfo {
			let _ = (padding, annotated);
			let now = pallet_timestamp::Now::<T>::get() / 1_000;
			Attempts::mutate(|attempts| attempts.push(Attempt { label, now, by: origin.into() }));
			Done::<T>::append(label);
			if IsBroken::<T>::get() {
				let error = Error::<T>::Broken.into();
				return Err(sp_runtime::DispatchErrorWithPostInfo { post_info: used.into(), error });
			}
			Ok(used.into())
		}

		/// For root only.
		#[pallet::call_index(1)]
		#[pallet::weight(Weight::zero())]
		pub fn rule(origin: OriginFor<T>) -> DispatchResult {
			ensure_root(origin)?;
			Done::<T>::append(u32::MAX);
			Ok(())
		}
	}
}
