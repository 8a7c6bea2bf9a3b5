//! What the exchange forgets (specification, section 6.2): served trades by the chain's time, transfers by that of the
//! last batch.

use super::{common::*, *};
use crate::{UsedTrades, UsedTransfers, MAX_PRUNED};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use sp_core::H256;
use sp_runtime::DispatchError;
use tidepool_primitives::ForcedTradeArgs;

fn prune(ids: &[H256]) -> DispatchResult {
	StarkExchange::prune_used(signed(PAUPER), ids.to_vec().try_into().expect("not too many"))
}

/// A served trade that expires in a day. Returns its id.
fn served_trade(nonce: u64) -> H256 {
	let args = ForcedTradeArgs { nonce, ..trade(SECRET_A, SECRET_B) };
	let id = force_trade(ALICE, SECRET_B, &args);
	assert_ok!(batch().execute(id).submit());
	id
}

/// A transfer that was carried out and expires in a day. Returns its id.
fn carried_out() -> H256 {
	let order = order(SECRET_A, SECRET_B, 5);
	assert_ok!(batch().transfer(SECRET_A, order).submit());
	StarkExchange::transfer_id(order)
}

#[test]
fn a_trade_is_forgotten_once_the_chains_time_is_past_its_expiration() {
	two(|| {
		let id = served_trade(7);
		assert_eq!(UsedTrades::<Test>::get(id), Some(START + DAY));
		for passing in [0, DAY - 1, 1] {
			pass(passing);
			assert_noop!(prune(&[id]), Error::NotExpired);
		}
		assert_eq!(now(), START + DAY);
		pass(1);
		System::reset_events();
		assert_ok!(prune(&[id]));
		assert_eq!(all_events(), []);
		assert_eq!(UsedTrades::<Test>::iter().count(), 0);
	});
}

#[test]
fn a_transfer_is_forgotten_once_the_last_batch_is_past_its_expiration() {
	for (system_time, is_past) in [(START + DAY - 1, false), (START + DAY, false), (START + DAY + 1, true)] {
		two(|| {
			let id = carried_out();
			assert_eq!(UsedTransfers::<Test>::get(id), Some(START + DAY));
			// The chain is far ahead, which alone does not count: a late batch could carry it out again.
			pass(DAY + LAG - 2);
			assert_noop!(prune(&[id]), Error::NotExpired);
			assert_ok!(batch().system_time(system_time).submit());
			if is_past {
				assert_ok!(prune(&[id]));
				assert_eq!(UsedTransfers::<Test>::iter().count(), 0);
			} else {
				assert_noop!(prune(&[id]), Error::NotExpired);
			}
		});
	}
}

#[test]
fn a_forgotten_transfer_is_not_carried_out_again() {
	two(|| {
		let order = order(SECRET_A, SECRET_B, 5);
		let again = || batch().transfer(SECRET_A, order);
		assert_ok!(again().submit());
		pass(DAY);
		assert_noop!(again().submit(), Error::TransferReplayed);
		pass(1);
		assert_ok!(batch().submit());
		assert_ok!(prune(&[StarkExchange::transfer_id(order)]));
		assert_noop!(again().submit(), Error::TransferExpired);
		let late = again().system_time(START + DAY);
		assert_noop!(late.submit(), Error::SystemTimeOutOfRange);
	});
}

#[test]
fn all_of_the_ids_are_forgotten_or_none() {
	two(|| {
		let early = served_trade(7);
		let transfer = carried_out();
		pass(1);
		let late = served_trade(8);
		pass(DAY);
		assert_ok!(batch().submit());
		for ids in [[early, transfer, late], [late, transfer, early], [early, late, transfer]] {
			assert_noop!(prune(&ids), Error::NotExpired);
		}
		assert_ok!(prune(&[early, transfer]));
		assert!(!StarkExchange::is_trade_used(early) && !StarkExchange::is_transfer_used(transfer));
		assert!(StarkExchange::is_trade_used(late));
	});
}

#[test]
fn unknown_and_repeated_ids_do_no_harm() {
	two(|| {
		let id = served_trade(7);
		let open = force_withdrawal(ALICE, SECRET_A, 40);
		pass(DAY + 1);
		assert_ok!(prune(&[]));
		assert_ok!(prune(&[H256::zero(), open]));
		assert!(StarkExchange::is_trade_used(id) && StarkExchange::forced_request(open).is_some());
		assert_ok!(prune(&[id, H256::zero(), id]));
		assert!(!StarkExchange::is_trade_used(id));
	});
}

#[test]
fn an_open_trade_is_not_forgotten() {
	two(|| {
		let id = force_trade(ALICE, SECRET_B, &trade(SECRET_A, SECRET_B));
		pass(DAY + 1);
		assert_ok!(prune(&[id]));
		assert!(StarkExchange::forced_request(id).is_some());
		assert_ok!(batch().execute(id).submit());
		assert_ok!(prune(&[id]));
		assert_eq!((StarkExchange::forced_request(id), StarkExchange::is_trade_used(id)), (None, false));
	});
}

#[test]
fn as_many_as_a_call_names_are_forgotten_at_once() {
	two(|| {
		let ids: Vec<H256> = (0..MAX_PRUNED).map(|number| H256::from_low_u64_be(number.into())).collect();
		for id in &ids {
			UsedTrades::<Test>::insert(id, now());
			UsedTransfers::<Test>::insert(id, 0);
		}
		pass(1);
		assert_ok!(prune(&ids));
		assert_eq!((UsedTrades::<Test>::iter().count(), UsedTransfers::<Test>::iter().count()), (0, 0));
	});
}

#[test]
fn forgetting_goes_on_in_a_freeze() {
	two(|| {
		let id = served_trade(7);
		freeze_over(force_withdrawal(ALICE, SECRET_A, 40));
		assert_ok!(prune(&[id]));
		assert!(!StarkExchange::is_trade_used(id));
	});
}

#[test]
fn only_signed_origins_prune() {
	two(|| {
		for origin in unsigned_origins() {
			assert_noop!(StarkExchange::prune_used(origin, Default::default()), DispatchError::BadOrigin);
		}
	});
}
