//! Operators, and removal of what need no longer be remembered (specification, sections 6.2 and 6.4).

use crate::{Config, Error, Event, LastState, OperatorCount, Operators, Pallet, UsedTrades, UsedTransfers};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get};
use sp_core::H256;
use sp_runtime::ArithmeticError;
use tidepool_primitives::Seconds;

impl<T: Config> Pallet<T> {
	/// Without effect if `who` is an operator already.
	pub(crate) fn do_register_operator(who: T::AccountId) -> DispatchResult {
		if Operators::<T>::contains_key(&who) {
			return Ok(());
		}
		let count = OperatorCount::<T>::get();
		ensure!(count < T::MaxOperators::get(), Error::<T>::TooManyOperators);
		OperatorCount::<T>::put(count.checked_add(1).ok_or(ArithmeticError::Overflow)?);
		Operators::<T>::insert(&who, ());
		Self::deposit_event(Event::OperatorAdded { who });
		Ok(())
	}

	/// Without effect if `who` is no operator.
	pub(crate) fn do_unregister_operator(who: T::AccountId) -> DispatchResult {
		if Operators::<T>::take(&who).is_none() {
			return Ok(());
		}
		let count = OperatorCount::<T>::get();
		OperatorCount::<T>::put(count.checked_sub(1).ok_or(ArithmeticError::Underflow)?);
		Self::deposit_event(Event::OperatorRemoved { who });
		Ok(())
	}

	/// Forgets trades and transfers that have expired; an id that nothing is recorded under is skipped.
	///
	/// A trade is refused by the chain's time once it has expired, a transfer by the system time of a batch, which may lag
	/// behind: pruned by the chain's time it could be replayed.
	pub(crate) fn do_prune_used(ids: &[H256]) -> DispatchResult {
		let (now, system_time) = (Self::now(), LastState::<T>::get().system_time);
		for id in ids {
			Self::ensure_expired(UsedTrades::<T>::get(id), now)?;
			Self::ensure_expired(UsedTransfers::<T>::get(id), system_time)?;
		}
		for id in ids {
			UsedTrades::<T>::remove(id);
			UsedTransfers::<T>::remove(id);
		}
		Ok(())
	}

	fn ensure_expired(expiration: Option<Seconds>, time: Seconds) -> Result<(), Error<T>> {
		ensure!(expiration.is_none_or(|expiration| expiration < time), Error::<T>::NotExpired);
		Ok(())
	}
}
