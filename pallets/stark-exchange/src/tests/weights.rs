//! Every call is charged with its own weight, by what is in it.

use super::{common::*, *};
use crate::{
	types::{ForcedOutcome, TransferOrder},
	MAX_PRUNED,
};
use codec::{Decode, Encode};
use frame_support::{
	dispatch::{DispatchClass, GetDispatchInfo, Pays},
	traits::GetCallName,
	weights::Weight,
};
use sp_core::H256;
use tidepool_primitives::ForcedTradeArgs;

type Call = crate::Call<Test>;

/// A batch with as many items of each part.
fn batch_of(lengths: [usize; 5]) -> Call {
	let [deposits, transfers, settlements, forced, withdrawals] = lengths;
	let order = TransferOrder { from: 0, to: 0, amount: 0, nonce: 0, expiration: 0 };
	let batch = Batch {
		deposits: vec![([0; 32], 0, 0); deposits].try_into().unwrap(),
		transfers: vec![(order, NO_SIGNATURE); transfers].try_into().unwrap(),
		settlements: vec![(0, 0); settlements].try_into().unwrap(),
		forced: vec![(H256::zero(), ForcedOutcome::Executed); forced].try_into().unwrap(),
		withdrawals: vec![([0; 32], 0, 0); withdrawals].try_into().unwrap(),
		..Default::default()
	};
	Call::update_state { batch }
}

fn prune(count: u32) -> Call {
	Call::prune_used { ids: vec![H256::zero(); count as usize].try_into().unwrap() }
}

/// Each call, and the weight that the mock runtime gives it.
fn calls() -> Vec<(u64, Call)> {
	let (key, position, q) = ([0; 32], 0, 0);
	let args = ForcedTradeArgs {
		key_a: key,
		key_b: key,
		position_a: 0,
		position_b: 0,
		synthetic_asset_id: 0,
		amount_collateral: 0,
		amount_synthetic: 0,
		a_is_buying_synthetic: false,
		submission_expiration: 0,
		nonce: 0,
	};
	vec![
		(1_000, Call::register_user { key, signature: NO_SIGNATURE }),
		(2_000, Call::deposit { key, position, q }),
		(3_000, Call::deposit_cancel { key, position }),
		(4_000, Call::deposit_reclaim { key, position }),
		(5_000, Call::withdraw { key }),
		(6_000, Call::forced_withdrawal_request { key, position, q }),
		(7_000, Call::forced_trade_request { args, signature_b: NO_SIGNATURE, reduce_only: false }),
		(8_000, Call::freeze_request { id: H256::zero() }),
		(9_000, Call::escape { position }),
		(10_000, batch_of([0; 5])),
		(543_012_001, batch_of([1, 2, 3, 4, 5])),
		(26_752_026_256, batch_of([256, 16, 512, 64, 256])),
		(11_000, Call::register_operator { who: ALICE }),
		(12_000, Call::unregister_operator { who: ALICE }),
		(13_000, Call::unfreeze {}),
		(20_000, prune(0)),
		(20_001, prune(1)),
		(20_064, prune(MAX_PRUNED)),
	]
}

#[test]
fn each_call_has_its_weight() {
	for (weight, call) in calls() {
		let info = call.get_dispatch_info();
		let weight = Weight::from_parts(weight, 0);
		assert_eq!(
			(info.call_weight, info.class, info.pays_fee),
			(weight, DispatchClass::Normal, Pays::Yes),
			"{call:?}"
		);
	}
}

#[test]
fn there_is_no_other_call() {
	let mut names: Vec<_> = calls().iter().map(|(_, call)| call.get_call_name()).collect();
	names.dedup();
	assert_eq!(names, Call::get_call_names());
}

#[test]
fn each_part_of_a_batch_counts_by_its_length() {
	let parts = [1, 1_000, 1_000_000, 10_000_000, 100_000_000];
	for (part, weight) in parts.into_iter().enumerate() {
		let mut lengths = [0; 5];
		lengths[part] = 16;
		let info = batch_of(lengths).get_dispatch_info();
		assert_eq!(info.call_weight, Weight::from_parts(10_000 + 16 * weight, 0));
	}
}

#[test]
fn lists_longer_than_their_bounds_cannot_be_submitted() {
	// The index of the call and the ids.
	let too_many = (13u8, vec![H256::zero(); MAX_PRUNED as usize + 1]).encode();
	assert!(Call::decode(&mut &too_many[..]).is_err());
	let most = (13u8, vec![H256::zero(); MAX_PRUNED as usize]).encode();
	assert_eq!(Call::decode(&mut &most[..]), Ok(prune(MAX_PRUNED)));

	// Number, roots and time of the batch; empty parts before and after the deposits.
	let with_deposits = |count: usize| {
		let header = (9u8, 1u64, H256::zero(), H256::zero(), 0u64);
		(header, vec![([0u8; 32], 0u64, 0u64); count], [0u8; 4]).encode()
	};
	assert!(Call::decode(&mut &with_deposits(257)[..]).is_err());
	assert!(matches!(Call::decode(&mut &with_deposits(256)[..]), Ok(Call::update_state { .. })));
}
