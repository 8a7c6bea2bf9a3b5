//! Changes of the allocations by governance (scenarios 23 and 24; specification, section 5.5).

use super::*;
use crate::{Borrowers, UnallocatedUnits};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

type Target = Option<AccountId>;

fn allocated() -> ExtBuilder {
	ExtBuilder::default().allocations(&[(B0, 4_000), (B1, 5_000)])
}

fn scheduled(target: Target, old: Units, new: Units, effective_epoch: u32) -> Event {
	Event::ScheduledBorrowerAllocationChange { target, old, new, effective_epoch }
}

#[test]
fn a_change_counts_from_the_next_epoch_on() {
	allocated().build_and_execute(|| {
		assert_ok!(allocate(&[(Some(B0), 1_000), (Some(B2), 3_000)]));
		assert_eq!(pool_events(), [scheduled(Some(B0), 4_000, 1_000, 1), scheduled(Some(B2), 0, 3_000, 1)]);
		for now in [0, INTERVAL - 1] {
			at(now);
			assert_eq!((units(Some(B0)), units(Some(B2))), ((4_000, 1_000), (0, 3_000)));
			assert_eq!((units(Some(B1)), units(None)), ((5_000, 5_000), (1_000, 1_000)));
		}
		for epoch in [1, 2, 9] {
			enter_epoch(epoch);
			assert_eq!((units(Some(B0)), units(Some(B2))), ((1_000, 1_000), (3_000, 3_000)));
			assert_eq!((units(Some(B1)), units(None)), ((5_000, 5_000), (1_000, 1_000)));
		}
	});
}

#[test]
fn the_last_change_of_an_epoch_counts_and_events_name_the_running_units() {
	allocated().build_and_execute(|| {
		enter_epoch(3);
		assert_ok!(allocate(&[(Some(B0), 0), (None, 5_000)]));
		assert_ok!(allocate(&[(Some(B0), 4_500), (None, 500)]));
		assert_eq!(
			pool_events(),
			[
				scheduled(Some(B0), 4_000, 0, 4),
				scheduled(None, 1_000, 5_000, 4),
				scheduled(Some(B0), 4_000, 4_500, 4),
				scheduled(None, 1_000, 500, 4),
			]
		);
		enter_epoch(4);
		assert_ok!(allocate(&[(None, 0), (Some(B0), 5_000)]));
		assert_eq!(pool_events(), [scheduled(None, 500, 0, 5), scheduled(Some(B0), 4_500, 5_000, 5)]);
	});
}

#[test]
fn the_unallocated_units_are_given_out_and_taken_back() {
	allocated().build_and_execute(|| {
		assert_ok!(allocate(&[(None, 400), (Some(B2), 600)]));
		assert_eq!((units(None), units(Some(B2))), ((1_000, 400), (0, 600)));
		assert_noop!(allocate(&[(None, 0), (Some(B2), 1_001)]), Error::AllocationSumChanged);
		assert_ok!(allocate(&[(None, 10_000), (Some(B0), 0), (Some(B1), 0), (Some(B2), 0)]));
		enter_epoch(1);
		assert_eq!(units(None), (10_000, 10_000));
	});
}

#[test]
fn the_units_of_the_list_must_add_up_to_what_they_are() {
	ExtBuilder::default().allocations(&[(B0, 4_000), (B1, 6_000)]).build_and_execute(|| {
		for (b0, b1) in [(4_000, 6_001), (4_001, 6_000), (4_000, 5_999), (0, 0), (10_000, 1)] {
			assert_noop!(allocate(&[(Some(B0), b0), (Some(B1), b1)]), Error::AllocationSumChanged);
		}
		for list in [vec![(Some(B0), 3_999)], vec![(Some(B0), 4_001)], vec![(None, 1)], vec![(Some(B2), 1)]] {
			assert_noop!(allocate(&list), Error::AllocationSumChanged);
		}
		// No sum wraps around.
		assert_noop!(allocate(&[(Some(B0), Units::MAX), (Some(B1), 10_001)]), Error::AllocationSumChanged);
		assert_ok!(allocate(&[(Some(B0), 6_000), (Some(B1), 4_000)]));
		assert_ok!(allocate(&[(Some(B0), 10_000), (Some(B1), 0)]));
	});
}

#[test]
fn an_empty_list_and_a_list_without_changes_are_accepted() {
	allocated().build_and_execute(|| {
		assert_ok!(allocate(&[]));
		assert_eq!(pool_events(), []);
		assert_ok!(allocate(&[(Some(B1), 5_000), (Some(B2), 0)]));
		assert_eq!(pool_events(), [scheduled(Some(B1), 5_000, 5_000, 1), scheduled(Some(B2), 0, 0, 1)]);
		assert!(!Borrowers::<Test>::contains_key(B2));
	});
}

