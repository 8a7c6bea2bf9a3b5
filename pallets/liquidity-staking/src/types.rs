//! Records the pallet stores and the roles it knows. No storage access here: every method is pure.

mod balances;
mod borrowers;
mod pool;
mod roles;
mod schedule;
mod stakers;

pub use balances::StoredBalance;
pub use borrowers::{share, Borrower, BorrowerRecord, StoredAllocation, Units, TOTAL_ALLOCATION};
pub use pool::{PoolRecord, RewardsState, Shortfall, WriteOffs};
pub use roles::Role;
pub use schedule::{EpochClock, ScheduleBounds};
pub use stakers::{InactiveBalance, StakerRecord};
