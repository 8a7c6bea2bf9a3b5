//! A genesis that would betray somebody is refused, with a sentence that says why (governance specification, section 10).

use frame_support::genesis_builder_helper::build_state;
use serde_json::{json, Value};
use sp_io::TestExternalities;
use std::panic::catch_unwind;
use tidepool_integration_tests::{common::*, sessions::pairs};
use tidepool_runtime::{
	configs::{
		pool::RewardsTreasury,
		timelock::{InstantAccount, LongAccount, ShortAccount},
	},
	genesis_config_presets::get_preset,
	AccountId, RuntimeGenesisConfig, StarkExchange, StarkProxy, DAYS,
};

/// Builds the development chain with `changes` made to its genesis, and tells what the refusal says.
fn refusal(changes: impl FnOnce(&mut Value)) -> Option<String> {
	let mut genesis = serde_json::to_value(RuntimeGenesisConfig::default()).expect("can be written");
	let preset = get_preset(&"development".into()).expect("exists");
	let preset: Value = serde_json::from_slice(&preset).expect("is JSON");
	sc_chain_spec::json_patch::merge(&mut genesis, preset);
	changes(&mut genesis);
	let genesis = genesis.to_string().into_bytes();
	let built = catch_unwind(|| {
		TestExternalities::default().execute_with(|| build_state::<RuntimeGenesisConfig>(genesis))
	});
	match built {
		Ok(result) => result.err(),
		Err(panic) => Some(match panic.downcast::<String>() {
			Ok(said) => *said,
			Err(panic) => panic.downcast::<&str>().expect("the checks speak").to_string(),
		}),
	}
}

fn proxy_account(proxy: u32) -> AccountId {
	TestExternalities::default().execute_with(|| StarkProxy::proxy_account(proxy))
}

fn endow(genesis: &mut Value, account: AccountId) {
	let balances = genesis["balances"]["balances"].as_array_mut().expect("is a list");
	balances.push(json!([account, 1_000_000_000_000_000_000u64]));
}

#[track_caller]
fn assert_refused(because: &str, changes: impl FnOnce(&mut Value)) {
	let said = refusal(changes).expect("the genesis is refused");
	assert!(said.contains(because), "{said:?} should say {because:?}");
}

#[test]
fn the_preset_itself_is_accepted() {
	assert_eq!(refusal(|_| ()), None);
}

#[test]
fn shares_must_not_exceed_the_whole() {
	let give = |units: u16| {
		move |genesis: &mut Value| genesis["liquidityStaking"]["allocations"][4][1] = json!(units)
	};
	assert_eq!(refusal(give(999)), None);
	assert_eq!(refusal(give(1_000)), None);
	assert_refused("the allocation units add up to more than 10000", give(1_001));
}

#[test]
fn a_track_must_not_hold_native_tokens() {
	for track in [InstantAccount::get(), ShortAccount::get(), LongAccount::get()] {
		assert_refused("must not hold native tokens", |genesis| endow(genesis, track));
	}
}

#[test]
fn a_proxy_must_not_hold_native_tokens() {
	assert_refused("the account of proxy 4", |genesis| endow(genesis, proxy_account(4)));
	assert_eq!(refusal(|genesis| endow(genesis, proxy_account(5))), None, "there is no such proxy yet");
}

#[test]
fn a_share_must_belong_to_a_proxy() {
	assert_refused("has a share of the pool, but is not the account of a proxy", |genesis| {
		genesis["liquidityStaking"]["allocations"][0][0] = json!(named("Wintermute"));
	});
}

#[test]
fn the_account_of_a_proxy_must_be_nobody_else() {
	let proxy = json!(proxy_account(0));
	assert_refused("cannot be a member of the council", |genesis| {
		genesis["council"]["members"][0] = proxy.clone();
	});
	assert_refused("cannot be an operator of the exchange", |genesis| {
		genesis["starkExchange"]["operators"][0] = proxy.clone();
	});
	assert_refused("cannot be a holder of a role of the pool", |genesis| {
		let roles = genesis["liquidityStaking"]["roles"].as_array_mut().expect("is a list");
		roles.push(json!(["DebtOperator", proxy]));
	});
	assert_refused("cannot be in the team of an asset", |genesis| {
		genesis["assets"]["assets"][0][1] = proxy.clone();
	});
	assert_refused("cannot own a proxy", |genesis| {
		genesis["starkProxy"]["owners"][1] = proxy.clone();
	});
}

#[test]
fn a_motion_must_last() {
	let last = |blocks: u32| {
		move |genesis: &mut Value| genesis["chainConstants"]["councilMotionDuration"] = json!(blocks)
	};
	const YEAR: u32 = 366 * DAYS;
	for (blocks, lasts) in [(0, false), (1, true), (YEAR, true), (YEAR + 1, false), (u32::MAX, false)] {
		if lasts {
			assert_eq!(refusal(last(blocks)), None);
		} else {
			assert_refused("a motion of the council must last 1 to 5270400 blocks", last(blocks));
		}
	}
}

#[test]
fn a_session_must_have_a_block_for_transactions_and_an_end() {
	let last =
		|blocks: u32| move |genesis: &mut Value| genesis["chainConstants"]["sessionLength"] = json!(blocks);
	const WEEK: u32 = 7 * DAYS;
	for (blocks, lasts) in [(0, false), (1, false), (2, true), (WEEK, true), (WEEK + 1, false)] {
		if lasts {
			assert_eq!(refusal(last(blocks)), None);
		} else {
			assert_refused("a session must last 2 to 100800 blocks", last(blocks));
		}
	}
}

/// An entry of `session.keys`.
fn entry(account: &AccountId, path: &str) -> Value {
	json!([account, account, pairs(path).keys()])
}

