//! Files that are mapped into memory, as those of the database are, and cannot be accessed there.
//!
//! If the disk is full, or a file has become shorter than it was, whoever touches the memory gets a SIGBUS, which ends a
//! process without a word.

use signal_hook::{consts::SIGBUS, low_level};
use std::io;

const LAST_WORDS: &[u8] = b"Error: a file that is mapped into memory, as those of the database are, cannot be read or written: make \
	room on the disk of the base path, and if there is room, delete the database with purge-chain\n";

/// Ends the process with one line when that happens.
///
/// # Errors
///
/// If the signal cannot be caught.
pub fn watch() -> io::Result<()> {
	let end = || {
		// SAFETY: the pointer and the length are those of a constant. What comes of it cannot be told any more.
		let _ = unsafe { libc::write(libc::STDERR_FILENO, LAST_WORDS.as_ptr().cast(), LAST_WORDS.len()) };
		low_level::exit(1);
	};
	// SAFETY: a thread may be anywhere when it gets the signal. Both functions above may be called there: they take no lock and no
	// memory, and the second one does not return.
	unsafe { low_level::register(SIGBUS, end) }.map(drop)
}
