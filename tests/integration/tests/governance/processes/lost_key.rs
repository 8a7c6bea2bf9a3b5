//! Process 5: the owner's key is lost or stolen.

use super::reports;
use crate::{attempts::*, bypasses::powers::trade};
use frame_support::{assert_noop, assert_ok};
use pallet_stark_proxy::{types::Role, Call as ProxyCall, Event as ProxyEvent};
use pallet_timelock::TrackId;
use tidepool_integration_tests::{borrowers::*, common::*, council::*, exchange::*, production::*};
use tidepool_runtime::{
	configs::timelock::{InstantAccount, ShortAccount},
	AccountId, Runtime, StarkProxy,
};

type Error = pallet_stark_proxy::Error<Runtime>;

fn new_owner() -> AccountId {
	named("Candidate")
}

/// What each role of the borrower lets its holder do.
fn a_call_of_each_role(place: Place) -> Vec<ProxyCall<Runtime>> {
	let proxy = A;
	vec![
		ProxyCall::set_staking_allowance { proxy, limit: None },
		ProxyCall::grant_role { proxy, role: Role::Borrower, account: new_owner() },
		ProxyCall::repay_borrow { proxy, amount: 1 },
		ProxyCall::deposit_to_exchange { proxy, key: place.0, position: place.1, quantized_amount: 1 },
		ProxyCall::external_withdraw_token { proxy, recipient: owner(A), amount: 1 },
	]
}

#[test]
fn the_long_track_gives_the_proxy_to_a_new_owner() {
	with_production_pool(|| {
		borrow(A, usdc(400_000));
		let place = registered(A, 1);
		let approve =
			ProxyCall::<Runtime>::increase_approved_amount { proxy: A, amount: usdc(10), valid_for: None };
		govern(TrackId::Short, approve);

		// The thief prepares the way out.
		let recover = ProxyCall::<Runtime>::recover_ownership { proxy: A, new_owner: new_owner() };
		let id = queue(TrackId::Long, recover);
		assert_ok!(act(A, ProxyCall::allow_external_recipient { proxy: A, recipient: named("Dave") }));
		let args = trade(place, registered_to(&named("Dave"), 2), now() + 60 * DAY);
		assert_ok!(act(A, ProxyCall::queue_forced_trade_request { proxy: A, args }));
		let (proxy, role) = (A, Role::Borrower);
		assert_ok!(act(A, ProxyCall::grant_role { proxy, role, account: named("Eve") }));

		// The trade could be forced in the second in which the recovery is due, but not before.
		set_time(now() + 7 * DAY - 1);
		assert_noop!(execute(id), pallet_timelock::Error::<Runtime>::TooEarly);
		let signature = consent(2, args);
		assert_noop!(
			act(A, ProxyCall::forced_trade_request { proxy: A, args, signature }),
			Error::ForcedTradeWaiting
		);
		set_time(now() + 1);
		assert_eq!(outcome(id), Ok(()));

		let reports = reports();
		assert_eq!(reports[0], ProxyEvent::OwnershipRecovered { proxy, new_owner: new_owner() });
		let revoked = |role, account| ProxyEvent::RoleRevoked { proxy, role, account, by: None };
		let granted = |role| ProxyEvent::RoleGranted { proxy, role, account: new_owner(), by: None };
		for role in Role::OF_BORROWER {
			assert!(reports.contains(&revoked(role, owner(A))) && reports.contains(&granted(role)));
			assert_eq!(StarkProxy::role_members(A, role), [new_owner()]);
		}
		assert!(reports.contains(&revoked(Role::Borrower, named("Eve"))));
		assert_eq!(reports.len(), 1 + 6 + 5);

		// Nothing of the thief's is left, everything of governance is.
		let info = StarkProxy::proxy_info(A).expect("exists");
		assert_eq!((info.recipients, info.queued_trades, info.stark_keys), (0, 0, 1));
		assert_eq!((info.approved_amount, info.approval_expires_at), (0, None));
		assert_eq!(StarkProxy::role_members(A, Role::Guardian), [ShortAccount::get()]);
		assert_eq!(StarkProxy::role_members(A, Role::VetoGuardian), [InstantAccount::get()]);
		for call in a_call_of_each_role(place) {
			assert_noop!(act(A, call), Error::MissingRole);
		}

		// The new owner brings the loan home to the last unit.
		let repay = ProxyCall::<Runtime>::repay_borrow { proxy, amount: usdc(400_000) };
		assert_ok!(attempt(&new_owner(), repay));
		assert_eq!((StarkProxy::token_balance(A), StarkProxy::borrowed_and_debt_balance(A)), (0, 0));
	});
}
