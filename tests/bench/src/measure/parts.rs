//! What every transaction consists of, measured alone.

use crate::{
	cases::Part,
	machine::{Changes, Machine},
	state::State,
};
use pallet_liquidity_staking::Stakers;
use sp_core::{sr25519, Blake2Hasher, Pair};
use sp_state_machine::backend::Backend;
use std::{
	hint::black_box,
	time::{Duration, Instant},
};
use tidepool_runtime::Runtime;

/// About as long as what is signed of a transaction.
const MESSAGE: [u8; 128] = [7; 128];

/// What the parts are measured with in a round.
pub struct Parts {
	signer: sr25519::Public,
	signature: sr25519::Signature,
	/// Key of a staker's record.
	record: Vec<u8>,
}

impl Parts {
	/// Those of round `round`: in every round somebody else signs and is looked up.
	pub fn of(state: &State, round: u32) -> Self {
		let pair = state.subject(0, round).pair();
		Self {
			signer: pair.public(),
			signature: pair.sign(&MESSAGE),
			record: Stakers::<Runtime>::hashed_key_for(state.somebody(round)),
		}
	}

	/// Measures one of them.
	pub fn run<B: Backend<Blake2Hasher>>(
		&self,
		part: Part,
		machine: &Machine,
		state: &B,
		changes: &mut Changes,
	) -> Result<Duration, String> {
		let start = Instant::now();
		let done = match part {
			Part::Instance => return machine.idle(state, changes),
			Part::Signature => sr25519::Pair::verify(&self.signature, black_box(&MESSAGE), &self.signer),
			Part::Read => matches!(state.storage(black_box(&self.record)), Ok(Some(_))),
		};
		let took = start.elapsed();
		done.then_some(took).ok_or_else(|| "it did not succeed".into())
	}
}
