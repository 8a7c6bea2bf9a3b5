//! How the pallets are wired, one file per concern.

pub mod accounts;
mod consensus;
pub mod governance;
pub mod pool;
pub mod system;
pub mod tokens;
