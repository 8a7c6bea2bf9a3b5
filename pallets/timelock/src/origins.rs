//! Checks of origins that concern the tracks (specification, section 4.4).

use crate::{Config, Origin, Pallet, TrackId};
use core::marker::PhantomData;
use frame_support::traits::{EnsureOrigin, EnsureOriginWithArg, Get};
use frame_system::{pallet_prelude::OriginFor, RawOrigin};
use sp_runtime::traits::BadOrigin;

/// The tracks as types, for [`EnsureTrack`].
pub mod track {
	use super::{Get, TrackId};

	/// [`TrackId::Instant`].
	pub struct Instant;
	/// [`TrackId::Short`].
	pub struct Short;
	/// [`TrackId::Long`].
	pub struct Long;

	impl Get<TrackId> for Instant {
		fn get() -> TrackId {
			TrackId::Instant
		}
	}

	impl Get<TrackId> for Short {
		fn get() -> TrackId {
			TrackId::Short
		}
	}

	impl Get<TrackId> for Long {
		fn get() -> TrackId {
			TrackId::Long
		}
	}
}

/// Accepts the origin of one track only: `EnsureTrack<track::Long>`.
pub struct EnsureTrack<Track>(PhantomData<Track>);

impl<O, Track> EnsureOrigin<O> for EnsureTrack<Track>
where
	O: Clone + From<Origin> + Into<Result<Origin, O>>,
	Track: Get<TrackId>,
{
	type Success = ();

	fn try_origin(origin: O) -> Result<(), O> {
		let own: Result<Origin, O> = origin.clone().into();
		match own {
			Ok(Origin::Track(track)) if track == Track::get() => Ok(()),
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<O, ()> {
		Ok(Origin::Track(Track::get()).into())
	}
}

/// Accepts the origin of any track; succeeds with the account of that track.
pub struct EnsureAnyTrackAccount<T>(PhantomData<T>);

impl<T: Config> EnsureOrigin<OriginFor<T>> for EnsureAnyTrackAccount<T> {
	type Success = T::AccountId;

	fn try_origin(origin: OriginFor<T>) -> Result<T::AccountId, OriginFor<T>> {
		Pallet::<T>::track_of(&origin).map(Pallet::<T>::track_account).ok_or(origin)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<OriginFor<T>, ()> {
		Ok(<T as Config>::RuntimeOrigin::from(Origin::Track(TrackId::Long)).into())
	}
}

/// Accepts a signer, but none that signs for the account of a track. Nobody has such a key; a pallet that lets callers
/// choose for whom they sign might still be added one day.
pub struct EnsureSignedNotTrack<T>(PhantomData<T>);

impl<T: Config> EnsureOrigin<OriginFor<T>> for EnsureSignedNotTrack<T> {
	type Success = T::AccountId;

	fn try_origin(origin: OriginFor<T>) -> Result<T::AccountId, OriginFor<T>> {
		let raw: Result<RawOrigin<T::AccountId>, OriginFor<T>> = origin.clone().into();
		match raw {
			Ok(RawOrigin::Signed(signer)) if !Pallet::<T>::is_track_account(&signer) => Ok(signer),
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<OriginFor<T>, ()> {
		Ok(RawOrigin::Signed(frame_benchmarking::whitelisted_caller()).into())
	}
}

/// Asks one check per track, for `QueueOrigin` and `CancelOrigin`.
pub struct EnsurePerTrack<Instant, Short, Long>(PhantomData<(Instant, Short, Long)>);

impl<O, Instant, Short, Long> EnsureOriginWithArg<O, TrackId> for EnsurePerTrack<Instant, Short, Long>
where
	Instant: EnsureOrigin<O>,
	Short: EnsureOrigin<O>,
	Long: EnsureOrigin<O>,
{
	type Success = ();

	fn try_origin(origin: O, track: &TrackId) -> Result<(), O> {
		match track {
			TrackId::Instant => Instant::try_origin(origin).map(|_| ()),
			TrackId::Short => Short::try_origin(origin).map(|_| ()),
			TrackId::Long => Long::try_origin(origin).map(|_| ()),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin(track: &TrackId) -> Result<O, ()> {
		match track {
			TrackId::Instant => Instant::try_successful_origin(),
			TrackId::Short => Short::try_successful_origin(),
			TrackId::Long => Long::try_successful_origin(),
		}
	}
}

/// Stops a runtime in which one track could act as another.
pub(crate) fn assert_different<AccountId: PartialEq>([instant, short, long]: [AccountId; 3]) {
	assert!(
		instant != short && short != long && instant != long,
		"the accounts of the tracks must differ: account ids are too short to tell them apart"
	);
}

impl<T: Config> Pallet<T> {
	/// The track behind an origin.
	fn track_of(origin: &OriginFor<T>) -> Option<TrackId> {
		let origin = <T as Config>::RuntimeOrigin::from(origin.clone());
		let own: Result<Origin, <T as Config>::RuntimeOrigin> = origin.into();
		own.ok().map(|Origin::Track(track)| track)
	}

	/// Refuses every origin but that of `track`.
	pub(crate) fn ensure_from_track(origin: &OriginFor<T>, track: TrackId) -> Result<(), BadOrigin> {
		if Self::track_of(origin) == Some(track) {
			Ok(())
		} else {
			Err(BadOrigin)
		}
	}

	/// Whether `account` is that of a track.
	pub fn is_track_account(account: &T::AccountId) -> bool {
		TrackId::ALL.iter().any(|track| Self::track_account(*track) == *account)
	}
}
