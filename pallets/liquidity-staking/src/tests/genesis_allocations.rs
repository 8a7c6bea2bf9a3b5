//! Allocations at genesis (specification, section 3.6).

use super::*;
use crate::{
	types::{BorrowerRecord, StoredAllocation},
	Borrowers, UnallocatedUnits,
};

fn built(allocations: &[(AccountId, Units)]) {
	ExtBuilder::default().allocations(allocations).build_and_execute(|| {});
}

#[test]
fn what_no_borrower_gets_is_unallocated() {
	for (allocations, unallocated) in [
		(vec![], 10_000),
		(vec![(B0, 1)], 9_999),
		(vec![(B0, 2_500), (B1, 2_500)], 5_000),
		(vec![(B0, 4_000), (B1, 5_999)], 1),
		(vec![(B0, 4_000), (B1, 6_000)], 0),
		(vec![(B0, 10_000)], 0),
	] {
		ExtBuilder::default().allocations(&allocations).start(0).build_and_execute(|| {
			for now in [0, OFFSET - 1, OFFSET, OFFSET + 7 * INTERVAL] {
				set_time(now);
				assert_eq!(units(None), (unallocated, unallocated));
				for (borrower, share) in &allocations {
					assert_eq!(units(Some(*borrower)), (*share, *share));
				}
			}
			assert_eq!(UnallocatedUnits::<Test>::get(), StoredAllocation::constant(unallocated));
			assert_eq!(Borrowers::<Test>::iter().count(), allocations.len());
		});
	}
}

#[test]
fn a_borrower_begins_with_its_share_and_nothing_else() {
	ExtBuilder::default().allocations(&[(B0, 4_000)]).build_and_execute(|| {
		let allocation = StoredAllocation { epoch: 0, current: 4_000, next: 4_000 };
		assert_eq!(
			Borrowers::<Test>::get(B0),
			BorrowerRecord { allocation, borrowed: 0, debt: 0, restricted: false }
		);
	});
}

#[test]
fn the_production_allocations_lend_out_everything() {
	let shares = [2_500, 2_500, 2_000, 2_000, 1_000];
	let allocations: Vec<_> = (100..).zip(shares).collect();
	ExtBuilder::default().allocations(&allocations).stakes(&[(ALICE, 10 * UNIT)]).build_and_execute(|| {
		for (borrower, share) in &allocations {
			borrow(*borrower, Balance::from(*share) * UNIT / 1_000);
		}
		assert_eq!(books(), [10 * UNIT, 10 * UNIT, 0, 0, 10 * UNIT, 0, 0, 0]);
	});
}

#[test]
fn a_late_first_block_leaves_the_shares_as_they_are() {
	let late = OFFSET + 5 * INTERVAL + 1;
	ExtBuilder::default()
		.allocations(&[(B0, 4_000)])
		.start(late)
		.stakes(&[(ALICE, 100)])
		.build_and_execute(|| borrow(B0, 40));
}

#[test]
#[should_panic(expected = "liquidity staking: 71 is given allocation units twice")]
fn nobody_is_given_units_twice() {
	built(&[(B0, 1), (B1, 1), (B0, 1)]);
}

#[test]
#[should_panic(expected = "liquidity staking: the allocation units add up to more than 10000")]
fn the_units_do_not_exceed_the_whole() {
	built(&[(B0, 4_000), (B1, 6_001)]);
}

#[test]
#[should_panic(expected = "liquidity staking: the allocation units add up to more than 10000")]
fn the_units_of_one_borrower_do_not_exceed_the_whole() {
	built(&[(B0, Units::MAX)]);
}

#[test]
#[should_panic(expected = "liquidity staking: 72 is given no allocation units")]
fn nobody_is_given_nothing() {
	built(&[(B0, 10_000), (B1, 0)]);
}
