//! What calls read and write does not depend on how many stakers there are (specification, section 2.8).

use super::*;
use frame_support::{assert_ok, traits::Hooks};
use sp_trie::recorder::Recorder;
use std::collections::BTreeSet;

/// A pool with `stakers` and some actors, at the start of an epoch in which all of them shrank: everything has to be
/// settled, and the borrower is overdue by more than the pool can pay.
fn pool_of(stakers: u64) -> sp_io::TestExternalities {
	let mut ext = ExtBuilder::default()
		.rate(PRODUCTION_RATE)
		.allocations(&[(BORROWER, 10_000)])
		.stakes(&[(ALICE, 1_000 * UNIT), (CAROL, 10 * UNIT)])
		.build();
	ext.execute_with(|| {
		for account in 0..stakers {
			assert_ok!(LiquidityStaking::stake_for(signed(BOB), 10_000 + account, UNIT));
		}
		assert_ok!(LiquidityStaking::borrow(signed(BORROWER), 1_000 * UNIT + Balance::from(stakers) * UNIT));
		request(ALICE, 900 * UNIT);
		request(CAROL, UNIT);
		enter_epoch(1);
		System::reset_events();
	});
	ext.commit_all().expect("nothing is open");
	ext
}

/// Keys that `action` reads and keys that it writes. Nothing of it stays.
fn accesses(ext: &mut sp_io::TestExternalities, action: fn()) -> (BTreeSet<Vec<u8>>, BTreeSet<Vec<u8>>) {
	let recorder = Recorder::default();
	ext.execute_with_recorder(recorder.clone(), action);
	let changes = ext.overlayed_changes().changes().map(|(key, _)| key.clone()).collect::<BTreeSet<_>>();
	ext.reset_overlay();
	let read =
		recorder.recorded_keys().into_values().flat_map(|keys| keys.into_keys()).map(|key| key.to_vec());
	(read.collect(), changes)
}

const ACTIONS: [(&str, fn()); 9] = [
	("stake", || stake(ALICE, 5)),
	("request", || request(ALICE, 5)),
	("transfer", || transfer(ALICE, DAVE, 5)),
	("claim", || {
		claim(ALICE);
	}),
	("withdraw", || withdraw(ALICE, 5)),
	("settle", || {
		assert_ok!(LiquidityStaking::settle(signed(EVE), ALICE));
	}),
	("repay", || {
		assert_ok!(LiquidityStaking::repay_borrow(signed(BORROWER), BORROWER, 5));
	}),
	("mark_debt", || {
		assert_ok!(LiquidityStaking::mark_debt(signed(EVE), vec![BORROWER].try_into().unwrap()));
	}),
	("the roll", || {
		LiquidityStaking::on_initialize(2);
	}),
];

/// The number of reads and of writes of every action, among `stakers`.
fn counts(stakers: u64) -> Vec<(&'static str, usize, usize)> {
	let mut ext = pool_of(stakers);
	let counts = ACTIONS.map(|(name, action)| {
		let (read, written) = accesses(&mut ext, action);
		(name, read.len(), written.len())
	});
	ext.execute_with(check_invariants);
	counts.to_vec()
}

#[test]
fn a_hundred_thousand_stakers_cost_no_more_than_a_hundred() {
	let few = counts(100);
	assert!(few.iter().all(|(_, read, written)| *read > 1 && *written > 1), "{few:?}");
	assert_eq!(counts(100_000), few);
}

#[test]
fn marking_debt_and_the_roll_touch_no_staker() {
	let stakers = frame_support::storage::storage_prefix(b"LiquidityStaking", b"Stakers").to_vec();
	let mut ext = pool_of(3);
	for (name, action) in ACTIONS {
		let (read, written) = accesses(&mut ext, action);
		let touched = read.union(&written).any(|key| key.starts_with(&stakers));
		assert_eq!(touched, !["mark_debt", "the roll", "repay"].contains(&name), "{name}");
	}
	ext.execute_with(check_invariants);
}
