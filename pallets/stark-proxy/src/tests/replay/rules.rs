//! The rules by which a call of a proxy may end differently here and there. Each one checks that the case is its own,
//! and that ours did exactly what the specification says.

use super::{
	departures::{Case, Departure, Excuse},
	exchange_stand_in::Keys,
	outcome::{is_broken, name_of, Outcome},
	runtime::*,
	situation::{exceeds, Situation},
	trace::number,
	trades::{key, trade},
};
use crate::AllowedStarkKeys;
use serde_json::Value;
use tidepool_primitives::{Balance, StarkKey};

/// The rule that excuses a difference, if there is one.
pub fn explain(case: &Case, situation: &Situation) -> Option<Excuse> {
	match case.outcome {
		Outcome::Refused(error) if case.step.succeeded => refused_here(case, situation, &name_of(error)),
		Outcome::Refused(error) => refused_for_another_reason(case, situation, &name_of(error)),
		Outcome::Done { .. } if case.step.succeeded => done_otherwise(case, situation),
		Outcome::Done { .. } => done_here(case, situation),
		Outcome::Unspeakable(_) => None,
	}
}

/// The original did it.
fn refused_here(case: &Case, situation: &Situation, name: &str) -> Option<Excuse> {
	let step = case.step;
	let op = step.op.as_str();
	let (is_the_case, excuse) = match name {
		"StarkProxy::ZeroAmount" | "StarkProxy::NothingToWithdraw" => {
			(step.amount() == Some(0), Excuse::comparable(Departure::T8))
		},
		"StarkProxy::EmptyInput" => (step.list("args_hashes").is_empty(), Excuse::comparable(Departure::T15)),
		"StarkProxy::MissingRole" => {
			(op == "renounce_role" && step.events.is_empty(), Excuse::comparable(Departure::Section5_5))
		},
		"StarkProxy::LastHolder" => {
			(is_only_holder(case, step.text("account")), Excuse::incomparable(Departure::D3))
		},
		"StarkProxy::InvalidAccount" => (
			op == "grant_role" && step.text("account").starts_with("proxy_"),
			Excuse::incomparable(Departure::Section3_2),
		),
		"StarkProxy::StarkKeyNotOwnedByProxy" => (
			(brings_home(op) || op.starts_with("guardian_")) && !is_holder(case, situation),
			Excuse::incomparable(Departure::D10),
		),
		"StarkProxy::NoWithdrawableBalance" | "StarkProxy::AmountExceedsWithdrawable" => (
			is_approval_barred(case, situation) && step.amount()? > situation.excess(),
			Excuse::incomparable(Departure::D14),
		),
		"StarkProxy::StarkKeyNotAllowed" => (
			op == "queue_forced_trade_request"
				&& !AllowedStarkKeys::<Test>::contains_key(situation.proxy, stark_key(case)),
			Excuse::incomparable(Departure::T13),
		),
		"StarkProxy::ForcedTradeExpiresTooEarly" => (
			trade(&step.list("args"))?.submission_expiration < situation.now + WAITING,
			Excuse::incomparable(Departure::T14),
		),
		"StarkProxy::InvalidRecipient" => (
			["proxy_", "liquidity_staking", "stark_perpetual"]
				.iter()
				.any(|inside| step.text("recipient").starts_with(inside)),
			Excuse::incomparable(Departure::T22),
		),
		_ => return None,
	};
	is_the_case.then_some(excuse)
}

