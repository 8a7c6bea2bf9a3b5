//! The end of a freeze and what cannot freeze again (specification, sections 6.2 and 6.4; acceptance scenario i).

use super::{common::*, *};
use crate::{
	types::{ExchangeState, RejectionReason},
	LastUnfreezeAllowedAt,
};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use sp_core::H256;
use sp_runtime::DispatchError;

fn call() -> DispatchResult {
	StarkExchange::unfreeze(signed(UNFREEZER))
}

fn freeze(id: H256) -> DispatchResult {
	StarkExchange::freeze_request(signed(PAUPER), id)
}

/// Acceptance scenario i.
#[test]
fn a_freeze_ends_after_a_year_and_the_old_request_is_stale() {
	for late in [0, 1, 1_000 * DAY] {
		frozen(|id| {
			pass(UNFREEZE_DELAY - 1);
			assert_noop!(call(), Error::UnfreezeTooEarly);
			pass(1 + late);
			assert_ok!(call());
			assert_eq!((StarkExchange::is_frozen(), StarkExchange::freeze()), (false, None));
			assert_noop!(freeze(id), Error::StaleRequest);
			assert_noop!(call(), Error::NotFrozen);
			assert!(StarkExchange::forced_request(id).is_some());
		});
	}
}

#[test]
fn the_state_root_changes_and_everything_else_stays() {
	frozen(|_| {
		let (before, totals) = (StarkExchange::last_state(), StarkExchange::totals());
		let allowed_at = LastUnfreezeAllowedAt::<Test>::get();
		pass(UNFREEZE_DELAY);
		assert_ok!(call());
		let state_root = id_of("unfrozen", before.state_root);
		assert_eq!(all_events(), [ours(Event::ExchangeUnfrozen { state_root })]);
		assert_eq!(StarkExchange::last_state(), ExchangeState { state_root, ..before });
		assert_eq!(StarkExchange::totals(), totals);
		assert_eq!(LastUnfreezeAllowedAt::<Test>::get(), allowed_at);
		let old = batch().previous_root(before.state_root);
		assert_noop!(old.submit(), Error::WrongStateRoot);
		assert_ok!(batch().submit());
		assert_eq!(StarkExchange::last_state().batch_id, before.batch_id + 1);
	});
}

#[test]
fn the_checks_have_an_order() {
	two(|| {
		assert_noop!(StarkExchange::unfreeze(signed(ALICE)), DispatchError::BadOrigin);
		assert_noop!(call(), Error::NotFrozen);
	});
	frozen(|_| {
		assert_noop!(StarkExchange::unfreeze(signed(ALICE)), DispatchError::BadOrigin);
		assert_noop!(call(), Error::UnfreezeTooEarly);
	});
}

#[test]
fn only_one_origin_ends_a_freeze() {
	frozen(|_| {
		pass(UNFREEZE_DELAY);
		for origin in [ALICE, OPERATOR, ADMIN, EMERGENCY].map(signed).into_iter().chain(unsigned_origins()) {
			assert_noop!(StarkExchange::unfreeze(origin), DispatchError::BadOrigin);
		}
		assert_ok!(call());
	});
}

/// A request that was made in the second of the freeze comes due `GRACE` after it. With a delay that is as long, that
/// is exactly when the freeze may end.
#[test]
fn a_request_that_came_due_by_the_end_of_the_freeze_is_stale_and_a_later_one_is_not() {
	for (delay, is_stale) in [(GRACE + 1, true), (GRACE, true), (GRACE - 1, false)] {
		ExtBuilder::default().unfreeze_delay(delay).build_and_execute(|| {
			fund(ALICE, SECRET_A, 100);
			let first = force_withdrawal(ALICE, SECRET_A, 40);
			pass(GRACE);
			let second = force_withdrawal(ALICE, SECRET_A, 41);
			assert_ok!(freeze(first));
			pass(delay);
			assert_ok!(call());
			set_time(START + 3 * GRACE);
			assert_noop!(freeze(first), Error::StaleRequest);
			if is_stale {
				assert_noop!(freeze(second), Error::StaleRequest);
			} else {
				assert_ok!(freeze(second));
			}
		});
	}
}

#[test]
fn what_counts_is_when_the_freeze_could_end_and_not_when_it_did() {
	frozen(|_| {
		pass(10 * UNFREEZE_DELAY);
		let earliest = LastUnfreezeAllowedAt::<Test>::get();
		assert_eq!(earliest, START + GRACE + UNFREEZE_DELAY);
		assert_ok!(call());
		// A request of now comes due long after that.
		freeze_over(force_withdrawal(ALICE, SECRET_A, 1));
		assert_eq!(LastUnfreezeAllowedAt::<Test>::get(), now() + UNFREEZE_DELAY);
	});
}

#[test]
fn a_new_request_can_freeze_again() {
	frozen(|old| {
		unfreeze();
		let new = force_withdrawal(ALICE, SECRET_A, 41);
		pass(GRACE - 1);
		assert_noop!(freeze(new), Error::RequestStillPending);
		pass(1);
		assert_noop!(freeze(old), Error::StaleRequest);
		assert_ok!(freeze(new));
		assert_noop!(call(), Error::UnfreezeTooEarly);
		unfreeze();
		for id in [old, new] {
			assert_noop!(freeze(id), Error::StaleRequest);
		}
	});
}

#[test]
fn stale_requests_can_still_be_served() {
	frozen(|id| {
		unfreeze();
		let later = force_trade(ALICE, SECRET_B, &trade(SECRET_A, SECRET_B));
		freeze_over(later);
		unfreeze();
		assert_noop!(freeze(later), Error::StaleRequest);
		assert_ok!(batch().execute(id).reject(later, RejectionReason::TradeNotExecutable).submit());
		assert_eq!(StarkExchange::position(1).unwrap().open_forced, 0);
		assert_eq!(withdraw(SECRET_A), 40);
		assert_eq!(force_withdrawal(ALICE, SECRET_A, 40), id);
	});
}

#[test]
fn stale_requests_count_for_their_position_until_they_are_served() {
	two(|| {
		let ids: Vec<H256> =
			(1..=MAX_OPEN_FORCED).map(|q| force_withdrawal(ALICE, SECRET_A, q.into())).collect();
		freeze_over(ids[0]);
		unfreeze();
		next_block();
		let demand = || StarkExchange::forced_withdrawal_request(signed(ALICE), key(SECRET_A), 1, 50);
		assert_noop!(demand(), Error::TooManyOpenRequests);
		assert_noop!(freeze(ids[1]), Error::StaleRequest);
		assert_ok!(batch().execute(ids[1]).submit());
		assert_ok!(demand());
	});
}
