//! What the pallet tells about itself; the runtime API serves the same answers.

use super::*;
use crate::{
	types::{ExecutionBounds, OperationInfo, Status, TrackParameters},
	NextOperationId,
};
use codec::Encode;
use frame_support::{assert_ok, dispatch::GetDispatchInfo};

const WEIGHT: Weight = Weight::from_parts(5_000, 600);

#[test]
fn an_operation_is_described() {
	ExtBuilder::default().build_and_execute(|| {
		for padding in [0, 200] {
			let call = weighing(7, padding, WEIGHT, None);
			let id = queue(Short, call.clone());
			let described = OperationInfo {
				id,
				track: Short,
				status: Status::Waiting,
				queued_at: START,
				eta: START + 2 * DAY,
				expires_at: START + 9 * DAY,
				call_hash: hash(&call),
				call: Some(call.clone()),
				bounds: Some(ExecutionBounds { length: call.encoded_size() as u32, weight: WEIGHT }),
			};
			assert_eq!(Timelock::operation(id), Some(described));
		}
	});
}

#[test]
fn the_call_is_shown_decoded() {
	ExtBuilder::default().build_and_execute(|| {
		let id = queue(Long, set_delay(Long, 5 * DAY));
		assert_eq!(Timelock::operation(id).unwrap().call, Some(set_delay(Long, 5 * DAY)));
	});
}

#[test]
fn the_status_follows_the_clock() {
	ExtBuilder::default().build_and_execute(|| {
		let id = queue(Short, act(0));
		let (eta, expires_at) = window(id);
		for (now, status) in [
			(START, Status::Waiting),
			(eta - 1, Status::Waiting),
			(eta, Status::Executable),
			(expires_at, Status::Executable),
			(expires_at + 1, Status::Expired),
		] {
			set_time(now);
			assert_eq!(Timelock::operation(id).unwrap().status, status);
		}
	});
}

#[test]
fn all_open_operations_are_listed_by_id() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Timelock::open_operations(), []);
		for label in 0..20 {
			queue(Short, act_with(label, label as usize * 20));
		}
		cancel(3);
		cancel(17);
		let list = Timelock::open_operations();
		let expected = (0..20).filter(|id| ![3, 17].contains(id));
		assert_eq!(
			list.iter().map(|operation| operation.id).collect::<Vec<_>>(),
			expected.collect::<Vec<_>>()
		);
		for operation in list {
			assert_eq!(Timelock::operation(operation.id), Some(operation));
		}
	});
}

#[test]
fn a_closed_operation_is_not_described() {
	ExtBuilder::default().build_and_execute(|| {
		let id = queue(Instant, act(0));
		execute(id);
		assert_eq!(Timelock::operation(id), None);
		assert_eq!(Timelock::operation(NextOperationId::<Test>::get()), None);
	});
}

#[test]
fn the_bounds_are_the_least_ones_that_are_accepted() {
	ExtBuilder::default().build_and_execute(|| {
		for call in [weighing(7, 200, WEIGHT, None), batch_all(vec![act(1), act(2)])] {
			let id = queue(Instant, call.clone());
			let ExecutionBounds { length, weight } = Timelock::operation(id).unwrap().bounds.unwrap();
			assert_eq!(weight, call.get_dispatch_info().call_weight);
			assert!(Timelock::execute(signed(PASSERBY), id, length - 1, weight).is_err());
			let lighter = weight - Weight::from_parts(1, 0);
			assert!(Timelock::execute(signed(PASSERBY), id, length, lighter).is_err());
			assert_ok!(Timelock::execute(signed(PASSERBY), id, length, weight));
			assert!(!is_open(id));
		}
	});
}

#[test]
fn what_cannot_be_read_is_described_without() {
	ExtBuilder::default().build_and_execute(|| {
		let id = queue(Instant, long_act(7));
		assert_ok!(Preimage::unnote_preimage(RuntimeOrigin::root(), hash(&long_act(7))));
		let described = Timelock::operation(id).unwrap();
		assert_eq!((described.call, described.bounds), (None, None));
		assert_eq!(described.call_hash, hash(&long_act(7)));
		cancel(id);

		let id = queue(Instant, act(7));
		corrupt_call(id, vec![255, 255]);
		let described = Timelock::operation(id).unwrap();
		assert_eq!((described.call, described.bounds), (None, None));
	});
}

#[test]
fn the_tracks_are_described() {
	ExtBuilder::default().build_and_execute(|| {
		for track in TrackId::ALL {
			assert_eq!(Timelock::track_parameters(track), TrackParameters::production(track));
		}
		assert_eq!(TrackId::ALL.map(Timelock::delay), [0, 2 * DAY, 7 * DAY]);
		change_delay(Short, 3 * DAY);
		assert_eq!(TrackId::ALL.map(Timelock::delay), [0, 3 * DAY, 7 * DAY]);
		// What was set at genesis stays what it was.
		assert_eq!(Timelock::track_parameters(Short).default_delay, 2 * DAY);
	});
}

#[test]
fn queries_change_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		queue(Short, long_act(7));
		let root = || sp_io::storage::root(sp_runtime::StateVersion::V1);
		let before = root();
		Timelock::open_operations();
		Timelock::operation(0);
		for track in TrackId::ALL {
			Timelock::delay(track);
			Timelock::track_parameters(track);
			Timelock::track_account(track);
		}
		assert_eq!(root(), before);
	});
}
