//! Steps with everything filled in, chosen so that most of them make sense in the present state.

use super::{
	books::Books,
	callers::Caller,
	foreign,
	op::{Kind, Op, When, CALLS},
	rules::Numbers,
};
use crate::{mock::*, tests::support::Call, types::Role};
use sp_core::H256;
use std::sync::OnceLock;
use tidepool_primitives::{Balance, PositionId, Seconds, StarkKey};

/// How many keys there are.
pub const KEYS: usize = 8;

/// The keys by their numbers.
pub fn keys() -> &'static [StarkKey; KEYS] {
	static ALL: OnceLock<[StarkKey; KEYS]> = OnceLock::new();
	ALL.get_or_init(|| core::array::from_fn(|number| key(number as u8)))
}

/// A step in the present state.
#[derive(Debug)]
pub enum Step {
	Call(Box<Call>, Caller),
	Foreign(Box<RuntimeCall>, RuntimeOrigin),
	Wait(Seconds),
	Intrusion,
	/// There is nothing to take the step with.
	Nothing,
}

impl Op {
	pub fn step(&self, books: &Books) -> Step {
		let foreign = |step: Option<(RuntimeCall, RuntimeOrigin)>| {
			step.map_or(Step::Nothing, |(call, origin)| Step::Foreign(Box::new(call), origin))
		};
		match self.kind {
			Kind::Call(index) => {
				let call = self.call(index, books);
				let caller = self.by.caller(&call, books, self.who[2]);
				Step::Call(Box::new(call), caller)
			},
			Kind::InPool(kind) => foreign(foreign::in_pool(kind, self, books)),
			Kind::OnExchange(kind) => foreign(foreign::on_exchange(kind, self)),
			Kind::Gift(gift) => foreign(foreign::gift(gift, self, books)),
			Kind::Wait => Step::Wait(self.until(books)),
			Kind::Intrusion => Step::Intrusion,
			Kind::Script(_) => unreachable!("scripts are taken step by step"),
		}
	}

	/// The next call in the same state, for a sequence of all of them.
	pub fn all_calls(&self, books: &Books) -> Vec<Call> {
		(0..CALLS).map(|index| self.call(index, books)).collect()
	}

