//! What the council decides: at once where that only stops something.

use super::*;
use crate::{attempts::*, bypasses::powers::*};
use frame_support::{assert_noop, assert_ok};
use pallet_stark_proxy::{types::Role, Call as ProxyCall};
use pallet_timelock::TrackId;
use sp_core::H256;
use tidepool_integration_tests::{council::*, exchange::*};
use tidepool_runtime::System;

#[test]
fn a_veto_takes_no_time() {
	with_production_pool(|| {
		let place = registered(A, 1);
		let args = trade(place, registered_to(&named("Dave"), 2), now() + 60 * DAY);
		assert_ok!(act(A, ProxyCall::queue_forced_trade_request { proxy: A, args }));
		let args_hash = StarkProxy::forced_trade_args_hash(A, args);
		let before = (now(), System::block_number());
		without_moving_money_out(|| {
			let id = queue(TrackId::Instant, veto(A, args_hash));
			assert_eq!(outcome(id), Ok(()));
		});
		assert_eq!((now(), System::block_number()), before);
		assert!(StarkProxy::queued_forced_trade(A, args_hash).is_none());
	});
}

#[test]
fn cancelling_takes_no_time() {
	with_production_pool(|| {
		borrow(A, usdc(400_000));
		let recover = ProxyCall::<Runtime>::recover_ownership { proxy: A, new_owner: named("Ferdie") };
		let approve = ProxyCall::<Runtime>::increase_approved_amount { proxy: A, amount: 1, valid_for: None };
		let wrong = [queue(TrackId::Long, recover), queue(TrackId::Short, approve)];
		let before = (now(), System::block_number());
		without_moving_money_out(|| {
			for id in wrong {
				assert_ok!(cancel(id));
			}
		});
		assert_eq!((now(), System::block_number()), before);
		set_time(now() + 7 * DAY);
		for id in wrong {
			assert_noop!(execute(id), pallet_timelock::Error::<Runtime>::OperationNotFound);
		}
		assert_eq!(StarkProxy::role_members(A, Role::Owner), [owner(A)]);
		assert_eq!(StarkProxy::approved_amount(A).stored, 0);
	});
}

#[test]
fn new_code_is_authorized_after_seven_days() {
	with_production_pool(|| {
		let code_hash = H256::repeat_byte(7);
		let authorize = frame_system::Call::<Runtime>::authorize_upgrade { code_hash };
		without_moving_money_out(|| {
			let id = queue(TrackId::Long, authorize);
			set_time(now() + 7 * DAY - 1);
			assert_noop!(execute(id), pallet_timelock::Error::<Runtime>::TooEarly);
			assert!(System::authorized_upgrade().is_none());
			set_time(now() + 1);
			assert_eq!(outcome(id), Ok(()));
		});
		let authorized = System::authorized_upgrade().expect("authorized");
		assert_eq!(*authorized.code_hash(), code_hash);
	});
}
