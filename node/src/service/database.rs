//! What is said when the database cannot be used.

use super::{FullBackend, FullClient};
use sc_client_api::{Backend, StateBackend, TrieCacheContext};
use sc_service::{Configuration, Error};
use sp_blockchain::HeaderBackend;
use std::panic::{self, AssertUnwindSafe};

/// Records of the state that are read before the node starts. Damage elsewhere shows when the node needs what is there.
const SAMPLE: usize = 10_000;

/// Runs what opens and first reads the database. Where files are missing the layers below do not
/// return an error but panic; the person in front of the node gets one line for that as well.
pub fn guarded<T>(config: &Configuration, open: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
	let hook = panic::take_hook();
	panic::set_hook(Box::new(|_| {}));
	let outcome = panic::catch_unwind(AssertUnwindSafe(open));
	panic::set_hook(hook);
	match outcome {
		Ok(Err(Error::Client(sp_blockchain::Error::Storage(reason)))) => Err(Error::Other(reason)),
		Ok(Err(Error::Client(error))) => Err(unusable(config, &error.to_string())),
		Ok(result) => result,
		Err(_) => Err(unusable(config, "parts of its files are missing or contradict each other")),
	}
}

/// Reads part of the state of the last block, to find its damage now and not in the middle of a block.
pub fn sample_state(client: &FullClient, backend: &FullBackend) -> Result<(), Error> {
	let damaged =
		|error: String| sp_blockchain::Error::Backend(format!("its state cannot be read ({error})"));
	let state = backend.state_at(client.info().best_hash, TrieCacheContext::Untrusted)?;
	let records = state.pairs(Default::default()).map_err(damaged)?;
	records.take(SAMPLE).try_for_each(|record| record.map(drop)).map_err(damaged)?;
	Ok(())
}

fn unusable(config: &Configuration, reason: &str) -> Error {
	let path = config.database.path().unwrap_or(&config.data_path).display();
	let reason = reason.trim_start_matches("Backend error: ").trim_end_matches('.');
	Error::Other(format!(
		"the database `{path}` cannot be used: {reason}; if it is damaged and other nodes have the \
		 chain, delete it with purge-chain and let it sync anew"
	))
}
