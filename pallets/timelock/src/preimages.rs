//! Where the calls of operations are kept: short ones with the operation, long ones as preimages.

use crate::{types::BoundedCall, CallOf, Config, Error, Pallet};
use alloc::borrow::Cow;
use codec::{DecodeLimit, Encode};
use frame_support::{
	pallet_prelude::DispatchError,
	traits::{Bounded, QueryPreimage, StorePreimage},
	MAX_EXTRINSIC_DEPTH,
};
use sp_core::H256;
use sp_runtime::traits::{BlakeTwo256, Hash};

/// Length of an encoded call, in bytes.
pub(crate) fn encoded_length(call: &impl Encode) -> u32 {
	u32::try_from(call.encoded_size()).unwrap_or(u32::MAX)
}

impl<T: Config> Pallet<T> {
	/// Makes a call ready to be stored, and requests its preimage once. Returns its hash, too.
	pub(crate) fn hold(call: CallOf<T>) -> Result<(BoundedCall<CallOf<T>>, H256), DispatchError> {
		let hash = BlakeTwo256::hash_of(&call);
		let shared = T::Preimages::is_requested(&hash);
		let call = T::Preimages::bound(call)?;
		// Storing a preimage counts as a request only if there is none yet. Without one of its own, the first of two
		// operations with the same call would take the preimage of the second with it.
		if shared {
			T::Preimages::hold(&call);
		}
		Ok((call, hash))
	}

	/// Gives back the request of [`Pallet::hold`].
	pub(crate) fn release(call: &BoundedCall<CallOf<T>>) {
		// Whoever manages the preimages may have withdrawn the request, and asking once more would be a defect.
		if call.lookup_hash().is_some_and(|hash| T::Preimages::is_requested(&hash)) {
			T::Preimages::drop(call);
		}
	}

	/// The bytes of a stored call.
	pub(crate) fn encoded_call(call: &BoundedCall<CallOf<T>>) -> Result<Cow<'_, [u8]>, Error<T>> {
		let fetched = match call {
			Bounded::Inline(bytes) => return Ok(Cow::Borrowed(bytes.as_slice())),
			Bounded::Lookup { hash, len } => T::Preimages::fetch(hash, Some(*len)),
			// Of unknown length, and never stored here.
			Bounded::Legacy { .. } => Err(DispatchError::Unavailable),
		};
		fetched.map_err(|_| Error::<T>::PreimageUnavailable)
	}

	/// A call from its bytes, decoded no deeper than a transaction would be.
	pub(crate) fn decoded_call(mut bytes: &[u8]) -> Result<CallOf<T>, Error<T>> {
		CallOf::<T>::decode_all_with_depth_limit(MAX_EXTRINSIC_DEPTH, &mut bytes)
			.map_err(|_| Error::<T>::UndecodableCall)
	}
}
