//! The chains this node knows by name, and chain spec files.
//!
//! What a chain starts with is decided by a genesis preset of the runtime; here it only gets its
//! name, its type and what wallets want to know.

use crate::plain_spec;
use sc_chain_spec::{ChainType, GenericChainSpec, Properties};
use sp_genesis_builder::{DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use std::{fs, io, path::Path};
use tidepool_runtime::{SS58_PREFIX, WASM_BINARY};

/// A chain spec without extensions.
pub type ChainSpec = GenericChainSpec;

/// A chain that comes with the node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preset {
	/// One validator, short epochs, funded development accounts.
	Development,
	/// Four validators on one machine.
	LocalTestnet,
	/// The production parameters; its operator fills in validators and people.
	Staging,
}

impl Preset {
	/// Every chain that comes with the node.
	pub const ALL: [Self; 3] = [Self::Development, Self::LocalTestnet, Self::Staging];

	/// The chain that the command line calls `id`.
	pub fn from_id(id: &str) -> Option<Self> {
		match id {
			"dev" | "development" => Some(Self::Development),
			"local" | "local_testnet" => Some(Self::LocalTestnet),
			"staging" => Some(Self::Staging),
			_ => None,
		}
	}

	/// The shortest name the command line has for this chain.
	pub fn id(self) -> &'static str {
		match self {
			Self::Development => "dev",
			Self::LocalTestnet => "local",
			Self::Staging => "staging",
		}
	}

	/// The chain's spec, with the runtime this node was built with.
	pub fn chain_spec(self) -> Result<ChainSpec, String> {
		let builder = ChainSpec::builder(runtime_code()?, None).with_properties(properties());
		let builder = match self {
			Self::Development => builder
				.with_name("Tidepool Development")
				.with_id("tidepool_dev")
				.with_protocol_id("tidepool-dev")
				.with_chain_type(ChainType::Development)
				.with_genesis_config_preset_name(DEV_RUNTIME_PRESET),
			Self::LocalTestnet => builder
				.with_name("Tidepool Local Testnet")
				.with_id("tidepool_local")
				.with_protocol_id("tidepool-local")
				.with_chain_type(ChainType::Local)
				.with_genesis_config_preset_name(LOCAL_TESTNET_RUNTIME_PRESET),
			Self::Staging => builder
				.with_name("Tidepool Staging")
				.with_id("tidepool_staging")
				.with_protocol_id("tidepool-staging")
				.with_chain_type(ChainType::Live)
				.with_genesis_config_preset_name("staging"),
		};
		Ok(builder.build())
	}
}

/// The chain spec that `--chain ID` asks for: a chain that comes with the node, or a file.
pub fn load(id: &str) -> Result<ChainSpec, String> {
	if id.is_empty() {
		return Err(format!("no chain was named: pass --dev, or --chain with {}", known_chains()));
	}
	if let Some(preset) = Preset::from_id(id) {
		return preset.chain_spec();
	}
	let path = Path::new(id);
	match fs::read(path) {
		Ok(bytes) => from_file_content(&bytes)
			.map_err(|reason| format!("the chain spec file `{id}` cannot be used: {reason}")),
		Err(error) if error.kind() == io::ErrorKind::NotFound => {
			Err(format!("unknown chain `{id}`: pass {}", known_chains()))
		},
		Err(error) => Err(format!("the chain spec file `{id}` cannot be read: {error}")),
	}
}

/// The runtime this node was built with.
pub fn runtime_code() -> Result<&'static [u8], String> {
	WASM_BINARY.ok_or_else(|| {
		"this node was built without its Wasm runtime (SKIP_WASM_BUILD was set): build it again \
		 without that variable"
			.into()
	})
}

fn from_file_content(bytes: &[u8]) -> Result<ChainSpec, String> {
	let document = serde_json::from_slice(bytes).map_err(|error| format!("{error}"))?;
	let parse = |bytes: Vec<u8>| {
		ChainSpec::from_json_bytes(bytes)
			.map_err(|error| error.trim_start_matches("Error parsing spec file: ").to_owned())
	};
	match plain_spec::with_code(document)? {
		// Positions in the completed document would mean nothing to whoever wrote the file.
		Some(completed) => parse(completed).map_err(|error| match error.split_once(" at line ") {
			Some((reason, _)) => reason.to_owned(),
			None => error,
		}),
		None => parse(bytes.to_vec()),
	}
}

fn known_chains() -> String {
	let ids = Preset::ALL.map(Preset::id).join(", ");
	format!("one of {ids}, or the path of a chain spec file")
}

/// What wallets need to show amounts and addresses.
fn properties() -> Properties {
	let mut properties = Properties::new();
	properties.insert("tokenSymbol".into(), "DYDX".into());
	properties.insert("tokenDecimals".into(), 18.into());
	properties.insert("ss58Format".into(), SS58_PREFIX.into());
	properties
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn presets_answer_to_their_ids() {
		for preset in Preset::ALL {
			assert_eq!(Preset::from_id(preset.id()), Some(preset));
		}
		assert_eq!(Preset::from_id("development"), Some(Preset::Development));
		assert_eq!(Preset::from_id("local_testnet"), Some(Preset::LocalTestnet));
		assert_eq!(Preset::from_id("mainnet"), None);
	}

	#[test]
	fn an_unknown_chain_is_told_which_ones_there_are() {
		let error = load("mainnet").err().unwrap();
		assert!(error.starts_with("unknown chain `mainnet`"), "{error}");
		assert!(error.contains("dev, local, staging") && error.contains("file"), "{error}");
		assert!(load("").err().unwrap().contains("--dev"));
	}

	#[test]
	fn malformed_files_are_told_what_is_wrong() {
		let refused = |content: &str| from_file_content(content.as_bytes()).err().unwrap();
		assert!(refused("{ \"name\": ").contains("line 1"));
		assert!(refused("[]").contains("not a JSON object"));
		assert!(refused("{}").contains("`genesis`"));
		assert!(refused(r#"{"genesis":{"runtimeGenesis":{}}}"#).contains("neither `patch` nor `config`"));
		let nameless = refused(r#"{"genesis":{"runtimeGenesis":{"patch":{}}}}"#);
		assert_eq!(nameless, "missing field `name`");
		let nameless = refused(r#"{"genesis":{"raw":{"top":{},"childrenDefault":{}}}}"#);
		assert!(nameless.starts_with("missing field `name` at line 1"), "{nameless}");
	}
}
