//! The recorded traces: what was called, and the state after each call.

use crate::mock::*;
use serde_json::{Map, Value};
use std::{fs, path::Path};
use tidepool_primitives::Seconds;

/// A recorded state: `global`, `actors` and `allowances`.
pub type State = Value;

/// One recorded call.
pub struct Step {
	pub number: String,
	pub time: Seconds,
	pub module: String,
	pub op: String,
	/// `None` where only time passes.
	pub caller: Option<String>,
	args: Value,
	pub succeeded: bool,
	/// Short key of the reason of a failure.
	pub error: Option<String>,
	/// The same of a token that was called.
	pub inner_error: Option<String>,
	pub returned: Option<String>,
	pub events: Vec<Value>,
}

/// One recorded sequence.
pub struct Trace {
	pub name: String,
	pub header: Value,
	pub initial_state: State,
	steps: Vec<(Step, State)>,
}

impl Trace {
	pub fn read(path: &Path) -> Self {
		let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
		let file: Value =
			serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
		let header = file["header"].clone();
		assert_eq!(header["format"], "1", "{}: a format of traces that is not known", path.display());
		let initial_state = file["initial_state"].clone();
		let mut state = initial_state.clone();
		let steps = file["steps"].as_array().expect("a list of steps").iter().map(|step| {
			if step["full"] == true {
				state = step["state"].clone();
			} else {
				merge(&mut state, &step["state"]);
			}
			(Step::parse(step), state.clone())
		});
		let steps = steps.collect();
		Self { name: text_of(&header["name"]), header, initial_state, steps }
	}

	/// The steps, each with the state after it.
	pub fn steps(&self) -> impl DoubleEndedIterator<Item = (&Step, &State)> {
		self.steps.iter().map(|(step, state)| (step, state))
	}

	pub fn len(&self) -> usize {
		self.steps.len()
	}

	/// A parameter of the genesis.
	pub fn genesis(&self, name: &str) -> u64 {
		text_of(&self.header["genesis"][name]).parse().unwrap_or_else(|_| panic!("{}: {name}", self.name))
	}

	/// The account of a name; `None` for the zero address, which no account here is.
	pub fn account(&self, name: &str) -> Option<AccountId> {
		match name {
			"zero" => None,
			"liquidity_staking" => Some(pool_account()),
			"treasury" => Some(Treasury::get()),
			_ => {
				let actors = self.header["actors"].as_object().expect("a list of actors");
				let number = actors.keys().position(|actor| actor == name);
				Some(1_000 + number.unwrap_or_else(|| panic!("{}: who is {name}?", self.name)) as AccountId)
			},
		}
	}
}

impl Step {
	fn parse(step: &Value) -> Self {
		let optional = |value: &Value| value.as_str().map(str::to_owned);
		Self {
			number: text_of(&step["i"]),
			time: text_of(&step["t"]).parse().expect("a time in seconds"),
			module: text_of(&step["module"]),
			op: text_of(&step["op"]),
			caller: optional(&step["caller"]),
			args: step["args"].clone(),
			succeeded: step["ok"] == true,
			error: optional(&step["error_key"]),
			inner_error: optional(&step["error_detail"]["inner_key"]),
			returned: optional(&step["returned"]),
			events: step["events"].as_array().cloned().unwrap_or_default(),
		}
	}

	/// A text among the arguments.
	pub fn text(&self, name: &str) -> &str {
		self.args[name].as_str().unwrap_or_else(|| panic!("{} has no argument {name}", self.op))
	}

	/// A list among the arguments.
	pub fn list(&self, name: &str) -> Vec<&str> {
		let list = self.args[name].as_array().unwrap_or_else(|| panic!("{} has no list {name}", self.op));
		list.iter().map(|entry| entry.as_str().expect("a list of texts")).collect()
	}

	/// A flag among the arguments.
	pub fn flag(&self, name: &str) -> bool {
		self.args[name].as_bool().unwrap_or_else(|| panic!("{} has no flag {name}", self.op))
	}
}

/// Applies a change: objects are merged key by key, anything else replaces what was there.
fn merge(state: &mut Value, change: &Value) {
	match (state, change) {
		(Value::Object(state), Value::Object(change)) => {
			for (key, value) in change {
				merge(state.entry(key).or_insert_with(|| Value::Object(Map::new())), value);
			}
		},
		(state, change) => *state = change.clone(),
	}
}

pub fn text_of(value: &Value) -> String {
	value.as_str().unwrap_or_else(|| panic!("{value} is not a text")).to_owned()
}

/// A number of any of our types.
pub fn number<N: std::str::FromStr>(value: &Value) -> N {
	text_of(value).parse().unwrap_or_else(|_| panic!("{value} is not a number of this size"))
}
