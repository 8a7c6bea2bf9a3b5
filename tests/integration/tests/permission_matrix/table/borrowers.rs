//! The proxies of the borrowers (governance specification, 6.2), but for their roles.

use super::super::{
	callers::Caller::{self, *},
	row::{
		row, Build,
		Gate::{self, *},
		Row,
	},
	scenes::*,
	stage::*,
};
use pallet_stark_proxy::{Call, Error};
use sp_runtime::DispatchError;
use tidepool_integration_tests::borrowers::A;
use tidepool_runtime::Runtime;

fn proxy(call: &'static str, gate: Gate, build: Build) -> Row {
	row("StarkProxy", call, gate, build)
}

fn role() -> Gate {
	Role(Error::<Runtime>::MissingRole.into())
}

fn by(holder: Caller, call: &'static str, build: Build) -> Row {
	proxy(call, role(), build).by(&[holder])
}

fn by_guardian(call: &'static str, build: Build) -> Row {
	proxy(call, role(), build).held_by(&[Short])
}

pub fn rows() -> Vec<Row> {
	[life(), lists(), loans(), exchange(), forced(), outside(), guardian(), guardian_on_exchange()].concat()
}

fn life() -> Vec<Row> {
	vec![
		proxy("create_proxy", EverybodyButTracks, |_| {
			Call::<Runtime>::create_proxy { owner: person("heir") }.into()
		})
		.by(&[Short])
		.note("the short track without a deposit, everybody with one"),
		by(ProxyOwner, "close_proxy", |_| {
			idle();
			Call::<Runtime>::close_proxy { proxy: A }.into()
		})
		.note("only when it owes, holds and has nothing"),
		proxy("recover_ownership", Origin, |_| {
			Call::<Runtime>::recover_ownership { proxy: A, new_owner: person("heir") }.into()
		})
		.by(&[Long]),
		proxy("emergency_restrict", Origin, |_| Call::<Runtime>::emergency_restrict { proxy: A }.into())
			.note("governance may give it to the instant track one day"),
	]
}

fn lists() -> Vec<Row> {
	vec![
		by(ProxyOwner, "allow_external_recipient", |_| {
			Call::<Runtime>::allow_external_recipient { proxy: A, recipient: person("recipient") }.into()
		}),
		by(ProxyOwner, "disallow_external_recipient", |_| {
			Call::<Runtime>::disallow_external_recipient { proxy: A, recipient: recipient() }.into()
		}),
		by(ProxyOwner, "allow_stark_key", |_| {
			Call::<Runtime>::allow_stark_key { proxy: A, key: unlisted_key() }.into()
		}),
		by(ProxyOwner, "disallow_stark_key", |_| {
			Call::<Runtime>::disallow_stark_key { proxy: A, key: proxy_place().0 }.into()
		}),
		by(ProxyOwner, "set_staking_allowance", |_| {
			Call::<Runtime>::set_staking_allowance { proxy: A, limit: None }.into()
		}),
		by(ProxyOwner, "set_exchange_allowance", |_| {
			Call::<Runtime>::set_exchange_allowance { proxy: A, limit: None }.into()
		}),
	]
}

fn loans() -> Vec<Row> {
	vec![
		by(Borrower, "auto_pay_or_borrow", |_| {
			in_blackout();
			Call::<Runtime>::auto_pay_or_borrow { proxy: A }.into()
		}),
		by(Borrower, "borrow", |_| Call::<Runtime>::borrow { proxy: A, amount: SOME }.into()),
		by(Borrower, "repay_borrow", |_| {
			borrowed();
			Call::<Runtime>::repay_borrow { proxy: A, amount: SOME }.into()
		}),
		by(Borrower, "repay_debt", |_| {
			in_debt();
			Call::<Runtime>::repay_debt { proxy: A, amount: SOME }.into()
		}),
	]
}

fn exchange() -> Vec<Row> {
	vec![
		by(ExchangeOperator, "register_user_on_exchange", |_| {
			let (key, signature) = registrable(&proxy_account());
			Call::<Runtime>::register_user_on_exchange { proxy: A, key, signature }.into()
		}),
		by(ExchangeOperator, "deposit_to_exchange", |_| {
			rich();
			let (key, position) = proxy_place();
			let quantized_amount = SOME_UNITS;
			Call::<Runtime>::deposit_to_exchange { proxy: A, key, position, quantized_amount }.into()
		}),
		by(ExchangeOperator, "withdraw_from_exchange", |_| {
			credited(proxy_place());
			Call::<Runtime>::withdraw_from_exchange { proxy: A, key: proxy_place().0 }.into()
		}),
		by(ProxyOwner, "deposit_cancel", |_| {
			deposited(proxy_place());
			let (key, position) = proxy_place();
			Call::<Runtime>::deposit_cancel { proxy: A, key, position }.into()
		}),
		by(ProxyOwner, "deposit_reclaim", |_| {
			cancelled(proxy_place());
			let (key, position) = proxy_place();
			Call::<Runtime>::deposit_reclaim { proxy: A, key, position }.into()
		}),
	]
}

