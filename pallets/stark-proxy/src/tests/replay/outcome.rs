//! What became of a call, here and there.

use super::{
	situation::{exceeds, Situation},
	trace::Step,
};
use serde_json::Value;
use sp_runtime::{ArithmeticError, DispatchError};

/// What became of a call here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
	/// It succeeded; with the amounts that the original returns, where it returns any.
	Done { returned: Value },
	/// It was refused.
	Refused(DispatchError),
	/// It cannot even be written down: our call has no such argument.
	Unspeakable(Unspeakable),
}

/// Why a call cannot be written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unspeakable {
	/// The zero address is used as an account.
	ZeroAddress,
	/// A number does not fit.
	Width,
	/// The number of a position does not fit.
	Vault,
	/// The call, or the argument, does not exist.
	Interface,
}

/// Errors of the tokens' pallets: somebody cannot pay.
const FOREIGN: &str = "an error of a token";

/// A sum that no number can hold.
const UNCOUNTABLE: &str = "an error of arithmetic";

/// The name of an error with its pallet; that of errors of the tokens' pallets is not ours to choose.
pub fn name_of(error: &DispatchError) -> String {
	let of = |pallet: &str, name: Option<&str>| format!("{pallet}::{}", name.expect("errors have names"));
	match error {
		DispatchError::Module(module) if module.index == 4 => of("LiquidityStaking", module.message),
		DispatchError::Module(module) if module.index == 5 => of("StarkProxy", module.message),
		DispatchError::Module(module) if [2, 3].contains(&module.index) => FOREIGN.into(),
		// The last is that of a token of which more is asked than there is.
		DispatchError::Token(_) | DispatchError::Arithmetic(ArithmeticError::Underflow) => FOREIGN.into(),
		DispatchError::Arithmetic(ArithmeticError::Overflow) => UNCOUNTABLE.into(),
		// The stand-ins give the reason as the traces do.
		DispatchError::Other(reason) => (*reason).into(),
		error => panic!("{error:?} is an error that no call should give"),
	}
}

/// Our error for a reason of the original.
fn ours(step: &Step) -> String {
	let reason = step.reason.as_deref().unwrap_or_default();
	match step.module.as_str() {
		"stark_proxy" => match of_proxy(step, reason) {
			Some(name) => format!("StarkProxy::{name}"),
			None => of_others(step, reason),
		},
		_ => of_others(step, reason),
	}
}

/// Errors that the proxies' pallet gives itself.
fn of_proxy(step: &Step, reason: &str) -> Option<&'static str> {
	let is_deposit = step.op == "deposit_to_exchange";
	Some(match reason {
		"missing_role" => "MissingRole",
		"repay_zero" if step.op.starts_with("guardian_") => "NothingToRepay",
		"borrow_zero" | "repay_zero" => "ZeroAmount",
		"proxy_borrow_restricted" => "BorrowingRestricted",
		"proxy_deposit_restricted" => "DepositWouldUseBorrowedFunds",
		"auto_pay_outside_blackout" => "NotInBlackoutWindow",
		"auto_pay_insufficient_funds" => "InsufficientFundsForRepayment",
		"no_overdue_debt" => "NoOutstandingDebt",
		"stark_key_unregistered" if step.op == "allow_stark_key" => "StarkKeyNotRegistered",
		"stark_key_unregistered" | "stark_key_not_registered_here" => "StarkKeyNotOwnedByProxy",
		"stark_key_not_allowed" | "stark_key_already_disallowed" => "StarkKeyNotAllowed",
		"stark_key_already_allowed" => "StarkKeyAlreadyAllowed",
		"recipient_not_allowed" | "recipient_already_disallowed" => "RecipientNotAllowed",
		"recipient_already_allowed" => "RecipientAlreadyAllowed",
		"forced_trade_not_queued" => "ForcedTradeNotQueued",
		"forced_trade_too_early" => "ForcedTradeWaiting",
		"forced_trade_too_late" => "ForcedTradeExpired",
		"no_withdrawable_balance" => "NoWithdrawableBalance",
		"exceeds_withdrawable_balance" => "AmountExceedsWithdrawable",
		"cannot_withdraw_borrowed_token" => "BorrowTokenNotAllowed",
		"token_insufficient_allowance" if is_deposit => "ExchangeAllowanceExceeded",
		"token_insufficient_allowance" => "StakingAllowanceExceeded",
		"token_insufficient_balance" if step.op != "external_withdraw_other_token" => {
			"InsufficientProxyBalance"
		},
		_ => return None,
	})
}

