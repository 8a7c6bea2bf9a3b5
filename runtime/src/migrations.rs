//! What an upgrade has to do to the state that it finds.

/// Migrations of this version, in the order in which they run: none, for there is no earlier release.
#[cfg(not(feature = "upgrade-rehearsal"))]
pub type Migrations = ();
/// Names under which the pallets keep their records.
#[cfg(not(feature = "upgrade-rehearsal"))]
pub type PalletNames = crate::PalletInfo;

/// Migrations of the rehearsed upgrade.
#[cfg(feature = "upgrade-rehearsal")]
pub type Migrations =
	tidepool_upgrade_rehearsal::MoveRecords<<crate::Runtime as frame_system::Config>::DbWeight>;
/// Names under which the pallets keep their records after the rehearsed upgrade.
#[cfg(feature = "upgrade-rehearsal")]
pub type PalletNames = tidepool_upgrade_rehearsal::Renamed<crate::PalletInfo>;
