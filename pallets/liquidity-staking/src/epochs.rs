//! Time: the clock, changes of the schedule and the roll of the totals at the start of an epoch
//! (specification, sections 3, 4.1, 4.4, 4.6 and 5.5).

use crate::{
	types::{EpochClock, PoolRecord},
	Bounds, Clock, Config, EpochIndexes, Error, Event, Pallet, Pool, WeightInfo,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult, Weight},
	storage::with_storage_layer,
	traits::Time,
};
use sp_core::U256;
use sp_runtime::ArithmeticError;
use tidepool_primitives::{Epoch, EpochParameters, Seconds};

const MILLISECONDS_PER_SECOND: u64 = 1_000;

/// The moment at which a call runs.
#[derive(Clone, Copy)]
pub(crate) struct Moment {
	/// Seconds since the Unix epoch.
	pub now: Seconds,
	/// The running epoch.
	pub epoch: Epoch,
	/// The schedule in force.
	pub clock: EpochClock,
}

/// The end of an epoch at which the total active balance shrank.
pub(crate) struct Boundary {
	/// The epoch that ended.
	pub epoch: Epoch,
	/// The reward index at its end.
	pub index: U256,
	/// Whether the index was settled up to the boundary just now.
	pub index_advanced: bool,
}

impl PoolRecord {
	/// Brings the total active balance to the running epoch (4.4). Where it shrank at the end of an epoch, the
	/// reward index is first settled up to that boundary, with the balance that was in force until then.
	pub(crate) fn roll_total_active(&mut self, moment: &Moment) -> Result<Option<Boundary>, ArithmeticError> {
		let stored = self.total_active;
		let mut boundary = None;
		if moment.epoch > stored.epoch && stored.changes_next_epoch() {
			let end = moment.clock.parameters.start_of(stored.epoch.saturating_add(1));
			let index_advanced = self.rewards.advance(stored.current, end)?;
			boundary = Some(Boundary { epoch: stored.epoch, index: self.rewards.index, index_advanced });
		}
		self.total_active = stored.rolled(moment.epoch);
		Ok(boundary)
	}
}

impl<T: Config> Pallet<T> {
	/// The timestamp in seconds. In `on_initialize` it is still that of the previous block.
	pub(crate) fn now() -> Seconds {
		// Dividing by a constant that is not zero cannot fail.
		T::Time::now().checked_div(MILLISECONDS_PER_SECOND).unwrap_or_default()
	}

	/// The running epoch, with the time and the schedule it follows from.
	pub(crate) fn moment() -> Result<Moment, DispatchError> {
		let (now, clock) = (Self::now(), Clock::<T>::get());
		let epoch = clock.parameters.epoch_at(now).ok_or(Error::<T>::EpochZeroNotStarted)?;
		Ok(Moment { now, epoch, clock })
	}

	/// Brings the total active balance to the running epoch (4.4) and records the boundary index where it shrank,
	/// for the accounts that shrank with it.
	pub(crate) fn load_total_active(pool: &mut PoolRecord, moment: &Moment) -> DispatchResult {
		if let Some(boundary) = pool.roll_total_active(moment)? {
			if boundary.index_advanced {
				Self::deposit_event(Event::GlobalIndexUpdated { index: boundary.index });
			}
			EpochIndexes::<T>::insert(boundary.epoch, boundary.index);
		}
		Ok(())
	}

	/// Brings the total inactive balance to the running epoch (4.6).
	pub(crate) fn load_total_inactive(pool: &mut PoolRecord, moment: &Moment) {
		pool.total_inactive = pool.total_inactive.rolled(moment.epoch);
	}

	/// Work of `on_initialize`: in the first block that sees a new epoch, settle the totals and announce it.
	pub(crate) fn roll_epoch() -> Weight {
		let mut clock = Clock::<T>::get();
		let now = Self::now();
		let Some(epoch) = clock.parameters.epoch_at(now) else {
			return T::WeightInfo::on_initialize_idle();
		};
		if clock.announced == Some(epoch) {
			return T::WeightInfo::on_initialize_idle();
		}
		clock.announced = Some(epoch);
		// A failure leaves the totals to the next call that needs them; nothing depends on the roll.
		if let Err(error) = with_storage_layer(|| Self::announce_epoch(Moment { now, epoch, clock })) {
			log::error!(target: crate::LOG_TARGET, "roll into epoch {epoch} failed: {error:?}");
		}
		T::WeightInfo::on_initialize_roll()
	}

