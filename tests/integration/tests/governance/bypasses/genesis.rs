//! Starting with a guardian who need not wait, or with delays that are none.

use pallet_stark_proxy::types::Role;
use pallet_timelock::{types::TrackParameters, TrackId};
use sp_runtime::BuildStorage;
use tidepool_integration_tests::common::*;
use tidepool_runtime::{genesis_config_presets::preset_names, Runtime, StarkProxy, Timelock};

#[test]
fn every_initial_guardian_is_a_track_that_waits() {
	for preset in preset_names() {
		chain(&preset).execute_with(|| {
			let waiting = [TrackId::Short, TrackId::Long];
			assert!(waiting.iter().all(|track| Timelock::track_parameters(*track).min_delay > 0));
			for proxy in pallet_stark_proxy::Proxies::<Runtime>::iter_keys() {
				for guardian in StarkProxy::role_members(proxy, Role::Guardian) {
					assert!(
						waiting.map(Timelock::track_account).contains(&guardian),
						"{preset}: {guardian:?}"
					);
				}
				for guardian in StarkProxy::role_members(proxy, Role::VetoGuardian) {
					assert!(Timelock::is_track_account(&guardian), "{preset}: {guardian:?}");
				}
			}
		});
	}
}

#[test]
fn production_never_waits_less_than_a_day() {
	chain("staging").execute_with(|| {
		for track in TrackId::ALL {
			assert_eq!(Timelock::track_parameters(track), TrackParameters::production(track));
		}
		assert!(Timelock::track_parameters(TrackId::Short).min_delay >= 86_400);
	});
}

#[test]
fn a_chain_with_a_guardian_that_need_not_wait_is_not_built() {
	for track in [TrackId::Short, TrackId::Long] {
		let mut genesis = pallet_timelock::GenesisConfig::<Runtime>::default();
		let parameters = match track {
			TrackId::Short => &mut genesis.short,
			_ => &mut genesis.long,
		};
		parameters.min_delay = 0;
		let built = std::panic::catch_unwind(|| genesis.build_storage());
		let reason = *built.expect_err("it is refused").downcast::<String>().expect("with a reason");
		assert!(reason.contains("the minimum delay must not be 0"), "{reason}");
	}
}
