//! The directory a chain's data lives in.

use sc_service::config::DatabaseSource;
use std::{
	fs::{self, File, TryLockError},
	io::{self, Write},
	path::Path,
};

/// The directory exists or can be made, and files can be written in it.
pub fn is_writable(directory: &Path, base_path: &Path) -> Result<(), String> {
	probe(directory).map_err(|error| {
		format!(
			"cannot write to the base path `{}`: {error}; pass a directory that can be written with \
			 --base-path",
			base_path.display()
		)
	})
}

/// There is a database.
pub fn database_exists(database: &DatabaseSource) -> Result<(), String> {
	match database.path() {
		Some(path) if !path.join("metadata").exists() && !holds_data(path) => Err(format!(
			"there is no database `{}`: pass the --chain and the --base-path that the node ran with",
			path.display()
		)),
		_ => Ok(()),
	}
}

/// Nobody else has the database open, and it is not lacking the file without which it would be taken
/// for an empty one and be overwritten.
pub fn database_is_usable(database: &DatabaseSource) -> Result<(), String> {
	database_is_free(database)?;
	let Some(path) = database.path() else { return Ok(()) };
	if !path.join("metadata").exists() && holds_data(path) {
		return Err(format!(
			"the database `{}` is damaged: its file `metadata` is missing; restore it from a backup, or \
			 delete the database with purge-chain and start anew",
			path.display()
		));
	}
	Ok(())
}

/// No other process has the database open.
pub fn database_is_free(database: &DatabaseSource) -> Result<(), String> {
	let Some(path) = database.path() else { return Ok(()) };
	let Ok(lock) = File::options().write(true).open(path.join("lock")) else {
		// No database yet; or one whose trouble the database itself describes better.
		return Ok(());
	};
	match lock.try_lock() {
		Err(TryLockError::WouldBlock) => Err(format!(
			"the database `{}` is in use by another node: stop that node, or pass another --base-path",
			path.display()
		)),
		Ok(()) | Err(TryLockError::Error(_)) => Ok(()),
	}
}

fn holds_data(database: &Path) -> bool {
	let is_data = |name: &str| name.starts_with("table_") || name.starts_with("index_");
	fs::read_dir(database)
		.is_ok_and(|entries| entries.flatten().any(|entry| entry.file_name().to_str().is_some_and(is_data)))
}

/// Writes a file, because permissions alone say little: a file system may be read-only or full.
fn probe(directory: &Path) -> io::Result<()> {
	fs::create_dir_all(directory)?;
	let path = directory.join(format!(".write-probe-{}", std::process::id()));
	let written = File::create(&path).and_then(|mut file| file.write_all(&[0; 4096]));
	let removed = fs::remove_file(&path);
	written.and(removed)
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::path::PathBuf;

	/// A directory of this test's own, removed when it ends.
	struct Scratch(PathBuf);

	impl Scratch {
		fn new(name: &str) -> Self {
			let path = std::env::temp_dir().join(format!("tidepool-{name}-{}", std::process::id()));
			fs::create_dir_all(&path).unwrap();
			Self(path)
		}
	}

	impl Drop for Scratch {
		fn drop(&mut self) {
			let _ = fs::remove_dir_all(&self.0);
		}
	}

	#[test]
	fn a_directory_is_made_and_left_empty() {
		let scratch = Scratch::new("probe");
		let directory = scratch.0.join("a/b");
		probe(&directory).unwrap();
		assert_eq!(fs::read_dir(&directory).unwrap().count(), 0);
	}

	#[test]
	fn a_path_below_a_file_is_refused() {
		let scratch = Scratch::new("file");
		let file = scratch.0.join("file");
		File::create(&file).unwrap();
		assert!(probe(&file.join("below")).is_err());
		assert!(probe(&file).is_err());
	}

	#[test]
	fn a_locked_database_is_refused() {
		let scratch = Scratch::new("lock");
		let database = DatabaseSource::ParityDb { path: scratch.0.clone() };
		assert_eq!(database_is_free(&database), Ok(()));
		let lock = File::create(scratch.0.join("lock")).unwrap();
		assert_eq!(database_is_free(&database), Ok(()));
		lock.lock().unwrap();
		assert!(database_is_free(&database).unwrap_err().contains("in use by another node"));
	}

	#[test]
	fn a_database_without_metadata_is_not_overwritten() {
		let scratch = Scratch::new("metadata");
		let database = DatabaseSource::ParityDb { path: scratch.0.clone() };
		assert_eq!(database_is_usable(&database), Ok(()));
		assert!(database_exists(&database).unwrap_err().contains("there is no database"));
		File::create(scratch.0.join("table_00_00")).unwrap();
		assert_eq!(database_exists(&database), Ok(()));
		assert!(database_is_usable(&database).unwrap_err().contains("`metadata` is missing"));
		File::create(scratch.0.join("metadata")).unwrap();
		assert_eq!(database_is_usable(&database), Ok(()));
	}
}
