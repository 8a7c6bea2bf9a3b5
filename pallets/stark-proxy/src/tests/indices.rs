//! Numbers that clients rely on: they never change.

use super::{
	every_call::{busy, every_call},
	support::{Call, C},
};
use crate::{mock::*, types::Role, HoldReason};
use codec::Encode;
use frame_support::traits::{GetCallIndex, GetCallName};
use scale_info::{TypeDef, TypeInfo};

/// The calls in the order of the specification.
const CALLS: [&str; 41] = [
	"create_proxy",
	"close_proxy",
	"grant_role",
	"revoke_role",
	"renounce_role",
	"recover_ownership",
	"allow_external_recipient",
	"disallow_external_recipient",
	"allow_stark_key",
	"disallow_stark_key",
	"set_staking_allowance",
	"set_exchange_allowance",
	"auto_pay_or_borrow",
	"borrow",
	"repay_borrow",
	"repay_debt",
	"register_user_on_exchange",
	"deposit_to_exchange",
	"withdraw_from_exchange",
	"deposit_cancel",
	"deposit_reclaim",
	"forced_withdrawal_request",
	"queue_forced_trade_request",
	"unqueue_forced_trade_request",
	"forced_trade_request",
	"external_withdraw_token",
	"external_withdraw_other_token",
	"external_withdraw_native",
	"claim_rewards",
	"increase_approved_amount",
	"reset_approved_amount",
	"guardian_set_borrowing_restriction",
	"guardian_repay_borrow",
	"guardian_repay_debt",
	"guardian_withdraw_from_exchange",
	"guardian_forced_withdrawal_request",
	"guardian_forced_trade_request",
	"guardian_deposit_cancel",
	"guardian_deposit_reclaim",
	"guardian_veto_forced_trade_requests",
	"emergency_restrict",
];

const ERRORS: &str = "ProxyNotFound, MissingRole, TooManyProxies, InvalidAccount, AllocationNotZero, \
	OutstandingBalance, ProxyNotEmpty, ExchangeExposure, AccountInUse, NotTimelocked, TooManyHolders, LastHolder, \
	RecipientAlreadyAllowed, RecipientNotAllowed, InvalidRecipient, TooManyRecipients, StarkKeyNotRegistered, \
	StarkKeyNotOwnedByProxy, StarkKeyAlreadyAllowed, StarkKeyNotAllowed, TooManyStarkKeys, \
	StakingAllowanceExceeded, ExchangeAllowanceExceeded, NotInBlackoutWindow, InsufficientFundsForRepayment, \
	InsufficientProxyBalance, BorrowingRestricted, DepositWouldUseBorrowedFunds, ZeroAmount, \
	ForcedTradeExpiresTooEarly, TooManyQueuedForcedTrades, ForcedTradeNotQueued, ForcedTradeWaiting, \
	ForcedTradeExpired, BorrowTokenNotAllowed, NoWithdrawableBalance, AmountExceedsWithdrawable, NothingToRepay, \
	NothingToWithdraw, NoOutstandingDebt, EmptyInput";

/// The events and their fields.
const EVENTS: [&str; 29] = [
	"ProxyCreated: proxy, account, owner, depositor",
	"ProxyClosed: proxy",
	"OwnershipRecovered: proxy, new_owner",
	"RoleGranted: proxy, role, account, by",
	"RoleRevoked: proxy, role, account, by",
	"ExternalRecipientUpdated: proxy, recipient, allowed",
	"StarkKeyUpdated: proxy, key, allowed",
	"StakingAllowanceSet: proxy, limit",
	"ExchangeAllowanceSet: proxy, limit",
	"AutoPaid: proxy, borrowed, repaid_borrow, repaid_debt",
	"Borrowed: proxy, amount, new_borrowed",
	"RepaidBorrow: proxy, amount, new_borrowed, by_guardian",
	"RepaidDebt: proxy, amount, new_debt, by_guardian",
	"UserRegistered: proxy, key, position",
	"DepositedToExchange: proxy, key, position, amount",
	"WithdrewFromExchange: proxy, key, amount, by_guardian",
	"DepositCanceled: proxy, key, position, by_guardian",
	"DepositReclaimed: proxy, key, position, amount, by_guardian",
	"ForcedWithdrawalRequested: proxy, key, position, amount, by_guardian",
	"ForcedTradeQueued: proxy, args, args_hash, executable_from, expires_at",
	"ForcedTradeUnqueued: proxy, args_hash",
	"ForcedTradeRequested: proxy, key, position, args_hash, by_guardian",
	"ExternalWithdrewToken: proxy, recipient, amount, from_approval",
	"ExternalWithdrewOtherToken: proxy, asset, recipient, amount",
	"ExternalWithdrewNative: proxy, recipient, amount",
	"RewardsClaimed: proxy, amount",
	"ApprovedAmountUpdated: proxy, approved, expires_at",
	"BorrowingRestrictionChanged: proxy, restricted, emergency",
	"ForcedTradeVetoed: proxy, args_hash",
];

