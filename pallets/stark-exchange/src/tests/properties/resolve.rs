//! How a step is filled in, once the state is known in which it is taken.

use super::{
	model::Model,
	op::{Action, Amount, Call, Kind, Op, When},
	people::{self, CANDIDATES, GOVERNORS, KEYS, NO_KEYS, PEOPLE},
};
use crate::{mock::*, tests::common::id_of, types::PendingDeposit};
use sp_core::H256;
use tidepool_primitives::{ForcedTradeArgs, PositionId, Seconds, StarkKey};

/// An element, chosen by a number.
pub fn choose<T: Clone>(list: impl IntoIterator<Item = T>, number: usize) -> Option<T> {
	let list = list.into_iter().collect::<Vec<_>>();
	list.get(number % list.len().max(1)).cloned()
}

/// A key: mostly one that is registered.
pub fn some_key(model: &Model, number: usize) -> StarkKey {
	let any = KEYS[number / 10 % KEYS.len()];
	let registered = choose(model.owners.keys().copied(), number / 10);
	registered.filter(|_| !number.is_multiple_of(10)).unwrap_or(any)
}

/// Mostly the position of the key.
pub fn some_position(model: &Model, key: &StarkKey, number: usize) -> PositionId {
	let any = (number / 10 % 10) as PositionId;
	model.position_of(key).filter(|_| !number.is_multiple_of(10)).unwrap_or(any)
}

impl Op {
	/// The step in the present state.
	pub fn resolve(&self, model: &Model) -> Action {
		let [a, b, c] = self.pick;
		let somebody = PEOPLE[a % PEOPLE.len()].clone();
		let key = some_key(model, b);
		let position = some_position(model, &key, c);
		// Mostly the owner.
		let owner = model.owners.get(&key).filter(|_| a % 10 > 0).unwrap_or(&somebody).clone();
		let (caller, call) = match &self.kind {
			Kind::Register => return self.resolve_registration(),
			Kind::Deposit => {
				let payer = if a % 3 > 0 { owner } else { somebody };
				let q = self.amount.of(model.affordable(&payer));
				(payer, Call::deposit { key, position, q })
			},
			Kind::Cancel => (owner, Call::deposit_cancel { key, position }),
			Kind::Reclaim => return self.resolve_reclaim(model, owner, key, position),
			Kind::Withdraw => {
				let credited = choose(model.credited.keys().copied(), b).filter(|_| c % 5 > 0);
				(somebody, Call::withdraw { key: credited.unwrap_or(key) })
			},
			Kind::ForceWithdrawal => {
				let equity = model.position(position).map_or(0, |(_, equity)| equity);
				(owner, Call::forced_withdrawal_request { key, position, q: self.amount.of(equity) })
			},
			Kind::ForceTrade => return self.resolve_trade(model, owner, key, position),
			Kind::Freeze => (somebody, Call::freeze_request { id: open_request(model, b) }),
			Kind::Escape => (somebody, Call::escape { position }),
			Kind::Batch(plan) => return plan.resolve(model),
			Kind::AddOperator => {
				let who = CANDIDATES[a % CANDIDATES.len()].clone();
				(governor(&ADMIN, b), Call::register_operator { who })
			},
			Kind::RemoveOperator => {
				let who = CANDIDATES[a % CANDIDATES.len()].clone();
				(governor(&EMERGENCY, b), Call::unregister_operator { who })
			},
			Kind::Unfreeze => (governor(&UNFREEZER, b), Call::unfreeze {}),
			Kind::Prune => (somebody, self.resolve_pruning(model)),
			Kind::Gift => return Action::Gift(somebody, 1 + b as u128),
			Kind::Restrict => return Action::Restrict(somebody, b % 2 > 0),
			Kind::Wait => return Action::Wait(self.resolve_time(model).max(model.now)),
			Kind::Forget => {
				let last = model.history.1.last().map_or(H256::zero(), |order| id_of("transfer", order));
				(somebody, Call::prune_used { ids: vec![last].try_into().expect("is short") })
			},
			Kind::Crisis | Kind::Thaw | Kind::Flood | Kind::Replay => unreachable!("is taken step by step"),
		};
		Action::Call(caller, call)
	}

	/// Now and then with what is no key, or with the signature for another account.
	fn resolve_registration(&self) -> Action {
		let [a, b, c] = self.pick;
		let (caller, other) = (PEOPLE[a % PEOPLE.len()].clone(), PEOPLE[c % PEOPLE.len()].clone());
		let key = if b % 10 > 0 { KEYS[a % KEYS.len()] } else { NO_KEYS[a % NO_KEYS.len()] };
		let signer = if c % 7 > 0 { &caller } else { &other };
		let signature = people::registration(signer, &key);
		Action::Call(caller, Call::register_user { key, signature })
	}

