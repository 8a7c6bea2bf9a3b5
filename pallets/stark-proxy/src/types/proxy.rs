//! The proxy and what it queues.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use tidepool_primitives::{Balance, ForcedTradeArgs, Seconds};

/// Number of a proxy: sequential from 0, never used again.
pub type ProxyId = u32;

/// State of a proxy (specification, section 4). Amounts are in base units of the borrow token.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct ProxyInfo<AccountId> {
	/// Who holds a deposit for the proxy, and how much in the native currency; `None` if governance created it.
	pub deposit: Option<(AccountId, Balance)>,
	/// Whether the guardian has barred the proxy from borrowing and from depositing what it owes.
	pub borrowing_restricted: bool,
	/// What may leave to an allowed recipient without regard to what is owed.
	pub approved_amount: Balance,
	/// Last second at which the approval can be used; `None` = it does not expire.
	pub approval_expires_at: Option<Seconds>,
	/// What the role Borrower may still repay; `None` = unlimited.
	pub staking_allowance: Option<Balance>,
	/// What may still be deposited to the exchange; `None` = unlimited.
	pub exchange_allowance: Option<Balance>,
	/// Number of allowed recipients.
	pub recipients: u32,
	/// Number of allowed STARK keys.
	pub stark_keys: u32,
	/// Number of queued forced trades.
	pub queued_trades: u32,
}

impl<AccountId> ProxyInfo<AccountId> {
	/// A proxy without restrictions, approvals, limits and lists.
	pub fn new(deposit: Option<(AccountId, Balance)>) -> Self {
		Self {
			deposit,
			borrowing_restricted: false,
			approved_amount: 0,
			approval_expires_at: None,
			staking_allowance: None,
			exchange_allowance: None,
			recipients: 0,
			stark_keys: 0,
			queued_trades: 0,
		}
	}

	/// What is left of the approval at `now`; whether it can be used depends on what the proxy owes, too.
	pub fn approved_at(&self, now: Seconds) -> Balance {
		match self.approval_expires_at {
			Some(last) if now > last => 0,
			_ => self.approved_amount,
		}
	}

	/// Takes the approval back.
	pub fn void_approval(&mut self) {
		self.approved_amount = 0;
		self.approval_expires_at = None;
	}
}

/// A forced trade that waits for its time (specification, section 8.6).
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct QueuedTrade {
	/// The trade.
	pub args: ForcedTradeArgs,
	/// When it was queued, in seconds since the Unix epoch.
	pub queued_at: Seconds,
}
