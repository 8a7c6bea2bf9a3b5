//! Every benchmark of the runtime runs on the development chain, at the corners of the ranges of its components, and its checks
//! hold. How long anything takes is not looked at.

use codec::Encode;
use frame_benchmarking::{
	runtime_decl_for_benchmark::BenchmarkV2, BenchmarkConfig, BenchmarkList, BenchmarkMetadata,
	BenchmarkParameter,
};
use frame_support::genesis_builder_helper::build_state;
use sc_client_db::BenchmarkingState;
use serde_json::Value;
use sp_core::{
	storage::Storage,
	traits::{ReadRuntimeVersion, ReadRuntimeVersionExt},
};
use sp_externalities::{set_and_run_with_externalities, Extensions, Externalities};
use sp_io::TestExternalities;
use sp_keystore::{testing::MemoryKeystore, KeystoreExt};
use sp_runtime::traits::HashingFor;
use sp_state_machine::{BasicExternalities, Ext, OverlayedChanges};
use std::{
	collections::BTreeSet,
	fs,
	path::{Path, PathBuf},
};
use tidepool_runtime::{
	benchmarks::PAY_FOR_WHAT_ALL_SHARE, genesis_config_presets::get_preset, Block, Runtime,
	RuntimeGenesisConfig, VERSION,
};

type Hashing = HashingFor<Block>;
type Components = Vec<(BenchmarkParameter, u32)>;

/// The state of a new development chain.
fn genesis() -> Storage {
	let mut config = serde_json::to_value(RuntimeGenesisConfig::default()).expect("can be written");
	let preset = get_preset(&"development".into()).expect("exists");
	merge(&mut config, serde_json::from_slice(&preset).expect("is JSON"));
	let mut state = Storage::default();
	BasicExternalities::execute_with_storage(&mut state, || {
		build_state::<RuntimeGenesisConfig>(config.to_string().into_bytes()).expect("the preset is sound");
	});
	state
}

/// Puts the values of `patch` in the place of those of `config`. What sc-chain-spec has for that would bring the whole
/// network stack with it.
fn merge(config: &mut Value, patch: Value) {
	match (config, patch) {
		(Value::Object(config), Value::Object(patch)) => {
			for (key, value) in patch {
				merge(config.entry(key).or_insert(Value::Null), value);
			}
		},
		(config, patch) => *config = patch,
	}
}

/// Says that every Wasm is this runtime: none is executed.
struct AlwaysThis;

impl ReadRuntimeVersion for AlwaysThis {
	fn read_runtime_version(&self, _: &[u8], _: &mut dyn Externalities) -> Result<Vec<u8>, String> {
		Ok(VERSION.encode())
	}
}

/// Runs a benchmark once, on a chain of its own. It has to be measured: a benchmark that gives up does not count.
fn run(genesis: &Storage, config: BenchmarkConfig) -> Result<(), String> {
	let state = BenchmarkingState::<Hashing>::new(genesis.clone(), None, false, false)?;
	let mut changes = OverlayedChanges::default();
	let mut extensions = Extensions::new();
	extensions.register(KeystoreExt::new(MemoryKeystore::new()));
	extensions.register(ReadRuntimeVersionExt::new(AlwaysThis));
	let mut chain = Ext::new(&mut changes, &state, Some(&mut extensions));
	let batches = set_and_run_with_externalities(&mut chain, || {
		<Runtime as BenchmarkV2<Block>>::dispatch_benchmark(config)
	})?;
	match &batches[..] {
		[batch] if matches!(&batch.results[..], [result] if result.extrinsic_time > 0) => Ok(()),
		_ => Err("it gave up without measuring anything".into()),
	}
}

/// The components, all as small as they can be, all as large, and each of them alone as small.
fn corners(benchmark: &BenchmarkMetadata) -> Vec<Components> {
	let ranges = &benchmark.components;
	let with_small = |is_small: &dyn Fn(usize) -> bool| -> Components {
		let end = |(index, (component, low, high)): (usize, &(BenchmarkParameter, u32, u32))| {
			(*component, if is_small(index) { *low } else { *high })
		};
		ranges.iter().enumerate().map(end).collect()
	};
	let mut corners = vec![with_small(&|_| false)];
	if !ranges.is_empty() {
		corners.push(with_small(&|_| true));
	}
	if ranges.len() > 1 {
		corners.extend((0..ranges.len()).map(|alone| with_small(&|index| index == alone)));
	}
	corners
}

fn text(bytes: &[u8]) -> String {
	String::from_utf8_lossy(bytes).into_owned()
}

/// What can be measured.
fn lists() -> Vec<BenchmarkList> {
	TestExternalities::default().execute_with(|| <Runtime as BenchmarkV2<Block>>::benchmark_metadata(false)).0
}

/// Pallets and benchmarks by name.
fn names() -> BTreeSet<(String, String)> {
	let of_list = |list: BenchmarkList| {
		let pallet = text(&list.pallet);
		list.benchmarks.into_iter().map(move |benchmark| (pallet.clone(), text(&benchmark.name)))
	};
	lists().into_iter().flat_map(of_list).collect()
}

/// A file of the project.
fn file(path: &str) -> PathBuf {
	Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

#[test]
fn every_benchmark_runs_at_the_corners_of_its_ranges() {
	let genesis = genesis();
	let mut failures = Vec::new();
	for list in lists() {
		for benchmark in &list.benchmarks {
			for components in corners(benchmark) {
				let shown = format!("{}::{} {components:?}", text(&list.pallet), text(&benchmark.name));
				let config = BenchmarkConfig {
					pallet: list.pallet.clone(),
					instance: list.instance.clone(),
					benchmark: benchmark.name.clone(),
					selected_components: components,
					verify: true,
					internal_repeats: 1,
				};
				if let Err(error) = run(&genesis, config) {
					failures.push(format!("{shown}: {error}"));
				}
			}
		}
	}
	assert!(failures.is_empty(), "failed:\n{}", failures.join("\n"));
}

#[test]
fn every_pallet_with_benchmarks_is_measured() {
	let pallets = names().into_iter().map(|(pallet, _)| pallet).collect::<BTreeSet<_>>();
	// It measures the machine.
	let measured = |pallet: &&String| *pallet != "frame_benchmarking";
	let script = fs::read_to_string(file("scripts/weights.sh")).expect("is a part of the project");
	for pallet in pallets.iter().filter(measured) {
		assert!(file(&format!("runtime/src/weights/{pallet}.rs")).is_file(), "no weights of {pallet}");
		assert!(script.split_whitespace().any(|word| word == pallet), "make weights leaves {pallet} out");
	}
	let files = fs::read_dir(file("runtime/src/weights")).expect("is a part of the project");
	for entry in files {
		let name = entry.expect("can be read").file_name().into_string().expect("a plain name");
		let pallet = name.trim_end_matches(".rs").to_owned();
		let written_otherwise = ["mod", "block"].contains(&&*pallet);
		assert!(written_otherwise || pallets.contains(&pallet), "nothing measures {name}");
	}
}

#[test]
fn what_pays_for_shared_records_exists() {
	let names = names();
	for (pallet, benchmark) in PAY_FOR_WHAT_ALL_SHARE {
		assert!(names.contains(&(pallet.into(), benchmark.into())), "{pallet}::{benchmark}");
	}
}
