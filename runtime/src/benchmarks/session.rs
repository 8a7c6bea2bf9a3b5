//! Benchmarks of pallet-session. Those that come with it need a pallet for staking, which this chain has not.

use crate::SessionKeys;
use alloc::vec::Vec;
use codec::Encode;
use core::marker::PhantomData;
use frame_benchmarking::v2::*;
use frame_system::RawOrigin;
use pallet_session::{Call, ExternallySetKeys, NextKeys, Pallet as Session};

/// Stands for pallet-session, which has no benchmarks of its own.
pub struct Pallet<T>(PhantomData<T>);

/// What the benchmarks need of the runtime: that its keys are those of this chain.
pub trait Config: pallet_session::Config<Keys = SessionKeys> {}

/// New keys, with the proof that they belong to `owner`.
fn keys_of<T: Config>(owner: &T::AccountId) -> (SessionKeys, Vec<u8>) {
	let generated = SessionKeys::generate(&owner.encode(), None);
	(generated.keys, generated.proof.encode())
}

fn register<T: Config>(owner: &T::AccountId) {
	let (keys, proof) = keys_of::<T>(owner);
	let origin = RawOrigin::Signed(owner.clone());
	Session::<T>::set_keys(origin.into(), keys, proof).expect("the keys belong to the caller");
}

/// An account that can pay the deposit twice and stay alive.
fn validator<T: Config>() -> T::AccountId {
	let validator: T::AccountId = whitelisted_caller();
	for _ in 0..3 {
		Session::<T>::ensure_can_pay_key_deposit(&validator).expect("there is no limit to what exists");
	}
	validator
}

fn has_keys<T: Config>(account: &T::AccountId) -> bool {
	let validator = T::ValidatorId::try_from(account.clone()).ok();
	validator.is_some_and(NextKeys::<T>::contains_key)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// More than can happen: keys that replace others, as later ones do, with a deposit, as the first ones need it.
	#[benchmark]
	fn set_keys() {
		let caller = validator::<T>();
		register::<T>(&caller);
		ExternallySetKeys::<T>::insert(&caller, ());
		let (keys, proof) = keys_of::<T>(&caller);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), keys, proof);

		assert!(has_keys::<T>(&caller));
	}

	#[benchmark]
	fn purge_keys() {
		let caller = validator::<T>();
		register::<T>(&caller);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()));

		assert!(!has_keys::<T>(&caller));
	}
}
