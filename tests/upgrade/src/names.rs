//! What the pallets are called where their records are looked for.

use crate::{NEW, OLD};
use core::marker::PhantomData;
use frame_support::{
	traits::{CrateVersion, PalletInfo},
	StorageHasher, Twox128,
};

/// The names of `Names`, but [`NEW`] in place of [`OLD`].
pub struct Renamed<Names>(PhantomData<Names>);

impl<Names: PalletInfo> PalletInfo for Renamed<Names> {
	fn index<P: 'static>() -> Option<usize> {
		Names::index::<P>()
	}

	fn name<P: 'static>() -> Option<&'static str> {
		Names::name::<P>().map(|name| if name == OLD { NEW } else { name })
	}

	fn name_hash<P: 'static>() -> Option<[u8; 16]> {
		Self::name::<P>().map(|name| Twox128::hash(name.as_bytes()))
	}

	fn module_name<P: 'static>() -> Option<&'static str> {
		Names::module_name::<P>()
	}

	fn crate_version<P: 'static>() -> Option<CrateVersion> {
		Names::crate_version::<P>()
	}
}
