//! Executing before the time, by whatever detour, or after it.

use super::powers::restrict;
use crate::attempts::*;
use frame_support::{assert_noop, assert_ok, traits::Hooks};
use pallet_timelock::{types::OperationId, Call as TimelockCall, TrackId};
use pallet_utility::Call as UtilityCall;
use sp_runtime::{DispatchError::BadOrigin, MultiAddress};
use tidepool_integration_tests::{borrowers::*, common::*, council::*};
use tidepool_runtime::{
	configs::accounts::ProxyType, Runtime, RuntimeCall, Scheduler, StarkProxy, System, Timelock,
};

type Error = pallet_timelock::Error<Runtime>;

fn execution(id: OperationId) -> RuntimeCall {
	TimelockCall::<Runtime>::execute { id, length_bound: 1_000, weight_bound: INNER_WEIGHT }.into()
}

/// Every detour to `execute` that ends in a signature: what somebody without a role can wrap it in.
fn detours(id: OperationId) -> Vec<RuntimeCall> {
	let (main, fallback) = (Box::new(execution(id)), Box::new(execution(id)));
	vec![
		batch_all(vec![execution(id)]),
		UtilityCall::<Runtime>::batch_all { calls: vec![UtilityCall::if_else { main, fallback }.into()] }
			.into(),
		UtilityCall::<Runtime>::as_derivative { index: 0, call: Box::new(execution(id)) }.into(),
	]
}

#[test]
fn no_detour_executes_before_the_time() {
	with_pool(|| {
		let id = queue(TrackId::Short, restrict(A));
		set_time(now() + 59);
		assert_noop!(execute(id), Error::TooEarly);
		for detour in detours(id) {
			assert_noop!(attempt(&named("Ferdie"), detour), Error::TooEarly);
		}
		set_time(now() + 1);
		for detour in detours(id) {
			probe(|| {
				assert_ok!(attempt(&named("Ferdie"), detour));
				assert!(StarkProxy::is_borrowing_restricted(A));
			});
		}
	});
}

/// The council does not sign: not even all of it hurries an operation.
#[test]
fn neither_the_council_nor_a_track_executes() {
	with_pool(|| {
		let id = queue(TrackId::Short, restrict(A));
		for caller in [
			Caller::Council,
			Caller::Track(TrackId::Instant),
			Caller::Track(TrackId::Short),
			Caller::Track(TrackId::Long),
		] {
			assert_refused(caller, execution(id), BadOrigin);
			assert_refused(caller, batch_all(vec![execution(id)]), BadOrigin);
		}
		assert!(Timelock::operation(id).is_some() && !StarkProxy::is_borrowing_restricted(A));
	});
}

#[test]
fn the_scheduler_executes_nothing() {
	with_pool(|| {
		let id = queue(TrackId::Short, restrict(A));
		let when = System::block_number() + 100;
		let call = Box::new(execution(id));
		let schedule =
			pallet_scheduler::Call::<Runtime>::schedule { when, maybe_periodic: None, priority: 0, call };
		assert_ok!(try_as(Caller::Track(TrackId::Long), schedule));
		System::set_block_number(when);
		<Scheduler as Hooks<_>>::on_initialize(when);
		let result = Err(BadOrigin);
		System::assert_has_event(
			pallet_scheduler::Event::<Runtime>::Dispatched { task: (when, 0), id: None, result }.into(),
		);
		assert!(Timelock::operation(id).is_some());
	});
}

#[test]
fn an_operation_neither_queues_nor_cancels_nor_repeats_another() {
	with_pool(|| {
		let other = queue(TrackId::Short, restrict(A));
		let queue = TimelockCall::<Runtime>::queue {
			track: TrackId::Short,
			call: Box::new(restrict(A)),
			delay: None,
		};
		let calls: [RuntimeCall; 3] =
			[queue.into(), TimelockCall::<Runtime>::cancel { id: other }.into(), execution(other)];
		for call in calls {
			for track in TrackId::ALL {
				assert_refused(Caller::Track(track), call.clone(), BadOrigin);
			}
		}
	});
}

#[test]
fn an_operation_succeeds_once() {
	with_pool(|| {
		let id = queue(TrackId::Short, restrict(A));
		set_time(now() + 60);
		let twice = batch_all(vec![execution(id), execution(id)]);
		assert_noop!(attempt(&named("Ferdie"), twice), Error::OperationNotFound);
		assert_ok!(execute(id));
		assert_noop!(execute(id), Error::OperationNotFound);
	});
}

#[test]
fn what_has_expired_cannot_be_revived() {
	with_pool(|| {
		let id = queue(TrackId::Short, restrict(A));
		let expires_at = Timelock::operation(id).expect("queued").expires_at;
		set_time(expires_at + 1);
		assert_noop!(execute(id), Error::Expired);
		for detour in detours(id) {
			assert_noop!(attempt(&named("Ferdie"), detour), Error::Expired);
		}
		// Queued again it is another operation, which waits again.
		let again = queue(TrackId::Short, restrict(A));
		assert_noop!(execute(id), Error::Expired);
		assert_noop!(execute(again), Error::TooEarly);
		assert_ok!(attempt(&named("Ferdie"), TimelockCall::<Runtime>::remove_expired { id }));
		assert_noop!(execute(id), Error::OperationNotFound);
	});
}

#[test]
fn what_waits_or_can_be_executed_is_not_removed_as_expired() {
	with_pool(|| {
		let id = queue(TrackId::Short, restrict(A));
		let remove = || attempt(&named("Ferdie"), TimelockCall::<Runtime>::remove_expired { id });
		assert_noop!(remove(), Error::NotExpired);
		set_time(Timelock::operation(id).expect("queued").expires_at);
		assert_noop!(remove(), Error::NotExpired);
	});
}

/// Proxies and multisigs of people execute like people: not before the time.
#[test]
fn a_proxy_or_a_multisig_executes_no_earlier() {
	with_pool(|| {
		let id = queue(TrackId::Short, restrict(A));
		let delegate = MultiAddress::Id(bob());
		let add = pallet_proxy::Call::<Runtime>::add_proxy {
			delegate,
			proxy_type: ProxyType::Governance,
			delay: 0,
		};
		assert_ok!(attempt(&alice(), add));
		let real = MultiAddress::Id(alice());
		let call = Box::new(execution(id));
		let act = pallet_proxy::Call::<Runtime>::proxy { real, force_proxy_type: None, call: call.clone() };
		assert_ok!(attempt(&bob(), act));
		let result = Err(Error::TooEarly.into());
		System::assert_has_event(pallet_proxy::Event::<Runtime>::ProxyExecuted { result }.into());
		let other_signatories = vec![alice()];
		let joint = pallet_multisig::Call::<Runtime>::as_multi_threshold_1 { other_signatories, call };
		assert_noop!(attempt(&bob(), joint), Error::TooEarly);
	});
}
