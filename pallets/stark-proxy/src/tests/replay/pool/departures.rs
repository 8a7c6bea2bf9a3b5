//! Where the pool may differ from the original: those departures of its own specification (section 12) that can show in
//! what happens to proxies.

use super::super::{
	departures::{Case, Departure, Excuse},
	outcome::{name_of, Outcome},
	runtime::*,
	trace::{number, State, Step, Trace},
};
use pallet_liquidity_staking::{types::TOTAL_ALLOCATION, Borrowers, Pool};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use tidepool_primitives::Balance;

/// The rule that excuses a call of the pool which ended differently here and there.
pub fn explain(case: &Case) -> Option<Excuse> {
	let (step, before) = (case.step, case.before);
	match case.outcome {
		// The pool says so first, whatever else is wrong with a call before epoch zero.
		Outcome::Refused(error) if name_of(error) == "LiquidityStaking::EpochZeroNotStarted" => {
			let is_too_early = !step.succeeded && !LiquidityStaking::has_epoch_zero_started();
			is_too_early.then_some(Excuse::comparable(Departure::Order))
		},
		_ if step.op == "set_borrower_allocations" => judged_otherwise(step, before, case.outcome),
		// Covered by whole units, not by the fractions that the original counts.
		Outcome::Done { .. } if step.failed_for(&["shortfall_not_covered"]) => {
			(missing_coverage(step, before) < step.list("borrowers").len() as Balance)
				.then_some(Excuse::incomparable(Departure::PoolD2))
		},
		_ => None,
	}
}

/// Allocations that the original judges by current units and the pool by those of the next epoch. Its verdict must be
/// the one that the recorded units give, and the original must have come to its own by the sum.
fn judged_otherwise(step: &Step, before: &State, outcome: &Outcome) -> Option<Excuse> {
	let listed = step.list("borrowers");
	let twice = listed.iter().collect::<BTreeSet<_>>().len() < listed.len();
	let next = |name: &&str| number::<u64>(&before["actors"][name]["allocation_next"]);
	let units = step.list("new_allocations").into_iter().map(|units| units.parse::<u64>().expect("fits"));
	let sums_agree = listed.iter().map(next).sum::<u64>() == units.sum::<u64>();
	let (verdict, counterpart) = match (twice, sums_agree) {
		(true, _) => (Some("LiquidityStaking::DuplicateBorrower"), step.succeeded),
		(false, false) => (Some("LiquidityStaking::AllocationSumChanged"), step.succeeded),
		(false, true) => (None, step.failed_for(&["allocations_sum_changed"])),
	};
	let ours = match outcome {
		Outcome::Done { .. } => None,
		Outcome::Refused(error) => Some(name_of(error)),
		Outcome::Unspeakable(_) => return None,
	};
	let is_explained = counterpart && ours.as_deref() == verdict;
	is_explained.then_some(Excuse::incomparable(Departure::PoolD1))
}

/// By how many units the excesses of the listed borrowers, rounded down, are below the shortfall.
fn missing_coverage(step: &Step, before: &State) -> Balance {
	let listed = step.list("borrowers").into_iter().collect::<BTreeSet<_>>();
	let total_active = LiquidityStaking::total_active_balance_current();
	let all = Balance::from(TOTAL_ALLOCATION);
	let excesses = listed.into_iter().map(|name| {
		let actor = &before["actors"][name];
		let running = LiquidityStaking::current_epoch().map(|epoch| epoch.to_string());
		let units = if before["global"]["current_epoch"].as_str() == running.as_deref() {
			&actor["allocation_current"]
		} else {
			&actor["allocation_next"]
		};
		let owed = number::<Balance>(&actor["borrowed"]) * all;
		owed.saturating_sub(total_active * number::<Balance>(units)) / all
	});
	let total_borrowed = number::<Balance>(&before["global"]["total_borrowed"]);
	(total_borrowed - total_active).saturating_sub(excesses.sum::<Balance>())
}

/// Does to the books what the original does beyond the pool in a step that succeeded in both, so that everything can be
/// compared exactly. Returns the rules that were needed.
pub fn adjust(trace: &Trace, step: &Step) -> Vec<Departure> {
	[adjust_donation(step), adjust_marking(trace, step)].into_iter().flatten().collect()
}

/// Tokens that come in by a plain transfer, or that a payment sends to the pool itself, count as its own there.
fn adjust_donation(step: &Step) -> Option<Departure> {
	let of = |event: &Value, module: &str, name: &str| event["module"] == module && event["name"] == name;
	let donated = step.events.iter().filter_map(|event| {
		let args = &event["args"];
		let plain = step.module == "usdc" && of(event, "usdc", "Transfer");
		if plain && args["to"] == "liquidity_staking" && args["from"] != "liquidity_staking" {
			return Some(number::<Balance>(&args["value"]));
		}
		let payments = ["WithdrewStake", "WithdrewDebt"];
		let paid_out = payments.iter().any(|name| of(event, "liquidity_staking", name));
		(paid_out && args["recipient"] == "liquidity_staking").then(|| number(&args["amount"]))
	});
	let donated = donated.sum::<Balance>();
	Pool::<Test>::mutate(|pool| pool.unborrowed += donated);
	(donated > 0).then_some(Departure::PoolD3)
}

/// The borrowers that the pool has marked here, and that it must have restricted.
fn marked_here() -> BTreeSet<AccountId> {
	let events = System::read_events_for_pallet::<PoolEvent>().into_iter();
	let marked = events.filter_map(|event| match event {
		PoolEvent::DebtMarked { borrower, .. } => Some(borrower),
		_ => None,
	});
	marked.collect()
}

/// Each borrower's part is rounded up there: together by less than a unit for each, and each by no more than that.
fn adjust_marking(trace: &Trace, step: &Step) -> Option<Departure> {
	if step.op != "mark_debt" {
		return None;
	}
	let ours = marked_here();
	let mut there = BTreeMap::<AccountId, (Balance, Balance)>::new();
	for event in step.events.iter().filter(|event| event["name"] == "DebtMarked") {
		let args = &event["args"];
		let account = trace.account(args["borrower"].as_str()?)?;
		there.insert(account, (number(&args["new_borrowed_balance"]), number(&args["new_debt_balance"])));
	}
	let most = there.len() as Balance;
	let mut beyond = 0;
	for (account, (borrowed, debt)) in there {
		let mut record = Borrowers::<Test>::get(&account);
		let difference = record.borrowed - borrowed;
		assert_eq!(debt, record.debt + difference, "what leaves the loan of {account} is debt");
		assert!(difference < most, "{difference} beyond ours for {account}, of {most} borrowers");
		(record.borrowed, record.debt) = (borrowed, debt);
		// The last fraction of a unit is taken from, and restricts, one more borrower there.
		record.restricted |= !ours.contains(&account);
		Borrowers::<Test>::insert(&account, record.pruned());
		beyond += difference;
	}
	assert!(beyond == 0 || beyond < most, "{beyond} beyond ours, of {most} borrowers");
	Pool::<Test>::mutate(|pool| {
		pool.total_borrowed -= beyond;
		pool.total_borrower_debt += beyond;
	});
	(beyond > 0).then_some(Departure::PoolD2)
}
