//! The state as the traces describe it, field by field.

use super::trace::{text_of, State, Trace};
use crate::{
	mock::*,
	types::{Role, StoredBalance},
	EpochIndexes, Pool, RoleMembers, Stakers,
};
use serde_json::{json, Value};
use std::{collections::BTreeSet, fmt::Display};

/// A number as the traces write it.
fn text(number: impl Display) -> Value {
	Value::String(number.to_string())
}

fn optional(number: Option<impl Display>) -> Value {
	number.map_or(Value::Null, text)
}

/// Compares every field of a recorded state with the pool, and returns how many there were.
pub fn compare(trace: &Trace, expected: &State) -> Result<usize, String> {
	let (mut fields, mut differences) = (0, vec![]);
	let mut check = |path: String, expected: &Value, actual: Value| {
		fields += 1;
		if *expected != actual {
			differences.push(format!("{path}: expected {expected}, got {actual}"));
		}
	};
	for (name, value) in expected["global"].as_object().expect("fields") {
		match name.as_str() {
			"raw" => compare_raw_totals(value, &mut check),
			"roles" => compare_roles(trace, value, &mut check),
			_ => check(format!("global.{name}"), value, global(name)),
		}
	}
	for (actor, values) in expected["actors"].as_object().expect("actors") {
		for (name, value) in values.as_object().expect("fields") {
			let path = format!("{actor}.{name}");
			match (name.as_str(), trace.account(actor)) {
				("raw", Some(account)) => compare_raw_staker(&path, account, value, &mut check),
				// The original has no answer before epoch zero, and none when a number is too large for it.
				("claimable_rewards", account) if value.is_null() => {
					if expected["global"]["epoch_zero_started"] == false {
						check(path, &text(0), of_actor(name, account));
					}
				},
				(_, account) => check(path, value, of_actor(name, account)),
			}
		}
	}
	for (pair, amount) in expected["allowances"].as_object().expect("allowances") {
		let (owner, spender) = pair.split_once('>').expect("owner>spender");
		if let (Some(owner), Some(spender)) = (trace.account(owner), trace.account(spender)) {
			// An allowance beyond our width can only have been loaded.
			let allowance = LiquidityStaking::allowance(owner, spender);
			let known =
				if text_of(amount).parse::<u128>().is_ok() { amount.clone() } else { text(u128::MAX) };
			check(format!("allowances.{pair}"), &known, text(allowance));
		}
	}
	if differences.is_empty() {
		Ok(fields)
	} else {
		Err(differences.join("; "))
	}
}

fn global(name: &str) -> Value {
	type Query = LiquidityStaking;
	let pool = Query::settled_pool();
	match name {
		"epoch_zero_started" => Query::has_epoch_zero_started().into(),
		"current_epoch" => optional(Query::current_epoch()),
		"time_remaining" => optional(Query::time_remaining_in_current_epoch()),
		"in_blackout" => Query::in_blackout_window().into(),
		"interval" => text(Query::epoch_parameters().interval),
		"offset" => text(Query::epoch_parameters().offset),
		"blackout_window" => text(Query::blackout_window()),
		"rewards_per_second" => text(Query::rewards_per_second()),
		"total_active_current" => text(Query::total_active_balance_current()),
		"total_active_next" => text(Query::total_active_balance_next()),
		"total_inactive_current" => text(Query::total_inactive_balance_current()),
		"total_inactive_next" => text(Query::total_inactive_balance_next()),
		"total_supply" => text(Query::total_supply()),
		"total_borrowed" => text(Query::total_borrowed_balance()),
		"total_borrower_debt" => text(Query::total_borrower_debt_balance()),
		"total_debt_available_to_withdraw" => text(Query::total_debt_available_to_withdraw()),
		"contract_usdc_balance" => text(usdc(pool_account())),
		"available_to_withdraw" => text(Query::contract_balance_available_to_withdraw()),
		"available_to_borrow" => text(Query::contract_balance_available_to_borrow()),
		"shortfall_count" => text(Query::shortfall_count()),
		"shortfalls" => (0..Query::shortfall_count())
			.map(|number| Query::shortfall(number).expect("recorded"))
			.map(|shortfall| json!({ "epoch": text(shortfall.epoch), "index": text(shortfall.index) }))
			.collect(),
		"accounting_slack" => {
			let owed_and_held = signed_number(pool.total_borrowed) + signed_number(pool.unborrowed);
			let staked =
				signed_number(pool.total_active.current) + signed_number(pool.total_inactive.current);
			text(owed_and_held - staked)
		},
		_ => panic!("the field {name} is not known"),
	}
}

fn signed_number(amount: u128) -> i128 {
	amount.try_into().expect("no trace holds as much")
}