	fn announce_epoch(moment: Moment) -> DispatchResult {
		let mut pool = Pool::<T>::get();
		Self::load_total_active(&mut pool, &moment)?;
		Self::load_total_inactive(&mut pool, &moment);
		Pool::<T>::put(pool);
		Clock::<T>::put(moment.clock);
		Self::deposit_event(Event::EpochStarted {
			epoch: moment.epoch,
			total_active: pool.total_active.current,
			total_inactive: pool.total_inactive.current,
			total_borrowed: pool.total_borrowed,
			shortfall: pool.shortfall(),
		});
		Ok(())
	}

	pub(crate) fn do_set_epoch_parameters(parameters: EpochParameters) -> DispatchResult {
		let (now, clock) = (Self::now(), Clock::<T>::get());
		match clock.parameters.epoch_at(now) {
			None => {
				ensure!(now < parameters.offset, Error::<T>::EpochZeroInPast);
				Self::ensure_schedule_in_bounds(parameters.interval, clock.blackout_window)?;
			},
			Some(epoch) => {
				Self::ensure_schedule_keeps_epoch(&clock, parameters, now, epoch)?;
				// Under the new schedule an old boundary would be priced at the wrong time.
				let mut pool = Pool::<T>::get();
				Self::load_total_active(&mut pool, &Moment { now, epoch, clock })?;
				Pool::<T>::put(pool);
			},
		}
		Clock::<T>::put(EpochClock { parameters, ..clock });
		let EpochParameters { interval, offset } = parameters;
		Self::deposit_event(Event::EpochParametersChanged { interval, offset });
		Ok(())
	}

	/// Records are keyed by epoch number, so a running schedule may only change in a way that keeps the number.
	fn ensure_schedule_keeps_epoch(
		clock: &EpochClock,
		parameters: EpochParameters,
		now: Seconds,
		epoch: Epoch,
	) -> DispatchResult {
		ensure!(!clock.in_blackout(now), Error::<T>::InBlackoutWindow);
		Self::ensure_schedule_in_bounds(parameters.interval, clock.blackout_window)?;
		let new_epoch = parameters.epoch_at(now).ok_or(Error::<T>::EpochZeroNotStarted)?;
		ensure!(new_epoch == epoch, Error::<T>::EpochNumberChanged);
		let changed = EpochClock { parameters, ..*clock };
		ensure!(!changed.in_blackout(now), Error::<T>::WouldEnterBlackoutWindow);
		Ok(())
	}

	pub(crate) fn do_set_blackout_window(window: Seconds) -> DispatchResult {
		let (now, clock) = (Self::now(), Clock::<T>::get());
		ensure!(!clock.in_blackout(now), Error::<T>::InBlackoutWindow);
		Self::ensure_schedule_in_bounds(clock.parameters.interval, window)?;
		let changed = EpochClock { blackout_window: window, ..clock };
		ensure!(!changed.in_blackout(now), Error::<T>::WouldEnterBlackoutWindow);
		Clock::<T>::put(changed);
		Self::deposit_event(Event::BlackoutWindowChanged { window });
		Ok(())
	}

	/// The rules of 3.4, in their order.
	pub(crate) fn ensure_schedule_in_bounds(interval: Seconds, window: Seconds) -> Result<(), Error<T>> {
		let bounds = Bounds::<T>::get();
		let twice_the_window = window.checked_mul(2).ok_or(Error::<T>::BlackoutWindowTooLong)?;
		ensure!(twice_the_window <= interval, Error::<T>::BlackoutWindowTooLong);
		ensure!(window >= bounds.min_blackout_window, Error::<T>::BlackoutWindowTooShort);
		ensure!(interval <= bounds.max_epoch_length, Error::<T>::EpochTooLong);
		Ok(())
	}
}
