//! The model's borrowers, debt, and ways out.

use super::{
	op::Action,
	oracle::{need, need_funds, Debtor, Oracle, Refusal},
};
use crate::{mock::*, types::Role};
use sp_core::U512;
use tidepool_primitives::{Balance, Epoch};

/// Scale of the index of a shortfall.
const WHOLE: u128 = 10u128.pow(36);

fn share(total: Balance, units: u16) -> Balance {
	(U512::from(total) * U512::from(units) / U512::from(10_000)).as_u128()
}

impl Oracle {
	pub fn debtor(&self, account: AccountId) -> Debtor {
		self.debtors.get(&account).copied().unwrap_or_default()
	}

	fn debtor_mut(&mut self, account: AccountId) -> &mut Debtor {
		self.debtors.entry(account).or_default()
	}

	pub fn borrowed(&self) -> Balance {
		self.debtors.values().map(|debtor| debtor.borrowed).sum()
	}

	pub fn borrower_debt(&self) -> Balance {
		self.debtors.values().map(|debtor| debtor.debt).sum()
	}

	/// Units in this epoch and in the next.
	pub fn units(&self, target: Option<AccountId>) -> (u16, u16) {
		target.map_or(self.unallocated, |account| self.debtor(account).units)
	}

	/// Shares of the active balance in this epoch and in the next.
	pub fn allocated(&self, account: AccountId) -> (Balance, Balance) {
		let (current, next) = self.debtor(account).units;
		let (active, free) = (self.total(|person| person.active), self.total(|person| person.free()));
		(share(active, current), share(free, next))
	}

	pub fn overdue_by(&self, account: AccountId) -> Balance {
		self.debtor(account).borrowed.saturating_sub(self.allocated(account).0)
	}

	/// What all borrowers together may take: active balance that is not lent out.
	pub fn lendable(&self) -> Balance {
		self.total(|person| person.active).saturating_sub(self.borrowed())
	}

	fn limit(&self, account: AccountId) -> Balance {
		let (current, next) = self.debtor(account).units;
		let base = if self.in_blackout() {
			self.total(|person| person.free())
		} else {
			self.total(|person| person.active)
		};
		share(base, current.min(next))
	}

	pub fn borrowable(&self, account: AccountId) -> Balance {
		let debtor = self.debtor(account);
		if debtor.restricted {
			return 0;
		}
		self.limit(account).saturating_sub(debtor.borrowed).min(self.lendable())
	}

	/// The last epoch to which one call can settle `staker`.
	pub fn last_that_fits(&self, staker: AccountId) -> Epoch {
		let first_too_many = self.person(staker).open.get(self.max_shortfalls as usize);
		first_too_many.map_or(self.epoch.unwrap_or_default(), |(epoch, _)| epoch - 1)
	}

	pub(super) fn apply_lending(&mut self, action: &Action) -> Result<(), Refusal> {
		match *action {
			Action::Borrow { borrower, amount } => self.borrow(borrower, amount)?,
			Action::RepayBorrow { payer, borrower, amount } => {
				need(amount > 0, Error::ZeroAmount)?;
				need(amount <= self.debtor(borrower).borrowed, Error::RepayExceedsBorrowed)?;
				need_funds(amount <= self.person(payer).usdc)?;
				self.person_mut(payer).usdc -= amount;
				self.debtor_mut(borrower).borrowed -= amount;
				self.liquidity += amount;
			},
			Action::RepayDebt { payer, borrower, amount } => {
				need(amount > 0, Error::ZeroAmount)?;
				need(amount <= self.debtor(borrower).debt, Error::RepayExceedsDebt)?;
				need_funds(amount <= self.person(payer).usdc)?;
				self.person_mut(payer).usdc -= amount;
				self.debtor_mut(borrower).debt -= amount;
				self.pot += amount;
			},
			Action::Restrict { borrower } => {
				need(self.overdue_by(borrower) > 0, Error::BorrowerNotOverdue)?;
				self.debtor_mut(borrower).restricted = true;
			},
			Action::MarkDebt { list, length } => self.mark_debt(&list[..length])?,
			Action::SetAllocations { caller, list, length } => {
				self.need_role(Role::BorrowerAdmin, caller)?;
				self.set_allocations(&list[..length])?;
			},
			Action::SetRestriction { caller, borrower, restricted } => {
				self.need_role(Role::BorrowerAdmin, caller)?;
				self.debtor_mut(borrower).restricted = restricted;
			},
			Action::WithdrawDebt { staker, recipient, amount } => {
				self.withdraw_debt(staker, recipient, Some(amount))?;
			},
			Action::WithdrawMaxDebt { staker, recipient } => {
				self.withdraw_debt(staker, recipient, None)?;
			},
			Action::ForgiveStaker { caller, staker, amount } => {
				self.need_role(Role::DebtOperator, caller)?;
				self.need_start()?;
				self.need_few_shortfalls(staker)?;
				need(amount <= self.person(staker).debt, Error::InsufficientDebtBalance)?;
				self.settle_inactive(staker);
				self.person_mut(staker).debt -= amount;
			},
			Action::ForgiveBorrower { caller, borrower, amount } => {
				self.need_role(Role::DebtOperator, caller)?;
				need(amount <= self.debtor(borrower).debt, Error::RepayExceedsDebt)?;
				self.debtor_mut(borrower).debt -= amount;
				self.forgiven += amount;
			},
			Action::FailsafeSettle { staker, max_epoch } => {
				self.need_start()?;
				let in_range = self.person(staker).looked_at <= max_epoch && Some(max_epoch) <= self.epoch;
				need(in_range, Error::InvalidMaxEpoch)?;
				let open = self.person(staker).open.iter().filter(|(epoch, _)| *epoch <= max_epoch);
				need(open.count() <= self.max_shortfalls as usize, Error::TooManyUnsettledShortfalls)?;
				self.settle_until(staker, max_epoch);
			},
			Action::FailsafeDelete { staker } => self.give_up(staker),
			Action::Settle { staker } => {
				self.need_start()?;
				self.settle_until(staker, self.last_that_fits(staker));
			},
			_ => unreachable!("{action:?} is handled elsewhere"),
		}
		Ok(())
	}

