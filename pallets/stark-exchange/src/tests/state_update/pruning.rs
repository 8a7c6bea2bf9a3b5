//! Nothing can be replayed because it was forgotten: trades and transfers go by clocks of their own (specification,
//! section 6.2).

use super::*;
use crate::{messages::transfer_id, UsedTrades, UsedTransfers};
use tidepool_primitives::Seconds;

const EXPIRATION: Seconds = START + DAY;

/// What comes of pruning by somebody, as an extrinsic.
fn prune(ids: &[H256]) -> DispatchResult {
	let call = Call::prune_used { ids: ids.to_vec().try_into().expect("has room") };
	let result = RuntimeCall::from(call).dispatch(signed(PAUPER));
	result.map(|_| ()).map_err(|failure| failure.error)
}

/// A served trade and a transfer, both with [`EXPIRATION`]. Passes their ids on, and the transfer.
fn with_used(test: impl FnOnce(H256, H256, TransferOrder)) {
	with_equity(100, 50, || {
		let args = trade(SECRET_A, SECRET_B);
		let (trade, order) = (force_trade(ALICE, SECRET_B, &args), order(SECRET_A, SECRET_B, 30));
		apply(batch().transfer(SECRET_A, order).execute(trade));
		let (trade_expiration, transfer) = (args.submission_expiration, transfer_id(&order));
		assert_eq!((trade_expiration, order.expiration), (EXPIRATION, EXPIRATION));
		test(trade, transfer, order);
	});
}

fn remembered() -> (usize, usize) {
	(UsedTrades::<Test>::iter().count(), UsedTransfers::<Test>::iter().count())
}

#[test]
fn no_trade_is_forgotten_because_batches_are_ahead_of_the_chain() {
	with_used(|trade, _, _| {
		set_time(EXPIRATION - 1);
		apply(batch().system_time(EXPIRATION + 1));
		for now in [EXPIRATION - 1, EXPIRATION] {
			set_time(now);
			assert_noop!(prune(&[trade]), Error::NotExpired);
		}
		set_time(EXPIRATION + 1);
		assert_ok!(prune(&[trade]));
		assert_eq!(remembered(), (0, 1));
	});
}

#[test]
fn a_transfer_cannot_be_carried_out_again_before_or_after_it_is_forgotten() {
	with_used(|_, transfer, order| {
		// By the time of the chain it has expired, but a batch may lag.
		set_time(EXPIRATION + 5 * DAY);
		for time in [EXPIRATION - 1, EXPIRATION] {
			assert_noop!(prune(&[transfer]), Error::NotExpired);
			let again = batch().system_time(time).transfer(SECRET_A, order);
			refuse(again, Error::TransferReplayed);
		}
		apply(batch().system_time(EXPIRATION + 1));
		assert_ok!(prune(&[transfer]));
		// No later batch can be early enough.
		let again = |time| batch().system_time(time).transfer(SECRET_A, order);
		refuse(again(EXPIRATION), Error::SystemTimeOutOfRange);
		refuse(again(EXPIRATION + 1), Error::TransferExpired);
		assert_eq!(equities(), (70, 80));
	});
}

#[test]
fn a_trade_cannot_be_demanded_again_after_it_is_forgotten() {
	with_equity(100, 50, || {
		let args = trade(SECRET_A, SECRET_B);
		let id = force_trade(ALICE, SECRET_B, &args);
		apply(batch().execute(id));
		let signature = sign_trade(SECRET_B, &args);
		let again = || StarkExchange::forced_trade_request(signed(ALICE), args, signature, false);
		set_time(EXPIRATION);
		assert_noop!(again(), Error::TradeReplayed);
		pass(1);
		assert_ok!(prune(&[id]));
		assert_noop!(again(), Error::TradeExpired);
	});
}

#[test]
fn nothing_is_forgotten_unless_everything_listed_has_expired() {
	with_used(|trade, transfer, _| {
		set_time(EXPIRATION + 1);
		assert_noop!(prune(&[trade, transfer]), Error::NotExpired);
		assert_noop!(prune(&[transfer, trade]), Error::NotExpired);
		apply(batch());
		assert_ok!(prune(&[transfer, trade]));
		assert_eq!(remembered(), (0, 0));
		assert_eq!(exchange_events(), []);
	});
}
