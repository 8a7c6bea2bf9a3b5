//! The RPCs of a development chain that makes blocks on demand: `dev_newBlock` and
//! `dev_timeTravel`, with the names and arguments that Chopsticks gave them.

mod date;
mod new_block;

use crate::{
	sealing::SealingHandle,
	service::{FullClient, TransactionPool},
};
use futures::lock::Mutex;
use jsonrpsee::{
	core::{async_trait, RpcResult},
	proc_macros::rpc,
	types::{error::INVALID_PARAMS_CODE, ErrorObject, ErrorObjectOwned},
	Extensions,
};
use new_block::{NewBlock, Target};
use sc_rpc_api::check_if_safe;
use sc_transaction_pool_api::TransactionPool as _;
use serde_json::Value;
use sp_blockchain::HeaderBackend;
use std::{sync::Arc, time::Duration};
use tidepool_runtime::Hash;

/// The code of an error that is not about the form of the parameters.
const REFUSED_CODE: i32 = 1;

/// How long a reply waits for the pool to notice the new head, so that whoever gets the reply finds
/// pool and chain in agreement.
const POOL_PATIENCE: Duration = Duration::from_secs(1);

/// Control over blocks and time.
#[rpc(server)]
pub trait DevApi {
	/// Makes blocks and gives the hash of the last one.
	///
	/// `{ count?, to?, transactions? }`: how many, or up to which height (one block if neither is
	/// given), and which transactions go into the pool first. The block that begins a session takes no ordinary ones; they wait
	/// for the one after it.
	#[method(name = "dev_newBlock", with_extensions)]
	async fn new_block(&self, options: Option<Value>) -> RpcResult<Hash>;

	/// Gives the next block the timestamp `date`, an ISO 8601 date or milliseconds since 1970, and
	/// gives it back in milliseconds.
	#[method(name = "dev_timeTravel", with_extensions)]
	async fn time_travel(&self, date: Option<Value>) -> RpcResult<u64>;
}

/// The implementation.
pub struct Dev {
	client: Arc<FullClient>,
	pool: Arc<TransactionPool>,
	sealing: SealingHandle,
	/// Held while somebody's blocks are made, so that the blocks of two callers do not mix.
	turn: Mutex<()>,
}

impl Dev {
	/// Control over the given chain.
	pub fn new(client: Arc<FullClient>, pool: Arc<TransactionPool>, sealing: SealingHandle) -> Self {
		Self { client, pool, sealing, turn: Mutex::new(()) }
	}

	async fn make_blocks(&self, count: u32, plan: NewBlock) -> Result<Hash, String> {
		let mut transactions = plan.transactions;
		let mut last = self.client.info().best_hash;
		for made in 0..count {
			last = self.sealing.new_block(std::mem::take(&mut transactions)).await.map_err(|error| {
				if made == 0 {
					error
				} else {
					format!("only {made} of {count} blocks were made: {error}")
				}
			})?;
		}
		self.pool.ready_at_with_timeout(last, POOL_PATIENCE).await;
		Ok(last)
	}
}

#[async_trait]
impl DevApiServer for Dev {
	async fn new_block(&self, extensions: &Extensions, options: Option<Value>) -> RpcResult<Hash> {
		check_if_safe(extensions)?;
		let plan = NewBlock::from_json(options).map_err(invalid_params)?;
		let _turn = self.turn.lock().await;
		let head = self.client.info().best_number;
		let count = match plan.target {
			Target::Count(count) => count,
			Target::Height(height) => new_block::distance(head, height).map_err(invalid_params)?,
		};
		self.make_blocks(count, plan).await.map_err(refused)
	}

	async fn time_travel(&self, extensions: &Extensions, date: Option<Value>) -> RpcResult<u64> {
		check_if_safe(extensions)?;
		let arrival = date::from_json(date).map_err(invalid_params)?;
		self.sealing.travel(arrival).await.map_err(refused)?;
		Ok(arrival)
	}
}

fn invalid_params(message: String) -> ErrorObjectOwned {
	ErrorObject::owned(INVALID_PARAMS_CODE, message, None::<()>)
}

fn refused(message: String) -> ErrorObjectOwned {
	ErrorObject::owned(REFUSED_CODE, message, None::<()>)
}
