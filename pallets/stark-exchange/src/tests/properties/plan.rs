//! Batches: items that a careful operator would submit, or a careless one, and what a malicious one makes of them.

use super::{
	model::Model,
	op::{amount, Action, Amount, Call},
	people::{self, secret_of, CANDIDATES},
	resolve::{choose, some_key, some_position},
	spoil::{flaw, Flaw},
};
use crate::{
	mock::*,
	types::{ForcedOutcome, RejectionReason, TransferOrder},
};
use proptest::{collection::vec, prelude::*};
use std::collections::BTreeMap;
use tidepool_primitives::{PositionId, Seconds};

#[derive(Clone, Copy, Debug)]
enum Part {
	Deposit,
	Transfer,
	Settlement,
	Forced,
	Withdrawal,
}

#[derive(Clone, Copy, Debug)]
struct Item {
	part: Part,
	pick: [usize; 3],
	amount: Amount,
}

/// The time of a batch in relation to what is allowed.
#[derive(Clone, Copy, Debug)]
enum Time {
	/// From as early as can be to the present, in quarters.
	Quarter(u64),
	/// Around the latest that is too early.
	Oldest(i8),
	/// Around the earliest that is too late.
	Newest(i8),
	/// Around that of the last batch.
	Last(i8),
}

/// A batch before it is known in which state it is submitted.
#[derive(Clone, Debug)]
pub struct Plan {
	items: Vec<Item>,
	time: Time,
	/// Whether items stay in the batch that cannot work.
	is_careless: bool,
	flaws: Vec<Flaw>,
	operator: usize,
}

/// What the items add up to, with the state that each of them starts from.
struct Draft {
	model: Model,
	batch: Batch,
	is_careless: bool,
}

impl Plan {
	/// A transfer of one unit that expires at once.
	pub fn transfer([a, b, _]: [usize; 3]) -> Self {
		let pick = [a / 10 * 10 + 1, b / 10 * 10 + 1, 7];
		let item = Item { part: Part::Transfer, pick, amount: Amount::Exactly(1) };
		Self { items: vec![item], time: Time::Quarter(4), is_careless: false, flaws: Vec::new(), operator: 0 }
	}

	/// The last transfer once more, as early as can be.
	pub fn last_transfer() -> Self {
		let item = Item { part: Part::Transfer, pick: [0; 3], amount: Amount::Exactly(1) };
		Self { items: vec![item], time: Time::Quarter(0), is_careless: true, flaws: Vec::new(), operator: 0 }
	}

	pub fn resolve(&self, model: &Model) -> Action {
		let BatchBuilder(mut batch) = batch();
		batch.system_time = self.time.resolve(model);
		let mut draft = Draft { model: model.clone(), batch, is_careless: self.is_careless };
		let items = |part: fn(Part) -> bool| self.items.iter().filter(move |item| part(item.part));
		items(|part| matches!(part, Part::Deposit)).for_each(|item| draft.add_deposit(item));
		items(|part| matches!(part, Part::Transfer)).for_each(|item| draft.add_transfer(item));
		draft.add_settlements(items(|part| matches!(part, Part::Settlement)));
		items(|part| matches!(part, Part::Forced)).for_each(|item| draft.add_forced(item));
		items(|part| matches!(part, Part::Withdrawal)).for_each(|item| draft.add_withdrawal(item));
		let mut batch = draft.batch;
		for flaw in &self.flaws {
			flaw.spoil(&mut batch, model);
		}
		let strangers = CANDIDATES.into_iter().filter(|_| self.flaws.iter().any(Flaw::is_stranger));
		let operator = choose(strangers.chain(model.operators.iter().cloned()), self.operator);
		Action::Call(operator.unwrap_or(OPERATOR), Call::update_state { batch })
	}
}

impl Time {
	fn resolve(self, model: &Model) -> Seconds {
		let (now, last) = (model.now, model.last.system_time);
		let shifted = |time: Seconds, shift: i8| time.saturating_add_signed(shift.into());
		match self {
			Time::Quarter(quarters) => {
				let earliest = last.max(now.saturating_sub(LAG) + 1);
				earliest + now.saturating_sub(earliest) * quarters / 4
			},
			Time::Oldest(shift) => shifted(now.saturating_sub(LAG), shift),
			Time::Newest(shift) => shifted(now + LEAD, shift),
			Time::Last(shift) => shifted(last, shift),
		}
	}
}

impl Draft {
	fn add_deposit(&mut self, item: &Item) {
		let [a, b, c] = item.pick;
		let key = some_key(&self.model, b);
		let any = (key, some_position(&self.model, &key, c));
		let pending = choose(self.model.pending.keys().copied(), a);
		let (key, position) = pending.filter(|_| c % 10 > 0).unwrap_or(any);
		let q = item.amount.of(self.model.pending.get(&(key, position)).map_or(0, |pending| pending.amount));
		if self.takes(|model| model.accept(key, position, q).is_ok()) {
			let _ = self.batch.deposits.try_push((key, position, q));
		}
	}

