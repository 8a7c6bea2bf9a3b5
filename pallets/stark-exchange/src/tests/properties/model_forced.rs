//! The part of the model with forced requests, freezes and the administration.

use super::{
	model::{need, Model, Outcome, Refusal},
	people,
};
use crate::{
	mock::*,
	tests::common::id_of,
	types::{ForcedRequest, Freeze, RequestKind},
};
use sp_core::H256;
use sp_runtime::DispatchError;
use tidepool_primitives::{ForcedTradeArgs, PositionId, Seconds, StarkKey, StarkSignature};

const BAD_ORIGIN: Refusal = Refusal::Exactly(DispatchError::BadOrigin);

impl Model {
	pub(super) fn force_withdrawal(
		&mut self,
		caller: &AccountId,
		key: StarkKey,
		position: PositionId,
		q: u64,
	) -> Outcome {
		self.need_thawed()?;
		self.need_owner(caller, &key)?;
		let equity = self.match_position(&key, position)?;
		need(q > 0, Error::ZeroAmount)?;
		need(q <= equity, Error::InsufficientEquity)?;
		let id = id_of("forced-withdrawal", (key, position, q));
		need(!self.requests.contains_key(&id), Error::RequestAlreadyPending)?;
		let deadline = self.open(id, RequestKind::Withdrawal { key, position, amount: q })?;
		Ok(vec![Event::ForcedWithdrawalRequested { id, key, position, q, deadline }])
	}

	pub(super) fn force_trade(
		&mut self,
		caller: &AccountId,
		args: &ForcedTradeArgs,
		signature: &StarkSignature,
		reduce_only: bool,
	) -> Outcome {
		self.need_thawed()?;
		self.need_owner(caller, &args.key_a)?;
		self.match_position(&args.key_a, args.position_a)?;
		self.match_position(&args.key_b, args.position_b)?;
		need(!self.restricted.contains(&self.owner(&args.key_b)?), Error::TransferRestricted)?;
		need(args.position_a != args.position_b, Error::SamePosition)?;
		let assets = 1..1u128 << 120;
		need(assets.contains(&args.synthetic_asset_id), Error::InvalidSyntheticAsset)?;
		need(args.amount_collateral.min(args.amount_synthetic) > 0, Error::ZeroAmount)?;
		need(args.submission_expiration >= self.now, Error::TradeExpired)?;
		need(args.submission_expiration - self.now <= VALIDITY, Error::TradeValidityTooLong)?;
		let id = id_of("forced-trade", args);
		let is_known = self.requests.contains_key(&id) || self.used_trades.contains_key(&id);
		need(!is_known, Error::TradeReplayed)?;
		need(people::consent(args) == *signature, Error::InvalidSignature)?;
		let deadline = self.open(id, RequestKind::Trade { args: *args, reduce_only })?;
		self.history.0.push(*args);
		Ok(vec![Event::ForcedTradeRequested { id, args: *args, reduce_only, deadline }])
	}

	fn open(&mut self, id: H256, kind: RequestKind) -> Result<Seconds, Refusal> {
		need(self.open_requests(kind.position()) < MAX_OPEN_FORCED, Error::TooManyOpenRequests)?;
		if self.forced.0 != self.block {
			self.forced = (self.block, 0);
		}
		need(self.forced.1 < MAX_FORCED_PER_BLOCK, Error::TooManyForcedRequests)?;
		self.forced.1 += 1;
		self.requests.insert(id, ForcedRequest { kind, requested_at: self.now });
		Ok(self.now + GRACE)
	}

	pub(super) fn freeze(&mut self, by: &AccountId, id: H256) -> Outcome {
		self.need_thawed()?;
		let request = self.requests.get(&id).ok_or(Refusal::Exactly(Error::RequestNotFound.into()))?;
		let deadline = request.requested_at + GRACE;
		need(self.now >= deadline, Error::RequestStillPending)?;
		need(deadline > self.thaw, Error::StaleRequest)?;
		self.thaw = self.now + UNFREEZE_DELAY;
		self.frozen = Some(Freeze { frozen_at: self.now, unfreeze_allowed_at: self.thaw });
		Ok(vec![Event::ExchangeFrozen { id, by: by.clone() }])
	}

	pub(super) fn escape(&mut self, position: PositionId) -> Outcome {
		need(self.frozen.is_some(), Error::NotFrozen)?;
		let record = self.position(position).filter(|(_, equity)| *equity > 0);
		let (key, q) = record.ok_or(Refusal::Exactly(Error::NothingToEscape.into()))?;
		self.credit(key, position, q)?;
		Ok(vec![Event::Escaped { position, key, q }])
	}

	pub(super) fn unfreeze(&mut self, caller: &AccountId) -> Outcome {
		(*caller == UNFREEZER).then_some(()).ok_or(BAD_ORIGIN)?;
		need(self.frozen.is_some(), Error::NotFrozen)?;
		need(self.now >= self.thaw, Error::UnfreezeTooEarly)?;
		self.frozen = None;
		self.last.state_root = id_of("unfrozen", self.last.state_root);
		Ok(vec![Event::ExchangeUnfrozen { state_root: self.last.state_root }])
	}

	pub(super) fn add_operator(&mut self, caller: &AccountId, who: &AccountId) -> Outcome {
		(*caller == ADMIN).then_some(()).ok_or(BAD_ORIGIN)?;
		if self.operators.contains(who) {
			return Ok(Vec::new());
		}
		need(self.operators.len() < self.max_operators as usize, Error::TooManyOperators)?;
		self.operators.insert(who.clone());
		Ok(vec![Event::OperatorAdded { who: who.clone() }])
	}

	pub(super) fn remove_operator(&mut self, caller: &AccountId, who: &AccountId) -> Outcome {
		[ADMIN, EMERGENCY].contains(caller).then_some(()).ok_or(BAD_ORIGIN)?;
		let removed = self.operators.remove(who);
		Ok(removed.then(|| Event::OperatorRemoved { who: who.clone() }).into_iter().collect())
	}

	pub(super) fn prune(&mut self, ids: &[H256]) -> Outcome {
		for id in ids {
			let trade = self.used_trades.remove(id).is_none_or(|expiration| expiration < self.now);
			let batches = self.last.system_time;
			let transfer = self.used_transfers.remove(id).is_none_or(|expiration| expiration < batches);
			need(trade && transfer, Error::NotExpired)?;
		}
		Ok(Vec::new())
	}
}
