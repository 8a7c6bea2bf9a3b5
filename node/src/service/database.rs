//! What is said when the database cannot be used.

use sc_service::{Configuration, Error};
use std::panic::{self, AssertUnwindSafe};

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

fn unusable(config: &Configuration, reason: &str) -> Error {
	let path = config.database.path().unwrap_or(&config.data_path).display();
	let reason = reason.trim_start_matches("Backend error: ").trim_end_matches('.');
	Error::Other(format!(
		"the database `{path}` cannot be used: {reason}; if it is damaged, restore it from a backup, or \
		 delete it with purge-chain and start anew"
	))
}
