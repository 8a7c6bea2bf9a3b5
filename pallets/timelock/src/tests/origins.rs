//! The accounts of the tracks and the checks of their origins (specification, sections 4.1 and 4.4).

use super::*;
use crate::{origins::track, EnsureAnyTrackAccount, EnsurePerTrack, EnsureSignedNotTrack, EnsureTrack};
use frame_support::traits::{EnsureOrigin, EnsureOriginWithArg, OriginTrait};
use frame_system::{EnsureRoot, EnsureSigned};
use sp_runtime::{traits::AccountIdConversion, AccountId32};

/// What `Check` says to `origin`. If it refuses, it hands the origin back as it was.
fn ask<Check: EnsureOrigin<RuntimeOrigin>>(origin: RuntimeOrigin) -> Option<Check::Success> {
	match Check::try_origin(origin.clone()) {
		Ok(success) => Some(success),
		Err(returned) => {
			assert_eq!(returned.caller(), origin.caller());
			None
		},
	}
}

/// Origins that are no track.
fn other_origins() -> Vec<RuntimeOrigin> {
	let mut list = vec![RuntimeOrigin::root(), RuntimeOrigin::none(), signed(PASSERBY), signed(TWO_THIRDS)];
	list.extend(TrackId::ALL.map(Timelock::track_account).map(signed));
	list
}

#[test]
fn the_accounts_are_derived_from_the_id_of_the_pallet() {
	for (number, track) in TrackId::ALL.into_iter().enumerate() {
		let mut bytes = [0; 32];
		bytes[..12].copy_from_slice(b"modllsm/tmlk");
		bytes[12] = number as u8;
		assert_eq!(Timelock::track_account(track), AccountId32::new(bytes));
		let derived: AccountId = TimelockPalletId::get().into_sub_account_truncating(number as u8);
		assert_eq!(Timelock::track_account(track), derived);
		assert!(Timelock::is_track_account(&derived));
	}
	let pallet: AccountId = TimelockPalletId::get().into_account_truncating();
	// An account id says nothing about what it was derived from: this is also that of track 0.
	assert_eq!(pallet, Timelock::track_account(Instant));
	assert!(!Timelock::is_track_account(&PASSERBY));
	let fourth: AccountId = TimelockPalletId::get().into_sub_account_truncating(3u8);
	assert!(!Timelock::is_track_account(&fourth));
}

#[test]
fn a_track_is_told_from_the_others() {
	for origin in TrackId::ALL {
		let accepted = [
			ask::<EnsureTrack<track::Instant>>(from_track(origin)),
			ask::<EnsureTrack<track::Short>>(from_track(origin)),
			ask::<EnsureTrack<track::Long>>(from_track(origin)),
		];
		assert_eq!(accepted.map(|answer| answer.is_some()), TrackId::ALL.map(|track| track == origin));
	}
	for origin in other_origins() {
		assert_eq!(ask::<EnsureTrack<track::Instant>>(origin.clone()), None);
		assert_eq!(ask::<EnsureTrack<track::Short>>(origin.clone()), None);
		assert_eq!(ask::<EnsureTrack<track::Long>>(origin), None);
	}
}

#[test]
fn any_track_acts_as_its_account() {
	type Check = EnsureAnyTrackAccount<Test>;
	for track in TrackId::ALL {
		assert_eq!(ask::<Check>(from_track(track)), Some(Timelock::track_account(track)));
	}
	for origin in other_origins() {
		assert_eq!(ask::<Check>(origin), None);
	}
}

#[test]
fn nobody_signs_for_a_track() {
	type Check = EnsureSignedNotTrack<Test>;
	for signer in [PASSERBY, MAJORITY, AccountId32::new([0; 32])] {
		assert_eq!(ask::<Check>(signed(signer.clone())), Some(signer));
	}
	for track in TrackId::ALL {
		assert_eq!(ask::<Check>(signed(Timelock::track_account(track))), None);
		assert_eq!(ask::<Check>(from_track(track)), None);
	}
	assert_eq!(ask::<Check>(RuntimeOrigin::root()), None);
	assert_eq!(ask::<Check>(RuntimeOrigin::none()), None);
}

#[test]
fn each_track_has_its_check() {
	type Check = EnsurePerTrack<EnsureRoot<AccountId>, EnsureSigned<AccountId>, EnsureTrack<track::Short>>;
	let accepts = |origin: RuntimeOrigin| {
		TrackId::ALL.map(|track| {
			<Check as EnsureOriginWithArg<_, _>>::try_origin(origin.clone(), &track)
				.map_err(|returned| assert_eq!(returned.caller(), origin.caller()))
				.is_ok()
		})
	};
	assert_eq!(accepts(RuntimeOrigin::root()), [true, false, false]);
	assert_eq!(accepts(signed(PASSERBY)), [false, true, false]);
	assert_eq!(accepts(from_track(Short)), [false, false, true]);
	assert_eq!(accepts(from_track(Long)), [false, false, false]);
}

#[test]
fn the_encoding_of_an_origin_names_the_track() {
	use codec::Encode;
	assert_eq!(TrackId::ALL.map(|track| track.encode()), [[0], [1], [2]]);
	assert_eq!(TrackId::ALL.map(|track| Origin::Track(track).encode()), [[0, 0], [0, 1], [0, 2]]);
}
