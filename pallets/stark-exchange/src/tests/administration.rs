//! Operators (specification, section 6.4) and the state at genesis. What is forgotten is in `pruning`.

use super::{common::*, *};
use crate::{OperatorCount, Operators};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use sp_runtime::DispatchError;

fn add(who: AccountId) -> DispatchResult {
	StarkExchange::register_operator(signed(ADMIN), who)
}

fn remove(who: AccountId) -> DispatchResult {
	StarkExchange::unregister_operator(signed(ADMIN), who)
}

/// The accounts that are operators, and their stored number.
fn operators() -> (Vec<AccountId>, u32) {
	let mut list = StarkExchange::operators();
	list.sort();
	(list, OperatorCount::<Test>::get())
}

#[test]
fn an_operator_is_added_and_removed() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(batch().submit_as(ALICE), Error::NotOperator);
		assert_ok!(add(ALICE));
		assert_eq!(all_events(), [ours(Event::OperatorAdded { who: ALICE })]);
		assert_eq!(operators(), (vec![ALICE, OPERATOR], 2));
		assert!(StarkExchange::is_operator(ALICE) && !StarkExchange::is_operator(BOB));
		assert_ok!(batch().submit_as(ALICE));
		System::reset_events();
		assert_ok!(remove(ALICE));
		assert_eq!(all_events(), [ours(Event::OperatorRemoved { who: ALICE })]);
		assert_eq!(operators(), (vec![OPERATOR], 1));
		assert_noop!(batch().submit_as(ALICE), Error::NotOperator);
		assert_ok!(batch().submit());
	});
}

#[test]
fn nothing_happens_to_what_is_so_already() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(add(OPERATOR));
		assert_ok!(remove(ALICE));
		assert_ok!(StarkExchange::unregister_operator(signed(EMERGENCY), ALICE));
		assert_eq!(all_events(), []);
		assert_eq!(operators(), (vec![OPERATOR], 1));
	});
}

#[test]
fn there_are_no_more_operators_than_there_may_be() {
	for limit in [1, 3, 16] {
		ExtBuilder::default().max_operators(limit).operators(&[]).build_and_execute(|| {
			let account = |number: u32| AccountId::new([100 + number as u8; 32]);
			for number in 0..limit {
				assert_eq!(OperatorCount::<Test>::get(), number);
				assert_ok!(add(account(number)));
			}
			assert_noop!(add(ALICE), Error::TooManyOperators);
			// Who is one already is not one more.
			assert_ok!(add(account(0)));
			assert_ok!(remove(account(0)));
			assert_ok!(add(ALICE));
			assert_noop!(add(account(0)), Error::TooManyOperators);
			assert_eq!(operators().1, limit);
		});
	}
}

#[test]
fn the_admin_adds_and_nobody_else() {
	ExtBuilder::default().build_and_execute(|| {
		let others = [ALICE, OPERATOR, EMERGENCY, UNFREEZER].map(signed);
		for origin in others.into_iter().chain(unsigned_origins()) {
			assert_noop!(StarkExchange::register_operator(origin, ALICE), DispatchError::BadOrigin);
		}
	});
}

#[test]
fn admin_and_emergency_remove_and_nobody_else() {
	ExtBuilder::default().operators(&[OPERATOR, ALICE, BOB]).build_and_execute(|| {
		let others = [CAROL, ALICE, OPERATOR, UNFREEZER].map(signed);
		for origin in others.into_iter().chain(unsigned_origins()) {
			assert_noop!(StarkExchange::unregister_operator(origin, ALICE), DispatchError::BadOrigin);
		}
		assert_ok!(StarkExchange::unregister_operator(signed(ADMIN), ALICE));
		assert_ok!(StarkExchange::unregister_operator(signed(EMERGENCY), BOB));
		assert_eq!(operators(), (vec![OPERATOR], 1));
	});
}

#[test]
fn without_operators_there_are_no_batches() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(remove(OPERATOR));
		assert_eq!(operators(), (vec![], 0));
		assert_noop!(batch().submit(), Error::NotOperator);
		assert_ok!(add(BOB));
		assert_ok!(batch().submit_as(BOB));
	});
}

#[test]
fn operators_are_exchanged_in_a_freeze() {
	frozen(|_| {
		assert_ok!(remove(OPERATOR));
		assert_ok!(add(ALICE));
		assert_noop!(batch().submit_as(OPERATOR), Error::NotOperator);
		assert_noop!(batch().submit_as(ALICE), Error::Frozen);
		unfreeze();
		assert_ok!(batch().submit_as(ALICE));
	});
}

#[test]
fn genesis_makes_operators_and_an_account_that_cannot_die() {
	let builder = ExtBuilder::default().max_operators(3).operators(&[ALICE, BOB, CAROL]);
	builder.build_and_execute(|| {
		assert_eq!(operators(), (vec![ALICE, BOB, CAROL], 3));
		assert_eq!(Operators::<Test>::iter().count(), 3);
		assert_eq!(System::providers(&exchange_account()), 1);
		assert_noop!(add(DAVE), Error::TooManyOperators);
	});
}

#[test]
#[should_panic(expected = "is made an operator twice at genesis")]
fn genesis_names_no_operator_twice() {
	ExtBuilder::default().operators(&[ALICE, BOB, ALICE]).build();
}

#[test]
#[should_panic(expected = "stark exchange: there may be 3 operators at genesis, not 4")]
fn genesis_makes_no_more_operators_than_there_may_be() {
	ExtBuilder::default().max_operators(3).operators(&[ALICE, BOB, CAROL, DAVE]).build();
}
