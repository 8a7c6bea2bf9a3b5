//! Turns requests into commands for the sealing engine.
//!
//! The engine asks for the next command only when the last block has been imported. What happens in
//! here therefore never overlaps with the making of a block.

use super::{
	clock::DevClock,
	requests::Request,
	timestamp::{self, format_time},
	Sealing,
};
use crate::service::{FullClient, TransactionPool};
use futures::{
	channel::{mpsc, oneshot},
	stream::{self, BoxStream},
	StreamExt,
};
use futures_timer::Delay;
use sc_client_api::BlockBackend;
use sc_consensus_manual_seal::{rpc::Sender, CreatedBlock, EngineCommand, Error};
use sc_transaction_pool_api::{
	error::{Error as PoolError, IntoPoolError},
	InPoolTransaction, TransactionPool as _, TransactionSource,
};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use sp_runtime::{transaction_validity::ValidTransaction, OpaqueExtrinsic};
use sp_transaction_pool::runtime_api::TaggedTransactionQueue;
use std::{
	collections::HashSet,
	sync::Arc,
	time::{Duration, Instant},
};
use tidepool_runtime::Hash;

/// Extrinsics of every block: the one that sets the time.
const INHERENTS: usize = 1;
/// How long the pool may take to notice the head. It needs milliseconds.
const POOL_PATIENCE: Duration = Duration::from_secs(1);

type Outcome = Result<CreatedBlock<Hash>, Error>;

/// The commands for the engine: what makes blocks in `mode`, and what comes from the RPC.
pub fn commands(
	mode: Sealing,
	client: Arc<FullClient>,
	pool: Arc<TransactionPool>,
	clock: Arc<DevClock>,
	asked: mpsc::Receiver<Request>,
) -> BoxStream<'static, EngineCommand<Hash>> {
	let requests = match mode {
		Sealing::Manual => asked.boxed(),
		Sealing::Instant => {
			let arrivals = pool.import_notification_stream().map(|_| Request::Transaction);
			stream::select(asked, arrivals).boxed()
		},
		Sealing::Interval(interval) => stream::select(asked, ticks(interval).boxed()).boxed(),
	};
	let sealer = Sealer { client, pool, clock, unattended: None, bare: false };
	stream::unfold((sealer, requests), move |(mut sealer, mut requests)| async move {
		let made = sealer.outcome_of_unattended().await;
		if let (Sealing::Instant, Some(block)) = (mode, made) {
			if let Some(command) = sealer.command_for_the_rest(block).await {
				return Some((command, (sealer, requests)));
			}
		}
		loop {
			let request = requests.next().await?;
			if let Some(command) = sealer.command_for(request).await {
				return Some((command, (sealer, requests)));
			}
		}
	})
	.boxed()
}

/// The place where blocks are decided upon, one after the other.
struct Sealer {
	client: Arc<FullClient>,
	pool: Arc<TransactionPool>,
	clock: Arc<DevClock>,
	/// The outcome of a block that nobody waits for.
	unattended: Option<oneshot::Receiver<Outcome>>,
	/// Whether the last block that transactions asked for has taken none of them.
	bare: bool,
}

impl Sealer {
	/// Does what can be done at once, and gives a command for what the engine has to do.
	async fn command_for(&mut self, request: Request) -> Option<EngineCommand<Hash>> {
		match request {
			Request::Tick => Some(seal(true, self.unattended_sender())),
			// The first block of a session takes no ordinary transactions, and must be made nevertheless: the next one does.
			Request::Transaction if self.has_ready_transactions().await => {
				self.bare = false;
				Some(seal(true, self.unattended_sender()))
			},
			Request::Transaction => None,
			Request::Block { transactions, reply } => match self.submit(transactions).await {
				Ok(()) => Some(seal(true, Some(reply))),
				Err(reason) => {
					// Whoever asked and left again does not need an answer.
					let _ = reply.send(Err(Error::StringError(reason)));
					None
				},
			},
			Request::Travel { arrival, reply } => {
				let _ = reply.send(self.travel(arrival));
				None
			},
		}
	}

	fn unattended_sender(&mut self) -> Sender<CreatedBlock<Hash>> {
		let (sender, receiver) = oneshot::channel();
		self.unattended = Some(receiver);
		Some(sender)
	}

	/// The block that nobody waits for. The engine is done with it when it asks for the next command.
	async fn outcome_of_unattended(&mut self) -> Option<Hash> {
		match self.unattended.take()?.await {
			Ok(Ok(block)) => Some(block.hash),
			Ok(Err(error)) => {
				log::error!("No block could be made: {error}");
				None
			},
			Err(_) => None,
		}
	}

