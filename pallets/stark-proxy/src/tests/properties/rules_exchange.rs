//! Rules on the exchange and on forced trades (specification, sections 8 and 11).

use super::{
	books::Proxy,
	rules::{gain, require, spend, Numbers, Plan, Refusal, Ruling},
};
use crate::{mock::*, tests::support::Call};
use codec::Encode;
use sp_core::H256;
use tidepool_primitives::{Balance, ForcedTradeArgs, PositionId, StarkKey};

/// What a forced trade of a proxy is identified by.
pub fn hash_of(proxy: u32, args: &ForcedTradeArgs) -> H256 {
	sp_io::hashing::blake2_256(&[proxy.to_le_bytes().to_vec(), args.encode()].concat()).into()
}

impl Proxy {
	fn require_own(&self, key: &StarkKey) -> Result<(), Refusal> {
		require(StarkExchange::account_of_key(*key) == Some(self.account.clone()), "StarkKeyNotOwnedByProxy")
	}

	fn require_listed(&self, key: &StarkKey) -> Result<(), Refusal> {
		require(self.keys.contains(key), "StarkKeyNotAllowed")
	}

	fn require_debt(&self) -> Result<(), Refusal> {
		require(Numbers::of(&self.account).debt > 0, "NoOutstandingDebt")
	}

	pub fn rule_on_exchange(&mut self, call: &Call) -> Option<Ruling> {
		match call {
			Call::register_user_on_exchange { .. } => Some(Ok(Plan::quiet().open())),
			Call::deposit_to_exchange { key, position, quantized_amount, .. } => {
				Some(self.deposit(key, *position, *quantized_amount))
			},
			Call::withdraw_from_exchange { key, .. } | Call::guardian_withdraw_from_exchange { key, .. } => {
				Some(self.bring_home(key, StarkExchange::pending_withdrawal(*key)))
			},
			Call::deposit_cancel { key, .. } | Call::guardian_deposit_cancel { key, .. } => {
				Some(self.require_own(key).map(|()| Plan::quiet().open()))
			},
			Call::deposit_reclaim { key, position, .. }
			| Call::guardian_deposit_reclaim { key, position, .. } => {
				let pending = StarkExchange::pending_deposit(*key, *position);
				let plan = self.bring_home(key, pending.map_or(0, |pending| pending.amount));
				Some(plan.map(|plan| plan.open()))
			},
			Call::forced_withdrawal_request { key, quantized_amount, .. } => {
				let rule =
					self.require_listed(key).and_then(|()| require(*quantized_amount > 0, "ZeroAmount"));
				Some(rule.map(|()| Plan::quiet().open()))
			},
			Call::guardian_forced_withdrawal_request { key, position, max_amount, .. } => {
				Some(self.force(key, *position, *max_amount))
			},
			Call::guardian_forced_trade_request { args, .. } => {
				let rule = self.require_debt().and_then(|()| self.require_own(&args.key_a));
				Some(rule.map(|()| Plan::quiet().open()))
			},
			_ => None,
		}
	}

	fn deposit(&mut self, key: &StarkKey, position: PositionId, quantized: u64) -> Ruling {
		self.require_listed(key)?;
		require(quantized > 0, "ZeroAmount")?;
		let amount = Balance::from(quantized) * Balance::from(Quantum::get());
		spend(&mut self.exchange_allowance, amount, "ExchangeAllowanceExceeded")?;
		let numbers = Numbers::of(&self.account);
		require(numbers.token >= amount, "InsufficientProxyBalance")?;
		if self.restricted {
			require(numbers.token - amount >= numbers.owed(), "DepositWouldUseBorrowedFunds")?;
		}
		let is_taken = !StarkExchange::is_frozen() && StarkExchange::position_of_key(*key) == Some(position);
		Ok(Plan::flow(exchange_account(), -gain(amount)).granted_if(is_taken))
	}

	fn bring_home(&self, key: &StarkKey, quantized: u64) -> Ruling {
		self.require_own(key)?;
		let amount = gain(quantized.into()) * i128::from(Quantum::get());
		Ok(Plan::flow(exchange_account(), amount).granted_if(amount > 0))
	}

	fn force(&self, key: &StarkKey, position: PositionId, max_amount: u64) -> Ruling {
		self.require_debt()?;
		self.require_own(key)?;
		let equity = StarkExchange::position(position).map(|record| record.equity);
		require(max_amount > 0 && equity != Some(0), "NothingToWithdraw")?;
		Ok(Plan::quiet().open())
	}

	pub fn rule_on_trades(&mut self, number: u32, call: &Call) -> Option<Ruling> {
		match call {
			Call::queue_forced_trade_request { args, .. } => Some(self.queue_trade(number, args)),
			Call::unqueue_forced_trade_request { args_hash, .. } => {
				let removed = self.queue.remove(args_hash).is_some();
				Some(require(removed, "ForcedTradeNotQueued").map(|()| Plan::quiet()))
			},
			Call::forced_trade_request { args, .. } => Some(self.submit_trade(number, args)),
			_ => None,
		}
	}

	fn queue_trade(&mut self, number: u32, args: &ForcedTradeArgs) -> Ruling {
		self.require_listed(&args.key_a)?;
		let now = now();
		require(args.submission_expiration >= now + 7 * DAY, "ForcedTradeExpiresTooEarly")?;
		let hash = hash_of(number, args);
		if !self.queue.contains_key(&hash) && self.queue.len() == 3 {
			self.queue.retain(|_, (_, queued_at)| now <= *queued_at + 14 * DAY);
			require(self.queue.len() < 3, "TooManyQueuedForcedTrades")?;
		}
		self.queue.insert(hash, (*args, now));
		Ok(Plan::quiet())
	}

	fn submit_trade(&mut self, number: u32, args: &ForcedTradeArgs) -> Ruling {
		self.require_listed(&args.key_a)?;
		let entry = self.queue.remove(&hash_of(number, args));
		let (_, queued_at) = entry.ok_or(Refusal::Named("ForcedTradeNotQueued"))?;
		let elapsed = now() - queued_at;
		require(elapsed >= 7 * DAY, "ForcedTradeWaiting")?;
		require(elapsed <= 14 * DAY, "ForcedTradeExpired")?;
		Ok(Plan::quiet().open())
	}
}
