//! The table of features in the pallet's README names tests that exist.

use std::{fs, path::Path};

/// The names of tests in the last column of a row, with the feature that they are for.
fn row(line: &str) -> Option<(&str, Vec<&str>)> {
	let cells = line.strip_prefix('|')?.split('|').map(str::trim).collect::<Vec<_>>();
	let [feature, files, tests, ""] = cells[..] else { return None };
	let is_row = files.starts_with('`') && tests.starts_with('`');
	is_row.then(|| (feature, tests.split(", ").map(|name| name.trim_matches('`')).collect()))
}

fn exists(name: &str) -> bool {
	let (module, test) = name.rsplit_once("::").expect("module::test");
	let file = format!("src/tests/{}", module.replace("::", "/"));
	let candidates = [format!("{file}.rs"), format!("{file}/mod.rs")];
	let source = candidates
		.iter()
		.find_map(|file| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).ok());
	let Some(source) = source else { return false };
	test == "*" || source.contains(&format!("#[test]\nfn {test}("))
}

#[test]
fn every_feature_has_tests_that_exist() {
	let readme = include_str!("../../README.md");
	let (_, table) = readme.split_once("## Features and their tests").expect("there is a table");
	let rows = table.lines().filter_map(row).collect::<Vec<_>>();
	assert_eq!(rows.len(), table.lines().filter(|line| line.starts_with("| ")).count() - 2);
	for (feature, tests) in rows {
		for test in tests {
			assert!(exists(test), "{feature}: there is no test {test}");
		}
	}
}
