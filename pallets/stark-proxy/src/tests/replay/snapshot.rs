//! The state as the traces describe it, field by field.

use super::{
	distributor::Claimed,
	exchange_stand_in::{Deposits, Keys},
	pool,
	runtime::*,
	storage::{allowance, ROLES},
	trace::{account_of_proxy, text_of, State, Trace},
	trades::key,
};
use crate::{
	types::{ProxyId, ProxyInfo},
	AllowedRecipients, AllowedStarkKeys, Proxies, QueuedForcedTrades, RoleCount, RoleMembers,
};
use serde_json::{json, Value};
use std::{
	collections::{BTreeMap, BTreeSet},
	fmt::Display,
};
use tidepool_primitives::Balance;

/// A number as the traces write it.
pub fn text(number: impl Display) -> Value {
	Value::String(number.to_string())
}

pub fn optional(number: Option<impl Display>) -> Value {
	number.map_or(Value::Null, text)
}

/// What was compared.
#[derive(Default)]
pub struct Check {
	fields: usize,
	differences: Vec<String>,
}

impl Check {
	pub fn field(&mut self, path: impl Display, expected: &Value, actual: Value) {
		self.fields += 1;
		if *expected != actual {
			self.differences.push(format!("{path}: expected {expected}, got {actual}"));
		}
	}
}

/// Compares every field of a recorded state with the chain, and returns how many there were.
pub fn compare(trace: &Trace, expected: &State) -> Result<usize, String> {
	let mut check = Check::default();
	pool::snapshot::compare(trace, expected, &mut check);
	for (name, values) in expected["proxies"].as_object().expect("proxies") {
		let proxy = trace.proxy(name);
		let info = Proxies::<Test>::get(proxy).expect("no trace closes a proxy");
		for (field, value) in values.as_object().expect("fields") {
			let path = format!("{name}.{field}");
			match field.as_str() {
				"roles" => compare_roles(trace, proxy, value, &mut check),
				"queued_forced_trades" => compare_queue(trace, proxy, &info, value, &mut check),
				"allowed_recipients" => {
					let listed = values_of(value).map(|name| trace.account(name));
					let ours = AllowedRecipients::<Test>::iter_key_prefix(proxy).map(Some);
					compare_lists(&path, listed, ours, info.recipients, &mut check);
				},
				"allowed_stark_keys" => {
					let listed = values_of(value).map(key);
					let ours = AllowedStarkKeys::<Test>::iter_key_prefix(proxy);
					compare_lists(&path, listed, ours, info.stark_keys, &mut check);
				},
				"usdc_allowance_for_staking" => {
					check.field(path, &optional(allowance(value)), optional(info.staking_allowance));
				},
				"usdc_allowance_for_exchange" => {
					check.field(path, &optional(allowance(value)), optional(info.exchange_allowance));
				},
				_ => check.field(path, value, of_proxy(field, proxy, &info)),
			}
		}
	}
	compare_stand_ins(trace, expected, &mut check);
	match check.differences.is_empty() {
		true => Ok(check.fields),
		false => Err(check.differences.join("; ")),
	}
}

fn of_proxy(field: &str, proxy: ProxyId, info: &ProxyInfo<AccountId>) -> Value {
	type Query = StarkProxy;
	match field {
		"allocated_balance_current" => text(Query::allocated_balance_current(proxy)),
		"allocated_balance_next" => text(Query::allocated_balance_next(proxy)),
		"borrowable" => text(Query::borrowable_amount(proxy)),
		"borrowed" => text(Query::borrowed_balance(proxy)),
		"debt" => text(Query::debt_balance(proxy)),
		"borrowed_and_debt" => text(Query::borrowed_and_debt_balance(proxy)),
		"token_balance" => text(Query::token_balance(proxy)),
		"native_balance" => text(Balances::free_balance(account_of_proxy(proxy))),
		"borrowing_restricted" => Query::is_borrowing_restricted(proxy).into(),
		"approved_amount_for_external_withdrawal" => text(info.approved_amount),
		"exchange_deposits" => text(Deposits::get(account_of_proxy(proxy))),
		_ => panic!("the field {field} is not known"),
	}
}

