//! What is fuzzed.

pub mod batch;
pub mod call;
pub mod signature;
