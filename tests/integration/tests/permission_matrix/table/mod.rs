//! The table, by pallet.

mod accounts;
mod assets;
mod borrowers;
mod exchange;
mod governance;
mod pool;
mod roles;
mod scheduler;
mod system;
mod timelock;
mod validators;

use super::row::Row;

/// All rows, in the order in which the documentation shows them.
pub fn table() -> Vec<Row> {
	[
		pool::rows(),
		borrowers::rows(),
		roles::rows(),
		exchange::rows(),
		timelock::rows(),
		governance::council(),
		governance::preimage(),
		validators::list(),
		validators::keys(),
		scheduler::rows(),
		assets::rows(),
		system::balances(),
		system::rows(),
		accounts::utility(),
		accounts::multisig(),
		accounts::proxy(),
	]
	.concat()
}

/// The rows of a pallet.
pub fn rows_of(pallet: &str) -> Vec<Row> {
	table().into_iter().filter(|row| row.pallet == pallet).collect()
}
