//! What `--sealing` accepts.

use std::{fmt, str::FromStr, time::Duration};

/// A day. Longer pauses are surely a mistake, and far longer ones would overflow the timer.
const LONGEST_INTERVAL_MS: u64 = 24 * 60 * 60 * 1000;

/// When a development chain makes blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sealing {
	/// As soon as a transaction arrives.
	Instant,
	/// Only when it is asked to.
	Manual,
	/// Each time this much time has passed.
	Interval(Duration),
}

impl FromStr for Sealing {
	type Err = String;

	fn from_str(text: &str) -> Result<Self, Self::Err> {
		match text {
			"instant" => Ok(Self::Instant),
			"manual" => Ok(Self::Manual),
			number => match number.parse() {
				Ok(ms @ 1..=LONGEST_INTERVAL_MS) => Ok(Self::Interval(Duration::from_millis(ms))),
				_ => Err(format!(
					"expected \"instant\", \"manual\" or the milliseconds between two blocks, a whole \
					 number from 1 to {LONGEST_INTERVAL_MS}"
				)),
			},
		}
	}
}

impl fmt::Display for Sealing {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Instant => f.write_str("as soon as a transaction arrives"),
			Self::Manual => f.write_str("on request (dev_newBlock)"),
			Self::Interval(interval) => write!(f, "every {} ms", interval.as_millis()),
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_three_modes_are_read() {
		assert_eq!("instant".parse(), Ok(Sealing::Instant));
		assert_eq!("manual".parse(), Ok(Sealing::Manual));
		assert_eq!("1".parse(), Ok(Sealing::Interval(Duration::from_millis(1))));
		assert_eq!("6000".parse(), Ok(Sealing::Interval(Duration::from_secs(6))));
		assert_eq!("86400000".parse(), Ok(Sealing::Interval(Duration::from_secs(86_400))));
	}

	#[test]
	fn nonsense_is_refused() {
		for text in ["", "0", "-1", "1.5", "1s", "Instant", "manual ", "86400001", "99999999999999999999"] {
			let refusal = text.parse::<Sealing>().unwrap_err();
			assert!(refusal.contains("milliseconds") && !refusal.contains('\n'), "{text}: {refusal}");
		}
	}
}
