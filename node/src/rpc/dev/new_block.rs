//! The parameter of `dev_newBlock`.

use codec::Decode;
use serde_json::{Map, Value};
use sp_core::bytes::from_hex;
use sp_runtime::OpaqueExtrinsic;
use tidepool_runtime::BlockNumber;

/// The most blocks one call makes.
pub const MOST_BLOCKS: u32 = 10_000;

/// What Chopsticks offers on forks of parachains and relay chains.
const OF_OTHER_CHAINS: [&str; 4] = ["dmp", "hrmp", "ump", "relayChainStateOverrides"];

/// What to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewBlock {
	/// How far to go.
	pub target: Target,
	/// What goes into the pool first.
	pub transactions: Vec<OpaqueExtrinsic>,
}

/// How far to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
	/// So many blocks.
	Count(u32),
	/// Up to this height.
	Height(BlockNumber),
}

impl NewBlock {
	/// Reads the parameter. Left out altogether, or null, it asks for one block.
	pub fn from_json(options: Option<Value>) -> Result<Self, String> {
		let options = match options {
			None | Some(Value::Null) => Map::new(),
			Some(Value::Object(options)) => options,
			Some(other) => {
				return Err(format!(
					"dev_newBlock takes an object like {{\"count\": 2}}, not {}",
					shown(&other)
				))
			},
		};
		if let Some(unknown) = options
			.iter()
			.find(|(key, value)| !value.is_null() && !["count", "to", "transactions"].contains(&key.as_str()))
		{
			return Err(refusal_of(unknown.0));
		}
		let given = |key| options.get(key).filter(|value| !value.is_null());
		let target = match (given("count"), given("to")) {
			(Some(_), Some(_)) => return Err("`count` and `to` exclude each other: pass one of them".into()),
			(Some(count), None) => Target::Count(read_count(count)?),
			(None, Some(to)) => Target::Height(read_height(to)?),
			(None, None) => Target::Count(1),
		};
		let transactions = given("transactions").map(read_transactions).transpose()?.unwrap_or_default();
		Ok(Self { target, transactions })
	}
}

/// The number of blocks from `head` up to `height`.
pub fn distance(head: BlockNumber, height: BlockNumber) -> Result<u32, String> {
	match height.checked_sub(head) {
		Some(count @ 1..=MOST_BLOCKS) => Ok(count),
		Some(0) | None => Err(format!(
			"`to` must be later than the head of the chain, which is block {head}; it is {height}"
		)),
		Some(count) => Err(format!(
			"`to` asks for {count} blocks on top of block {head}; one call makes at most {MOST_BLOCKS}"
		)),
	}
}

fn refusal_of(key: &str) -> String {
	match key {
		"unsafeBlockHeight" => {
			"`unsafeBlockHeight` is not possible here: the blocks of this chain are numbered without gaps"
				.into()
		},
		key if OF_OTHER_CHAINS.contains(&key) => {
			format!("`{key}` is not possible here: this chain is neither a parachain nor a relay chain")
		},
		key => format!("unknown option `{key}`: dev_newBlock knows `count`, `to` and `transactions`"),
	}
}

fn read_count(value: &Value) -> Result<u32, String> {
	whole_number(value).filter(|count| (1..=MOST_BLOCKS).contains(count)).ok_or_else(|| {
		format!("`count` must be a whole number from 1 to {MOST_BLOCKS}, not {}", shown(value))
	})
}

fn read_height(value: &Value) -> Result<BlockNumber, String> {
	whole_number(value).ok_or_else(|| format!("`to` must be the number of a block, not {}", shown(value)))
}

fn whole_number(value: &Value) -> Option<u32> {
	value.as_u64().and_then(|number| number.try_into().ok())
}

fn read_transactions(value: &Value) -> Result<Vec<OpaqueExtrinsic>, String> {
	let list = value
		.as_array()
		.ok_or_else(|| format!("`transactions` must be a list of hex strings, not {}", shown(value)))?;
	list.iter()
		.enumerate()
		.map(|(index, item)| {
			let bytes = item
				.as_str()
				.and_then(|hex| from_hex(hex).ok())
				.ok_or_else(|| format!("transaction {} is not a hex string: {}", index + 1, shown(item)))?;
			decode_all(&bytes)
				.ok_or_else(|| format!("transaction {} cannot be decoded: {}", index + 1, shown(item)))
		})
		.collect()
}

