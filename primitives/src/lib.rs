//! Traits and types that more than one Tidepool pallet names.
//!
//! This crate holds no FRAME storage. Pallets depend on it and never on each other; the runtime ties them
//! together.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

mod liquidity_pool;
mod perpetual_exchange;
mod rewards_claim;
mod stark;

pub use liquidity_pool::LiquidityPool;
pub use perpetual_exchange::PerpetualExchange;
pub use rewards_claim::RewardsClaim;
pub use stark::{Exposure, ForcedTradeArgs, PositionId, StarkKey, StarkSignature};

/// An amount of a token in base units: 10^-6 USDC, 10^-6 stkUSDC, 10^-18 DYDX.
pub type Balance = u128;

/// The number of an epoch; epoch zero starts at [`EpochParameters::offset`].
pub type Epoch = u32;

/// A point in time (seconds since the Unix epoch) or a span of time (seconds).
pub type Seconds = u64;

/// The epoch schedule: epoch `n` is the half-open interval `[n * interval + offset, (n + 1) * interval + offset)`
/// (liquidity staking specification, section 3.2).
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
pub struct EpochParameters {
	/// Length of every epoch, in seconds.
	pub interval: Seconds,
	/// Start of epoch zero, in seconds since the Unix epoch.
	pub offset: Seconds,
}

impl EpochParameters {
	/// Whether epoch zero has started at `now`.
	pub fn has_started(&self, now: Seconds) -> bool {
		now >= self.offset
	}

	/// The epoch that contains `now`; `None` before epoch zero.
	///
	/// Saturates at the largest epoch number, which no schedule of more than a second per epoch reaches in the
	/// lifetime of the sun.
	pub fn epoch_at(&self, now: Seconds) -> Option<Epoch> {
		let elapsed = now.checked_sub(self.offset)?;
		let number = elapsed.checked_div(self.interval)?;
		Some(Epoch::try_from(number).unwrap_or(Epoch::MAX))
	}

	/// Seconds until the end of the epoch that contains `now`, in `[1, interval]`; `None` before epoch zero.
	pub fn time_remaining(&self, now: Seconds) -> Option<Seconds> {
		let elapsed = now.checked_sub(self.offset)?;
		let into_epoch = elapsed.checked_rem(self.interval)?;
		self.interval.checked_sub(into_epoch)
	}

	/// First second of epoch `epoch`; saturates at the end of time.
	pub fn start_of(&self, epoch: Epoch) -> Seconds {
		Seconds::from(epoch).saturating_mul(self.interval).saturating_add(self.offset)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const PRODUCTION: EpochParameters = EpochParameters { interval: 2_419_200, offset: 1_628_002_800 };

	#[test]
	fn epoch_zero_starts_at_the_offset() {
		assert!(!PRODUCTION.has_started(1_628_002_799));
		assert_eq!(PRODUCTION.epoch_at(1_628_002_799), None);
		assert_eq!(PRODUCTION.time_remaining(1_628_002_799), None);
		assert!(PRODUCTION.has_started(1_628_002_800));
		assert_eq!(PRODUCTION.epoch_at(1_628_002_800), Some(0));
		assert_eq!(PRODUCTION.time_remaining(1_628_002_800), Some(2_419_200));
	}

	#[test]
	fn epochs_are_half_open() {
		assert_eq!(PRODUCTION.epoch_at(1_630_421_999), Some(0));
		assert_eq!(PRODUCTION.time_remaining(1_630_421_999), Some(1));
		assert_eq!(PRODUCTION.epoch_at(1_630_422_000), Some(1));
		assert_eq!(PRODUCTION.time_remaining(1_630_422_000), Some(2_419_200));
		assert_eq!(PRODUCTION.start_of(1), 1_630_422_000);
	}

	#[test]
	fn an_empty_interval_has_no_epochs() {
		let broken = EpochParameters { interval: 0, offset: 0 };
		assert_eq!(broken.epoch_at(10), None);
		assert_eq!(broken.time_remaining(10), None);
	}

	#[test]
	fn extremes_saturate() {
		let short = EpochParameters { interval: 1, offset: 1 };
		assert_eq!(short.epoch_at(Seconds::MAX), Some(Epoch::MAX));
		let late = EpochParameters { interval: Seconds::MAX, offset: Seconds::MAX };
		assert_eq!(late.start_of(Epoch::MAX), Seconds::MAX);
	}
}
