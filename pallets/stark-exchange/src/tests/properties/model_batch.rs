//! The part of the model with batches. Each part can be taken by itself: whoever makes up a batch looks what is possible.

use super::{
	model::{fit, need, Model, Outcome, Refusal},
	people,
};
use crate::{
	mock::*,
	tests::common::id_of,
	types::{ExchangeState, ForcedOutcome, RejectionReason, RequestKind, TransferOrder},
};
use sp_core::H256;
use tidepool_primitives::{PositionId, Seconds, StarkKey, StarkSignature};

impl Model {
	pub(super) fn update(&mut self, caller: &AccountId, batch: &Batch) -> Outcome {
		need(self.operators.contains(caller), Error::NotOperator)?;
		need(self.frozen.is_none(), Error::Frozen)?;
		let next = u128::from(self.last.batch_id) + 1;
		need(u128::from(batch.batch_id) == next, Error::WrongBatchId)?;
		need(batch.previous_state_root == self.last.state_root, Error::WrongStateRoot)?;
		let age = i128::from(self.now) - i128::from(batch.system_time);
		let in_range = age < i128::from(LAG) && -age < i128::from(LEAD);
		need(in_range && batch.system_time >= self.last.system_time, Error::SystemTimeOutOfRange)?;

		let mut events = Vec::new();
		for (key, position, q) in &batch.deposits {
			events.push(self.accept(*key, *position, *q)?);
		}
		for (order, signature) in &batch.transfers {
			events.push(self.transfer(order, signature, batch.system_time)?);
		}
		self.settle(&batch.settlements)?;
		for (id, outcome) in &batch.forced {
			events.push(self.serve(*id, *outcome)?);
		}
		for (key, position, q) in &batch.withdrawals {
			events.push(self.withdrawable(*key, *position, *q)?);
		}
		let Batch { batch_id, new_state_root, system_time, .. } = *batch;
		self.last = ExchangeState { batch_id, state_root: new_state_root, system_time };
		events.push(Event::StateUpdated {
			batch_id,
			new_state_root,
			system_time,
			deposits: batch.deposits.len() as u32,
			transfers: batch.transfers.len() as u32,
			settlements: batch.settlements.len() as u32,
			forced: batch.forced.len() as u32,
			withdrawals: batch.withdrawals.len() as u32,
		});
		Ok(events)
	}

	/// Changes the equity of a position; `short` if there is too little.
	fn change(&mut self, position: PositionId, change: i128, short: Error) -> Result<(), Refusal> {
		let (_, equity) = self.position(position).ok_or(unknown())?;
		let equity = fit(i128::from(equity) + change, short)?;
		self.positions[position as usize - 1].1 = equity;
		Ok(())
	}

	pub(super) fn accept(&mut self, key: StarkKey, position: PositionId, q: u64) -> Result<Event, Refusal> {
		need(q > 0, Error::ZeroAmount)?;
		let mut pending = self.pending.remove(&(key, position)).unwrap_or_default();
		pending.amount = fit(i128::from(pending.amount) - i128::from(q), Error::DepositInsufficient)?;
		if pending.amount > 0 {
			self.pending.insert((key, position), pending);
		}
		self.change(position, q.into(), Error::NegativeEquity)?;
		Ok(Event::DepositAccepted { key, position, q })
	}

	pub(super) fn transfer(
		&mut self,
		order: &TransferOrder,
		signature: &StarkSignature,
		time: Seconds,
	) -> Result<Event, Refusal> {
		let TransferOrder { from, to, amount: q, expiration, .. } = *order;
		need(q > 0, Error::ZeroAmount)?;
		let (sender, _) = self.position(from).ok_or(unknown())?;
		let (recipient, _) = self.position(to).ok_or(unknown())?;
		need(from != to, Error::SamePosition)?;
		let is_restricted = |key| self.restricted.contains(&self.owners[key]);
		need(![&sender, &recipient].into_iter().any(is_restricted), Error::TransferRestricted)?;
		let left = i128::from(expiration) - i128::from(time);
		need((0..=i128::from(VALIDITY)).contains(&left), Error::TransferExpired)?;
		let id = id_of("transfer", order);
		need(!self.used_transfers.contains_key(&id), Error::TransferReplayed)?;
		let expected = people::transfer(people::secret_of(&sender), order);
		need(expected == *signature, Error::InvalidSignature)?;
		self.change(from, -i128::from(q), Error::InsufficientEquity)?;
		self.change(to, q.into(), Error::NegativeEquity)?;
		self.used_transfers.insert(id, expiration);
		self.history.1.push(*order);
		Ok(Event::Transferred { from, to, q })
	}

	pub(super) fn settle(&mut self, settlements: &[(PositionId, i64)]) -> Result<(), Refusal> {
		let is_sorted = settlements.windows(2).all(|pair| pair[0].0 < pair[1].0);
		need(is_sorted, Error::SettlementsNotSorted)?;
		let sum = settlements.iter().map(|(_, change)| i128::from(*change)).sum::<i128>();
		need(sum == 0, Error::SettlementNotConserving)?;
		for (position, change) in settlements {
			self.change(*position, (*change).into(), Error::NegativeEquity)?;
		}
		Ok(())
	}

	pub(super) fn serve(&mut self, id: H256, outcome: ForcedOutcome) -> Result<Event, Refusal> {
		use ForcedOutcome::{Executed, Rejected};
		use RejectionReason::{InsufficientEquity, MarginRequirement, TradeNotExecutable};
		let request = self.requests.remove(&id);
		let request = request.ok_or(Refusal::Exactly(Error::RequestNotFound.into()))?;
		match request.kind {
			RequestKind::Withdrawal { key, position, amount } => match outcome {
				Executed => self.credit(key, position, amount)?,
				Rejected(InsufficientEquity) => {
					let equity = self.match_position(&key, position)?;
					need(equity < amount, Error::RejectionNotJustified)?;
				},
				Rejected(MarginRequirement) => {},
				Rejected(TradeNotExecutable) => need(false, Error::InvalidOutcome)?,
			},
			RequestKind::Trade { args, .. } => {
				let is_valid = [Executed, Rejected(TradeNotExecutable)].contains(&outcome);
				need(is_valid, Error::InvalidOutcome)?;
				self.used_trades.insert(id, args.submission_expiration);
			},
		}
		Ok(Event::ForcedRequestServed { id, outcome })
	}

	pub(super) fn withdrawable(
		&mut self,
		key: StarkKey,
		position: PositionId,
		q: u64,
	) -> Result<Event, Refusal> {
		self.match_position(&key, position)?;
		self.credit(key, position, q)?;
		Ok(Event::WithdrawalCredited { key, position, q })
	}

	/// Turns equity into a pending withdrawal.
	pub(super) fn credit(&mut self, key: StarkKey, position: PositionId, q: u64) -> Result<(), Refusal> {
		self.change(position, -i128::from(q), Error::InsufficientEquity)?;
		let credited = self.credited.get(&key).copied().unwrap_or_default();
		let credited = fit(i128::from(credited) + i128::from(q), Error::ZeroAmount)?;
		if credited > 0 {
			self.credited.insert(key, credited);
		}
		Ok(())
	}
}

fn unknown() -> Refusal {
	Refusal::Exactly(Error::PositionKeyMismatch.into())
}
