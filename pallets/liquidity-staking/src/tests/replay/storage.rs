//! Recorded states in the pallet's storage.

use super::trace::{number, text_of, State, Trace};
use crate::{
	mock::*,
	types::{
		BorrowerRecord, EpochClock, InactiveBalance, PoolRecord, Role, Shortfall, StakerRecord,
		StoredAllocation, StoredBalance,
	},
	Allowances, Borrowers, Clock, EpochIndexes, Pool, RoleMembers, Shortfalls, Stakers, UnallocatedUnits,
};
use frame_support::traits::{fungible::Mutate as _, fungibles::Mutate as _};
use serde_json::Value;
use sp_core::U256;
use tidepool_primitives::{Balance, EpochParameters};

/// A number of up to 256 bits.
pub fn wide(value: &Value) -> U256 {
	U256::from_dec_str(&text_of(value)).unwrap_or_else(|_| panic!("{value} is not a number"))
}

pub fn role(name: &str) -> Role {
	match name {
		"owner" => Role::Owner,
		"epoch_parameters" => Role::EpochParameters,
		"rewards_rate" => Role::RewardsRate,
		"borrower_admin" => Role::BorrowerAdmin,
		"claim_operator" => Role::ClaimOperator,
		"stake_operator" => Role::StakeOperator,
		"debt_operator" => Role::DebtOperator,
		_ => panic!("which role is {name}?"),
	}
}

/// Accounts and roles of a part of a trace that lists the latter by name.
fn members<'a>(
	trace: &'a Trace,
	roles: &'a Value,
	pointer: &'a str,
) -> impl Iterator<Item = (Role, AccountId)> + 'a {
	roles.as_object().expect("names").iter().flat_map(move |(name, entry)| {
		let listed = entry.pointer(pointer).and_then(Value::as_array).cloned().unwrap_or_default();
		let account = trace.account(name).expect("only accounts hold roles");
		listed.into_iter().map(move |listed| (role(&text_of(&listed)), account))
	})
}

/// The chain at the genesis of a trace.
pub fn genesis(trace: &Trace) -> sp_io::TestExternalities {
	// The original knows no least amount of its tokens.
	ExistentialDeposit::set(1);
	// Nor a longest list.
	MaxBorrowers::set(u32::MAX);
	let actors = trace.header["actors"].as_object().expect("a list of actors");
	let mut ext = ExtBuilder::default()
		.schedule(trace.genesis("interval"), trace.genesis("offset"), trace.genesis("blackout_window"))
		.start(trace.genesis("t"))
		.max_shortfalls(u32::MAX)
		.treasury(0)
		.genesis(|pool| {
			pool.distribution_start = trace.genesis("distribution_start");
			pool.distribution_end = trace.genesis("distribution_end");
			pool.rewards_per_second = trace.genesis("rewards_per_second").into();
			pool.roles = members(trace, &trace.header["actors"], "/roles").collect();
		})
		.build();
	ext.execute_with(|| {
		for (name, actor) in actors {
			let account = trace.account(name).expect("an actor");
			Assets::set_balance(USDC, &account, number(&actor["usdc"]));
			Balances::set_balance(&account, number(&actor["dydx"]));
		}
		// The clock of the original ran when it was deployed.
		Pool::<Test>::mutate(|pool| {
			pool.rewards.updated_at = pool.rewards.updated_at.max(trace.genesis("t"))
		});
		System::reset_events();
	});
	ext
}

/// Replaces the whole state by a recorded one, as it was stored: nothing is settled.
pub fn load(trace: &Trace, state: &State) {
	let global = &state["global"];
	load_pool(trace, global);
	load_log(global);
	load_roles(trace, global);
	let actors = state["actors"].as_object().expect("actors");
	// With a ledger that says nothing the mirror can be set to anything.
	let _ = Stakers::<Test>::clear(u32::MAX, None);
	let _ = Borrowers::<Test>::clear(u32::MAX, None);
	for (name, actor) in actors {
		let epoch = global["current_epoch"].as_str().map_or(0, |epoch| epoch.parse().expect("a number"));
		let allocation = actor.get("allocation_current").map(|current| StoredAllocation {
			epoch,
			current: number(current),
			next: number(&actor["allocation_next"]),
		});
		let Some(account) = trace.account(name) else {
			UnallocatedUnits::<Test>::put(allocation.expect("the zero address holds what is left"));
			continue;
		};
		Assets::set_balance(USDC, &account, number(&actor["usdc_balance"]));
		Balances::set_balance(&account, number(&actor["dydx_balance"]));
		if actor.get("borrowed").is_some() {
			let record = BorrowerRecord {
				allocation: allocation.unwrap_or_default(),
				borrowed: number(&actor["borrowed"]),
				debt: number(&actor["borrower_debt"]),
				restricted: actor["is_restricted"] == true,
			};
			Borrowers::<Test>::insert(account, record);
		}
		if let Some(raw) = actor.get("raw") {
			let record = staker(raw);
			restore_boundary(record.active);
			Assets::set_balance(STK_USDC, &account, record.receipt_balance());
			Stakers::<Test>::insert(account, record);
		}
	}
	let _ = Allowances::<Test>::clear(u32::MAX, None);
	for (pair, amount) in state["allowances"].as_object().expect("allowances") {
		let (owner, spender) = pair.split_once('>').expect("owner>spender");
		if let (Some(owner), Some(spender)) = (trace.account(owner), trace.account(spender)) {
			// Wider ones are those of a spender that can never exceed them.
			let amount = wide(amount).try_into().unwrap_or(Balance::MAX);
			Allowances::<Test>::insert(owner, spender, amount);
		}
	}
}

