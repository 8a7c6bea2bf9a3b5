//! Making what was decided fail by calling it from so deep inside other calls that its own calls find no room: calls can
//! be nested 255 deep, whatever is deeper fails, and who calls chooses how deep. The runtime's filter leaves room.

use super::powers::restrict;
use crate::attempts::*;
use codec::{DecodeLimit, Encode};
use frame_support::{
	assert_ok,
	storage::{transactional::Layer, with_transaction, TransactionOutcome},
	traits::Contains,
	MAX_EXTRINSIC_DEPTH,
};
use pallet_collective::{Call as CouncilCall, Instance1, Proposals};
use pallet_multisig::Call as MultisigCall;
use pallet_proxy::Call as ProxyCall;
use pallet_timelock::{types::OperationId, Call as TimelockCall, TrackId};
use pallet_utility::{Call as UtilityCall, Event as UtilityEvent};
use sp_runtime::{
	traits::{BlakeTwo256, Hash},
	DispatchResult,
};
use tidepool_integration_tests::{borrowers::*, common::*, council::*};
use tidepool_runtime::{
	configs::{
		accounts::ProxyType,
		nesting::{RoomToCarryOut, MAX_LAYERS_ABOVE},
	},
	Runtime, RuntimeCall, StarkProxy, System, Timelock,
};

/// Runs `test` with a stack for calls as deep as there can be.
fn deep(test: impl FnOnce() + Send + 'static) {
	let builder = std::thread::Builder::new().stack_size(1 << 30);
	if let Err(panic) = builder.spawn(test).expect("there is memory").join() {
		std::panic::resume_unwind(panic);
	}
}

/// `call` inside `depth` batches, as a transaction can bring it.
fn buried(call: impl Into<RuntimeCall>, depth: u32) -> RuntimeCall {
	let bury = |call, _| UtilityCall::<Runtime>::batch { calls: vec![call] }.into();
	let call = (0..depth).fold(call.into(), bury);
	let bytes = call.encode();
	RuntimeCall::decode_all_with_depth_limit(MAX_EXTRINSIC_DEPTH, &mut &bytes[..]).expect("short enough")
}

/// Depths up to which what was decided happens, and is refused beyond, among them those at which calls run out of room.
fn depths() -> impl Iterator<Item = u32> {
	[0, 1, MAX_LAYERS_ABOVE - 1, MAX_LAYERS_ABOVE, MAX_LAYERS_ABOVE + 1, 100].into_iter().chain(245..=255)
}

/// A probe is a layer, too.
fn has_room(depth: u32) -> bool {
	depth < MAX_LAYERS_ABOVE
}

fn execution(id: OperationId) -> TimelockCall<Runtime> {
	TimelockCall::execute { id, length_bound: u32::MAX, weight_bound: ANY_WEIGHT }
}

fn queue_on(track: TrackId) -> RuntimeCall {
	TimelockCall::<Runtime>::queue { track, call: Box::new(restrict(A)), delay: None }.into()
}

fn is_queued() -> bool {
	pallet_timelock::Operations::<Runtime>::count() > 0
}

/// Executes an operation of `call`, which restricts A, from every depth, and has `also` look at what became of it.
fn execute_from_all_depths(call: &RuntimeCall, also: impl Fn(OperationId, bool, u32)) {
	for depth in depths() {
		probe(|| {
			let id = queue(TrackId::Short, call.clone());
			set_time(now() + 60);
			assert_ok!(attempt(&named("Ferdie"), buried(execution(id), depth)));
			let happened = StarkProxy::is_borrowing_restricted(A);
			also(id, happened, depth);
			assert_eq!(happened, has_room(depth), "buried {depth} deep");
		});
	}
}

/// An operation is gone exactly when it happened.
fn survives(call: &RuntimeCall) {
	execute_from_all_depths(call, |id, happened, depth| {
		assert_eq!(Timelock::operation(id).is_none(), happened, "buried {depth} deep");
	});
}

#[test]
fn an_operation_of_one_call_or_of_batch_all_survives() {
	deep(|| {
		with_pool(|| {
			for call in [restrict(A), batch_all(vec![restrict(A)])] {
				survives(&call);
			}
		});
	});
}

