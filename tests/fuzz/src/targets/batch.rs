//! State updates of an operator that is mad or malicious, among the actions of users.

use crate::chain::*;
use codec::Decode;
use pallet_stark_exchange::{
	messages::forced_withdrawal_id,
	signature::digest,
	signing::sign,
	types::{ForcedOutcome, RejectionReason, TransferOrder, UpdateBatch},
};
use sp_core::H256;
use sp_runtime::{traits::Dispatchable, DispatchResult};
use tidepool_runtime::{Assets, Runtime, RuntimeCall, RuntimeOrigin, StarkExchange};

type Call = pallet_stark_exchange::Call<Runtime>;

#[derive(Decode, Debug)]
enum Step {
	Deposit {
		payer: u8,
		user: u8,
		amount: u32,
	},
	Cancel(u8),
	Reclaim(u8),
	Withdraw(u8),
	Force {
		user: u8,
		amount: u32,
	},
	Freeze {
		user: u8,
		amount: u32,
	},
	Escape(u8),
	Pass(u32),
	/// Well-formed, with arguments that mean something.
	Update(Parts),
	/// Whatever the bytes are.
	Raw(Vec<u8>),
}

#[derive(Decode, Debug)]
struct Parts {
	deposits: Vec<(u8, u8, u32)>,
	transfers: Vec<Transfer>,
	settlements: Vec<(u8, i32)>,
	/// Adds what is missing for the settlements to add up to zero.
	balance: bool,
	forced: Vec<(u8, u32, Outcome)>,
	withdrawals: Vec<(u8, u8, u32)>,
	lag: u32,
}

#[derive(Decode, Debug)]
struct Transfer {
	from: u8,
	to: u8,
	amount: u32,
	nonce: u8,
	validity: u32,
	signer: u8,
}

#[derive(Decode, Clone, Copy, Debug)]
enum Outcome {
	Executed,
	InsufficientEquity,
	MarginRequirement,
	TradeNotExecutable,
}

impl From<Outcome> for ForcedOutcome {
	fn from(outcome: Outcome) -> Self {
		match outcome {
			Outcome::Executed => Self::Executed,
			Outcome::InsufficientEquity => Self::Rejected(RejectionReason::InsufficientEquity),
			Outcome::MarginRequirement => Self::Rejected(RejectionReason::MarginRequirement),
			Outcome::TradeNotExecutable => Self::Rejected(RejectionReason::TradeNotExecutable),
		}
	}
}

fn user(number: u8) -> u8 {
	number % USERS
}

fn dispatch(call: impl Into<RuntimeCall>, origin: RuntimeOrigin) -> DispatchResult {
	call.into().dispatch(origin).map(|_| ()).map_err(|refusal| refusal.error)
}

fn signed(who: u8) -> RuntimeOrigin {
	RuntimeOrigin::signed(account(user(who)))
}

impl Transfer {
	fn order(&self) -> TransferOrder {
		TransferOrder {
			from: position(user(self.from)),
			to: position(user(self.to)),
			amount: self.amount.into(),
			nonce: self.nonce.into(),
			expiration: now().saturating_add(self.validity.into()),
		}
	}
}

impl Parts {
	fn batch(&self) -> UpdateBatch<Runtime> {
		let mut batch = next_batch();
		batch.system_time = batch.system_time.saturating_sub(self.lag.into());
		for (owner, at, amount) in &self.deposits {
			let _ = batch.deposits.try_push((key(user(*owner)), position(user(*at)), (*amount).into()));
		}
		for transfer in &self.transfers {
			let order = transfer.order();
			let message = StarkExchange::transfer_message(order);
			let _ =
				batch.transfers.try_push((order, sign(&secret(user(transfer.signer)), &digest(&message))));
		}
		self.settle(&mut batch);
		for (owner, amount, outcome) in &self.forced {
			let _ = batch.forced.try_push((request(*owner, *amount), (*outcome).into()));
		}
		for (owner, at, amount) in &self.withdrawals {
			let _ = batch.withdrawals.try_push((key(user(*owner)), position(user(*at)), (*amount).into()));
		}
		batch
	}

	fn settle(&self, batch: &mut UpdateBatch<Runtime>) {
		let mut changes = std::collections::BTreeMap::<u64, i64>::new();
		for (who, change) in &self.settlements {
			*changes.entry(position(user(*who))).or_default() += i64::from(*change);
		}
		if self.balance {
			let sum = changes.values().sum::<i64>();
			*changes.entry(position(0)).or_default() -= sum;
		}
		for change in changes {
			let _ = batch.settlements.try_push(change);
		}
	}
}

fn request(owner: u8, amount: u32) -> H256 {
	let owner = user(owner);
	forced_withdrawal_id(&key(owner), position(owner), amount.into())
}

fn take(step: &Step) {
	let _ = match step {
		Step::Deposit { payer, user: owner, amount } => {
			let (key, position) = (key(user(*owner)), position(user(*owner)));
			dispatch(Call::deposit { key, position, q: (*amount).into() }, signed(*payer))
		},
		Step::Cancel(who) => {
			let (key, position) = (key(user(*who)), position(user(*who)));
			dispatch(Call::deposit_cancel { key, position }, signed(*who))
		},
		Step::Reclaim(who) => {
			let (key, position) = (key(user(*who)), position(user(*who)));
			dispatch(Call::deposit_reclaim { key, position }, signed(*who))
		},
		Step::Withdraw(who) => dispatch(Call::withdraw { key: key(user(*who)) }, signed(0)),
		Step::Force { user: who, amount } => {
			let (key, position) = (key(user(*who)), position(user(*who)));
			dispatch(Call::forced_withdrawal_request { key, position, q: (*amount).into() }, signed(*who))
		},
		Step::Freeze { user: who, amount } => {
			dispatch(Call::freeze_request { id: request(*who, *amount) }, signed(1))
		},
		Step::Escape(who) => dispatch(Call::escape { position: position(user(*who)) }, signed(0)),
		Step::Pass(seconds) => {
			set_time(now().saturating_add((*seconds).into()));
			Ok(())
		},
		Step::Update(parts) => dispatch(Call::update_state { batch: parts.batch() }, operator()),
		Step::Raw(bytes) => UpdateBatch::<Runtime>::decode(&mut &bytes[..])
			.map_err(|_| sp_runtime::DispatchError::Other("no batch"))
			.and_then(|batch| dispatch(Call::update_state { batch }, operator())),
	};
}

/// What the exchange holds is what it owes: nobody gave it anything.
fn check_conservation() {
	let held = Assets::balance(1, StarkExchange::exchange_account());
	assert_eq!(held, StarkExchange::totals().sum(), "the exchange holds another amount than it owes");
}

/// Carries out steps, as far as the bytes are any, and checks the books after each.
pub fn batch(mut data: &[u8]) {
	on_chain(|| {
		for step in (0..32).map_while(|_| Step::decode(&mut data).ok()) {
			take(&step);
			check_conservation();
		}
		check();
	});
}