/// Both refused. Nothing has changed, so everything else is compared.
fn refused_for_another_reason(case: &Case, situation: &Situation, name: &str) -> Option<Excuse> {
	let step = case.step;
	let departure = match name {
		"StarkProxy::StarkKeyNotOwnedByProxy" => {
			let disallowed = step.failed_for(&["stark_key_not_allowed"]);
			(disallowed && brings_home(&step.op) && !is_holder(case, situation)).then_some(Departure::D10)
		},
		"StarkProxy::NothingToRepay" => {
			let exact = ["repay_exceeds_borrowed", "repay_exceeds_debt", "token_insufficient_balance"];
			(step.failed_for(&exact) && capped(case, situation)?.0 == 0).then_some(Departure::D15)
		},
		// The original runs out of tokens before it looks at the allowance for the debt.
		"StarkProxy::StakingAllowanceExceeded" if step.op == "auto_pay_or_borrow" => {
			let (due, debt) = spread_payment(case, situation)?;
			exceeds(situation.info.staking_allowance, due + debt).then_some(Departure::D7)
		},
		_ => is_broken(name, step, situation).then_some(Departure::Order),
	};
	departure.map(Excuse::comparable)
}

/// The original refused it.
fn done_here(case: &Case, situation: &Situation) -> Option<Excuse> {
	let step = case.step;
	let departure = match step.op.as_str() {
		"guardian_repay_borrow" | "guardian_repay_debt" => {
			let (amount, events) = capped(case, situation)?;
			let exact = ["repay_exceeds_borrowed", "repay_exceeds_debt", "token_insufficient_balance"];
			let is_barred = step.failed_for(&["token_insufficient_allowance"])
				&& exceeds(situation.info.staking_allowance, amount);
			let is_capped = step.failed_for(&exact) && amount < step.amount()?;
			let departure = if is_barred { Departure::D6 } else { Departure::D15 };
			((is_barred || is_capped) && case.events == events).then_some(departure)
		},
		"auto_pay_or_borrow" => {
			let (due, debt) = spread_payment(case, situation)?;
			(case.events == payment(situation, due, debt)).then_some(Departure::D7)
		},
		op if brings_home(op) => {
			let disallowed = step.failed_for(&["stark_key_not_allowed"]);
			(disallowed && is_holder(case, situation)).then_some(Departure::D10)
		},
		_ => None,
	};
	departure.map(Excuse::incomparable)
}

/// Both did it, but not in the same way.
fn done_otherwise(case: &Case, situation: &Situation) -> Option<Excuse> {
	let recorded = || super::events::expected(case.trace, case.step, Some(situation));
	match case.step.op.as_str() {
		"auto_pay_or_borrow" => {
			let returned = |place: usize| number::<Balance>(&case.step.returned[place]);
			let pays = situation.debt.min(situation.token);
			let as_there = returned(0) > 0 && returned(1) == 0 && returned(2) == pays;
			if as_there && situation.debt > pays && case.events == payment(situation, 0, pays) {
				return Some(Excuse::incomparable(Departure::D8));
			}
			let mut reordered = recorded();
			let is_of_debt = |event: &Event| matches!(event, Event::RepaidDebt { .. });
			reordered.sort_by_key(|event| !is_of_debt(event));
			let is_reordered = as_there && pays > 0 && case.events == reordered;
			is_reordered.then_some(Excuse::comparable(Departure::D9))
		},
		"external_withdraw_token" => {
			let amount = case.step.amount()?;
			let recipient = case.trace.account(case.step.text("recipient"))?;
			let proxy = situation.proxy;
			let event = Event::ExternalWithdrewToken { proxy, recipient, amount, from_approval: false };
			let is_from_excess = is_approval_barred(case, situation) && amount <= situation.excess();
			(is_from_excess && case.events == [event]).then_some(Excuse::incomparable(Departure::D14))
		},
		"guardian_veto_forced_trade_requests" => {
			let queue = &case.before["proxies"][case.step.target.as_deref()?]["queued_forced_trades"];
			let is_queued = |hash: &&str| queue[hash].as_str().is_some_and(|queued_at| queued_at != "0");
			let (queued, unknown) =
				case.step.list("args_hashes").into_iter().partition::<Vec<_>, _>(is_queued);
			let events = queued.into_iter().map(|hash| {
				let args = case.trace.trades.of(hash).expect("what is queued is known");
				let args_hash = StarkProxy::forced_trade_args_hash(situation.proxy, args);
				Event::ForcedTradeVetoed { proxy: situation.proxy, args_hash }
			});
			let is_silent = !unknown.is_empty() && case.events == events.collect::<Vec<_>>();
			is_silent.then_some(Excuse::comparable(Departure::T15))
		},
		_ => None,
	}
}

