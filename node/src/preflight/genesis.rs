//! The state a chain would start with.

use codec::{Decode, DecodeLength};
use sc_service::Configuration;
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_consensus_grandpa::AuthorityList;
use sp_core::storage::Storage;
use tidepool_runtime::Runtime;

/// The genesis can be built and names who makes and finalises blocks. The state is kept in the
/// configuration, so that it is built only once. `chain` is how the command line calls the chain.
pub fn has_authorities(config: &mut Configuration, chain: &str) -> Result<(), String> {
	let spec = &mut config.chain_spec;
	let storage = spec.as_storage_builder().build_storage().map_err(|reason| {
		format!("no chain can start with the chain spec `{chain}`: {}", without_position(&reason))
	})?;
	if let Some(missing) = missing_authorities(&storage) {
		return Err(refusal(chain, missing));
	}
	spec.set_storage(storage);
	Ok(())
}

/// The runtime counts lines in a document that nobody but itself has seen.
fn without_position(reason: &str) -> &str {
	let reason = reason.split(" for blob:").next().unwrap_or(reason);
	reason.split(" at line ").next().unwrap_or(reason)
}

fn refusal(chain: &str, missing: &str) -> String {
	format!(
		"the chain spec `{chain}` names no {missing} authorities, so the chain could not move: fill in \
		 `session.keys` and `validators.members` in a copy of the spec (export-plain-spec writes one) \
		 and pass that file with --chain"
	)
}

fn missing_authorities(genesis: &Storage) -> Option<&'static str> {
	let stored = |key: [u8; 32]| genesis.top.get(key.as_slice()).map(Vec::as_slice).unwrap_or_default();
	let aura = stored(pallet_aura::Authorities::<Runtime>::hashed_key());
	if <Vec<AuraId> as DecodeLength>::len(aura).unwrap_or_default() == 0 {
		return Some("Aura");
	}
	let mut grandpa = stored(pallet_grandpa::Authorities::<Runtime>::hashed_key());
	match AuthorityList::decode(&mut grandpa) {
		Ok(list) if !list.is_empty() && list.iter().all(|(_, weight)| *weight > 0) => None,
		_ => Some("GRANDPA"),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::chain_spec::Preset;
	use sp_runtime::BuildStorage;

	fn genesis(preset: Preset) -> Storage {
		preset.chain_spec().unwrap().build_storage().unwrap()
	}

	/// Aura and GRANDPA have them from the keys of the first session.
	#[test]
	fn development_chains_have_authorities() {
		let mut development = genesis(Preset::Development);
		assert_eq!(missing_authorities(&development), None);
		assert_eq!(missing_authorities(&genesis(Preset::LocalTestnet)), None);
		development.top.remove(pallet_grandpa::Authorities::<Runtime>::hashed_key().as_slice());
		assert_eq!(missing_authorities(&development), Some("GRANDPA"));
	}

	#[test]
	fn staging_waits_for_its_operator() {
		assert_eq!(missing_authorities(&genesis(Preset::Staging)), Some("Aura"));
		let line = refusal("staging", "Aura");
		assert!(line.contains("`staging`") && line.contains("no Aura authorities"));
		assert!(line.contains("`session.keys`") && line.contains("`validators.members`"));
	}

	#[test]
	fn positions_in_unseen_documents_are_left_out() {
		let reason = "Invalid JSON blob: unknown field `x` at line 3 column 1 for blob:\n{}";
		assert_eq!(without_position(reason), "Invalid JSON blob: unknown field `x`");
	}
}