	/// Mostly a deposit whose cancellation was requested.
	fn resolve_reclaim(
		&self,
		model: &Model,
		owner: AccountId,
		key: StarkKey,
		position: PositionId,
	) -> Action {
		let is_cancelled = |pending: &PendingDeposit| pending.cancel_requested_at.is_some();
		let mut cancelled = model.pending.iter().filter(|(_, pending)| is_cancelled(pending));
		if let Some((&(key, position), _)) = cancelled.next().filter(|_| !self.pick[0].is_multiple_of(4)) {
			let owner = model.owners[&key].clone();
			return Action::Call(owner, Call::deposit_reclaim { key, position });
		}
		Action::Call(owner, Call::deposit_reclaim { key, position })
	}

	/// A trade with or without a flaw, or one that was demanded before.
	fn resolve_trade(&self, model: &Model, owner: AccountId, key: StarkKey, position: PositionId) -> Action {
		let [a, b, c] = self.pick;
		let key_b = some_key(model, a);
		let mut args = ForcedTradeArgs {
			key_a: key,
			key_b,
			position_a: position,
			position_b: some_position(model, &key_b, b),
			synthetic_asset_id: 1 + (a % 2) as u128,
			amount_collateral: 1,
			amount_synthetic: self.amount.of(100),
			a_is_buying_synthetic: b % 2 > 0,
			submission_expiration: model.now + DAY,
			nonce: (c % 3) as u64,
		};
		match c % 20 {
			0 => args.amount_collateral = 0,
			1 => args.synthetic_asset_id = 0,
			2 => args.synthetic_asset_id = 1 << 120,
			3 => args.synthetic_asset_id = (1 << 120) - 1,
			4 => (args.key_b, args.position_b) = (args.key_a, args.position_a),
			5 => args.submission_expiration = model.now.saturating_sub(1),
			6 => args.submission_expiration = model.now,
			7 => args.submission_expiration = model.now + VALIDITY,
			8 => args.submission_expiration = model.now + VALIDITY + 1,
			9..=13 => args = choose(model.history.0.iter().rev().take(5).copied(), a).unwrap_or(args),
			_ => {},
		}
		let signed = if c % 20 == 14 { ForcedTradeArgs { nonce: 77, ..args } } else { args };
		let caller = model.owners.get(&args.key_a).filter(|_| a % 10 > 0).unwrap_or(&owner).clone();
		let signature_b = people::consent(&signed);
		Action::Call(caller, Call::forced_trade_request { args, signature_b, reduce_only: a % 2 > 0 })
	}

	/// What has expired, by each clock; now and then what has not, or what nobody remembers.
	fn resolve_pruning(&self, model: &Model) -> Call {
		let [a, b, c] = self.pick;
		let trades = model.used_trades.iter().map(|used| (used, model.now));
		let transfers = model.used_transfers.iter().map(|used| (used, model.last.system_time));
		let used = trades.chain(transfers).filter(|((_, expires), time)| **expires < *time || a % 2 > 0);
		let mut ids = used.map(|((id, _), _)| *id).collect::<Vec<_>>();
		let start = b % ids.len().max(1);
		ids.rotate_left(start);
		ids.truncate(1 + c % 3);
		ids.extend(c.is_multiple_of(5).then_some(H256::zero()));
		Call::prune_used { ids: ids.try_into().expect("is short") }
	}

	fn resolve_time(&self, model: &Model) -> Seconds {
		let number = self.pick[0];
		let at = |times: Vec<Seconds>, shift: i8| {
			choose(times, number).map_or(model.now, |time| time.saturating_add_signed(shift.into()))
		};
		match self.when {
			When::After(seconds) => model.now + seconds,
			When::Reclaim(shift) => {
				let requested = model.pending.values().filter_map(|pending| pending.cancel_requested_at);
				at(requested.map(|time| time + CANCEL_DELAY).collect(), shift)
			},
			When::Deadline(shift) => {
				let deadlines = model.requests.values().map(|request| request.requested_at + GRACE);
				at(deadlines.collect(), shift)
			},
			When::Thaw(shift) => {
				at(model.frozen.iter().map(|freeze| freeze.unfreeze_allowed_at).collect(), shift)
			},
			When::Expiration(shift) => {
				let trades = model.history.0.iter().map(|trade| trade.submission_expiration);
				let orders = model.history.1.iter().map(|order| order.expiration);
				at(trades.chain(orders).filter(|time| *time >= model.now).collect(), shift)
			},
		}
	}
}

/// Mostly a request that is open.
fn open_request(model: &Model, number: usize) -> H256 {
	let open = choose(model.requests.keys().copied(), number / 10);
	open.filter(|_| !number.is_multiple_of(10)).unwrap_or_default()
}

/// Mostly the account that has the right to it.
fn governor(rightful: &AccountId, number: usize) -> AccountId {
	if !number.is_multiple_of(5) { rightful } else { &GOVERNORS[number / 5 % GOVERNORS.len()] }.clone()
}

impl Amount {
	/// An amount with a sign, as settlements have.
	pub fn signed(self, max: u64) -> i64 {
		i64::try_from(self.of(max)).unwrap_or(i64::MAX)
	}
}