#[test]
fn an_operation_that_forgives_failures_survives() {
	deep(|| {
		with_pool(|| {
			let calls = || vec![restrict(A)];
			for call in [UtilityCall::batch { calls: calls() }, UtilityCall::force_batch { calls: calls() }] {
				survives(&call.into());
			}
		});
	});
}

/// Whoever executes must not choose which branch of an operation happens.
#[test]
fn nobody_but_the_chain_chooses_a_fallback() {
	deep(|| {
		with_pool(|| {
			// The first branch works, but needs one level more than the second one.
			let (main, fallback) = (Box::new(batch_all(vec![restrict(A)])), Box::new(restrict(B)));
			let call = UtilityCall::<Runtime>::if_else { main, fallback }.into();
			execute_from_all_depths(&call, |_, _, depth| {
				assert!(!StarkProxy::is_borrowing_restricted(B), "buried {depth} deep");
			});
		});
	});
}

#[test]
fn a_carried_motion_survives() {
	deep(|| {
		with_pool(|| {
			for depth in depths() {
				probe(|| {
					let close = vote_on(&queue_on(TrackId::Instant), 3, 3);
					assert_ok!(attempt(&named("Ferdie"), buried(close, depth)));
					let is_open = !Proposals::<Runtime, Instance1>::get().is_empty();
					assert!(is_open != is_queued(), "buried {depth} deep, the motion is gone without effect");
					assert_eq!(is_queued(), has_room(depth), "buried {depth} deep");
				});
			}
		});
	});
}

/// Who votes last closes in the same transaction: nobody comes in between.
#[test]
fn the_last_vote_carries_the_motion() {
	with_pool(|| {
		let motion = queue_on(TrackId::Instant);
		let index = pallet_collective::ProposalCount::<Runtime, Instance1>::get();
		let close = vote_on(&motion, 3, 2);
		let proposal = BlakeTwo256::hash_of(&motion);
		let vote = CouncilCall::<Runtime, Instance1>::vote { proposal, index, approve: true };
		assert_ok!(attempt(&named(MEMBERS[2]), batch_all(vec![vote.into(), close.into()])));
		assert!(is_queued());
	});
}

/// Runs `action` with that many layers of storage open.
fn in_layers(layers: Layer, action: &dyn Fn()) {
	if layers == 0 {
		return action();
	}
	let deeper = || -> TransactionOutcome<DispatchResult> {
		in_layers(layers - 1, action);
		TransactionOutcome::Commit(Ok(()))
	};
	with_transaction(deeper).expect("not nested deeply");
}

#[test]
fn what_carries_out_decisions_needs_room_and_nothing_else_does() {
	with_pool(|| {
		let motion = queue_on(TrackId::Short);
		let close = CouncilCall::<Runtime, Instance1>::close {
			proposal_hash: BlakeTwo256::hash_of(&motion),
			index: 0,
			proposal_weight_bound: ANY_WEIGHT,
			length_bound: 0,
		};
		let other = Box::new(restrict(A));
		let call_hash = BlakeTwo256::hash_of(&other).into();
		let alice = || named("Alice");
		let deciding: [RuntimeCall; 4] = [
			close.into(),
			execution(0).into(),
			MultisigCall::<Runtime>::as_multi {
				threshold: 2,
				other_signatories: vec![alice()],
				maybe_timepoint: None,
				call: other.clone(),
				max_weight: ANY_WEIGHT,
			}
			.into(),
			ProxyCall::<Runtime>::proxy_announced {
				delegate: alice().into(),
				real: alice().into(),
				force_proxy_type: None,
				call: other.clone(),
			}
			.into(),
		];
		let harmless: [RuntimeCall; 4] = [
			motion,
			CouncilCall::<Runtime, Instance1>::execute { proposal: other.clone(), length_bound: 0 }.into(),
			ProxyCall::<Runtime>::proxy { real: alice().into(), force_proxy_type: None, call: other }.into(),
			MultisigCall::<Runtime>::approve_as_multi {
				threshold: 2,
				other_signatories: vec![alice()],
				maybe_timepoint: None,
				call_hash,
				max_weight: ANY_WEIGHT,
			}
			.into(),
		];
		for (layers, room) in
			[(0, true), (MAX_LAYERS_ABOVE, true), (MAX_LAYERS_ABOVE + 1, false), (250, false)]
		{
			in_layers(layers, &|| {
				for call in &deciding {
					assert_eq!(RoomToCarryOut::contains(call), room, "{call:?} under {layers} layers");
				}
				for call in &harmless {
					assert!(RoomToCarryOut::contains(call), "{call:?} under {layers} layers");
				}
			});
		}
	});
}

