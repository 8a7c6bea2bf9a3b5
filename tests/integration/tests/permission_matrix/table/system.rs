//! The system itself, the native currency, and what the authors of blocks send.

use super::super::{
	row::{row, unwritable, Gate::*, Row},
	stage::*,
};
use frame_system::Call as System;
use pallet_balances::{AdjustmentDirection, Call as Balances};
use sp_core::H256;
use sp_runtime::traits::{BlakeTwo256, Hash};
use tidepool_integration_tests::common::now;
use tidepool_runtime::{Runtime, DYDX, SLOT_DURATION};

const CODE: &[u8] = b"the next runtime";

pub fn rows() -> Vec<Row> {
	let system = |call, gate, build| row("System", call, gate, build);
	vec![
		system("remark", Anything, |_| System::<Runtime>::remark { remark: vec![] }.into())
			.note("has no effect; without a signature it gets into no block"),
		system("remark_with_event", Everybody, |_| {
			System::<Runtime>::remark_with_event { remark: vec![] }.into()
		}),
		system("set_heap_pages", RootOnly, |_| System::<Runtime>::set_heap_pages { pages: 8 }.into()),
		system("set_code", RootOnly, |_| System::<Runtime>::set_code { code: CODE.into() }.into()),
		system("set_code_without_checks", RootOnly, |_| {
			System::<Runtime>::set_code_without_checks { code: CODE.into() }.into()
		}),
		system("set_storage", RootOnly, |_| System::<Runtime>::set_storage { items: vec![] }.into()),
		system("kill_storage", RootOnly, |_| System::<Runtime>::kill_storage { keys: vec![] }.into()),
		system("kill_prefix", RootOnly, |_| {
			System::<Runtime>::kill_prefix { prefix: b"nothing begins so".to_vec(), subkeys: 1 }.into()
		}),
		system("authorize_upgrade", RootOnly, |_| {
			System::<Runtime>::authorize_upgrade { code_hash: H256::repeat_byte(1) }.into()
		})
		.by_the_long_track_as_root()
		.note("the runtime upgrade"),
		system("authorize_upgrade_without_checks", RootOnly, |_| {
			System::<Runtime>::authorize_upgrade_without_checks { code_hash: H256::repeat_byte(1) }.into()
		}),
		system("apply_authorized_upgrade", Anything, |_| {
			tidepool_runtime::System::do_authorize_upgrade(BlakeTwo256::hash(CODE), true);
			System::<Runtime>::apply_authorized_upgrade { code: CODE.into() }.into()
		})
		.note("only the code that was authorized, also without a signature"),
		row("Timestamp", "set", Inherent, |_| {
			let next = (now() * 1_000) + SLOT_DURATION;
			pallet_aura::CurrentSlot::<Runtime>::mutate(|slot| *slot = (next / SLOT_DURATION).into());
			pallet_timestamp::Call::<Runtime>::set { now: next }.into()
		}),
		unwritable("Grandpa", "report_equivocation", Unwritable)
			.note("equivocations are not punished; the proof has a type without values"),
		unwritable("Grandpa", "report_equivocation_unsigned", Unwritable).note("as above"),
		row("Grandpa", "note_stalled", RootOnly, |_| {
			pallet_grandpa::Call::<Runtime>::note_stalled { delay: 100, best_finalized_block_number: 1 }
				.into()
		})
		.by_the_long_track_as_root()
		.note("finality begins anew with the next validators, when those before are lost"),
	]
}

pub fn balances() -> Vec<Row> {
	let balances = |call, gate, build| row("Balances", call, gate, build);
	vec![
		balances("transfer_allow_death", Everybody, |_| {
			Balances::<Runtime>::transfer_allow_death { dest: to(&person("payee")), value: DYDX }.into()
		}),
		balances("transfer_keep_alive", Everybody, |_| {
			Balances::<Runtime>::transfer_keep_alive { dest: to(&person("payee")), value: DYDX }.into()
		}),
		balances("transfer_all", Everybody, |_| {
			Balances::<Runtime>::transfer_all { dest: to(&person("payee")), keep_alive: true }.into()
		}),
		balances("burn", Everybody, |_| Balances::<Runtime>::burn { value: DYDX, keep_alive: true }.into()),
		balances("upgrade_accounts", Everybody, |who| {
			Balances::<Runtime>::upgrade_accounts { who: vec![who.clone()] }.into()
		})
		.note("brings accounts to the present storage layout; changes no balance"),
		balances("force_transfer", RootOnly, |_| {
			let (source, dest) = (to(&staker()), to(&person("payee")));
			Balances::<Runtime>::force_transfer { source, dest, value: DYDX }.into()
		}),
		balances("force_unreserve", RootOnly, |_| {
			Balances::<Runtime>::force_unreserve { who: to(&staker()), amount: 1 }.into()
		}),
		balances("force_set_balance", RootOnly, |_| {
			Balances::<Runtime>::force_set_balance { who: to(&staker()), new_free: DYDX }.into()
		}),
		balances("force_adjust_total_issuance", RootOnly, |_| {
			let direction = AdjustmentDirection::Increase;
			Balances::<Runtime>::force_adjust_total_issuance { direction, delta: 1 }.into()
		}),
	]
}
