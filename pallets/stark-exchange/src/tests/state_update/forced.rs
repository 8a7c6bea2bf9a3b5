//! Part 4: what becomes of forced requests.

use super::*;
use crate::UsedTrades;
use ForcedOutcome::{Executed, Rejected};
use RejectionReason::{InsufficientEquity, MarginRequirement, TradeNotExecutable};

const COUNTS: [u32; 5] = [0, 0, 0, 1, 0];
const OUTCOMES: [ForcedOutcome; 4] =
	[Executed, Rejected(InsufficientEquity), Rejected(MarginRequirement), Rejected(TradeNotExecutable)];

/// Bob takes so much of Alice's equity.
fn lose(q: i64) {
	assert_ok!(batch().settle(SECRET_A, -q).settle(SECRET_B, q).submit());
}

fn open_requests(secret: u64) -> u32 {
	StarkExchange::position(position(secret)).expect("is registered").open_forced
}

#[test]
fn a_withdrawal_that_is_covered_is_executed_or_rejected_for_the_margin() {
	let [executed, insufficient, margin, trade] = OUTCOMES;
	for (outcome, error, left) in [
		(executed, None, 60),
		(insufficient, Some(Error::RejectionNotJustified), 100),
		(margin, None, 100),
		(trade, Some(Error::InvalidOutcome), 100),
	] {
		with_equity(100, 50, || {
			let id = force_withdrawal(ALICE, SECRET_A, 40);
			let stays_open = error.is_some();
			match error {
				Some(error) => refuse(batch().serve(id, outcome), error),
				None => assert_eq!(apply(batch().serve(id, outcome)), [served(id, outcome), updated(COUNTS)]),
			}
			let equity = u64::try_from(left).unwrap();
			assert_eq!(totals(), [0, left + 50, 100 - left]);
			assert_eq!((equities(), credited(SECRET_A)), ((equity, 50), 100 - equity));
			assert_eq!(open_requests(SECRET_A), u32::from(stays_open));
			assert_eq!(StarkExchange::forced_request(id).is_some(), stays_open);
		});
	}
}

#[test]
fn a_withdrawal_that_is_not_covered_is_rejected() {
	let [executed, insufficient, margin, trade] = OUTCOMES;
	for (outcome, error) in [
		(executed, Some(Error::InsufficientEquity)),
		(insufficient, None),
		(margin, None),
		(trade, Some(Error::InvalidOutcome)),
	] {
		with_equity(100, 50, || {
			let id = force_withdrawal(ALICE, SECRET_A, 40);
			lose(61);
			let stays_open = error.is_some();
			match error {
				Some(error) => refuse(batch().serve(id, outcome), error),
				None => assert_eq!(apply(batch().serve(id, outcome)), [served(id, outcome), updated(COUNTS)]),
			}
			assert_eq!((equities(), totals()), ((39, 111), [0, 150, 0]));
			assert_eq!(open_requests(SECRET_A), u32::from(stays_open));
		});
	}
}

#[test]
fn the_equity_of_the_demand_itself_covers_it() {
	for (lost, covered) in [(59, true), (60, true), (61, false)] {
		with_equity(100, 50, || {
			let id = force_withdrawal(ALICE, SECRET_A, 40);
			lose(lost);
			if covered {
				refuse(batch().reject(id, InsufficientEquity), Error::RejectionNotJustified);
				apply(batch().execute(id));
				assert_eq!(credited(SECRET_A), 40);
			} else {
				refuse(batch().execute(id), Error::InsufficientEquity);
				apply(batch().reject(id, InsufficientEquity));
				assert_eq!(credited(SECRET_A), 0);
			}
		});
	}
}

#[test]
fn a_trade_is_executed_or_not_executable() {
	let [executed, insufficient, margin, not_executable] = OUTCOMES;
	for (outcome, is_valid) in
		[(executed, true), (insufficient, false), (margin, false), (not_executable, true)]
	{
		with_equity(100, 50, || {
			let args = trade(SECRET_A, SECRET_B);
			let id = force_trade(ALICE, SECRET_B, &args);
			if is_valid {
				assert_eq!(apply(batch().serve(id, outcome)), [served(id, outcome), updated(COUNTS)]);
			} else {
				refuse(batch().serve(id, outcome), Error::InvalidOutcome);
			}
			// Profit and loss of a trade are settlements.
			assert_eq!((equities(), totals()), ((100, 50), [0, 150, 0]));
			assert_eq!(open_requests(SECRET_A), u32::from(!is_valid));
			let remembered = UsedTrades::<Test>::get(id);
			assert_eq!(remembered, is_valid.then_some(args.submission_expiration));
		});
	}
}

#[test]
fn a_served_trade_is_not_demanded_again() {
	for outcome in [Executed, Rejected(TradeNotExecutable)] {
		with_equity(100, 50, || {
			let args = trade(SECRET_A, SECRET_B);
			let id = force_trade(ALICE, SECRET_B, &args);
			apply(batch().serve(id, outcome));
			let signature = sign_trade(SECRET_B, &args);
			let again = || StarkExchange::forced_trade_request(signed(ALICE), args, signature, false);
			assert_noop!(again(), Error::TradeReplayed);
			set_time(args.submission_expiration);
			assert_noop!(again(), Error::TradeReplayed);
		});
	}
}