#[test]
fn a_motion_closes_in_sixteen_batches_and_not_in_seventeen() {
	with_pool(|| {
		let close = vote_on(&queue_on(TrackId::Short), 3, 3);
		assert_ok!(attempt(&named("Ferdie"), buried(close.clone(), MAX_LAYERS_ABOVE + 1)));
		assert!(!is_queued(), "refused inside the innermost batch");
		let error = frame_system::Error::<Runtime>::CallFiltered.into();
		System::assert_has_event(UtilityEvent::BatchInterrupted { index: 0, error }.into());
		assert_ok!(attempt(&named("Ferdie"), buried(close, MAX_LAYERS_ABOVE)));
		assert!(is_queued());
	});
}

/// A decision inside another one needs its own room: else the outer one would be used up for nothing.
#[test]
fn what_is_announced_or_approved_stays_while_the_decision_inside_it_has_no_room() {
	let inner: RuntimeCall = UtilityCall::<Runtime>::batch { calls: vec![execution(0).into()] }.into();
	let alice = || named("Alice");
	let outer: [RuntimeCall; 2] = [
		ProxyCall::<Runtime>::proxy_announced {
			delegate: alice().into(),
			real: alice().into(),
			force_proxy_type: None,
			call: Box::new(inner.clone()),
		}
		.into(),
		MultisigCall::<Runtime>::as_multi {
			threshold: 2,
			other_signatories: vec![alice()],
			maybe_timepoint: None,
			call: Box::new(inner),
			max_weight: ANY_WEIGHT,
		}
		.into(),
	];
	with_pool(|| {
		// Two calls are around the inner one, each taken for two layers.
		let most = MAX_LAYERS_ABOVE - 4;
		for (layers, room) in [(0, true), (most, true), (most + 1, false), (MAX_LAYERS_ABOVE, false)] {
			in_layers(layers, &|| {
				for call in &outer {
					assert_eq!(RoomToCarryOut::contains(call), room, "{call:?} under {layers} layers");
				}
			});
		}
	});
}

#[test]
fn a_stranger_wastes_no_announcement() {
	with_pool(|| {
		let (real, delegate) = (named("Alice"), named("Dave"));
		let delegation = ProxyCall::<Runtime>::add_proxy {
			delegate: delegate.clone().into(),
			proxy_type: ProxyType::Any,
			delay: 1,
		};
		assert_ok!(attempt(&real, delegation));
		let id = queue(TrackId::Short, restrict(A));
		set_time(now() + 60);
		let call: RuntimeCall = execution(id).into();
		let announce = ProxyCall::<Runtime>::announce {
			real: real.clone().into(),
			call_hash: BlakeTwo256::hash_of(&call),
		};
		assert_ok!(attempt(&delegate, announce));
		System::set_block_number(System::block_number() + 1);
		let announced = |force_proxy_type| ProxyCall::<Runtime>::proxy_announced {
			delegate: delegate.clone().into(),
			real: real.clone().into(),
			force_proxy_type,
			call: Box::new(call.clone()),
		};
		let stays = || !pallet_proxy::Announcements::<Runtime>::get(&delegate).0.is_empty();
		for depth in [MAX_LAYERS_ABOVE - 1, MAX_LAYERS_ABOVE, MAX_LAYERS_ABOVE + 1, 100] {
			assert_ok!(attempt(&named("Ferdie"), buried(announced(None), depth)));
			assert!(stays(), "buried {depth} deep");
		}
		let filtered = Err(frame_system::Error::<Runtime>::CallFiltered.into());
		for kind in [ProxyType::Staking, ProxyType::CancelProxy] {
			assert_eq!(attempt(&named("Ferdie"), announced(Some(kind))), filtered);
			assert!(stays(), "as {kind:?}");
		}
		assert_ok!(attempt(&named("Ferdie"), buried(announced(None), MAX_LAYERS_ABOVE - 2)));
		assert!(!stays());
		assert!(StarkProxy::is_borrowing_restricted(A));
	});
}