fn decode_all(mut bytes: &[u8]) -> Option<OpaqueExtrinsic> {
	let transaction = OpaqueExtrinsic::decode(&mut bytes).ok()?;
	bytes.is_empty().then_some(transaction)
}

/// A value as the caller wrote it, cut to a length that fits into a line.
pub fn shown(value: &Value) -> String {
	const LONGEST: usize = 60;
	let text = value.to_string();
	match text.char_indices().nth(LONGEST) {
		Some((end, _)) => format!("{}...", &text[..end]),
		None => text,
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::Encode;
	use serde_json::json;

	fn read(options: Value) -> Result<NewBlock, String> {
		NewBlock::from_json(Some(options))
	}

	fn refused(options: Value) -> String {
		let refusal = read(options).unwrap_err();
		assert!(!refusal.contains('\n'));
		refusal
	}

	#[test]
	fn one_block_is_what_nothing_asks_for() {
		let one = NewBlock { target: Target::Count(1), transactions: vec![] };
		assert_eq!(NewBlock::from_json(None), Ok(one.clone()));
		assert_eq!(read(Value::Null), Ok(one.clone()));
		assert_eq!(read(json!({})), Ok(one.clone()));
		let nulls = json!({ "count": null, "to": null, "transactions": null, "unsafeBlockHeight": null, "ump": null });
		assert_eq!(read(nulls), Ok(one));
	}

	#[test]
	fn counts_are_bounded() {
		assert_eq!(read(json!({ "count": 7 })).unwrap().target, Target::Count(7));
		assert_eq!(read(json!({ "count": 10_000 })).unwrap().target, Target::Count(10_000));
		for count in [json!(0), json!(-1), json!(10_001), json!(1.5), json!("2"), json!([2]), json!(u64::MAX)]
		{
			let refusal = refused(json!({ "count": count }));
			assert!(refusal.contains("from 1 to 10000") && refusal.contains(&count.to_string()), "{refusal}");
		}
	}

	#[test]
	fn heights_must_be_ahead_and_near() {
		assert_eq!(read(json!({ "to": 12 })).unwrap().target, Target::Height(12));
		assert!(refused(json!({ "to": -3 })).contains("number of a block"));
		assert!(refused(json!({ "to": u64::MAX })).contains("number of a block"));
		assert_eq!(distance(10, 12), Ok(2));
		assert_eq!(distance(0, MOST_BLOCKS), Ok(MOST_BLOCKS));
		assert!(distance(12, 12).unwrap_err().contains("later than the head"));
		assert!(distance(12, 3).unwrap_err().contains("block 12"));
		assert!(distance(0, u32::MAX).unwrap_err().contains("at most 10000"));
		assert!(refused(json!({ "to": 12, "count": 1 })).contains("exclude each other"));
	}

	#[test]
	fn transactions_are_hex() {
		let transaction = OpaqueExtrinsic::from_blob(vec![4, 5, 6]);
		let hex = sp_core::bytes::to_hex(&transaction.encode(), false);
		assert_eq!(read(json!({ "transactions": [hex] })).unwrap().transactions, vec![transaction]);
		assert_eq!(read(json!({ "transactions": [] })).unwrap().transactions, vec![]);
		assert!(refused(json!({ "transactions": "0x00" })).contains("a list of hex strings"));
		assert!(refused(json!({ "transactions": [hex, 5] })).contains("transaction 2 is not a hex string: 5"));
		assert!(refused(json!({ "transactions": ["0xzz"] })).contains("not a hex string"));
		assert!(refused(json!({ "transactions": ["0x0c04"] })).contains("cannot be decoded"));
		assert!(refused(json!({ "transactions": [format!("{hex}00")] })).contains("cannot be decoded"));
	}

	#[test]
	fn what_a_solo_chain_has_not_is_refused_by_name() {
		for key in ["hrmp", "ump", "dmp"] {
			let refusal = refused(json!({ (key): {} }));
			assert!(refusal.contains(key) && refusal.contains("parachain"), "{refusal}");
		}
		assert!(refused(json!({ "unsafeBlockHeight": 9 })).contains("without gaps"));
		assert!(refused(json!({ "counts": 2 })).contains("unknown option `counts`"));
		assert!(refused(json!(5)).contains("takes an object"));
		assert!(refused(json!([{ "count": 2 }])).contains("takes an object"));
	}

	#[test]
	fn long_values_are_cut() {
		assert!(shown(&json!("x".repeat(1_000))).len() < 80);
		assert!(shown(&json!("ü".repeat(1_000))).ends_with("..."));
	}
}
