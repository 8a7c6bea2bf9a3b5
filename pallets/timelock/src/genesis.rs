//! The state at genesis. A broken configuration stops the chain from being built.

use crate::{types::TrackParameters, Config, GenesisConfig, Pallet, TrackId, Tracks};
use core::marker::PhantomData;

impl<T: Config> Default for GenesisConfig<T> {
	/// The limits of production: who configures nothing does not get a timelock without delays.
	fn default() -> Self {
		let [instant, short, long] = TrackId::ALL.map(TrackParameters::production);
		Self { instant, short, long, _config: PhantomData }
	}
}

impl<T: Config> GenesisConfig<T> {
	pub(crate) fn apply(&self) {
		for track in TrackId::ALL {
			let parameters = self.parameters(track);
			if let Err(reason) = parameters.check(track) {
				panic!("timelock: {reason}, on the track {track:?} with {parameters:?}");
			}
			Tracks::<T>::insert(track, parameters);
			// Roles are stored per account, and nobody will ever send these accounts anything.
			frame_system::Pallet::<T>::inc_providers(&Pallet::<T>::track_account(track));
		}
	}

	fn parameters(&self, track: TrackId) -> TrackParameters {
		match track {
			TrackId::Instant => self.instant,
			TrackId::Short => self.short,
			TrackId::Long => self.long,
		}
	}
}
