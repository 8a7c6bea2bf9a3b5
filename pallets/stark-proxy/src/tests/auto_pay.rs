//! Auto-pay: when it works and what it moves (specification, section 7.1).

use super::situations::*;
use crate::{mock::*, WeightInfo};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{DispatchError, StateVersion};
use tidepool_primitives::Balance;

/// What the preview says: borrowed, repaid of the loan and of the debt. It changes nothing.
fn preview(proxy: u32) -> Result<[Balance; 3], DispatchError> {
	let root = || sp_io::storage::root(StateVersion::V1);
	let before = root();
	let preview = StarkProxy::preview_auto_pay(proxy);
	assert_eq!(root(), before);
	preview.map(|payment| [payment.borrowed, payment.repaid_borrow, payment.repaid_debt])
}

#[test]
fn auto_pay_is_refused_outside_the_blackout_window() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(StarkProxy::auto_pay_or_borrow(owner(A), A), Error::NotInBlackoutWindow);
		for epoch in 0..3 {
			enter_blackout(epoch);
			set_time(now() - 1);
			assert_noop!(StarkProxy::auto_pay_or_borrow(owner(A), A), Error::NotInBlackoutWindow);
			pass(1);
			assert_ok!(auto(A));
			enter_epoch(epoch + 1);
			set_time(now() - 1);
			assert_ok!(auto(A));
			pass(1);
			assert_noop!(StarkProxy::auto_pay_or_borrow(owner(A), A), Error::NotInBlackoutWindow);
		}
	});
}

#[test]
fn auto_pay_is_refused_before_epoch_zero() {
	ExtBuilder::default().start(OFFSET - 1).stakes(&[]).build_and_execute(|| {
		assert_noop!(StarkProxy::auto_pay_or_borrow(owner(A), A), Error::NotInBlackoutWindow);
		assert_eq!(preview(A), Err(Error::NotInBlackoutWindow.into()));
	});
}

#[test]
fn every_case_moves_exactly_what_it_announces() {
	for (wanted, expected) in CASES {
		in_situation(wanted, || {
			let [loan, share, held, owed] = wanted;
			let pool = usdc(&pool_account());
			let Some([m, r, p]) = expected else {
				let refusal = Error::InsufficientFundsForRepayment;
				assert_noop!(StarkProxy::auto_pay_or_borrow(owner(A), A), refusal);
				return;
			};
			assert_eq!(auto(A), Ok((m, r, p)), "{wanted:?}");
			assert_eq!(found(A), [loan + m - r, share, held + m - r - p, owed - p], "{wanted:?}");
			assert_eq!(usdc(&pool_account()), pool + r + p - m, "{wanted:?}");
		});
	}
}

#[test]
fn after_success_nothing_is_overdue_and_a_second_call_finds_nothing_to_do() {
	for (wanted, expected) in CASES {
		in_situation(wanted, || {
			let Some([m, r, _]) = expected else { return };
			assert_ok!(auto(A));
			assert!(m == 0 || r == 0, "{wanted:?}: borrows and repays at once");
			let after = found(A);
			assert!(after[0] <= after[1], "{wanted:?}");
			assert_eq!(auto(A), Ok((0, 0, 0)), "{wanted:?}");
			assert_eq!(found(A), after);
			enter_epoch(2);
			assert!(!LiquidityStaking::is_borrower_overdue(proxy_account(A)), "{wanted:?}");
			assert_eq!(LiquidityStaking::current_shortfall(), 0);
		});
	}
}

#[test]
fn the_preview_is_the_call_without_its_effects() {
	for (wanted, expected) in CASES {
		in_situation(wanted, || {
			let expected = expected.ok_or(Error::InsufficientFundsForRepayment.into());
			assert_eq!(preview(A), expected, "{wanted:?}");
		});
	}
}

