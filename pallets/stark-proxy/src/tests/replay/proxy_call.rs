//! The recorded calls of a proxy.

use super::{
	call::{plain, Arguments, Speakable, SIGNATURE},
	outcome::Unspeakable,
	runtime::*,
	storage::role,
};
use crate::types::ProxyId;
use frame_support::dispatch::DispatchResult;
use sp_core::H256;

/// Calls of the borrower's side that need no exchange.
pub fn perform(arguments: &Arguments, proxy: ProxyId) -> Speakable<DispatchResult> {
	type Proxy = StarkProxy;
	let caller = arguments.caller();
	let amount = || arguments.number("amount");
	let account = |name| arguments.account(name);
	let role = || role(arguments.step.text("role"));
	Ok(match arguments.step.op.as_str() {
		"grant_role" => Proxy::grant_role(caller, proxy, role(), account("account")?),
		"revoke_role" => Proxy::revoke_role(caller, proxy, role(), account("account")?),
		"renounce_role" => {
			arguments.ensure_for_oneself()?;
			Proxy::renounce_role(caller, proxy, role())
		},
		"allow_external_recipient" => Proxy::allow_external_recipient(caller, proxy, account("recipient")?),
		"disallow_external_recipient" => {
			Proxy::disallow_external_recipient(caller, proxy, account("recipient")?)
		},
		"allow_stark_key" => Proxy::allow_stark_key(caller, proxy, arguments.key()),
		"disallow_stark_key" => Proxy::disallow_stark_key(caller, proxy, arguments.key()),
		"set_staking_contract_allowance" => Proxy::set_staking_allowance(caller, proxy, arguments.limit()?),
		"set_exchange_contract_allowance" => Proxy::set_exchange_allowance(caller, proxy, arguments.limit()?),
		"auto_pay_or_borrow" => plain(Proxy::auto_pay_or_borrow(caller, proxy)),
		"borrow" => Proxy::borrow(caller, proxy, amount()?),
		"repay_borrow" => Proxy::repay_borrow(caller, proxy, amount()?),
		"repay_debt" => Proxy::repay_debt(caller, proxy, amount()?),
		"external_withdraw_token" => {
			Proxy::external_withdraw_token(caller, proxy, account("recipient")?, amount()?)
		},
		"external_withdraw_other_token" => {
			let asset = match arguments.step.text("token") {
				"usdc" => USDC,
				"dydx" => DYDX,
				token => panic!("the token {token} is not known"),
			};
			let recipient = account("recipient")?;
			Proxy::external_withdraw_other_token(caller, proxy, asset, recipient, amount()?)
		},
		"external_withdraw_ether" => {
			Proxy::external_withdraw_native(caller, proxy, account("recipient")?, amount()?)
		},
		"claim_rewards_from_merkle_distributor" => {
			let proof = arguments.hashes("merkle_proof").collect::<Vec<_>>();
			let proof = proof.try_into().expect("no longer than our lists");
			Proxy::claim_rewards(caller, proxy, arguments.number("cumulative_amount")?, proof)
		},
		// One atomic call creates a proxy with its roles here.
		"initialize" => return Err(Unspeakable::Interface),
		_ => exchange_call(arguments, proxy)?,
	})
}

fn exchange_call(arguments: &Arguments, proxy: ProxyId) -> Speakable<DispatchResult> {
	type Proxy = StarkProxy;
	let caller = arguments.caller();
	let key = || arguments.key();
	let position = || arguments.position();
	let quantized = || arguments.number("quantized_amount");
	Ok(match arguments.step.op.as_str() {
		"deposit_to_exchange" => Proxy::deposit_to_exchange(caller, proxy, key(), position()?, quantized()?),
		"withdraw_from_exchange" => Proxy::withdraw_from_exchange(caller, proxy, key()),
		"deposit_cancel" => Proxy::deposit_cancel(caller, proxy, key(), position()?),
		"deposit_reclaim" => Proxy::deposit_reclaim(caller, proxy, key(), position()?),
		"forced_withdrawal_request" => {
			Proxy::forced_withdrawal_request(caller, proxy, key(), position()?, quantized()?)
		},
		"queue_forced_trade_request" => {
			plain(Proxy::queue_forced_trade_request(caller, proxy, arguments.trade()?))
		},
		"forced_trade_request" => Proxy::forced_trade_request(caller, proxy, arguments.trade()?, SIGNATURE),
		"guardian_withdraw_from_exchange" => Proxy::guardian_withdraw_from_exchange(caller, proxy, key()),
		"guardian_forced_withdrawal_request" => {
			Proxy::guardian_forced_withdrawal_request(caller, proxy, key(), position()?, quantized()?)
		},
		"guardian_forced_trade_request" => {
			Proxy::guardian_forced_trade_request(caller, proxy, arguments.trade()?, SIGNATURE)
		},
		"guardian_deposit_cancel" => Proxy::guardian_deposit_cancel(caller, proxy, key(), position()?),
		"guardian_deposit_reclaim" => Proxy::guardian_deposit_reclaim(caller, proxy, key(), position()?),
		_ => guardian_call(arguments, proxy)?,
	})
}

fn guardian_call(arguments: &Arguments, proxy: ProxyId) -> Speakable<DispatchResult> {
	type Proxy = StarkProxy;
	let caller = arguments.caller();
	let amount = || arguments.number("amount");
	Ok(match arguments.step.op.as_str() {
		"increase_approved_amount_for_external_withdrawal" => {
			Proxy::increase_approved_amount(caller, proxy, amount()?, None)
		},
		"reset_approved_amount_for_external_withdrawal" => Proxy::reset_approved_amount(caller, proxy),
		"guardian_set_borrowing_restriction" => {
			let restricted = arguments.step.flag("is_borrowing_restricted");
			Proxy::guardian_set_borrowing_restriction(caller, proxy, restricted)
		},
		"guardian_repay_borrow" => Proxy::guardian_repay_borrow(caller, proxy, amount()?),
		"guardian_repay_debt" => Proxy::guardian_repay_debt(caller, proxy, amount()?),
		"guardian_veto_forced_trade_requests" => {
			// A hash that is not known stands for no trade here either.
			let hashes = arguments.step.list("args_hashes").into_iter().map(|hash| {
				let args = arguments.trace.trades.of(hash);
				args.map_or(H256::zero(), |args| Proxy::forced_trade_args_hash(proxy, args))
			});
			let hashes = hashes.collect::<Vec<_>>().try_into().expect("no longer than our lists");
			Proxy::guardian_veto_forced_trade_requests(caller, proxy, hashes)
		},
		op => panic!("the call {op} of a proxy is not known"),
	})
}
