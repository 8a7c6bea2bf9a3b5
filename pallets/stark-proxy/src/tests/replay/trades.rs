//! Forced trades as the traces write them: twelve numbers, of which two mean nothing here, and another hash.

use super::trace::Step;
use sp_core::{H256, U256};
use sp_io::hashing::keccak_256;
use std::{collections::BTreeMap, str::FromStr};
use tidepool_primitives::{ForcedTradeArgs, StarkKey};

/// The trades that a trace mentions, by the hash of the original; `None` if our types cannot hold it.
pub struct Trades(BTreeMap<H256, Option<ForcedTradeArgs>>);

impl Trades {
	pub fn mentioned<'a>(steps: impl Iterator<Item = &'a Step>) -> Self {
		let calls = steps.filter(|step| step.args["args"].is_array());
		Self(calls.map(|step| step.list("args")).map(|words| (hash(&words), trade(&words))).collect())
	}

	/// What the original knows by `hash`.
	pub fn of(&self, hash: &str) -> Option<ForcedTradeArgs> {
		self.0.get(&H256::from_str(hash).expect("a hash")).copied().flatten()
	}
}

/// What the original identifies a trade by: the hash of its twelve words.
pub fn hash(words: &[&str]) -> H256 {
	keccak_256(&words.iter().flat_map(|word| key(word)).collect::<Vec<_>>()).into()
}

/// A number of up to 256 bits, big-endian, as keys are written here.
pub fn key(number: &str) -> StarkKey {
	U256::from_dec_str(number).unwrap_or_else(|_| panic!("{number} is not a number")).to_big_endian()
}

/// The trade, if our types can hold it.
pub fn trade(words: &[&str]) -> Option<ForcedTradeArgs> {
	// The asset of the collateral and the premium mean nothing here.
	let &[key_a, key_b, position_a, position_b, _, synthetic, collateral, amount, is_buying, expiration, nonce, _] =
		words
	else {
		panic!("{} numbers are no trade", words.len())
	};
	Some(ForcedTradeArgs {
		key_a: key(key_a),
		key_b: key(key_b),
		position_a: position_a.parse().ok()?,
		position_b: position_b.parse().ok()?,
		synthetic_asset_id: synthetic.parse().ok()?,
		amount_collateral: collateral.parse().ok()?,
		amount_synthetic: amount.parse().ok()?,
		a_is_buying_synthetic: is_buying == "1",
		submission_expiration: expiration.parse().ok()?,
		nonce: nonce.parse().ok()?,
	})
}
