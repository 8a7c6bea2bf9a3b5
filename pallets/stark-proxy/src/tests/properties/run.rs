//! Takes steps and checks after each that everything is as the books say and that the properties hold.

use super::{
	books::Books,
	callers::{needed, people, Caller},
	checks::Before,
	op::Op,
	rules::{Outcome, Plan, Refusal, Ruling},
	steps::{keys, Step, INSUFFICIENT, KEYS},
};
use crate::{mock::*, tests::support::Call, types::Role};
use frame_support::{
	assert_ok,
	dispatch::DispatchResult,
	storage::with_transaction,
	traits::{fungibles::Mutate, GetCallName},
};
use sp_runtime::{ArithmeticError, DispatchError, ModuleError, StateVersion, TransactionOutcome};
use std::collections::BTreeSet;
use tidepool_primitives::Balance;

/// Index of the pallet in the runtime of the tests.
const PALLET: u8 = 6;

/// The pallets, the books, and what happened so far.
pub struct Run {
	ext: sp_io::TestExternalities,
	state: State,
}

/// Calls that were made, and with which error of the pallet they failed if they did.
pub type Seen = BTreeSet<(&'static str, Option<&'static str>)>;

/// Which parts auto-pay had: borrowing, repaying of the loan and of the debt.
pub type Payments = BTreeSet<[bool; 3]>;

struct State {
	books: Books,
	steps: usize,
	/// Calls by somebody without the right to them.
	intrusions: usize,
	issuance: Balance,
	seen: Seen,
	payments: Payments,
}

impl Run {
	/// Two proxies with shares of the pool, each with a recipient and an allowed key, and a stranger with another key.
	pub fn new() -> Self {
		let mut ext = ExtBuilder::default().build();
		let (books, issuance) = ext.execute_with(|| {
			Claimable::set(5 * ED);
			assert_ok!(Assets::force_create(RuntimeOrigin::root(), INSUFFICIENT, ISSUER, false, 1));
			for asset in [OTHER, INSUFFICIENT] {
				assert_ok!(Assets::mint_into(asset, &STRANGER, FUNDS));
			}
			let mut books = Books::with_owners(&[OWNER_A, OWNER_B]);
			for proxy in [A, B] {
				allow_recipient(proxy);
				registered(proxy, proxy as u8);
				let record = books.proxies.get_mut(&proxy).expect("it exists");
				record.recipients.insert(RECIPIENT);
				record.keys.insert(keys()[proxy as usize]);
			}
			registered_to(&STRANGER, KEYS as u8 - 1);
			(books, Assets::total_supply(USDC))
		});
		let state =
			State { books, steps: 0, intrusions: 0, issuance, seen: Seen::new(), payments: Payments::new() };
		state.check_start(&mut ext);
		Self { ext, state }
	}

	pub fn step(&mut self, op: &Op) {
		let Self { ext, state } = self;
		ext.execute_with(|| op.expand().iter().for_each(|op| state.take(op)));
	}

	pub fn seen(&self) -> &Seen {
		&self.state.seen
	}

	pub fn payments(&self) -> &Payments {
		&self.state.payments
	}

	/// How many steps were taken, those that failed included, and how many calls without the right to them.
	pub fn counts(&self) -> [usize; 2] {
		[self.state.steps, self.state.intrusions]
	}
}

fn root() -> Vec<u8> {
	sp_io::storage::root(StateVersion::V1)
}

/// The name of an error of the pallet.
fn name_of(error: &DispatchError) -> Option<&'static str> {
	match error {
		DispatchError::Module(ModuleError { index: PALLET, message, .. }) => *message,
		_ => None,
	}
}

impl State {
	fn check_start(&self, ext: &mut sp_io::TestExternalities) {
		ext.execute_with(|| self.books.compare("at the start"));
	}

	fn take(&mut self, op: &Op) {
		self.steps += 1;
		System::reset_events();
		match op.step(&self.books) {
			Step::Call(call, by) => self.call(&call, &by),
			Step::Foreign(call, origin) => self.foreign(*call, origin),
			Step::Wait(until) => {
				set_time(until);
				System::set_block_number(System::block_number() + 1);
			},
			Step::Intrusion => self.intrude(op),
			Step::Nothing => return,
		}
		let context = format!("step {}: {op:?}", self.steps);
		assert_eq!(Assets::total_supply(USDC), self.issuance, "{context}: P5, total issuance");
		self.books.compare(&context);
		for proxy in self.books.proxies.values() {
			let within = proxy.left_by_approval <= proxy.increases;
			assert!(within, "{context}: P3, more left than was approved");
		}
		check_invariants();
	}

