//! The invariants of section 8 of the specification, checked without the model: by the exchange's own answers before and
//! after a step, by the tokens that move, and by what a batch says it does.

use super::op::{Action, Call};
use crate::{
	mock::*,
	types::{ExchangeState, ForcedOutcome, ForcedRequest, Position, RequestKind, Totals},
	ForcedRequests, KeyOwner, PendingDeposits, PendingWithdrawals, Positions,
};
use codec::Encode;
use sp_core::H256;
use std::{
	collections::{BTreeMap, BTreeSet},
	fmt::Display,
};
use tidepool_primitives::{Balance, PositionId, StarkKey};

/// What the exchange says of itself.
struct View {
	totals: Totals,
	positions: BTreeMap<PositionId, Position>,
	requests: BTreeMap<H256, ForcedRequest>,
	owners: BTreeMap<StarkKey, AccountId>,
	last: ExchangeState,
	is_frozen: bool,
	held: Balance,
}

impl View {
	fn now() -> Self {
		Self {
			totals: StarkExchange::totals(),
			positions: Positions::<Test>::iter().collect(),
			requests: ForcedRequests::<Test>::iter().collect(),
			owners: KeyOwner::<Test>::iter().collect(),
			last: StarkExchange::last_state(),
			is_frozen: StarkExchange::is_frozen(),
			held: usdc(exchange_account()),
		}
	}
}

/// What is remembered from step to step.
#[derive(Default)]
pub struct Memory {
	before: Option<View>,
	gifts: Balance,
	/// Transfers that were carried out and trades that were served, ever.
	transfers: BTreeSet<Vec<u8>>,
	trades: BTreeSet<Vec<u8>>,
}

impl Memory {
	pub fn before_step(&mut self) {
		self.before = Some(View::now());
	}

	/// Looks at a step with all events of it.
	pub fn after_step(
		&mut self,
		action: &Action,
		is_ok: bool,
		events: &[RuntimeEvent],
		context: &impl Display,
	) {
		let (before, after) = (self.before.take().expect("was looked at"), View::now());
		if let (Action::Gift(_, amount), true) = (action, is_ok) {
			self.gifts += amount;
		}
		self.check_collateral(&after, context);
		check_sums(&after, context);
		check_records(&before, &after, context);
		check_time(&before, &after, context);
		let call = match action {
			Action::Call(_, call) if is_ok => Some(call),
			_ => None,
		};
		check_freeze(&before, &after, call, context);
		check_payments(&before, &after, call, events, context);
		match call {
			Some(Call::update_state { batch }) => {
				check_conservation(&before, &after, context);
				check_equities(&before, &after, batch, context);
				self.check_transfers(batch, context);
				self.check_served(&before, batch, context);
			},
			Some(Call::forced_trade_request { args, .. }) => {
				assert!(!self.trades.contains(&args.encode()), "{context}: a served trade again");
				let consenter = &before.owners[&args.key_b];
				assert!(!Restricted::get().contains(consenter), "{context}: a key consents for a proxy");
			},
			_ => {},
		}
	}

	/// E1, exactly.
	fn check_collateral(&self, after: &View, context: &impl Display) {
		assert_eq!(after.held, owed() + self.gifts, "E1: {context}");
	}

	/// No transfer is carried out twice, whatever was pruned.
	fn check_transfers(&mut self, batch: &Batch, context: &impl Display) {
		for (order, _) in &batch.transfers {
			assert!(self.transfers.insert(order.encode()), "{context}: {order:?} again");
		}
	}

	/// Nor is a trade served twice.
	fn check_served(&mut self, before: &View, batch: &Batch, context: &impl Display) {
		for (id, _) in &batch.forced {
			if let RequestKind::Trade { args, .. } = before.requests[id].kind {
				assert!(self.trades.insert(args.encode()), "{context}: {args:?} again");
			}
		}
	}
}

/// E2.
fn check_sums(after: &View, context: &impl Display) {
	let pending_deposits =
		PendingDeposits::<Test>::iter_values().map(|pending| u128::from(pending.amount)).sum();
	let equity = after.positions.values().map(|record| u128::from(record.equity)).sum();
	let pending_withdrawals = PendingWithdrawals::<Test>::iter_values().map(u128::from).sum();
	assert_eq!(after.totals, Totals { pending_deposits, equity, pending_withdrawals }, "E2: {context}");
}

