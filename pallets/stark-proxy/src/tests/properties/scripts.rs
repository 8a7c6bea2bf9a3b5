//! Rows of steps that lead where single ones hardly ever do.

use super::{
	foreign::{Gift, InPool, OnExchange},
	op::{Amount, By, Kind, Op, When},
};
use crate::mock::DAY;
use proptest::{prelude::*, sample::select};

/// The number of the newest proxy, see `Op::proxy`.
const NEWEST: usize = 14;

#[derive(Clone, Copy, Debug)]
pub enum Script {
	/// Everybody borrows, stakers leave, the debt is marked in the next epoch, and the guardian brings back what it can.
	Crisis,
	/// A proxy has tokens on the exchange when its loan falls due.
	Squeeze,
	/// A deposit is cancelled and comes back, by the owner or by the guardian.
	Reclaim(bool),
	/// A trade is queued and submitted around the limits of its time.
	Trade,
	/// A list is filled: of holders, recipients, keys or trades, or that of all proxies.
	Crowd(u8),
	/// Governance takes a proxy's share; its owner gives everything back, and tries again and again to close it.
	WindDown,
	/// A proxy is created, receives something, and its owner tries to close it.
	ShortLife(Gift),
}

pub fn script() -> impl Strategy<Value = Script> {
	let crowds = select(vec![0, 2, 6, 16, 22]);
	let gifts = select(vec![Gift::BorrowToken, Gift::InsufficientToken, Gift::Native]);
	prop_oneof![
		4 => Just(Script::Crisis),
		2 => Just(Script::Squeeze),
		2 => any::<bool>().prop_map(Script::Reclaim),
		3 => Just(Script::Trade),
		3 => crowds.prop_map(Script::Crowd),
		2 => Just(Script::WindDown),
		2 => gifts.prop_map(Script::ShortLife),
	]
}

const END_OF_EPOCH: When = When::Epoch { shift: 0 };
const BLACKOUT_BEGINS: When = When::Blackout { shift: 0 };

impl Op {
	/// The single steps of a script; any other step as it is.
	pub fn expand(self) -> Vec<Op> {
		match self.kind {
			Kind::Script(script) => self.steps_of(script),
			_ => vec![self],
		}
	}

	fn steps_of(self, script: Script) -> Vec<Op> {
		let [proxy, somebody, _] = self.who;
		match script {
			Script::Crisis => {
				let mut steps = self.everybody_borrows();
				let deposit = self.like(Kind::Call(17), 0);
				steps.extend([
					deposit,
					self.like(Kind::OnExchange(OnExchange::Accept), 0),
					self.at(END_OF_EPOCH),
				]);
				steps.push(self.like(Kind::InPool(InPool::MarkDebt), 0));
				steps.extend([35, 36, 34, 33, 32].map(|call| self.like(Kind::Call(call), 0)));
				steps
			},
			Script::Squeeze => {
				let mut steps = self.everybody_borrows();
				steps.extend([
					self.like(Kind::Call(17), 0),
					self.at(BLACKOUT_BEGINS),
					self.like(Kind::Call(12), 0),
					self.like(Kind::Call(12), 1),
				]);
				steps
			},
			Script::Reclaim(by_guardian) => {
				let (cancel, reclaim) = if by_guardian { (37, 38) } else { (19, 20) };
				vec![
					self.like(Kind::Call(17), proxy),
					self.like(Kind::Call(cancel), proxy),
					self.at(When::After(2 * DAY)),
					self.like(Kind::Call(reclaim), proxy),
				]
			},
			Script::Trade => {
				let queue = self.like(Kind::Call(22), proxy);
				let wait = Op { when: self.when, ..self.like(Kind::Wait, 0) };
				vec![queue, wait, self.like(Kind::Call(24), proxy)]
			},
			Script::Crowd(16) => (somebody..somebody + 5)
				.flat_map(|number| [self.with(Kind::Call(16), number), self.with(Kind::Call(8), number)])
				.collect(),
			Script::Crowd(22) => {
				let queue = self.with(Kind::Call(22), 3);
				(0..5).map(|nonce| Op { who: [proxy, 3, nonce], ..queue }).collect()
			},
			Script::Crowd(call) => {
				(somebody..somebody + 6).map(|number| self.with(Kind::Call(call), number)).collect()
			},
			Script::WindDown => {
				let close = self.like(Kind::Call(1), proxy);
				let mut steps = vec![
					self.at(END_OF_EPOCH),
					self.most(Kind::InPool(InPool::SetAllocations), proxy),
					self.at(END_OF_EPOCH),
				];
				for call in [14, 15, 18, 25, 27] {
					// Outside withdrawals take what exceeds debts, see `Op::call`.
					let Op { who: [proxy, somebody, _], .. } = self;
					let step = self.most(Kind::Call(call), proxy);
					steps.extend([close, Op { who: [proxy, somebody, 1], ..step }]);
				}
				steps.push(close);
				steps
			},
			Script::ShortLife(gift) => {
				let create = Op { who: [0, somebody % 4, 0], ..self.like(Kind::Call(0), 0) };
				let give = Op { amount: Amount::Exactly(1_000), ..self.like(Kind::Gift(gift), NEWEST) };
				vec![create, give, self.like(Kind::Call(1), NEWEST)]
			},
		}
	}

	/// The usual step of a kind, for a proxy.
	fn like(self, kind: Kind, proxy: usize) -> Op {
		Op { kind, by: By::Rightful, who: [proxy, self.who[1], self.who[2]], unusual: false, ..self }
	}

	/// With another account or key.
	fn with(self, kind: Kind, number: usize) -> Op {
		let [proxy, _, other] = self.who;
		Op { who: [proxy, number, other], ..self.like(kind, proxy) }
	}

	/// As much as possible.
	fn most(self, kind: Kind, proxy: usize) -> Op {
		Op { amount: Amount::Max, ..self.like(kind, proxy) }
	}

	fn at(self, when: When) -> Op {
		Op { when, ..self.like(Kind::Wait, 0) }
	}

	/// In a new epoch the first two proxies borrow what they can, and the stakers request some or all of it back.
	fn everybody_borrows(self) -> Vec<Op> {
		let leave = |step: Op, staker| Op { who: [0, staker, 0], ..step };
		let request = Kind::InPool(InPool::Request);
		vec![
			self.at(END_OF_EPOCH),
			self.like(Kind::InPool(InPool::SetRestriction(false)), 0),
			self.like(Kind::InPool(InPool::SetRestriction(false)), 1),
			Op { amount: Amount::Exactly(100_000), ..self.like(Kind::InPool(InPool::Stake), 0) },
			self.most(Kind::Call(13), 0),
			self.most(Kind::Call(13), 1),
			leave(self.most(request, 0), 0),
			leave(self.like(request, 0), 1),
		]
	}
}
