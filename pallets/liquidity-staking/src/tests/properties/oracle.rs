//! An independent model of the pool: everybody is settled at once at every boundary and shortfall, and rewards
//! are counted by intervals of constant balances, as fractions of 10^-30 units.

use super::op::Action;
use crate::{mock::*, types::Role};
use sp_core::U512;
use sp_runtime::DispatchError;
use std::{
	collections::{BTreeMap, BTreeSet},
	ops::Range,
};
use tidepool_primitives::{Balance, Epoch, Seconds};

/// Fractions of a reward unit that the model counts.
pub const FRACTIONS: u128 = 10u128.pow(30);

/// Why an action must fail: with this error of the pool, or with any error of another pallet.
#[derive(Debug)]
pub enum Refusal {
	Pool(DispatchError),
	Other,
}

pub(super) fn need(condition: bool, error: Error) -> Result<(), Refusal> {
	condition.then_some(()).ok_or(Refusal::Pool(error.into()))
}

pub(super) fn need_funds(condition: bool) -> Result<(), Refusal> {
	condition.then_some(()).ok_or(Refusal::Other)
}

#[derive(Clone, Debug, Default)]
pub struct Person {
	/// Active in the running epoch, the requested part included.
	pub active: Balance,
	pub requested: Balance,
	pub inactive: Balance,
	pub debt: Balance,
	pub usdc: Balance,
	pub native: Balance,
	pub claimed: Balance,
	/// Rewards earned so far, in fractions.
	pub earned: U512,
	/// Part of the request that was given up: it leaves the active balance for nobody.
	pub forfeited: Balance,
	/// Shortfalls since the pool last looked at the inactive balance, and what they took.
	pub open: Vec<(Epoch, Balance)>,
	/// Up to which epoch the pool has looked; 0 while it has no inactive balance on record.
	pub looked_at: Epoch,
	/// Whether the pool counts shortfalls for this person.
	pub counted: bool,
}

impl Person {
	/// Active stake that is not requested.
	pub fn free(&self) -> Balance {
		self.active - self.requested
	}

	/// What becomes inactive with the next epoch.
	pub fn maturing(&self) -> Balance {
		self.requested - self.forfeited
	}

	/// What shortfalls took and the pool has not noticed.
	pub fn unsettled(&self) -> Balance {
		self.open.iter().map(|(_, loss)| loss).sum()
	}
}

/// A borrower.
#[derive(Clone, Copy, Debug, Default)]
pub struct Debtor {
	/// Allocation units in this epoch and in the next.
	pub units: (u16, u16),
	pub borrowed: Balance,
	pub debt: Balance,
	pub restricted: bool,
}

pub struct Oracle {
	pub now: Seconds,
	/// The running epoch; `None` before epoch zero.
	pub epoch: Option<Epoch>,
	/// End of the running epoch; start of epoch zero before it.
	pub epoch_end: Seconds,
	pub interval: Seconds,
	pub window: Seconds,
	pub min_window: Seconds,
	pub max_epoch: Seconds,
	pub distribution: Range<Seconds>,
	pub rate: Balance,
	pub max_shortfalls: u32,
	pub people: BTreeMap<AccountId, Person>,
	pub liquidity: Balance,
	pub debtors: BTreeMap<AccountId, Debtor>,
	/// Units of nobody in this epoch and in the next.
	pub unallocated: (u16, u16),
	pub pot: Balance,
	/// Debt of borrowers that operators forgave.
	pub forgiven: Balance,
	pub donated: Balance,
	/// Inactive balance without an owner.
	pub dust: Balance,
	pub treasury: Balance,
	pub shortfalls: Vec<(Epoch, u128)>,
	pub allowances: BTreeMap<(AccountId, AccountId), Balance>,
	pub roles: BTreeSet<(u8, AccountId)>,
	/// Reward units emitted while somebody was staked.
	pub emitted: Balance,
	/// Intervals counted so far: each may have lost one fraction per person.
	pub intervals: u64,
}

impl Oracle {
	pub fn person(&self, account: AccountId) -> &Person {
		&self.people[&account]
	}

	pub(super) fn person_mut(&mut self, account: AccountId) -> &mut Person {
		self.people.get_mut(&account).expect("everybody is known")
	}

	pub fn allowance(&self, owner: AccountId, spender: AccountId) -> Balance {
		self.allowances.get(&(owner, spender)).copied().unwrap_or_default()
	}

	/// Nothing is recorded for an allowance of zero.
	fn set_allowance(&mut self, owner: AccountId, spender: AccountId, amount: Balance) {
		self.allowances.insert((owner, spender), amount);
		self.allowances.retain(|_, amount| *amount > 0);
	}

