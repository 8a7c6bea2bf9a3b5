//! The proxies at genesis. A broken configuration stops the chain from being built.

use crate::{Config, GenesisConfig, Pallet};
use frame_support::traits::Contains;

impl<T: Config> GenesisConfig<T> {
	pub(crate) fn apply(&self) {
		for owner in &self.owners {
			assert!(
				!T::ForbiddenRecipients::contains(owner),
				"stark proxy: {owner:?} belongs to the chain itself and cannot own a proxy"
			);
			Pallet::<T>::do_create(None, owner.clone())
				.unwrap_or_else(|error| panic!("stark proxy: {owner:?} cannot own a proxy: {error:?}"));
		}
		for owner in &self.owners {
			assert!(
				!Pallet::<T>::contains(owner),
				"stark proxy: {owner:?} is the account of a proxy and cannot own one"
			);
		}
	}
}