	fn borrow(&mut self, borrower: AccountId, amount: Balance) -> Result<(), Refusal> {
		let debtor = self.debtor(borrower);
		need(amount > 0, Error::ZeroAmount)?;
		need(!debtor.restricted, Error::BorrowerRestricted)?;
		need(amount <= self.lendable(), Error::ExceedsAvailableToBorrow)?;
		need(debtor.borrowed + amount <= self.limit(borrower), Error::ExceedsAllocation)?;
		self.debtor_mut(borrower).borrowed += amount;
		self.liquidity -= amount;
		self.receive(borrower, amount);
		Ok(())
	}

	fn set_allocations(&mut self, list: &[(Option<AccountId>, u16)]) -> Result<(), Refusal> {
		need(!self.in_blackout(), Error::InBlackoutWindow)?;
		let twice =
			(1..list.len()).any(|last| list[..last].iter().any(|(target, _)| *target == list[last].0));
		need(!twice, Error::DuplicateBorrower)?;
		let before = list.iter().map(|(target, _)| u32::from(self.units(*target).1)).sum::<u32>();
		let after = list.iter().map(|(_, units)| u32::from(*units)).sum::<u32>();
		need(before == after, Error::AllocationSumChanged)?;
		let started = self.epoch.is_some();
		for (target, next) in list {
			let current = if started { self.units(*target).0 } else { *next };
			match target {
				Some(account) => self.debtor_mut(*account).units = (current, *next),
				None => self.unallocated = (current, *next),
			}
		}
		Ok(())
	}

	fn mark_debt(&mut self, list: &[AccountId]) -> Result<(), Refusal> {
		let shortfall = self.shortfall();
		need(shortfall > 0, Error::NoShortfall)?;
		let overdue = list.iter().copied().collect::<std::collections::BTreeSet<_>>();
		let covered = overdue.into_iter().map(|account| self.overdue_by(account)).sum::<Balance>();
		need(covered >= shortfall, Error::ShortfallNotCovered)?;
		let mut rest = shortfall;
		for account in list {
			let marked = self.overdue_by(*account).min(rest);
			rest -= marked;
			if marked > 0 {
				let debtor = self.debtor_mut(*account);
				debtor.borrowed -= marked;
				debtor.debt += marked;
				debtor.restricted = true;
			}
		}
		self.convert(shortfall);
		Ok(())
	}

	/// Everybody with an inactive balance loses its part of `shortfall` at once.
	fn convert(&mut self, shortfall: Balance) {
		let running = self.epoch.expect("nobody can owe anything before epoch zero");
		let total = self.total_inactive();
		assert!(shortfall <= total, "I10: {shortfall} of {total}");
		let index = U512::from(WHOLE) * U512::from(total - shortfall) / U512::from(total);
		let hit = self.people.values().filter(|person| person.inactive > 0).count() as Balance;
		for person in self.people.values_mut() {
			let kept = (U512::from(person.inactive) * index / U512::from(WHOLE)).as_u128();
			let loss = person.inactive - kept;
			person.inactive = kept;
			person.debt += loss;
			if person.counted {
				person.open.push((running, loss));
			}
		}
		let dust = total - shortfall - self.total(|person| person.inactive);
		// Q1: at most a unit for everybody it hits, and the dust of before takes part.
		assert!(dust <= self.dust + hit, "dust of {dust} after {} with {hit} accounts", self.dust);
		self.dust = dust;
		self.shortfalls.push((running, index.as_u128()));
		// S5.
		assert_eq!(self.borrowed(), self.total(|person| person.active));
		assert_eq!(self.total_inactive(), self.liquidity);
	}

	fn withdraw_debt(
		&mut self,
		staker: AccountId,
		to: AccountId,
		amount: Option<Balance>,
	) -> Result<(), Refusal> {
		self.need_start()?;
		self.need_few_shortfalls(staker)?;
		let debt = self.person(staker).debt;
		let amount = amount.unwrap_or(debt.min(self.pot));
		need(amount <= debt, Error::InsufficientDebtBalance)?;
		need(amount <= self.pot, Error::InsufficientDebtFunds)?;
		self.settle_inactive(staker);
		self.person_mut(staker).debt -= amount;
		self.pot -= amount;
		self.receive(to, amount);
		Ok(())
	}

	/// What a person gives up stays in the total without an owner.
	fn give_up(&mut self, staker: AccountId) {
		let person = self.person_mut(staker);
		let unsettled = person.unsettled();
		person.open.clear();
		person.counted = false;
		person.looked_at = 0;
		person.debt -= unsettled;
		person.forfeited = person.requested;
		let orphaned = std::mem::take(&mut person.inactive);
		self.dust += orphaned;
	}
}
