//! The rules that no public trace needs, needed by steps that nobody recorded: what the original makes of them is known
//! from its source.

use super::{
	departures::Departure,
	runtime::*,
	storage, take,
	trace::{State, Step, Trace},
	PUBLIC_TRACES,
};
use serde_json::{json, Value};
use std::path::Path;

fn public_trace(name: &str) -> Trace {
	Trace::read(&Path::new(PUBLIC_TRACES).join(name).with_extension("json"))
}

/// The call `op` of `caller`, which succeeds without a word unless `more` says otherwise.
fn step(time: u64, caller: &str, op: &str, args: Value, more: Value) -> Step {
	let mut step = json!({
		"i": "hand-made", "t": time.to_string(), "module": "stark_proxy", "target": "proxy_0", "caller": caller,
		"op": op, "args": args, "ok": true, "error_key": null, "returned": null, "events": [],
	});
	for (field, value) in more.as_object().expect("fields") {
		step[field] = value.clone();
	}
	Step::parse(&step)
}

/// The rules that a step needs, if these suffice.
fn needed(trace: &Trace, before: &State, step: &Step) -> Result<Vec<Departure>, String> {
	storage::genesis(trace).execute_with(|| {
		storage::load(trace, before);
		take(trace, step, before, before).map(|taken| taken.uses)
	})
}

/// A state in which the key 123 is on the list of the first proxy, whose owner and guardian hold their roles alone; and
/// its time.
fn start() -> (Trace, State, u64) {
	let trace = public_trace("scenario_forced_trade_queue");
	let (step, state) = trace.steps[3].clone();
	(trace, state, step.time)
}

#[test]
fn the_replay_accepts_what_the_specification_forbids() {
	let (trace, state, now) = start();
	let trade = |expiration: u64| {
		let expiration = expiration.to_string();
		json!({ "args": ["123", "456", "7", "8", "111", "222", "1000", "2000", "1", expiration, "1", "1"] })
	};
	let recipient = |name: &str| json!({ "recipient": name });
	let role = |role: &str, account: &str| json!({ "role": role, "account": account });
	let vault = json!({ "stark_key": "123", "asset_type": "1", "vault_id": "18446744073709551616" });
	let steps = [
		("guardian", "revoke_role", role("guardian", "guardian"), Departure::D3),
		("owner_0", "renounce_role", role("owner", "owner_0"), Departure::D3),
		("owner_0", "deposit_cancel", vault, Departure::T4),
		("owner_0", "queue_forced_trade_request", trade(now + WAITING - 1), Departure::T14),
		("owner_0", "allow_external_recipient", recipient("proxy_0"), Departure::T22),
		("owner_0", "allow_external_recipient", recipient("proxy_1"), Departure::T22),
		("owner_0", "allow_external_recipient", recipient("liquidity_staking"), Departure::T22),
		("owner_0", "allow_external_recipient", recipient("stark_perpetual"), Departure::T22),
		("owner_0", "allow_external_recipient", recipient("zero"), Departure::ZeroAddress),
		("owner_0", "grant_role", role("owner", "proxy_1"), Departure::Section3_2),
		("stranger", "renounce_role", role("owner", "stranger"), Departure::Section5_5),
	];
	for (caller, op, args, departure) in steps {
		let step = step(now, caller, op, args, json!({}));
		assert_eq!(needed(&trace, &state, &step), Ok(vec![departure]), "{op} {}", step.args);
	}
}

#[test]
fn the_replay_accepts_nothing_else() {
	let (trace, state, now) = start();
	let steps = [
		step(now, "stranger", "allow_external_recipient", json!({ "recipient": "stranger" }), json!({})),
		step(now, "trader_0", "borrow", json!({ "amount": "1" }), json!({})),
		step(
			now,
			"trader_0",
			"borrow",
			json!({ "amount": "1" }),
			json!({ "ok": false, "error_key": "borrow_zero" }),
		),
		step(now, "owner_0", "allow_stark_key", json!({ "stark_key": "123" }), json!({})),
	];
	for step in steps {
		needed(&trace, &state, &step).expect_err(&step.op);
	}
}

#[test]
fn the_replay_needs_no_rule_for_more_tokens_than_there_are() {
	let (trace, state, now) = start();
	let args = json!({ "recipient": "proxy_0", "amount": u128::MAX.to_string() });
	let of_usdc = json!({
		"module": "usdc", "target": null, "ok": false, "error_key": "token_insufficient_balance",
	});
	let transfer = step(now, "staker_0", "transfer", args, of_usdc);
	assert_eq!(needed(&trace, &state, &transfer), Ok(vec![]));
}

#[test]
fn the_replay_accepts_that_auto_pay_exceeds_the_allowance_before_it_runs_out_of_tokens() {
	let trace = public_trace("scenario_auto_pay_stale_balance");
	let (mut before, step) = (trace.steps[9].1.clone(), trace.steps[10].0.clone());
	assert_eq!((step.op.as_str(), step.succeeded), ("auto_pay_or_borrow", false));
	let mut after = trace.steps[10].1.clone();
	// 150,000 of the loan are due, and with the other 50,000 in the proxy ours would pay debt.
	for (allowance, fields) in [("199999", true), ("200000", false)] {
		for state in [&mut before, &mut after] {
			state["proxies"]["proxy_0"]["usdc_allowance_for_staking"] = allowance.into();
		}
		storage::genesis(&trace).execute_with(|| {
			storage::load(&trace, &before);
			let taken = take(&trace, &step, &before, &after).expect("is excused");
			assert_eq!((taken.uses, taken.fields.is_some()), (vec![Departure::D7], fields));
		});
	}
}

#[test]
fn the_replay_accepts_what_the_pool_makes_of_allocations_and_donations() {
	let (trace, state, now) = start();
	let of_pool = json!({ "module": "liquidity_staking", "target": null });
	let twice = json!({ "borrowers": ["proxy_0", "proxy_0"], "new_allocations": ["0", "0"] });
	let allocation = step(now, "governance", "set_borrower_allocations", twice, of_pool);
	assert_eq!(needed(&trace, &state, &allocation), Ok(vec![Departure::PoolD1]));

	let event = json!({ "module": "usdc", "name": "Transfer", "args": {
		"from": "staker_0", "to": "liquidity_staking", "value": "5",
	} });
	let of_usdc = json!({ "module": "usdc", "target": null, "returned": true, "events": [event] });
	let args = json!({ "recipient": "liquidity_staking", "amount": "5" });
	let donation = step(now, "staker_0", "transfer", args, of_usdc);
	let mut after = state.clone();
	let has = super::trace::number::<u128>(&state["actors"]["staker_0"]["usdc_balance"]);
	after["actors"]["staker_0"]["usdc_balance"] = (has - 5).to_string().into();
	let own = ["contract_usdc_balance", "available_to_withdraw", "available_to_borrow", "accounting_slack"];
	own.into_iter().for_each(|field| after["global"][field] = "5".into());
	storage::genesis(&trace).execute_with(|| {
		storage::load(&trace, &state);
		let taken = take(&trace, &donation, &state, &after).expect("is excused");
		assert_eq!((taken.uses, taken.fields.is_some()), (vec![Departure::PoolD3], true));
	});
}
