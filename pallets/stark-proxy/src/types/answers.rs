//! What queries answer with.

use codec::{Decode, DecodeWithMemTracking, Encode};
use scale_info::TypeInfo;
use tidepool_primitives::{Balance, Seconds};

/// An approval for outside withdrawals (specification, section 9.1), in base units of the borrow token.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct ApprovedAmount {
	/// What could be withdrawn now: 0 after expiry, while there is debt, and while the proxy is overdue.
	pub usable: Balance,
	/// What the guardian approved and nobody has used.
	pub stored: Balance,
	/// Last second at which it can be used; `None` = it does not expire.
	pub expires_at: Option<Seconds>,
}

/// What auto-pay does (specification, section 7.1), in base units of the borrow token.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct AutoPayment {
	/// Newly borrowed.
	pub borrowed: Balance,
	/// Repaid of what was borrowed.
	pub repaid_borrow: Balance,
	/// Repaid of the debt.
	pub repaid_debt: Balance,
}
