//! Takes steps on the exchange and in the model at once and compares the two after each.

use super::{
	checks::Memory,
	model::{Model, Refusal},
	op::{Action, Call, Op},
	people::{self, KEYS, PEOPLE},
};
use crate::{
	mock::*,
	types::{Position, Totals},
	ForcedInBlock, ForcedRequests, Frozen, KeyOwner, KeysOf, LastState, LastUnfreezeAllowedAt,
	NextPositionId, Operators, PendingDeposits, PendingWithdrawals, PositionOfKey, Positions, UsedTrades,
	UsedTransfers,
};
use frame_support::{dispatch::DispatchResult, traits::GetCallName};
use sp_runtime::{traits::Dispatchable, DispatchError, StateVersion};
use std::{
	collections::{BTreeMap, BTreeSet},
	fmt,
};

/// What is fixed for a sequence of steps.
#[derive(Clone, Debug)]
pub struct Setup {
	pub quantum: u64,
	pub max_keys: u32,
	pub max_operators: u32,
	/// Equity of the first four people to begin with.
	pub equity: u64,
}

/// What was done, and with which error of the exchange it failed if it did.
pub type Seen = BTreeSet<(&'static str, Option<&'static str>)>;

/// An exchange, its model, and what is remembered from step to step.
pub struct Run {
	ext: sp_io::TestExternalities,
	state: State,
}

struct State {
	model: Model,
	memory: Memory,
	steps: usize,
	seen: Seen,
}

/// Tells where a check failed; put into words only then.
struct Context<'a>(usize, &'a Action);

impl fmt::Display for Context<'_> {
	fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(formatter, "step {}: {:?}", self.0, self.1)
	}
}

impl Run {
	pub fn new(setup: &Setup) -> Self {
		let builder = ExtBuilder::default().quantum(setup.quantum).max_keys(setup.max_keys);
		let ext = builder.max_operators(setup.max_operators).build();
		let model = Model {
			now: START,
			block: 1,
			quantum: setup.quantum,
			max_keys: setup.max_keys,
			max_operators: setup.max_operators,
			tokens: HOLDERS.map(|account| (account, FUNDS)).into(),
			operators: [OPERATOR].into(),
			restricted: [PROXY].into(),
			..Default::default()
		};
		let state = State { model, memory: Memory::default(), steps: 0, seen: Seen::new() };
		let mut run = Self { ext, state };
		run.begin(setup.equity);
		run
	}

	/// The first four people register a key each and deposit.
	fn begin(&mut self, equity: u64) {
		let Self { ext, state } = self;
		ext.execute_with(|| {
			for (index, account) in PEOPLE.into_iter().take(4).enumerate() {
				let (key, position) = (KEYS[index], index as u64 + 1);
				let signature = people::registration(&account, &key);
				state.take(&Action::Call(account.clone(), Call::register_user { key, signature }));
				let q = equity.min(state.model.affordable(&account));
				state.take(&Action::Call(account, Call::deposit { key, position, q }));
				let BatchBuilder(batch) = batch().deposit_to(key, position, q);
				state.take(&Action::Call(OPERATOR, Call::update_state { batch }));
			}
		});
	}

	/// Takes one step and compares exchange and model.
	pub fn step(&mut self, op: &Op) {
		let Self { ext, state } = self;
		ext.execute_with(|| {
			for op in op.clone().expand() {
				let action = op.resolve(&state.model);
				state.take(&action);
			}
		});
	}

	pub fn seen(&self) -> &Seen {
		&self.state.seen
	}

	/// How many steps were taken, those that failed included.
	pub fn steps(&self) -> usize {
		self.state.steps
	}
}

impl State {
	fn take(&mut self, action: &Action) {
		self.steps += 1;
		let context = Context(self.steps, action);
		self.memory.before_step();
		System::reset_events();
		let expected = self.model.apply(action);
		let root = || sp_io::storage::root(StateVersion::V1);
		let before = expected.is_err().then(root);
		let result = perform(action);
		if before.is_some() {
			assert_eq!(before, Some(root()), "{context}: a failed call changes nothing");
		}
		self.note(action, &result);
		let all = all_events();
		match (expected, &result) {
			(Ok(expected), Ok(())) => {
				let ours = all.iter().filter_map(|event| match event {
					RuntimeEvent::StarkExchange(event) => Some(event.clone()),
					_ => None,
				});
				assert_eq!(ours.collect::<Vec<_>>(), expected, "{context}");
			},
			(Err(Refusal::Exactly(expected)), Err(error)) => assert_eq!(expected, *error, "{context}"),
			(Err(Refusal::Tokens), Err(error)) => assert!(is_of_the_tokens(error), "{context}: {error:?}"),
			(expected, result) => panic!("{context}: expected {expected:?}, got {result:?}"),
		}
		self.compare(&context);
		self.memory.after_step(action, result.is_ok(), &all, &context);
		StarkExchange::do_try_state().unwrap_or_else(|error| panic!("{context}: {error:?}"));
	}