/// The validators are exactly these, on both lists.
fn validate(genesis: &mut Value, validators: &[(AccountId, &str)]) {
	let accounts = validators.iter().map(|(account, _)| json!(account));
	genesis["validators"]["members"] = accounts.collect();
	genesis["session"]["keys"] = validators.iter().map(|(account, path)| entry(account, path)).collect();
}

#[test]
fn validators_must_be_listed_and_have_keys() {
	assert_refused("is in validators.members, but has no keys in session.keys", |genesis| {
		genesis["validators"]["members"] = json!([named("Alice"), named("Bob")]);
	});
	assert_refused("has keys in session.keys, but is not in validators.members", |genesis| {
		genesis["session"]["keys"] = json!([entry(&named("Alice"), "Alice"), entry(&named("Bob"), "Bob")]);
	});
	let both = [(named("Alice"), "Alice"), (named("Bob"), "Bob")];
	assert_eq!(refusal(|genesis| validate(genesis, &both)), None);
}

#[test]
fn a_validator_must_hold_native_tokens_and_be_one_account() {
	let because = "must hold native tokens, and be the first as well as the second account of its entry";
	assert_refused(because, |genesis| validate(genesis, &[(named("Nobody"), "Nobody")]));
	assert_refused(because, |genesis| genesis["session"]["keys"][0][0] = json!(named("Bob")));
}

#[test]
fn session_keys_name_every_validator_once_and_nobody_else() {
	let because = "session.keys must name every validator once, and session.nonAuthorityKeys nobody";
	assert_refused(because, |genesis| {
		let twice = [entry(&named("Alice"), "Alice"), entry(&named("Alice"), "Alice")];
		genesis["session"]["keys"] = json!(twice);
	});
	assert_refused(because, |genesis| {
		genesis["session"]["nonAuthorityKeys"] = json!([entry(&named("Bob"), "Bob")]);
	});
}

#[test]
fn no_two_validators_have_the_same_keys() {
	let same = [(named("Alice"), "Alice"), (named("Bob"), "Alice")];
	assert_refused("genesis config must not contain duplicates", |genesis| validate(genesis, &same));
}

#[test]
fn only_sessions_name_authorities() {
	let because = "aura.authorities and grandpa.authorities must be empty";
	let keys = pairs("Alice").keys();
	for (list, authority) in [("aura", json!(keys.aura)), ("grandpa", json!([keys.grandpa, 1]))] {
		let also = |genesis: &mut Value| genesis[list]["authorities"] = json!([authority]);
		assert_refused("Authorities are already initialized!", also);
		assert_refused(because, |genesis| {
			validate(genesis, &[]);
			also(genesis);
		});
	}
}

#[test]
fn a_hundred_validators_are_the_most() {
	let names = (0..101).map(|number| format!("Validator{number}")).collect::<Vec<_>>();
	let validators = names.iter().map(|name| (named(name), name.as_str())).collect::<Vec<_>>();
	let many = |count: usize| {
		let validators = &validators[..count];
		move |genesis: &mut Value| {
			validate(genesis, validators);
			validators.iter().for_each(|(account, _)| endow(genesis, account.clone()));
		}
	};
	assert_eq!(refusal(many(100)), None);
	assert!(refusal(many(101)).is_some());
}

#[test]
fn accounts_without_keys_must_not_validate() {
	for account in [ShortAccount::get(), exchange_account(), RewardsTreasury::get()] {
		assert_refused("belongs to the chain itself and cannot be a validator", |genesis| {
			validate(genesis, &[(account, "Alice")]);
		});
	}
	assert_refused("is the account of a proxy and cannot be a validator", |genesis| {
		validate(genesis, &[(proxy_account(0), "Alice")]);
	});
}

#[test]
fn a_pool_without_an_owner_is_refused() {
	assert_refused("somebody must hold the role Owner", |genesis| {
		genesis["liquidityStaking"]["roles"].as_array_mut().expect("is a list").remove(0);
	});
}

#[test]
fn powers_over_the_pool_must_wait() {
	let hold = |role: usize, holder: AccountId| {
		move |genesis: &mut Value| genesis["liquidityStaking"]["roles"][role][1] = json!(holder)
	};
	for role in 0..4 {
		for holder in [named("Alice"), InstantAccount::get()] {
			assert_refused("must belong to a track that waits", hold(role, holder));
		}
		assert_eq!(refusal(hold(role, LongAccount::get())), None);
	}
}

#[test]
fn a_network_must_have_a_council_of_five_to_thirteen() {
	let seats = |count: usize| {
		move |genesis: &mut Value| {
			let members = (0..count).map(|seat| json!(named(&format!("Seat{seat}")))).collect();
			genesis["council"]["members"] = Value::Array(members);
		}
	};
	for (count, enough) in [(0, false), (4, false), (5, true), (13, true)] {
		if enough {
			assert_eq!(refusal(seats(count)), None);
		} else {
			assert_refused("a network needs a council of 5 to 13 members", seats(count));
		}
	}
	assert!(refusal(seats(14)).is_some(), "the council takes no more");
}

#[test]
fn accounts_of_the_chain_itself_must_have_no_seat_and_no_batches() {
	for account in [ShortAccount::get(), exchange_account()] {
		assert_refused("belongs to the chain itself and cannot be a member of the council", |genesis| {
			genesis["council"]["members"][0] = json!(account);
		});
		assert_refused("belongs to the chain itself and cannot be an operator of the exchange", |genesis| {
			genesis["starkExchange"]["operators"][0] = json!(account);
		});
	}
}

fn exchange_account() -> AccountId {
	TestExternalities::default().execute_with(StarkExchange::exchange_account)
}
