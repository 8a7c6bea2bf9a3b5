//! Who validates is for governance to decide, by the long track, and for nobody else.

use super::*;
use frame_support::assert_noop;
use pallet_timelock::Origin;
use sp_runtime::{
	traits::Dispatchable,
	DispatchError::{self, BadOrigin},
	DispatchResult,
};
use tidepool_integration_tests::sessions::*;
use tidepool_runtime::{configs::accounts::ProxyType, RuntimeOrigin, System, Timelock};

fn filtered() -> DispatchError {
	frame_system::Error::<Runtime>::CallFiltered.into()
}

fn try_with(origin: impl Into<RuntimeOrigin>, call: RuntimeCall) -> DispatchResult {
	call.dispatch(origin.into()).map(|_| ()).map_err(|refusal| refusal.error)
}

fn by(name: &str) -> RuntimeOrigin {
	RuntimeOrigin::signed(named(name))
}

/// Changes of the list.
fn changes() -> [RuntimeCall; 4] {
	[add("Eve"), remove("Dave"), swap("Dave", "Eve"), reset(vec![named("Alice"), named("Eve")])]
}

#[test]
fn the_long_track_changes_the_list_and_no_other() {
	for call in changes() {
		on_local_testnet(|| {
			for track in TrackId::ALL.into_iter().filter(|track| *track != TrackId::Long) {
				assert_noop!(try_with(Origin::Track(track), call.clone()), BadOrigin);
				assert_noop!(
					try_with(RuntimeOrigin::signed(Timelock::track_account(track)), call.clone()),
					BadOrigin
				);
			}
			assert_noop!(try_with(RuntimeOrigin::root(), call.clone()), BadOrigin);
			assert_noop!(try_with(by("Alice"), call.clone()), BadOrigin);
			assert_eq!(carry(&call, 5), Err(BadOrigin), "the council without the timelock");
			govern(TrackId::Long, call);
		});
	}
}

#[test]
fn every_change_needs_two_thirds() {
	for call in changes() {
		on_local_testnet(|| {
			let queue = RuntimeCall::from(pallet_timelock::Call::<Runtime>::queue {
				track: TrackId::Long,
				call: Box::new(call),
				delay: None,
			});
			assert_eq!(carry(&queue, 3), Err(BadOrigin));
			assert_eq!(carry(&queue, 4), Ok(()));
		});
	}
}

/// A prime validator would mean nothing.
#[test]
fn nobody_names_a_prime_validator() {
	on_local_testnet(|| {
		let set = ValidatorsCall::<Runtime>::set_prime { who: address("Alice") };
		for call in [RuntimeCall::from(set), ValidatorsCall::<Runtime>::clear_prime {}.into()] {
			for track in TrackId::ALL {
				assert_noop!(try_with(Origin::Track(track), call.clone()), BadOrigin);
			}
			assert_noop!(try_with(RuntimeOrigin::root(), call.clone()), BadOrigin);
			assert_noop!(try_with(by("Alice"), call), BadOrigin);
		}
	});
}

fn hand_over() -> RuntimeCall {
	ValidatorsCall::<Runtime>::change_key { new: address("Eve") }.into()
}

/// What became of the call inside another one, as the event of that one tells.
fn inner(find: impl Fn(tidepool_runtime::RuntimeEvent) -> Option<DispatchResult>) -> DispatchResult {
	System::events().into_iter().rev().find_map(|record| find(record.event)).expect("an event tells")
}

#[test]
fn no_validator_hands_over_its_seat() {
	use tidepool_runtime::RuntimeEvent;
	on_local_testnet(|| {
		let before = listed();
		assert_noop!(try_with(by("Alice"), hand_over()), filtered());
		assert_noop!(try_with(by("Alice"), batch_all(vec![hand_over()])), filtered());
		let derivative =
			pallet_utility::Call::<Runtime>::as_derivative { index: 0, call: Box::new(hand_over()) };
		assert_noop!(try_with(by("Alice"), derivative.into()), filtered());

		let appoint = pallet_proxy::Call::<Runtime>::add_proxy {
			delegate: address("Eve"),
			proxy_type: ProxyType::Any,
			delay: 0,
		};
		assert_eq!(try_with(by("Alice"), appoint.into()), Ok(()));
		let act = pallet_proxy::Call::<Runtime>::proxy {
			real: address("Alice"),
			force_proxy_type: None,
			call: Box::new(hand_over()),
		};
		assert_eq!(try_with(by("Eve"), act.into()), Ok(()));
		let result = inner(|event| match event {
			RuntimeEvent::Proxy(pallet_proxy::Event::ProxyExecuted { result }) => Some(result),
			_ => None,
		});
		assert_eq!(result, Err(filtered()));
		assert_eq!(listed(), before);
	});
}

#[test]
fn no_multisig_hands_over_its_seat() {
	on_local_testnet(|| {
		let others = vec![named("Bob")];
		let mut signatories = vec![named("Alice"), named("Bob")];
		signatories.sort();
		let account = tidepool_runtime::Multisig::multi_account_id(&signatories, 1);
		govern(TrackId::Long, reset(vec![account.clone()]));
		let act = pallet_multisig::Call::<Runtime>::as_multi_threshold_1 {
			other_signatories: others,
			call: Box::new(hand_over()),
		};
		assert_noop!(try_with(by("Alice"), act.into()), filtered());
		assert_eq!(listed(), [account]);
	});
}

/// Governance cannot do it for one either, by mistake: a track is no member.
#[test]
fn no_track_hands_over_a_seat() {
	on_local_testnet(|| {
		for track in TrackId::ALL {
			assert_noop!(try_with(Origin::Track(track), hand_over()), filtered());
		}
	});
}

#[test]
fn nobody_is_listed_twice() {
	on_local_testnet(|| {
		let twice = reset(vec![named("Alice"), named("Bob"), named("Alice")]);
		assert_noop!(try_with(Origin::Track(TrackId::Long), twice.clone()), filtered());
		assert_noop!(try_with(Origin::Track(TrackId::Long), batch_all(vec![twice])), filtered());
		let already = pallet_membership::Error::<Runtime>::AlreadyMember;
		assert_noop!(try_with(Origin::Track(TrackId::Long), add("Alice")), already);
	});
}