fn forced() -> Vec<Row> {
	vec![
		by(ProxyOwner, "forced_withdrawal_request", |_| {
			funded(proxy_place());
			let (key, position) = proxy_place();
			let quantized_amount = SOME_UNITS;
			Call::<Runtime>::forced_withdrawal_request { proxy: A, key, position, quantized_amount }.into()
		}),
		by(ProxyOwner, "queue_forced_trade_request", |_| {
			let (args, _) = trade(proxy_place());
			Call::<Runtime>::queue_forced_trade_request { proxy: A, args }.into()
		}),
		by(ProxyOwner, "unqueue_forced_trade_request", |_| {
			let (args, _) = queued_trade();
			Call::<Runtime>::unqueue_forced_trade_request { proxy: A, args_hash: trade_hash(args) }.into()
		}),
		by(ProxyOwner, "forced_trade_request", |_| {
			let (args, signature) = queued_trade();
			wait_days(7);
			Call::<Runtime>::forced_trade_request { proxy: A, args, signature }.into()
		})
		.note("seven days after it was queued"),
		proxy("guardian_veto_forced_trade_requests", role(), |_| {
			let (args, _) = queued_trade();
			let hashes = vec![trade_hash(args)].try_into().expect("few");
			Call::<Runtime>::guardian_veto_forced_trade_requests { proxy: A, hashes }.into()
		})
		.held_by(&[Instant])
		.note("the veto guardian"),
	]
}

fn outside() -> Vec<Row> {
	vec![
		by(WithdrawalOperator, "external_withdraw_token", |_| {
			rich();
			let recipient = recipient();
			Call::<Runtime>::external_withdraw_token { proxy: A, recipient, amount: SOME }.into()
		})
		.note("to allowed recipients: what is not owed, or approved by the guardian"),
		by(WithdrawalOperator, "external_withdraw_other_token", |_| {
			give(OTHER_ASSET, &proxy_account(), SOME);
			let (asset, recipient) = (OTHER_ASSET, recipient());
			Call::<Runtime>::external_withdraw_other_token { proxy: A, asset, recipient, amount: SOME }.into()
		}),
		by(WithdrawalOperator, "external_withdraw_native", |_| {
			rich();
			let (recipient, amount) = (recipient(), tidepool_runtime::DYDX / 2);
			Call::<Runtime>::external_withdraw_native { proxy: A, recipient, amount }.into()
		}),
		by(WithdrawalOperator, "claim_rewards", |_| {
			Call::<Runtime>::claim_rewards { proxy: A, cumulative_amount: 1, proof: Default::default() }
				.into()
		})
		.ends_in(DispatchError::Unavailable)
		.note("there is no distributor of rewards yet"),
	]
}

fn guardian() -> Vec<Row> {
	vec![
		by_guardian("increase_approved_amount", |_| {
			Call::<Runtime>::increase_approved_amount { proxy: A, amount: SOME, valid_for: None }.into()
		}),
		by_guardian("reset_approved_amount", |_| Call::<Runtime>::reset_approved_amount { proxy: A }.into()),
		by_guardian("guardian_set_borrowing_restriction", |_| {
			Call::<Runtime>::guardian_set_borrowing_restriction { proxy: A, restricted: true }.into()
		}),
		by_guardian("guardian_repay_borrow", |_| {
			borrowed();
			Call::<Runtime>::guardian_repay_borrow { proxy: A, max_amount: SOME }.into()
		}),
		by_guardian("guardian_repay_debt", |_| {
			in_debt();
			Call::<Runtime>::guardian_repay_debt { proxy: A, max_amount: SOME }.into()
		}),
	]
}

fn guardian_on_exchange() -> Vec<Row> {
	vec![
		by_guardian("guardian_withdraw_from_exchange", |_| {
			credited(proxy_place());
			Call::<Runtime>::guardian_withdraw_from_exchange { proxy: A, key: proxy_place().0 }.into()
		}),
		by_guardian("guardian_forced_withdrawal_request", |_| {
			funded(proxy_place());
			in_debt();
			let (key, position) = proxy_place();
			let max_amount = SOME_UNITS;
			Call::<Runtime>::guardian_forced_withdrawal_request { proxy: A, key, position, max_amount }.into()
		})
		.note("only while the proxy has debt"),
		by_guardian("guardian_forced_trade_request", |_| {
			in_debt();
			let (args, signature) = trade(proxy_place());
			Call::<Runtime>::guardian_forced_trade_request { proxy: A, args, signature }.into()
		})
		.note("only while the proxy has debt; may only reduce its positions"),
		by_guardian("guardian_deposit_cancel", |_| {
			deposited(proxy_place());
			let (key, position) = proxy_place();
			Call::<Runtime>::guardian_deposit_cancel { proxy: A, key, position }.into()
		}),
		by_guardian("guardian_deposit_reclaim", |_| {
			cancelled(proxy_place());
			let (key, position) = proxy_place();
			Call::<Runtime>::guardian_deposit_reclaim { proxy: A, key, position }.into()
		}),
	]
}