/// The queries of section 13 of the specification.
const QUERIES: &str = "proxy_account, proxy_of_account, proxy_info, has_role, role_members, role_admin, \
	is_recipient_allowed, is_stark_key_allowed, is_borrowing_restricted, approved_amount, queued_forced_trade, \
	forced_trade_args_hash, token_balance, borrowed_balance, debt_balance, borrowed_and_debt_balance, \
	allocated_balance_current, allocated_balance_next, borrowable_amount, withdrawable_amount, exchange_exposure, \
	preview_auto_pay";

/// Index, name and fields of the variants of an enum.
fn variants<T: TypeInfo>() -> Vec<(u8, String)> {
	let TypeDef::Variant(definition) = T::type_info().type_def else { panic!("an enum") };
	let describe = |variant: &scale_info::Variant| {
		let fields = variant.fields.iter().filter_map(|field| field.name).collect::<Vec<_>>();
		match fields.is_empty() {
			true => variant.name.to_string(),
			false => format!("{}: {}", variant.name, fields.join(", ")),
		}
	};
	let mut variants =
		definition.variants.iter().map(|variant| (variant.index, describe(variant))).collect::<Vec<_>>();
	variants.sort();
	variants
}

/// `names`, numbered from 0.
fn numbered<'a>(names: impl Iterator<Item = &'a str>) -> Vec<(u8, String)> {
	(0..).zip(names.map(str::to_string)).collect()
}

#[test]
fn the_calls() {
	assert_eq!(Call::get_call_names(), CALLS);
	assert_eq!(Call::get_call_indices(), (0..41).collect::<Vec<_>>());
	busy(|| {
		for (_, call) in every_call(A, C) {
			let index = CALLS.iter().position(|name| *name == call.get_call_name()).expect("a call");
			assert_eq!(usize::from(call.encode()[0]), index, "{call:?}");
		}
	});
}

#[test]
fn the_errors() {
	let names = ERRORS.split(", ");
	assert_eq!(
		variants::<Error>().into_iter().filter(|(_, name)| !name.starts_with("__")).collect::<Vec<_>>(),
		numbered(names)
	);
	let refusal = sp_runtime::DispatchError::from(Error::EmptyInput);
	let sp_runtime::DispatchError::Module(module) = refusal else { panic!("an error of the pallet") };
	assert_eq!((module.index, module.error, module.message), (6, [40, 0, 0, 0], Some("EmptyInput")));
}

#[test]
fn the_events() {
	let events = variants::<Event>().into_iter().filter(|(_, name)| !name.starts_with("__"));
	assert_eq!(events.collect::<Vec<_>>(), numbered(EVENTS.into_iter()));
}

#[test]
fn the_roles() {
	let names =
		"Guardian, VetoGuardian, Owner, DelegationAdmin, Borrower, ExchangeOperator, WithdrawalOperator";
	assert_eq!(variants::<Role>(), numbered(names.split(", ")));
	for (number, role) in Role::ALL.into_iter().enumerate() {
		assert_eq!(role.encode(), [number as u8]);
	}
	assert_eq!(Role::ALL[2..], Role::OF_BORROWER);
}

#[test]
fn the_queries() {
	let queries = StarkProxy::pallet_view_functions_metadata();
	let names = queries.iter().map(|query| query.name).collect::<Vec<_>>();
	assert_eq!(names.join(", "), QUERIES);
}

#[test]
fn the_hold_reason() {
	assert_eq!(HoldReason::ProxyCreation.encode(), [0]);
	// The number of the pallet comes first.
	assert_eq!(RuntimeHoldReason::from(HoldReason::ProxyCreation).encode(), [6, 0]);
}

#[test]
fn the_accounts() {
	for (proxy, number) in [(0, [0, 0, 0, 0]), (1, [1, 0, 0, 0]), (0x0403_0201, [1, 2, 3, 4])] {
		let account = [b"modllsm/stpx".as_slice(), &number, &[0; 16]].concat();
		assert_eq!(StarkProxy::proxy_account(proxy), AccountId::new(account.try_into().expect("32 bytes")));
	}
}
