//! What a malicious operator does to a batch.

use super::{
	model::Model,
	people::{self, secret_of, KEYS},
};
use crate::{
	mock::*,
	types::{ForcedOutcome, RejectionReason},
};
use frame_support::BoundedVec;
use proptest::prelude::*;
use tidepool_primitives::PositionId;

#[derive(Clone, Copy, Debug)]
enum Kind {
	Number,
	Root,
	/// Somebody submits it who is no operator.
	Stranger,
	Zero,
	OneMore,
	Absurd,
	OtherKey,
	OtherPosition,
	ForeignSignature,
	Twice,
	Reversed,
	Unbalanced,
	/// Changes that add up to 2^64, which 64 bits take for 0.
	Wrapping,
	UnknownRequest,
	OtherOutcome,
}

#[derive(Clone, Copy, Debug)]
pub struct Flaw {
	kind: Kind,
	/// Chooses the part and the item.
	pick: usize,
}

/// An item of a part; `None` if it is empty.
fn item<T, S>(list: &mut BoundedVec<T, S>, number: usize) -> Option<&mut T> {
	let length = list.len().max(1);
	list.iter_mut().nth(number / 5 % length)
}

fn repeat<T: Clone, S: frame_support::traits::Get<u32>>(list: &mut BoundedVec<T, S>, number: usize) {
	if let Some(item) = item(list, number).cloned() {
		let _ = list.try_push(item);
	}
}

impl Flaw {
	pub fn is_stranger(&self) -> bool {
		matches!(self.kind, Kind::Stranger)
	}

	pub fn spoil(&self, batch: &mut Batch, model: &Model) {
		let number = self.pick;
		match self.kind {
			Kind::Number => {
				batch.batch_id =
					[0, batch.batch_id.wrapping_sub(1), batch.batch_id.wrapping_add(1), u64::MAX][number % 4]
			},
			Kind::Root => batch.previous_state_root.0[number % 32] ^= 1,
			Kind::Stranger => {},
			Kind::Zero => self.change_amount(batch, model, |_| 0),
			Kind::OneMore => self.change_amount(batch, model, |amount| amount.wrapping_add(1)),
			Kind::Absurd => self.change_amount(batch, model, |_| u64::MAX),
			Kind::OtherKey => self.change_key(batch),
			Kind::OtherPosition => self.change_position(batch, (number / 7 % 10) as PositionId),
			Kind::ForeignSignature => {
				if let Some((order, signature)) = item(&mut batch.transfers, number) {
					*signature = people::transfer((number % KEYS.len()) as u64 + 1, order);
				}
			},
			Kind::Twice => self.repeat(batch),
			Kind::Reversed => {
				batch.settlements.iter_mut().rev().for_each(|change| change.0 = 9 - change.0.min(9))
			},
			Kind::Unbalanced => {
				if let Some((_, change)) = item(&mut batch.settlements, number) {
					*change = change.wrapping_add([1, -1, i64::MIN, i64::MAX][number % 4]);
				}
			},
			Kind::Wrapping => {
				let changes = (1..).zip([i64::MAX, i64::MAX, 2]).collect::<Vec<_>>();
				batch.settlements = changes.try_into().expect("is short");
			},
			Kind::UnknownRequest => {
				if let Some((request, _)) = item(&mut batch.forced, number) {
					request.0[number % 32] ^= 1;
				}
			},
			Kind::OtherOutcome => {
				if let Some((_, outcome)) = item(&mut batch.forced, number) {
					*outcome = [
						ForcedOutcome::Executed,
						ForcedOutcome::Rejected(RejectionReason::InsufficientEquity),
						ForcedOutcome::Rejected(RejectionReason::MarginRequirement),
						ForcedOutcome::Rejected(RejectionReason::TradeNotExecutable),
					][number % 4];
				}
			},
		}
	}

	/// An order of another amount is signed anew: the amount alone is what is wrong with it.
	fn change_amount(&self, batch: &mut Batch, model: &Model, change: impl Fn(u64) -> u64) {
		match self.pick % 5 {
			0 => item(&mut batch.deposits, self.pick).into_iter().for_each(|item| item.2 = change(item.2)),
			1 | 2 => {
				if let Some((order, signature)) = item(&mut batch.transfers, self.pick) {
					order.amount = change(order.amount);
					let sender = model.position(order.from).map_or(1, |(key, _)| secret_of(&key));
					*signature = people::transfer(sender, order);
				}
			},
			3 => self.enlarge_settlement(batch, change),
			_ => item(&mut batch.withdrawals, self.pick).into_iter().for_each(|item| item.2 = change(item.2)),
		}
	}

	/// Balanced by somebody else's gain.
	fn enlarge_settlement(&self, batch: &mut Batch, change: impl Fn(u64) -> u64) {
		let length = batch.settlements.len();
		let (loser, winner) = (self.pick % length.max(1), (self.pick + 1) % length.max(1));
		if loser == winner {
			return;
		}
		let before = batch.settlements[loser].1;
		let after = i64::try_from(change(before.unsigned_abs())).unwrap_or(i64::MAX).wrapping_neg();
		batch.settlements[loser].1 = after;
		let gain = batch.settlements[winner].1.saturating_add(before.saturating_sub(after));
		batch.settlements[winner].1 = gain;
	}

	fn change_key(&self, batch: &mut Batch) {
		let key = KEYS[self.pick / 3 % KEYS.len()];
		match self.pick % 2 {
			0 => item(&mut batch.deposits, self.pick).into_iter().for_each(|item| item.0 = key),
			_ => item(&mut batch.withdrawals, self.pick).into_iter().for_each(|item| item.0 = key),
		}
	}

	fn change_position(&self, batch: &mut Batch, position: PositionId) {
		match self.pick % 5 {
			0 => item(&mut batch.deposits, self.pick).into_iter().for_each(|item| item.1 = position),
			1 => item(&mut batch.transfers, self.pick).into_iter().for_each(|item| item.0.from = position),
			2 => item(&mut batch.transfers, self.pick).into_iter().for_each(|item| item.0.to = position),
			3 => item(&mut batch.settlements, self.pick).into_iter().for_each(|item| item.0 = position),
			_ => item(&mut batch.withdrawals, self.pick).into_iter().for_each(|item| item.1 = position),
		}
	}

	fn repeat(&self, batch: &mut Batch) {
		match self.pick % 5 {
			0 => repeat(&mut batch.deposits, self.pick),
			1 => repeat(&mut batch.transfers, self.pick),
			2 => repeat(&mut batch.settlements, self.pick),
			3 => repeat(&mut batch.forced, self.pick),
			_ => repeat(&mut batch.withdrawals, self.pick),
		}
	}
}

/// One thing that is wrong with a batch.
pub fn flaw() -> impl Strategy<Value = Flaw> {
	let kind = prop_oneof![
		prop_oneof![Just(Kind::Number), Just(Kind::Root), Just(Kind::Stranger)],
		prop_oneof![Just(Kind::Zero), Just(Kind::OneMore), Just(Kind::Absurd)],
		prop_oneof![Just(Kind::OtherKey), Just(Kind::OtherPosition), Just(Kind::ForeignSignature)],
		prop_oneof![Just(Kind::Twice), Just(Kind::Reversed), Just(Kind::Unbalanced), Just(Kind::Wrapping)],
		prop_oneof![Just(Kind::UnknownRequest), Just(Kind::OtherOutcome)],
	];
	(kind, 0..10_000usize).prop_map(|(kind, pick)| Flaw { kind, pick })
}
