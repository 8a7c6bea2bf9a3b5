//! What each proxy type may do for the account it acts for.

use codec::Decode;
use frame_support::traits::{GetCallIndex, GetCallMetadata, GetCallName, InstanceFilter};
use pallet_assets::Call as AssetsCall;
use pallet_liquidity_staking::{types::Role, Call as PoolCall};
use sp_runtime::MultiAddress;
use std::collections::BTreeSet;
use tidepool_integration_tests::{common::*, sessions::pairs};
use tidepool_runtime::{configs::accounts::ProxyType, Runtime, RuntimeCall};

use ProxyType::*;

const ALL: [ProxyType; 5] = [Any, NonTransfer, Governance, Staking, CancelProxy];

/// Each call with the types that allow it.
fn table() -> Vec<(RuntimeCall, Vec<ProxyType>)> {
	let pool = |call: PoolCall<Runtime>| RuntimeCall::from(call);
	let batch = pallet_utility::Call::<Runtime>::batch { calls: vec![] };
	let vote = pallet_collective::Call::<Runtime, pallet_collective::Instance1>::vote {
		proposal: Default::default(),
		index: 0,
		approve: true,
	};
	let reject = pallet_proxy::Call::<Runtime>::reject_announcement {
		delegate: MultiAddress::Id(bob()),
		call_hash: Default::default(),
	};
	let act_for = pallet_proxy::Call::<Runtime>::proxy {
		real: MultiAddress::Id(bob()),
		force_proxy_type: None,
		call: Box::new(frame_system::Call::<Runtime>::remark { remark: vec![] }.into()),
	};
	let to_bob = || MultiAddress::Id(bob());
	vec![
		(pool(PoolCall::stake { amount: 1 }), vec![Any, NonTransfer, Staking]),
		(pool(PoolCall::request_withdrawal { amount: 1 }), vec![Any, NonTransfer, Staking]),
		(pool(PoolCall::stake_for { staker: bob(), amount: 1 }), vec![Any]),
		(pool(PoolCall::withdraw_stake { recipient: bob(), amount: 1 }), vec![Any]),
		(pool(PoolCall::withdraw_max_stake { recipient: bob() }), vec![Any]),
		(pool(PoolCall::claim_rewards { recipient: bob() }), vec![Any]),
		(pool(PoolCall::transfer { recipient: bob(), amount: 1 }), vec![Any]),
		(pool(PoolCall::approve { spender: bob(), amount: 1 }), vec![Any]),
		(pool(PoolCall::increase_allowance { spender: bob(), added: 1 }), vec![Any]),
		(pool(PoolCall::decrease_allowance { spender: bob(), removed: 1 }), vec![Any, NonTransfer]),
		(pool(PoolCall::transfer_from { owner: bob(), recipient: bob(), amount: 1 }), vec![Any]),
		(pool(PoolCall::grant_role { role: Role::Owner, account: bob() }), vec![Any]),
		(pool(PoolCall::revoke_role { role: Role::Owner, account: bob() }), vec![Any]),
		(pool(PoolCall::renounce_role { role: Role::Owner }), vec![Any]),
		(pool(PoolCall::set_blackout_window { window: 1 }), vec![Any]),
		(pool(PoolCall::set_epoch_parameters { interval: 1, offset: 1 }), vec![Any]),
		(pool(PoolCall::set_rewards_per_second { rate: 1 }), vec![Any]),
		(pool(PoolCall::set_borrower_allocations { changes: Default::default() }), vec![Any]),
		(pool(PoolCall::set_borrowing_restriction { borrower: bob(), restricted: true }), vec![Any]),
		(pool(PoolCall::withdraw_debt { recipient: bob(), amount: 1 }), vec![Any]),
		(pool(PoolCall::withdraw_max_debt { recipient: bob() }), vec![Any]),
		(pool(PoolCall::borrow { amount: 1 }), vec![Any]),
		(pool(PoolCall::repay_borrow { borrower: bob(), amount: 1 }), vec![Any]),
		(pool(PoolCall::repay_debt { borrower: bob(), amount: 1 }), vec![Any]),
		(pool(PoolCall::restrict_borrower { borrower: bob() }), vec![Any, NonTransfer]),
		(pool(PoolCall::mark_debt { borrowers: Default::default() }), vec![Any, NonTransfer]),
		(pool(PoolCall::settle { staker: bob() }), vec![Any, NonTransfer, Staking]),
		(pool(PoolCall::request_withdrawal_for { staker: bob(), amount: 1 }), vec![Any]),
		(pool(PoolCall::withdraw_stake_for { staker: bob(), recipient: bob(), amount: 1 }), vec![Any]),
		(pool(PoolCall::claim_rewards_for { staker: bob(), recipient: bob() }), vec![Any]),
		(pool(PoolCall::decrease_staker_debt { staker: bob(), amount: 1 }), vec![Any]),
		(pool(PoolCall::decrease_borrower_debt { borrower: bob(), amount: 1 }), vec![Any]),
		(pool(PoolCall::failsafe_settle_inactive_to_epoch { max_epoch: 1 }), vec![Any]),
		(pool(PoolCall::failsafe_delete_inactive_balance {}), vec![Any]),
		(timelock_call(), vec![Any, NonTransfer, Governance]),
		(AssetsCall::<Runtime>::transfer { id: 1, target: to_bob(), amount: 1 }.into(), vec![Any]),
		(
			pallet_balances::Call::<Runtime>::transfer_allow_death { dest: to_bob(), value: 1 }.into(),
			vec![Any],
		),
		(vote.into(), vec![Any, NonTransfer, Governance]),
		(batch.into(), vec![Any, NonTransfer, Governance, Staking]),
		(reject.into(), vec![Any, NonTransfer, CancelProxy]),
		(act_for.into(), vec![Any]),
		// Whoever registers keys for a validator takes its place in consensus.
		(pairs("Bob").registration(&bob()).into(), vec![Any]),
		(pallet_session::Call::<Runtime>::purge_keys {}.into(), vec![Any]),
		(pallet_membership::Call::<Runtime>::add_member { who: to_bob() }.into(), vec![Any]),
		(pallet_membership::Call::<Runtime>::change_key { new: to_bob() }.into(), vec![Any]),
		(frame_system::Call::<Runtime>::remark { remark: vec![] }.into(), vec![Any, NonTransfer]),
		(frame_system::Call::<Runtime>::set_heap_pages { pages: 1 }.into(), vec![Any]),
	]
}

