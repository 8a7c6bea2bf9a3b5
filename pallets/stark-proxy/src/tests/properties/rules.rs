//! What the specification says about a call: whether the pallet refuses it and with which error, what it changes in the
//! books, and which tokens it moves.

use super::{
	books::{Books, Proxy},
	callers::{needed, Caller},
};
use crate::{mock::*, tests::support::Call, types::Role};
use tidepool_primitives::Balance;

/// Why the pallet refuses a call.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Refusal {
	BadOrigin,
	/// An error of the pallet.
	Named(&'static str),
	Overflow,
}

/// What pool, exchange and assets make of a call that the pallet does not refuse.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Outcome {
	Granted,
	Refused,
	Either,
}

/// What a call does with the borrow token, if pool, exchange and assets let it.
#[derive(Clone, Debug)]
pub struct Plan {
	/// Who gives to the proxy or takes from it, and what the proxy gains.
	pub flow: Option<(AccountId, i128)>,
	/// What the others make of it.
	pub outcome: Outcome,
	/// What auto-pay does: borrowed, repaid of the loan and of the debt.
	pub auto_pay: Option<[Balance; 3]>,
	/// Whether an outside withdrawal uses an approval.
	pub from_approval: Option<bool>,
}

impl Plan {
	/// Moves no borrow token.
	pub const fn quiet() -> Self {
		Self { flow: None, outcome: Outcome::Granted, auto_pay: None, from_approval: None }
	}

	/// The proxy gains `amount` from `other`, or loses it.
	pub fn flow(other: AccountId, amount: i128) -> Self {
		Self { flow: (amount != 0).then_some((other, amount)), ..Self::quiet() }
	}

	/// The others grant it if and only if `condition` holds.
	pub fn granted_if(self, condition: bool) -> Self {
		Self { outcome: if condition { Outcome::Granted } else { Outcome::Refused }, ..self }
	}

	/// It depends on more than these rules whether the others grant it.
	pub fn open(self) -> Self {
		Self { outcome: Outcome::Either, ..self }
	}
}

pub type Ruling = Result<Plan, Refusal>;

pub fn require(condition: bool, error: &'static str) -> Result<(), Refusal> {
	if condition {
		Ok(())
	} else {
		Err(Refusal::Named(error))
	}
}

/// An amount of tokens as a gain.
pub fn gain(amount: Balance) -> i128 {
	amount.try_into().expect("less than all tokens there are")
}

/// Uses up `amount` of a limit.
pub fn spend(limit: &mut Option<Balance>, amount: Balance, error: &'static str) -> Result<(), Refusal> {
	if let Some(left) = limit {
		require(*left >= amount, error)?;
		*left -= amount;
	}
	Ok(())
}

/// What a proxy holds and owes.
pub struct Numbers {
	pub token: Balance,
	pub borrowed: Balance,
	pub debt: Balance,
	pub current: Balance,
	pub next: Balance,
	/// As far as the pool alone is concerned.
	pub borrowable: Balance,
}

impl Numbers {
	pub fn of(account: &AccountId) -> Self {
		Self {
			token: usdc(account),
			borrowed: LiquidityStaking::borrowed_balance(account.clone()),
			debt: LiquidityStaking::borrower_debt_balance(account.clone()),
			current: LiquidityStaking::allocated_balance_current(account.clone()),
			next: LiquidityStaking::allocated_balance_next(account.clone()),
			borrowable: LiquidityStaking::borrowable_amount(account.clone()),
		}
	}

	pub fn owed(&self) -> Balance {
		self.borrowed + self.debt
	}
}

impl Books {
	/// Rules on a call and enters its effect, as if it succeeded.
	pub fn rule(&mut self, call: &Call, by: &Caller) -> Ruling {
		match call {
			Call::create_proxy { owner } => return self.create(by, owner),
			Call::recover_ownership { proxy, new_owner } => return self.recover(by, *proxy, new_owner),
			Call::emergency_restrict { proxy } => {
				require_origin(by.is_track(0))?;
				self.find(*proxy)?.restricted = true;
				return Ok(Plan::quiet());
			},
			_ => {},
		}
		let (number, role) = needed(call).expect("all other calls need a role");
		require_origin(by.account().is_some())?;
		self.find(number)?;
		require(self.holds(number, role, by), "MissingRole")?;
		if let Some(ruling) = self.rule_on_roles(number, call, by) {
			return ruling;
		}
		let is_proxy = |account: &AccountId| self.is_proxy_account(account);
		if let Call::allow_external_recipient { recipient, .. } = call {
			let is_outside = !is_proxy(recipient)
				&& ![INSTANT, SHORT, LONG, pool_account(), exchange_account()].contains(recipient);
			return self.find(number)?.allow_recipient(recipient, is_outside);
		}
		let proxy = self.find(number)?;
		let rulings = [
			Proxy::rule_on_lists,
			Proxy::rule_on_loans,
			Proxy::rule_on_withdrawals,
			Proxy::rule_on_exchange,
			Proxy::rule_on_guardian,
		];
		if let Some(ruling) = rulings.into_iter().find_map(|rule| rule(proxy, call)) {
			return ruling;
		}
		proxy.rule_on_trades(number, call).expect("there are no other calls")
	}

	pub fn find(&mut self, proxy: u32) -> Result<&mut Proxy, Refusal> {
		self.proxies.get_mut(&proxy).ok_or(Refusal::Named("ProxyNotFound"))
	}

	fn create(&mut self, by: &Caller, owner: &AccountId) -> Ruling {
		let depositor = match by {
			Caller::Track(1) => None,
			Caller::Signed(account) => Some(account.clone()),
			_ => return Err(Refusal::BadOrigin),
		};
		require(self.proxies.len() < DEFAULT_MAX_PROXIES as usize, "TooManyProxies")?;
		self.ensure_can_own(owner)?;
		require(*owner != proxy_account(self.next), "InvalidAccount")?;
		let is_free = depositor.is_none();
		self.add(depositor, owner);
		Ok(if is_free { Plan::quiet() } else { Plan::quiet().open() })
	}

	fn ensure_can_own(&self, owner: &AccountId) -> Result<(), Refusal> {
		let is_inside = self.is_proxy_account(owner) || [INSTANT, SHORT, LONG].contains(owner);
		require(!is_inside, "InvalidAccount")
	}

	fn recover(&mut self, by: &Caller, number: u32, new_owner: &AccountId) -> Ruling {
		require_origin(by.is_track(2))?;
		self.find(number)?;
		self.ensure_can_own(new_owner)?;
		let proxy = self.find(number)?;
		proxy.roles.retain(|(role, _)| [Role::Guardian, Role::VetoGuardian].contains(role));
		proxy.appoint(new_owner);
		proxy.recipients.clear();
		proxy.queue.clear();
		(proxy.approved, proxy.expires_at) = (0, None);
		Ok(Plan::quiet())
	}
}

fn require_origin(condition: bool) -> Result<(), Refusal> {
	if condition {
		Ok(())
	} else {
		Err(Refusal::BadOrigin)
	}
}