	/// A call of the pallet: the rules tell what becomes of it.
	fn call(&mut self, call: &Call, by: &Caller) {
		let context = format!("step {}: {call:?} by {by:?}", self.steps);
		let mut after = self.books.clone();
		let ruling = after.rule(call, by);
		let before = Before::of(call, &self.books);
		// Every fourth step, because it takes as long as all the rest.
		let root = || self.steps.is_multiple_of(4).then(root);
		let root_before = root();
		let result = dispatch(call.clone(), by.origin());
		let is_unchanged = result.is_ok() || root() == root_before;
		self.note(call, &result);
		self.compare(&ruling, &result, &context);
		match (result, ruling) {
			(Ok(()), Ok(plan)) => {
				before.check(call, by, &plan, &self.books, &context);
				self.books = after;
				self.check_auto_pay(call, by, &plan, &context);
				self.payments.extend(plan.auto_pay.map(|payment| payment.map(|amount| amount > 0)));
			},
			_ => {
				assert!(is_unchanged, "{context}: a failed call changes nothing");
				assert!(System::read_events_for_pallet::<Event>().is_empty(), "{context}");
			},
		}
	}

	fn note(&mut self, call: &Call, result: &DispatchResult) {
		let name = call.get_call_name();
		match result {
			Ok(()) => self.seen.insert((name, None)),
			Err(error) => name_of(error).is_some_and(|error| self.seen.insert((name, Some(error)))),
		};
	}

	fn compare(&self, ruling: &Ruling, result: &DispatchResult, context: &str) {
		let is_as_ruled = match (ruling, result) {
			(Err(Refusal::BadOrigin), Err(error)) => *error == DispatchError::BadOrigin,
			(Err(Refusal::Overflow), Err(error)) => *error == ArithmeticError::Overflow.into(),
			(Err(Refusal::Named(name)), Err(error)) => name_of(error) == Some(name),
			(Err(_), Ok(())) => false,
			(Ok(plan), Ok(())) => plan.outcome != Outcome::Refused,
			(Ok(plan), Err(error)) => plan.outcome != Outcome::Granted && name_of(error).is_none(),
		};
		assert!(is_as_ruled, "{context}: ruled {ruling:?}, got {result:?}");
	}

	/// P4: what auto-pay did was announced, leaves nothing overdue, and is all there was to do.
	fn check_auto_pay(&self, call: &Call, by: &Caller, plan: &Plan, context: &str) {
		let Call::auto_pay_or_borrow { proxy } = call else { return };
		let announced = |[borrowed, repaid_borrow, repaid_debt]: [Balance; 3]| Event::AutoPaid {
			proxy: *proxy,
			borrowed,
			repaid_borrow,
			repaid_debt,
		};
		let done = plan.auto_pay.expect("it is auto-pay");
		assert_eq!(proxy_events().pop(), Some(announced(done)), "{context}: P4");
		assert!(done[0] == 0 || done[1] == 0, "{context}: P4, borrows and repays at once");
		let account = proxy_account(*proxy);
		let share = LiquidityStaking::allocated_balance_next(account.clone());
		assert!(LiquidityStaking::borrowed_balance(account) <= share, "{context}: P4");
		let again = with_transaction(|| {
			let result = dispatch(call.clone(), by.origin());
			TransactionOutcome::Rollback(result.map(|()| proxy_events().pop()))
		});
		assert_eq!(again, Ok(Some(announced([0, 0, 0]))), "{context}: P4, the second call");
	}

	/// A call of another pallet: it concerns the proxies' money only.
	fn foreign(&mut self, call: RuntimeCall, origin: RuntimeOrigin) {
		let context = format!("step {}: {call:?}", self.steps);
		let result = dispatch(call, origin);
		if result.is_err() {
			assert_eq!(System::event_count(), 0, "{context}: a failed call reports nothing");
		}
	}

	/// P8: nobody who signs can do what is the guardians', the veto guardians' or governance's, whatever the arguments. P9:
	/// nor anything else without the role it needs.
	fn intrude(&mut self, op: &Op) {
		let everybody = people(&self.books).into_iter().map(Caller::Signed);
		let everybody = everybody.chain([Caller::Root, Caller::Nobody]).collect::<Vec<_>>();
		let root_before = root();
		for call in op.all_calls(&self.books) {
			let name = call.get_call_name();
			let is_gated = match needed(&call) {
				Some((_, role)) => [Role::Guardian, Role::VetoGuardian].contains(&role),
				None => name != "create_proxy",
			};
			for by in &everybody {
				let has_role = needed(&call).is_none_or(|(proxy, role)| self.books.holds(proxy, role, by));
				if !is_gated && has_role {
					continue;
				}
				let result = dispatch(call.clone(), by.origin());
				assert!(result.is_err(), "P8, P9: {call:?} by {by:?}");
				self.intrusions += 1;
			}
		}
		assert_eq!(root(), root_before, "P8, P9: a refused call changed something");
	}
}
