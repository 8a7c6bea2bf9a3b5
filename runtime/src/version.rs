//! The version of the runtime. Raise `spec_version` with every release, `transaction_version` when the index, the
//! arguments or the signed extensions of a call change. Motions, operations and preimages are stored as encoded calls and decoded by
//! whichever runtime carries them out: no index of a pallet or call may get another meaning.

use crate::RUNTIME_API_VERSIONS;
use alloc::borrow::Cow;
use sp_version::RuntimeVersion;

// The attribute writes the version into the Wasm at compile time, and therefore understands plain numbers only.
macro_rules! version {
	($spec_version:tt) => {
		/// Version of the runtime.
		#[sp_version::runtime_version]
		pub const VERSION: RuntimeVersion = RuntimeVersion {
			spec_name: Cow::Borrowed("tidepool"),
			impl_name: Cow::Borrowed("tidepool"),
			authoring_version: 1,
			spec_version: $spec_version,
			impl_version: 1,
			apis: RUNTIME_API_VERSIONS,
			transaction_version: 1,
			system_version: 1,
		};
	};
}

#[cfg(not(feature = "upgrade-rehearsal"))]
version!(1);
#[cfg(feature = "upgrade-rehearsal")]
version!(2);
