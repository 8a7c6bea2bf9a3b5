//! Tests of the real runtime with many pallets at once live in `tests/` of this crate.
