//! The roles.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// A permission an account can hold (specification, section 5.8).
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub enum Role {
	/// Grants and revokes every role, itself included.
	#[codec(index = 0)]
	Owner,
	/// Sets the epoch schedule and the blackout window.
	#[codec(index = 1)]
	EpochParameters,
	/// Sets the emission of rewards.
	#[codec(index = 2)]
	RewardsRate,
	/// Sets allocations and borrowing restrictions.
	#[codec(index = 3)]
	BorrowerAdmin,
	/// Claims rewards for stakers.
	#[codec(index = 4)]
	ClaimOperator,
	/// Requests and makes withdrawals for stakers.
	#[codec(index = 5)]
	StakeOperator,
	/// Forgives staker and borrower debt.
	#[codec(index = 6)]
	DebtOperator,
}
