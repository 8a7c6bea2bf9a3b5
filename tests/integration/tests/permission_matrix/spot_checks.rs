//! The origins that the columns stand for are those that real motions make, and what governance does without a deposit
//! costs it none.

use super::{
	callers::Caller,
	row::Row,
	stage::{endow, on_stage, undone},
	table::table,
	ways::send,
};
use frame_support::traits::fungible::InspectHold;
use pallet_collective::{Call, Event, Instance1};
use sp_runtime::DispatchResult;
use tidepool_integration_tests::{common::*, council::carry};
use tidepool_runtime::{AccountId, Balances, Runtime, RuntimeCall, RuntimeEvent, System};

/// Rows that the council's own origins pass, and some that they do not.
fn samples() -> Vec<Row> {
	let is_sample = |row: &Row| match row.pallet {
		"Timelock" | "Council" => true,
		"StarkExchange" => row.call == "register_operator",
		"LiquidityStaking" => row.call == "set_rewards_per_second",
		"StarkProxy" => row.call == "reset_approved_amount",
		"System" => row.call == "authorize_upgrade",
		_ => false,
	};
	table().into_iter().filter(is_sample).collect()
}

fn built(row: &Row) -> RuntimeCall {
	row.build.expect("the call can be written down")(&Caller::Stranger.signer())
}

#[test]
fn motions_with_real_votes_come_to_what_the_columns_say() {
	on_stage(|| {
		for row in samples() {
			for (votes, caller) in [(2, Caller::Minority), (3, Caller::Majority), (4, Caller::TwoThirds)] {
				let found = undone(|| carry(&built(&row), votes));
				assert_eq!(found, row.expected(caller), "{} with {votes} votes", row.name());
			}
		}
	});
}

/// What a member comes to that makes the council do something without the others.
fn alone(
	row: &Row,
	wrapped: impl Fn(Box<RuntimeCall>) -> Call<Runtime, Instance1>,
	result: impl Fn(Event<Runtime, Instance1>) -> Option<DispatchResult>,
) -> DispatchResult {
	undone(|| {
		send(Caller::Member, wrapped(Box::new(built(row)))).expect("a member may");
		let of_council = |event| match event {
			RuntimeEvent::Council(event) => result(event),
			_ => None,
		};
		let mut events = System::events().into_iter().rev();
		events.find_map(|record| of_council(record.event)).expect("it was executed")
	})
}

#[test]
fn what_a_member_lets_the_council_execute_comes_to_what_the_columns_say() {
	on_stage(|| {
		for row in samples() {
			let length_bound = 10_000;
			let execute = |proposal| Call::execute { proposal, length_bound };
			let executed = alone(&row, execute, |event| match event {
				Event::MemberExecuted { result, .. } => Some(result),
				_ => None,
			});
			let propose = |proposal| Call::propose { threshold: 1, proposal, length_bound };
			let proposed = alone(&row, propose, |event| match event {
				Event::Executed { result, .. } => Some(result),
				_ => None,
			});
			assert_eq!(executed, row.expected(Caller::MemberOrigin), "{}", row.name());
			assert_eq!(proposed, row.expected(Caller::Minority), "{}", row.name());
		}
	});
}

fn held_of(account: &AccountId) -> u128 {
	Balances::total_balance_on_hold(account)
}

/// What a call makes its caller deposit, and all others together.
fn deposits(by: Caller, call: impl Into<RuntimeCall>) -> u128 {
	undone(|| {
		let accounts = Caller::ALL.into_iter().filter_map(Caller::account).collect::<Vec<_>>();
		accounts.iter().for_each(endow);
		let held = || accounts.iter().map(held_of).sum::<u128>();
		let before = held();
		send(by, call).expect("the caller may");
		held() - before
	})
}

#[test]
fn only_governance_creates_proxies_and_preimages_without_a_deposit() {
	on_stage(|| {
		let note = || pallet_preimage::Call::<Runtime>::note_preimage { bytes: vec![1] };
		let create = || pallet_stark_proxy::Call::<Runtime>::create_proxy { owner: named("Ferdie") };
		assert_eq!(deposits(Caller::Short, note()), 0);
		assert_eq!(deposits(Caller::Long, note()), 0);
		assert!(deposits(Caller::Stranger, note()) > 0);
		assert_eq!(deposits(Caller::Short, create()), 0);
		assert_eq!(deposits(Caller::Stranger, create()), 10 * tidepool_runtime::DYDX);
	});
}
