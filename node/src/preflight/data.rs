//! The directory a chain's data lives in.

use sc_service::config::DatabaseSource;
use std::{
	fs::{self, File, TryLockError},
	io::{self, Write},
	path::Path,
};

/// Bytes by which the tables of ParityDB grow.
const TABLE_GROWTH: u64 = 256 * 1024;

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

/// Nobody else has the database open, and two kinds of damage are ruled out that could not be told later: without its
/// metadata it would be taken for an empty one and be overwritten, and a file that was cut off somewhere ends the process that
/// reads behind its end.
pub fn database_is_usable(database: &DatabaseSource) -> Result<(), String> {
	database_is_free(database)?;
	let Some(path) = database.path() else { return Ok(()) };
	let damage = if !path.join("metadata").exists() && holds_data(path) {
		"its file `metadata` is missing".into()
	} else if let Some(file) = cut_off(path) {
		format!("its file `{file}` is cut off")
	} else {
		return Ok(());
	};
	Err(format!(
		"the database `{}` is damaged: {damage}; if other nodes have the chain, delete it with purge-chain and let it sync anew",
		path.display()
	))
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

/// Whether there are tables, their indexes, or a log of what is to become part of them.
fn holds_data(database: &Path) -> bool {
	files(database).any(|(name, _)| ["table_", "index_", "log"].iter().any(|kind| name.starts_with(kind)))
}

/// The name of a table that has lost its end. One that lost whole steps of its growth looks like any other.
fn cut_off(database: &Path) -> Option<String> {
	let is_cut_off =
		|(name, length): &(String, u64)| name.starts_with("table_") && length % TABLE_GROWTH != 0;
	files(database).find(is_cut_off).map(|(name, _)| name)
}

/// Names and lengths of the files in a directory.
fn files(directory: &Path) -> impl Iterator<Item = (String, u64)> {
	fs::read_dir(directory)
		.into_iter()
		.flatten()
		.flatten()
		.filter_map(|entry| Some((entry.file_name().into_string().ok()?, entry.metadata().ok()?.len())))
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

	#[test]
	fn a_log_alone_is_not_overwritten() {
		let scratch = Scratch::new("log");
		let database = DatabaseSource::ParityDb { path: scratch.0.clone() };
		File::create(scratch.0.join("lock")).unwrap();
		assert_eq!(database_is_usable(&database), Ok(()));
		File::create(scratch.0.join("log0")).unwrap();
		assert!(database_is_usable(&database).unwrap_err().contains("`metadata` is missing"));
	}

	#[test]
	fn tables_that_are_cut_off_are_named() {
		let scratch = Scratch::new("tables");
		let database = DatabaseSource::ParityDb { path: scratch.0.clone() };
		File::create(scratch.0.join("metadata")).unwrap();
		let table = File::create(scratch.0.join("table_01_05")).unwrap();
		for (length, whole) in [
			(0, true),
			(1, false),
			(TABLE_GROWTH - 1, false),
			(TABLE_GROWTH, true),
			(TABLE_GROWTH + 1, false),
			(2 * TABLE_GROWTH, true),
		] {
			table.set_len(length).unwrap();
			let refusal = database_is_usable(&database).err();
			assert_eq!(refusal.is_none(), whole, "{length}");
			assert!(refusal.is_none_or(|line| line.contains("its file `table_01_05` is cut off")));
		}
	}
}
