//! Shares of the borrowers, and whether they may borrow at all (specification, sections 4.8, 5.5 and 12.1 D1).

use crate::{
	types::{Borrower, BorrowerRecord, StoredAllocation, Units},
	Borrowers, Config, Error, Event, Pallet, UnallocatedUnits,
};
use alloc::collections::BTreeSet;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
};
use sp_runtime::ArithmeticError;
use tidepool_primitives::Epoch;

impl<T: Config> Pallet<T> {
	/// A borrower's record with its allocation brought to the running epoch.
	pub(crate) fn settled_borrower(borrower: &T::AccountId) -> BorrowerRecord {
		Borrowers::<T>::get(borrower).rolled(Self::current_epoch())
	}

	/// The units of a borrower, or the unallocated ones, brought to the running epoch.
	pub(crate) fn settled_allocation(target: &Borrower<T::AccountId>) -> StoredAllocation {
		match target {
			Some(borrower) => Self::settled_borrower(borrower).allocation,
			None => UnallocatedUnits::<T>::get().rolled(Self::current_epoch()),
		}
	}

	fn put_allocation(target: &Borrower<T::AccountId>, allocation: StoredAllocation) {
		match target {
			Some(borrower) => {
				Self::put_borrower(borrower, BorrowerRecord { allocation, ..Borrowers::<T>::get(borrower) })
			},
			None => UnallocatedUnits::<T>::put(allocation),
		}
	}

	/// Stores a borrower's record, or removes it when nothing is left in it (2.7).
	pub(crate) fn put_borrower(borrower: &T::AccountId, record: BorrowerRecord) {
		let record = record.pruned();
		if record == BorrowerRecord::default() {
			Borrowers::<T>::remove(borrower);
		} else {
			Borrowers::<T>::insert(borrower, record);
		}
	}

	/// Moves units between borrowers and the unallocated rest: from the next epoch on, or at once before epoch zero.
	pub(crate) fn do_set_borrower_allocations(changes: &[(Borrower<T::AccountId>, Units)]) -> DispatchResult {
		ensure!(!Self::in_blackout_window(), Error::<T>::InBlackoutWindow);
		let mut targets = BTreeSet::new();
		ensure!(changes.iter().all(|(target, _)| targets.insert(target)), Error::<T>::DuplicateBorrower);
		Self::ensure_sum_unchanged(changes)?;

		let running = Self::current_epoch();
		let effective_epoch = match running {
			Some(epoch) => epoch.checked_add(1).ok_or(ArithmeticError::Overflow)?,
			None => 0,
		};
		for (target, units) in changes {
			Self::schedule_allocation(target, *units, running, effective_epoch);
		}
		Ok(())
	}

	/// Units are neither made nor lost. The *next* units count: against the current ones, a second change in the same
	/// epoch could raise the sum above the whole.
	fn ensure_sum_unchanged(changes: &[(Borrower<T::AccountId>, Units)]) -> Result<(), DispatchError> {
		let (mut before, mut after) = (0u32, 0u32);
		for (target, units) in changes {
			let next = Self::settled_allocation(target).next;
			before = before.checked_add(next.into()).ok_or(ArithmeticError::Overflow)?;
			after = after.checked_add((*units).into()).ok_or(ArithmeticError::Overflow)?;
		}
		ensure!(before == after, Error::<T>::AllocationSumChanged);
		Ok(())
	}

	fn schedule_allocation(
		target: &Borrower<T::AccountId>,
		units: Units,
		running: Option<Epoch>,
		effective_epoch: Epoch,
	) {
		let before = Self::settled_allocation(target);
		let after = match running {
			Some(_) => StoredAllocation { next: units, ..before },
			None => StoredAllocation::constant(units),
		};
		Self::put_allocation(target, after);
		Self::deposit_event(Event::ScheduledBorrowerAllocationChange {
			target: target.clone(),
			old: before.current,
			new: units,
			effective_epoch,
		});
	}

	pub(crate) fn do_set_borrowing_restriction(borrower: &T::AccountId, restricted: bool) {
		let mut record = Borrowers::<T>::get(borrower);
		if Self::restrict(borrower, &mut record, restricted) {
			Self::put_borrower(borrower, record);
		}
	}

	/// Sets the flag in `record` and returns whether that changed it.
	pub(crate) fn restrict(borrower: &T::AccountId, record: &mut BorrowerRecord, restricted: bool) -> bool {
		let changed = core::mem::replace(&mut record.restricted, restricted) != restricted;
		if changed {
			Self::deposit_event(Event::BorrowingRestrictionChanged {
				borrower: borrower.clone(),
				restricted,
			});
		}
		changed
	}
}