fn of_actor(name: &str, account: Option<AccountId>) -> Value {
	type Query = LiquidityStaking;
	match name {
		"allocation_current" => return text(Query::allocation_fraction_current(account)),
		"allocation_next" => return text(Query::allocation_fraction_next(account)),
		_ => {},
	}
	let account = account.expect("the zero address has allocation units only");
	match name {
		"usdc_balance" => text(usdc(account)),
		"dydx_balance" => text(Balances::free_balance(account)),
		"receipt_balance" => text(Query::balance_of(account)),
		"active_current" => text(Query::active_balance_current(account)),
		"active_next" => text(Query::active_balance_next(account)),
		"inactive_current" => text(Query::inactive_balance_current(account)),
		"inactive_next" => text(Query::inactive_balance_next(account)),
		"staker_debt" => text(Query::staker_debt_balance(account)),
		"transferable" => text(Query::transferable_balance(account)),
		"stake_available_to_withdraw" => text(Query::stake_available_to_withdraw(account)),
		"debt_available_to_withdraw" => text(Query::debt_available_to_withdraw(account)),
		"claimable_rewards" => text(Query::claimable_rewards(account)),
		"allocated_balance_current" => text(Query::allocated_balance_current(account)),
		"allocated_balance_next" => text(Query::allocated_balance_next(account)),
		"borrowed" => text(Query::borrowed_balance(account)),
		"borrower_debt" => text(Query::borrower_debt_balance(account)),
		"borrowable" => text(Query::borrowable_amount(account)),
		"is_restricted" => Query::is_borrowing_restricted(account).into(),
		"is_overdue" => Query::is_borrower_overdue(account).into(),
		_ => panic!("the field {name} is not known"),
	}
}

fn stored(balance: StoredBalance) -> Value {
	json!({ "epoch": text(balance.epoch), "current": text(balance.current), "next": text(balance.next) })
}

/// A stored balance of the original without the counter, which means nothing for active and total balances.
fn recorded(raw: &Value) -> Value {
	json!({ "epoch": raw["epoch"], "current": raw["current"], "next": raw["next"] })
}

fn is_empty(raw: &Value) -> bool {
	raw["current"] == "0" && raw["next"] == "0"
}

fn compare_raw_totals(raw: &Value, check: &mut impl FnMut(String, &Value, Value)) {
	let pool = Pool::<Test>::get();
	check("raw.global_index".into(), &raw["global_index"], text(pool.rewards.index));
	let time = text(pool.rewards.updated_at);
	check("raw.global_index_timestamp".into(), &raw["global_index_timestamp"], time);
	for (epoch, index) in raw["epoch_indexes"].as_object().expect("epochs") {
		let ours = EpochIndexes::<Test>::get(epoch.parse::<u32>().expect("an epoch"));
		check(format!("raw.epoch_indexes.{epoch}"), index, optional(ours));
	}
	check("raw.total_active".into(), &recorded(&raw["total_active"]), stored(pool.total_active));
	check("raw.total_inactive".into(), &recorded(&raw["total_inactive"]), stored(pool.total_inactive));
}

/// An empty part of a record is removed here (2.7) and kept there; its epoch, counter and index mean nothing.
fn compare_raw_staker(
	path: &str,
	account: AccountId,
	raw: &Value,
	check: &mut impl FnMut(String, &Value, Value),
) {
	let record = Stakers::<Test>::get(account);
	check(format!("{path}.staker_debt"), &raw["staker_debt"], text(record.debt));
	check(format!("{path}.user_rewards_balance"), &raw["user_rewards_balance"], text(record.accrued_rewards));
	if is_empty(&raw["active"]) {
		check(format!("{path}.active"), &true.into(), record.active.is_empty().into());
	} else {
		check(format!("{path}.active"), &recorded(&raw["active"]), stored(record.active));
		check(format!("{path}.user_index"), &raw["user_index"], text(record.user_index));
	}
	let inactive = record.inactive;
	if is_empty(&raw["inactive"]) {
		check(format!("{path}.inactive"), &true.into(), inactive.balance.is_empty().into());
	} else {
		check(format!("{path}.inactive"), &recorded(&raw["inactive"]), stored(inactive.balance));
		let counter = text(inactive.shortfall_counter);
		check(format!("{path}.shortfall_counter"), &raw["inactive"]["shortfall_counter"], counter);
	}
}

const ROLES: [(&str, Role); 7] = [
	("owner", Role::Owner),
	("epoch_parameters", Role::EpochParameters),
	("rewards_rate", Role::RewardsRate),
	("borrower_admin", Role::BorrowerAdmin),
	("claim_operator", Role::ClaimOperator),
	("stake_operator", Role::StakeOperator),
	("debt_operator", Role::DebtOperator),
];

fn compare_roles(trace: &Trace, roles: &Value, check: &mut impl FnMut(String, &Value, Value)) {
	for (name, expected) in roles.as_object().expect("names") {
		let account = trace.account(name).expect("only accounts hold roles");
		let held = ROLES.iter().filter(|(_, role)| RoleMembers::<Test>::contains_key(role, account));
		let held = held.map(|(role, _)| (*role).to_owned()).collect::<BTreeSet<_>>();
		let expected = expected.as_array().expect("a list").iter().map(text_of).collect::<BTreeSet<_>>();
		check(format!("roles.{name}"), &json!(expected), json!(held));
	}
}

/// The state with one number or flag after the other spoiled, and where.
pub fn corruptions(state: &State) -> Vec<(String, State)> {
	let mut pointers = vec![];
	collect(state, String::new(), &mut pointers);
	pointers
		.into_iter()
		.filter(|pointer| means_something(state, pointer))
		.map(|pointer| {
			let mut spoiled = state.clone();
			let value = spoiled.pointer_mut(&pointer).expect("just found");
			*value = match value.clone() {
				Value::String(text) => (text + "1").into(),
				Value::Bool(flag) => (!flag).into(),
				value => panic!("{value} is neither a number nor a flag"),
			};
			(pointer, spoiled)
		})
		.collect()
}

/// Where the numbers and flags of a part stand.
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

/// Whether a stored value means anything: only inactive balances count shortfalls, and those that are empty do not.
fn means_something(state: &State, pointer: &str) -> bool {
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
