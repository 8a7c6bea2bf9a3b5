//! An independent model of the exchange: records in plain maps, totals as sums, and every call checked anew. The batches
//! are in `model_batch.rs`.

use super::{
	op::{Action, Call},
	people::{self, KEYS},
};
use crate::{
	mock::*,
	types::{ExchangeState, ForcedRequest, Freeze, PendingDeposit, TransferOrder},
};
use sp_core::H256;
use sp_runtime::DispatchError;
use std::collections::{BTreeMap, BTreeSet};
use tidepool_primitives::{Balance, ForcedTradeArgs, PositionId, Seconds, StarkKey, StarkSignature};

/// Why an action must fail.
#[derive(Debug)]
pub enum Refusal {
	/// With this error.
	Exactly(DispatchError),
	/// With any error of the tokens: somebody cannot pay.
	Tokens,
}

/// The events of an action, or why it must fail.
pub type Outcome = Result<Vec<Event>, Refusal>;

pub(super) fn need(condition: bool, error: Error) -> Result<(), Refusal> {
	condition.then_some(()).ok_or(Refusal::Exactly(error.into()))
}

/// Whether a number is an amount: `short` if it is below 0.
pub(super) fn fit(number: i128, short: Error) -> Result<u64, Refusal> {
	need(number >= 0, short)?;
	u64::try_from(number).map_err(|_| Refusal::Exactly(Error::QuantizationOverflow.into()))
}

#[derive(Clone, Default)]
pub struct Model {
	pub now: Seconds,
	pub block: u64,
	pub quantum: u64,
	pub max_keys: u32,
	pub max_operators: u32,
	pub tokens: BTreeMap<AccountId, Balance>,
	pub owners: BTreeMap<StarkKey, AccountId>,
	/// Key and equity, that of position 1 first.
	pub positions: Vec<(StarkKey, u64)>,
	pub pending: BTreeMap<(StarkKey, PositionId), PendingDeposit>,
	pub credited: BTreeMap<StarkKey, u64>,
	pub requests: BTreeMap<H256, ForcedRequest>,
	pub used_trades: BTreeMap<H256, Seconds>,
	pub used_transfers: BTreeMap<H256, Seconds>,
	/// Trades that were demanded and transfers that were carried out, ever.
	pub history: (Vec<ForcedTradeArgs>, Vec<TransferOrder>),
	pub last: ExchangeState,
	pub frozen: Option<Freeze>,
	/// When the last freeze could end.
	pub thaw: Seconds,
	pub operators: BTreeSet<AccountId>,
	/// The last block with forced requests, and their number.
	pub forced: (u64, u32),
	pub restricted: BTreeSet<AccountId>,
}

impl Model {
	/// What must come of an action. A refused one leaves the model as it was.
	pub fn apply(&mut self, action: &Action) -> Outcome {
		let mut next = self.clone();
		let events = next.take(action)?;
		*self = next;
		Ok(events)
	}

	pub fn position_of(&self, key: &StarkKey) -> Option<PositionId> {
		let index = self.positions.iter().position(|(owner, _)| owner == key)?;
		Some(index as PositionId + 1)
	}

	/// The record of a position.
	pub fn position(&self, position: PositionId) -> Option<(StarkKey, u64)> {
		self.positions.get(usize::try_from(position).ok()?.checked_sub(1)?).copied()
	}

	pub fn open_requests(&self, position: PositionId) -> u32 {
		self.requests.values().filter(|request| request.kind.position() == position).count() as u32
	}

	/// How many units an account could pay for.
	pub fn affordable(&self, account: &AccountId) -> u64 {
		let tokens = self.tokens.get(account).copied().unwrap_or_default();
		u64::try_from(tokens / Balance::from(self.quantum)).unwrap_or(u64::MAX)
	}

	fn take(&mut self, action: &Action) -> Outcome {
		match action {
			Action::Call(caller, call) => return self.call(caller, call),
			Action::Gift(from, amount) => self.pay(from, &exchange_account(), *amount)?,
			Action::Restrict(account, true) => drop(self.restricted.insert(account.clone())),
			Action::Restrict(account, false) => drop(self.restricted.remove(account)),
			Action::Wait(until) => (self.now, self.block) = (*until, self.block + 1),
		}
		Ok(Vec::new())
	}

	fn call(&mut self, caller: &AccountId, call: &Call) -> Outcome {
		match call {
			Call::register_user { key, signature } => self.register(caller, *key, signature),
			Call::deposit { key, position, q } => self.deposit(caller, *key, *position, *q),
			Call::deposit_cancel { key, position } => self.cancel(caller, *key, *position),
			Call::deposit_reclaim { key, position } => self.reclaim(caller, *key, *position),
			Call::withdraw { key } => self.withdraw(*key),
			Call::forced_withdrawal_request { key, position, q } => {
				self.force_withdrawal(caller, *key, *position, *q)
			},
			Call::forced_trade_request { args, signature_b, reduce_only } => {
				self.force_trade(caller, args, signature_b, *reduce_only)
			},
			Call::freeze_request { id } => self.freeze(caller, *id),
			Call::escape { position } => self.escape(*position),
			Call::update_state { batch } => self.update(caller, batch),
			Call::register_operator { who } => self.add_operator(caller, who),
			Call::unregister_operator { who } => self.remove_operator(caller, who),
			Call::unfreeze {} => self.unfreeze(caller),
			Call::prune_used { ids } => self.prune(ids),
			Call::__Ignore(..) => unreachable!("is no call"),
		}
	}

