//! Files that are mapped into memory, as those of the database are, and cannot be accessed there.
//!
//! If the disk is full, or a file has become shorter than it was, whoever touches the memory gets a SIGBUS, which ends a
//! process without a word.

use std::{
	io, mem, ptr,
	sync::atomic::{AtomicBool, Ordering},
};

const LAST_WORDS: &[u8] = b"Error: a file that is mapped into memory, as those of the database are, cannot be read or written: make \
	room on the disk of the base path, and if there is room, look at the log of the kernel\n";

/// Ends the process with one line when that happens.
///
/// # Errors
///
/// If the signal cannot be caught.
pub fn watch() -> io::Result<()> {
	// SAFETY: all fields are numbers, or may be null, and the mask is set below.
	let mut action = unsafe { mem::zeroed::<libc::sigaction>() };
	action.sa_sigaction = end as extern "C" fn(libc::c_int) as libc::sighandler_t;
	action.sa_flags = libc::SA_ONSTACK;
	// SAFETY: both pointers are valid, and `end` does only what a handler may do. Whoever listened before would end the process
	// without a word: nothing but the standard library does, for overflows of the stack, and these are no SIGBUS on Linux.
	let result = unsafe {
		libc::sigemptyset(&mut action.sa_mask);
		libc::sigaction(libc::SIGBUS, &action, ptr::null_mut())
	};
	if result == 0 {
		Ok(())
	} else {
		Err(io::Error::last_os_error())
	}
}

/// Threads get here at any moment, and maybe several of them: there is no lock to take and no memory to ask for.
extern "C" fn end(_: libc::c_int) {
	static SAID: AtomicBool = AtomicBool::new(false);
	let is_first = !SAID.swap(true, Ordering::SeqCst);
	// SAFETY: the pointer and the length are those of a constant, and all of these may be called in a handler.
	unsafe {
		if is_first {
			libc::write(libc::STDERR_FILENO, LAST_WORDS.as_ptr().cast(), LAST_WORDS.len());
			libc::_exit(1);
		}
		loop {
			libc::pause();
		}
	}
}
