//! What is checked before a node or a command starts, so that everything that cannot work is
//! refused in one line and before anything has been written.

mod data;
mod genesis;
mod ports;

use sc_cli::CliConfiguration;
use sc_service::Configuration;
use std::{fs::File, path::Path};

/// Checks before a command opens the chain's database.
pub fn database(command: &impl CliConfiguration, config: &mut Configuration) -> Result<(), String> {
	data::is_writable(&config.data_path, config.base_path.path())?;
	data::database_is_usable(&config.database)?;
	genesis::has_authorities(config, &chain_id(command))
}

/// Checks before a command opens a database that has to be there already.
pub fn existing_database(command: &impl CliConfiguration, config: &mut Configuration) -> Result<(), String> {
	data::database_exists(&config.database)?;
	database(command, config)
}

/// Checks before a command deletes the chain's database.
pub fn purge(config: &Configuration) -> Result<(), String> {
	data::database_is_free(&config.database)
}

/// Checks before a node starts. Also makes the RPC server refuse a port that is taken, instead of
/// listening on another one that nobody asked for.
pub fn node(command: &impl CliConfiguration, config: &mut Configuration) -> Result<(), String> {
	for endpoint in config.rpc.addr.iter_mut().flatten() {
		endpoint.retry_random_port = false;
	}
	ports::are_free(config)?;
	database(command, config)
}

/// Checks before a command writes under a base path without a database.
pub fn base_path(path: Option<&Path>) -> Result<(), String> {
	path.map_or(Ok(()), |path| data::is_writable(path, path))
}

/// Checks before a command reads a file.
pub fn input(path: Option<&Path>) -> Result<(), String> {
	match path.map(|path| (path, File::open(path))) {
		Some((path, Err(error))) => Err(format!("cannot read `{}`: {error}", path.display())),
		_ => Ok(()),
	}
}

/// Checks before a command writes a file.
pub fn output(path: Option<&Path>) -> Result<(), String> {
	let Some(path) = path else { return Ok(()) };
	let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty());
	if path.is_dir() {
		Err(format!("cannot write `{}`: it is a directory", path.display()))
	} else if directory.is_some_and(|directory| !directory.is_dir()) {
		Err(format!("cannot write `{}`: there is no such directory", path.display()))
	} else {
		Ok(())
	}
}

/// The chain as the command line calls it.
fn chain_id(command: &impl CliConfiguration) -> String {
	let params = command.shared_params();
	params.chain_id(params.is_dev())
}
