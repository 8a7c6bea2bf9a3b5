//! Plain chain specs without the runtime's code.
//!
//! A plain spec says in readable JSON what a chain starts with. The runtime's code, which is
//! megabytes long and differs with the compiler, is left out of the specs kept in `chain-specs`;
//! the node puts in the runtime it was built with when it loads such a file.

use crate::chain_spec::{self, ChainSpec};
use serde::Serialize;
use serde_json::{Map, Value};
use sp_core::bytes::to_hex;
use std::{
	fs,
	io::{self, Write},
	path::PathBuf,
};

/// The `export-plain-spec` command.
#[derive(Debug, Clone, clap::Args)]
pub struct ExportPlainSpecCmd {
	/// The chain: one that comes with the node, or the path of a plain spec file.
	#[arg(long, value_name = "CHAIN_SPEC")]
	pub chain: String,

	/// The file to write to instead of standard output.
	#[arg(long, value_name = "PATH")]
	pub output: Option<PathBuf>,
}

impl ExportPlainSpecCmd {
	/// Writes the spec.
	pub fn run(&self) -> sc_cli::Result<()> {
		let json = without_code(&chain_spec::load(&self.chain)?)?;
		match &self.output {
			Some(path) => fs::write(path, json)
				.map_err(|error| format!("cannot write `{}`: {error}", path.display()).into()),
			None => Ok(io::stdout().write_all(json.as_bytes())?),
		}
	}
}

/// A plain spec in the order people read it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PlainSpec {
	name: Value,
	id: Value,
	chain_type: Value,
	#[serde(flatten)]
	others: Map<String, Value>,
	genesis: Value,
}

/// The spec in plain form, without the runtime's code.
pub fn without_code(spec: &ChainSpec) -> Result<String, String> {
	let failed = |error: serde_json::Error| format!("the chain spec cannot be written: {error}");
	let mut others: Map<String, Value> = serde_json::from_str(&spec.as_json(false)?).map_err(failed)?;
	let mut take = |key| others.remove(key).unwrap_or_default();
	let (name, id, chain_type, mut genesis) = (take("name"), take("id"), take("chainType"), take("genesis"));
	genesis
		.get_mut("runtimeGenesis")
		.and_then(Value::as_object_mut)
		.ok_or("a raw chain spec has no plain form")?
		.remove("code");
	let plain = PlainSpec { name, id, chain_type, others, genesis };
	let mut json = serde_json::to_string_pretty(&plain).map_err(failed)?;
	json.push('\n');
	Ok(json)
}

/// Puts the node's own runtime into a plain spec that has none. Gives nothing back for a document
/// that is complete, and an error for one that no chain could start with.
pub fn with_code(mut document: Value) -> Result<Option<Vec<u8>>, String> {
	let genesis = document
		.as_object_mut()
		.ok_or("it is not a JSON object")?
		.get_mut("genesis")
		.ok_or("it has no `genesis`")?;
	if genesis.get("raw").is_some() {
		return Ok(None);
	}
	let plain = genesis
		.get_mut("runtimeGenesis")
		.and_then(Value::as_object_mut)
		.ok_or("its `genesis` is neither `raw` nor `runtimeGenesis`")?;
	if !plain.contains_key("patch") && !plain.contains_key("config") {
		return Err("its `genesis.runtimeGenesis` has neither `patch` nor `config`".into());
	}
	for part in ["patch", "config"] {
		if let Some((place, number)) = plain.get(part).and_then(|value| not_whole(value, part)) {
			return Err(format!(
				"`{number}` in `{place}` must be written as a whole number, with all its digits"
			));
		}
	}
	if plain.contains_key("code") {
		return Ok(None);
	}
	plain.insert("code".into(), to_hex(chain_spec::runtime_code()?, false).into());
	serde_json::to_vec(&document).map(Some).map_err(|error| error.to_string())
}

/// The first number that is not written as a whole one, and its place. Programs that know no large
/// integers write amounts like 1e+24, which the runtime does not read.
fn not_whole(value: &Value, place: &str) -> Option<(String, String)> {
	match value {
		Value::Number(number) => {
			let text = number.to_string();
			text.contains(['.', 'e', 'E']).then(|| (place.to_owned(), text))
		},
		Value::Array(items) => {
			items.iter().enumerate().find_map(|(index, item)| not_whole(item, &format!("{place}[{index}]")))
		},
		Value::Object(fields) => {
			fields.iter().find_map(|(key, field)| not_whole(field, &format!("{place}.{key}")))
		},
		_ => None,
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::chain_spec::Preset;
	use sp_runtime::BuildStorage;
	use std::path::Path;

	fn committed(preset: Preset) -> PathBuf {
		let file = match preset {
			Preset::Development => "development.json",
			Preset::LocalTestnet => "local.json",
			Preset::Staging => "staging.json",
		};
		Path::new(env!("CARGO_MANIFEST_DIR")).join("../chain-specs").join(file)
	}

	#[test]
	fn committed_chain_specs_are_current() {
		for preset in Preset::ALL {
			let path = committed(preset);
			let current = without_code(&preset.chain_spec().unwrap()).unwrap();
			let stored = fs::read_to_string(&path).unwrap_or_default();
			assert!(
				stored == current,
				"{} differs from the runtime's preset: run `make chain-specs`",
				path.display()
			);
		}
	}

	#[test]
	fn a_spec_without_code_starts_the_same_chain() {
		let preset = Preset::Development.chain_spec().unwrap();
		let json = without_code(&preset).unwrap();
		assert!(!json.contains("\"code\""));
		let completed = with_code(serde_json::from_str(&json).unwrap()).unwrap().unwrap();
		let spec = ChainSpec::from_json_bytes(completed).unwrap();
		assert_eq!(spec.id(), preset.id());
		assert_eq!(spec.build_storage().unwrap().top, preset.build_storage().unwrap().top);
	}

	#[test]
	fn amounts_are_whole_numbers() {
		let balances =
			r#"{"genesis":{"runtimeGenesis":{"patch":{"balances":{"balances":[["5Grw", 1e+24]]}}}}}"#;
		let refusal = with_code(serde_json::from_str(balances).unwrap()).unwrap_err();
		assert!(refusal.starts_with("`1e+24` in `patch.balances.balances[0][1]`"), "{refusal}");
		let large =
			r#"{"genesis":{"runtimeGenesis":{"code":"0x","patch":{"amount":1000000000000000000000000}}}}"#;
		assert_eq!(with_code(serde_json::from_str(large).unwrap()), Ok(None));
	}

	#[test]
	fn a_spec_with_code_stays_as_it_is() {
		let document =
			serde_json::json!({ "genesis": { "runtimeGenesis": { "code": "0x00", "patch": {} } } });
		assert_eq!(with_code(document), Ok(None));
	}
}
