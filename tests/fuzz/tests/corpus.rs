//! Every input that was ever found to reach new code still passes.

use std::{fs, path::Path};
use tidepool_fuzz::TARGETS;

#[test]
fn the_targets_pass_on_their_corpora() {
	for (name, target) in TARGETS {
		let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name);
		let entries = folder.read_dir().unwrap_or_else(|error| panic!("no corpus of {name}: {error}"));
		let mut count = 0;
		for entry in entries {
			let path = entry.expect("the folder can be read").path();
			target(&fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())));
			count += 1;
		}
		assert!(count >= 10, "{name} has a corpus of {count} inputs only");
	}
}
