//! A stand-in for the timelock: origins of its tracks and nothing else.

use super::{AccountId, RuntimeOrigin, INSTANT, LONG, SHORT};
use frame_support::traits::{Contains, EnsureOrigin};
use frame_system::{ensure_signed, EnsureSigned};
pub use pallet::*;

#[frame_support::pallet]
pub mod pallet {
	use frame_support::pallet_prelude::*;

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {}

	/// What the track of this number carries out: 0 without, 1 with a short, 2 with a long delay.
	#[pallet::origin]
	#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
	pub struct Origin(pub u8);
}

/// The origin of a track.
pub fn by(track: u8) -> RuntimeOrigin {
	RuntimeOrigin::from(Origin(track))
}

fn account(track: u8) -> AccountId {
	[INSTANT, SHORT, LONG][usize::from(track)].clone()
}

fn track_of(origin: RuntimeOrigin) -> Result<u8, RuntimeOrigin> {
	Result::<Origin, RuntimeOrigin>::from(origin).map(|Origin(track)| track)
}

/// Accepts one track.
pub struct EnsureTrack<const TRACK: u8>;
impl<const TRACK: u8> EnsureOrigin<RuntimeOrigin> for EnsureTrack<TRACK> {
	type Success = ();
	fn try_origin(origin: RuntimeOrigin) -> Result<(), RuntimeOrigin> {
		track_of(origin).and_then(|track| if track == TRACK { Ok(()) } else { Err(by(track)) })
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		Ok(by(TRACK))
	}
}

/// The account of a track, or a signer that is not one.
pub struct SignerOrTrack;
impl EnsureOrigin<RuntimeOrigin> for SignerOrTrack {
	type Success = AccountId;
	fn try_origin(origin: RuntimeOrigin) -> Result<AccountId, RuntimeOrigin> {
		match ensure_signed(origin.clone()) {
			Ok(signer) if super::Tracks::contains(&signer) => Err(origin),
			Ok(signer) => Ok(signer),
			Err(_) => track_of(origin).map(account),
		}
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		Ok(by(1))
	}
}

/// The short track, which creates proxies without a deposit, or anybody, who pays one.
pub struct ShortOrSigner;
impl EnsureOrigin<RuntimeOrigin> for ShortOrSigner {
	type Success = Option<AccountId>;
	fn try_origin(origin: RuntimeOrigin) -> Result<Option<AccountId>, RuntimeOrigin> {
		EnsureTrack::<1>::try_origin(origin)
			.map(|()| None)
			.or_else(|origin| EnsureSigned::try_origin(origin).map(Some))
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		Ok(by(1))
	}
}
