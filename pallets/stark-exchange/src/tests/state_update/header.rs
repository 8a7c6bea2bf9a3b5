//! Who submits batches, and what they continue from.

use super::*;
use crate::LastState;
use sp_io::hashing::blake2_256;
use sp_runtime::DispatchError;

const OTHER_ROOT: H256 = H256([9; 32]);

fn with_operator(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(test);
}

/// An exchange that froze because Alice's request was not served.
fn when_frozen(test: impl FnOnce()) {
	with_equity(100, 0, || {
		freeze_over(force_withdrawal(ALICE, SECRET_A, 40));
		test();
	});
}

fn last_time() -> u64 {
	StarkExchange::last_state().system_time
}

#[test]
fn only_operators_submit_batches() {
	with_operator(|| {
		for stranger in [ALICE, PROXY, ADMIN, EMERGENCY, UNFREEZER, exchange_account()] {
			assert_noop!(dispatch(stranger, batch()), Error::NotOperator);
		}
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			let call = RuntimeCall::from(Call::update_state { batch: batch().build() });
			assert_noop!(call.dispatch(origin), DispatchError::BadOrigin);
		}
		assert_ok!(dispatch(OPERATOR, batch()));
	});
}

#[test]
fn operators_come_and_go_at_once() {
	with_operator(|| {
		assert_noop!(dispatch(CAROL, batch()), Error::NotOperator);
		assert_ok!(StarkExchange::register_operator(signed(ADMIN), CAROL));
		assert_ok!(dispatch(CAROL, batch()));
		for remover in [ADMIN, EMERGENCY] {
			assert_ok!(StarkExchange::register_operator(signed(ADMIN), OPERATOR));
			assert_ok!(dispatch(OPERATOR, batch()));
			assert_ok!(StarkExchange::unregister_operator(signed(remover), OPERATOR));
			assert_noop!(dispatch(OPERATOR, batch()), Error::NotOperator);
		}
		assert_ok!(dispatch(CAROL, batch()));
		assert_eq!(StarkExchange::last_state().batch_id, 4);
	});
}

#[test]
fn an_empty_batch_is_a_sign_of_life() {
	with_equity(100, 50, || {
		deposit(ALICE, SECRET_A, 7);
		assert_ok!(batch().withdrawal(SECRET_B, 20).submit());
		let before = totals();
		pass(10);
		assert_eq!(
			apply(batch().new_root(OTHER_ROOT)),
			[Event::StateUpdated {
				batch_id: 4,
				new_state_root: OTHER_ROOT,
				system_time: START + 10,
				deposits: 0,
				transfers: 0,
				settlements: 0,
				forced: 0,
				withdrawals: 0,
			}]
		);
		let state = ExchangeState { batch_id: 4, state_root: OTHER_ROOT, system_time: START + 10 };
		assert_eq!(StarkExchange::last_state(), state);
		assert_eq!((before, equities()), ([7, 130, 20], (100, 30)));
		assert_eq!(totals(), before);
	});
}

#[test]
fn batches_are_numbered_without_gaps() {
	with_operator(|| {
		for id in [0, 2, u64::MAX] {
			refuse(batch().id(id), Error::WrongBatchId);
		}
		apply(batch().id(1));
		for id in [0, 1, 3, u64::MAX] {
			refuse(batch().id(id), Error::WrongBatchId);
		}
		apply(batch().id(2));
		assert_eq!(StarkExchange::last_state().batch_id, 2);
	});
}

#[test]
fn nothing_follows_the_last_number() {
	with_operator(|| {
		LastState::<Test>::mutate(|state| state.batch_id = u64::MAX - 1);
		apply(batch().id(u64::MAX));
		for id in [0, 1, u64::MAX] {
			refuse(batch().id(id), Error::WrongBatchId);
		}
	});
}

