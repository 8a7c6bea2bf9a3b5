//! What must hold from step to step: rewards against the model, and indexes that never fall.

use super::{
	op::PEOPLE,
	oracle::{Oracle, FRACTIONS},
};
use crate::{mock::*, EpochIndexes, Pool, Stakers};
use sp_core::{U256, U512};
use std::collections::{BTreeMap, BTreeSet};
use tidepool_primitives::{Balance, Epoch, Seconds};

/// Scale of the reward index.
const INDEX_BASE: u128 = 10u128.pow(18);

/// Rounding an account has suffered at most (specification, section 7.3).
#[derive(Clone, Copy, Default)]
struct Rounding {
	/// Settlements of the account: each loses less than one unit.
	settlements: u128,
	/// Sum of its balances over the updates of the index: each loses less than `balance / 10^18` units.
	index_updates: u128,
}

/// Totals as an event announces them.
type Announcement = (Option<Epoch>, Balance, Balance, Balance, Balance);

fn announcement(oracle: &Oracle) -> Announcement {
	(
		oracle.epoch,
		oracle.total(|person| person.active),
		oracle.total_inactive(),
		oracle.borrowed(),
		oracle.shortfall(),
	)
}

/// What is remembered from step to step.
#[derive(Default)]
pub struct Memory {
	rounding: BTreeMap<AccountId, Rounding>,
	active_before: BTreeMap<AccountId, Balance>,
	index: U256,
	updated_at: Seconds,
	user_indexes: BTreeMap<AccountId, U256>,
	epoch_indexes: BTreeMap<Epoch, U256>,
	announced: Option<Epoch>,
	before: Announcement,
	/// Epoch of the last step, and who was not overdue then.
	within_share: (Option<Epoch>, BTreeSet<AccountId>),
	/// Epoch of the last step if it was in blackout, and the shares of the next epoch then.
	in_blackout: (Option<Epoch>, BTreeMap<AccountId, Balance>),
}

impl Memory {
	pub fn before_step(&mut self, oracle: &Oracle) {
		self.active_before = PEOPLE.map(|account| (account, oracle.person(account).active)).into();
		self.before = announcement(oracle);
	}

	/// Reward units by which `account`, which holds `active`, may be below its exact share.
	///
	/// A claim to come settles twice at most and updates the index twice at most: at a boundary and now.
	pub fn dust_bound(&self, account: AccountId, active: Balance) -> Balance {
		let rounding = self.rounding.get(&account).copied().unwrap_or_default();
		let held = active.max(self.active_before.get(&account).copied().unwrap_or_default());
		rounding.settlements + 2 + (rounding.index_updates + 2 * held).div_ceil(INDEX_BASE)
	}

	/// Follows the events of the step.
	pub fn read_events(&mut self, events: Vec<Event>, oracle: &Oracle, context: &str) {
		for event in events {
			match event {
				Event::GlobalIndexUpdated { index } => {
					assert!(index >= self.index, "{context}: the index fell");
					for account in PEOPLE {
						let held = self.active_before[&account].max(oracle.person(account).active);
						self.rounding.entry(account).or_default().index_updates += held;
					}
				},
				Event::UserIndexUpdated { account, .. } => {
					self.rounding.entry(account).or_default().settlements += 1;
				},
				Event::EpochStarted { epoch, total_active, total_inactive, total_borrowed, shortfall } => {
					assert!(self.announced < Some(epoch), "{context}: epoch {epoch} is announced twice");
					self.announced = Some(epoch);
					let event = (Some(epoch), total_active, total_inactive, total_borrowed, shortfall);
					// The hook of the first block of a step sees the time before it, that of the second the time after.
					let expected =
						if self.before.0 == Some(epoch) { self.before } else { announcement(oracle) };
					assert_eq!(event, expected, "{context}: announcement");
				},
				_ => {},
			}
		}
	}

	/// I12: nothing that counts upwards falls, and what is recorded stays.
	pub fn check_progress(&mut self, context: &str) {
		let rewards = Pool::<Test>::get().rewards;
		assert!(rewards.index >= self.index, "{context}: the index fell");
		assert!(rewards.updated_at >= self.updated_at, "{context}: the time of the index fell");
		(self.index, self.updated_at) = (rewards.index, rewards.updated_at);
		for account in PEOPLE {
			let record = Stakers::<Test>::get(account);
			if record.active.is_empty() {
				self.user_indexes.remove(&account);
				continue;
			}
			let before = self.user_indexes.insert(account, record.user_index);
			assert!(before <= Some(record.user_index), "{context}: the index of {account} fell");
		}
		let recorded = EpochIndexes::<Test>::iter().collect::<BTreeMap<_, _>>();
		for (epoch, index) in &self.epoch_indexes {
			assert_eq!(recorded.get(epoch), Some(index), "{context}: a boundary index changed");
		}
		self.epoch_indexes = recorded;
	}

	/// S3: nobody becomes overdue within an epoch. S4: no share of the next epoch falls in blackout. By the pool's
	/// own answers.
	pub fn check_borrowers(&mut self, oracle: &Oracle, context: &str) {
		let within = PEOPLE.into_iter().filter(|account| !LiquidityStaking::is_borrower_overdue(*account));
		let within = within.collect::<BTreeSet<_>>();
		if self.within_share.0 == oracle.epoch {
			assert!(within.is_superset(&self.within_share.1), "{context}: overdue within an epoch");
		}
		self.within_share = (oracle.epoch, within);

		let shares = PEOPLE.map(|account| (account, LiquidityStaking::allocated_balance_next(account)));
		let epoch = oracle.epoch.filter(|_| oracle.in_blackout());
		if epoch.is_some() && self.in_blackout.0 == epoch {
			let fell = shares.iter().find(|(account, share)| *share < self.in_blackout.1[account]);
			assert_eq!(fell, None, "{context}: a share of the next epoch fell in blackout");
		}
		self.in_blackout = (epoch, shares.into());
	}

	/// Q3: nobody gets more than its share, and less only by the rounding of 7.3.
	pub fn check_rewards(&self, oracle: &Oracle, context: &str) {
		let (mut all, mut all_dust) = (0, 0);
		for account in PEOPLE {
			let person = oracle.person(account);
			let paid = person.claimed + LiquidityStaking::claimable_rewards(account);
			// The model itself loses one fraction per interval at most.
			let exact = person.earned + U512::from(oracle.intervals);
			let counted = U512::from(paid) * U512::from(FRACTIONS);
			assert!(counted <= exact, "{context}: {account} gets {paid}, above its share");
			let dust = self.dust_bound(account, person.active);
			let missing = exact - counted;
			assert!(
				missing <= U512::from(dust) * U512::from(FRACTIONS) + U512::from(oracle.intervals),
				"{context}: {account} gets {paid}, more than {dust} below its share"
			);
			all += paid;
			all_dust += dust;
		}
		assert!(all <= oracle.emitted, "{context}: {all} paid of {}", oracle.emitted);
		assert!(oracle.emitted - all <= all_dust, "{context}: {all} paid of {}", oracle.emitted);
	}
}