/// Errors of the pool, of the tokens and of the stand-ins.
fn of_others(step: &Step, reason: &str) -> String {
	let of_pool = match reason {
		"epoch_zero_not_started" => "EpochZeroNotStarted",
		"blackout_window_over_half_epoch" => "BlackoutWindowTooLong",
		"blackout_window_too_short" => "BlackoutWindowTooShort",
		"epoch_too_long" => "EpochTooLong",
		"epoch_zero_would_have_started" => "EpochZeroInPast",
		"admin_in_blackout_window" | "request_in_blackout_window" => "InBlackoutWindow",
		"current_epoch_changed" => "EpochNumberChanged",
		"end_in_blackout_window" => "WouldEnterBlackoutWindow",
		"allocations_sum_changed" => "AllocationSumChanged",
		"request_exceeds_next_active" => "InsufficientActiveBalance",
		"withdraw_exceeds_available" => "InsufficientLiquidity",
		"withdraw_exceeds_inactive" => "InsufficientInactiveBalance",
		"withdraw_debt_exceeds_owed" => "InsufficientDebtBalance",
		"withdraw_debt_exceeds_available" => "InsufficientDebtFunds",
		"invalid_max_epoch" => "InvalidMaxEpoch",
		"transfer_exceeds_next_active" => "InsufficientTransferableBalance",
		"transfer_exceeds_allowance" | "allowance_below_zero" => "InsufficientAllowance",
		"borrow_zero" | "repay_zero" => "ZeroAmount",
		"borrower_restricted" => "BorrowerRestricted",
		"borrow_exceeds_available" => "ExceedsAvailableToBorrow",
		"borrow_exceeds_allocated" => "ExceedsAllocation",
		"repay_exceeds_borrowed" => "RepayExceedsBorrowed",
		"repay_exceeds_debt" => "RepayExceedsDebt",
		"borrower_not_overdue" => "BorrowerNotOverdue",
		"no_shortfall" => "NoShortfall",
		"shortfall_not_covered" => "ShortfallNotCovered",
		"missing_role" => "MissingRole",
		"subtraction_underflow" if step.op == "decrease_staker_debt" => "InsufficientDebtBalance",
		"subtraction_underflow" if step.op == "decrease_borrower_debt" => "RepayExceedsDebt",
		// The last is that of a call that sends more native currency than there is.
		"token_insufficient_balance" | "cast_u112_overflow" | "empty_revert" => return FOREIGN.into(),
		"addition_overflow" => return UNCOUNTABLE.into(),
		"invalid_merkle_proof" | "already_claimed" => return reason.into(),
		_ => return format!("no error of ours, but {reason}"),
	};
	format!("LiquidityStaking::{of_pool}")
}

/// Whether a call ended here as it did there.
pub fn agree(step: &Step, outcome: &Outcome) -> Result<(), String> {
	let recorded = step.reason.as_deref().unwrap_or("success");
	match outcome {
		Outcome::Done { returned } if step.succeeded => {
			// Flags of success are not returned here.
			let expected = if step.returned.is_boolean() { &Value::Null } else { &step.returned };
			(returned == expected)
				.then_some(())
				.ok_or(format!("expected to return {expected}, got {returned}"))
		},
		Outcome::Refused(error) if !step.succeeded => {
			let (expected, actual) = (ours(step), name_of(error));
			(actual == expected)
				.then_some(())
				.ok_or(format!("expected {expected} for {recorded}, got {actual}"))
		},
		_ => Err(format!("expected {recorded}, got {outcome:?}")),
	}
}

/// Whether a call breaks the rule of our error, whatever else it breaks.
pub fn is_broken(name: &str, step: &Step, situation: &Situation) -> bool {
	let Some(amount) = step.amount() else { return false };
	let info = &situation.info;
	match name {
		"StarkProxy::ZeroAmount" => amount == 0,
		"StarkProxy::InsufficientProxyBalance" => situation.token < amount,
		"StarkProxy::StakingAllowanceExceeded" => exceeds(info.staking_allowance, amount),
		"StarkProxy::ExchangeAllowanceExceeded" => exceeds(info.exchange_allowance, amount),
		_ => false,
	}
}
