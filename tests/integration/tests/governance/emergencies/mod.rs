//! The emergency paths of the governance specification, section 9, with the times of production. Each remedy works by
//! whom and as fast as the table says, and moves no money to the outside.
//!
//! | situation | test |
//! |---|---|
//! | borrower overdue | `pool::anybody_restricts_an_overdue_borrower` |
//! | pool insolvent | `pool::anybody_marks_debt` |
//! | bad forced trade queued | `decisions::a_veto_takes_no_time` |
//! | wrong operation queued | `decisions::cancelling_takes_no_time` |
//! | exchange operator misbehaves | `exchange::an_operator_is_dismissed_in_no_time` |
//! | exchange dead | `exchange::everybody_escapes_after_seven_days` |
//! | borrower keys stolen | `keys::borrowed_money_is_out_of_reach`, `keys::after_two_days_the_loan_is_home` and the process of the lost key |
//! | deposit to a wrong position | `exchange::a_deposit_to_a_wrong_position_moves_nothing`, `exchange::a_deposit_that_nobody_accepts_comes_back` |
//! | pallet defect | `decisions::new_code_is_authorized_after_seven_days` |
//!
//! The restriction without a delay is switched off: `bypasses::signing`.

mod decisions;
mod exchange;
mod keys;
mod pool;

use frame_support::traits::fungible::Inspect;
use pallet_liquidity_staking::Call as PoolCall;
use sp_runtime::traits::AccountIdConversion;
use std::collections::{BTreeMap, BTreeSet};
use tidepool_integration_tests::{borrowers::*, common::*, production::*};
use tidepool_runtime::{
	configs::pool::PoolPalletId, AccountId, Balances, LiquidityStaking, Runtime, StarkExchange, StarkProxy,
};

/// USDC and DYDX, held ones included, of everybody but the pool, the exchange and the proxies.
type Holdings = BTreeMap<AccountId, (u128, u128)>;

fn outside() -> Holdings {
	let pool: AccountId = PoolPalletId::get().into_account_truncating();
	let proxies = pallet_stark_proxy::ProxyOfAccount::<Runtime>::iter_keys();
	let inside: BTreeSet<_> = proxies
		.chain([pool, LiquidityStaking::rewards_treasury(), StarkExchange::exchange_account()])
		.collect();
	let holders = pallet_assets::Account::<Runtime>::iter_keys().map(|(_, account)| account);
	frame_system::Account::<Runtime>::iter_keys()
		.chain(holders)
		.filter(|account| !inside.contains(account))
		.map(|account| (account.clone(), (usdc_of(&account), Balances::total_balance(&account))))
		.collect()
}

/// Runs `remedy`, which must leave everybody outside with what they had.
#[track_caller]
fn without_moving_money_out<R>(remedy: impl FnOnce() -> R) -> R {
	let before = outside();
	let result = remedy();
	assert_eq!(outside(), before, "money has left");
	result
}

/// A has borrowed all it may, and the stakers leave: the first second of epoch 1, in which it is overdue.
fn with_overdue_borrower(test: impl FnOnce()) {
	with_production_pool(|| {
		borrow(A, usdc(400_000));
		request(&s1(), usdc(250_000));
		request(&s2(), usdc(500_000));
		set_time(start_of(1));
		test();
	});
}

/// What anybody calls to have an overdue borrower restricted.
fn restrict_overdue() -> PoolCall<Runtime> {
	PoolCall::restrict_borrower { borrower: StarkProxy::proxy_account(A) }
}
