//! What the tests of the real runtime share: chains made from the presets, the way governance acts, the borrowers of the
//! worked scenarios and their exchange, the validators and their sessions. The tests themselves are in `tests/`, a program
//! for each subject.

pub mod borrowers;
pub mod common;
pub mod council;
pub mod exchange;
pub mod production;
pub mod sessions;
