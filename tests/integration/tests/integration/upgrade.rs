//! The migration of the rehearsed upgrade, on the state of a chain in use. That the upgrade comes about, and that a node goes on
//! with it, is tested end to end.

use frame_support::{
	storage::{storage_prefix, unhashed},
	traits::OnRuntimeUpgrade,
	weights::RuntimeDbWeight,
};
use pallet_timelock::TrackId;
use tidepool_integration_tests::{common::*, council::*};
use tidepool_runtime::{Runtime, RuntimeCall};
use tidepool_upgrade_rehearsal::{after, before, MoveRecords, NEW, OLD};

type DbWeight = <Runtime as frame_system::Config>::DbWeight;
type Migration = MoveRecords<DbWeight>;

fn remark(length: usize) -> RuntimeCall {
	frame_system::Call::<Runtime>::remark { remark: vec![7; length] }.into()
}

/// A timelock with a changed delay and two open operations, one of them longer than is stored inline.
fn used(test: impl FnOnce()) {
	chain("development").execute_with(|| {
		set_time(epoch_start(1_000));
		govern(
			TrackId::Short,
			pallet_timelock::Call::<Runtime>::set_delay { track: TrackId::Short, delay: 45 },
		);
		queue(TrackId::Short, remark(10));
		queue(TrackId::Long, remark(1_000));
		test();
	});
}

/// Version, next id, three tracks, one delay, two operations and their number.
const RECORDS: u64 = 9;

#[test]
fn every_record_moves_and_nothing_else_changes() {
	used(|| {
		let records = before().expect("the new place is empty");
		assert_eq!(records.0, RECORDS);
		let weight = Migration::on_runtime_upgrade();
		after(&records).expect("every record has arrived");
		let db: RuntimeDbWeight = DbWeight::get();
		assert_eq!(weight, db.reads_writes(RECORDS + 2 * (RECORDS + 1), 2 * RECORDS));
	});
}

#[test]
fn a_second_run_finds_nothing_to_do() {
	used(|| {
		let records = before().expect("the new place is empty");
		Migration::on_runtime_upgrade();
		let weight = Migration::on_runtime_upgrade();
		after(&records).expect("nothing has changed");
		assert_eq!(weight, RuntimeDbWeight::reads(DbWeight::get(), 2));
	});
}

/// Does harm to a record at its old or its new place.
type Spoil = fn(&[u8], &[u8]);

#[test]
fn the_checks_notice_a_lost_a_changed_and_a_forgotten_record_and_a_taken_place() {
	let next_id = |pallet: &str| storage_prefix(pallet.as_bytes(), b"NextOperationId");
	let faults: [(&str, Spoil); 3] = [
		("the records at the new place are not those that lay at the old one", |_, new| unhashed::kill(new)),
		("the records at the new place are not those that lay at the old one", |_, new| {
			unhashed::put(new, &7u32)
		}),
		("records stayed at the old place", |old, _| unhashed::put(old, &7u32)),
	];
	for (fault, spoil) in faults {
		used(|| {
			let records = before().expect("the new place is empty");
			Migration::on_runtime_upgrade();
			spoil(&next_id(OLD), &next_id(NEW));
			assert_eq!(after(&records), Err(fault));
		});
	}
	used(|| {
		unhashed::put(&next_id(NEW), &7u32);
		assert_eq!(before(), Err("there are records at the new place before the upgrade"));
	});
}
