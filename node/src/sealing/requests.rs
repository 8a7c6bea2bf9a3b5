//! The queue in front of block production.

use futures::{
	channel::{mpsc, oneshot},
	SinkExt,
};
use sc_consensus_manual_seal::{CreatedBlock, Error};
use sp_runtime::OpaqueExtrinsic;
use tidepool_runtime::Hash;

/// Requests that may wait before those who make them have to.
const QUEUE_LENGTH: usize = 64;

/// Something to do between two blocks.
#[derive(Debug)]
pub enum Request {
	/// The pool has got a transaction: make a block of what it has.
	Transaction,
	/// An interval has passed: make a block.
	Tick,
	/// Make a block on somebody's behalf.
	Block {
		/// Transactions to put into the pool first. If one is invalid there is no block.
		transactions: Vec<OpaqueExtrinsic>,
		/// Where the outcome goes.
		reply: oneshot::Sender<Result<CreatedBlock<Hash>, Error>>,
	},
	/// Give the next block this timestamp.
	Travel {
		/// The timestamp, in milliseconds since 1970.
		arrival: u64,
		/// Where the outcome goes.
		reply: oneshot::Sender<Result<(), String>>,
	},
}

/// The way to ask for blocks and journeys.
#[derive(Debug, Clone)]
pub struct SealingHandle(mpsc::Sender<Request>);

impl SealingHandle {
	/// A handle and the receiving end of its queue.
	pub fn new() -> (Self, mpsc::Receiver<Request>) {
		let (sender, receiver) = mpsc::channel(QUEUE_LENGTH);
		(Self(sender), receiver)
	}

	/// Makes a block and gives its hash.
	pub async fn new_block(&self, transactions: Vec<OpaqueExtrinsic>) -> Result<Hash, String> {
		let (reply, outcome) = oneshot::channel();
		self.send(Request::Block { transactions, reply }).await?;
		let block = outcome.await.map_err(|_| shutting_down())?;
		block.map(|block| block.hash).map_err(|error| error.to_string())
	}

	/// Gives the next block the timestamp `arrival`.
	pub async fn travel(&self, arrival: u64) -> Result<(), String> {
		let (reply, outcome) = oneshot::channel();
		self.send(Request::Travel { arrival, reply }).await?;
		outcome.await.map_err(|_| shutting_down())?
	}

	async fn send(&self, request: Request) -> Result<(), String> {
		self.0.clone().send(request).await.map_err(|_| shutting_down())
	}
}

fn shutting_down() -> String {
	"the node is shutting down".into()
}
