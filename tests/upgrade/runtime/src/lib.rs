//! The Wasm that the upgrade rehearsal puts in place of the running one: the same runtime with a higher version and a
//! migration.

#![cfg_attr(not(feature = "std"), no_std)]

#[cfg(feature = "std")]
include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));

#[cfg(target_arch = "wasm32")]
pub use tidepool_runtime::*;