/// E3 and E4.
fn check_records(before: &View, after: &View, context: &impl Display) {
	for (key, owner) in &before.owners {
		assert_eq!(after.owners.get(key), Some(owner), "E3: {context}");
	}
	assert_eq!(after.owners.len(), after.positions.len(), "E3: {context}");
	for (number, record) in &after.positions {
		assert_eq!(StarkExchange::position_of_key(record.key), Some(*number), "E3: {context}");
		let owner = after.owners[&record.key].clone();
		assert!(StarkExchange::keys_of(owner).contains(&record.key), "E3: {context}");
		let open = after.requests.values().filter(|request| request.kind.position() == *number);
		assert_eq!(open.count(), record.open_forced as usize, "E4: {context}");
	}
	for request in after.requests.values() {
		let record = after.positions[&request.kind.position()];
		assert_eq!(record.key, *request.kind.key(), "E4: {context}");
	}
}

/// E5.
fn check_time(before: &View, after: &View, context: &impl Display) {
	assert!(after.last.batch_id >= before.last.batch_id, "E5: {context}");
	assert!(after.last.system_time >= before.last.system_time, "E5: {context}");
}

/// E6.
fn check_freeze(before: &View, after: &View, call: Option<&Call>, context: &impl Display) {
	if !before.is_frozen {
		return;
	}
	for (number, record) in &after.positions {
		// A position that was not there had nothing.
		let equity = before.positions.get(number).map_or(0, |record| record.equity);
		if matches!(call, Some(Call::escape { position }) if position == number) {
			assert!(record.equity == 0 && equity > 0, "E6: {context}");
		} else {
			assert_eq!(record.equity, equity, "E6: {context}");
		}
	}
}

/// E8: tokens leave only in a payout or a reclaim, and only to the owner of the key that the call names.
fn check_payments(
	before: &View,
	after: &View,
	call: Option<&Call>,
	events: &[RuntimeEvent],
	context: &impl Display,
) {
	let mut left = 0;
	for event in events {
		let RuntimeEvent::Assets(event) = event else { continue };
		match event {
			pallet_assets::Event::Transferred { from, to, amount, .. } if *from == exchange_account() => {
				let (Some(Call::withdraw { key }) | Some(Call::deposit_reclaim { key, .. })) = call else {
					panic!("E8: {context}");
				};
				assert_eq!(before.owners.get(key), Some(to), "E8: {context}");
				left += amount;
			},
			pallet_assets::Event::Transferred { .. } => {
				assert!(call.is_none_or(|call| matches!(call, Call::deposit { .. })), "E8: {context}");
			},
			other => panic!("E8: {context}: {other:?}"),
		}
	}
	assert_eq!(before.held.saturating_sub(after.held), left, "E8: {context}");
}

/// E7.
fn check_conservation(before: &View, after: &View, context: &impl Display) {
	assert_eq!(before.totals.sum(), after.totals.sum(), "E7: {context}");
	assert_eq!(before.held, after.held, "E7: {context}");
}

/// E9, and that equity changes by nothing but what the batch says: transfers count for none that is restricted.
fn check_equities(before: &View, after: &View, batch: &Batch, context: &impl Display) {
	let mut changes = BTreeMap::<PositionId, i128>::new();
	let mut change = |position, amount: i128| *changes.entry(position).or_default() += amount;
	for (_, position, q) in &batch.deposits {
		change(*position, (*q).into());
	}
	for (order, _) in &batch.transfers {
		let restricted = Restricted::get();
		for (position, amount) in [(order.from, -i128::from(order.amount)), (order.to, order.amount.into())] {
			let owner = &before.owners[&before.positions[&position].key];
			assert!(!restricted.contains(owner), "E9: {context}");
			change(position, amount);
		}
	}
	for (position, amount) in &batch.settlements {
		change(*position, (*amount).into());
	}
	for (id, outcome) in &batch.forced {
		if let RequestKind::Withdrawal { position, amount, .. } = before.requests[id].kind {
			let paid = if *outcome == ForcedOutcome::Executed { amount } else { 0 };
			change(position, -i128::from(paid));
		}
	}
	for (_, position, q) in &batch.withdrawals {
		change(*position, -i128::from(*q));
	}
	for (number, record) in &after.positions {
		let expected = changes.get(number).copied().unwrap_or_default();
		let equity = before.positions[number].equity;
		assert_eq!(i128::from(record.equity) - i128::from(equity), expected, "E9: {context}");
	}
}