	pub(super) fn owner(&self, key: &StarkKey) -> Result<AccountId, Refusal> {
		self.owners.get(key).cloned().ok_or(Refusal::Exactly(Error::KeyNotRegistered.into()))
	}

	pub(super) fn need_owner(&self, caller: &AccountId, key: &StarkKey) -> Result<(), Refusal> {
		need(self.owner(key)? == *caller, Error::NotKeyOwner)
	}

	/// The equity of a position, which must be that of the key.
	pub(super) fn match_position(&self, key: &StarkKey, position: PositionId) -> Result<u64, Refusal> {
		let record = self.position(position).filter(|(owner, _)| owner == key);
		record.map(|(_, equity)| equity).ok_or(Refusal::Exactly(Error::PositionKeyMismatch.into()))
	}

	pub(super) fn need_thawed(&self) -> Result<(), Refusal> {
		need(self.frozen.is_none(), Error::Frozen)
	}

	fn pay(&mut self, from: &AccountId, to: &AccountId, amount: Balance) -> Result<(), Refusal> {
		let held = self.tokens.entry(from.clone()).or_default();
		*held = held.checked_sub(amount).ok_or(Refusal::Tokens)?;
		*self.tokens.entry(to.clone()).or_default() += amount;
		Ok(())
	}

	fn worth(&self, q: u64) -> Balance {
		Balance::from(q) * Balance::from(self.quantum)
	}

	fn register(&mut self, caller: &AccountId, key: StarkKey, signature: &StarkSignature) -> Outcome {
		need(KEYS.contains(&key), Error::InvalidStarkKey)?;
		need(!self.owners.contains_key(&key), Error::KeyAlreadyRegistered)?;
		let keys = self.owners.values().filter(|owner| *owner == caller).count();
		need(keys < self.max_keys as usize, Error::TooManyKeys)?;
		need(people::registration(caller, &key) == *signature, Error::InvalidSignature)?;
		self.owners.insert(key, caller.clone());
		self.positions.push((key, 0));
		let position = self.positions.len() as PositionId;
		Ok(vec![Event::UserRegistered { account: caller.clone(), key, position }])
	}

	fn deposit(&mut self, caller: &AccountId, key: StarkKey, position: PositionId, q: u64) -> Outcome {
		self.need_thawed()?;
		need(q > 0, Error::ZeroAmount)?;
		let is_owner = self.owner(&key)? == *caller;
		self.match_position(&key, position)?;
		let amount = self.worth(q);
		self.pay(caller, &exchange_account(), amount)?;
		let pending = self.pending.entry((key, position)).or_default();
		pending.amount = fit(i128::from(pending.amount) + i128::from(q), Error::ZeroAmount)?;
		pending.cancel_requested_at = pending.cancel_requested_at.filter(|_| !is_owner);
		Ok(vec![Event::Deposited { from: caller.clone(), key, position, q, amount }])
	}

	fn cancel(&mut self, caller: &AccountId, key: StarkKey, position: PositionId) -> Outcome {
		self.need_owner(caller, &key)?;
		need(self.pending.contains_key(&(key, position)), Error::DepositNotFound)?;
		let pending = self.pending.entry((key, position)).or_default();
		pending.cancel_requested_at = Some(self.now);
		let reclaim_from = self.now + CANCEL_DELAY;
		Ok(vec![Event::DepositCancelRequested { key, position, reclaim_from }])
	}

	fn reclaim(&mut self, caller: &AccountId, key: StarkKey, position: PositionId) -> Outcome {
		self.need_owner(caller, &key)?;
		let pending = self.pending.remove(&(key, position)).unwrap_or_default();
		need(pending.amount > 0, Error::DepositNotFound)?;
		need(pending.cancel_requested_at.is_some(), Error::DepositNotCancelled)?;
		let reclaim_from = pending.cancel_requested_at.map(|time| time + CANCEL_DELAY);
		need(reclaim_from <= Some(self.now), Error::DepositLocked)?;
		let (q, amount) = (pending.amount, self.worth(pending.amount));
		self.pay(&exchange_account(), caller, amount)?;
		Ok(vec![Event::DepositReclaimed { key, position, q, amount }])
	}

	fn withdraw(&mut self, key: StarkKey) -> Outcome {
		let to = self.owner(&key)?;
		let q = self.credited.remove(&key).unwrap_or_default();
		need(q > 0, Error::NothingToWithdraw)?;
		let amount = self.worth(q);
		self.pay(&exchange_account(), &to, amount)?;
		Ok(vec![Event::Withdrawn { key, to, q, amount }])
	}
}
