//! Rules on loans, outside withdrawals and approvals (specification, sections 7, 9 and 11).

use super::{
	books::Proxy,
	rules::{gain, require, spend, Numbers, Plan, Refusal, Ruling},
};
use crate::{mock::*, tests::support::Call};
use tidepool_primitives::Balance;

impl Proxy {
	pub fn rule_on_loans(&mut self, call: &Call) -> Option<Ruling> {
		let numbers = Numbers::of(&self.account);
		match *call {
			Call::auto_pay_or_borrow { .. } => Some(self.auto_pay(&numbers)),
			Call::borrow { amount, .. } => Some(self.borrow(amount)),
			Call::repay_borrow { amount, .. } => Some(self.repay(&numbers, amount, numbers.borrowed)),
			Call::repay_debt { amount, .. } => Some(self.repay(&numbers, amount, numbers.debt)),
			Call::guardian_repay_borrow { max_amount, .. } => {
				Some(guardian_repays(&numbers, max_amount.min(numbers.borrowed)))
			},
			Call::guardian_repay_debt { max_amount, .. } => {
				Some(guardian_repays(&numbers, max_amount.min(numbers.debt)))
			},
			_ => None,
		}
	}

	/// The algorithm of 7.1, with signed numbers.
	fn auto_pay(&mut self, numbers: &Numbers) -> Ruling {
		require(LiquidityStaking::in_blackout_window(), "NotInBlackoutWindow")?;
		let (b, n) = (gain(numbers.borrowed), gain(numbers.next));
		let (t, d) = (gain(numbers.token), gain(numbers.debt));
		let r = (b - n).max(0);
		require(t >= r, "InsufficientFundsForRepayment")?;
		let p = d.min(t - r);
		spend(&mut self.staking_allowance, (r + p) as Balance, "StakingAllowanceExceeded")?;
		let borrows = b <= n && p == d && !self.restricted;
		let m = if borrows { gain(numbers.borrowable) } else { 0 };
		let auto_pay = Some([m, r, p].map(|amount| amount as Balance));
		Ok(Plan { auto_pay, ..Plan::flow(pool_account(), m - r - p) })
	}

	fn borrow(&self, amount: Balance) -> Ruling {
		require(amount > 0, "ZeroAmount")?;
		require(!self.restricted, "BorrowingRestricted")?;
		let borrowable = Numbers::of(&self.account).borrowable;
		Ok(Plan::flow(pool_account(), gain(amount.min(1 << 100))).granted_if(amount <= borrowable))
	}

	fn repay(&mut self, numbers: &Numbers, amount: Balance, owed: Balance) -> Ruling {
		require(amount > 0, "ZeroAmount")?;
		require(numbers.token >= amount, "InsufficientProxyBalance")?;
		spend(&mut self.staking_allowance, amount, "StakingAllowanceExceeded")?;
		Ok(Plan::flow(pool_account(), -gain(amount)).granted_if(amount <= owed))
	}

	pub fn rule_on_withdrawals(&mut self, call: &Call) -> Option<Ruling> {
		let pays = |recipient, amount| -> Result<(), Refusal> {
			require(self.recipients.contains(recipient), "RecipientNotAllowed")?;
			require(amount > 0, "ZeroAmount")
		};
		let quiet = Ok(Plan::quiet().open());
		match call {
			Call::external_withdraw_token { recipient, amount, .. } => {
				Some(pays(recipient, *amount).and_then(|()| self.withdraw(recipient, *amount)))
			},
			Call::external_withdraw_other_token { recipient, asset, amount, .. } => {
				let is_other = || require(*asset != USDC, "BorrowTokenNotAllowed");
				Some(pays(recipient, *amount).and_then(|()| is_other()).and(quiet))
			},
			Call::external_withdraw_native { recipient, amount, .. } => {
				Some(pays(recipient, *amount).and(quiet))
			},
			Call::claim_rewards { .. } => Some(quiet),
			_ => None,
		}
	}

	/// The rule of 9.1.
	fn withdraw(&mut self, recipient: &AccountId, amount: Balance) -> Ruling {
		let numbers = Numbers::of(&self.account);
		require(numbers.token >= amount, "InsufficientProxyBalance")?;
		let has_lapsed = self.expires_at.is_some_and(|last| last < now());
		let is_sound = numbers.debt == 0 && numbers.borrowed <= numbers.current;
		let usable = if is_sound && !has_lapsed { self.approved } else { 0 };
		let from_approval = amount <= usable;
		if from_approval {
			self.approved -= amount;
			self.left_by_approval += amount;
		} else {
			require(numbers.token > numbers.owed(), "NoWithdrawableBalance")?;
			require(amount <= numbers.token - numbers.owed(), "AmountExceedsWithdrawable")?;
			(self.approved, self.expires_at) = (0, None);
		}
		let from_approval = Some(from_approval);
		Ok(Plan { from_approval, ..Plan::flow(recipient.clone(), -gain(amount)) })
	}

	/// The guardian's calls that move nothing.
	pub fn rule_on_guardian(&mut self, call: &Call) -> Option<Ruling> {
		match call {
			Call::increase_approved_amount { amount, valid_for, .. } => {
				Some(self.increase_approval(*amount, *valid_for))
			},
			Call::reset_approved_amount { .. } => {
				(self.approved, self.expires_at) = (0, None);
				Some(Ok(Plan::quiet()))
			},
			Call::guardian_set_borrowing_restriction { restricted, .. } => {
				self.restricted = *restricted;
				Some(Ok(Plan::quiet()))
			},
			Call::guardian_veto_forced_trade_requests { hashes, .. } => {
				let ruling = require(!hashes.is_empty(), "EmptyInput").map(|()| Plan::quiet());
				self.queue.retain(|hash, _| !hashes.contains(hash));
				Some(ruling)
			},
			_ => None,
		}
	}

	fn increase_approval(&mut self, amount: Balance, valid_for: Option<u64>) -> Ruling {
		require(amount > 0, "ZeroAmount")?;
		let expires_at = match valid_for {
			Some(span) => Some(now().checked_add(span).ok_or(Refusal::Overflow)?),
			None => None,
		};
		let base = if self.expires_at.is_some_and(|last| last < now()) { 0 } else { self.approved };
		self.approved = base.checked_add(amount).ok_or(Refusal::Overflow)?;
		self.expires_at = expires_at;
		self.increases = self.increases.saturating_add(amount);
		Ok(Plan::quiet())
	}
}

fn guardian_repays(numbers: &Numbers, most: Balance) -> Ruling {
	let amount = most.min(numbers.token);
	require(amount > 0, "NothingToRepay")?;
	Ok(Plan::flow(pool_account(), -gain(amount)))
}
