//! One chain on which is measured.

use super::{
	footprint::{self, Footprint},
	next_block::NextBlock,
	parts::Parts,
};
use crate::{
	cases::{self, Case, What},
	machine::{Changes, Machine},
	state::State,
};
use frame_support::storage::storage_prefix;
use sp_core::Blake2Hasher;
use sp_state_machine::backend::Backend;
use std::time::Duration;

/// A chain, what the next round needs, and what was measured.
pub struct Bench {
	state: State,
	block: NextBlock,
	/// The changes of the next block when its first transaction comes.
	begun: Changes,
	/// The transaction of each case.
	transactions: Vec<Vec<u8>>,
	parts: Parts,
	/// Time of each case in each round, in nanoseconds.
	times: Vec<Vec<u64>>,
	footprints: Vec<Footprint>,
}

impl Bench {
	pub fn new(mut state: State, cases: usize) -> Self {
		let block = NextBlock::after(&mut state);
		let parts = Parts::of(&state, 0);
		Self {
			state,
			parts,
			block,
			begun: Changes::default(),
			transactions: vec![vec![]; cases],
			times: vec![vec![]; cases],
			footprints: vec![Footprint::default(); cases],
		}
	}

	pub fn stakers(&self) -> u32 {
		self.state.stakers
	}

	pub fn times(&self, case: usize) -> &[u64] {
		&self.times[case]
	}

	pub fn footprint(&self, case: usize) -> Footprint {
		self.footprints[case]
	}

	/// Signs the transactions of a round and begins the block that they come into.
	pub fn prepare(&mut self, machine: &Machine, cases: &[Case], round: u32) -> Result<(), String> {
		for (index, case) in cases.iter().enumerate() {
			if let What::Transaction(call) = case.what {
				let signed = cases::sign(&mut self.state, case, call, round);
				self.transactions[index] = signed.bytes;
				self.footprints[index].declared = signed.declared;
			}
		}
		self.parts = Parts::of(&self.state, round);
		let mut begun = Changes::default();
		machine.begin_block(self.state.backend(), &mut begun, &self.block.header)?;
		machine.apply(self.state.backend(), &mut begun, &self.block.inherent)?;
		self.begun = begun;
		Ok(())
	}

	/// Measures one case.
	pub fn measure(
		&mut self,
		machine: &Machine,
		cases: &[Case],
		case: usize,
		counts: bool,
	) -> Result<(), String> {
		let mut changes = self.before(&cases[case]);
		let took = self.run(machine, &cases[case], case, self.state.backend(), &mut changes)?;
		if counts {
			self.times[case].push(took.as_nanos() as u64);
		}
		Ok(())
	}

	/// Looks at what the cases touch.
	pub fn take_footprints(&mut self, machine: &Machine, cases: &[Case]) -> Result<(), String> {
		for (index, case) in cases.iter().enumerate() {
			let taken = footprint::of(self.state.backend(), self.before(case), |state, changes| {
				self.run(machine, case, index, state, changes).map(|_| ())
			})?;
			let declared = match case.what {
				What::Transaction(_) => self.footprints[index].declared,
				// Hooks are charged what they say, and nothing is said before. Parts are not charged alone.
				What::Block { .. } | What::Part(_) => taken.charged,
			};
			self.footprints[index] = Footprint { declared, ..taken };
		}
		Ok(())
	}

	/// What has changed before a case. Always from the start: what a case reads for the first time in its block it
	/// reads from the trie.
	fn before(&self, case: &Case) -> Changes {
		match case.what {
			What::Transaction(_) | What::Part(_) => self.begun.clone(),
			What::Block { new_epoch: false } => Changes::default(),
			What::Block { new_epoch: true } => {
				let mut changes = Changes::default();
				let (key, value) = self.block.clock_of_next_epoch.clone();
				changes.set_storage(key, Some(value));
				changes
			},
		}
	}

	fn run<B: Backend<Blake2Hasher>>(
		&self,
		machine: &Machine,
		case: &Case,
		index: usize,
		state: &B,
		changes: &mut Changes,
	) -> Result<Duration, String> {
		let took = match case.what {
			What::Transaction(_) => machine.apply(state, changes, &self.transactions[index]),
			What::Block { .. } => machine.begin_block(state, changes, &self.block.header),
			What::Part(part) => self.parts.run(part, machine, state, changes),
		};
		let took =
			took.map_err(|problem| format!("{} with {} stakers: {problem}", case.name, self.stakers()))?;
		if let What::Block { new_epoch } = case.what {
			let announced = changes.storage(&storage_prefix(b"LiquidityStaking", b"Clock")).is_some();
			assert_eq!(announced, new_epoch, "{} did something else", case.name);
		}
		Ok(took)
	}
}
