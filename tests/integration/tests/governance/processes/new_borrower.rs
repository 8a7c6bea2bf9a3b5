//! Process 1: a candidate becomes a borrower.

use super::reports;
use crate::attempts::*;
use frame_support::{assert_noop, assert_ok, traits::fungible::Inspect};
use pallet_liquidity_staking::{Call as PoolCall, Event as PoolEvent};
use pallet_stark_proxy::{types::Role, Call as ProxyCall, Event as ProxyEvent};
use pallet_timelock::{Call as TimelockCall, TrackId};
use tidepool_integration_tests::{borrowers::*, common::*, council::*, exchange::*, production::*};
use tidepool_runtime::{
	configs::timelock::{InstantAccount, ShortAccount},
	AccountId, Balances, LiquidityStaking, Runtime, RuntimeCall, StarkExchange, StarkProxy, System, Timelock,
	DYDX,
};

type PoolError = pallet_liquidity_staking::Error<Runtime>;

/// The proxy of the candidate.
const NEW: u32 = 2;

fn candidate() -> AccountId {
	named("Candidate")
}

fn new_account() -> AccountId {
	StarkProxy::proxy_account(NEW)
}

fn act_as_candidate(call: ProxyCall<Runtime>) {
	assert_ok!(attempt(&candidate(), call));
}

/// B gives 20 % of the pool to the candidate.
fn allocation() -> RuntimeCall {
	let changes = vec![(Some(StarkProxy::proxy_account(B)), 4_000), (Some(new_account()), 2_000)];
	PoolCall::<Runtime>::set_borrower_allocations { changes: changes.try_into().expect("few") }.into()
}

fn units() -> [(u16, u16); 2] {
	[StarkProxy::proxy_account(B), new_account()].map(Some).map(|target| {
		let current = LiquidityStaking::allocation_fraction_current(target.clone());
		(current, LiquidityStaking::allocation_fraction_next(target))
	})
}

/// The candidate creates a proxy for the deposit.
fn create() {
	let before = Balances::balance(&candidate());
	System::reset_events();
	act_as_candidate(ProxyCall::create_proxy { owner: candidate() });
	let (proxy, account, owner, depositor) = (NEW, new_account(), candidate(), Some(candidate()));
	let mut expected = vec![ProxyEvent::ProxyCreated { proxy, account, owner, depositor }];
	let guardians = [(Role::Guardian, ShortAccount::get()), (Role::VetoGuardian, InstantAccount::get())];
	let own = Role::OF_BORROWER.map(|role| (role, candidate()));
	for (role, account) in guardians.into_iter().chain(own) {
		expected.push(ProxyEvent::RoleGranted { proxy, role, account, by: None });
	}
	assert_eq!(reports(), expected);
	assert_eq!(Balances::balance(&candidate()), before - 10 * DYDX);
	assert_eq!(Balances::total_balance(&candidate()), before);
	assert_eq!(StarkProxy::proxy_info(NEW).expect("exists").deposit, Some((candidate(), 10 * DYDX)));
}

/// The candidate registers a key, and allows it and a recipient.
fn prepare() -> Place {
	let (key, signature) = registration(new_account(), 9);
	act_as_candidate(ProxyCall::register_user_on_exchange { proxy: NEW, key, signature });
	act_as_candidate(ProxyCall::allow_stark_key { proxy: NEW, key });
	act_as_candidate(ProxyCall::allow_external_recipient { proxy: NEW, recipient: candidate() });
	assert_eq!(StarkExchange::account_of_key(key), Some(new_account()));
	(key, StarkExchange::position_of_key(key).expect("registered"))
}