#[test]
fn the_table_contains_every_call_of_the_pool() {
	let named = table().into_iter().filter_map(|(call, _)| match call {
		RuntimeCall::LiquidityStaking(call) => Some(call.get_call_name()),
		_ => None,
	});
	let known = PoolCall::<Runtime>::get_call_names().iter().copied();
	assert_eq!(named.collect::<BTreeSet<_>>(), known.collect());
}

fn timelock_call() -> RuntimeCall {
	pallet_timelock::Call::<Runtime>::remove_expired { id: 0 }.into()
}

/// Calls of borrowers and of the exchange that keep money where it belongs. All others are refused to every type but
/// `Any`.
const BRING_HOME: [(&str, &str); 18] = [
	("StarkProxy", "disallow_external_recipient"),
	("StarkProxy", "disallow_stark_key"),
	("StarkProxy", "auto_pay_or_borrow"),
	("StarkProxy", "borrow"),
	("StarkProxy", "repay_borrow"),
	("StarkProxy", "repay_debt"),
	("StarkProxy", "withdraw_from_exchange"),
	("StarkProxy", "deposit_cancel"),
	("StarkProxy", "deposit_reclaim"),
	("StarkProxy", "forced_withdrawal_request"),
	("StarkProxy", "unqueue_forced_trade_request"),
	("StarkExchange", "deposit_cancel"),
	("StarkExchange", "deposit_reclaim"),
	("StarkExchange", "withdraw"),
	("StarkExchange", "forced_withdrawal_request"),
	("StarkExchange", "freeze_request"),
	("StarkExchange", "escape"),
	("StarkExchange", "prune_used"),
];