	/// Seals again when `block` has left transactions behind, for which nobody will ask any more. What two blocks in a row
	/// do not take, the next one would not either.
	async fn command_for_the_rest(&mut self, block: Hash) -> Option<EngineCommand<Hash>> {
		let is_bare = self.is_bare(block);
		let gives_up = std::mem::replace(&mut self.bare, is_bare) && is_bare;
		let goes_on = !gives_up && self.has_ready_transactions().await;
		goes_on.then(|| seal(true, self.unattended_sender()))
	}

	/// Whether a block contains nothing but the inherent.
	fn is_bare(&self, block: Hash) -> bool {
		let body = self.client.block_body(block).ok().flatten();
		body.is_none_or(|extrinsics| extrinsics.len() <= INHERENTS)
	}

	/// Several transactions in one block arrive one by one; all but the first find the pool empty.
	async fn has_ready_transactions(&self) -> bool {
		let head = self.client.info().best_hash;
		self.pool.ready_at_with_timeout(head, POOL_PATIENCE).await.next().is_some()
	}

	fn travel(&self, arrival: u64) -> Result<(), String> {
		let head = self.client.info().best_hash;
		let head_time = timestamp::at(&self.client, head).map_err(|error| error.to_string())?;
		self.clock.travel(head, head_time, arrival)?;
		log::info!("⏩ The next block will have the time {}", format_time(arrival));
		Ok(())
	}

	/// Puts transactions into the pool, all or none.
	async fn submit(&self, transactions: Vec<OpaqueExtrinsic>) -> Result<(), String> {
		if transactions.is_empty() {
			return Ok(());
		}
		let head = self.client.info().best_hash;
		self.check(head, &transactions)?;

		let hashes: Vec<_> = transactions.iter().map(|transaction| self.pool.hash_of(transaction)).collect();
		let outcomes = self
			.pool
			.submit_at(head, TransactionSource::External, transactions)
			.await
			.map_err(|error| format!("no block was made: {error}"))?;
		let mut added = Vec::new();
		let mut refusal = None;
		for (index, (outcome, hash)) in outcomes.into_iter().zip(&hashes).enumerate() {
			match outcome.map_err(IntoPoolError::into_pool_error) {
				Ok(_) => added.push(*hash),
				Err(Ok(PoolError::AlreadyImported(_))) => {},
				Err(Ok(error)) => refusal = refusal.or(Some((index, error.to_string()))),
				Err(Err(error)) => refusal = refusal.or(Some((index, error.to_string()))),
			}
		}
		let Some((index, reason)) = refusal else { return Ok(()) };
		self.pool.report_invalid(Some(head), added.into_iter().map(|hash| (hash, None)).collect()).await;
		Err(refuse(index, hashes.len(), &format!("was refused by the pool: {reason}")))
	}

	/// Every transaction is valid and can be applied in the next block.
	fn check(&self, head: Hash, transactions: &[OpaqueExtrinsic]) -> Result<(), String> {
		let total = transactions.len();
		let mut provided: HashSet<_> =
			self.pool.ready().flat_map(|transaction| transaction.provides().to_vec()).collect();
		let mut required = Vec::with_capacity(total);
		for (index, transaction) in transactions.iter().enumerate() {
			let validity = self
				.validate(head, transaction.clone())
				.map_err(|reason| refuse(index, total, &format!("is invalid: {reason}")))?;
			provided.extend(validity.provides);
			required.push(validity.requires);
		}
		match required.iter().position(|tags| tags.iter().any(|tag| !provided.contains(tag))) {
			Some(index) => Err(refuse(
				index,
				total,
				"has to wait for another one that is not here: its nonce is too high",
			)),
			None => Ok(()),
		}
	}

	fn validate(&self, head: Hash, transaction: OpaqueExtrinsic) -> Result<ValidTransaction, String> {
		self.client
			.runtime_api()
			.validate_transaction(head, TransactionSource::External, transaction, head)
			// What follows the first line is the way through the runtime's code.
			.map_err(|error| error.to_string().lines().next().unwrap_or_default().to_owned())?
			.map_err(|error| <&'static str>::from(error).to_owned())
	}
}

fn refuse(index: usize, total: usize, reason: &str) -> String {
	format!("no block was made: transaction {} of {total} {reason}", index + 1)
}

fn seal(create_empty: bool, sender: Sender<CreatedBlock<Hash>>) -> EngineCommand<Hash> {
	EngineCommand::SealNewBlock { create_empty, finalize: true, parent_hash: None, sender }
}

/// Ticks at a steady rate. Those that pass while a block is made are not made up for.
fn ticks(interval: Duration) -> impl futures::Stream<Item = Request> {
	stream::unfold(Instant::now(), move |last| async move {
		let next = (last + interval).max(Instant::now());
		Delay::new(next.saturating_duration_since(Instant::now())).await;
		Some((Request::Tick, next))
	})
}
