//! What `on_initialize` reads and writes: one extra read on ordinary blocks, and always the same when an epoch
//! begins, however many were missed (architecture decision A3).

use super::*;
use crate::{Clock, EpochIndexes, Pool};
use frame_support::traits::Hooks;
use sp_core::storage::StateVersion;
use std::collections::BTreeSet;

/// Pieces of state that had to be read for `test`, as the recorder of storage proofs sees them.
fn reads<R>(ext: &mut sp_io::TestExternalities, test: impl FnOnce() -> R) -> BTreeSet<Vec<u8>> {
	let (_, proof) = ext.execute_and_prove(test);
	ext.reset_overlay();
	proof.iter_nodes().cloned().collect()
}

/// Keys that `test` wrote, except the counter of nested transactions, which never reaches the state.
fn writes<R>(ext: &mut sp_io::TestExternalities, test: impl FnOnce() -> R) -> BTreeSet<Vec<u8>> {
	ext.execute_with(test);
	let keys = ext.overlayed_changes().changes().map(|(key, _)| key.clone()).collect::<BTreeSet<_>>();
	ext.reset_overlay();
	keys.into_iter().filter(|key| key != b":transaction_level:").collect()
}

/// A chain with many stakers, the first of whom has requested a withdrawal in epoch 0, whose next block sees `now`.
fn chain(now: Seconds) -> sp_io::TestExternalities {
	let mut ext = ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 1_000)]).build();
	ext.execute_with(|| {
		for account in 1_000..1_050 {
			frame_support::assert_ok!(LiquidityStaking::stake_for(signed(BOB), account, 5));
		}
		LiquidityStaking::on_initialize(1);
		request(ALICE, 1);
		set_time(now);
		System::reset_events();
	});
	ext.commit_all().unwrap();
	ext
}

fn hook() {
	LiquidityStaking::on_initialize(2);
}

#[test]
fn an_ordinary_block_reads_one_record_and_writes_nothing() {
	for now in [OFFSET, OFFSET + 10, OFFSET + INTERVAL - 1] {
		let mut ext = chain(now);
		assert_eq!(ext.state_version, StateVersion::V1);
		let expected = reads(&mut ext, || (Clock::<Test>::get(), pallet_timestamp::Now::<Test>::get()));
		assert_eq!(reads(&mut ext, hook), expected);
		assert_eq!(writes(&mut ext, hook), BTreeSet::new());
		// The method tells one record from two.
		assert_ne!(reads(&mut ext, || (hook(), Pool::<Test>::get())), expected);
	}
}

#[test]
fn a_roll_reads_the_same_however_many_epochs_were_missed() {
	for missed in [1, 2, 100, 1_000_000] {
		let mut ext = chain(OFFSET + missed * INTERVAL);
		let expected = reads(&mut ext, || {
			// The events it deposits need records of the system pallet.
			System::deposit_event(global_index(0));
			(
				Clock::<Test>::get(),
				pallet_timestamp::Now::<Test>::get(),
				Pool::<Test>::get(),
				EpochIndexes::<Test>::get(0),
			)
		});
		assert!(reads(&mut ext, hook).is_subset(&expected));
	}
}

#[test]
fn a_roll_writes_the_same_however_many_epochs_were_missed() {
	let expected = [
		Clock::<Test>::hashed_key().to_vec(),
		Pool::<Test>::hashed_key().to_vec(),
		EpochIndexes::<Test>::hashed_key_for(0),
	];
	for missed in [1, 2, 100, 1_000_000] {
		let mut ext = chain(OFFSET + missed * INTERVAL);
		let events = writes(&mut ext, || System::deposit_event(global_index(0)));
		let expected = events.into_iter().chain(expected.clone()).collect();
		assert_eq!(writes(&mut ext, hook), expected);
	}
}
