//! The state at genesis (specification, sections 4.1 and 4.2).

use super::*;
use crate::{types::TrackParameters, Pallet, Tracks};
use frame_support::traits::{GetStorageVersion, StorageVersion};

const PRODUCTION: [TrackParameters; 3] = [
	TrackParameters { default_delay: 0, min_delay: 0, max_delay: 86_400, grace: 604_800 },
	TrackParameters { default_delay: 172_800, min_delay: 86_400, max_delay: 604_800, grace: 604_800 },
	TrackParameters { default_delay: 604_800, min_delay: 432_000, max_delay: 1_814_400, grace: 604_800 },
];

fn built(change: impl FnOnce(&mut TimelockGenesis)) {
	ExtBuilder::default().genesis(change).build_and_execute(|| {});
}

#[test]
fn by_default_the_limits_are_those_of_production() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(TrackId::ALL.map(Timelock::track_parameters), PRODUCTION);
		assert_eq!(TrackId::ALL.map(Timelock::delay), [0, 2 * DAY, 7 * DAY]);
		assert_eq!(TrackId::ALL.map(Tracks::<Test>::get), PRODUCTION.map(Some));
		assert_eq!(Pallet::<Test>::on_chain_storage_version(), StorageVersion::new(1));
		assert_eq!(Pallet::<Test>::in_code_storage_version(), StorageVersion::new(1));
	});
}

#[test]
fn a_chain_without_a_genesis_of_the_timelock_has_those_of_production() {
	sp_io::TestExternalities::default().execute_with(|| {
		assert_eq!(TrackId::ALL.map(Timelock::track_parameters), PRODUCTION);
		assert_eq!(TrackId::ALL.map(Timelock::delay), [0, 2 * DAY, 7 * DAY]);
		assert_eq!(Tracks::<Test>::iter().count(), 0);
	});
}

#[test]
fn the_limits_of_a_development_chain_are_stored() {
	let short = TrackParameters { default_delay: 60, min_delay: 30, max_delay: 600, grace: 300 };
	let long = TrackParameters { default_delay: 180, min_delay: 60, max_delay: 1_200, grace: 400 };
	let development = |timelock: &mut TimelockGenesis| (timelock.short, timelock.long) = (short, long);
	ExtBuilder::default().genesis(development).build_and_execute(|| {
		assert_eq!(TrackId::ALL.map(Timelock::track_parameters), [PRODUCTION[0], short, long]);
		queue(Short, act(0));
		queue(Long, act(0));
		assert_eq!(window(0), (START + 60, START + 360));
		assert_eq!(window(1), (START + 180, START + 580));
	});
}

#[test]
fn the_accounts_of_the_tracks_exist_without_a_balance() {
	ExtBuilder::default().build_and_execute(|| {
		for track in TrackId::ALL {
			let account = Timelock::track_account(track);
			assert_eq!(System::providers(&account), 1);
			assert!(System::account_exists(&account));
			assert_eq!(Balances::free_balance(&account), 0);
		}
	});
}

#[test]
fn the_smallest_and_the_largest_limits_are_accepted() {
	built(|timelock| {
		let least = TrackParameters { default_delay: 1, min_delay: 1, max_delay: 1, grace: 1 };
		(timelock.short, timelock.long) = (least, least);
		timelock.instant = TrackParameters { default_delay: 0, min_delay: 0, max_delay: 0, grace: 1 };
	});
	built(|timelock| {
		timelock.long.max_delay = Seconds::MAX;
		timelock.long.grace = Seconds::MAX;
	});
}

/// The text with which a configuration is refused.
fn refusal(change: fn(&mut TimelockGenesis)) -> String {
	let panic = std::panic::catch_unwind(|| built(change)).expect_err("refused");
	panic.downcast_ref::<String>().expect("a message").clone()
}

/// What is said of a mistake, of which track it is said, and the mistake.
type Mistake = (&'static str, &'static str, fn(&mut TimelockGenesis));

#[test]
fn broken_limits_are_refused() {
	let order = "timelock: the default delay must lie between the minimum and the maximum";
	let grace = "timelock: the grace period must not be 0";
	let minimum = "timelock: the minimum delay must not be 0";
	let mistakes: [Mistake; 10] = [
		(order, "Instant", |timelock| timelock.instant.default_delay = timelock.instant.max_delay + 1),
		(order, "Instant", |timelock| timelock.instant.min_delay = 1),
		(order, "Short", |timelock| timelock.short.default_delay = timelock.short.min_delay - 1),
		(order, "Short", |timelock| timelock.short.default_delay = timelock.short.max_delay + 1),
		(order, "Long", |timelock| timelock.long.max_delay = timelock.long.default_delay - 1),
		(grace, "Instant", |timelock| timelock.instant.grace = 0),
		(grace, "Short", |timelock| timelock.short.grace = 0),
		(grace, "Long", |timelock| timelock.long.grace = 0),
		(minimum, "Short", |timelock| timelock.short.min_delay = 0),
		(minimum, "Long", |timelock| timelock.long.min_delay = 0),
	];
	for (reason, track, mistake) in mistakes {
		let text = refusal(mistake);
		assert!(text.starts_with(&format!("{reason}, on the track {track} with")), "{text}");
	}
}

#[test]
fn the_configuration_is_written_as_json() {
	let json = r#"{
		"instant": { "defaultDelay": 0, "minDelay": 0, "maxDelay": 86400, "grace": 604800 },
		"short": { "defaultDelay": 60, "minDelay": 30, "maxDelay": 600, "grace": 300 },
		"long": { "defaultDelay": 180, "minDelay": 60, "maxDelay": 1200, "grace": 400 }
	}"#;
	let genesis: TimelockGenesis = serde_json::from_str(json).unwrap();
	assert_eq!(genesis.instant, PRODUCTION[0]);
	assert_eq!((genesis.short.default_delay, genesis.long.grace), (60, 400));
	assert_eq!(serde_json::to_string(&genesis).unwrap(), json.replace(['\n', '\t', ' '], ""));
	assert!(serde_json::from_str::<TimelockGenesis>(&json.replace("grace", "graze")).is_err());
	assert!(serde_json::from_str::<TimelockGenesis>(&json.replace("short", "shirt")).is_err());
}
