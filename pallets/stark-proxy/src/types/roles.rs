//! The roles.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// What an account may do with a proxy (specification, section 3.2). No role includes another.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Role {
	/// Brings money home, restricts borrowing, approves withdrawals. Held by timelocked governance only.
	#[codec(index = 0)]
	Guardian,
	/// Vetoes queued forced trades. Held by governance only.
	#[codec(index = 1)]
	VetoGuardian,
	/// Sets allow-lists and allowances, makes forced requests, reclaims deposits.
	#[codec(index = 2)]
	Owner,
	/// Appoints the three roles below.
	#[codec(index = 3)]
	DelegationAdmin,
	/// Borrows and repays.
	#[codec(index = 4)]
	Borrower,
	/// Registers keys, deposits to and withdraws from the exchange.
	#[codec(index = 5)]
	ExchangeOperator,
	/// Withdraws to allowed recipients what the proxy does not owe, and claims rewards.
	#[codec(index = 6)]
	WithdrawalOperator,
}

impl Role {
	/// All roles.
	pub const ALL: [Role; 7] = [
		Role::Guardian,
		Role::VetoGuardian,
		Role::Owner,
		Role::DelegationAdmin,
		Role::Borrower,
		Role::ExchangeOperator,
		Role::WithdrawalOperator,
	];

	/// The roles of the borrower's side, which a new proxy's owner holds.
	pub const OF_BORROWER: [Role; 5] = [
		Role::Owner,
		Role::DelegationAdmin,
		Role::Borrower,
		Role::ExchangeOperator,
		Role::WithdrawalOperator,
	];

	/// The role whose holders grant and revoke this one.
	pub fn admin(self) -> Role {
		match self {
			Role::Guardian | Role::VetoGuardian => Role::Guardian,
			Role::Owner | Role::DelegationAdmin => Role::Owner,
			Role::Borrower | Role::ExchangeOperator | Role::WithdrawalOperator => Role::DelegationAdmin,
		}
	}

	/// Whether a proxy must always have a holder of it: nobody could appoint one otherwise.
	pub fn is_indispensable(self) -> bool {
		matches!(self, Role::Guardian | Role::Owner)
	}
}