	pub fn total(&self, part: impl Fn(&Person) -> Balance) -> Balance {
		self.people.values().map(part).sum()
	}

	pub fn total_inactive(&self) -> Balance {
		self.total(|person| person.inactive) + self.dust
	}

	pub fn withdrawable(&self, account: AccountId) -> Balance {
		self.person(account).inactive.min(self.liquidity)
	}

	/// What pallet-assets shows for `account`.
	pub fn mirror(&self, account: AccountId) -> Balance {
		let person = self.person(account);
		person.active + person.inactive + person.unsettled() - person.forfeited
	}

	pub fn in_blackout(&self) -> bool {
		self.epoch.is_some() && self.now + self.window >= self.epoch_end
	}

	pub fn shortfall(&self) -> Balance {
		self.borrowed().saturating_sub(self.total(|person| person.active))
	}

	/// Lets time pass, epoch by epoch.
	fn wait(&mut self, until: Seconds) {
		while self.epoch_end <= until {
			self.earn(self.epoch_end);
			for person in self.people.values_mut() {
				person.active -= person.requested;
				person.inactive += person.maturing();
				self.dust += std::mem::take(&mut person.forfeited);
				person.requested = 0;
			}
			for debtor in self.debtors.values_mut() {
				debtor.units.0 = debtor.units.1;
			}
			self.unallocated.0 = self.unallocated.1;
			self.epoch = Some(self.epoch.map_or(0, |epoch| epoch + 1));
			self.epoch_end += self.interval;
		}
		self.earn(until);
	}

	/// Shares the emission from `now` to `until` by the present balances.
	fn earn(&mut self, until: Seconds) {
		let range = self.now.max(self.distribution.start)..until.min(self.distribution.end);
		self.now = until;
		let total = self.total(|person| person.active);
		if range.is_empty() || total == 0 {
			return;
		}
		let emitted = self.rate * u128::from(range.end - range.start);
		self.emitted += emitted;
		self.intervals += 1;
		for person in self.people.values_mut() {
			person.earned +=
				U512::from(emitted) * U512::from(person.active) * U512::from(FRACTIONS) / U512::from(total);
		}
	}

	/// What a call does that looks at the inactive balance.
	pub(super) fn settle_inactive(&mut self, account: AccountId) {
		self.settle_until(account, self.epoch.expect("epoch zero has started"));
	}

	/// The same as far as `target`.
	pub(super) fn settle_until(&mut self, account: AccountId, target: Epoch) {
		let person = self.person_mut(account);
		person.open.retain(|(epoch, _)| *epoch > target);
		person.counted = person.inactive + person.maturing() + person.unsettled() > 0;
		if person.counted {
			person.looked_at = target;
		} else {
			person.open.clear();
			person.looked_at = 0;
		}
	}

	/// Does what `action` must do, or says why it must fail. `claimable` is what the pool says that a claim pays.
	pub fn apply(&mut self, action: &Action, claimable: Balance) -> Result<(), Refusal> {
		match *action {
			Action::Stake { payer, staker, amount } => {
				self.need_start()?;
				need_funds(amount <= self.person(payer).usdc)?;
				self.person_mut(payer).usdc -= amount;
				self.person_mut(staker).active += amount;
				self.liquidity += amount;
			},
			Action::Request { staker, amount } => self.request(staker, amount)?,
			Action::Withdraw { staker, recipient, amount } => {
				self.withdraw(staker, recipient, Some(amount))?
			},
			Action::WithdrawMax { staker, recipient } => self.withdraw(staker, recipient, None)?,
			Action::Claim { staker, recipient } => self.claim(staker, recipient, claimable)?,
			Action::Transfer { from, to, amount } => self.transfer(from, to, amount, None)?,
			Action::TransferFrom { spender, owner, to, amount } => {
				self.transfer(owner, to, amount, Some(spender))?;
			},
			Action::Approve { owner, spender, amount } => {
				self.set_allowance(owner, spender, amount);
			},
			Action::Increase { owner, spender, amount } => {
				let allowance = self.allowance(owner, spender).checked_add(amount).ok_or(Refusal::Other)?;
				self.set_allowance(owner, spender, allowance);
			},
			Action::Decrease { owner, spender, amount } => {
				need(amount <= self.allowance(owner, spender), Error::InsufficientAllowance)?;
				self.set_allowance(owner, spender, self.allowance(owner, spender) - amount);
			},
			Action::SetRate { caller, rate } => {
				self.need_role(Role::RewardsRate, caller)?;
				let length = u128::from(self.distribution.end - self.distribution.start);
				need(rate.checked_mul(length).is_some(), Error::RewardsRateTooHigh)?;
				self.rate = rate;
			},
			Action::SetBlackout { caller, window } => self.set_blackout(caller, window)?,
			Action::SetEpoch { caller, interval, offset } => self.set_epoch(caller, interval, offset)?,
			Action::Grant { caller, role, account } => {
				self.need_role(Role::Owner, caller)?;
				self.roles.insert((role as u8, account));
			},
			Action::Revoke { caller, role, account } => {
				self.need_role(Role::Owner, caller)?;
				self.roles.remove(&(role as u8, account));
			},
			Action::Renounce { caller, role } => {
				self.roles.remove(&(role as u8, caller));
			},
			Action::Donate { from, amount } => {
				need_funds(amount <= self.person(from).usdc)?;
				self.person_mut(from).usdc -= amount;
				self.donated += amount;
			},
			// Never moves anything.
			Action::DirectTransfer { .. } => {},
			Action::Wait { until } => self.wait(until),
			Action::RequestFor { caller, staker, amount } => {
				self.need_role(Role::StakeOperator, caller)?;
				self.request(staker, amount)?;
			},
			Action::WithdrawFor { caller, staker, recipient, amount } => {
				self.need_role(Role::StakeOperator, caller)?;
				self.withdraw(staker, recipient, Some(amount))?;
			},
			Action::ClaimFor { caller, staker, recipient } => {
				self.need_role(Role::ClaimOperator, caller)?;
				self.claim(staker, recipient, claimable)?;
			},
			_ => self.apply_lending(action)?,
		}
		Ok(())
	}

