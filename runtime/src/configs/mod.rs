//! How the pallets are wired, one file per concern.

pub mod accounts;
mod consensus;
pub mod exchange;
pub mod filters;
pub mod governance;
pub mod nesting;
mod origins;
pub mod pool;
pub mod proxies;
pub mod system;
pub mod timelock;
pub mod tokens;
pub mod validators;
