//! The invariants of section 9.1 of the specification, checked over the whole state. Off-chain cost only.

use crate::{
	epochs::Moment,
	types::{BorrowerRecord, PoolRecord, StakerRecord, StoredBalance, TOTAL_ALLOCATION},
	Allowances, Borrowers, Clock, Config, EpochIndexes, Pallet, Pool, Shortfalls, Stakers, UnallocatedUnits,
	WriteOffTotals,
};
use alloc::vec::Vec;
use frame_support::{
	ensure,
	traits::{fungibles::Inspect, Get},
};
use sp_runtime::TryRuntimeError;
use tidepool_primitives::Balance;

/// Sums over all stakers, settled to now.
#[derive(Default)]
struct Sums {
	active_current: Balance,
	active_next: Balance,
	inactive_current: Balance,
	inactive_next: Balance,
	debt: Balance,
	receipts: Balance,
}

impl<T: Config> Pallet<T> {
	/// Checks every invariant that applies to the present state.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let pool = Self::settled_pool();
		Self::check_foundations()?;
		Self::check_totals(&pool)?;
		Self::check_rewards(&pool)?;
		Self::check_shortfalls(&pool)?;
		Self::check_borrowers(&pool)?;
		let moment = Self::moment().ok();
		let mut sums = Sums::default();
		for (account, record) in Stakers::<T>::iter() {
			Self::check_staker(&account, &record, &pool, moment.as_ref())?;
			Self::add_staker(&mut sums, &account, &record)?;
		}
		Self::check_sums(&pool, &sums)
	}

	fn check_totals(pool: &PoolRecord) -> Result<(), TryRuntimeError> {
		let owed_and_held = sum([pool.total_borrowed, pool.unborrowed])?;
		let (active, inactive) = (pool.total_active, pool.total_inactive);
		ensure!(sum([active.current, inactive.current])? == owed_and_held, "I1: A_c + X_c != B + U");
		ensure!(sum([active.next, inactive.next])? == owed_and_held, "I2: A_n + X_n != B + U");
		let held = T::Assets::balance(T::StakeAsset::get(), &Self::pool_account());
		ensure!(held >= sum([pool.unborrowed, pool.debt_pot])?, "I3: pool tokens < U + V");
		Self::check_directions(&active, &inactive, "I9: total")?;
		let stored = Pool::<T>::get();
		Self::check_directions(&stored.total_active, &stored.total_inactive, "I9: stored total")?;
		ensure!(pool.shortfall() <= inactive.current, "I10: shortfall > X_c");
		let unlent = active.current.saturating_sub(pool.total_borrowed);
		ensure!(pool.available_to_borrow() == unlent, "I10: available to borrow");
		Ok(())
	}

	/// Active balances only shrink at an epoch's end, inactive ones only grow (I9); no record is from the future
	/// (I15).
	fn check_directions(
		active: &StoredBalance,
		inactive: &StoredBalance,
		what: &'static str,
	) -> Result<(), TryRuntimeError> {
		ensure!(active.next <= active.current && inactive.next >= inactive.current, what);
		let epoch = Self::moment().map(|moment| moment.epoch).unwrap_or_default();
		ensure!(active.epoch <= epoch && inactive.epoch <= epoch, "I15: record from the future");
		Ok(())
	}

	fn check_rewards(pool: &PoolRecord) -> Result<(), TryRuntimeError> {
		let rewards = &pool.rewards;
		let mut previous = None;
		let mut epochs = EpochIndexes::<T>::iter().collect::<Vec<_>>();
		epochs.sort();
		for (_, index) in epochs {
			ensure!(previous.is_none_or(|previous| previous <= index), "I12: an epoch index fell");
			ensure!(index <= rewards.index, "I12: epoch index above the global index");
			previous = Some(index);
		}
		let latest = rewards.distribution_end.max(rewards.distribution_start);
		ensure!(rewards.updated_at >= rewards.distribution_start, "I13: index from before the start");
		ensure!(rewards.updated_at <= latest, "I13: index from after the end");
		let now = Self::now().max(rewards.distribution_start);
		ensure!(rewards.updated_at <= now, "I13: index from the future");
		ensure!(rewards.rate_fits(rewards.per_second), "D6: rate out of bounds");
		Ok(())
	}

	fn check_shortfalls(pool: &PoolRecord) -> Result<(), TryRuntimeError> {
		let running = Self::moment().map(|moment| moment.epoch).ok();
		let mut previous = None;
		for number in 0..pool.shortfall_count {
			let shortfall = Shortfalls::<T>::get(number).ok_or("I11: a shortfall is missing")?;
			ensure!(previous < Some(shortfall.epoch), "I11: shortfall epochs must increase");
			ensure!(Some(shortfall.epoch) <= running, "I11: shortfall from the future");
			ensure!(shortfall.index < crate::shortfalls::SHORTFALL_INDEX_BASE, "I11: index too large");
			previous = Some(shortfall.epoch);
		}
		let stored = Shortfalls::<T>::iter_keys().count();
		ensure!(stored as u64 == u64::from(pool.shortfall_count), "I11: shortfall count is wrong");
		Ok(())
	}

	/// I7, I8 and the hygiene of the records.
	fn check_borrowers(pool: &PoolRecord) -> Result<(), TryRuntimeError> {
		let running = Self::current_epoch();
		let unallocated = UnallocatedUnits::<T>::get();
		let (mut borrowed, mut debt) = (0, 0);
		let mut allocations = Vec::from([unallocated]);
		for record in Borrowers::<T>::iter_values() {
			ensure!(record != BorrowerRecord::default(), "2.7: an empty borrower is stored");
			ensure!(record == record.pruned(), "2.7: an empty allocation is stored");
			borrowed = sum([borrowed, record.borrowed])?;
			debt = sum([debt, record.debt])?;
			allocations.push(record.allocation);
		}
		ensure!(borrowed == pool.total_borrowed, "I7: sum of loans");
		ensure!(debt == pool.total_borrower_debt, "I7: sum of borrower debts");
		ensure!(
			allocations.iter().all(|allocation| allocation.epoch <= running.unwrap_or_default()),
			"I15: allocation from the future"
		);
		let settled = allocations.iter().map(|allocation| allocation.rolled(running));
		let (current, next) = settled.fold((0u64, 0u64), |(current, next), allocation| {
			// Units are 16 bits wide, so their sum cannot saturate in any memory.
			(current.saturating_add(allocation.current.into()), next.saturating_add(allocation.next.into()))
		});
		ensure!(current == u64::from(TOTAL_ALLOCATION), "I8: current units do not add up to 10,000");
		ensure!(next == u64::from(TOTAL_ALLOCATION), "I8: next units do not add up to 10,000");
		Ok(())
	}

	fn check_staker(
		account: &T::AccountId,
		record: &StakerRecord,
		pool: &PoolRecord,
		moment: Option<&Moment>,
	) -> Result<(), TryRuntimeError> {
		ensure!(*record != StakerRecord::default(), "2.7: an empty record is stored");
		ensure!(*record == record.pruned(), "2.7: an empty part is stored");
		Self::check_directions(&record.active, &record.inactive.balance, "I9: staker")?;
		ensure!(record.inactive.shortfall_counter <= pool.shortfall_count, "I11: counter too large");
		ensure!(record.user_index <= pool.rewards.index, "I12: user index above the global index");
		let stored = record.active;
		if moment.is_some_and(|moment| moment.epoch > stored.epoch) && stored.changes_next_epoch() {
			let total = Pool::<T>::get().total_active;
			let total_unrolled = total.epoch == stored.epoch && total.changes_next_epoch();
			ensure!(
				EpochIndexes::<T>::contains_key(stored.epoch) || total_unrolled,
				"I14: no boundary index for an unsettled account"
			);
		}
		let mirror = T::Assets::balance(T::ReceiptAsset::get(), account);
		ensure!(mirror == record.receipt_balance(), "A2: mirror and ledger differ");
		Ok(())
	}

	fn add_staker(
		sums: &mut Sums,
		account: &T::AccountId,
		record: &StakerRecord,
	) -> Result<(), TryRuntimeError> {
		let active = Self::settled_active(account);
		let (inactive, debt) = Self::settled_inactive(account);
		sums.active_current = sum([sums.active_current, active.current])?;
		sums.active_next = sum([sums.active_next, active.next])?;
		sums.inactive_current = sum([sums.inactive_current, inactive.current])?;
		sums.inactive_next = sum([sums.inactive_next, inactive.next])?;
		sums.debt = sum([sums.debt, debt])?;
		sums.receipts = sum([sums.receipts, record.receipt_balance()])?;
		Ok(())
	}

	fn check_sums(pool: &PoolRecord, sums: &Sums) -> Result<(), TryRuntimeError> {
		ensure!(sums.active_current == pool.total_active.current, "I4: sum of active current");
		ensure!(sums.active_next == pool.total_active.next, "I4: sum of active next");
		let dust = pool
			.total_inactive
			.current
			.checked_sub(sums.inactive_current)
			.ok_or("I5: inactive balances above their total")?;
		let dust_next = pool
			.total_inactive
			.next
			.checked_sub(sums.inactive_next)
			.ok_or("I5: next inactive balances above their total")?;
		let written_off = WriteOffTotals::<T>::get();
		let abandoned = written_off.abandoned_inactive;
		ensure!(abandoned > 0 || dust_next == dust, "I5: dust must not change with the epoch");
		// What staker debts lost by forgiving stands on the other side, so that nothing is subtracted.
		let claims = sum([sums.inactive_current, sums.debt, written_off.staker_debt])?;
		let (kept, debts) = (pool.total_inactive.current, pool.total_borrower_debt);
		let funds = sum([kept, debts, pool.debt_pot, written_off.borrower_debt])?;
		let gap = funds.checked_sub(claims).ok_or("I6: inactive + staker debt above X_c + T + V")?;
		ensure!(gap <= abandoned, "I6: inactive + staker debt below X_c + T + V");
		let supply = T::Assets::total_issuance(T::ReceiptAsset::get());
		ensure!(supply == sums.receipts, "A2: issuance of the mirror");
		Ok(())
	}

	/// What genesis set up and no call may undo.
	fn check_foundations() -> Result<(), TryRuntimeError> {
		ensure!(Clock::<T>::get().parameters.interval > 0, "3.4: empty epochs");
		for account in [Self::pool_account(), T::RewardsTreasury::get()] {
			ensure!(frame_system::Pallet::<T>::providers(&account) > 0, "P3: no provider reference");
		}
		let no_zero = Allowances::<T>::iter_values().all(|allowance| allowance > 0);
		ensure!(no_zero, "2.7: a zero allowance is stored");
		for asset in [T::StakeAsset::get(), T::ReceiptAsset::get()] {
			ensure!(T::Assets::minimum_balance(asset) == 1, "P3: minimum balance of an asset");
		}
		Ok(())
	}
}

fn sum<const N: usize>(parts: [Balance; N]) -> Result<Balance, TryRuntimeError> {
	parts
		.into_iter()
		.try_fold(0, Balance::checked_add)
		.ok_or(TryRuntimeError::Other("a sum of balances overflows"))
}
