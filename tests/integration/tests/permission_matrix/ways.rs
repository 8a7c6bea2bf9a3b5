//! Ways to make a call: directly, or through something that acts for somebody.

use super::{
	callers::Caller,
	delegation::allows,
	row::{Outcome, Row},
	stage::{endow, person, play, to},
};
use codec::Encode;
use frame_support::{
	traits::{Hooks, OriginTrait},
	weights::Weight,
};
use sp_runtime::{traits::Dispatchable, DispatchError};
use tidepool_integration_tests::common::*;
use tidepool_runtime::{
	configs::accounts::ProxyType, AccountId, Multisig, OriginCaller, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeOrigin, Scheduler, System, Timelock,
};

type Utility = pallet_utility::Call<Runtime>;

pub const PROXY_TYPES: [ProxyType; 5] = [
	ProxyType::Any,
	ProxyType::NonTransfer,
	ProxyType::Governance,
	ProxyType::Staking,
	ProxyType::CancelProxy,
];

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
	Direct,
	Batch,
	BatchAll,
	ForceBatch,
	IfElse,
	/// For an account derived from the caller's.
	AsDerivative,
	/// As root.
	WithWeight,
	/// With a forged origin: that of the first who may.
	DispatchAs,
	DispatchAsFallible,
	Scheduled,
	/// By a delegate whom the caller has named.
	Delegate(ProxyType),
	/// By the two who sign for the caller.
	Multisig,
	/// By one of the two without the other, which makes another account of them.
	MultisigOfOne,
}

impl Way {
	/// The ways that are open to every origin, whatever they lead to.
	pub const OF_ALL: [Way; 9] = [
		Way::Batch,
		Way::BatchAll,
		Way::ForceBatch,
		Way::IfElse,
		Way::AsDerivative,
		Way::WithWeight,
		Way::DispatchAs,
		Way::DispatchAsFallible,
		Way::Scheduled,
	];

	/// All ways that a caller can take besides the direct one.
	pub fn around(caller: Caller) -> Vec<Way> {
		let mut ways = Way::OF_ALL.to_vec();
		if caller.is_signed() {
			ways.extend(PROXY_TYPES.map(Way::Delegate));
		}
		if caller.signatories().is_some() {
			ways.extend([Way::Multisig, Way::MultisigOfOne]);
		}
		ways
	}

	/// The account that the call is finally made for.
	fn subject(self, by: Caller) -> AccountId {
		let account = by.account().unwrap_or_else(|| Caller::Stranger.signer());
		match self {
			Way::AsDerivative => pallet_utility::derivative_account_id(account, DERIVATIVE),
			Way::MultisigOfOne => Multisig::multi_account_id(&two_of(by), 1),
			_ => account,
		}
	}
}

const DERIVATIVE: u16 = 3;

/// What the row's call must come to on this way.
pub fn expected(row: &Row, way: Way, by: Caller) -> Outcome {
	match way {
		Way::Direct => row.expected(by),
		// A batch in a batch of this kind is filtered, whoever sends it.
		Way::BatchAll if (row.pallet, row.call) == ("Utility", "batch_all") && by != Caller::Root => {
			Err(filtered())
		},
		Way::Batch | Way::BatchAll | Way::ForceBatch | Way::IfElse => row.expected_of_origin(by),
		// These act for accounts that nobody has given anything.
		Way::AsDerivative if by.is_signed() => row.expected(Caller::Stranger),
		Way::MultisigOfOne => row.expected(Caller::Stranger),
		// Nobody but the long track may schedule, and nobody but root may name an origin.
		Way::Scheduled if by == Caller::Long => row.expected_of_origin(by),
		Way::AsDerivative | Way::Scheduled => Err(DispatchError::BadOrigin),
		Way::WithWeight | Way::DispatchAs | Way::DispatchAsFallible => Err(DispatchError::BadOrigin),
		Way::Delegate(proxy_type) if !allows(proxy_type, row.pallet, row.call) => Err(filtered()),
		Way::Delegate(_) | Way::Multisig => row.expected_of_origin(by),
	}
}

fn filtered() -> DispatchError {
	frame_system::Error::<Runtime>::CallFiltered.into()
}

/// Makes the row's call on this way and tells what it came to. Leaves its traces.
pub fn attempt(row: &Row, way: Way, by: Caller) -> Outcome {
	let subject = way.subject(by);
	endow(&subject);
	let call = row.build.expect("the call can be written down")(&subject);
	row.assert_names(&call);
	let forged = || Box::new(origin_to_forge(row));
	let boxed = |call| Box::new(call);
	match way {
		Way::Direct => send(by, call),
		Way::Batch => send(by, Utility::batch { calls: vec![call] }).and_then(|()| utility_outcome()),
		Way::BatchAll => send(by, Utility::batch_all { calls: vec![call] }),
		Way::ForceBatch => {
			send(by, Utility::force_batch { calls: vec![call] }).and_then(|()| utility_outcome())
		},
		Way::IfElse => {
			let fallback = frame_system::Call::<Runtime>::remark { remark: vec![] };
			let attempt = Utility::if_else { main: boxed(call), fallback: boxed(fallback.into()) };
			send(by, attempt).and_then(|()| utility_outcome())
		},
		Way::AsDerivative => send(by, Utility::as_derivative { index: DERIVATIVE, call: boxed(call) }),
		Way::WithWeight => send(by, Utility::with_weight { call: boxed(call), weight: Weight::zero() }),
		Way::DispatchAs => send(by, Utility::dispatch_as { as_origin: forged(), call: boxed(call) })
			.and_then(|()| utility_outcome()),
		Way::DispatchAsFallible => {
			send(by, Utility::dispatch_as_fallible { as_origin: forged(), call: boxed(call) })
		},
		Way::Scheduled => scheduled(by, call),
		Way::Delegate(proxy_type) => delegated(&subject, proxy_type, call),
		Way::Multisig => signed_together(by, call),
		Way::MultisigOfOne => {
			let [first, second] = two_of(by);
			let (other_signatories, call) = (vec![second], Box::new(call));
			let alone = pallet_multisig::Call::<Runtime>::as_multi_threshold_1 { other_signatories, call };
			at_once(RuntimeOrigin::signed(first), alone)
		},
	}
}