fn load_pool(trace: &Trace, global: &Value) {
	Clock::<Test>::mutate(|clock| {
		*clock = EpochClock {
			parameters: EpochParameters {
				interval: number(&global["interval"]),
				offset: number(&global["offset"]),
			},
			blackout_window: number(&global["blackout_window"]),
			..*clock
		}
	});
	Assets::set_balance(USDC, &pool_account(), number(&global["contract_usdc_balance"]));
	let raw = &global["raw"];
	let mut rewards = Pool::<Test>::get().rewards;
	rewards.per_second = number(&global["rewards_per_second"]);
	rewards.index = wide(&raw["global_index"]);
	rewards.updated_at = number(&raw["global_index_timestamp"]);
	assert_eq!(rewards.distribution_start, trace.genesis("distribution_start"));
	Pool::<Test>::put(PoolRecord {
		total_active: balance(&raw["total_active"]),
		total_inactive: balance(&raw["total_inactive"]),
		// Here and only here donated tokens count as the original counts them.
		unborrowed: number(&global["available_to_withdraw"]),
		total_borrowed: number(&global["total_borrowed"]),
		total_borrower_debt: number(&global["total_borrower_debt"]),
		debt_pot: number(&global["total_debt_available_to_withdraw"]),
		shortfall_count: number(&global["shortfall_count"]),
		rewards,
	});
}

fn load_log(global: &Value) {
	let _ = Shortfalls::<Test>::clear(u32::MAX, None);
	for (number_of, shortfall) in global["shortfalls"].as_array().expect("a list").iter().enumerate() {
		let shortfall = Shortfall { epoch: number(&shortfall["epoch"]), index: number(&shortfall["index"]) };
		Shortfalls::<Test>::insert(number_of as u32, shortfall);
	}
	let _ = EpochIndexes::<Test>::clear(u32::MAX, None);
	for (epoch, index) in global["raw"]["epoch_indexes"].as_object().expect("epochs") {
		EpochIndexes::<Test>::insert(epoch.parse::<u32>().expect("an epoch"), wide(index));
	}
}

/// A boundary at which the index was 0 is not in the traces: there it reads like one that is missing.
fn restore_boundary(active: StoredBalance) {
	let total = Pool::<Test>::get().total_active;
	let settled = total.epoch > active.epoch;
	if active.changes_next_epoch() && settled && !EpochIndexes::<Test>::contains_key(active.epoch) {
		EpochIndexes::<Test>::insert(active.epoch, U256::zero());
	}
}

fn load_roles(trace: &Trace, global: &Value) {
	let _ = RoleMembers::<Test>::clear(u32::MAX, None);
	for (role, account) in members(trace, &global["roles"], "") {
		RoleMembers::<Test>::insert(role, account, ());
	}
}

pub fn balance(raw: &Value) -> StoredBalance {
	StoredBalance {
		epoch: number(&raw["epoch"]),
		current: number(&raw["current"]),
		next: number(&raw["next"]),
	}
}

fn staker(raw: &Value) -> StakerRecord {
	StakerRecord {
		active: balance(&raw["active"]),
		inactive: InactiveBalance {
			balance: balance(&raw["inactive"]),
			shortfall_counter: number(&raw["inactive"]["shortfall_counter"]),
		},
		user_index: wide(&raw["user_index"]),
		accrued_rewards: number(&raw["user_rewards_balance"]),
		debt: number(&raw["staker_debt"]),
	}
}
