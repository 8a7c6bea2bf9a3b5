//! Payout of what was credited (specification, section 6.1). Works while the exchange is frozen.

use crate::{Config, Event, Pallet};
use frame_support::pallet_prelude::DispatchError;
use tidepool_primitives::{Balance, StarkKey};

impl<T: Config> Pallet<T> {
	/// Pays everything that was credited to `key` to its owner, whoever asks. Returns how many tokens.
	pub(crate) fn do_withdraw(key: &StarkKey) -> Result<Balance, DispatchError> {
		let owner = Self::owner_of(key)?;
		let quantized = Self::take_withdrawal(key)?;
		let amount = Self::pay(&owner, quantized)?;
		Self::deposit_event(Event::Withdrawn { key: *key, to: owner, q: quantized, amount });
		Ok(amount)
	}
}
