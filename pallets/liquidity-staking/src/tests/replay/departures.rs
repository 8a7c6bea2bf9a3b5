//! Where a single step may differ from the original, and by how much: the departures of section 12.1 of the
//! specification and the platform adaptations of 12.2.

use super::{
	outcome::{name_of, Outcome, Unspeakable},
	trace::{number, State, Step, Trace},
};
use crate::{mock::*, Borrowers, Pool};
use std::{
	collections::{BTreeMap, BTreeSet},
	fmt,
	ops::Add,
};
use tidepool_primitives::Balance;

/// A rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Departure {
	/// Allocations are judged by the units of the next epoch, and nobody is listed twice.
	D1,
	/// Marked debts add up to the shortfall: the original rounds each borrower's up.
	D2,
	/// Donated tokens are not lent or paid out: the original counts them as its own.
	D3,
	/// The rate of rewards is bounded.
	D6,
	/// Numbers have other widths.
	P1,
	/// The treasury need not allow claims.
	P2,
	/// There is no initialiser.
	P4,
	/// There is no zero address.
	P5,
	/// An account without an inactive balance has no record (2.7), so no epoch is too early to settle nothing to: the
	/// original remembers when it last looked.
	Hygiene,
}

/// How often each rule was needed.
#[derive(Default)]
pub struct Uses(BTreeMap<Departure, usize>);

impl Uses {
	pub fn count(&mut self, departure: Departure) {
		*self.0.entry(departure).or_default() += 1;
	}
}

impl Add for Uses {
	type Output = Uses;

	fn add(mut self, more: Uses) -> Uses {
		more.0.into_iter().for_each(|(departure, uses)| *self.0.entry(departure).or_default() += uses);
		self
	}
}

impl fmt::Display for Uses {
	fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
		if self.0.is_empty() {
			return f.write_str("no differences");
		}
		f.write_str("allowed differences:")?;
		self.0.iter().try_for_each(|(departure, uses)| write!(f, " {departure:?} {uses}"))
	}
}

/// Allocations that the original judges by current units and we by those of the next epoch. Our verdict must be the one
/// that the recorded units give, and the original must have come to its own by the sum.
fn judged_otherwise(step: &Step, before: &State, outcome: &Outcome) -> Option<Departure> {
	let listed = step.list("borrowers");
	let twice = listed.iter().collect::<BTreeSet<_>>().len() < listed.len();
	let next = |name: &&str| number::<u64>(&before["actors"][name]["allocation_next"]);
	let units = step.list("new_allocations").into_iter().map(|units| units.parse::<u64>().expect("fits"));
	let sums_agree = listed.iter().map(next).sum::<u64>() == units.sum::<u64>();
	let (verdict, counterpart) = match (twice, sums_agree) {
		(true, _) => (Some("DuplicateBorrower"), step.succeeded),
		(false, false) => (Some("AllocationSumChanged"), step.succeeded),
		(false, true) => (None, step.error.as_deref() == Some("allocations_sum_changed")),
	};
	let ours = match outcome {
		Outcome::Done { .. } => None,
		Outcome::Refused(error) => Some(name_of(error)),
		Outcome::Unspeakable(_) => return None,
	};
	(counterpart && ours == verdict).then_some(Departure::D1)
}

/// Whether our types can hold a state.
pub fn fits(state: &State) -> bool {
	let rate = state["global"]["rewards_per_second"].as_str();
	rate.is_some_and(|rate| rate.parse::<Balance>().is_ok())
}

/// The rule that excuses a step which ended differently here and there. Its effects cannot be compared.
pub fn excuses(trace: &Trace, step: &Step, before: &State, outcome: &Outcome) -> Option<Departure> {
	let reason = step.error.as_deref().unwrap_or_default();
	match outcome {
		Outcome::Unspeakable(Unspeakable::ZeroAddress) => Some(Departure::P5),
		Outcome::Unspeakable(Unspeakable::Width) => Some(Departure::P1),
		Outcome::Unspeakable(Unspeakable::Interface) => Some(Departure::P4),
		// Fails for want of width there.
		Outcome::Done { .. } if reason.starts_with("cast_") || reason.ends_with("_overflow") => {
			Some(Departure::P1)
		},
		Outcome::Done { .. } if step.inner_error.as_deref() == Some("token_insufficient_allowance") => {
			Some(Departure::P2)
		},
		_ if step.op == "set_borrower_allocations" => judged_otherwise(step, before, outcome),
		Outcome::Refused(error) if name_of(error) == "RewardsRateTooHigh" => {
			let rate = step.text("emission_per_second").parse::<Balance>().ok()?;
			let length = trace.genesis("distribution_end") - trace.genesis("distribution_start");
			rate.checked_mul(length.into()).is_none().then_some(Departure::D6)
		},
		// Covered by whole units, not by the fractions that the original counts.
		Outcome::Done { .. } if reason == "shortfall_not_covered" => (missing_coverage(step, before)
			< step.list("borrowers").len() as Balance)
			.then_some(Departure::D2),
		_ => None,
	}
}

