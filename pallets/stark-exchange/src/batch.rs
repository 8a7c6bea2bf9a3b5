//! The parts of a batch, one file for each (specification, section 6.3). Every item is checked against what the ones
//! before it left.

mod deposits;
mod forced;
mod settlements;
mod transfers;
mod withdrawals;
