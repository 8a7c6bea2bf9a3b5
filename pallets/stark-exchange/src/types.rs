//! Records the pallet stores, what a batch consists of, and answers of queries. No storage access here.

mod answers;
mod batch;
mod forced;
mod ledger;
mod state;

pub use answers::{OpenRequest, Totals};
pub use batch::{TransferOrder, UpdateBatch};
pub use forced::{ForcedOutcome, ForcedRequest, RejectionReason, RequestKind};
pub use ledger::{PendingDeposit, Position};
pub use state::{ExchangeState, Freeze};
