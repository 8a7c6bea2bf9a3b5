//! The freeze (specification, section 6.2; acceptance scenario g). Its end is in `unfreeze`.

use super::{common::*, *};
use crate::{
	types::{Freeze, RejectionReason},
	Frozen, LastUnfreezeAllowedAt,
};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use sp_core::H256;
use sp_runtime::DispatchError;

fn call(id: H256) -> DispatchResult {
	StarkExchange::freeze_request(signed(PAUPER), id)
}

#[test]
fn anybody_freezes_from_the_deadline_of_an_open_request_on() {
	for late in [0, 1, 1_000 * DAY] {
		two(|| {
			let id = force_withdrawal(ALICE, SECRET_A, 40);
			pass(GRACE - 1);
			assert_noop!(call(id), Error::RequestStillPending);
			assert!(!StarkExchange::is_frozen());
			pass(1 + late);
			System::reset_events();
			assert_ok!(call(id));
			assert_eq!(all_events(), [ours(Event::ExchangeFrozen { id, by: PAUPER })]);
			let unfreeze_allowed_at = now() + UNFREEZE_DELAY;
			let freeze = Freeze { frozen_at: START + GRACE + late, unfreeze_allowed_at };
			assert_eq!(StarkExchange::freeze(), Some(freeze));
			assert_eq!(LastUnfreezeAllowedAt::<Test>::get(), unfreeze_allowed_at);
			assert!(StarkExchange::is_frozen());
			// The request stays open and the balances stay.
			assert!(StarkExchange::forced_request(id).is_some());
			assert_eq!((equity(SECRET_A), equity(SECRET_B)), (100, 50));
		});
	}
}

#[test]
fn a_trade_that_is_not_served_freezes_too() {
	two(|| {
		let id = force_trade(ALICE, SECRET_B, &trade(SECRET_A, SECRET_B));
		pass(GRACE - 1);
		assert_noop!(call(id), Error::RequestStillPending);
		pass(1);
		assert_ok!(call(id));
		assert!(StarkExchange::is_frozen());
	});
}

#[test]
fn each_request_has_its_own_deadline() {
	two(|| {
		let early = force_withdrawal(ALICE, SECRET_A, 40);
		pass(1);
		let late = force_withdrawal(ALICE, SECRET_A, 41);
		pass(GRACE - 1);
		assert_noop!(call(late), Error::RequestStillPending);
		assert_ok!(call(early));
	});
}

#[test]
fn the_checks_have_an_order() {
	two(|| {
		assert_noop!(call(H256::zero()), Error::RequestNotFound);
		let id = force_withdrawal(ALICE, SECRET_A, 40);
		LastUnfreezeAllowedAt::<Test>::put(START + GRACE);
		assert_noop!(call(id), Error::RequestStillPending);
		pass(GRACE);
		assert_noop!(call(id), Error::StaleRequest);
		LastUnfreezeAllowedAt::<Test>::put(START + GRACE - 1);
		assert_ok!(call(id));
		assert_noop!(call(id), Error::Frozen);
		assert_noop!(call(H256::zero()), Error::Frozen);
	});
}

#[test]
fn a_served_request_does_not_freeze() {
	two(|| {
		let executed = force_withdrawal(ALICE, SECRET_A, 40);
		let rejected = force_withdrawal(ALICE, SECRET_A, 41);
		let open = force_withdrawal(ALICE, SECRET_A, 42);
		let outcomes = batch().execute(executed).reject(rejected, RejectionReason::MarginRequirement);
		assert_ok!(outcomes.submit());
		pass(GRACE);
		for id in [executed, rejected] {
			assert_noop!(call(id), Error::RequestNotFound);
		}
		assert_ok!(call(open));
	});
}

#[test]
fn the_operator_may_serve_after_the_deadline_until_somebody_freezes() {
	two(|| {
		let id = force_withdrawal(ALICE, SECRET_A, 40);
		pass(GRACE + DAY);
		assert_ok!(batch().execute(id).submit());
		assert_noop!(call(id), Error::RequestNotFound);
		assert_eq!(credited(SECRET_A), 40);
	});
}

#[test]
fn a_request_freezes_even_if_its_equity_has_gone() {
	two(|| {
		let id = force_withdrawal(ALICE, SECRET_A, 40);
		assert_ok!(batch().settle(SECRET_A, -100).settle(SECRET_B, 100).submit());
		freeze_over(id);
		assert_noop!(StarkExchange::escape(signed(ALICE), 1), Error::NothingToEscape);
	});
}

#[test]
fn without_an_operator_users_still_get_out() {
	two(|| {
		assert_ok!(StarkExchange::unregister_operator(signed(EMERGENCY), OPERATOR));
		freeze_over(force_withdrawal(ALICE, SECRET_A, 40));
		escape(SECRET_A);
		assert_eq!(withdraw(SECRET_A), 100);
	});
}

#[test]
fn a_frozen_exchange_takes_nothing_in_and_changes_no_state() {
	frozen(|id| {
		assert_noop!(StarkExchange::deposit(signed(ALICE), key(SECRET_A), 1, 1), Error::Frozen);
		let demand = StarkExchange::forced_withdrawal_request(signed(ALICE), key(SECRET_A), 1, 1);
		assert_noop!(demand, Error::Frozen);
		let args = trade(SECRET_A, SECRET_B);
		let signature = sign_trade(SECRET_B, &args);
		let demand = StarkExchange::forced_trade_request(signed(ALICE), args, signature, false);
		assert_noop!(demand, Error::Frozen);
		assert_noop!(call(id), Error::Frozen);
		// Neither a sign of life nor the late service of the request.
		assert_noop!(batch().submit(), Error::Frozen);
		assert_noop!(batch().execute(id).submit(), Error::Frozen);
	});
}

#[test]
fn a_freeze_lasts_until_it_is_ended() {
	frozen(|_| {
		pass(10 * UNFREEZE_DELAY);
		next_block();
		assert!(Frozen::<Test>::exists());
		assert_noop!(StarkExchange::deposit(signed(ALICE), key(SECRET_A), 1, 1), Error::Frozen);
	});
}

#[test]
fn only_signed_origins_freeze() {
	two(|| {
		let id = force_withdrawal(ALICE, SECRET_A, 40);
		pass(GRACE);
		for origin in unsigned_origins() {
			assert_noop!(StarkExchange::freeze_request(origin, id), DispatchError::BadOrigin);
		}
	});
}
