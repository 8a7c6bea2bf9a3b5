//! Benchmarks: every call at its worst. Its operation is the only one that needs its preimage, so that the preimage is
//! stored and deleted with it.

use super::*;
use crate::types::{OperationId, Status};
use alloc::{boxed::Box, vec};
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{EnsureOriginWithArg, QueryPreimage},
	weights::Weight,
};
use frame_system::RawOrigin;
use sp_core::H256;
use tidepool_primitives::Seconds;

/// What the runtime must be able to do for the benchmarks.
pub trait BenchmarkHelper {
	/// Sets the clock to `now`, in seconds.
	fn set_time(now: Seconds);
}

/// Shortest call that is certainly stored as a preimage.
const SHORTEST: u32 = 128;
/// Longest call that is measured; the weight grows on in proportion.
const LONGEST: u32 = 1_048_576;
/// When the operations are queued.
const START: Seconds = 1_700_000_000;

/// A call of at least `length` bytes that everybody can make and that does nothing.
fn call_of<T: Config>(length: u32) -> Box<CallOf<T>> {
	Box::new(frame_system::Call::<T>::remark { remark: vec![0; length as usize] }.into())
}

/// An operation with a call of at least `length` bytes, and the hash of its preimage.
fn operation<T: Config>(track: TrackId, length: u32) -> (OperationId, H256) {
	T::BenchmarkHelper::set_time(START);
	let id = NextOperationId::<T>::get();
	Pallet::<T>::do_queue(track, *call_of::<T>(length), None).expect("nothing else is queued");
	let hash = Operations::<T>::get(id).and_then(|operation| operation.call.lookup_hash());
	(id, hash.expect("too long to be stored inline"))
}

/// Moves the clock until the operation has this status.
fn wait_until<T: Config>(id: OperationId, status: Status) {
	let operation = Operations::<T>::get(id).expect("queued");
	T::BenchmarkHelper::set_time(match status {
		Status::Waiting => START,
		Status::Executable => operation.eta,
		Status::Expired => operation.expires_at + 1,
	});
	assert_eq!(operation.status(Pallet::<T>::now()), status);
}

/// Whether nothing is left of an operation.
fn is_gone<T: Config>(id: OperationId, preimage: H256) -> bool {
	!Operations::<T>::contains_key(id) && T::Preimages::len(&preimage).is_none()
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn queue(l: Linear<SHORTEST, LONGEST>) -> Result<(), BenchmarkError> {
		T::BenchmarkHelper::set_time(START);
		let origin = T::QueueOrigin::try_successful_origin(&TrackId::Long)
			.map_err(|()| BenchmarkError::Stop("nobody queues"))?;
		let delay = Some(Pallet::<T>::track_parameters(TrackId::Long).max_delay);
		TrackDelay::<T>::insert(TrackId::Long, Pallet::<T>::delay(TrackId::Long));
		#[extrinsic_call]
		_(origin as <T as frame_system::Config>::RuntimeOrigin, TrackId::Long, call_of::<T>(l), delay);
		assert!(Operations::<T>::contains_key(0));
		Ok(())
	}

	#[benchmark]
	fn execute(l: Linear<SHORTEST, LONGEST>) {
		let (id, preimage) = operation::<T>(TrackId::Long, l);
		wait_until::<T>(id, Status::Executable);
		let caller: T::AccountId = whitelisted_caller();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), id, u32::MAX, Weight::MAX);
		assert!(is_gone::<T>(id, preimage));
	}

	#[benchmark]
	fn cancel() -> Result<(), BenchmarkError> {
		let (id, preimage) = operation::<T>(TrackId::Long, LONGEST);
		let origin = T::CancelOrigin::try_successful_origin(&TrackId::Long)
			.map_err(|()| BenchmarkError::Stop("nobody cancels"))?;
		#[extrinsic_call]
		_(origin as <T as frame_system::Config>::RuntimeOrigin, id);
		assert!(is_gone::<T>(id, preimage));
		Ok(())
	}

	#[benchmark]
	fn remove_expired() {
		let (id, preimage) = operation::<T>(TrackId::Long, LONGEST);
		wait_until::<T>(id, Status::Expired);
		let caller: T::AccountId = whitelisted_caller();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), id);
		assert!(is_gone::<T>(id, preimage));
	}

	#[benchmark]
	fn set_delay() {
		let origin = <T as Config>::RuntimeOrigin::from(Origin::Track(TrackId::Long));
		let delay = Pallet::<T>::track_parameters(TrackId::Long).max_delay;
		#[extrinsic_call]
		_(origin, TrackId::Long, delay);
		assert_eq!(TrackDelay::<T>::get(TrackId::Long), Some(delay));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::ExtBuilder::default().build(), crate::mock::Test);
}