	fn request(&mut self, staker: AccountId, amount: Balance) -> Result<(), Refusal> {
		self.need_start()?;
		need(!self.in_blackout(), Error::InBlackoutWindow)?;
		need(amount <= self.person(staker).free(), Error::InsufficientActiveBalance)?;
		self.need_few_shortfalls(staker)?;
		self.person_mut(staker).requested += amount;
		self.settle_inactive(staker);
		Ok(())
	}

	fn claim(&mut self, staker: AccountId, recipient: AccountId, claimable: Balance) -> Result<(), Refusal> {
		self.need_start()?;
		need_funds(claimable <= self.treasury)?;
		need_funds(claimable == 0 || self.person(recipient).native + claimable >= ED)?;
		self.treasury -= claimable;
		if self.treasury < ED {
			self.treasury = 0;
		}
		self.person_mut(recipient).native += claimable;
		self.person_mut(staker).claimed += claimable;
		Ok(())
	}

	pub(super) fn need_start(&self) -> Result<(), Refusal> {
		need(self.epoch.is_some(), Error::EpochZeroNotStarted)
	}

	pub(super) fn need_role(&self, role: Role, caller: AccountId) -> Result<(), Refusal> {
		need(self.roles.contains(&(role as u8, caller)), Error::MissingRole)
	}

	pub(super) fn need_few_shortfalls(&self, staker: AccountId) -> Result<(), Refusal> {
		let open = self.person(staker).open.len();
		need(open <= self.max_shortfalls as usize, Error::TooManyUnsettledShortfalls)
	}

	fn withdraw(&mut self, staker: AccountId, to: AccountId, amount: Option<Balance>) -> Result<(), Refusal> {
		self.need_start()?;
		let amount = match amount {
			Some(amount) => {
				need(amount <= self.liquidity, Error::InsufficientLiquidity)?;
				self.need_few_shortfalls(staker)?;
				need(amount <= self.person(staker).inactive, Error::InsufficientInactiveBalance)?;
				amount
			},
			None => {
				self.need_few_shortfalls(staker)?;
				self.withdrawable(staker)
			},
		};
		self.person_mut(staker).inactive -= amount;
		self.settle_inactive(staker);
		self.liquidity -= amount;
		self.receive(to, amount);
		Ok(())
	}

	/// Tokens that leave the pool.
	pub(super) fn receive(&mut self, to: AccountId, amount: Balance) {
		if to == pool_account() {
			self.donated += amount;
		} else {
			self.person_mut(to).usdc += amount;
		}
	}

	fn transfer(
		&mut self,
		from: AccountId,
		to: AccountId,
		amount: Balance,
		spender: Option<AccountId>,
	) -> Result<(), Refusal> {
		self.need_start()?;
		need(amount <= self.person(from).free(), Error::InsufficientTransferableBalance)?;
		if let Some(spender) = spender {
			need(amount <= self.allowance(from, spender), Error::InsufficientAllowance)?;
			self.set_allowance(from, spender, self.allowance(from, spender) - amount);
		}
		self.person_mut(from).active -= amount;
		self.person_mut(to).active += amount;
		Ok(())
	}
}