	fn add_transfer(&mut self, item: &Item) {
		let [a, b, c] = item.pick;
		let (model, time) = (&self.model, self.batch.system_time);
		let (sender, recipient) = (some_key(model, a), some_key(model, b));
		let from = some_position(model, &sender, c);
		let max = model.position(from).map_or(0, |(_, equity)| equity);
		let expirations = [
			time,
			time + 1,
			time + DAY,
			time + VALIDITY,
			model.now,
			time.saturating_sub(1),
			time + VALIDITY + 1,
		];
		let new = TransferOrder {
			from,
			to: some_position(model, &recipient, a),
			amount: item.amount.of(max),
			nonce: (b % 2) as u64,
			expiration: expirations[c % expirations.len()],
		};
		let old = choose(model.history.1.iter().rev().take(6).copied(), b).filter(|_| a.is_multiple_of(4));
		let order = old.unwrap_or(new);
		let owner = model.position(order.from).map_or(sender, |(key, _)| key);
		let signature = people::transfer(secret_of(&owner), &order);
		if self.takes(|model| model.transfer(&order, &signature, time).is_ok()) {
			let _ = self.batch.transfers.try_push((order, signature));
		}
	}

	/// Moves equity between positions, all at once.
	fn add_settlements<'a>(&mut self, items: impl Iterator<Item = &'a Item>) {
		let mut changes = BTreeMap::<PositionId, i64>::new();
		for Item { pick: [a, b, c], amount, .. } in items {
			let [loser, winner] = [a, b].map(|number| some_key(&self.model, *number));
			let [loser, winner] = [loser, winner].map(|key| some_position(&self.model, &key, *c));
			let equity = self.model.position(loser).map_or(0, |(_, equity)| equity);
			let q = amount.signed(equity);
			for (position, change) in [(loser, -q), (winner, q)] {
				let sum = changes.entry(position).or_default();
				*sum = sum.saturating_add(change);
			}
		}
		let list = changes.into_iter().collect::<Vec<_>>();
		if self.takes(|model| model.settle(&list).is_ok()) {
			self.batch.settlements = list.try_into().expect("is short");
		}
	}

	/// Serves an open request with the first outcome that is possible.
	fn add_forced(&mut self, item: &Item) {
		use ForcedOutcome::{Executed, Rejected};
		use RejectionReason::{InsufficientEquity, MarginRequirement, TradeNotExecutable};
		let Some(id) = choose(self.model.requests.keys().copied(), item.pick[0]) else { return };
		let mut outcomes = [
			Executed,
			Rejected(InsufficientEquity),
			Rejected(TradeNotExecutable),
			Rejected(MarginRequirement),
		];
		// A careless operator serves with the first of them, whichever it is.
		let likely = (item.pick[1] % 8).saturating_sub(4);
		outcomes.rotate_left(if self.is_careless { item.pick[1] % 4 } else { likely });
		for outcome in outcomes {
			if self.takes(|model| model.serve(id, outcome).is_ok()) {
				let _ = self.batch.forced.try_push((id, outcome));
				return;
			}
		}
	}

	fn add_withdrawal(&mut self, item: &Item) {
		let [a, _, c] = item.pick;
		let key = some_key(&self.model, a);
		let position = some_position(&self.model, &key, c);
		let q = item.amount.of(self.model.position(position).map_or(0, |(_, equity)| equity));
		if self.takes(|model| model.withdrawable(key, position, q).is_ok()) {
			let _ = self.batch.withdrawals.try_push((key, position, q));
		}
	}

	/// Whether to take an item into the batch.
	fn takes(&mut self, works: impl FnOnce(&mut Model) -> bool) -> bool {
		let mut next = self.model.clone();
		if works(&mut next) {
			self.model = next;
			return true;
		}
		self.is_careless
	}
}

fn item() -> impl Strategy<Value = Item> {
	let part = prop_oneof![
		3 => Just(Part::Deposit),
		4 => Just(Part::Transfer),
		4 => Just(Part::Settlement),
		3 => Just(Part::Forced),
		3 => Just(Part::Withdrawal),
	];
	let pick = proptest::array::uniform3(0..1_000usize);
	(part, pick, amount()).prop_map(|(part, pick, amount)| Item { part, pick, amount })
}

/// One batch.
pub fn plan() -> impl Strategy<Value = Plan> {
	let shift = || -1..=1i8;
	let time = prop_oneof![
		12 => (0..=4u64).prop_map(Time::Quarter),
		1 => shift().prop_map(Time::Oldest),
		1 => shift().prop_map(Time::Newest),
		1 => shift().prop_map(Time::Last),
	];
	let is_careless = prop_oneof![3 => Just(false), 1 => Just(true)];
	let flaws = prop_oneof![6 => vec(flaw(), 0..1), 3 => vec(flaw(), 1..2), 1 => vec(flaw(), 2..8)];
	(vec(item(), 0..9), time, is_careless, flaws, 0..100usize).prop_map(
		|(items, time, is_careless, flaws, operator)| Plan { items, time, is_careless, flaws, operator },
	)
}
