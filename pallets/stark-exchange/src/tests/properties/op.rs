//! What a random sequence consists of, and how it is drawn. How a step is filled in is in `resolve.rs`.

use super::plan::{plan, Plan};
use crate::mock::*;
use proptest::prelude::*;
use tidepool_primitives::{Balance, Seconds};

pub type Call = crate::Call<Test>;

/// An amount in relation to the most that is possible.
#[derive(Clone, Copy, Debug)]
pub enum Amount {
	Exactly(u64),
	Half,
	Max,
	MaxPlusOne,
	Absurd,
}

impl Amount {
	pub fn of(self, max: u64) -> u64 {
		match self {
			Amount::Exactly(amount) => amount,
			Amount::Half => max / 2,
			Amount::Max => max,
			Amount::MaxPlusOne => max.saturating_add(1),
			Amount::Absurd => u64::MAX,
		}
	}
}

/// A point in time in relation to what is pending; the shift is -1, 0 or +1 second.
#[derive(Clone, Copy, Debug)]
pub enum When {
	After(Seconds),
	/// The end of the delay of a cancellation.
	Reclaim(i8),
	/// The deadline of a forced request.
	Deadline(i8),
	/// When the freeze may end.
	Thaw(i8),
	/// The expiration of a trade or a transfer.
	Expiration(i8),
}

#[derive(Clone, Debug)]
pub enum Kind {
	Register,
	Deposit,
	Cancel,
	Reclaim,
	Withdraw,
	ForceWithdrawal,
	ForceTrade,
	Freeze,
	Escape,
	Batch(Plan),
	AddOperator,
	RemoveOperator,
	Unfreeze,
	Prune,
	Gift,
	Restrict,
	Wait,
	/// A forced request that nobody serves, and the freeze that follows.
	Crisis,
	/// The end of a freeze, as early as can be.
	Thaw,
	/// More forced requests than a position and a block may have.
	Flood,
	/// A transfer, and once more in a batch that lags, as soon as the chain is past its expiration.
	Replay,
	/// The attempt to have the last transfer forgotten.
	Forget,
}

/// A step before it is known in which state it is taken.
#[derive(Clone, Debug)]
pub struct Op {
	pub kind: Kind,
	/// Numbers that choose accounts, keys and the like; which of them matter depends on the kind.
	pub pick: [usize; 3],
	pub amount: Amount,
	pub when: When,
}

/// A step with everything filled in.
#[derive(Clone, Debug)]
#[allow(clippy::large_enum_variant)] // There is one at a time.
pub enum Action {
	/// A call by an account.
	Call(AccountId, Call),
	/// Collateral that an account sends to the exchange by itself.
	Gift(AccountId, Balance),
	/// Whether an account may neither send nor receive transfers from now on.
	Restrict(AccountId, bool),
	/// The next block, at this time.
	Wait(Seconds),
}

impl Op {
	/// The single steps of what takes several; any other step as it is.
	pub fn expand(self) -> Vec<Op> {
		let Op { pick, amount, .. } = self;
		let step = |kind, amount, when| Op { kind, pick, amount, when };
		let (one, now) = (Amount::Exactly(1), When::After(0));
		match self.kind {
			Kind::Crisis => vec![
				step(Kind::ForceWithdrawal, one, now),
				step(Kind::Wait, one, When::After(GRACE)),
				step(Kind::Freeze, one, now),
			],
			Kind::Thaw => vec![step(Kind::Wait, amount, When::Thaw(0)), step(Kind::Unfreeze, amount, now)],
			Kind::Replay => vec![
				step(Kind::Batch(Plan::transfer(pick)), one, now),
				step(Kind::Wait, one, When::After(1)),
				step(Kind::Forget, one, now),
				step(Kind::Batch(Plan::last_transfer()), one, now),
			],
			Kind::Flood => (1..=12)
				.map(|number: u64| {
					// Nine for a position, which may have eight, and then some for another one.
					let next = usize::from(number > 9) * 10;
					let pick = [pick[0] / 10 * 10 + 1 + next, pick[1], 1];
					Op { kind: Kind::ForceWithdrawal, pick, amount: Amount::Exactly(number), when: now }
				})
				.collect(),
			_ => vec![self],
		}
	}
}

pub fn amount() -> impl Strategy<Value = Amount> {
	prop_oneof![
		2 => (0..=2u64).prop_map(Amount::Exactly),
		6 => (3..200u64).prop_map(Amount::Exactly),
		2 => (1_000_000..1_000_000_000_000u64).prop_map(Amount::Exactly),
		4 => Just(Amount::Half),
		4 => Just(Amount::Max),
		1 => Just(Amount::MaxPlusOne),
		1 => Just(Amount::Absurd),
	]
}

fn when() -> impl Strategy<Value = When> {
	let shift = || -1..=1i8;
	let some =
		prop_oneof![Just(0), Just(1), 2..100_000u64, Just(DAY), Just(3 * DAY), Just(LAG), Just(VALIDITY)];
	prop_oneof![
		4 => some.prop_map(When::After),
		2 => shift().prop_map(When::Reclaim),
		2 => shift().prop_map(When::Deadline),
		1 => shift().prop_map(When::Thaw),
		3 => shift().prop_map(When::Expiration),
	]
}

fn kind() -> impl Strategy<Value = Kind> {
	prop_oneof![
		3 => Just(Kind::Register),
		8 => Just(Kind::Deposit),
		3 => Just(Kind::Cancel),
		3 => Just(Kind::Reclaim),
		4 => Just(Kind::Withdraw),
		6 => Just(Kind::ForceWithdrawal),
		6 => Just(Kind::ForceTrade),
		2 => Just(Kind::Freeze),
		3 => Just(Kind::Escape),
		32 => plan().prop_map(Kind::Batch),
		2 => Just(Kind::AddOperator),
		1 => Just(Kind::RemoveOperator),
		1 => Just(Kind::Unfreeze),
		3 => Just(Kind::Prune),
		1 => Just(Kind::Gift),
		2 => Just(Kind::Restrict),
		8 => Just(Kind::Wait),
		1 => Just(Kind::Crisis),
		3 => Just(Kind::Thaw),
		1 => Just(Kind::Flood),
		1 => Just(Kind::Replay),
	]
}

/// One step.
pub fn op() -> impl Strategy<Value = Op> {
	let pick = proptest::array::uniform3(0..1_000usize);
	(kind(), pick, amount(), when()).prop_map(|(kind, pick, amount, when)| Op { kind, pick, amount, when })
}
