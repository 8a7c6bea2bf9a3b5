//! Recorded states in the pool's storage.

use super::super::{
	runtime::*,
	trace::{number, text_of, State, Trace},
};
use frame_support::traits::fungibles::Mutate as _;
use pallet_liquidity_staking::{
	types::{
		BorrowerRecord, EpochClock, InactiveBalance, PoolRecord, Role, Shortfall, StakerRecord,
		StoredAllocation, StoredBalance,
	},
	Allowances, Borrowers, Clock, EpochIndexes, Pool, RoleMembers, Shortfalls, Stakers, UnallocatedUnits,
};
use serde_json::Value;
use sp_core::U256;
use tidepool_primitives::{Balance, EpochParameters};

/// A number of up to 256 bits.
pub fn wide(value: &Value) -> U256 {
	U256::from_dec_str(&text_of(value)).unwrap_or_else(|_| panic!("{value} is not a number"))
}

pub const ROLES: [(&str, Role); 7] = [
	("owner", Role::Owner),
	("epoch_parameters", Role::EpochParameters),
	("rewards_rate", Role::RewardsRate),
	("borrower_admin", Role::BorrowerAdmin),
	("claim_operator", Role::ClaimOperator),
	("stake_operator", Role::StakeOperator),
	("debt_operator", Role::DebtOperator),
];

pub fn role(name: &str) -> Role {
	let role = ROLES.iter().find(|(listed, _)| *listed == name);
	role.unwrap_or_else(|| panic!("which role is {name}?")).1
}

/// Replaces the whole state by a recorded one, as it was stored: nothing is settled.
pub fn load(trace: &Trace, state: &State) {
	let global = &state["global"];
	load_pool(trace, global);
	load_log(global);
	load_roles(trace, global);
	// With a ledger that says nothing the mirror can be set to anything.
	let _ = Stakers::<Test>::clear(u32::MAX, None);
	let _ = Borrowers::<Test>::clear(u32::MAX, None);
	let epoch = global["current_epoch"].as_str().map_or(0, |epoch| epoch.parse().expect("a number"));
	for (name, actor) in state["actors"].as_object().expect("actors") {
		let allocation = actor.get("allocation_current").map(|current| StoredAllocation {
			epoch,
			current: number(current),
			next: number(&actor["allocation_next"]),
		});
		match trace.account(name) {
			Some(account) => load_actor(&account, actor, allocation.unwrap_or_default()),
			None => UnallocatedUnits::<Test>::put(allocation.expect("the zero address holds what is left")),
		}
	}
	load_allowances(trace, state);
}

fn load_actor(account: &AccountId, actor: &Value, allocation: StoredAllocation) {
	Assets::set_balance(USDC, account, number(&actor["usdc_balance"]));
	Assets::set_balance(DYDX, account, number(&actor["dydx_balance"]));
	if actor.get("borrowed").is_some() {
		let record = BorrowerRecord {
			allocation,
			borrowed: number(&actor["borrowed"]),
			debt: number(&actor["borrower_debt"]),
			restricted: actor["is_restricted"] == true,
		};
		if record != BorrowerRecord::default() {
			Borrowers::<Test>::insert(account, record.pruned());
		}
	}
	if let Some(raw) = actor.get("raw") {
		let record = staker(raw);
		restore_boundary(record.active);
		Assets::set_balance(STK_USDC, account, record.receipt_balance());
		if record != StakerRecord::default() {
			Stakers::<Test>::insert(account, record);
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
	for (name, roles) in global["roles"].as_object().expect("names") {
		let account = trace.account(name).expect("only accounts hold roles");
		for listed in roles.as_array().expect("a list") {
			RoleMembers::<Test>::insert(role(&text_of(listed)), &account, ());
		}
	}
}

fn load_allowances(trace: &Trace, state: &State) {
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

fn balance(raw: &Value) -> StoredBalance {
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
