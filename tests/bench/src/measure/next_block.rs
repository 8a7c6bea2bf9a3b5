//! The block after the last one: the calls are measured in it.

use crate::state::State;
use codec::Encode;
use frame_support::storage::storage_prefix;
use sp_core::H256;
use sp_runtime::{traits::Header as _, Digest, DigestItem};
use tidepool_integration_tests::common::now;
use tidepool_runtime::{Header, LiquidityStaking, Runtime, System, UncheckedExtrinsic, SLOT_DURATION};

const MILLISECONDS_PER_SECOND: u64 = 1_000;
/// What the block is built on. Nothing looks at it.
const PARENT: H256 = H256::repeat_byte(1);

/// What the block consists of before its transactions.
pub struct NextBlock {
	pub header: Header,
	/// Sets the clock.
	pub inherent: Vec<u8>,
	/// The clock as it would have to be for the block to begin an epoch: key and value.
	pub clock_of_next_epoch: (Vec<u8>, Vec<u8>),
}

impl NextBlock {
	pub fn after(state: &mut State) -> Self {
		state.with(|| {
			let time = now() * MILLISECONDS_PER_SECOND + SLOT_DURATION;
			let slot = DigestItem::PreRuntime(*b"aura", (time / SLOT_DURATION).encode());
			let header = Header::new(
				System::block_number() + 1,
				Default::default(),
				Default::default(),
				PARENT,
				Digest { logs: vec![slot] },
			);
			let set = pallet_timestamp::Call::<Runtime>::set { now: time };
			let next_epoch = now() + LiquidityStaking::time_remaining_in_current_epoch().expect("epochs run");
			Self {
				header,
				inherent: UncheckedExtrinsic::new_bare(set.into()).encode(),
				clock_of_next_epoch: (
					storage_prefix(b"Timestamp", b"Now").to_vec(),
					(next_epoch * MILLISECONDS_PER_SECOND).encode(),
				),
			}
		})
	}
}
