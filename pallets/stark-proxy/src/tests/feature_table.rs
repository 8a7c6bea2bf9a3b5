//! The table of features in the pallet's README names tests that exist.

use std::{collections::BTreeSet, fs, path::Path};

/// The features of the specification, section 17.
fn features() -> BTreeSet<String> {
	(1..=28).map(|number| format!("F{number}")).collect()
}

/// A row: the feature and the names of its tests.
fn row(line: &str) -> Option<(String, Vec<String>)> {
	let cells = line.strip_prefix("| F")?.split('|').map(str::trim).collect::<Vec<_>>();
	let tests = cells[2].split(", ").map(|name| name.trim_matches('`').to_owned());
	Some((format!("F{}", cells[0]), tests.collect()))
}

fn exists(name: &str) -> bool {
	let (module, test) = name.split_once("::").expect("module::test");
	let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/tests/{module}.rs"));
	let Ok(source) = fs::read_to_string(file) else { return false };
	match test {
		"*" => source.contains("#[test]"),
		test => source.contains(&format!("#[test]\nfn {test}()")),
	}
}

#[test]
fn every_feature_has_tests_that_exist() {
	let readme = include_str!("../../README.md");
	let rows = readme.lines().filter_map(row).collect::<Vec<_>>();
	assert_eq!(rows.iter().map(|(feature, _)| feature.clone()).collect::<BTreeSet<_>>(), features());
	for (feature, tests) in rows {
		for test in tests {
			assert!(exists(&test), "{feature}: there is no test {test}");
		}
	}
}