#[test]
fn a_batch_builds_on_the_last_root() {
	with_operator(|| {
		refuse(batch().previous_root(OTHER_ROOT), Error::WrongStateRoot);
		apply(batch().previous_root(H256::zero()).new_root(OTHER_ROOT));
		refuse(batch().previous_root(H256::zero()), Error::WrongStateRoot);
		let almost = H256({
			let mut root = OTHER_ROOT.0;
			root[31] ^= 1;
			root
		});
		refuse(batch().previous_root(almost), Error::WrongStateRoot);
		// The new root is the operator's word, even if it is the old one.
		apply(batch().previous_root(OTHER_ROOT).new_root(OTHER_ROOT));
		apply(batch().previous_root(OTHER_ROOT).new_root(H256::zero()));
	});
}

#[test]
fn a_batch_lags_less_than_a_week() {
	with_operator(|| {
		for time in [0, START - LAG - 1, START - LAG] {
			refuse(batch().system_time(time), Error::SystemTimeOutOfRange);
		}
		apply(batch().system_time(START - LAG + 1));
		assert_eq!(last_time(), START - LAG + 1);
		pass(1);
		refuse(batch().system_time(START - LAG + 1), Error::SystemTimeOutOfRange);
		apply(batch().system_time(START - LAG + 2));
	});
}

#[test]
fn a_batch_leads_by_less_than_four_hours() {
	with_operator(|| {
		for time in [u64::MAX, START + LEAD + 1, START + LEAD] {
			refuse(batch().system_time(time), Error::SystemTimeOutOfRange);
		}
		apply(batch().system_time(START + LEAD - 1));
		assert_eq!(last_time(), START + LEAD - 1);
		// The next one need not lead by more, and cannot.
		refuse(batch().system_time(START + LEAD), Error::SystemTimeOutOfRange);
		apply(batch().system_time(START + LEAD - 1));
		pass(1);
		apply(batch().system_time(START + LEAD));
	});
}

#[test]
fn the_time_of_batches_never_goes_back() {
	with_operator(|| {
		apply(batch().system_time(START - 10));
		for time in [START - LAG + 1, START - 11] {
			refuse(batch().system_time(time), Error::SystemTimeOutOfRange);
		}
		apply(batch().system_time(START - 10));
		apply(batch().system_time(START - 9));
		refuse(batch().system_time(START - 10), Error::SystemTimeOutOfRange);
	});
}

#[test]
fn a_young_clock_has_no_time_below_zero() {
	ExtBuilder::default().start(LAG - 1).build_and_execute(|| {
		apply(batch().system_time(0));
		pass(1);
		refuse(batch().system_time(0), Error::SystemTimeOutOfRange);
		apply(batch().system_time(1));
	});
}

#[test]
fn a_frozen_exchange_takes_no_batch() {
	when_frozen(|| {
		refuse(batch(), Error::Frozen);
		refuse(batch().deposit(SECRET_A, 1), Error::Frozen);
		assert_noop!(dispatch(ALICE, batch()), Error::NotOperator);
	});
}

#[test]
fn no_batch_from_before_a_freeze_counts_after_it() {
	when_frozen(|| {
		let (before, prepared) = (StarkExchange::last_state(), batch().build());
		unfreeze();
		let prepared = || BatchBuilder(prepared.clone()).system_time(now());
		refuse(prepared(), Error::WrongStateRoot);
		let root = blake2_256(&[b"unfrozen", before.state_root.as_bytes()].concat());
		// Number and time go on where they were.
		assert_eq!(StarkExchange::last_state(), ExchangeState { state_root: root.into(), ..before });
		apply(prepared().previous_root(root.into()));
		assert_eq!(StarkExchange::last_state().batch_id, before.batch_id + 1);
	});
}

#[test]
fn the_header_is_checked_in_order_and_before_the_parts() {
	let wrong = || batch().id(7).previous_root(OTHER_ROOT).system_time(0).deposit_to([0; 32], 1, 0);
	with_operator(|| {
		assert_noop!(dispatch(ALICE, wrong()), Error::NotOperator);
		refuse(wrong(), Error::WrongBatchId);
		refuse(wrong().id(1), Error::WrongStateRoot);
		refuse(wrong().id(1).previous_root(H256::zero()), Error::SystemTimeOutOfRange);
		refuse(wrong().id(1).previous_root(H256::zero()).system_time(START), Error::ZeroAmount);
	});
	when_frozen(|| refuse(wrong(), Error::Frozen));
}
