//! What a step picks from what there is.

use super::{
	books::{Books, Proxy},
	callers::people,
	op::Op,
	rules_exchange::hash_of,
	steps::{keys, KEYS},
};
use crate::mock::*;
use sp_core::H256;
use tidepool_primitives::{Balance, ForcedTradeArgs, PositionId, StarkKey, StarkSignature};

impl Op {
	/// A proxy: mostly one of the first two, now and then the newest or one that does not exist.
	pub fn proxy(&self, books: &Books) -> u32 {
		let numbers = books.proxies.keys().copied().collect::<Vec<_>>();
		match self.who[0] {
			15 => books.next + self.who[1] as u32 % 2,
			14 => numbers.last().copied().unwrap_or(books.next),
			number if number < 11 => numbers.get(number % 2).copied().unwrap_or(books.next),
			number => numbers.get(number % numbers.len().max(1)).copied().unwrap_or(books.next),
		}
	}

	pub fn person(&self, books: &Books) -> AccountId {
		let people = people(books);
		people[self.who[1] % people.len()].clone()
	}

	/// Somebody that outside withdrawals may go to, or not.
	pub fn recipient(&self, books: &Books, proxy: Option<&Proxy>) -> AccountId {
		let listed = proxy.into_iter().flat_map(|proxy| &proxy.recipients).collect::<Vec<_>>();
		match listed.get(self.who[1] % listed.len().max(1)) {
			Some(recipient) if !self.unusual => (*recipient).clone(),
			_ => self.person(books),
		}
	}

	/// A key: mostly one of the proxy, with its own position.
	pub fn key(&self, account: &AccountId) -> (StarkKey, PositionId) {
		let all = keys().iter().copied();
		let own = all.filter(|key| StarkExchange::account_of_key(*key).as_ref() == Some(account));
		let own = own.collect::<Vec<_>>();
		let any = keys()[self.who[1] % KEYS];
		let key = own.get(self.who[1] % own.len().max(1)).copied().unwrap_or(any);
		let position = |key| StarkExchange::position_of_key(key).unwrap_or(999);
		match self.unusual {
			true if self.who[2].is_multiple_of(2) => (any, position(any)),
			true => (key, position(any)),
			false => (key, position(key)),
		}
	}

	pub fn limit(&self, max: Balance) -> Option<Balance> {
		(!self.who[2].is_multiple_of(3)).then(|| self.amount.of(max))
	}

	/// A trade with a stranger's position, in one of few variants.
	pub fn trade(&self, on: (StarkKey, PositionId)) -> ForcedTradeArgs {
		let key_b = keys()[KEYS - 1];
		let position_b = StarkExchange::position_of_key(key_b).unwrap_or(999);
		let validity = match self.who[1] {
			0 => 7 * DAY - 1,
			1 => 7 * DAY,
			2 => 100 * DAY,
			_ => 60 * DAY,
		};
		let submission_expiration = now() + validity;
		ForcedTradeArgs { submission_expiration, nonce: self.who[2] as u64, ..trade(on, (key_b, position_b)) }
	}

	/// A trade that is queued.
	pub fn queued(&self, record: Option<&Proxy>) -> Option<ForcedTradeArgs> {
		let queue = record.filter(|_| !self.unusual)?.queue.values().collect::<Vec<_>>();
		queue.get(self.who[1] % queue.len().max(1)).map(|(args, _)| *args)
	}

	pub fn hash(&self, proxy: u32, record: Option<&Proxy>) -> H256 {
		self.queued(record).map_or(H256::repeat_byte(7), |args| hash_of(proxy, &args))
	}

	pub fn signature(&self, args: &ForcedTradeArgs) -> StarkSignature {
		let signer = if self.unusual { 0 } else { KEYS - 1 };
		consent(args, signer as u8)
	}
}