impl Row {
	/// The call must be the one that the row names.
	fn assert_names(&self, call: &RuntimeCall) {
		use frame_support::traits::GetCallMetadata;
		let metadata = call.get_call_metadata();
		assert_eq!((metadata.pallet_name, metadata.function_name), (self.pallet, self.call));
	}
}

/// The origin that whoever wants to make the call would forge.
fn origin_to_forge(row: &Row) -> OriginCaller {
	let permitted = Caller::ALL.into_iter().find(|caller| row.permits_origin(*caller));
	permitted.unwrap_or(Caller::Root).origin().caller().clone()
}

/// Dispatches a call as its caller does: tracks through an operation, all others at once.
pub fn send(by: Caller, call: impl Into<RuntimeCall>) -> Outcome {
	match by.track() {
		Some(_) => operated(by, call.into()),
		None => at_once(by.origin(), call),
	}
}

fn at_once(origin: RuntimeOrigin, call: impl Into<RuntimeCall>) -> Outcome {
	call.into().dispatch(origin).map(|_| ()).map_err(|refusal| refusal.error)
}

/// Queues an operation, waits and has it executed by somebody.
fn operated(by: Caller, call: RuntimeCall) -> Outcome {
	use pallet_timelock::{Call, Event, NextOperationId};
	let track = by.track().expect("only tracks operate");
	let id = NextOperationId::<Runtime>::get();
	let queue = Call::<Runtime>::queue { track, call: Box::new(call), delay: None };
	at_once(Caller::TwoThirds.origin(), queue).expect("two thirds may queue on every track");
	set_time(now() + Timelock::delay(track));
	let execute = Call::<Runtime>::execute { id, length_bound: u32::MAX, weight_bound: Weight::MAX };
	play(&person("executor"), execute);
	last_event(|event| match event {
		RuntimeEvent::Timelock(Event::Executed { id: executed }) if executed == id => Some(Ok(())),
		RuntimeEvent::Timelock(Event::ExecutionFailed { id: failed, error }) if failed == id => {
			Some(Err(error))
		},
		_ => None,
	})
}

/// What the outermost call of pallet-utility made of the one call in it.
fn utility_outcome() -> Outcome {
	use pallet_utility::Event;
	last_event(|event| match event {
		RuntimeEvent::Utility(event) => match event {
			Event::BatchCompleted | Event::IfElseMainSuccess => Some(Ok(())),
			Event::BatchInterrupted { error, .. } | Event::ItemFailed { error } => Some(Err(error)),
			Event::IfElseFallbackCalled { main_error } => Some(Err(main_error)),
			Event::DispatchedAs { result } => Some(result),
			Event::BatchCompletedWithErrors | Event::ItemCompleted => None,
		},
		_ => None,
	})
}

fn scheduled(by: Caller, call: RuntimeCall) -> Outcome {
	use pallet_scheduler::{Call, Event};
	send(
		by,
		Call::<Runtime>::schedule_after { after: 1, maybe_periodic: None, priority: 0, call: Box::new(call) },
	)?;
	let block = System::block_number() + 2;
	System::set_block_number(block);
	Scheduler::on_initialize(block);
	last_event(|event| match event {
		RuntimeEvent::Scheduler(Event::Dispatched { task: (when, _), result, .. }) if when == block => {
			Some(result)
		},
		_ => None,
	})
}

fn delegated(real: &AccountId, proxy_type: ProxyType, call: RuntimeCall) -> Outcome {
	use pallet_proxy::{Call, Event};
	let delegate = person("delegate");
	play(real, Call::<Runtime>::add_proxy { delegate: to(&delegate), proxy_type, delay: 0 });
	let act =
		Call::<Runtime>::proxy { real: to(real), force_proxy_type: Some(proxy_type), call: Box::new(call) };
	play(&delegate, act);
	last_event(|event| match event {
		RuntimeEvent::Proxy(Event::ProxyExecuted { result }) => Some(result),
		_ => None,
	})
}

fn two_of(by: Caller) -> [AccountId; 2] {
	by.signatories().expect("two sign for the caller")
}

fn signed_together(by: Caller, call: RuntimeCall) -> Outcome {
	use pallet_multisig::{Call, Event};
	let [first, second] = two_of(by);
	let sign = |other: &AccountId, maybe_timepoint| Call::<Runtime>::as_multi {
		threshold: 2,
		other_signatories: vec![other.clone()],
		maybe_timepoint,
		call: Box::new(call.clone()),
		max_weight: Weight::MAX,
	};
	let opened_at = Multisig::timepoint();
	play(&first, sign(&second, None));
	play(&second, sign(&first, Some(opened_at)));
	let hash = sp_io::hashing::blake2_256(&call.encode());
	last_event(|event| match event {
		RuntimeEvent::Multisig(Event::MultisigExecuted { call_hash, result, .. }) if call_hash == hash => {
			Some(result)
		},
		_ => None,
	})
}

/// The outcome that the latest fitting event tells.
fn last_event(find: impl Fn(RuntimeEvent) -> Option<Outcome>) -> Outcome {
	let mut events = System::events().into_iter().rev();
	events.find_map(|record| find(record.event)).expect("an event tells what the call came to")
}
