//! The state at genesis. A broken configuration stops the chain from being built.

use crate::{Config, GenesisConfig, OperatorCount, Operators, Pallet};
use frame_support::traits::Get;

impl<T: Config> GenesisConfig<T> {
	pub(crate) fn apply(&self) {
		// The account must not die when its last token leaves: it must always be able to receive.
		frame_system::Pallet::<T>::inc_providers(&Pallet::<T>::exchange_account());
		for who in &self.operators {
			assert!(
				!Operators::<T>::contains_key(who),
				"stark exchange: {who:?} is made an operator twice at genesis"
			);
			Operators::<T>::insert(who, ());
		}
		let limit = T::MaxOperators::get();
		let count = u32::try_from(self.operators.len()).unwrap_or(u32::MAX);
		assert!(count <= limit, "stark exchange: there may be {limit} operators at genesis, not {count}");
		OperatorCount::<T>::put(count);
	}
}