fn brings_home(op: &str) -> bool {
	["withdraw_from_exchange", "deposit_cancel", "deposit_reclaim"].contains(&op)
}

/// The proxy's key of a call to the exchange.
fn stark_key(case: &Case) -> StarkKey {
	match case.step.args["stark_key"].as_str() {
		Some(named) => key(named),
		None => key(case.step.list("args")[0]),
	}
}

/// Whether the key of a call is registered to the proxy.
fn is_holder(case: &Case, situation: &Situation) -> bool {
	Keys::get(stark_key(case)).as_ref() == Some(&situation.account)
}

/// Whether nobody else held an indispensable role.
fn is_only_holder(case: &Case, account: &str) -> bool {
	let role = case.step.text("role");
	let target = case.step.target.as_deref().expect("a proxy is called");
	let roles = case.before["proxies"][target]["roles"].as_object().expect("names");
	let holds =
		|roles: &Value| roles.as_array().is_some_and(|roles| roles.iter().any(|listed| listed == role));
	let holders = roles.iter().filter(|(_, roles)| holds(roles)).map(|(name, _)| name.as_str());
	["guardian", "owner"].contains(&role) && holders.eq([account])
}

/// Whether an approval would cover a withdrawal, but cannot be used.
fn is_approval_barred(case: &Case, situation: &Situation) -> bool {
	let covers = case.step.amount().is_some_and(|amount| situation.info.approved_amount >= amount);
	covers && (situation.debt > 0 || situation.is_overdue)
}

/// What a guardian's repayment comes to, and what it reports.
fn capped(case: &Case, situation: &Situation) -> Option<(Balance, Vec<Event>)> {
	let Situation { proxy, borrowed, debt, .. } = *situation;
	let by_guardian = true;
	let cap = |owed: Balance| Some(case.step.amount()?.min(owed).min(situation.token));
	let (amount, event) = match case.step.op.as_str() {
		"guardian_repay_borrow" => {
			let amount = cap(borrowed)?;
			(amount, Event::RepaidBorrow { proxy, amount, new_borrowed: borrowed - amount, by_guardian })
		},
		"guardian_repay_debt" => {
			let amount = cap(debt)?;
			(amount, Event::RepaidDebt { proxy, amount, new_debt: debt - amount, by_guardian })
		},
		_ => return None,
	};
	Some((amount, vec![event]))
}

/// What auto-pay pays of the loan and of the debt where the original tries to pay more than there is.
fn spread_payment(case: &Case, situation: &Situation) -> Option<(Balance, Balance)> {
	let due = situation.due();
	let left = situation.token.checked_sub(due)?;
	let is_stale = due > 0 && situation.debt.min(situation.token) > left;
	let has_failed = case.step.failed_for(&["token_insufficient_balance"]);
	(is_stale && has_failed).then(|| (due, situation.debt.min(left)))
}

/// What auto-pay reports when it only pays.
fn payment(situation: &Situation, repaid_borrow: Balance, repaid_debt: Balance) -> Vec<Event> {
	let Situation { proxy, borrowed, debt, .. } = *situation;
	let by_guardian = false;
	let (new_borrowed, new_debt) = (borrowed - repaid_borrow, debt - repaid_debt);
	let of_borrow = Event::RepaidBorrow { proxy, amount: repaid_borrow, new_borrowed, by_guardian };
	let of_debt = Event::RepaidDebt { proxy, amount: repaid_debt, new_debt, by_guardian };
	let repaid = [(repaid_borrow, of_borrow), (repaid_debt, of_debt)];
	let repaid = repaid.into_iter().filter(|(amount, _)| *amount > 0).map(|(_, event)| event);
	repaid.chain([Event::AutoPaid { proxy, borrowed: 0, repaid_borrow, repaid_debt }]).collect()
}