	fn note(&mut self, action: &Action, result: &DispatchResult) {
		let name = match action {
			Action::Call(_, call) => call.get_call_name(),
			Action::Gift(..) => "gift",
			Action::Restrict(..) => "restrict",
			Action::Wait(_) => "wait",
		};
		match result {
			Ok(()) => drop(self.seen.insert((name, None))),
			Err(DispatchError::Module(module)) if module.index == 4 => {
				self.seen.insert((name, module.message));
			},
			Err(_) => {},
		}
	}

	/// Everything the model knows is what the exchange has stored.
	fn compare(&self, context: &Context) {
		let model = &self.model;
		for (account, tokens) in model.tokens.clone() {
			assert_eq!(usdc(account.clone()), tokens, "{context}: tokens of {account}");
		}
		let record = |(number, (key, equity)): (u64, &(_, u64))| {
			(number, Position { key: *key, equity: *equity, open_forced: model.open_requests(number) })
		};
		let positions = (1..).zip(&model.positions).map(record).collect::<BTreeMap<_, _>>();
		assert_eq!(Positions::<Test>::iter().collect::<BTreeMap<_, _>>(), positions, "{context}");
		assert_eq!(NextPositionId::<Test>::get(), positions.len() as u64 + 1, "{context}");
		let numbers = positions.iter().map(|(number, record)| (record.key, *number)).collect();
		assert_eq!(PositionOfKey::<Test>::iter().collect::<BTreeMap<_, _>>(), numbers, "{context}");
		assert_eq!(KeyOwner::<Test>::iter().collect::<BTreeMap<_, _>>(), model.owners, "{context}");
		let keys = KeysOf::<Test>::iter().map(|(owner, key, ())| (key, owner));
		assert_eq!(keys.collect::<BTreeMap<_, _>>(), model.owners, "{context}");

		let pending =
			PendingDeposits::<Test>::iter().map(|(key, position, pending)| ((key, position), pending));
		assert_eq!(pending.collect::<BTreeMap<_, _>>(), model.pending, "{context}");
		let credited = PendingWithdrawals::<Test>::iter().collect::<BTreeMap<_, _>>();
		assert_eq!(credited, model.credited, "{context}");
		let totals = Totals {
			pending_deposits: model.pending.values().map(|pending| u128::from(pending.amount)).sum(),
			equity: model.positions.iter().map(|(_, equity)| u128::from(*equity)).sum(),
			pending_withdrawals: model.credited.values().map(|q| u128::from(*q)).sum(),
		};
		assert_eq!(StarkExchange::totals(), totals, "{context}");
		self.compare_requests(context);
	}

	fn compare_requests(&self, context: &Context) {
		let model = &self.model;
		let requests = ForcedRequests::<Test>::iter().collect::<BTreeMap<_, _>>();
		assert_eq!(requests, model.requests, "{context}");
		let trades = UsedTrades::<Test>::iter().collect::<BTreeMap<_, _>>();
		assert_eq!(trades, model.used_trades, "{context}");
		let transfers = UsedTransfers::<Test>::iter().collect::<BTreeMap<_, _>>();
		assert_eq!(transfers, model.used_transfers, "{context}");
		assert_eq!(ForcedInBlock::<Test>::get(), model.forced, "{context}");
		assert_eq!(LastState::<Test>::get(), model.last, "{context}");
		assert_eq!(Frozen::<Test>::get(), model.frozen, "{context}");
		assert_eq!(LastUnfreezeAllowedAt::<Test>::get(), model.thaw, "{context}");
		assert_eq!(Operators::<Test>::iter_keys().collect::<BTreeSet<_>>(), model.operators, "{context}");
	}
}

/// Whether somebody cannot pay. More than all tokens there are cannot even be counted.
fn is_of_the_tokens(error: &DispatchError) -> bool {
	match error {
		DispatchError::Module(module) => module.index == 3,
		DispatchError::Token(_) | DispatchError::Arithmetic(_) => true,
		_ => false,
	}
}

fn perform(action: &Action) -> DispatchResult {
	match action.clone() {
		Action::Call(caller, call) => {
			let result = RuntimeCall::from(call).dispatch(signed(caller));
			result.map(|_| ()).map_err(|failure| failure.error)
		},
		Action::Gift(from, amount) => Assets::transfer(signed(from), USDC, exchange_account(), amount),
		Action::Restrict(account, restricted) => {
			restrict(account, restricted);
			Ok(())
		},
		Action::Wait(until) => {
			next_block();
			set_time(until);
			Ok(())
		},
	}
}
