//! State updates by the operator (specification, section 6.3). The parts of a batch are in `batch/`.

use crate::{
	types::{ExchangeState, UpdateBatch},
	verifier::VerifyTransition,
	Config, Error, Event, LastState, Operators, Pallet, WeightInfo,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult, Weight},
	traits::Get,
};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};

impl<T: Config> Pallet<T> {
	pub(crate) fn ensure_operator(origin: OriginFor<T>) -> Result<(), DispatchError> {
		let who = ensure_signed(origin)?;
		ensure!(Operators::<T>::contains_key(who), Error::<T>::NotOperator);
		Ok(())
	}

	/// Applies a batch as a whole, or not at all.
	pub(crate) fn do_update_state(batch: UpdateBatch<T>) -> DispatchResult {
		Self::ensure_batch_continues(&batch)?;
		Self::accept_deposits(&batch.deposits)?;
		Self::execute_transfers(&batch.transfers, batch.system_time)?;
		Self::apply_settlements(&batch.settlements)?;
		Self::serve_requests(&batch.forced)?;
		Self::credit_withdrawals(&batch.withdrawals)?;

		let UpdateBatch { batch_id, new_state_root, system_time, .. } = batch;
		LastState::<T>::put(ExchangeState { batch_id, state_root: new_state_root, system_time });
		let [deposits, transfers, settlements, forced, withdrawals] = batch.counts();
		Self::deposit_event(Event::StateUpdated {
			batch_id,
			new_state_root,
			system_time,
			deposits,
			transfers,
			settlements,
			forced,
			withdrawals,
		});
		Ok(())
	}

	/// The checks of the header, in the order of the specification, and the proof.
	fn ensure_batch_continues(batch: &UpdateBatch<T>) -> Result<(), Error<T>> {
		Self::ensure_not_frozen()?;
		let last = LastState::<T>::get();
		ensure!(last.batch_id.checked_add(1) == Some(batch.batch_id), Error::<T>::WrongBatchId);
		let root = batch.previous_state_root;
		ensure!(root == last.state_root, Error::<T>::WrongStateRoot);
		let (now, time) = (Self::now(), batch.system_time);
		let in_range = time.saturating_add(T::MaxSystemTimeLag::get()) > now
			&& time < now.saturating_add(T::MaxSystemTimeLead::get());
		ensure!(in_range && time >= last.system_time, Error::<T>::SystemTimeOutOfRange);
		// Batches carry no proof in this version.
		let is_proved = T::StateVerifier::verify(root, batch.new_state_root, batch, &[]);
		ensure!(is_proved, Error::<T>::WrongStateRoot);
		Ok(())
	}

	/// Weight of a batch by what is in it.
	pub(crate) fn batch_weight(batch: &UpdateBatch<T>) -> Weight {
		let [deposits, transfers, settlements, forced, withdrawals] = batch.counts();
		T::WeightInfo::update_state(deposits, transfers, settlements, forced, withdrawals)
	}

	/// Weight of a batch with all its parts full.
	pub(crate) fn fullest_batch_weight() -> Weight {
		T::WeightInfo::update_state(
			T::MaxDepositsPerBatch::get(),
			T::MaxTransfersPerBatch::get(),
			T::MaxSettlementsPerBatch::get(),
			T::MaxForcedPerBatch::get(),
			T::MaxWithdrawalsPerBatch::get(),
		)
	}
}
