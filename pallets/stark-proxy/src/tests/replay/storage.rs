//! Recorded states in the storage of the proxies and of the stand-ins.

use super::{
	distributor::Claimed,
	exchange_stand_in::{Deposits, Keys},
	pool,
	runtime::*,
	trace::{account_of_proxy, number, text_of, State, Trace},
	trades::key,
};
use crate::{
	types::{ProxyId, ProxyInfo, QueuedTrade, Role},
	AllowedRecipients, AllowedStarkKeys, Proxies, QueuedForcedTrades, RoleCount, RoleMembers,
};
use frame_support::traits::{fungible::Mutate as _, fungibles::Mutate as _};
use pallet_liquidity_staking::types::Role as PoolRole;
use serde_json::Value;
use sp_runtime::BuildStorage;
use tidepool_primitives::{Balance, Seconds};

pub const ROLES: [(&str, Role); 7] = [
	("guardian", Role::Guardian),
	("veto_guardian", Role::VetoGuardian),
	("owner", Role::Owner),
	("delegation_admin", Role::DelegationAdmin),
	("borrower", Role::Borrower),
	("exchange_operator", Role::ExchangeOperator),
	("withdrawal_operator", Role::WithdrawalOperator),
];

pub fn role(name: &str) -> Role {
	let role = ROLES.iter().find(|(listed, _)| *listed == name);
	role.unwrap_or_else(|| panic!("which role is {name}?")).1
}

/// The chain at the genesis of a trace.
pub fn genesis(trace: &Trace) -> sp_io::TestExternalities {
	let proxies = trace.header["proxies"].as_object().expect("a list of proxies").len();
	let genesis = RuntimeGenesisConfig {
		assets: pallet_assets::GenesisConfig {
			assets: vec![
				(USDC, ISSUER, true, 1),
				(STK_USDC, pool_account(), true, 1),
				(DYDX, ISSUER, true, 1),
			],
			..Default::default()
		},
		liquidity_staking: pallet_liquidity_staking::GenesisConfig {
			interval: trace.genesis("interval"),
			offset: trace.genesis("offset"),
			blackout_window: trace.genesis("blackout_window"),
			min_blackout_window: MIN_BLACKOUT,
			max_epoch_length: MAX_EPOCH,
			distribution_start: trace.genesis("distribution_start"),
			distribution_end: trace.genesis("distribution_end"),
			roles: [
				PoolRole::Owner,
				PoolRole::EpochParameters,
				PoolRole::RewardsRate,
				PoolRole::BorrowerAdmin,
			]
			.map(|role| (role, FOUNDER))
			.to_vec(),
			..Default::default()
		},
		stark_proxy: crate::GenesisConfig { owners: vec![FIRST_OWNER; proxies] },
		..Default::default()
	};
	let mut ext = sp_io::TestExternalities::new(genesis.build_storage().expect("valid genesis"));
	ext.execute_with(|| {
		System::set_block_number(1);
		set_time(trace.genesis("t"));
		load(trace, &trace.initial_state);
	});
	ext
}

/// Replaces the whole state by a recorded one.
pub fn load(trace: &Trace, state: &State) {
	pool::storage::load(trace, state);
	for (name, actor) in state["actors"].as_object().expect("actors") {
		if let Some(native) = actor.get("native_balance") {
			Balances::set_balance(&trace.account(name).expect("an account"), number(native));
		}
	}
	clear();
	for (name, proxy) in state["proxies"].as_object().expect("proxies") {
		load_proxy(trace, trace.proxy(name), proxy);
	}
	load_exchange(trace, state);
	load_distributor(trace, state);
	System::reset_events();
}

fn clear() {
	let _ = RoleMembers::<Test>::clear(u32::MAX, None);
	let _ = RoleCount::<Test>::clear(u32::MAX, None);
	let _ = AllowedRecipients::<Test>::clear(u32::MAX, None);
	let _ = AllowedStarkKeys::<Test>::clear(u32::MAX, None);
	let _ = QueuedForcedTrades::<Test>::clear(u32::MAX, None);
	let _ = Keys::clear(u32::MAX, None);
}

/// An allowance of the original. One that is wider than our numbers is unlimited, whatever was used of it.
pub fn allowance(recorded: &Value) -> Option<Balance> {
	text_of(recorded).parse().ok()
}

fn load_proxy(trace: &Trace, proxy: ProxyId, state: &Value) {
	Balances::set_balance(&account_of_proxy(proxy), number(&state["native_balance"]));
	let list = |name: &str| state[name].as_array().expect("a list").iter().map(text_of);
	for recipient in list("allowed_recipients") {
		let recipient = trace.account(&recipient).expect("a recipient has an account");
		AllowedRecipients::<Test>::insert(proxy, recipient, ());
	}
	for allowed in list("allowed_stark_keys") {
		AllowedStarkKeys::<Test>::insert(proxy, key(&allowed), ());
	}
	Proxies::<Test>::insert(
		proxy,
		ProxyInfo {
			deposit: None,
			borrowing_restricted: state["borrowing_restricted"] == true,
			approved_amount: number(&state["approved_amount_for_external_withdrawal"]),
			approval_expires_at: None,
			staking_allowance: allowance(&state["usdc_allowance_for_staking"]),
			exchange_allowance: allowance(&state["usdc_allowance_for_exchange"]),
			recipients: list("allowed_recipients").count() as u32,
			stark_keys: list("allowed_stark_keys").count() as u32,
			queued_trades: load_queue(trace, proxy, &state["queued_forced_trades"]),
		},
	);
	for (name, roles) in state["roles"].as_object().expect("names") {
		let account = trace.account(name).expect("only accounts hold roles");
		for listed in roles.as_array().expect("a list") {
			let role = role(&text_of(listed));
			RoleMembers::<Test>::insert((proxy, role, &account), ());
			RoleCount::<Test>::mutate(proxy, role, |count| *count += 1);
		}
	}
}

/// Returns how many trades are queued.
fn load_queue(trace: &Trace, proxy: ProxyId, queue: &Value) -> u32 {
	let mut length = 0;
	for (hash, queued_at) in queue.as_object().expect("hashes") {
		let queued_at = number::<Seconds>(queued_at);
		if queued_at > 0 {
			let args = trace.trades.of(hash).unwrap_or_else(|| panic!("which trade is {hash}?"));
			let args_hash = StarkProxy::forced_trade_args_hash(proxy, args);
			QueuedForcedTrades::<Test>::insert(proxy, args_hash, QueuedTrade { args, queued_at });
			length += 1;
		}
	}
	length
}

fn load_exchange(trace: &Trace, state: &State) {
	let mut deposits = 0;
	for (name, proxy) in state["proxies"].as_object().expect("proxies") {
		let deposit = number::<Balance>(&proxy["exchange_deposits"]);
		Deposits::insert(account_of_proxy(trace.proxy(name)), deposit);
		deposits += deposit;
	}
	Assets::set_balance(USDC, &exchange_account(), deposits);
	for (stark_key, holder) in state["stark_keys"].as_object().expect("keys") {
		if let Some(holder) = trace.account(&text_of(holder)) {
			Keys::insert(key(stark_key), holder);
		}
	}
}

fn load_distributor(trace: &Trace, state: &State) {
	let mut left = number::<Balance>(&trace.header["distributor_dydx"]);
	for (name, claimed) in state["claimed_rewards"].as_object().expect("proxies") {
		let claimed = number::<Balance>(claimed);
		Claimed::insert(account_of_proxy(trace.proxy(name)), claimed);
		left -= claimed;
	}
	Assets::set_balance(DYDX, &distributor_account(), left);
}