#[test]
fn nobody_is_listed_twice() {
	allocated().build_and_execute(|| {
		for list in [
			[(Some(B0), 2_000), (Some(B0), 2_000)],
			[(Some(B0), 4_000), (Some(B0), 4_000)],
			[(None, 500), (None, 500)],
			[(Some(B2), 0), (Some(B2), 0)],
		] {
			assert_noop!(allocate(&list), Error::DuplicateBorrower);
		}
		// Before the sum is looked at.
		assert_noop!(allocate(&[(None, 0), (Some(B0), 1), (None, 0)]), Error::DuplicateBorrower);
	});
}

#[test]
fn a_list_may_be_as_long_as_a_call_allows() {
	ExtBuilder::default().build_and_execute(|| {
		let borrowers = u64::from(DEFAULT_MAX_BORROWERS) - 1;
		let list: Vec<_> = (0..borrowers).map(|number| (Some(1_000 + number), 1_000)).collect();
		let rest = 10_000 - 1_000 * borrowers as Units;
		assert_ok!(allocate(&[list.as_slice(), &[(None, rest)]].concat()));
		enter_epoch(1);
		assert_eq!(units(None), (rest, rest));
		assert_eq!(units(Some(1_000 + borrowers - 1)), (1_000, 1_000));
	});
}

#[test]
fn nothing_changes_in_blackout() {
	allocated().build_and_execute(|| {
		for (now, refused) in [
			(INTERVAL - BLACKOUT - 1, false),
			(INTERVAL - BLACKOUT, true),
			(INTERVAL - 1, true),
			(INTERVAL, false),
		] {
			at(now);
			if !refused {
				assert_ok!(allocate(&[(Some(B0), 4_000)]));
				continue;
			}
			// The time is looked at first.
			for list in [vec![(Some(B0), 4_000)], vec![(None, 0), (None, 0)], vec![(None, 0)], vec![]] {
				assert_noop!(allocate(&list), Error::InBlackoutWindow);
			}
		}
	});
}

#[test]
fn before_epoch_zero_a_change_counts_at_once() {
	allocated().start(OFFSET - 1).build_and_execute(|| {
		assert_ok!(allocate(&[(Some(B0), 0), (Some(B2), 4_500), (None, 500)]));
		assert_eq!(
			pool_events(),
			[
				scheduled(Some(B0), 4_000, 0, 0),
				scheduled(Some(B2), 0, 4_500, 0),
				scheduled(None, 1_000, 500, 0)
			]
		);
		assert!(!Borrowers::<Test>::contains_key(B0));
		assert_noop!(allocate(&[(Some(B2), 4_501)]), Error::AllocationSumChanged);
		assert_noop!(allocate(&[(None, 250), (None, 250)]), Error::DuplicateBorrower);
		for now in [OFFSET - 1, OFFSET, OFFSET + INTERVAL] {
			set_time(now);
			assert_eq!((units(Some(B0)), units(Some(B2))), ((0, 0), (4_500, 4_500)));
			assert_eq!((units(Some(B1)), units(None)), ((5_000, 5_000), (500, 500)));
		}
		assert_eq!(UnallocatedUnits::<Test>::get().epoch, 0);
	});
}

#[test]
fn only_the_borrower_admin_changes_allocations() {
	for start in [OFFSET - 1, OFFSET, OFFSET + INTERVAL - 1] {
		allocated().start(start).build_and_execute(|| {
			let set = |origin, list: Vec<(Target, Units)>| {
				LiquidityStaking::set_borrower_allocations(origin, list.try_into().unwrap())
			};
			for list in [vec![], vec![(Some(B0), 9_999)], vec![(None, 1_000), (None, 1_000)]] {
				assert_noop!(set(signed(ALICE), list.clone()), Error::MissingRole);
				assert_noop!(set(RuntimeOrigin::root(), list), DispatchError::BadOrigin);
			}
		});
	}
}

#[test]
fn an_addition_a_change_and_a_removal() {
	allocated().stakes(&[(ALICE, 1_000)]).build_and_execute(|| {
		// The new borrower takes unallocated units; another one leaves and gives its own back.
		assert_ok!(allocate(&[(None, 0), (Some(B2), 1_000)]));
		enter_epoch(1);
		borrow(B2, 100);
		assert_ok!(allocate(&[(Some(B2), 0), (None, 1_000)]));
		assert_eq!(borrowable(B2), 0);
		repay(B2, 100);
		enter_epoch(2);
		assert_eq!((units(Some(B2)), units(None)), ((0, 0), (1_000, 1_000)));
		// A record whose share ran out goes when it is next touched.
		assert_ok!(allocate(&[(Some(B2), 0)]));
		assert!(!Borrowers::<Test>::contains_key(B2));
	});
}
