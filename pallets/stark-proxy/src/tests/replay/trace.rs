//! The recorded traces: what was called, and the state after each call.

use super::{runtime::*, trades::Trades};
use crate::types::ProxyId;
use serde_json::{json, Map, Value};
use sp_runtime::{traits::AccountIdConversion, AccountId32};
use std::{collections::BTreeMap, fs, path::Path};
use tidepool_primitives::{Balance, Seconds};

/// A recorded state: `global`, `actors`, `allowances`, `proxies`, `stark_keys`; and `claimed_rewards`, which the traces
/// say with events only.
pub type State = Value;

/// One recorded call.
#[derive(Clone)]
pub struct Step {
	pub number: String,
	pub time: Seconds,
	pub module: String,
	/// The proxy that is called.
	pub target: Option<String>,
	pub op: String,
	/// `None` where only time passes.
	pub caller: Option<String>,
	pub args: Value,
	pub succeeded: bool,
	/// Short key of the reason of a failure: that of the token if it was one that failed.
	pub reason: Option<String>,
	pub returned: Value,
	pub events: Vec<Value>,
}

/// One recorded sequence.
pub struct Trace {
	pub name: String,
	pub header: Value,
	pub initial_state: State,
	/// The forced trades that are mentioned.
	pub trades: Trades,
	pub steps: Vec<(Step, State)>,
}

impl Trace {
	pub fn read(path: &Path) -> Self {
		let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
		let file: Value =
			serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
		let header = file["header"].clone();
		assert_eq!(header["format"], "1", "{}: a format of traces that is not known", path.display());
		let proxies = header["proxies"].as_object().expect("a list of proxies").keys();
		let mut claimed = proxies.map(|proxy| (proxy.clone(), 0)).collect::<BTreeMap<_, _>>();
		let initial_state = with_claims(file["initial_state"].clone(), &claimed);
		let mut state = initial_state.clone();
		let steps = file["steps"].as_array().expect("a list of steps").iter().map(|step| {
			if step["full"] == true {
				state = step["state"].clone();
			} else {
				merge(&mut state, &step["state"]);
			}
			let parsed = Step::parse(step);
			for event in parsed.events.iter().filter(|event| event["module"] == "merkle_distributor") {
				*claimed.get_mut(&text_of(&event["args"]["account"])).expect("only proxies claim") +=
					number::<Balance>(&event["args"]["amount"]);
			}
			state = with_claims(state.clone(), &claimed);
			(parsed, state.clone())
		});
		let steps = steps.collect::<Vec<_>>();
		let trades = Trades::mentioned(steps.iter().map(|(step, _)| step));
		Self { name: text_of(&header["name"]), header, initial_state, trades, steps }
	}

	/// The steps, each with the state after it.
	pub fn steps(&self) -> impl DoubleEndedIterator<Item = (&Step, &State)> {
		self.steps.iter().map(|(step, state)| (step, state))
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
			"stark_perpetual" => Some(exchange_account()),
			"merkle_distributor" => Some(distributor_account()),
			"treasury" => Some(Treasury::get()),
			_ if self.position("proxies", name).is_some() => Some(account_of_proxy(self.proxy(name))),
			_ => {
				let lists = [("actors", 10), ("contracts", 200)];
				let mut found = lists
					.into_iter()
					.filter_map(|(list, first)| Some(first + self.position(list, name)? as u8));
				let number = found.next().unwrap_or_else(|| panic!("{}: who is {name}?", self.name));
				Some(AccountId32::new([number; 32]))
			},
		}
	}

	/// The number of a proxy.
	pub fn proxy(&self, name: &str) -> ProxyId {
		let position = self.position("proxies", name);
		position.unwrap_or_else(|| panic!("{}: which proxy is {name}?", self.name)) as ProxyId
	}

	fn position(&self, list: &str, name: &str) -> Option<usize> {
		self.header[list].as_object()?.keys().position(|listed| listed == name)
	}
}

pub fn account_of_proxy(proxy: ProxyId) -> AccountId {
	ProxyPalletId::get().into_sub_account_truncating(proxy)
}

impl Step {
	pub fn parse(step: &Value) -> Self {
		let optional = |value: &Value| value.as_str().map(str::to_owned);
		Self {
			number: text_of(&step["i"]),
			time: text_of(&step["t"]).parse().expect("a time in seconds"),
			module: text_of(&step["module"]),
			target: optional(&step["target"]),
			op: text_of(&step["op"]),
			caller: optional(&step["caller"]),
			args: step["args"].clone(),
			succeeded: step["ok"] == true,
			reason: optional(&step["error_detail"]["inner_key"]).or_else(|| optional(&step["error_key"])),
			returned: step["returned"].clone(),
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

	/// The amount that is asked for, if the call has one that our types can hold.
	pub fn amount(&self) -> Option<Balance> {
		let named = ["amount", "quantized_amount"].into_iter().find_map(|name| self.args[name].as_str());
		named?.parse().ok()
	}

	/// Whether the original gave this reason for a failure.
	pub fn failed_for(&self, reasons: &[&str]) -> bool {
		self.reason.as_deref().is_some_and(|reason| reasons.contains(&reason))
	}
}

fn with_claims(mut state: State, claimed: &BTreeMap<String, Balance>) -> State {
	let claimed = claimed.iter().map(|(proxy, amount)| (proxy.clone(), json!(amount.to_string())));
	state["claimed_rewards"] = Value::Object(claimed.collect());
	state
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
