//! Batches that continue from the last state unless told otherwise.

use super::*;
use crate::types::{ForcedOutcome, RejectionReason, TransferOrder, UpdateBatch};
use frame_support::dispatch::DispatchResult;
use sp_io::hashing::blake2_256;
use tidepool_primitives::{PositionId, StarkKey, StarkSignature};

pub type Batch = UpdateBatch<Test>;

/// An empty batch that the operator may submit now: the next number, the last root, the chain's time.
pub fn batch() -> BatchBuilder {
	let last = StarkExchange::last_state();
	BatchBuilder(Batch {
		batch_id: last.batch_id.wrapping_add(1),
		previous_state_root: last.state_root,
		new_state_root: blake2_256(last.state_root.as_bytes()).into(),
		system_time: now().max(last.system_time),
		..Default::default()
	})
}

/// Builds a batch. Lists must not outgrow their bounds.
pub struct BatchBuilder(pub Batch);

impl BatchBuilder {
	pub fn id(self, id: u64) -> Self {
		self.with(|batch| batch.batch_id = id)
	}

	pub fn previous_root(self, root: H256) -> Self {
		self.with(|batch| batch.previous_state_root = root)
	}

	pub fn new_root(self, root: H256) -> Self {
		self.with(|batch| batch.new_state_root = root)
	}

	pub fn system_time(self, time: Seconds) -> Self {
		self.with(|batch| batch.system_time = time)
	}

	/// Accepts a deposit to a key's own position.
	#[track_caller]
	pub fn deposit(self, secret: u64, q: u64) -> Self {
		self.deposit_to(key(secret), position(secret), q)
	}

	#[track_caller]
	pub fn deposit_to(self, key: StarkKey, position: PositionId, q: u64) -> Self {
		self.with(|batch| batch.deposits.try_push((key, position, q)).expect("has room"))
	}

	/// A transfer, signed with the secret of the sender.
	#[track_caller]
	pub fn transfer(self, secret: u64, order: TransferOrder) -> Self {
		self.transfer_signed(order, sign_transfer(secret, &order))
	}

	#[track_caller]
	pub fn transfer_signed(self, order: TransferOrder, signature: StarkSignature) -> Self {
		self.with(|batch| batch.transfers.try_push((order, signature)).expect("has room"))
	}

	/// A change of the equity of a key's position.
	#[track_caller]
	pub fn settle(self, secret: u64, change: i64) -> Self {
		self.settle_position(position(secret), change)
	}

	#[track_caller]
	pub fn settle_position(self, position: PositionId, change: i64) -> Self {
		self.with(|batch| batch.settlements.try_push((position, change)).expect("has room"))
	}

	/// What became of a forced request.
	#[track_caller]
	pub fn serve(self, id: H256, outcome: ForcedOutcome) -> Self {
		self.with(|batch| batch.forced.try_push((id, outcome)).expect("has room"))
	}

	#[track_caller]
	pub fn execute(self, id: H256) -> Self {
		self.serve(id, ForcedOutcome::Executed)
	}

	#[track_caller]
	pub fn reject(self, id: H256, reason: RejectionReason) -> Self {
		self.serve(id, ForcedOutcome::Rejected(reason))
	}

	/// Credits a withdrawal from a key's own position.
	#[track_caller]
	pub fn withdrawal(self, secret: u64, q: u64) -> Self {
		self.withdrawal_from(key(secret), position(secret), q)
	}

	#[track_caller]
	pub fn withdrawal_from(self, key: StarkKey, position: PositionId, q: u64) -> Self {
		self.with(|batch| batch.withdrawals.try_push((key, position, q)).expect("has room"))
	}

	pub fn build(self) -> Batch {
		self.0
	}

	/// Submits the batch as the operator.
	pub fn submit(self) -> DispatchResult {
		self.submit_as(OPERATOR)
	}

	pub fn submit_as(self, who: AccountId) -> DispatchResult {
		StarkExchange::update_state(signed(who), self.0)
	}

	fn with(mut self, change: impl FnOnce(&mut Batch)) -> Self {
		change(&mut self.0);
		self
	}
}
