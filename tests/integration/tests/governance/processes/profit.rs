//! Process 2: a borrower takes profits out while the loan stays on the exchange.

use super::reports;
use crate::attempts::*;
use frame_support::{assert_noop, assert_ok};
use pallet_stark_proxy::{types::ApprovedAmount, Call as ProxyCall, Event as ProxyEvent};
use pallet_timelock::TrackId;
use sp_runtime::DispatchResult;
use tidepool_integration_tests::{borrowers::*, common::*, council::*, exchange::*, production::*};
use tidepool_runtime::{Runtime, StarkProxy};

type Error = pallet_stark_proxy::Error<Runtime>;

fn withdraw(amount: u128) -> DispatchResult {
	let (proxy, recipient) = (A, owner(A));
	attempt(&owner(A), ProxyCall::<Runtime>::external_withdraw_token { proxy, recipient, amount })
}

/// The loan of 400,000 USDC works on the exchange; a trader has lost 50,000 to the borrower, who brings them home.
fn earn() {
	borrow(A, usdc(400_000));
	let place = registered(A, 1);
	move_to_exchange(A, place, usdc(400_000) as u64);
	let (key, position) = registered_to(&named("Dave"), 2);
	let quantized = usdc(50_000) as u64;
	let deposit = pallet_stark_exchange::Call::<Runtime>::deposit { key, position, q: quantized };
	assert_ok!(attempt(&named("Dave"), deposit));
	let profit = usdc(50_000) as i64;
	update(|batch| {
		batch.deposits.try_push((key, position, quantized)).expect("fits");
		batch.settlements = vec![(place.1, profit), (position, -profit)].try_into().expect("few");
	});
	move_from_exchange(A, place, quantized);
}

#[test]
fn a_borrower_takes_out_what_governance_approves() {
	with_production_pool(|| {
		earn();
		assert_eq!(StarkProxy::token_balance(A), usdc(50_000));
		assert_ok!(act(A, ProxyCall::allow_external_recipient { proxy: A, recipient: owner(A) }));
		assert_noop!(withdraw(1), Error::NoWithdrawableBalance);

		let valid_for = Some(28 * DAY);
		let approve =
			ProxyCall::<Runtime>::increase_approved_amount { proxy: A, amount: usdc(50_000), valid_for };
		let id = queue(TrackId::Short, approve);
		set_time(now() + 2 * DAY - 1);
		assert_noop!(withdraw(1), Error::NoWithdrawableBalance);
		set_time(now() + 1);
		assert_eq!(outcome(id), Ok(()));
		let last = now() + 28 * DAY;
		let (approved, expires_at) = (usdc(50_000), Some(last));
		assert_eq!(reports(), [ProxyEvent::ApprovedAmountUpdated { proxy: A, approved, expires_at }]);

		let before = usdc_of(&owner(A));
		assert_ok!(withdraw(usdc(30_000)));
		let event = |amount| ProxyEvent::ExternalWithdrewToken {
			proxy: A,
			recipient: owner(A),
			amount,
			from_approval: true,
		};
		assert_eq!(reports().last(), Some(&event(usdc(30_000))));
		assert_eq!(usdc_of(&owner(A)), before + usdc(30_000));

		// The last second of the approval, and the one after it. No debt, and not overdue.
		set_time(last);
		assert_ok!(withdraw(usdc(15_000)));
		assert_eq!(reports().last(), Some(&event(usdc(15_000))));
		set_time(last + 1);
		assert_noop!(withdraw(usdc(5_000)), Error::NoWithdrawableBalance);
		let expected = ApprovedAmount { usable: 0, stored: usdc(5_000), expires_at };
		assert_eq!(StarkProxy::approved_amount(A), expected);
		assert_eq!(usdc_of(&owner(A)), before + usdc(45_000));
		assert_eq!(StarkProxy::token_balance(A), usdc(5_000));
		assert_eq!(StarkProxy::borrowed_balance(A), usdc(400_000));
	});
}
