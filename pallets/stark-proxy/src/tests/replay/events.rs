//! The events of the proxies, here and there.

use super::{
	runtime::*,
	situation::Situation,
	storage::{allowance, role},
	trace::{number, text_of, Step, Trace},
	trades::{key, trade},
};
use crate::types::ProxyId;
use serde_json::Value;
use tidepool_primitives::{Balance, ForcedTradeArgs};

/// What the proxies reported here.
pub fn ours() -> Vec<Event> {
	System::read_events_for_pallet::<Event>()
}

/// What they would have reported here if the call did exactly what it did there.
pub fn expected(trace: &Trace, step: &Step, situation: Option<&Situation>) -> Vec<Event> {
	let is_of_proxy = |event: &&Value| {
		let name = (event["module"].as_str(), event["name"].as_str());
		name.0 == Some("stark_proxy") || name == (Some("merkle_distributor"), Some("RewardsClaimed"))
	};
	let Some(situation) = situation.filter(|_| step.succeeded) else {
		assert_eq!(step.events.iter().filter(is_of_proxy).count(), 0, "only calls of proxies have events");
		return vec![];
	};
	let of_step = Recorded { trace, step, situation, proxy: situation.proxy };
	let recorded = step.events.iter().filter(is_of_proxy).map(|event| of_step.event(event));
	recorded.chain(of_step.without_counterpart()).collect()
}

/// The events of one step of a trace.
struct Recorded<'a> {
	trace: &'a Trace,
	step: &'a Step,
	situation: &'a Situation,
	proxy: ProxyId,
}

