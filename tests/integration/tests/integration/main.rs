//! Tests of the real runtime with many pallets at once. One program, because linking a runtime takes longer than
//! running its tests.

mod borrowers;
mod common;
mod council;
mod exchange;
mod full_flow;
mod genesis;
mod governance;
mod proxies;
mod receipt;
mod scenarios;
