//! The recorded calls of the pool.

use super::{
	super::{
		call::{plain, Arguments, Speakable},
		outcome::Unspeakable,
		runtime::*,
	},
	storage::role,
};
use frame_support::dispatch::DispatchResult;
use serde_json::Value;

/// Calls of stakers.
pub fn perform(arguments: &Arguments) -> Speakable<DispatchResult> {
	type Pool = LiquidityStaking;
	let caller = arguments.caller();
	let amount = || arguments.number("amount");
	let account = |name| arguments.account(name);
	Ok(match arguments.step.op.as_str() {
		"stake" => Pool::stake(caller, amount()?),
		"stake_for" => Pool::stake_for(caller, account("staker")?, amount()?),
		"request_withdrawal" => plain(Pool::request_withdrawal(caller, amount()?)),
		"request_withdrawal_for" => {
			plain(Pool::request_withdrawal_for(caller, account("staker")?, amount()?))
		},
		"withdraw_stake" => plain(Pool::withdraw_stake(caller, account("recipient")?, amount()?)),
		"withdraw_stake_for" => {
			plain(Pool::withdraw_stake_for(caller, account("staker")?, account("recipient")?, amount()?))
		},
		"withdraw_max_stake" => plain(Pool::withdraw_max_stake(caller, account("recipient")?)),
		"withdraw_debt" => plain(Pool::withdraw_debt(caller, account("recipient")?, amount()?)),
		"withdraw_max_debt" => plain(Pool::withdraw_max_debt(caller, account("recipient")?)),
		"claim_rewards" => Pool::claim_rewards(caller, account("recipient")?),
		"claim_rewards_for" => Pool::claim_rewards_for(caller, account("staker")?, account("recipient")?),
		"transfer" => Pool::transfer(caller, account("recipient")?, amount()?),
		"transfer_from" => Pool::transfer_from(caller, account("sender")?, account("recipient")?, amount()?),
		"approve" => Pool::approve(caller, account("spender")?, amount()?),
		"increase_allowance" => {
			Pool::increase_allowance(caller, account("spender")?, arguments.number("added_value")?)
		},
		"decrease_allowance" => {
			Pool::decrease_allowance(caller, account("spender")?, arguments.number("subtracted_value")?)
		},
		"failsafe_settle_user_inactive_balance_to_epoch" => {
			plain(Pool::failsafe_settle_inactive_to_epoch(caller, arguments.number("max_epoch")?))
		},
		"failsafe_delete_user_inactive_balance" => Pool::failsafe_delete_inactive_balance(caller),
		_ => lending_call(arguments)?,
	})
}

fn lending_call(arguments: &Arguments) -> Speakable<DispatchResult> {
	type Pool = LiquidityStaking;
	let caller = arguments.caller();
	let amount = || arguments.number("amount");
	let account = |name| arguments.account(name);
	Ok(match arguments.step.op.as_str() {
		"borrow" => Pool::borrow(caller, amount()?),
		"repay_borrow" => Pool::repay_borrow(caller, account("borrower")?, amount()?),
		"repay_debt" => Pool::repay_debt(caller, account("borrower")?, amount()?),
		"restrict_borrower" => Pool::restrict_borrower(caller, account("borrower")?),
		"mark_debt" => {
			let listed = arguments.step.list("borrowers");
			let borrowers =
				listed.into_iter().map(|name| arguments.account_of(name)).collect::<Speakable<Vec<_>>>()?;
			plain(Pool::mark_debt(caller, borrowers.try_into().expect("no longer than our lists")))
		},
		"set_borrower_allocations" => set_allocations(arguments, caller)?,
		"set_borrowing_restriction" => {
			let restricted = arguments.step.flag("is_borrowing_restricted");
			Pool::set_borrowing_restriction(caller, account("borrower")?, restricted)
		},
		"decrease_staker_debt" => plain(Pool::decrease_staker_debt(caller, account("staker")?, amount()?)),
		"decrease_borrower_debt" => Pool::decrease_borrower_debt(caller, account("borrower")?, amount()?),
		_ => admin_call(arguments)?,
	})
}

fn set_allocations(arguments: &Arguments, caller: RuntimeOrigin) -> Speakable<DispatchResult> {
	let targets = arguments.step.list("borrowers");
	let units = arguments.step.list("new_allocations");
	if targets.len() != units.len() {
		return Err(Unspeakable::Interface);
	}
	let changes = targets.into_iter().zip(units).map(|(target, units)| {
		let units = units.parse::<u16>().map_err(|_| Unspeakable::Width)?;
		Ok((arguments.trace.account(target), units))
	});
	let changes = changes.collect::<Speakable<Vec<_>>>()?.try_into().expect("no longer than our lists");
	Ok(LiquidityStaking::set_borrower_allocations(caller, changes))
}

fn admin_call(arguments: &Arguments) -> Speakable<DispatchResult> {
	type Pool = LiquidityStaking;
	let caller = arguments.caller();
	let role = || role(arguments.step.text("role"));
	Ok(match arguments.step.op.as_str() {
		"set_epoch_parameters" => {
			Pool::set_epoch_parameters(caller, arguments.number("interval")?, arguments.number("offset")?)
		},
		"set_blackout_window" => Pool::set_blackout_window(caller, arguments.number("blackout_window")?),
		"set_rewards_per_second" => {
			Pool::set_rewards_per_second(caller, arguments.number("emission_per_second")?)
		},
		"grant_role" => Pool::grant_role(caller, role(), arguments.account("account")?),
		"revoke_role" => Pool::revoke_role(caller, role(), arguments.account("account")?),
		"renounce_role" => {
			arguments.ensure_for_oneself()?;
			Pool::renounce_role(caller, role())
		},
		// Genesis and storage versions take its place.
		"initialize" => return Err(Unspeakable::Interface),
		op => panic!("the call {op} of the pool is not known"),
	})
}

/// The amount that the original returns; here it is in the events.
pub fn returned(op: &str) -> Value {
	let events = System::read_events_for_pallet::<PoolEvent>();
	let sum = |pick: fn(&PoolEvent) -> Option<u128>| {
		Value::String(events.iter().filter_map(pick).sum::<u128>().to_string())
	};
	match op {
		"withdraw_max_stake" => sum(|event| match event {
			PoolEvent::WithdrewStake { amount, .. } => Some(*amount),
			_ => None,
		}),
		"withdraw_max_debt" => sum(|event| match event {
			PoolEvent::WithdrewDebt { amount, .. } => Some(*amount),
			_ => None,
		}),
		"claim_rewards" | "claim_rewards_for" => sum(|event| match event {
			PoolEvent::ClaimedRewards { amount, .. } => Some(*amount),
			_ => None,
		}),
		"mark_debt" => sum(|event| match event {
			PoolEvent::DebtMarked { amount, .. } => Some(*amount),
			_ => None,
		}),
		"decrease_staker_debt" => sum(|event| match event {
			PoolEvent::OperatorDecreasedStakerDebt { new_debt_balance, .. } => Some(*new_debt_balance),
			_ => None,
		}),
		"decrease_borrower_debt" => sum(|event| match event {
			PoolEvent::OperatorDecreasedBorrowerDebt { new_debt_balance, .. } => Some(*new_debt_balance),
			_ => None,
		}),
		_ => Value::Null,
	}
}