impl Recorded<'_> {
	fn account(&self, name: &Value) -> AccountId {
		self.trace.account(&text_of(name)).expect("an account that our types can hold")
	}

	fn trade(&self) -> ForcedTradeArgs {
		trade(&self.step.list("args")).expect("our types can hold it")
	}

	fn event(&self, event: &Value) -> Event {
		let args = &event["args"];
		let proxy = self.proxy;
		let source = if event["module"] == "stark_proxy" { &event["source"] } else { &args["account"] };
		assert_eq!(
			self.trace.proxy(&text_of(source)),
			proxy,
			"a call has events of the proxy that is called"
		);
		let amount = || number::<Balance>(&args["amount"]);
		let account = |name| self.account(&args[name]);
		let by_guardian = args["is_guardian_action"] == true;
		match event["name"].as_str().expect("a name") {
			"RoleGranted" => {
				let (role, account, by) =
					(role(&text_of(&args["role"])), account("account"), account("sender"));
				Event::RoleGranted { proxy, role, account, by: Some(by) }
			},
			"RoleRevoked" => {
				let (role, account, by) =
					(role(&text_of(&args["role"])), account("account"), account("sender"));
				Event::RoleRevoked { proxy, role, account, by: Some(by) }
			},
			"UpdatedExternalRecipient" => {
				let (recipient, allowed) = (account("recipient"), args["is_allowed"] == true);
				Event::ExternalRecipientUpdated { proxy, recipient, allowed }
			},
			"UpdatedStarkKey" => {
				let (key, allowed) = (key(&text_of(&args["stark_key"])), args["is_allowed"] == true);
				Event::StarkKeyUpdated { proxy, key, allowed }
			},
			"Borrowed" => {
				let new_borrowed = number(&args["new_borrowed_balance"]);
				Event::Borrowed { proxy, amount: amount(), new_borrowed }
			},
			"RepaidBorrow" => {
				let new_borrowed = number(&args["new_borrowed_balance"]);
				Event::RepaidBorrow { proxy, amount: amount(), new_borrowed, by_guardian }
			},
			"RepaidDebt" => {
				let new_debt = number(&args["new_debt_balance"]);
				Event::RepaidDebt { proxy, amount: amount(), new_debt, by_guardian }
			},
			"ExternalWithdrewToken" => {
				// The original looks at the approval only.
				let from_approval = self.situation.info.approved_amount >= amount();
				Event::ExternalWithdrewToken {
					proxy,
					recipient: account("recipient"),
					amount: amount(),
					from_approval,
				}
			},
			"ExternalWithdrewOtherToken" => {
				assert_eq!(args["token"], "dydx", "the only other token");
				let (recipient, amount) = (account("recipient"), amount());
				Event::ExternalWithdrewOtherToken { proxy, asset: DYDX, recipient, amount }
			},
			"ExternalWithdrewEther" => {
				Event::ExternalWithdrewNative { proxy, recipient: account("recipient"), amount: amount() }
			},
			"RewardsClaimed" => Event::RewardsClaimed { proxy, amount: amount() },
			"GuardianUpdateApprovedAmountForExternalWithdrawal" => {
				Event::ApprovedAmountUpdated { proxy, approved: amount(), expires_at: None }
			},
			"BorrowingRestrictionChanged" => {
				let restricted = args["is_borrowing_restricted"] == true;
				Event::BorrowingRestrictionChanged { proxy, restricted, emergency: false }
			},
			name => self.exchange_event(name, args),
		}
	}

	fn exchange_event(&self, name: &str, args: &Value) -> Event {
		let proxy = self.proxy;
		let key = || key(&text_of(&args["stark_key"]));
		let by_guardian = args["is_guardian_action"] == true;
		let hash = |args| StarkProxy::forced_trade_args_hash(proxy, args);
		match name {
			"DepositedToExchange" => {
				let (position, amount) = (number(&args["stark_vault_id"]), number(&args["token_amount"]));
				Event::DepositedToExchange { proxy, key: key(), position, amount }
			},
			"WithdrewFromExchange" => {
				let amount = number(&args["token_amount"]);
				Event::WithdrewFromExchange { proxy, key: key(), amount, by_guardian }
			},
			"DepositCanceled" => {
				let position = number(&args["vault_id"]);
				Event::DepositCanceled { proxy, key: key(), position, by_guardian }
			},
			"DepositReclaimed" => {
				let (position, amount) = (number(&args["vault_id"]), number(&args["funds_reclaimed"]));
				Event::DepositReclaimed { proxy, key: key(), position, amount, by_guardian }
			},
			"RequestedForcedWithdrawal" => {
				let (position, amount) =
					(number(&args["vault_id"]), number(&self.step.args["quantized_amount"]));
				Event::ForcedWithdrawalRequested { proxy, key: key(), position, amount, by_guardian }
			},
			"RequestedForcedTrade" => {
				let (position, args_hash) = (number(&args["vault_id"]), hash(self.trade()));
				Event::ForcedTradeRequested { proxy, key: key(), position, args_hash, by_guardian }
			},
			"QueuedForcedTradeRequest" => {
				assert_eq!(args["args"], self.step.args["args"], "what is queued is what was asked for");
				let (trade, executable_from) = (self.trade(), self.situation.now + WAITING);
				Event::ForcedTradeQueued {
					proxy,
					args: trade,
					args_hash: hash(trade),
					executable_from,
					expires_at: executable_from + GRACE,
				}
			},
			"GuardianVetoedForcedTradeRequest" => {
				let vetoed = self.trace.trades.of(&text_of(&args["args_hash"]));
				Event::ForcedTradeVetoed { proxy, args_hash: vetoed.map(hash).unwrap_or_default() }
			},
			name => panic!("the event {name} of a proxy is not known"),
		}
	}

	/// What the original returns or leaves to the token to report.
	fn without_counterpart(&self) -> Option<Event> {
		let proxy = self.proxy;
		match self.step.op.as_str() {
			"auto_pay_or_borrow" => {
				let returned = |place: usize| number(&self.step.returned[place]);
				let (borrowed, repaid_borrow, repaid_debt) = (returned(0), returned(1), returned(2));
				Some(Event::AutoPaid { proxy, borrowed, repaid_borrow, repaid_debt })
			},
			"set_staking_contract_allowance" => {
				let limit = allowance(&self.step.args["amount"]);
				Some(Event::StakingAllowanceSet { proxy, limit })
			},
			"set_exchange_contract_allowance" => {
				let limit = allowance(&self.step.args["amount"]);
				Some(Event::ExchangeAllowanceSet { proxy, limit })
			},
			_ => None,
		}
	}
}

/// Whether the proxies reported here what they did there.
pub fn agree(trace: &Trace, step: &Step, situation: Option<&Situation>) -> Result<usize, String> {
	let (expected, ours) = (expected(trace, step, situation), ours());
	(expected == ours).then_some(ours.len()).ok_or(format!("expected the events {expected:?}, got {ours:?}"))
}