#[test]
fn a_candidate_becomes_a_borrower() {
	with_production_pool(|| {
		set_time(start_of(0) + DAY);
		create();
		let (key, position) = prepare();
		let borrow = |amount| attempt(&candidate(), ProxyCall::<Runtime>::borrow { proxy: NEW, amount });
		assert_noop!(borrow(1), PoolError::ExceedsAllocation);

		// Decided one day into the blackout, with a delay that ends in it, and a grace that ends after it.
		set_time(blackout_of(0) + DAY);
		let id = queue_with_delay(TrackId::Short, allocation(), Some(7 * DAY));
		set_time(blackout_of(0) + 8 * DAY);
		assert_operation_refused(id, PoolError::InBlackoutWindow);
		set_time(start_of(1));
		assert_eq!(outcome(id), Ok(()));
		for (target, old, new) in [(StarkProxy::proxy_account(B), 6_000, 4_000), (new_account(), 0, 2_000)] {
			let (target, effective_epoch) = (Some(target), 2);
			System::assert_has_event(
				PoolEvent::<Runtime>::ScheduledBorrowerAllocationChange { target, old, new, effective_epoch }
					.into(),
			);
		}

		// Not in this epoch, but in the next one.
		assert_eq!(units(), [(6_000, 4_000), (0, 2_000)]);
		assert_noop!(borrow(1), PoolError::ExceedsAllocation);
		set_time(start_of(2));
		assert_eq!(units(), [(4_000, 4_000), (2_000, 2_000)]);
		assert_eq!(StarkProxy::borrowable_amount(NEW), usdc(200_000));
		assert_noop!(borrow(usdc(200_000) + 1), PoolError::ExceedsAllocation);

		set_time(blackout_of(2));
		System::reset_events();
		act_as_candidate(ProxyCall::auto_pay_or_borrow { proxy: NEW });
		let (proxy, amount) = (NEW, usdc(200_000));
		assert_eq!(
			reports(),
			[
				ProxyEvent::Borrowed { proxy, amount, new_borrowed: amount },
				ProxyEvent::AutoPaid { proxy, borrowed: amount, repaid_borrow: 0, repaid_debt: 0 },
			]
		);
		assert_eq!(usdc_of(&new_account()), amount);

		// To the exchange, back, and home to the last unit.
		let quantized_amount = usdc(200_000) as u64;
		act_as_candidate(ProxyCall::deposit_to_exchange { proxy, key, position, quantized_amount });
		update(|batch| batch.deposits.try_push((key, position, quantized_amount)).expect("fits"));
		assert_eq!((usdc_of(&new_account()), StarkProxy::exchange_exposure(NEW).equity), (0, amount));
		update(|batch| batch.withdrawals.try_push((key, position, quantized_amount)).expect("fits"));
		act_as_candidate(ProxyCall::withdraw_from_exchange { proxy, key });
		act_as_candidate(ProxyCall::repay_borrow { proxy, amount });
		assert_eq!((StarkProxy::token_balance(NEW), StarkProxy::borrowed_balance(NEW)), (0, 0));
		assert_eq!(usdc_of(&LiquidityStaking::pool_account()), usdc(1_000_000));
	});
}

/// The trap of section 4.6: what is queued when the blackout begins expires in it.
#[test]
fn an_allocation_queued_at_the_start_of_a_blackout_expires_in_it() {
	with_production_pool(|| {
		create();
		set_time(blackout_of(0));
		let id = queue(TrackId::Short, allocation());
		let before = units();
		for wait in [2 * DAY, 7 * DAY] {
			set_time(now() + wait);
			assert!(LiquidityStaking::in_blackout_window());
			assert_operation_refused(id, PoolError::InBlackoutWindow);
		}
		set_time(now() + 1);
		assert_noop!(execute(id), pallet_timelock::Error::<Runtime>::Expired);
		assert_ok!(attempt(&named("Ferdie"), TimelockCall::<Runtime>::remove_expired { id }));
		assert_eq!(units(), before);
	});
}

/// With the longest delay, it reaches the open half by the one second that both have in common.
#[test]
fn with_the_longest_delay_it_reaches_the_first_second_of_the_open_half() {
	with_production_pool(|| {
		create();
		set_time(blackout_of(0));
		let id = queue_with_delay(TrackId::Short, allocation(), Some(7 * DAY));
		let expires_at = Timelock::operation(id).expect("queued").expires_at;
		assert_eq!(expires_at, start_of(1));
		set_time(expires_at - 1);
		assert_operation_refused(id, PoolError::InBlackoutWindow);
		set_time(expires_at);
		assert_eq!(outcome(id), Ok(()));
		assert_eq!(units(), [(6_000, 4_000), (0, 2_000)]);
	});
}
