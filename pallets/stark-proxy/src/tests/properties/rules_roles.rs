//! Rules on roles, lists and limits, and on the end of a proxy (specification, sections 5.2, 5.5 and 6).

use super::{
	books::{Books, Proxy},
	callers::Caller,
	rules::{require, Numbers, Plan, Ruling},
};
use crate::{mock::*, tests::support::Call, types::Role};
use frame_support::traits::fungible::Inspect;
use tidepool_primitives::{LiquidityPool, StarkKey};

const OK: Option<Ruling> = Some(Ok(Plan::quiet()));

impl Books {
	pub fn rule_on_roles(&mut self, number: u32, call: &Call, by: &Caller) -> Option<Ruling> {
		match call {
			Call::grant_role { role, account, .. } => Some(self.grant(number, *role, account)),
			Call::revoke_role { role, account, .. } => Some(self.revoke(number, *role, account)),
			Call::renounce_role { role, .. } => {
				let holder = by.account().expect("has the role");
				Some(self.revoke(number, *role, &holder))
			},
			Call::close_proxy { .. } => Some(self.close(number)),
			_ => None,
		}
	}

	fn grant(&mut self, number: u32, role: Role, account: &AccountId) -> Ruling {
		let is_proxy = self.is_proxy_account(account);
		let proxy = self.find(number)?;
		if proxy.holds(role, account) {
			return Ok(Plan::quiet());
		}
		let can_hold = match role {
			Role::Guardian => [SHORT, LONG].contains(account),
			Role::VetoGuardian => [INSTANT, SHORT, LONG].contains(account),
			_ => true,
		};
		require(can_hold, "NotTimelocked")?;
		require(!is_proxy, "InvalidAccount")?;
		require(proxy.count(role) < DEFAULT_MAX_HOLDERS as usize, "TooManyHolders")?;
		proxy.roles.insert((role, account.clone()));
		Ok(Plan::quiet())
	}

	fn revoke(&mut self, number: u32, role: Role, account: &AccountId) -> Ruling {
		let proxy = self.find(number)?;
		if proxy.holds(role, account) {
			let is_needed = [Role::Owner, Role::Guardian].contains(&role);
			require(!is_needed || proxy.count(role) > 1, "LastHolder")?;
			proxy.roles.remove(&(role, account.clone()));
		}
		Ok(Plan::quiet())
	}

	fn close(&mut self, number: u32) -> Ruling {
		let account = self.find(number)?.account.clone();
		let numbers = Numbers::of(&account);
		let has_allocation = <LiquidityStaking as LiquidityPool<_>>::has_allocation(&account);
		require(!has_allocation, "AllocationNotZero")?;
		require(numbers.owed() == 0, "OutstandingBalance")?;
		let native = Balances::total_balance(&account);
		require(numbers.token == 0 && native == 0, "ProxyNotEmpty")?;
		let exposure = StarkExchange::exposure(account.clone());
		let sum = exposure.pending_deposits + exposure.equity + exposure.pending_withdrawals;
		require(sum == 0, "ExchangeExposure")?;
		require(System::consumers(&account) == 0, "AccountInUse")?;
		self.proxies.remove(&number);
		Ok(Plan::quiet())
	}
}

impl Proxy {
	pub fn allow_recipient(&mut self, recipient: &AccountId, is_outside: bool) -> Ruling {
		require(!self.recipients.contains(recipient), "RecipientAlreadyAllowed")?;
		require(is_outside, "InvalidRecipient")?;
		require(self.recipients.len() < 3, "TooManyRecipients")?;
		self.recipients.insert(recipient.clone());
		Ok(Plan::quiet())
	}

	pub fn rule_on_lists(&mut self, call: &Call) -> Option<Ruling> {
		match call {
			Call::disallow_external_recipient { recipient, .. } => {
				let removed = self.recipients.remove(recipient);
				Some(require(removed, "RecipientNotAllowed").map(|()| Plan::quiet()))
			},
			Call::allow_stark_key { key, .. } => Some(self.allow_key(key)),
			Call::disallow_stark_key { key, .. } => {
				let removed = self.keys.remove(key);
				Some(require(removed, "StarkKeyNotAllowed").map(|()| Plan::quiet()))
			},
			Call::set_staking_allowance { limit, .. } => {
				self.staking_allowance = *limit;
				OK
			},
			Call::set_exchange_allowance { limit, .. } => {
				self.exchange_allowance = *limit;
				OK
			},
			_ => None,
		}
	}

	fn allow_key(&mut self, key: &StarkKey) -> Ruling {
		let owner = StarkExchange::account_of_key(*key);
		require(owner.is_some(), "StarkKeyNotRegistered")?;
		require(owner.as_ref() == Some(&self.account), "StarkKeyNotOwnedByProxy")?;
		require(!self.keys.contains(key), "StarkKeyAlreadyAllowed")?;
		require(self.keys.len() < 3, "TooManyStarkKeys")?;
		self.keys.insert(*key);
		Ok(Plan::quiet())
	}
}
