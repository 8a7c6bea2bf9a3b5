//! Books of the proxies, kept by the rules of the specification and not by the pallet.

use super::callers::Caller;
use crate::{
	mock::*,
	types::{ProxyInfo, QueuedTrade, Role},
	AllowedRecipients, AllowedStarkKeys, HoldReason, NextProxyId, Proxies, QueuedForcedTrades, RoleMembers,
};
use frame_support::traits::fungible::InspectHold;
use sp_core::H256;
use std::collections::{BTreeMap, BTreeSet};
use tidepool_primitives::{Balance, ForcedTradeArgs, Seconds, StarkKey};

/// Everything that is known of a proxy.
#[derive(Clone, Debug)]
pub struct Proxy {
	pub account: AccountId,
	pub depositor: Option<AccountId>,
	pub restricted: bool,
	pub approved: Balance,
	pub expires_at: Option<Seconds>,
	pub staking_allowance: Option<Balance>,
	pub exchange_allowance: Option<Balance>,
	pub recipients: BTreeSet<AccountId>,
	pub keys: BTreeSet<StarkKey>,
	pub queue: BTreeMap<H256, (ForcedTradeArgs, Seconds)>,
	pub roles: BTreeSet<(Role, AccountId)>,
	/// P3: all that the guardian ever approved, and all that ever left because of it.
	pub increases: Balance,
	pub left_by_approval: Balance,
}

impl Proxy {
	pub fn new(account: AccountId, depositor: Option<AccountId>, owner: &AccountId) -> Self {
		let mut proxy = Self {
			account,
			depositor,
			restricted: false,
			approved: 0,
			expires_at: None,
			staking_allowance: None,
			exchange_allowance: None,
			recipients: BTreeSet::new(),
			keys: BTreeSet::new(),
			queue: BTreeMap::new(),
			roles: [(Role::Guardian, SHORT), (Role::VetoGuardian, INSTANT)].into(),
			increases: 0,
			left_by_approval: 0,
		};
		proxy.appoint(owner);
		proxy
	}

	/// Gives `owner` the five roles of the borrower.
	pub fn appoint(&mut self, owner: &AccountId) {
		for role in [
			Role::Owner,
			Role::DelegationAdmin,
			Role::Borrower,
			Role::ExchangeOperator,
			Role::WithdrawalOperator,
		] {
			self.roles.insert((role, owner.clone()));
		}
	}

	pub fn holds(&self, role: Role, account: &AccountId) -> bool {
		self.roles.contains(&(role, account.clone()))
	}

	pub fn count(&self, role: Role) -> usize {
		self.roles.iter().filter(|(held, _)| *held == role).count()
	}

	/// What is stored of it.
	fn info(&self) -> ProxyInfo<AccountId> {
		ProxyInfo {
			deposit: self.depositor.clone().map(|depositor| (depositor, DEPOSIT)),
			borrowing_restricted: self.restricted,
			approved_amount: self.approved,
			approval_expires_at: self.expires_at,
			staking_allowance: self.staking_allowance,
			exchange_allowance: self.exchange_allowance,
			recipients: self.recipients.len() as u32,
			stark_keys: self.keys.len() as u32,
			queued_trades: self.queue.len() as u32,
		}
	}
}

/// All proxies.
#[derive(Clone, Debug, Default)]
pub struct Books {
	pub proxies: BTreeMap<u32, Proxy>,
	pub next: u32,
}

impl Books {
	/// As many proxies as at genesis.
	pub fn with_owners(owners: &[AccountId]) -> Self {
		let mut books = Self::default();
		for owner in owners {
			books.add(None, owner);
		}
		books
	}

	pub fn add(&mut self, depositor: Option<AccountId>, owner: &AccountId) {
		let proxy = Proxy::new(proxy_account(self.next), depositor, owner);
		self.proxies.insert(self.next, proxy);
		self.next += 1;
	}

	pub fn holders(&self, proxy: u32, role: Role) -> Vec<AccountId> {
		let roles = self.proxies.get(&proxy).into_iter().flat_map(|proxy| &proxy.roles);
		roles.filter(|(held, _)| *held == role).map(|(_, account)| account.clone()).collect()
	}

	pub fn holds(&self, proxy: u32, role: Role, caller: &Caller) -> bool {
		let account = caller.account();
		account
			.is_some_and(|account| self.proxies.get(&proxy).is_some_and(|proxy| proxy.holds(role, &account)))
	}

	pub fn is_proxy_account(&self, account: &AccountId) -> bool {
		self.proxies.values().any(|proxy| proxy.account == *account)
	}

	/// Everything the books know is what the pallet has stored, and nothing else is.
	pub fn compare(&self, context: &str) {
		let stored = Proxies::<Test>::iter().collect::<BTreeMap<_, _>>();
		let expected = self.proxies.iter().map(|(number, proxy)| (*number, proxy.info()));
		assert_eq!(stored, expected.collect(), "{context}: proxies");
		assert_eq!(NextProxyId::<Test>::get(), self.next, "{context}: number of the next proxy");
		let all = || self.proxies.iter();

		let stored = RoleMembers::<Test>::iter_keys().collect::<BTreeSet<_>>();
		let roles = |(number, proxy): (&u32, &Proxy)| {
			let number = *number;
			proxy.roles.clone().into_iter().map(move |(role, account)| (number, role, account))
		};
		assert_eq!(stored, all().flat_map(roles).collect(), "{context}: roles");

		let stored = AllowedRecipients::<Test>::iter_keys().collect::<BTreeSet<_>>();
		let recipients = |(number, proxy): (&u32, &Proxy)| {
			let number = *number;
			proxy.recipients.clone().into_iter().map(move |recipient| (number, recipient))
		};
		assert_eq!(stored, all().flat_map(recipients).collect(), "{context}: recipients");

		let stored = AllowedStarkKeys::<Test>::iter_keys().collect::<BTreeSet<_>>();
		let keys = |(number, proxy): (&u32, &Proxy)| {
			let number = *number;
			proxy.keys.clone().into_iter().map(move |key| (number, key))
		};
		assert_eq!(stored, all().flat_map(keys).collect(), "{context}: keys");

		let stored = QueuedForcedTrades::<Test>::iter().map(|(number, hash, trade)| ((number, hash), trade));
		let trades = |(number, proxy): (&u32, &Proxy)| {
			let number = *number;
			let queue = proxy.queue.clone().into_iter();
			queue.map(move |(hash, (args, queued_at))| ((number, hash), QueuedTrade { args, queued_at }))
		};
		let expected = all().flat_map(trades).collect::<BTreeMap<_, _>>();
		assert_eq!(stored.collect::<BTreeMap<_, _>>(), expected, "{context}: queued trades");
		self.compare_deposits(context);
	}

	fn compare_deposits(&self, context: &str) {
		for account in [STRANGER, OTHER_STRANGER, OWNER_A, OWNER_B, RECIPIENT, S1, S2] {
			let created = self.proxies.values().filter(|proxy| proxy.depositor.as_ref() == Some(&account));
			let held = Balances::balance_on_hold(&HoldReason::ProxyCreation.into(), &account);
			assert_eq!(held, DEPOSIT * created.count() as Balance, "{context}: deposits of {account}");
		}
	}
}
