//! What the pallet stores and answers with.

mod answers;
mod proxy;
mod roles;

pub use answers::{ApprovedAmount, AutoPayment};
pub use proxy::{ProxyId, ProxyInfo, QueuedTrade};
pub use roles::Role;
