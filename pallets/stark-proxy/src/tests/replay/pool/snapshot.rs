//! The pool as the traces describe it, field by field.

use super::{
	super::{
		runtime::*,
		snapshot::{optional, text, Check},
		trace::{text_of, State, Trace},
	},
	storage::ROLES,
};
use pallet_liquidity_staking::{types::StoredBalance, EpochIndexes, Pool, RoleMembers, Stakers};
use serde_json::{json, Value};
use std::collections::BTreeSet;

/// Compares everything but the proxies.
pub fn compare(trace: &Trace, expected: &State, check: &mut Check) {
	for (name, value) in expected["global"].as_object().expect("fields") {
		match name.as_str() {
			"raw" => compare_raw_totals(value, check),
			"roles" => compare_roles(trace, value, check),
			_ => check.field(format!("global.{name}"), value, global(name)),
		}
	}
	let before_epoch_zero = expected["global"]["epoch_zero_started"] == false;
	for (actor, values) in expected["actors"].as_object().expect("actors") {
		for (name, value) in values.as_object().expect("fields") {
			let path = format!("{actor}.{name}");
			match (name.as_str(), trace.account(actor)) {
				("raw", Some(account)) => compare_raw_staker(&path, &account, value, check),
				// The original has no answer before epoch zero, and none when a number is too large for it.
				("claimable_rewards", account) if value.is_null() => {
					if before_epoch_zero {
						check.field(path, &text(0), of_actor(name, account));
					}
				},
				(_, account) => check.field(path, value, of_actor(name, account)),
			}
		}
	}
	for (pair, amount) in expected["allowances"].as_object().expect("allowances") {
		let (owner, spender) = pair.split_once('>').expect("owner>spender");
		if let (Some(owner), Some(spender)) = (trace.account(owner), trace.account(spender)) {
			// An allowance beyond our width can only have been loaded.
			let fits = text_of(amount).parse::<u128>().is_ok();
			let known = if fits { amount.clone() } else { text(u128::MAX) };
			check.field(
				format!("allowances.{pair}"),
				&known,
				text(LiquidityStaking::allowance(owner, spender)),
			);
		}
	}
}

fn global(name: &str) -> Value {
	type Query = LiquidityStaking;
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
		"contract_usdc_balance" => text(Assets::balance(USDC, pool_account())),
		"available_to_withdraw" => text(Query::contract_balance_available_to_withdraw()),
		"available_to_borrow" => text(Query::contract_balance_available_to_borrow()),
		"shortfall_count" => text(Query::shortfall_count()),
		"shortfalls" => (0..Query::shortfall_count())
			.map(|number| Query::shortfall(number).expect("recorded"))
			.map(|shortfall| json!({ "epoch": text(shortfall.epoch), "index": text(shortfall.index) }))
			.collect(),
		"accounting_slack" => {
			let signed =
				|amount: u128| i128::try_from(amount).expect("no trace holds more than half of the numbers");
			let staked = Query::total_active_balance_current() + Query::total_inactive_balance_current();
			let owed_and_held = Query::total_borrowed_balance() + Pool::<Test>::get().unborrowed;
			text(signed(owed_and_held) - signed(staked))
		},
		_ => panic!("the field {name} is not known"),
	}
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
		"usdc_balance" => text(Assets::balance(USDC, account)),
		"dydx_balance" => text(Assets::balance(DYDX, account)),
		"native_balance" => text(Balances::free_balance(account)),
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

pub fn is_empty(raw: &Value) -> bool {
	raw["current"] == "0" && raw["next"] == "0"
}

fn compare_raw_totals(raw: &Value, check: &mut Check) {
	let pool = Pool::<Test>::get();
	check.field("raw.global_index", &raw["global_index"], text(pool.rewards.index));
	check.field("raw.global_index_timestamp", &raw["global_index_timestamp"], text(pool.rewards.updated_at));
	for (epoch, index) in raw["epoch_indexes"].as_object().expect("epochs") {
		let ours = EpochIndexes::<Test>::get(epoch.parse::<u32>().expect("an epoch"));
		check.field(format!("raw.epoch_indexes.{epoch}"), index, optional(ours));
	}
	check.field("raw.total_active", &recorded(&raw["total_active"]), stored(pool.total_active));
	check.field("raw.total_inactive", &recorded(&raw["total_inactive"]), stored(pool.total_inactive));
}

/// An empty part of a record is removed here and kept there; its epoch, counter and index mean nothing.
fn compare_raw_staker(path: &str, account: &AccountId, raw: &Value, check: &mut Check) {
	let record = Stakers::<Test>::get(account);
	check.field(format!("{path}.staker_debt"), &raw["staker_debt"], text(record.debt));
	let rewards = text(record.accrued_rewards);
	check.field(format!("{path}.user_rewards_balance"), &raw["user_rewards_balance"], rewards);
	if is_empty(&raw["active"]) {
		check.field(format!("{path}.active"), &true.into(), record.active.is_empty().into());
	} else {
		check.field(format!("{path}.active"), &recorded(&raw["active"]), stored(record.active));
		check.field(format!("{path}.user_index"), &raw["user_index"], text(record.user_index));
	}
	let inactive = record.inactive;
	if is_empty(&raw["inactive"]) {
		check.field(format!("{path}.inactive"), &true.into(), inactive.balance.is_empty().into());
	} else {
		check.field(format!("{path}.inactive"), &recorded(&raw["inactive"]), stored(inactive.balance));
		let counter = text(inactive.shortfall_counter);
		check.field(format!("{path}.shortfall_counter"), &raw["inactive"]["shortfall_counter"], counter);
	}
}

fn compare_roles(trace: &Trace, roles: &Value, check: &mut Check) {
	for (name, expected) in roles.as_object().expect("names") {
		let account = trace.account(name).expect("only accounts hold roles");
		let held = ROLES.iter().filter(|(_, role)| RoleMembers::<Test>::contains_key(role, &account));
		let held = held.map(|(role, _)| (*role).to_owned()).collect::<BTreeSet<_>>();
		let expected = expected.as_array().expect("a list").iter().map(text_of).collect::<BTreeSet<_>>();
		check.field(format!("roles.{name}"), &json!(expected), json!(held));
	}
}
