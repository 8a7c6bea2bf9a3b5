//! What became of a call, here and there.

use super::trace::{State, Step};
use crate::mock::{Assets, USDC};
use sp_runtime::DispatchError;
use tidepool_primitives::Balance;

/// What became of a call here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
	/// It succeeded; with the amount that the original returns, where it returns one.
	Done { returned: Option<String> },
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
	/// The call, or the argument, does not exist.
	Interface,
}

/// Calls that before epoch zero are refused for that reason first.
const STAKER_CALLS: [&str; 15] = [
	"stake",
	"stake_for",
	"request_withdrawal",
	"request_withdrawal_for",
	"withdraw_stake",
	"withdraw_stake_for",
	"withdraw_max_stake",
	"withdraw_debt",
	"withdraw_max_debt",
	"claim_rewards",
	"claim_rewards_for",
	"transfer",
	"transfer_from",
	"decrease_staker_debt",
	"failsafe_settle_user_inactive_balance_to_epoch",
];

/// Errors of the tokens' pallets: somebody cannot pay.
const FOREIGN: &str = "an error of a token";

/// The error of a token of which more is asked than there is.
const UNCOUNTABLE: &str = "an error of arithmetic";

/// The name of an error; that of errors of the tokens' pallets is not ours to choose.
pub fn name_of(error: &DispatchError) -> &'static str {
	match error {
		DispatchError::Module(module) if module.index == 4 => {
			module.message.unwrap_or("an error without a name")
		},
		DispatchError::Module(module) if [2, 3].contains(&module.index) => FOREIGN,
		DispatchError::Token(_) => FOREIGN,
		DispatchError::Arithmetic(_) => UNCOUNTABLE,
		_ => "an error that no call should give",
	}
}

/// Our error for a reason of the original.
fn ours(step: &Step) -> &'static str {
	match step.error.as_deref().unwrap_or_default() {
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
		// Looked at before the tokens there; nobody has as many tokens.
		"token_call_failed" | "token_insufficient_balance" | "cast_u112_overflow" => FOREIGN,
		"addition_overflow" => UNCOUNTABLE,
		_ => "no error of ours",
	}
}

/// Whether a call ended here as it did there.
pub fn agree(step: &Step, after: &State, outcome: &Outcome) -> Result<(), String> {
	let recorded = step.error.as_deref().unwrap_or("success");
	match outcome {
		Outcome::Done { returned } if step.succeeded => {
			// Flags of success are not returned here.
			let expected = step.returned.clone().filter(|returned| returned.parse::<u128>().is_ok());
			if *returned == expected {
				Ok(())
			} else {
				Err(format!("expected to return {expected:?}, got {returned:?}"))
			}
		},
		Outcome::Refused(error) if !step.succeeded => {
			let (expected, actual) = (ours(step), name_of(error));
			let too_early = after["global"]["epoch_zero_started"] == false
				&& STAKER_CALLS.contains(&step.op.as_str())
				&& actual == "EpochZeroNotStarted";
			let beyond_all_tokens = expected == FOREIGN
				&& actual == UNCOUNTABLE
				&& step
					.text("amount")
					.parse::<Balance>()
					.is_ok_and(|amount| amount > Assets::total_supply(USDC));
			if actual == expected || too_early || beyond_all_tokens {
				Ok(())
			} else {
				Err(format!("expected {expected} for {recorded}, got {actual}"))
			}
		},
		// What cannot be said changes nothing, and what was refused there did not either.
		Outcome::Unspeakable(_) if !step.succeeded => Ok(()),
		_ => Err(format!("expected {recorded}, got {outcome:?}")),
	}
}