/// Every call of a pallet, with arguments of zeros.
fn calls_of(
	pallet: &'static str,
	index: u8,
	names: &[&'static str],
	indices: &[u8],
) -> Vec<(RuntimeCall, (&'static str, &'static str))> {
	let zeros = [0; 4_096];
	names
		.iter()
		.zip(indices)
		.map(|(name, call)| {
			let bytes = [&[index, *call][..], &zeros].concat();
			let call = RuntimeCall::decode(&mut &bytes[..]).expect("zeros are valid arguments");
			(call, (pallet, *name))
		})
		.collect()
}

#[test]
fn of_borrowers_and_the_exchange_types_allow_only_what_brings_money_home() {
	use pallet_stark_exchange::Call as ExchangeCall;
	use pallet_stark_proxy::Call as ProxyCall;
	let proxy_calls = calls_of(
		"StarkProxy",
		41,
		ProxyCall::<Runtime>::get_call_names(),
		ProxyCall::<Runtime>::get_call_indices(),
	);
	let exchange_calls = calls_of(
		"StarkExchange",
		42,
		ExchangeCall::<Runtime>::get_call_names(),
		ExchangeCall::<Runtime>::get_call_indices(),
	);
	assert_eq!((proxy_calls.len(), exchange_calls.len()), (41, 14));
	for (call, name) in proxy_calls.into_iter().chain(exchange_calls) {
		let metadata = call.get_call_metadata();
		assert_eq!((metadata.pallet_name, metadata.function_name), name);
		for proxy_type in ALL {
			let allowed = proxy_type == Any || (proxy_type == NonTransfer && BRING_HOME.contains(&name));
			assert_eq!(proxy_type.filter(&call), allowed, "{proxy_type:?} and {name:?}");
		}
	}
}

#[test]
fn each_type_allows_exactly_what_it_says() {
	for (call, allowed) in table() {
		for proxy_type in ALL {
			assert_eq!(
				proxy_type.filter(&call),
				allowed.contains(&proxy_type),
				"{proxy_type:?} and {call:?}"
			);
		}
	}
}

#[test]
fn a_type_is_a_superset_only_of_types_that_allow_no_more() {
	for wider in ALL {
		for narrower in ALL.into_iter().filter(|narrower| wider.is_superset(narrower)) {
			for (call, _) in table() {
				assert!(
					!narrower.filter(&call) || wider.filter(&call),
					"{wider:?} claims to include {narrower:?} but refuses {call:?}"
				);
			}
		}
	}
	assert!(ALL.into_iter().all(|other| Any.is_superset(&other)));
	assert!(ALL.into_iter().all(|other| other == Any || !other.is_superset(&Any)));
}

#[test]
fn a_call_inside_a_batch_is_filtered_too() {
	on_development_chain(|| {
		let add = pallet_proxy::Call::<Runtime>::add_proxy {
			delegate: MultiAddress::Id(bob()),
			proxy_type: Staking,
			delay: 0,
		};
		dispatch(&alice(), RuntimeCall::from(add)).expect("alice can pay the deposit");
		let steal = PoolCall::<Runtime>::claim_rewards { recipient: bob() };
		let batch = pallet_utility::Call::<Runtime>::batch_all { calls: vec![steal.into()] };
		let act = pallet_proxy::Call::<Runtime>::proxy {
			real: MultiAddress::Id(alice()),
			force_proxy_type: None,
			call: Box::new(batch.into()),
		};
		dispatch(&bob(), RuntimeCall::from(act)).expect("the proxy call itself is allowed");
		let filtered: sp_runtime::DispatchError = frame_system::Error::<Runtime>::CallFiltered.into();
		tidepool_runtime::System::assert_has_event(
			pallet_proxy::Event::<Runtime>::ProxyExecuted { result: Err(filtered) }.into(),
		);
	});
}
