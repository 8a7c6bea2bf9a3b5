//! Records the pallet stores and answers it gives. No storage access here: every method is pure.

mod operations;
mod tracks;

pub use operations::{BoundedCall, ExecutionBounds, Operation, OperationId, OperationInfo, Status};
pub use tracks::{TrackId, TrackParameters};
