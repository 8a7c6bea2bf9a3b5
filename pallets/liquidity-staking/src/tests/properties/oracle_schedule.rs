//! The model at genesis, and the changes of its schedule.

use super::{
	op::PEOPLE,
	oracle::{need, Debtor, Oracle, Person, Refusal},
};
use crate::{mock::*, types::Role};
use std::collections::BTreeMap;
use tidepool_primitives::Seconds;

impl Oracle {
	/// The model of a pool at genesis.
	pub fn at_genesis(pool: &PoolGenesis, max_shortfalls: u32) -> Self {
		let funded = |account: &AccountId| HOLDERS.contains(account);
		let people = PEOPLE.into_iter().map(|account| {
			let (usdc, native) = if funded(&account) { (FUNDS, NATIVE_FUNDS) } else { (0, 0) };
			(account, Person { usdc, native, ..Default::default() })
		});
		Self {
			now: 0,
			epoch: None,
			epoch_end: pool.offset,
			interval: pool.interval,
			window: pool.blackout_window,
			min_window: pool.min_blackout_window,
			max_epoch: pool.max_epoch_length,
			distribution: pool.distribution_start..pool.distribution_end,
			rate: pool.rewards_per_second,
			max_shortfalls,
			people: people.collect(),
			liquidity: 0,
			debtors: pool
				.allocations
				.iter()
				.map(|(borrower, units)| {
					(*borrower, Debtor { units: (*units, *units), ..Default::default() })
				})
				.collect(),
			unallocated: {
				let rest = 10_000 - pool.allocations.iter().map(|(_, units)| units).sum::<u16>();
				(rest, rest)
			},
			pot: 0,
			forgiven: 0,
			donated: 0,
			dust: 0,
			treasury: TREASURY_FUNDS,
			shortfalls: vec![],
			allowances: BTreeMap::new(),
			roles: pool.roles.iter().map(|(role, account)| (*role as u8, *account)).collect(),
			emitted: 0,
			intervals: 0,
		}
	}

	fn need_bounds(&self, interval: Seconds, window: Seconds) -> Result<(), Refusal> {
		need(u128::from(window) * 2 <= interval.into(), Error::BlackoutWindowTooLong)?;
		need(window >= self.min_window, Error::BlackoutWindowTooShort)?;
		need(interval <= self.max_epoch, Error::EpochTooLong)
	}

	pub(super) fn set_blackout(&mut self, caller: AccountId, window: Seconds) -> Result<(), Refusal> {
		self.need_role(Role::EpochParameters, caller)?;
		need(!self.in_blackout(), Error::InBlackoutWindow)?;
		self.need_bounds(self.interval, window)?;
		let stays_outside = self.epoch.is_none() || self.epoch_end - self.now > window;
		need(stays_outside, Error::WouldEnterBlackoutWindow)?;
		self.window = window;
		Ok(())
	}

	pub(super) fn set_epoch(
		&mut self,
		caller: AccountId,
		interval: Seconds,
		offset: Seconds,
	) -> Result<(), Refusal> {
		self.need_role(Role::EpochParameters, caller)?;
		let end = match self.epoch {
			None => {
				need(offset > self.now, Error::EpochZeroInPast)?;
				self.need_bounds(interval, self.window)?;
				offset
			},
			Some(epoch) => {
				need(!self.in_blackout(), Error::InBlackoutWindow)?;
				self.need_bounds(interval, self.window)?;
				need(offset <= self.now, Error::EpochZeroNotStarted)?;
				let start = offset + u64::from(epoch) * interval;
				let end = start + interval;
				need((start..end).contains(&self.now), Error::EpochNumberChanged)?;
				need(end - self.now > self.window, Error::WouldEnterBlackoutWindow)?;
				end
			},
		};
		(self.interval, self.epoch_end) = (interval, end);
		Ok(())
	}
}
