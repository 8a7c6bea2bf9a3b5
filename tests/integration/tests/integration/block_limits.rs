//! Every call fits into a block at its heaviest: nothing that is permitted is impossible.

use codec::Decode;
use frame_support::{
	dispatch::{DispatchClass, GetDispatchInfo},
	traits::{ConstU32, Get, GetCallMetadata},
	BoundedVec,
};
use pallet_liquidity_staking::Call as Pool;
use pallet_stark_exchange::{types::UpdateBatch, Call as Exchange, MAX_PRUNED};
use pallet_stark_proxy::Call as Borrower;

use std::collections::BTreeSet;
use tidepool_integration_tests::common::*;
use tidepool_runtime::{Runtime, RuntimeCall};

/// Something of a type whose encoding may be all zeros.
fn any<T: Decode>() -> T {
	T::decode(&mut sp_runtime::traits::TrailingZeroInput::zeroes()).expect("zeros are a value of it")
}

/// A full list.
fn full<T: Decode + Clone, S: Get<u32>>() -> BoundedVec<T, S> {
	vec![any(); S::get() as usize].try_into().ok().expect("as many as fit")
}

/// Every call whose arguments may be all zeros, with empty lists: for most calls of the pool and the proxies that is the
/// heaviest, because their weight is that of the worst state.
fn plain_calls() -> Vec<RuntimeCall> {
	let indices = (0..=u8::MAX).flat_map(|pallet| (0..=u8::MAX).map(move |call| [pallet, call]));
	let decoded = |index: [u8; 2]| {
		let bytes = [&index[..], &[0; 512]].concat();
		RuntimeCall::decode(&mut &bytes[..]).ok()
	};
	let calls = indices.filter_map(decoded).collect::<Vec<_>>();
	for pallet in RuntimeCall::get_module_names() {
		assert!(calls.iter().any(|call| call.get_call_metadata().pallet_name == *pallet), "{pallet}");
	}
	calls
}

/// Calls whose weight depends on lists, with the longest lists.
fn full_calls() -> Vec<RuntimeCall> {
	let batch = UpdateBatch::<Runtime> {
		deposits: full(),
		transfers: full(),
		settlements: full(),
		forced: full(),
		withdrawals: full(),
		..any()
	};
	vec![
		Pool::<Runtime>::mark_debt { borrowers: full() }.into(),
		Pool::<Runtime>::set_borrower_allocations { changes: full() }.into(),
		Exchange::<Runtime>::update_state { batch }.into(),
		Exchange::<Runtime>::prune_used { ids: full::<_, ConstU32<MAX_PRUNED>>() }.into(),
		Borrower::<Runtime>::guardian_veto_forced_trade_requests { proxy: 0, hashes: full() }.into(),
		Borrower::<Runtime>::claim_rewards { proxy: 0, cumulative_amount: 0, proof: full() }.into(),
	]
}

#[test]
fn the_heaviest_of_each_call_fits_into_a_block() {
	on_development_chain(|| {
		let limits = <Runtime as frame_system::Config>::BlockWeights::get();
		let calls = plain_calls().into_iter().chain(full_calls()).collect::<Vec<_>>();
		let mut names = BTreeSet::new();
		for call in calls {
			let info = call.get_dispatch_info();
			let most = limits.get(info.class).max_extrinsic.unwrap_or(limits.max_block);
			let weight = info.call_weight;
			let metadata = call.get_call_metadata();
			let name = (metadata.pallet_name, metadata.function_name);
			names.insert(name);
			// The inherent takes what it takes; no transaction is one.
			if info.class != DispatchClass::Mandatory {
				assert!(weight.all_lte(most), "{name:?} weighs {weight}, at most {most} fits");
			}
		}
		let known: usize =
			RuntimeCall::get_module_names().iter().map(|name| RuntimeCall::get_call_names(name).len()).sum();
		// GRANDPA's two reports cannot be made: there are no proofs of ownership of keys.
		assert_eq!(names.len(), known - 2);
	});
}
