//! What a random sequence consists of, and how it is drawn.

use super::{
	foreign::{Gift, InPool, OnExchange},
	scripts::{script, Script},
};
use crate::mock::DAY;
use proptest::{prelude::*, sample::select};
use tidepool_primitives::{Balance, Seconds};

/// How many calls the pallet has.
pub const CALLS: u8 = 41;

/// An amount in relation to the most that a step could use.
#[derive(Clone, Copy, Debug)]
pub enum Amount {
	Exactly(Balance),
	Half,
	Max,
	MaxPlusOne,
	Absurd,
}

impl Amount {
	pub fn of(self, max: Balance) -> Balance {
		match self {
			Amount::Exactly(amount) => amount,
			Amount::Half => max / 2,
			Amount::Max => max,
			Amount::MaxPlusOne => max.saturating_add(1),
			Amount::Absurd => Balance::MAX,
		}
	}

	/// The amount in units of the exchange.
	pub fn quantized(self, max: Balance) -> u64 {
		self.of(max).try_into().unwrap_or(u64::MAX)
	}
}

/// A point in time in relation to what is scheduled; the shift is -1, 0 or +1 second.
#[derive(Clone, Copy, Debug)]
pub enum When {
	After(Seconds),
	/// The end of the running epoch.
	Epoch {
		shift: i8,
	},
	/// The first second of the blackout of the running epoch, or of the next if it has passed.
	Blackout {
		shift: i8,
	},
	/// The first second at which a queued trade can be submitted.
	TradeFrom {
		shift: i8,
	},
	/// The last second at which a queued trade can be submitted.
	TradeUntil {
		shift: i8,
	},
	/// The last second of an approval.
	ApprovalEnd {
		shift: i8,
	},
}

/// Who takes a step.
#[derive(Clone, Copy, Debug)]
pub enum By {
	/// A holder of the role that is needed, or the origin.
	Rightful,
	/// Somebody who signs.
	Person(usize),
	/// What a track of the timelock carries out.
	Track(u8),
	Root,
	Nobody,
}

#[derive(Clone, Copy, Debug)]
pub enum Kind {
	/// A call of this pallet, by its index.
	Call(u8),
	InPool(InPool),
	OnExchange(OnExchange),
	Gift(Gift),
	Wait,
	/// Everybody who can sign tries everything that only governance may do.
	Intrusion,
	Script(Script),
}

/// A step before it is known in which state it is taken.
#[derive(Clone, Copy, Debug)]
pub struct Op {
	pub kind: Kind,
	pub by: By,
	/// Numbers of a proxy, an account and something else; which of them matter depends on the kind.
	pub who: [usize; 3],
	pub amount: Amount,
	pub when: When,
	/// One of two variants of a step; mostly the usual one.
	pub unusual: bool,
}

fn amount() -> impl Strategy<Value = Amount> {
	prop_oneof![
		4 => select(vec![0, 1, 60, 1_000, 100_000, 400_000]).prop_map(Amount::Exactly),
		4 => Just(Amount::Half),
		6 => Just(Amount::Max),
		2 => Just(Amount::MaxPlusOne),
		1 => Just(Amount::Absurd),
	]
}

fn when() -> impl Strategy<Value = When> {
	let shift = || -1..=1i8;
	prop_oneof![
		3 => select(vec![0, 1, 3_600, DAY, 2 * DAY, 7 * DAY]).prop_map(When::After),
		3 => shift().prop_map(|shift| When::Epoch { shift }),
		4 => shift().prop_map(|shift| When::Blackout { shift }),
		2 => shift().prop_map(|shift| When::TradeFrom { shift }),
		2 => shift().prop_map(|shift| When::TradeUntil { shift }),
		1 => shift().prop_map(|shift| When::ApprovalEnd { shift }),
	]
}

fn by() -> impl Strategy<Value = By> {
	prop_oneof![
		40 => Just(By::Rightful),
		6 => (0..16usize).prop_map(By::Person),
		2 => (0..3u8).prop_map(By::Track),
		1 => Just(By::Root),
		1 => Just(By::Nobody),
	]
}

fn in_pool() -> impl Strategy<Value = InPool> {
	prop_oneof![
		4 => Just(InPool::Stake),
		5 => Just(InPool::Request),
		2 => Just(InPool::WithdrawMax),
		1 => Just(InPool::WithdrawMaxDebt),
		3 => Just(InPool::MarkDebt),
		1 => Just(InPool::Restrict),
		3 => Just(InPool::SetRestriction(false)),
		1 => Just(InPool::SetRestriction(true)),
		2 => Just(InPool::SetAllocations),
		2 => Just(InPool::RepayBorrow),
		1 => Just(InPool::RepayDebt),
	]
}

fn on_exchange() -> impl Strategy<Value = OnExchange> {
	prop_oneof![
		8 => Just(OnExchange::Accept),
		4 => Just(OnExchange::Settle),
		6 => Just(OnExchange::Credit),
		6 => Just(OnExchange::Serve),
		1 => Just(OnExchange::Pay),
		2 => Just(OnExchange::Deposit),
		1 => Just(OnExchange::Register),
		1 => prop_oneof![
			Just(OnExchange::Freeze),
			Just(OnExchange::Escape),
			Just(OnExchange::Unfreeze),
		],
	]
}

fn gift() -> impl Strategy<Value = Gift> {
	prop_oneof![
		8 => Just(Gift::BorrowToken),
		1 => Just(Gift::OtherToken),
		1 => Just(Gift::InsufficientToken),
		1 => Just(Gift::Native),
	]
}

/// The calls that move money more often than the others.
fn call() -> impl Strategy<Value = u8> {
	prop_oneof![
		3 => 0..CALLS,
		2 => 12..16u8,
		1 => select(vec![16, 16, 8, 6]),
		2 => select(vec![17, 17, 18, 19, 20, 21]),
		1 => select(vec![22, 22, 23, 24, 39]),
		1 => select(vec![25, 25, 29]),
		1 => 29..39u8,
	]
}

fn kind() -> impl Strategy<Value = Kind> {
	prop_oneof![
		60 => call().prop_map(Kind::Call),
		10 => in_pool().prop_map(Kind::InPool),
		14 => on_exchange().prop_map(Kind::OnExchange),
		6 => gift().prop_map(Kind::Gift),
		14 => Just(Kind::Wait),
		1 => Just(Kind::Intrusion),
		8 => script().prop_map(Kind::Script),
	]
}

/// One step.
pub fn op() -> impl Strategy<Value = Op> {
	let who = proptest::array::uniform3(0..16usize);
	let unusual = prop::bool::weighted(0.15);
	(kind(), by(), who, amount(), when(), unusual).prop_map(|(kind, by, who, amount, when, unusual)| Op {
		kind,
		by,
		who,
		amount,
		when,
		unusual,
	})
}
