//! The freeze, the way out of it, and its end (specification, sections 6.2 and 6.4).

use crate::{
	messages::unfrozen_root, types::Freeze, Config, Error, Event, ForcedRequests, Frozen, LastState,
	LastUnfreezeAllowedAt, Pallet, Positions,
};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get};
use sp_core::H256;
use tidepool_primitives::PositionId;

impl<T: Config> Pallet<T> {
	pub(crate) fn ensure_not_frozen() -> Result<(), Error<T>> {
		ensure!(!Frozen::<T>::exists(), Error::<T>::Frozen);
		Ok(())
	}

	/// Freezes the exchange because of a request that was not served in time.
	pub(crate) fn do_freeze_request(by: T::AccountId, id: H256) -> DispatchResult {
		Self::ensure_not_frozen()?;
		let request = ForcedRequests::<T>::get(id).ok_or(Error::<T>::RequestNotFound)?;
		let (now, deadline) = (Self::now(), Self::deadline_of(&request));
		ensure!(now >= deadline, Error::<T>::RequestStillPending);
		// The operator could not serve what came due in an earlier freeze.
		ensure!(deadline > LastUnfreezeAllowedAt::<T>::get(), Error::<T>::StaleRequest);

		let unfreeze_allowed_at = now.saturating_add(T::UnfreezeDelay::get());
		Frozen::<T>::put(Freeze { frozen_at: now, unfreeze_allowed_at });
		LastUnfreezeAllowedAt::<T>::put(unfreeze_allowed_at);
		Self::deposit_event(Event::ExchangeFrozen { id, by });
		Ok(())
	}

	/// Turns all equity of a position into a withdrawal of its key. Its forced requests stay open: after the end of the
	/// freeze the operator can only reject them.
	pub(crate) fn do_escape(position: PositionId) -> DispatchResult {
		ensure!(Frozen::<T>::exists(), Error::<T>::NotFrozen);
		let record = Positions::<T>::get(position).ok_or(Error::<T>::NothingToEscape)?;
		ensure!(record.equity > 0, Error::<T>::NothingToEscape);

		Self::credit_withdrawal(&record.key, position, record.equity)?;
		Self::deposit_event(Event::Escaped { position, key: record.key, q: record.equity });
		Ok(())
	}

	/// Ends the freeze. Balances stay as they are; the state root changes, so that no batch made before is accepted.
	pub(crate) fn do_unfreeze() -> DispatchResult {
		let freeze = Frozen::<T>::get().ok_or(Error::<T>::NotFrozen)?;
		ensure!(Self::now() >= freeze.unfreeze_allowed_at, Error::<T>::UnfreezeTooEarly);

		Frozen::<T>::kill();
		LastState::<T>::mutate(|state| state.state_root = unfrozen_root(&state.state_root));
		Self::deposit_event(Event::ExchangeUnfrozen { state_root: LastState::<T>::get().state_root });
		Ok(())
	}
}
