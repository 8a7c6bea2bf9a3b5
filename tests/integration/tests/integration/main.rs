//! Tests of the real runtime with many pallets at once. One program, because linking a runtime takes longer than
//! running its tests.

mod common;
mod genesis;
mod governance;
mod proxies;
mod receipt;
