//! Chart of what a running node does under load.

use super::bars::{Bar, Chart};
use serde::Deserialize;
use std::path::Path;

/// Name of the file.
pub const FILE: &str = "load.json";
const IMAGE: &str = "load.svg";

/// What was measured on a running node.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Load {
	#[serde(default)]
	calls: Vec<Call>,
	import: Option<Import>,
}

/// A call that a node was flooded with.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Call {
	name: String,
	per_second: f64,
	/// How full the blocks were, from 0 to 1.
	fullness: f64,
}

/// How fast a node imported the blocks of another.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Import {
	extrinsics_per_second: f64,
}

/// Reads the file and draws it.
pub fn draw(file: &Path, folder: &Path) -> Result<(), String> {
	let svg = chart(super::read(file)?).svg().map_err(|error| format!("cannot draw {IMAGE}: {error}"))?;
	super::write(&folder.join(IMAGE), &svg)
}

fn chart(load: Load) -> Chart {
	let of_call = |call: Call| Bar {
		value: format!("{:.0}, blocks {:.0} % full", call.per_second, 100.0 * call.fullness),
		name: call.name,
		length: call.per_second,
	};
	let of_import = |import: Import| Bar {
		name: "import".into(),
		length: import.extrinsics_per_second,
		value: format!("{:.0}", import.extrinsics_per_second),
	};
	Chart {
		title: "Transactions per second".into(),
		bars: load.calls.into_iter().map(of_call).chain(load.import.map(of_import)).collect(),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn calls_and_import_are_bars() {
		let file = r#"{
			"calls": [{ "name": "balances.transferKeepAlive", "perSecond": 123.4, "fullness": 0.75, "blocks": 10 }],
			"import": { "blocks": 10, "extrinsics": 5000, "seconds": 2.5, "extrinsicsPerSecond": 2000.0 }
		}"#;
		let svg = chart(serde_json::from_str(file).expect("valid")).svg().expect("drawn");
		for text in ["balances.transferKeepAlive", "123, blocks 75 % full", "import", "2000"] {
			assert!(svg.contains(text), "{text}");
		}
	}

	#[test]
	fn either_may_be_missing() {
		let only_import = r#"{ "import": { "extrinsicsPerSecond": 1 } }"#;
		assert_eq!(chart(serde_json::from_str(only_import).expect("valid")).bars.len(), 1);
		assert_eq!(chart(serde_json::from_str("{}").expect("valid")).bars.len(), 0);
	}
}
