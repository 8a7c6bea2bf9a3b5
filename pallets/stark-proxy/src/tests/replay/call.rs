//! The recorded calls as calls of the pallets.

use super::{
	exchange_stand_in::ExchangeStandIn,
	outcome::{Outcome, Unspeakable},
	pool, proxy_call,
	runtime::*,
	situation::Situation,
	trace::{Step, Trace},
	trades::{self, key},
};
use frame_support::dispatch::{DispatchResult, DispatchResultWithPostInfo};
use serde_json::{json, Value};
use sp_core::H256;
use std::str::FromStr;
use tidepool_primitives::{
	Balance, ForcedTradeArgs, PerpetualExchange, PositionId, StarkKey, StarkSignature,
};

pub type Speakable<V> = Result<V, Unspeakable>;

/// Nobody checks signatures here.
pub const SIGNATURE: StarkSignature = StarkSignature { r: [0; 32], s: [0; 32] };

/// The arguments of a call, as far as ours can take them.
pub struct Arguments<'a> {
	pub trace: &'a Trace,
	pub step: &'a Step,
}

impl Arguments<'_> {
	pub fn account_of(&self, name: &str) -> Speakable<AccountId> {
		self.trace.account(name).ok_or(Unspeakable::ZeroAddress)
	}

	pub fn account(&self, argument: &str) -> Speakable<AccountId> {
		self.account_of(self.step.text(argument))
	}

	pub fn number<N: FromStr>(&self, argument: &str) -> Speakable<N> {
		self.step.text(argument).parse().map_err(|_| Unspeakable::Width)
	}

	pub fn caller(&self) -> RuntimeOrigin {
		let name = self.step.caller.as_deref().expect("a call has a caller");
		RuntimeOrigin::signed(self.trace.account(name).expect("the zero address calls nobody"))
	}

	/// The original names the account that renounces, and fails if it is not the caller.
	pub fn ensure_for_oneself(&self) -> Speakable<()> {
		let is_caller = self.step.caller.as_deref() == Some(self.step.text("account"));
		is_caller.then_some(()).ok_or(Unspeakable::Interface)
	}

	pub fn key(&self) -> StarkKey {
		key(self.step.text("stark_key"))
	}

	pub fn position(&self) -> Speakable<PositionId> {
		self.step.text("vault_id").parse().map_err(|_| Unspeakable::Vault)
	}

	pub fn trade(&self) -> Speakable<ForcedTradeArgs> {
		trades::trade(&self.step.list("args")).ok_or(Unspeakable::Width)
	}

	pub fn hashes(&self, argument: &str) -> impl Iterator<Item = H256> + '_ {
		self.step.list(argument).into_iter().map(|hash| H256::from_str(hash).expect("a hash"))
	}

	/// An allowance, which exists for the borrow token only. One beyond our width is none.
	pub fn limit(&self) -> Speakable<Option<Balance>> {
		match self.step.text("token") {
			"usdc" => Ok(self.step.amount()),
			_ => Err(Unspeakable::Interface),
		}
	}
}

/// Makes the recorded call.
pub fn perform(trace: &Trace, step: &Step, situation: Option<&Situation>) -> Outcome {
	System::reset_events();
	let arguments = Arguments { trace, step };
	let before = root();
	let result = match step.module.as_str() {
		"stark_proxy" => proxy_call::perform(&arguments, situation.expect("a proxy is called").proxy),
		"liquidity_staking" => pool::call::perform(&arguments),
		"stark_perpetual" => exchange_call(&arguments),
		"usdc" => token_call(&arguments, USDC),
		"dydx" => token_call(&arguments, DYDX),
		"none" => Ok(Ok(())),
		module => panic!("the module {module} is not known"),
	};
	match result {
		Ok(Ok(())) => Outcome::Done { returned: returned(step, situation) },
		Ok(Err(error)) => {
			assert_eq!(root(), before, "a call that fails changes nothing");
			Outcome::Refused(error)
		},
		Err(unspeakable) => Outcome::Unspeakable(unspeakable),
	}
}

fn root() -> Vec<u8> {
	sp_io::storage::root(sp_core::storage::StateVersion::V1)
}

pub fn plain(result: DispatchResultWithPostInfo) -> DispatchResult {
	result.map(|_| ()).map_err(|failure| failure.error)
}

fn token_call(arguments: &Arguments, asset: AssetId) -> Speakable<DispatchResult> {
	match arguments.step.op.as_str() {
		"transfer" => {
			let (recipient, amount) = (arguments.account("recipient")?, arguments.number("amount")?);
			Ok(Assets::transfer(arguments.caller(), asset, recipient, amount))
		},
		// The treasury lets the original pull its rewards; ours needs no leave.
		"approve" => Ok(Ok(())),
		op => panic!("the call {op} of a token is not known"),
	}
}

/// Anybody can register any key of the stand-in to anybody.
fn exchange_call(arguments: &Arguments) -> Speakable<DispatchResult> {
	assert_eq!(arguments.step.op, "register_user", "the only recorded call of the exchange");
	let holder = arguments.account("eth_key")?;
	Ok(ExchangeStandIn::register_user(&holder, arguments.key(), &SIGNATURE).map(|_| ()))
}

/// The amounts that the original returns; here they are in the events, or were in the state before.
fn returned(step: &Step, situation: Option<&Situation>) -> Value {
	match (step.module.as_str(), step.op.as_str()) {
		("liquidity_staking", op) => pool::call::returned(op),
		("stark_proxy", "reset_approved_amount_for_external_withdrawal") => {
			json!(situation.expect("a proxy is called").info.approved_amount.to_string())
		},
		("stark_proxy", _) => {
			let events = System::read_events_for_pallet::<Event>();
			events.iter().rev().find_map(amount_returned).unwrap_or_default()
		},
		_ => Value::Null,
	}
}

fn amount_returned(event: &Event) -> Option<Value> {
	match event {
		Event::AutoPaid { borrowed, repaid_borrow, repaid_debt, .. } => {
			Some(json!([borrowed, repaid_borrow, repaid_debt].map(|amount| amount.to_string())))
		},
		Event::DepositedToExchange { amount, .. }
		| Event::WithdrewFromExchange { amount, .. }
		| Event::RewardsClaimed { amount, .. }
		| Event::ApprovedAmountUpdated { approved: amount, .. } => Some(json!(amount.to_string())),
		_ => None,
	}
}