/// The rule that excuses a step which ended differently although it did the same, so that everything is compared.
pub fn tolerates(step: &Step, before: &State, outcome: &Outcome) -> Option<Departure> {
	let inactive = &before["actors"][step.caller.as_deref()?]["raw"]["inactive"];
	let settled_nothing = step.op == "failsafe_settle_user_inactive_balance_to_epoch"
		&& step.error.as_deref() == Some("invalid_max_epoch")
		&& matches!(outcome, Outcome::Done { .. })
		&& inactive["next"] == "0";
	settled_nothing.then_some(Departure::Hygiene)
}

/// By how many units the excesses of the listed borrowers, rounded down, are below the shortfall.
fn missing_coverage(step: &Step, before: &State) -> Balance {
	let listed = step.list("borrowers").into_iter().collect::<BTreeSet<_>>();
	let total_active = LiquidityStaking::total_active_balance_current();
	let excesses = listed.into_iter().map(|name| {
		let actor = &before["actors"][name];
		let running = LiquidityStaking::current_epoch().map(|epoch| epoch.to_string());
		let units = if before["global"]["current_epoch"].as_str() == running.as_deref() {
			&actor["allocation_current"]
		} else {
			&actor["allocation_next"]
		};
		let owed = number::<Balance>(&actor["borrowed"]) * 10_000;
		owed.saturating_sub(total_active * number::<Balance>(units)) / 10_000
	});
	let total_borrowed = number::<Balance>(&before["global"]["total_borrowed"]);
	(total_borrowed - total_active).saturating_sub(excesses.sum::<Balance>())
}

/// Does to the books what the original does beyond ours in a step that succeeded in both, so that everything can be
/// compared exactly. Returns the rules that were needed.
pub fn adjust(trace: &Trace, step: &Step) -> Vec<Departure> {
	[adjust_donation(step), adjust_marking(trace, step)].into_iter().flatten().collect()
}

/// Tokens that come in by a plain transfer, or that a payment sends to the pool itself, count as its own there.
fn adjust_donation(step: &Step) -> Option<Departure> {
	let paid_out = [("liquidity_staking", "WithdrewStake"), ("liquidity_staking", "WithdrewDebt")];
	let of =
		|event: &serde_json::Value, name: &(&str, &str)| event["module"] == name.0 && event["name"] == name.1;
	let donated = step.events.iter().filter_map(|event| {
		let plain = step.module == "usdc" && of(event, &("usdc", "Transfer"));
		if plain && event["args"]["to"] == "liquidity_staking" && event["args"]["from"] != "liquidity_staking"
		{
			return Some(number::<Balance>(&event["args"]["value"]));
		}
		let payment = paid_out.iter().any(|name| of(event, name));
		(payment && event["args"]["recipient"] == "liquidity_staking")
			.then(|| number(&event["args"]["amount"]))
	});
	let donated = donated.sum::<Balance>();
	Pool::<Test>::mutate(|pool| pool.unborrowed += donated);
	(donated > 0).then_some(Departure::D3)
}

/// The borrowers that our own call has marked, and that it must have restricted.
fn marked_by_us() -> BTreeSet<AccountId> {
	let events = System::read_events_for_pallet::<Event>().into_iter();
	let marked = events.filter_map(|event| match event {
		Event::DebtMarked { borrower, .. } => Some(borrower),
		_ => None,
	});
	marked.collect()
}

/// Each borrower's part is rounded up there: together by less than a unit for each, and each by no more than that.
fn adjust_marking(trace: &Trace, step: &Step) -> Option<Departure> {
	if step.op != "mark_debt" {
		return None;
	}
	let ours = marked_by_us();
	let mut there = BTreeMap::<AccountId, (Balance, Balance)>::new();
	let marked = step.events.iter().filter(|event| event["name"] == "DebtMarked");
	for event in marked {
		let account = trace.account(event["args"]["borrower"].as_str()?)?;
		let args = &event["args"];
		there.insert(account, (number(&args["new_borrowed_balance"]), number(&args["new_debt_balance"])));
	}
	let most = there.len() as Balance;
	let mut beyond = 0;
	for (account, (borrowed, debt)) in there {
		let mut record = Borrowers::<Test>::get(account);
		let difference = record.borrowed - borrowed;
		assert_eq!(debt, record.debt + difference, "what leaves the loan of {account} is debt");
		assert!(difference < most, "{difference} beyond ours for {account}, of {most} borrowers");
		(record.borrowed, record.debt) = (borrowed, debt);
		// The last fraction of a unit is taken from, and restricts, one more borrower there.
		record.restricted |= !ours.contains(&account);
		LiquidityStaking::put_borrower(&account, record);
		beyond += difference;
	}
	assert!(beyond == 0 || beyond < most, "{beyond} beyond ours, of {most} borrowers");
	Pool::<Test>::mutate(|pool| {
		pool.total_borrowed -= beyond;
		pool.total_borrower_debt += beyond;
	});
	(beyond > 0).then_some(Departure::D2)
}