fn values_of(list: &Value) -> impl Iterator<Item = &str> {
	list.as_array().expect("a list").iter().map(|entry| entry.as_str().expect("a list of texts"))
}

/// The same members, and as many as the proxy counts.
fn compare_lists<M: Ord + std::fmt::Debug>(
	path: &str,
	expected: impl Iterator<Item = M>,
	ours: impl Iterator<Item = M>,
	counted: u32,
	check: &mut Check,
) {
	let (expected, ours) = (expected.collect::<BTreeSet<_>>(), ours.collect::<BTreeSet<_>>());
	check.field(path, &json!(format!("{expected:?}")), json!(format!("{ours:?}")));
	check.field(format!("the number of {path}"), &json!(expected.len()), json!(counted));
}

/// The hashes of the original stay listed when nothing is queued under them any more.
fn compare_queue(
	trace: &Trace,
	proxy: ProxyId,
	info: &ProxyInfo<AccountId>,
	expected: &Value,
	check: &mut Check,
) {
	let mut queued = 0;
	for (hash, queued_at) in expected.as_object().expect("hashes") {
		let ours = trace.trades.of(hash).and_then(|args| {
			let trade =
				QueuedForcedTrades::<Test>::get(proxy, StarkProxy::forced_trade_args_hash(proxy, args))?;
			assert_eq!(trade.args, args, "what is queued under {hash}");
			Some(trade.queued_at)
		});
		check.field(format!("proxy {proxy}: {hash}"), queued_at, text(ours.unwrap_or_default()));
		queued += u32::from(queued_at != "0");
	}
	let ours = QueuedForcedTrades::<Test>::iter_prefix(proxy).count();
	check.field(
		format!("proxy {proxy}: trades"),
		&json!([queued, queued]),
		json!([ours, info.queued_trades]),
	);
}

fn compare_roles(trace: &Trace, proxy: ProxyId, expected: &Value, check: &mut Check) {
	let mut counts = BTreeMap::<&str, u32>::new();
	for (name, listed) in expected.as_object().expect("names") {
		let account = trace.account(name).expect("only accounts hold roles");
		let listed = values_of(listed).collect::<BTreeSet<_>>();
		listed.iter().for_each(|role| *counts.entry(role).or_default() += 1);
		let held =
			ROLES.iter().filter(|(_, role)| RoleMembers::<Test>::contains_key((proxy, role, &account)));
		let held = held.map(|(role, _)| *role).collect::<BTreeSet<_>>();
		check.field(format!("proxy {proxy}: roles of {name}"), &json!(listed), json!(held));
	}
	for (name, role) in ROLES {
		let expected = counts.get(name).copied().unwrap_or_default();
		let counted = RoleCount::<Test>::get(proxy, role);
		check.field(format!("proxy {proxy}: holders of {name}"), &json!(expected), json!(counted));
		let held = RoleMembers::<Test>::iter_key_prefix((proxy, role)).count();
		check.field(format!("proxy {proxy}: members of {name}"), &json!(expected), json!(held));
	}
}

fn compare_stand_ins(trace: &Trace, expected: &State, check: &mut Check) {
	for (stark_key, holder) in expected["stark_keys"].as_object().expect("keys") {
		let expected = trace.account(&text_of(holder));
		let path = format!("stark_keys.{stark_key}");
		check.field(path, &json!(format!("{expected:?}")), json!(format!("{:?}", Keys::get(key(stark_key)))));
	}
	for (name, claimed) in expected["claimed_rewards"].as_object().expect("proxies") {
		let ours: Balance = Claimed::get(account_of_proxy(trace.proxy(name)));
		check.field(format!("claimed_rewards.{name}"), claimed, text(ours));
	}
}
