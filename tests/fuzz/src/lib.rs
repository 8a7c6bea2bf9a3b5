//! Fuzz targets: what outsiders can send must neither panic nor break an invariant.
//!
//! Each target is a function of bytes. `make fuzz` builds them with libFuzzer and looks for inputs that reach new code;
//! the test of this crate runs those that were found so far, which are kept in `corpus`.

mod chain;
mod naive;
mod targets;

pub use targets::{batch::batch, call::call, signature::signature};

/// A target: its name, which is that of its folder in `corpus`, and its function.
pub type Target = (&'static str, fn(&[u8]));

/// All targets.
pub const TARGETS: [Target; 3] = [("signature", signature), ("batch", batch), ("call", call)];
