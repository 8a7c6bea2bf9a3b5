//! The pool's side of a trace. The pool has a replay of its own; here it must only do, and be, the same underneath the
//! proxies.

pub mod call;
pub mod departures;
pub mod snapshot;
pub mod storage;
