//! Tests of the pallet, one file per topic.

use crate::mock::*;
use tidepool_primitives::{Balance, Seconds};

mod allowances;
mod before_epoch_zero;
mod blackout_window;
mod direct_assets;
mod epoch_parameters;
mod epoch_roll;
mod epoch_roll_cost;
mod extremes;
mod genesis;
mod properties;
mod queries;
mod receipt_mirror;
mod records;
mod requests;
mod reward_vectors;
mod rewards;
mod rewards_rate;
mod roles;
mod schedule_changes;
mod self_transfers;
mod settlement;
mod shortfalls;
mod staking;
mod transfers;
mod try_state;
mod weights;
mod withdrawals;

/// `GlobalIndexUpdated`.
fn global_index(index: u128) -> Event {
	Event::GlobalIndexUpdated { index: index.into() }
}

/// `UserIndexUpdated`.
fn user_index(account: AccountId, index: u128, accrued: Balance) -> Event {
	Event::UserIndexUpdated { account, index: index.into(), accrued }
}

/// `Transfer` between two holders.
fn moved(from: AccountId, to: AccountId, amount: Balance) -> Event {
	Event::Transfer { from: Some(from), to: Some(to), amount }
}

/// `Transfer` that creates receipt tokens.
fn minted(to: AccountId, amount: Balance) -> Event {
	Event::Transfer { from: None, to: Some(to), amount }
}

/// `Transfer` that destroys receipt tokens.
fn burned(from: AccountId, amount: Balance) -> Event {
	Event::Transfer { from: Some(from), to: None, amount }
}

/// Current and next active balance.
fn active(account: AccountId) -> (Balance, Balance) {
	(LiquidityStaking::active_balance_current(account), LiquidityStaking::active_balance_next(account))
}

/// Current and next inactive balance.
fn inactive(account: AccountId) -> (Balance, Balance) {
	(LiquidityStaking::inactive_balance_current(account), LiquidityStaking::inactive_balance_next(account))
}

/// Current and next total active balance.
fn total_active() -> (Balance, Balance) {
	(LiquidityStaking::total_active_balance_current(), LiquidityStaking::total_active_balance_next())
}

/// Current and next total inactive balance.
fn total_inactive() -> (Balance, Balance) {
	(LiquidityStaking::total_inactive_balance_current(), LiquidityStaking::total_inactive_balance_next())
}

fn claimable(account: AccountId) -> Balance {
	LiquidityStaking::claimable_rewards(account)
}

/// Sets the clock to `seconds` after the start of epoch zero, without any hook.
fn at(seconds: Seconds) {
	set_time(OFFSET + seconds);
}
