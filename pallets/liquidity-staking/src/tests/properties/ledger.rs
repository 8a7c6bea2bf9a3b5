//! Books kept from the events alone: every balance can be rebuilt from them.

use super::op::PEOPLE;
use crate::{
	mock::*, types::Role, Allowances, Borrowers, Pool, RoleMembers, Shortfalls, Stakers, WriteOffTotals,
};
use std::collections::{BTreeMap, BTreeSet};
use tidepool_primitives::{Balance, Epoch, Seconds};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Holder {
	/// Active balance of the next epoch.
	active_next: Balance,
	/// Inactive balance of the next epoch, before shortfalls that no event told this holder of.
	inactive_next: Balance,
	debt: Balance,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Debtor {
	borrowed: Balance,
	debt: Balance,
	restricted: bool,
}

/// What the events have told so far.
#[derive(Default)]
pub struct Ledger {
	holders: BTreeMap<AccountId, Holder>,
	debtors: BTreeMap<AccountId, Debtor>,
	/// Requests of an epoch: the current active balance still contains them until its end.
	requests: BTreeMap<AccountId, (Epoch, Balance)>,
	/// Units from an epoch on.
	units: BTreeMap<Option<AccountId>, (Epoch, u16)>,
	allowances: BTreeMap<(AccountId, AccountId), Balance>,
	shortfalls: Vec<u128>,
	unborrowed: Balance,
	pot: Balance,
	abandoned: Balance,
	forgiven_to_borrowers: Balance,
	forgiven_by_stakers: Balance,
	rate: Option<Balance>,
	window: Option<Seconds>,
	schedule: Option<(Seconds, Seconds)>,
	granted: BTreeSet<(u8, AccountId)>,
	revoked: BTreeSet<(u8, AccountId)>,
	/// Settled rewards of an account.
	accrued: BTreeMap<AccountId, Balance>,
}

impl Ledger {
	fn holder(&mut self, account: AccountId) -> &mut Holder {
		self.holders.entry(account).or_default()
	}

	fn debtor(&mut self, account: AccountId) -> &mut Debtor {
		self.debtors.entry(account).or_default()
	}

	/// Follows the events of a step and compares the books with those of the pool.
	pub fn read(&mut self, events: &[Event], context: &str) {
		let epoch = LiquidityStaking::current_epoch().unwrap_or_default();
		for event in events {
			self.enter(event, epoch);
		}
		self.compare_holders(epoch, context);
		self.compare_debtors(epoch, context);
		self.compare_pool(context);
	}

	fn enter(&mut self, event: &Event, epoch: Epoch) {
		match *event {
			Event::Staked { staker, amount, .. } => {
				self.holder(staker).active_next += amount;
				self.unborrowed += amount;
			},
			Event::WithdrawalRequested { staker, amount } => {
				self.holder(staker).active_next -= amount;
				self.holder(staker).inactive_next += amount;
				let request = self.requests.entry(staker).or_insert((epoch, 0));
				*request = if request.0 == epoch { (epoch, request.1 + amount) } else { (epoch, amount) };
			},
			Event::Transfer { from: Some(from), to: Some(to), amount } => {
				self.holder(from).active_next -= amount;
				self.holder(to).active_next += amount;
			},
			Event::WithdrewStake { staker, amount, .. } => {
				self.holder(staker).inactive_next -= amount;
				self.unborrowed -= amount;
			},
			Event::ReceivedDebt { staker, amount, new_debt_balance } => {
				self.holder(staker).inactive_next -= amount;
				self.holder(staker).debt += amount;
				assert_eq!(self.holder(staker).debt, new_debt_balance);
			},
			Event::WithdrewDebt { staker, amount, new_debt_balance, .. } => {
				self.holder(staker).debt -= amount;
				self.pot -= amount;
				assert_eq!(self.holder(staker).debt, new_debt_balance);
			},
			Event::OperatorDecreasedStakerDebt { staker, amount, new_debt_balance, .. } => {
				self.holder(staker).debt -= amount;
				self.forgiven_by_stakers += amount;
				assert_eq!(self.holder(staker).debt, new_debt_balance);
			},
			Event::RewardsPerSecondUpdated { rate } => self.rate = Some(rate),
			Event::BlackoutWindowChanged { window } => self.window = Some(window),
			Event::EpochParametersChanged { interval, offset } => self.schedule = Some((interval, offset)),
			Event::InactiveBalanceAbandoned { staker, amount } => {
				self.holder(staker).inactive_next -= amount;
				self.abandoned += amount;
			},
			Event::Approval { owner, spender, amount } => {
				self.allowances.insert((owner, spender), amount);
			},
			Event::UserIndexUpdated { account, accrued, .. } => {
				self.accrued.insert(account, accrued);
			},
			Event::ClaimedRewards { staker, amount, .. } => {
				let accrued = self.accrued.insert(staker, 0).unwrap_or_default();
				assert_eq!(accrued, amount, "a claim pays what is settled");
			},
			Event::RoleGranted { role, account, .. } => {
				self.revoked.remove(&(role as u8, account));
				self.granted.insert((role as u8, account));
			},
			Event::RoleRevoked { role, account, .. } => {
				self.granted.remove(&(role as u8, account));
				self.revoked.insert((role as u8, account));
			},
			_ => self.enter_lending(event),
		}
	}

	fn enter_lending(&mut self, event: &Event) {
		match *event {
			Event::Borrowed { borrower, amount, new_borrowed_balance } => {
				self.debtor(borrower).borrowed += amount;
				self.unborrowed -= amount;
				assert_eq!(self.debtor(borrower).borrowed, new_borrowed_balance);
			},
			Event::RepaidBorrow { borrower, amount, new_borrowed_balance, .. } => {
				self.debtor(borrower).borrowed -= amount;
				self.unborrowed += amount;
				assert_eq!(self.debtor(borrower).borrowed, new_borrowed_balance);
			},
			Event::RepaidDebt { borrower, amount, new_debt_balance, .. } => {
				self.debtor(borrower).debt -= amount;
				self.pot += amount;
				assert_eq!(self.debtor(borrower).debt, new_debt_balance);
			},
			Event::OperatorDecreasedBorrowerDebt { borrower, amount, new_debt_balance, .. } => {
				self.debtor(borrower).debt -= amount;
				self.forgiven_to_borrowers += amount;
				assert_eq!(self.debtor(borrower).debt, new_debt_balance);
			},
			Event::DebtMarked { borrower, amount, new_borrowed_balance, new_debt_balance } => {
				let debtor = self.debtor(borrower);
				debtor.borrowed -= amount;
				debtor.debt += amount;
				assert_eq!((debtor.borrowed, debtor.debt), (new_borrowed_balance, new_debt_balance));
			},
			Event::BorrowingRestrictionChanged { borrower, restricted } => {
				assert_ne!(self.debtor(borrower).restricted, restricted, "an event without a change");
				self.debtor(borrower).restricted = restricted;
			},
			Event::ConvertedInactiveBalancesToDebt { index, .. } => self.shortfalls.push(index),
			Event::ScheduledBorrowerAllocationChange { target, new, effective_epoch, .. } => {
				self.units.insert(target, (effective_epoch, new));
			},
			_ => {},
		}
	}

	fn compare_holders(&mut self, epoch: Epoch, context: &str) {
		for account in PEOPLE {
			let told = *self.holder(account);
			let record = Stakers::<Test>::get(account);
			let stored = Holder {
				active_next: record.active.next,
				inactive_next: record.inactive.balance.next,
				debt: record.debt,
			};
			assert_eq!(told, stored, "{context}: {account} by events");
			assert_eq!(
				told.active_next + told.inactive_next,
				mirror(account),
				"{context}: receipts of {account}"
			);
			let requested = self.requests.get(&account).filter(|(made, _)| *made == epoch);
			let active = told.active_next + requested.map_or(0, |(_, amount)| *amount);
			assert_eq!(
				active,
				LiquidityStaking::active_balance_current(account),
				"{context}: {account} by events"
			);
			let accrued = self.accrued.get(&account).copied().unwrap_or_default();
			assert_eq!(accrued, record.accrued_rewards, "{context}: rewards of {account} by events");
		}
	}

	fn compare_debtors(&mut self, epoch: Epoch, context: &str) {
		for account in PEOPLE {
			let record = Borrowers::<Test>::get(account);
			let stored =
				Debtor { borrowed: record.borrowed, debt: record.debt, restricted: record.restricted };
			assert_eq!(*self.debtor(account), stored, "{context}: loans of {account} by events");
		}
		for (target, (effective, units)) in &self.units {
			assert_eq!(LiquidityStaking::allocation_fraction_next(*target), *units, "{context}: {target:?}");
			if *effective <= epoch {
				let current = LiquidityStaking::allocation_fraction_current(*target);
				assert_eq!(current, *units, "{context}: {target:?}");
			}
		}
	}

	fn compare_pool(&self, context: &str) {
		let pool = Pool::<Test>::get();
		assert_eq!((self.unborrowed, self.pot), (pool.unborrowed, pool.debt_pot), "{context}: by events");
		let written_off = WriteOffTotals::<Test>::get();
		assert_eq!(self.abandoned, written_off.abandoned_inactive, "{context}: by events");
		assert_eq!(self.forgiven_by_stakers, written_off.staker_debt, "{context}: by events");
		assert_eq!(self.forgiven_to_borrowers, written_off.borrower_debt, "{context}: by events");
		let owed = self.debtors.values().map(|debtor| debtor.borrowed).sum::<Balance>();
		let debts = self.debtors.values().map(|debtor| debtor.debt).sum::<Balance>();
		assert_eq!((owed, debts), (pool.total_borrowed, pool.total_borrower_debt), "{context}: by events");
		let parameters = LiquidityStaking::epoch_parameters();
		let schedule = (parameters.interval, parameters.offset);
		assert_eq!(self.schedule.unwrap_or(schedule), schedule, "{context}: schedule by events");
		let window = LiquidityStaking::blackout_window();
		assert_eq!(self.window.unwrap_or(window), window, "{context}: blackout window by events");
		let rate = pool.rewards.per_second;
		assert_eq!(self.rate.unwrap_or(rate), rate, "{context}: rate by events");
		let recorded =
			(0..pool.shortfall_count).filter_map(Shortfalls::<Test>::get).map(|shortfall| shortfall.index);
		assert_eq!(recorded.collect::<Vec<_>>(), self.shortfalls, "{context}: shortfalls by events");
		for ((owner, spender), amount) in &self.allowances {
			assert_eq!(Allowances::<Test>::get(owner, spender), *amount, "{context}: allowances by events");
		}
		let holds = |(role, account): &(u8, AccountId)| {
			RoleMembers::<Test>::iter_keys()
				.any(|(held, by): (Role, _)| (held as u8, by) == (*role, *account))
		};
		assert!(self.granted.iter().all(holds), "{context}: roles by events");
		assert!(!self.revoked.iter().any(holds), "{context}: roles by events");
	}
}