	fn call(&self, index: u8, books: &Books) -> Call {
		let proxy = self.proxy(books);
		let record = books.proxies.get(&proxy);
		let account = proxy_account(proxy);
		let numbers = Numbers::of(&account);
		let (key, position) = self.key(&account);
		let role = Role::ALL[self.who[2] % 7];
		let amount = |max| self.amount.of(max);
		match index {
			0 => Call::create_proxy { owner: self.person(books) },
			1 => Call::close_proxy { proxy },
			2 => Call::grant_role { proxy, role, account: self.person(books) },
			3 => {
				let holders = books.holders(proxy, role);
				let holder = holders.get(self.who[1] % holders.len().max(1)).cloned();
				Call::revoke_role { proxy, role, account: holder.unwrap_or_else(|| self.person(books)) }
			},
			4 => Call::renounce_role { proxy, role },
			5 => Call::recover_ownership { proxy, new_owner: self.person(books) },
			6 => Call::allow_external_recipient { proxy, recipient: self.person(books) },
			7 => Call::disallow_external_recipient { proxy, recipient: self.recipient(books, record) },
			8 => Call::allow_stark_key { proxy, key },
			9 => Call::disallow_stark_key { proxy, key },
			10 => Call::set_staking_allowance { proxy, limit: self.limit(numbers.owed()) },
			11 => Call::set_exchange_allowance { proxy, limit: self.limit(numbers.token) },
			12 => Call::auto_pay_or_borrow { proxy },
			13 => Call::borrow { proxy, amount: amount(numbers.borrowable) },
			14 => Call::repay_borrow { proxy, amount: amount(numbers.borrowed.min(numbers.token)) },
			15 => Call::repay_debt { proxy, amount: amount(numbers.debt.min(numbers.token)) },
			16 => {
				let number = (self.who[1] % KEYS) as u8;
				let signer = if self.unusual { STRANGER } else { account };
				let signature = registration(&signer, number);
				Call::register_user_on_exchange { proxy, key: keys()[usize::from(number)], signature }
			},
			17 => {
				let free = numbers.token.saturating_sub(numbers.owed());
				let max = if self.who[2].is_multiple_of(2) { numbers.token } else { free };
				let quantized_amount = self.amount.quantized(max);
				Call::deposit_to_exchange { proxy, key, position, quantized_amount }
			},
			18 => Call::withdraw_from_exchange { proxy, key },
			19 => Call::deposit_cancel { proxy, key, position },
			20 => Call::deposit_reclaim { proxy, key, position },
			21 => {
				let quantized_amount = self.amount.quantized(equity(position));
				Call::forced_withdrawal_request { proxy, key, position, quantized_amount }
			},
			22 => Call::queue_forced_trade_request { proxy, args: self.trade((key, position)) },
			23 => Call::unqueue_forced_trade_request { proxy, args_hash: self.hash(proxy, record) },
			24 => {
				let args = self.queued(record).unwrap_or_else(|| self.trade((key, position)));
				Call::forced_trade_request { proxy, args, signature: self.signature(&args) }
			},
			25 => {
				let excess = numbers.token.saturating_sub(numbers.owed());
				let approved = record.map_or(0, |record| record.approved.min(numbers.token));
				let max = if self.who[2].is_multiple_of(2) { approved } else { excess };
				let recipient = self.recipient(books, record);
				Call::external_withdraw_token { proxy, recipient, amount: amount(max) }
			},
			26 => {
				let asset = [OTHER, INSUFFICIENT, OTHER, USDC][self.who[2] % 4];
				let recipient = self.recipient(books, record);
				let amount = amount(Assets::balance(asset, &account));
				Call::external_withdraw_other_token { proxy, asset, recipient, amount }
			},
			27 => {
				let recipient = self.recipient(books, record);
				let amount = amount(Balances::free_balance(&account));
				Call::external_withdraw_native { proxy, recipient, amount }
			},
			28 => {
				let proof = vec![H256::zero(); usize::from(self.unusual)].try_into().expect("short");
				Call::claim_rewards { proxy, cumulative_amount: Claimable::get(), proof }
			},
			29 => {
				let valid_for = [None, Some(0), Some(DAY), Some(30 * DAY)][self.who[2] % 4];
				let valid_for = if self.unusual { Some(Seconds::MAX) } else { valid_for };
				Call::increase_approved_amount { proxy, amount: amount(numbers.token), valid_for }
			},
			30 => Call::reset_approved_amount { proxy },
			31 => {
				Call::guardian_set_borrowing_restriction { proxy, restricted: self.who[2].is_multiple_of(3) }
			},
			32 => Call::guardian_repay_borrow { proxy, max_amount: amount(numbers.borrowed) },
			33 => Call::guardian_repay_debt { proxy, max_amount: amount(numbers.debt) },
			34 => Call::guardian_withdraw_from_exchange { proxy, key },
			35 => {
				let max_amount = self.amount.quantized(equity(position));
				Call::guardian_forced_withdrawal_request { proxy, key, position, max_amount }
			},
			36 => {
				let args = self.trade((key, position));
				Call::guardian_forced_trade_request { proxy, args, signature: self.signature(&args) }
			},
			37 => Call::guardian_deposit_cancel { proxy, key, position },
			38 => Call::guardian_deposit_reclaim { proxy, key, position },
			39 => {
				let hash = self.hash(proxy, record);
				let hashes = [vec![hash], vec![H256::zero(), hash, hash], vec![]];
				let hashes = hashes[self.who[2] % 8 % 3].clone().try_into().expect("few");
				Call::guardian_veto_forced_trade_requests { proxy, hashes }
			},
			_ => Call::emergency_restrict { proxy },
		}
	}

	fn until(&self, books: &Books) -> Seconds {
		let epoch = (now() - OFFSET) / INTERVAL;
		let end = OFFSET + (epoch + 1) * INTERVAL;
		let trades = books.proxies.values().flat_map(|proxy| proxy.queue.values());
		let trades = trades.map(|(_, queued_at)| *queued_at).collect::<Vec<_>>();
		let queued_at = trades.get(self.who[1] % trades.len().max(1)).copied().unwrap_or(now());
		let approval = books.proxies.values().filter_map(|proxy| proxy.expires_at).min();
		let (at, shift) = match self.when {
			When::After(seconds) => (now() + seconds, 0),
			When::Epoch { shift } => (end, shift),
			When::Blackout { shift } if now() < end - BLACKOUT => (end - BLACKOUT, shift),
			When::Blackout { shift } => (end + INTERVAL - BLACKOUT, shift),
			When::TradeFrom { shift } => (queued_at + WAITING, shift),
			When::TradeUntil { shift } => (queued_at + WAITING + GRACE, shift),
			When::ApprovalEnd { shift } => (approval.unwrap_or(now()), shift),
		};
		// Time does not run backwards.
		at.saturating_add_signed(shift.into()).clamp(now(), now() + 2 * INTERVAL)
	}
}

/// An asset that is no reason for an account to exist.
pub const INSUFFICIENT: AssetId = 4;

fn equity(position: PositionId) -> Balance {
	StarkExchange::position(position).map_or(0, |record| record.equity).into()
}
