//! What a perpetual exchange of the STARK kind knows its users by (stark exchange specification, section 3).

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Public key on the STARK curve: its x coordinate, big-endian.
pub type StarkKey = [u8; 32];

/// Number of a position on the exchange.
pub type PositionId = u64;

/// Signature made with a STARK key; both numbers big-endian.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct StarkSignature {
	/// x coordinate of the nonce point.
	pub r: [u8; 32],
	/// The other half.
	pub s: [u8; 32],
}

/// A trade between two positions that the exchange has to carry out or to reject within its grace period.
///
/// The encoding is what party B signs and what both the exchange and the proxies identify the trade by: 129 bytes, the
/// fields in this order, integers little-endian.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ForcedTradeArgs {
	/// Key of the party that requests the trade.
	pub key_a: StarkKey,
	/// Key of the party that consents by its signature.
	pub key_b: StarkKey,
	/// Position of the requesting party.
	pub position_a: PositionId,
	/// Position of the consenting party.
	pub position_b: PositionId,
	/// The synthetic asset, below 2^120.
	pub synthetic_asset_id: u128,
	/// Collateral that changes hands, quantized.
	pub amount_collateral: u64,
	/// Synthetic that changes hands, quantized.
	pub amount_synthetic: u64,
	/// Whether party A buys the synthetic; else it sells.
	pub a_is_buying_synthetic: bool,
	/// Last second at which the trade can be submitted, in seconds since the Unix epoch.
	pub submission_expiration: u64,
	/// Tells otherwise equal trades apart.
	pub nonce: u64,
}

/// What an account has on the exchange, quantized, over all its keys.
#[derive(
	Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Exposure {
	/// Deposits that the operator has not accepted.
	pub pending_deposits: u128,
	/// Equity of the positions as of the last batch.
	pub equity: u128,
	/// Credited, but not yet paid out.
	pub pending_withdrawals: u128,
}

impl Exposure {
	/// Whether the account has nothing there.
	pub fn is_zero(&self) -> bool {
		*self == Self::default()
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_encoding_of_a_forced_trade_is_the_one_that_is_signed() {
		let args = ForcedTradeArgs {
			key_a: [0xaa; 32],
			key_b: [0xbb; 32],
			position_a: 1,
			position_b: 2,
			synthetic_asset_id: 0x45_5448_2d35,
			amount_collateral: 1_000_000_000,
			amount_synthetic: 5_000,
			a_is_buying_synthetic: true,
			submission_expiration: 1_800_000_000,
			nonce: 7,
		};
		let mut expected = [[0xaa; 32], [0xbb; 32]].concat();
		expected.extend([1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0]);
		expected.extend([0x35, 0x2d, 0x48, 0x54, 0x45, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
		expected.extend([0x00, 0xca, 0x9a, 0x3b, 0, 0, 0, 0, 0x88, 0x13, 0, 0, 0, 0, 0, 0]);
		expected.extend([1, 0x00, 0xd2, 0x49, 0x6b, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0]);
		assert_eq!(args.encode(), expected);
		assert_eq!(ForcedTradeArgs::max_encoded_len(), 129);
	}

	#[test]
	fn any_part_makes_an_exposure() {
		assert!(Exposure::default().is_zero());
		assert!(!Exposure { pending_deposits: 1, ..Default::default() }.is_zero());
		assert!(!Exposure { equity: 1, ..Default::default() }.is_zero());
		assert!(!Exposure { pending_withdrawals: 1, ..Default::default() }.is_zero());
	}
}
