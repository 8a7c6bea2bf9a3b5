//! The replay notices what it is meant to notice.

use super::{
	call, events, outcome,
	pool::snapshot::is_empty,
	runtime::*,
	situation::Situation,
	snapshot::compare,
	storage,
	trace::{State, Step, Trace},
	PUBLIC_TRACES,
};
use serde_json::{json, Value};
use std::path::Path;

fn public_trace(name: &str) -> Trace {
	Trace::read(&Path::new(PUBLIC_TRACES).join(name).with_extension("json"))
}

/// The state with one number, flag or name after the other spoiled, and where.
fn corruptions(state: &State) -> Vec<(String, State)> {
	let mut pointers = vec![];
	collect(state, String::new(), &mut pointers);
	let corrupt = |pointer: String| {
		let mut spoiled = state.clone();
		let value = spoiled.pointer_mut(&pointer).expect("just found");
		*value = match value.clone() {
			Value::String(text) if text.parse::<i128>().is_ok() => (text + "1").into(),
			Value::String(_) => "liquidity_staking".into(),
			Value::Bool(flag) => (!flag).into(),
			value => panic!("{value} is neither a number nor a name nor a flag"),
		};
		(pointer, spoiled)
	};
	pointers.into_iter().filter(|pointer| means_something(state, pointer)).map(corrupt).collect()
}

/// Where the numbers, flags and names of a part stand.
fn collect(part: &Value, pointer: String, pointers: &mut Vec<String>) {
	match part {
		Value::Object(fields) => {
			fields.iter().for_each(|(name, value)| collect(value, format!("{pointer}/{name}"), pointers))
		},
		Value::Array(entries) => {
			let entries = entries.iter().enumerate();
			entries.for_each(|(number, value)| collect(value, format!("{pointer}/{number}"), pointers))
		},
		Value::Null => {},
		_ => pointers.push(pointer),
	}
}

/// Whether a value means anything: an unlimited allowance is just that, only inactive balances count shortfalls, and
/// those that are empty do not.
fn means_something(state: &State, pointer: &str) -> bool {
	if pointer.contains("/usdc_allowance_for_") {
		return storage::allowance(state.pointer(pointer).expect("just found")).is_some();
	}
	let Some((owner, stored)) = pointer.split_once("/raw/") else { return true };
	let empty = |part| is_empty(&state.pointer(owner).expect("just found")["raw"][part]);
	match stored.split_once('/') {
		Some(("inactive", _)) => !empty("inactive"),
		Some((_, "shortfall_counter")) => false,
		Some(("active", _)) => !empty("active"),
		None if stored == "user_index" => !empty("active"),
		_ => true,
	}
}

#[test]
fn a_replay_notices_every_wrong_field() {
	let trace = public_trace("random_03_proxy_shortest");
	let (step, last) = trace.steps().last().expect("is not empty");
	storage::genesis(&trace).execute_with(|| {
		storage::load(&trace, last);
		set_time(step.time);
		compare(&trace, last).expect("the state that was loaded");
		let wrong = corruptions(last);
		assert!(wrong.len() > 250, "{} fields are few", wrong.len());
		for (path, state) in wrong {
			compare(&trace, &state).expect_err(&path);
		}
	});
}

/// The step with one thing after the other changed that became of it.
fn with_another_outcome(step: &Step) -> Vec<Step> {
	let mut forged = vec![Step { succeeded: !step.succeeded, ..step.clone() }];
	if step.succeeded {
		let returned = if step.returned.is_boolean() { json!("1") } else { json!("nothing of the kind") };
		forged.push(Step { returned, ..step.clone() });
	} else {
		forged.push(Step { reason: Some("another".into()), ..step.clone() });
	}
	forged
}

/// The step with one after the other of the proxies' events missing, or one of their numbers or flags spoiled.
fn with_other_events(step: &Step) -> Vec<Step> {
	let mut forged = vec![];
	for place in 0..step.events.len() {
		if step.events[place]["module"] != "stark_proxy" {
			continue;
		}
		let mut without = step.clone();
		without.events.remove(place);
		forged.push(without);
		for (name, value) in step.events[place]["args"].as_object().expect("arguments") {
			let spoiled = match value {
				Value::String(text) if text.parse::<u128>().is_ok() => json!(format!("{text}1")),
				Value::Bool(flag) => json!(!flag),
				_ => continue,
			};
			// Ours knows one kind of asset on the exchange.
			if name != "stark_asset_type" {
				let mut step = step.clone();
				step.events[place]["args"][name] = spoiled;
				forged.push(step);
			}
		}
	}
	forged
}

#[test]
fn a_replay_notices_every_wrong_outcome_and_event() {
	let trace = public_trace("random_05_proxy_dust");
	let mut noticed = (0, 0);
	storage::genesis(&trace).execute_with(|| {
		let mut before = &trace.initial_state;
		for (step, after) in trace.steps() {
			storage::load(&trace, before);
			before = after;
			set_time(step.time);
			let situation = step.target.as_deref().map(|name| Situation::of(trace.proxy(name), step.time));
			let outcome = call::perform(&trace, step, situation.as_ref());
			if outcome::agree(step, &outcome).is_err() {
				continue;
			}
			for forged in with_another_outcome(step) {
				outcome::agree(&forged, &outcome).expect_err(&step.number);
				noticed.0 += 1;
			}
			if events::agree(&trace, step, situation.as_ref()).is_ok() {
				for forged in with_other_events(step) {
					events::agree(&trace, &forged, situation.as_ref()).expect_err(&step.number);
					noticed.1 += 1;
				}
			}
		}
	});
	assert!(noticed.0 > 250 && noticed.1 > 150, "{noticed:?} are few");
}
