//! Who takes part. The same accounts in every run.

use codec::Encode;
use sp_core::{sr25519, Pair};
use sp_io::hashing::blake2_256;
use tidepool_runtime::AccountId;

/// Numbers of shortfalls that those whose calls are measured have not settled.
pub const SHORTFALLS: [u32; 4] = [0, 1, 10, 100];

/// Somebody whose calls are measured: number `number` of those with so many unsettled shortfalls.
#[derive(Clone, Copy)]
pub struct Subject {
	pub shortfalls: u32,
	pub number: u32,
}

impl Subject {
	/// What the subject signs with.
	pub fn pair(self) -> sr25519::Pair {
		sr25519::Pair::from_seed(&blake2_256(&("subject", self.shortfalls, self.number).encode()))
	}

	pub fn account(self) -> AccountId {
		self.pair().public().into()
	}
}

/// Number `number` of the stakers who never do anything else: they are many.
pub fn bystander(number: u32) -> AccountId {
	blake2_256(&("bystander", number).encode()).into()
}