#[test]
fn the_preview_has_the_errors_of_the_call() {
	ExtBuilder::default().build_and_execute(|| {
		let expect = |proxy, error: Error| {
			let error = DispatchError::from(error);
			assert_noop!(StarkProxy::auto_pay_or_borrow(owner(A), proxy), error);
			assert_eq!(preview(proxy), Err(error));
		};
		borrow(A, 400_000);
		request(&S2, 500_000);
		take(A, 200_001);
		assert_ok!(StarkProxy::set_staking_allowance(owner(A), A, Some(199_999)));
		// Each error hides the ones after it.
		expect(2, Error::ProxyNotFound);
		expect(A, Error::NotInBlackoutWindow);
		enter_blackout(0);
		expect(2, Error::ProxyNotFound);
		expect(A, Error::InsufficientFundsForRepayment);
		hold(A, 200_000);
		expect(A, Error::StakingAllowanceExceeded);
		assert_ok!(StarkProxy::set_staking_allowance(owner(A), A, Some(200_000)));
		assert_eq!(auto(A), Ok((0, 200_000, 0)));
	});
}

#[test]
fn every_part_that_happens_has_its_event_and_no_other_has_one() {
	for (wanted, expected) in CASES {
		in_situation(wanted, || {
			let [loan, _, _, owed] = wanted;
			let Some([m, r, p]) = expected else { return };
			assert_ok!(auto(A));
			let mut events = Vec::new();
			if r > 0 {
				let new_borrowed = loan - r;
				events.push(Event::RepaidBorrow { proxy: A, amount: r, new_borrowed, by_guardian: false });
			}
			if p > 0 {
				let new_debt = owed - p;
				events.push(Event::RepaidDebt { proxy: A, amount: p, new_debt, by_guardian: false });
			}
			if m > 0 {
				events.push(Event::Borrowed { proxy: A, amount: m, new_borrowed: loan + m });
			}
			events.push(auto_paid([m, r, p]));
			assert_eq!(proxy_events(), events, "{wanted:?}");
		});
	}
}

#[test]
fn the_events_come_in_the_order_of_the_payments() {
	in_situation([100, 60, 100, 100], || {
		assert_ok!(auto(A));
		assert_eq!(
			proxy_events(),
			[
				Event::RepaidBorrow { proxy: A, amount: 40, new_borrowed: 60, by_guardian: false },
				Event::RepaidDebt { proxy: A, amount: 60, new_debt: 40, by_guardian: false },
				Event::AutoPaid { proxy: A, borrowed: 0, repaid_borrow: 40, repaid_debt: 60 },
			]
		);
		assert_ok!(auto(A));
		assert_eq!(
			proxy_events(),
			[Event::AutoPaid { proxy: A, borrowed: 0, repaid_borrow: 0, repaid_debt: 0 }]
		);
	});
	in_situation([50, 60, 100, 100], || {
		assert_ok!(auto(A));
		assert_eq!(
			proxy_events(),
			[
				Event::RepaidDebt { proxy: A, amount: 100, new_debt: 0, by_guardian: false },
				Event::Borrowed { proxy: A, amount: 10, new_borrowed: 60 },
				Event::AutoPaid { proxy: A, borrowed: 10, repaid_borrow: 0, repaid_debt: 100 },
			]
		);
	});
}

#[test]
fn the_fee_depends_on_whether_anything_was_borrowed() {
	let cases = [
		([50, 60, 100, 100], TestWeights::auto_pay_and_borrow()),
		([0, 60, 0, 0], TestWeights::auto_pay_and_borrow()),
		([100, 60, 100, 100], TestWeights::auto_pay_and_repay()),
		([60, 60, 0, 0], TestWeights::auto_pay_and_repay()),
	];
	for (wanted, weight) in cases {
		in_situation(wanted, || {
			let info = StarkProxy::auto_pay_or_borrow(owner(A), A).expect("it works");
			assert_eq!(info.actual_weight, Some(weight), "{wanted:?}");
		});
	}
}
