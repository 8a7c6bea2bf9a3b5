//! Where a step may differ from the original: the list of departures of the specification (section 15), the traps of the
//! original that it closes, and the departures of the pool underneath.

use super::{
	outcome::{Outcome, Unspeakable},
	pool, rules,
	runtime::*,
	situation::Situation,
	trace::{number, State, Step, Trace},
};
use crate::Proxies;
use std::{collections::BTreeMap, fmt, ops::Add};
use tidepool_primitives::Balance;

/// A rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Departure {
	/// The last owner and the last guardian stay.
	D3,
	/// The owner's allowance for the pool does not bind the guardian, who does not use it up either.
	D6,
	/// Auto-pay pays debt from what is left after the repayment of the loan.
	D7,
	/// Auto-pay does not borrow while debt would remain.
	D8,
	/// Auto-pay pays debt before it borrows.
	D9,
	/// Moves that bring money home, and what the guardian does on the exchange, need a key that is registered to the proxy;
	/// it need not be on the list.
	D10,
	/// An approval is of no use to a proxy that has debt or is overdue.
	D14,
	/// The amount of a guardian's repayment is a maximum.
	D15,
	/// A number of a position that no position can have.
	T4,
	/// Nothing of the kind happens with an amount of zero.
	T8,
	/// A forced trade is queued only for a key on the list.
	T13,
	/// A forced trade is not queued if it expires before it can be submitted.
	T14,
	/// Vetoes of trades that are not queued are not reported, and a veto of nothing at all is refused (11.8).
	T15,
	/// Recipients are outside of the system.
	T22,
	/// The account of a proxy holds no role (3.2).
	Section3_2,
	/// Whoever does not hold a role cannot renounce it (5.5).
	Section5_5,
	/// Two rules are broken, and ours is looked at first here: the sections of the calls say in what order.
	Order,
	/// The call, or one of its arguments, does not exist: proxies are created by one call, allowances are for the borrow
	/// token only, and whoever renounces a role does so for himself.
	NoCounterpart,
	/// There is no zero address.
	ZeroAddress,
	/// Numbers have other widths.
	Width,
	/// The pool judges allocations by the units of the next epoch, and nobody is listed twice.
	PoolD1,
	/// In the pool marked debts add up to the shortfall: the original rounds each borrower's up.
	PoolD2,
	/// The pool does not lend or pay out donated tokens: the original counts them as its own.
	PoolD3,
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

/// A rule that was needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Excuse {
	pub departure: Departure,
	/// Whether the state afterwards is nevertheless that of the original.
	pub comparable: bool,
}

impl Excuse {
	pub fn comparable(departure: Departure) -> Self {
		Self { departure, comparable: true }
	}

	pub fn incomparable(departure: Departure) -> Self {
		Self { departure, comparable: false }
	}
}

/// A step that ended differently here and there.
pub struct Case<'a> {
	pub trace: &'a Trace,
	pub step: &'a Step,
	/// The recorded state before the step.
	pub before: &'a State,
	/// The proxy before the step, if one was called.
	pub situation: Option<&'a Situation>,
	pub outcome: &'a Outcome,
	/// What the proxies reported here.
	pub events: Vec<Event>,
}

/// Whether our types can hold a state.
pub fn fits(state: &State) -> bool {
	let rate = state["global"]["rewards_per_second"].as_str();
	let proxies = state["proxies"].as_object().expect("proxies").values();
	let approvals = proxies.map(|proxy| proxy["approved_amount_for_external_withdrawal"].as_str());
	approvals.chain([rate]).all(|amount| amount.is_some_and(|amount| amount.parse::<Balance>().is_ok()))
}

/// The rule that excuses a difference, if there is one.
pub fn explain(case: &Case) -> Option<Excuse> {
	if let Outcome::Unspeakable(unspeakable) = case.outcome {
		let departure = match unspeakable {
			Unspeakable::ZeroAddress => Departure::ZeroAddress,
			Unspeakable::Width => Departure::Width,
			Unspeakable::Vault => Departure::T4,
			Unspeakable::Interface => Departure::NoCounterpart,
		};
		// What does not exist here cannot change anything that means something here.
		let comparable = !case.step.succeeded || departure == Departure::NoCounterpart;
		return Some(Excuse { departure, comparable });
	}
	match case.situation {
		Some(situation) => rules::explain(case, situation),
		None => pool::departures::explain(case),
	}
}

/// Does to the state what the original does beyond ours in a step that succeeded in both, so that everything can be
/// compared exactly. Returns the rules that were needed.
pub fn adjust(trace: &Trace, step: &Step, after: &State, situation: Option<&Situation>) -> Vec<Departure> {
	let mut needed = pool::departures::adjust(trace, step);
	needed.extend(situation.and_then(|situation| adjust_allowance(step, after, situation)));
	needed
}

/// What the guardian repays uses up the owner's allowance there.
fn adjust_allowance(step: &Step, after: &State, situation: &Situation) -> Option<Departure> {
	if !["guardian_repay_borrow", "guardian_repay_debt"].contains(&step.op.as_str()) {
		return None;
	}
	let before = situation.info.staking_allowance?;
	let left = before - step.amount().expect("it was repaid");
	let target = step.target.as_deref().expect("a proxy is called");
	let recorded = number::<Balance>(&after["proxies"][target]["usdc_allowance_for_staking"]);
	assert_eq!(recorded, left, "the original lowers the allowance by what is repaid");
	Proxies::<Test>::mutate(situation.proxy, |info| {
		let info = info.as_mut().expect("it is there");
		assert_eq!(info.staking_allowance, Some(before), "the guardian leaves the allowance alone");
		info.staking_allowance = Some(left);
	});
	Some(Departure::D6)
}
