//! The numbers by which clients know calls, errors and events (specification, sections 6 and 7).

use super::*;
use codec::Encode;
use frame_support::assert_ok;
use scale_info::{TypeDef, TypeInfo};
use sp_core::H256;
use sp_runtime::{DispatchError, ModuleError};

/// Names of the variants by index, and those of their fields.
fn variants<T: TypeInfo>() -> Vec<(u8, &'static str, Vec<&'static str>)> {
	let TypeDef::Variant(definition) = T::type_info().type_def else { panic!("no enumeration") };
	let fields = |variant: &scale_info::Variant| {
		variant.fields.iter().map(|field| field.name.expect("has a name")).collect()
	};
	definition.variants.iter().map(|variant| (variant.index, variant.name, fields(variant))).collect()
}

/// Numbers a list from 0.
fn numbered(list: &[(&'static str, &[&'static str])]) -> Vec<(u8, &'static str, Vec<&'static str>)> {
	list.iter().zip(0..).map(|((name, fields), index)| (index, *name, fields.to_vec())).collect()
}

#[test]
fn calls() {
	let expected = numbered(&[
		("register_user", &["key", "signature"]),
		("deposit", &["key", "position", "q"]),
		("deposit_cancel", &["key", "position"]),
		("deposit_reclaim", &["key", "position"]),
		("withdraw", &["key"]),
		("forced_withdrawal_request", &["key", "position", "q"]),
		("forced_trade_request", &["args", "signature_b", "reduce_only"]),
		("freeze_request", &["id"]),
		("escape", &["position"]),
		("update_state", &["batch"]),
		("register_operator", &["who"]),
		("unregister_operator", &["who"]),
		("unfreeze", &[]),
		("prune_used", &["ids"]),
	]);
	assert_eq!(variants::<crate::Call<Test>>(), expected);
}

#[test]
fn errors() {
	let expected = [
		"InvalidStarkKey",
		"KeyAlreadyRegistered",
		"KeyNotRegistered",
		"TooManyKeys",
		"InvalidSignature",
		"NotKeyOwner",
		"Frozen",
		"NotFrozen",
		"ZeroAmount",
		"PositionKeyMismatch",
		"DepositNotFound",
		"DepositNotCancelled",
		"DepositLocked",
		"NothingToWithdraw",
		"InsufficientEquity",
		"RequestAlreadyPending",
		"TooManyOpenRequests",
		"TooManyForcedRequests",
		"SamePosition",
		"InvalidSyntheticAsset",
		"TradeExpired",
		"TradeValidityTooLong",
		"TradeReplayed",
		"NotExpired",
		"RequestNotFound",
		"RequestStillPending",
		"StaleRequest",
		"NothingToEscape",
		"NotOperator",
		"WrongBatchId",
		"WrongStateRoot",
		"SystemTimeOutOfRange",
		"DepositInsufficient",
		"TransferRestricted",
		"TransferExpired",
		"TransferReplayed",
		"SettlementsNotSorted",
		"SettlementNotConserving",
		"NegativeEquity",
		"RejectionNotJustified",
		"InvalidOutcome",
		"TooManyOperators",
		"UnfreezeTooEarly",
		"QuantizationOverflow",
	];
	assert_eq!(variants::<Error>(), numbered(&expected.map(|name| (name, &[][..]))));
}

#[test]
fn events() {
	let counts = ["deposits", "transfers", "settlements", "forced", "withdrawals"];
	let state_updated = [&["batch_id", "new_state_root", "system_time"][..], &counts].concat();
	let expected = numbered(&[
		("UserRegistered", &["account", "key", "position"]),
		("Deposited", &["from", "key", "position", "q", "amount"]),
		("DepositCancelRequested", &["key", "position", "reclaim_from"]),
		("DepositReclaimed", &["key", "position", "q", "amount"]),
		("Withdrawn", &["key", "to", "q", "amount"]),
		("ForcedWithdrawalRequested", &["id", "key", "position", "q", "deadline"]),
		("ForcedTradeRequested", &["id", "args", "reduce_only", "deadline"]),
		("ExchangeFrozen", &["id", "by"]),
		("Escaped", &["position", "key", "q"]),
		("StateUpdated", &state_updated),
		("DepositAccepted", &["key", "position", "q"]),
		("WithdrawalCredited", &["key", "position", "q"]),
		("ForcedRequestServed", &["id", "outcome"]),
		("Transferred", &["from", "to", "q"]),
		("OperatorAdded", &["who"]),
		("OperatorRemoved", &["who"]),
		("ExchangeUnfrozen", &["state_root"]),
	]);
	assert_eq!(variants::<Event>(), expected);
}

#[test]
fn errors_travel_with_the_number_of_the_pallet() {
	let error = DispatchError::from(Error::StaleRequest);
	let module = ModuleError { index: 4, error: [26, 0, 0, 0], message: Some("StaleRequest") };
	assert_eq!(error, DispatchError::Module(module));
}

#[test]
fn the_encoding_of_events_and_calls_begins_with_the_index() {
	ExtBuilder::default().build_and_execute(|| {
		register(ALICE, SECRET_A);
		assert_ok!(StarkExchange::register_operator(signed(ADMIN), BOB));
		let first_bytes = exchange_events().iter().map(|event| event.encode()[0]).collect::<Vec<_>>();
		assert_eq!(first_bytes, [0, 14]);
	});
	let id = H256([7; 32]);
	assert_eq!(crate::Call::<Test>::freeze_request { id }.encode(), [&[7][..], &[7; 32]].concat());
	// Amounts are compact.
	let deposit = crate::Call::<Test>::deposit { key: [9; 32], position: 3, q: 5 };
	assert_eq!(deposit.encode(), [&[1][..], &[9; 32], &3u64.to_le_bytes(), &[5 << 2]].concat());
}
