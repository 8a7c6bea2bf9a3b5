//! What a call touches and what it is charged. Unlike its time, this is the same in every round.

use crate::machine::Changes;
use codec::{Decode, Encode};
use frame_system::{BlockWeight, ConsumedWeight};
use sp_core::Blake2Hasher;
use sp_state_machine::{InMemoryBackend, TrieBackend, TrieBackendBuilder};
use sp_trie::{cache::LocalTrieCache, recorder::Recorder, PrefixedMemoryDB};
use std::collections::BTreeMap;
use tidepool_runtime::Runtime;

/// What one call touches and costs.
#[derive(Clone, Copy, Default)]
pub struct Footprint {
	/// Keys read from the trie.
	pub reads: u32,
	/// Keys with another value than before.
	pub writes: u32,
	/// Size of the part of the trie that was seen.
	pub proof_bytes: u32,
	/// What was added to the weight of the block, in picoseconds.
	pub charged: u64,
	/// The most that could have been added, in picoseconds.
	pub declared: u64,
}

/// A state that remembers what was read.
pub type Recording<'a> = TrieBackend<
	&'a PrefixedMemoryDB<Blake2Hasher>,
	Blake2Hasher,
	&'a LocalTrieCache<Blake2Hasher>,
	Recorder<Blake2Hasher>,
>;

/// Takes the footprint of what `run` does on `state` after `changes`.
pub fn of(
	state: &InMemoryBackend<Blake2Hasher>,
	mut changes: Changes,
	run: impl FnOnce(&Recording, &mut Changes) -> Result<(), String>,
) -> Result<Footprint, String> {
	let recorder = Recorder::default();
	let recording = TrieBackendBuilder::wrap(state).with_recorder(recorder.clone()).build();
	let (before, weight_before) = (values(&mut changes), weight(&mut changes));
	run(&recording, &mut changes)?;
	let changed = |(key, value): &(&Vec<u8>, &Option<Vec<u8>>)| before.get(*key) != Some(*value);
	Ok(Footprint {
		reads: recorder.recorded_keys().values().map(|keys| keys.len() as u32).sum(),
		writes: values(&mut changes).iter().filter(changed).count() as u32,
		proof_bytes: recorder.to_storage_proof().encoded_size() as u32,
		charged: weight(&mut changes).saturating_sub(weight_before),
		declared: 0,
	})
}

fn values(changes: &mut Changes) -> BTreeMap<Vec<u8>, Option<Vec<u8>>> {
	changes.changes_mut().map(|(key, value)| (key.clone(), value.value().cloned())).collect()
}

/// What the block has used so far, in picoseconds.
fn weight(changes: &mut Changes) -> u64 {
	let stored = changes.storage(&BlockWeight::<Runtime>::hashed_key()).flatten();
	let used = stored.map(|mut bytes| ConsumedWeight::decode(&mut bytes).expect("the runtime wrote it"));
	used.unwrap_or_default().total().ref_time()
}
