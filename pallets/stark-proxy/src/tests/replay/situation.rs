//! What a proxy holds and owes when it is called: what decides between the rules of the original and ours.

use super::runtime::*;
use crate::{
	types::{ProxyId, ProxyInfo},
	Proxies,
};
use tidepool_primitives::{Balance, LiquidityPool, Seconds};

/// A proxy just before a call.
pub struct Situation {
	pub proxy: ProxyId,
	pub account: AccountId,
	pub now: Seconds,
	pub token: Balance,
	pub borrowed: Balance,
	pub debt: Balance,
	pub allocated_next: Balance,
	pub is_overdue: bool,
	pub info: ProxyInfo<AccountId>,
}

impl Situation {
	pub fn of(proxy: ProxyId, now: Seconds) -> Self {
		let account = StarkProxy::proxy_account(proxy);
		let borrowed = <LiquidityStaking as LiquidityPool<_>>::borrowed_balance(&account);
		Self {
			proxy,
			now,
			token: Assets::balance(USDC, &account),
			borrowed,
			debt: LiquidityStaking::borrower_debt_balance(account.clone()),
			allocated_next: LiquidityStaking::allocated_balance_next(account.clone()),
			is_overdue: borrowed > LiquidityStaking::allocated_balance_current(account.clone()),
			info: Proxies::<Test>::get(proxy).expect("no trace closes a proxy"),
			account,
		}
	}

	/// What the proxy holds above what it owes.
	pub fn excess(&self) -> Balance {
		self.token.saturating_sub(self.borrowed + self.debt)
	}

	/// What has to be repaid of the loan before the epoch ends.
	pub fn due(&self) -> Balance {
		self.borrowed.saturating_sub(self.allocated_next)
	}
}

/// Whether `amount` is more than a limit.
pub fn exceeds(limit: Option<Balance>, amount: Balance) -> bool {
	limit.is_some_and(|limit| limit < amount)
}
