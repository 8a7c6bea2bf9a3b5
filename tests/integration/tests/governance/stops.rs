//! Decisions that are stopped, and decisions of several parts.

use crate::{attempts::*, bypasses::powers::*};
use frame_support::{assert_noop, assert_ok};
use pallet_stark_proxy::{types::Role, Call as ProxyCall, Event as ProxyEvent};
use pallet_timelock::{Call as TimelockCall, Event as TimelockEvent, TrackId};
use tidepool_integration_tests::{borrowers::*, common::*, council::*, exchange::*, production::*};
use tidepool_runtime::{
	configs::timelock::LongAccount, Runtime, RuntimeCall, RuntimeEvent, StarkProxy, System, Timelock,
};

type ProxyError = pallet_stark_proxy::Error<Runtime>;
type TimelockError = pallet_timelock::Error<Runtime>;

fn repay_all(proxy: u32) -> RuntimeCall {
	ProxyCall::<Runtime>::guardian_repay_borrow { proxy, max_amount: u128::MAX }.into()
}

fn is_restricted() -> bool {
	StarkProxy::is_borrowing_restricted(A)
}

#[test]
fn a_batch_of_restriction_and_repayment_happens_as_a_whole() {
	with_production_pool(|| {
		borrow(A, usdc(400_000));
		let id = queue(TrackId::Short, batch_all(vec![restrict(A), repay_all(A)]));
		set_time(now() + 2 * DAY);
		assert_eq!(outcome(id), Ok(()));
		let events: Vec<_> = System::events()
			.into_iter()
			.filter_map(|record| match record.event {
				RuntimeEvent::StarkProxy(event) => Some(event),
				_ => None,
			})
			.collect();
		let restricted =
			ProxyEvent::BorrowingRestrictionChanged { proxy: A, restricted: true, emergency: false };
		let repaid =
			ProxyEvent::RepaidBorrow { proxy: A, amount: usdc(400_000), new_borrowed: 0, by_guardian: true };
		assert_eq!(events, [restricted, repaid]);
		assert!(is_restricted());
		assert_eq!((StarkProxy::token_balance(A), StarkProxy::borrowed_balance(A)), (0, 0));
	});
}

/// T9: what the borrower moves meanwhile changes the amount only.
#[test]
fn a_unit_that_the_borrower_moves_does_not_stop_the_batch() {
	with_production_pool(|| {
		borrow(A, usdc(400_000));
		let place = registered(A, 1);
		let id = queue(TrackId::Short, batch_all(vec![restrict(A), repay_all(A)]));
		move_to_exchange(A, place, 1);
		set_time(now() + 2 * DAY);
		assert_eq!(outcome(id), Ok(()));
		assert_eq!((StarkProxy::token_balance(A), StarkProxy::borrowed_balance(A)), (0, 1));
	});
}

/// All or nothing has two sides: a borrower who empties the proxy (T27) stops the restriction, too. What must happen in
/// any case belongs in an operation of its own.
#[test]
fn a_batch_with_a_part_that_fails_changes_nothing() {
	with_production_pool(|| {
		borrow(A, usdc(400_000));
		let place = registered(A, 1);
		let together = queue(TrackId::Short, batch_all(vec![restrict(A), repay_all(A)]));
		let alone = queue(TrackId::Short, restrict(A));
		move_to_exchange(A, place, usdc(400_000) as u64);
		set_time(now() + 2 * DAY);
		assert_operation_refused(together, ProxyError::NothingToRepay);
		assert!(!is_restricted());
		assert_eq!(outcome(alone), Ok(()));
		assert!(is_restricted());
		// The batch is still there when there is something to repay again.
		move_from_exchange(A, place, usdc(400_000) as u64);
		assert_eq!(outcome(together), Ok(()));
		assert_eq!(StarkProxy::borrowed_balance(A), 0);
	});
}

#[test]
fn a_majority_cancels_what_two_thirds_queued() {
	with_production_pool(|| {
		let wrong = ProxyCall::<Runtime>::recover_ownership { proxy: A, new_owner: named("Ferdie") };
		let id = queue(TrackId::Long, wrong);
		let before = StarkProxy::role_members(A, Role::Owner);
		set_time(now() + 7 * DAY);
		let cancel = RuntimeCall::from(TimelockCall::<Runtime>::cancel { id });
		assert_eq!(carry(&cancel, 2), Err(sp_runtime::DispatchError::BadOrigin));
		assert_ok!(carry(&cancel, 3));
		System::assert_has_event(TimelockEvent::<Runtime>::Cancelled { id }.into());
		assert_noop!(execute(id), TimelockError::OperationNotFound);
		assert_eq!(StarkProxy::role_members(A, Role::Owner), before);
	});
}

#[test]
fn nobody_else_cancels() {
	with_production_pool(|| {
		let id = queue(TrackId::Long, grant(Role::Guardian, LongAccount::get()));
		for caller in everybody_but(&[Caller::Council]) {
			assert_refused(
				caller,
				TimelockCall::<Runtime>::cancel { id },
				sp_runtime::DispatchError::BadOrigin,
			);
		}
		assert_ok!(cancel(id));
	});
}

/// Decided, queued and carried out in the block in which the trade was queued.
#[test]
fn a_veto_acts_in_the_same_block() {
	with_production_pool(|| {
		let place = registered(A, 1);
		let trader = registered_to(&named("Dave"), 2);
		let block = System::block_number();
		let args = trade(place, trader, now() + 30 * DAY);
		assert_ok!(act(A, ProxyCall::queue_forced_trade_request { proxy: A, args }));
		let args_hash = StarkProxy::forced_trade_args_hash(A, args);
		let id = queue(TrackId::Instant, veto(A, args_hash));
		assert_eq!(outcome(id), Ok(()));
		System::assert_has_event(ProxyEvent::<Runtime>::ForcedTradeVetoed { proxy: A, args_hash }.into());
		assert_eq!(System::block_number(), block);
		assert!(StarkProxy::queued_forced_trade(A, args_hash).is_none());
		assert!(Timelock::operation(id).is_none());
	});
}
