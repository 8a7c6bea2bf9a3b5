//! Trying things that must not work: who tries, and that nothing has changed afterwards.

use codec::Decode;
use frame_support::{
	assert_ok,
	storage::{transactional::TRANSACTION_LEVEL_KEY, with_transaction, TransactionOutcome},
	weights::Weight,
};
use pallet_collective::Instance1;
use pallet_timelock::{types::OperationId, Event as TimelockEvent, TrackId};
use sp_core::H256;
use sp_runtime::{traits::Dispatchable, DispatchError, DispatchResult, StateVersion};
use tidepool_integration_tests::{borrowers::*, common::*, council::*};
use tidepool_runtime::{
	configs::timelock::{InstantAccount, LongAccount, ShortAccount},
	AccountId, Runtime, RuntimeCall, RuntimeOrigin, System, Timelock,
};

/// Who tries something.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Caller {
	/// All five members, in a motion of their own.
	Council,
	/// A member alone.
	Member,
	/// An operation of a track, after its delay.
	Track(TrackId),
	/// Somebody without any role.
	Anybody,
	/// The account of a track, if somebody could sign for it.
	Signing(TrackId),
}

use Caller::*;

/// Enough for a call that is itself part of a motion or an operation, which must leave room for it.
pub const INNER_WEIGHT: Weight = Weight::from_parts(50_000_000_000, 1_000_000);

/// Everybody there is.
pub const EVERYBODY: [Caller; 9] = [
	Council,
	Member,
	Track(TrackId::Instant),
	Track(TrackId::Short),
	Track(TrackId::Long),
	Anybody,
	Signing(TrackId::Instant),
	Signing(TrackId::Short),
	Signing(TrackId::Long),
];

/// The accounts of all tracks.
pub fn track_accounts() -> [AccountId; 3] {
	[InstantAccount::get(), ShortAccount::get(), LongAccount::get()]
}

/// Everybody but those listed.
pub fn everybody_but(exceptions: &[Caller]) -> Vec<Caller> {
	EVERYBODY.into_iter().filter(|caller| !exceptions.contains(caller)).collect()
}

/// Does something and takes it back.
pub fn probe<R>(action: impl FnOnce() -> R) -> R {
	with_transaction(|| TransactionOutcome::Rollback(Ok::<_, DispatchError>(action())))
		.expect("not nested deeply")
}

/// Fingerprint of everything stored, but for events and the number of motions so far.
pub fn state() -> H256 {
	probe(|| {
		System::reset_events();
		pallet_collective::ProposalCount::<Runtime, Instance1>::kill();
		// An empty list can be stored or not.
		if pallet_collective::Proposals::<Runtime, Instance1>::get().is_empty() {
			pallet_collective::Proposals::<Runtime, Instance1>::kill();
		}
		// How deep this is inside other attempts.
		let level = sp_io::storage::get(TRANSACTION_LEVEL_KEY);
		sp_io::storage::clear(TRANSACTION_LEVEL_KEY);
		let root = sp_io::storage::root(StateVersion::V1);
		if let Some(level) = level {
			sp_io::storage::set(TRANSACTION_LEVEL_KEY, &level);
		}
		H256::decode(&mut &root[..]).expect("a root is a hash")
	})
}

/// What `caller` achieves with `call`. Waits for the delay where there is one; an operation that failed is gone
/// afterwards.
pub fn try_as(caller: Caller, call: impl Into<RuntimeCall>) -> DispatchResult {
	match caller {
		Council => carry(&call.into(), 5),
		Member => attempt(&named(MEMBERS[0]), call),
		Anybody => attempt(&named("Ferdie"), call),
		Signing(track) => attempt(&Timelock::track_account(track), call),
		Track(track) => {
			let id = queue(track, call);
			set_time(now() + Timelock::delay(track));
			let result = outcome(id);
			if result.is_err() {
				assert_ok!(cancel(id));
			}
			result
		},
	}
}

/// `caller` is refused, and nothing has changed.
#[track_caller]
pub fn assert_refused(caller: Caller, call: impl Into<RuntimeCall>, error: impl Into<DispatchError>) {
	let (call, error) = (call.into(), error.into());
	if let Track(track) = caller {
		let id = queue(track, call.clone());
		set_time(now() + Timelock::delay(track));
		assert_operation_refused(id, error);
		assert_ok!(cancel(id));
		return;
	}
	let before = state();
	assert_eq!(try_as(caller, call.clone()), Err(error), "{caller:?} with {call:?}");
	assert_eq!(state(), before, "{caller:?} changed something with {call:?}");
}

/// Executes an operation and returns what its call resulted in.
#[track_caller]
pub fn outcome(id: OperationId) -> DispatchResult {
	System::reset_events();
	assert_ok!(execute(id));
	let result = |event| match event {
		tidepool_runtime::RuntimeEvent::Timelock(TimelockEvent::Executed { id: done }) if done == id => {
			Some(Ok(()))
		},
		tidepool_runtime::RuntimeEvent::Timelock(TimelockEvent::ExecutionFailed { id: failed, error })
			if failed == id =>
		{
			Some(Err(error))
		},
		_ => None,
	};
	System::events().into_iter().rev().find_map(|record| result(record.event)).expect("it was executed")
}

/// The call of an operation fails, and nothing has changed.
#[track_caller]
pub fn assert_operation_refused(id: OperationId, error: impl Into<DispatchError>) {
	let (before, error) = (state(), error.into());
	let call = Timelock::operation(id).expect("it is open");
	assert_eq!(outcome(id), Err(error), "{call:?}");
	assert_eq!(state(), before, "a failed call changed something: {call:?}");
}

/// An operation succeeds, but its call has changed nothing: the chain is as if it had been cancelled.
#[track_caller]
pub fn assert_operation_achieves_nothing(id: OperationId) {
	let without = probe(|| {
		let majority = pallet_collective::RawOrigin::<AccountId, Instance1>::Members(3, 5);
		let cancel = pallet_timelock::Call::<Runtime>::cancel { id };
		assert_ok!(RuntimeCall::from(cancel).dispatch(majority.into()));
		state()
	});
	assert_eq!(outcome(id), Ok(()));
	assert_eq!(state(), without, "the operation achieved something");
}

/// A majority cancels an operation.
pub fn cancel(id: OperationId) -> DispatchResult {
	carry(&pallet_timelock::Call::<Runtime>::cancel { id }.into(), 3)
}

/// Dispatches with an origin that nobody can have.
pub fn dispatch_with(origin: RuntimeOrigin, call: impl Into<RuntimeCall>) -> DispatchResult {
	call.into().dispatch(origin).map(|_| ()).map_err(|refusal| refusal.error)
}