#[test]
fn a_served_withdrawal_is_forgotten() {
	with_equity(100, 50, || {
		let id = force_withdrawal(ALICE, SECRET_A, 40);
		apply(batch().execute(id));
		assert_eq!(force_withdrawal(ALICE, SECRET_A, 40), id);
		apply(batch().execute(id));
		assert_eq!((equities(), credited(SECRET_A)), ((20, 50), 80));
	});
}

#[test]
fn only_open_requests_are_served_and_only_once() {
	with_equity(100, 50, || {
		let id = force_withdrawal(ALICE, SECRET_A, 40);
		for outcome in OUTCOMES {
			refuse(batch().serve(UNKNOWN, outcome), Error::RequestNotFound);
		}
		refuse(batch().execute(id).execute(id), Error::RequestNotFound);
		refuse(batch().execute(id).reject(id, MarginRequirement), Error::RequestNotFound);
		apply(batch().execute(id));
		refuse(batch().execute(id), Error::RequestNotFound);
		assert_eq!(credited(SECRET_A), 40);
	});
}

#[test]
fn each_request_starts_from_what_the_one_before_left() {
	with_equity(100, 50, || {
		let [large, small] = [90, 40].map(|q| force_withdrawal(ALICE, SECRET_A, q));
		refuse(batch().execute(large).execute(small), Error::InsufficientEquity);
		refuse(batch().execute(small).execute(large), Error::InsufficientEquity);
		refuse(batch().reject(small, InsufficientEquity).execute(large), Error::RejectionNotJustified);
		let events = apply(batch().execute(large).reject(small, InsufficientEquity));
		assert_eq!(
			events,
			[served(large, Executed), served(small, Rejected(InsufficientEquity)), updated([0, 0, 0, 2, 0])]
		);
		assert_eq!((equity(SECRET_A), credited(SECRET_A), open_requests(SECRET_A)), (10, 90, 0));
	});
}

#[test]
fn only_the_position_of_the_request_has_one_less_open() {
	with_equity(100, 50, || {
		let mine = force_withdrawal(ALICE, SECRET_A, 40);
		let trade = force_trade(ALICE, SECRET_B, &trade(SECRET_A, SECRET_B));
		let other = force_withdrawal(BOB, SECRET_B, 40);
		assert_eq!((open_requests(SECRET_A), open_requests(SECRET_B)), (2, 1));
		apply(batch().execute(trade));
		assert_eq!((open_requests(SECRET_A), open_requests(SECRET_B)), (1, 1));
		apply(batch().execute(mine));
		assert_eq!((open_requests(SECRET_A), open_requests(SECRET_B)), (0, 1));
		apply(batch().execute(other));
		assert_eq!((open_requests(SECRET_A), open_requests(SECRET_B)), (0, 0));
	});
}

#[test]
fn a_request_is_served_late_as_long_as_nobody_freezes() {
	with_equity(100, 50, || {
		let withdrawal = force_withdrawal(ALICE, SECRET_A, 40);
		let args = trade(SECRET_A, SECRET_B);
		let trade = force_trade(ALICE, SECRET_B, &args);
		pass(GRACE + 1);
		assert!(now() > args.submission_expiration);
		apply(batch().execute(withdrawal).execute(trade));
		for id in [withdrawal, trade] {
			let freeze = StarkExchange::freeze_request(signed(PAUPER), id);
			assert_eq!(freeze, Err(Error::RequestNotFound.into()));
		}
	});
}

#[test]
fn pending_withdrawals_stay_within_64_bits() {
	with_equity(u64::MAX - 1, 0, || {
		apply(batch().withdrawal(SECRET_A, u64::MAX - 1));
		raise(ALICE, SECRET_A, 3);
		let [one, two] = [1, 2].map(|q| force_withdrawal(ALICE, SECRET_A, q));
		refuse(batch().execute(two), Error::QuantizationOverflow);
		apply(batch().execute(one));
		assert_eq!((credited(SECRET_A), equity(SECRET_A)), (u64::MAX, 2));
		refuse(batch().execute(two), Error::QuantizationOverflow);
		// Anybody can make room, so the request can be served in time.
		assert_eq!(withdraw(SECRET_A), u64::MAX.into());
		apply(batch().execute(two));
		assert_eq!((credited(SECRET_A), equity(SECRET_A)), (2, 0));
	});
}

#[test]
fn requests_of_restricted_accounts_are_served_like_others() {
	with_equity(100, 50, || {
		join(PROXY, SECRET_P, 70);
		let withdrawal = force_withdrawal(PROXY, SECRET_P, 70);
		let trade = force_trade(PROXY, SECRET_B, &trade(SECRET_P, SECRET_B));
		apply(batch().execute(trade).execute(withdrawal));
		assert_eq!((equity(SECRET_P), credited(SECRET_P)), (0, 70));
		assert_eq!(withdraw(SECRET_P), 70);
	});
}
