//! Who takes part: accounts, their keys, and what they sign. Messages are put together here anew, from the
//! specification.

use crate::{mock::*, types::TransferOrder};
use codec::Encode;
use std::{cell::RefCell, collections::HashMap, sync::LazyLock};
use tidepool_primitives::{ForcedTradeArgs, StarkKey, StarkSignature};

/// Users. The last one starts without any tokens.
pub const PEOPLE: [AccountId; 6] = [ALICE, BOB, CAROL, PROXY, DAVE, PAUPER];

/// Who can become an operator.
pub const CANDIDATES: [AccountId; 4] = [OPERATOR, AccountId::new([41; 32]), DAVE, AccountId::new([42; 32])];

/// Who tries to govern. The last one has no right to anything.
pub const GOVERNORS: [AccountId; 4] = [ADMIN, EMERGENCY, UNFREEZER, ALICE];

/// The keys of the secrets 1, 2, 3 and so on.
pub static KEYS: LazyLock<[StarkKey; 8]> =
	LazyLock::new(|| std::array::from_fn(|index| key(index as u64 + 1)));

/// What is no key: not on the curve, zero, the prime of the field, above it.
pub const NO_KEYS: [StarkKey; 4] = {
	let (mut five, mut prime) = ([0; 32], [0; 32]);
	five[31] = 5;
	(prime[0], prime[7], prime[31]) = (0x08, 0x11, 0x01);
	[five, [0; 32], prime, [0xff; 32]]
};

thread_local! {
	/// Signatures made so far, by secret and message: signing takes long.
	static SIGNED: RefCell<HashMap<(u64, Vec<u8>), StarkSignature>> = RefCell::default();
}

/// The secret of a key; that of the first one for what is no key.
pub fn secret_of(key: &StarkKey) -> u64 {
	KEYS.iter().position(|known| known == key).unwrap_or_default() as u64 + 1
}

/// The signature with which `account` can register `key`.
pub fn registration(account: &AccountId, key: &StarkKey) -> StarkSignature {
	signed_by(secret_of(key), b"lsm/stark-exchange/register/v1", &(account, key))
}

/// The consent of party B.
pub fn consent(args: &ForcedTradeArgs) -> StarkSignature {
	signed_by(secret_of(&args.key_b), b"lsm/stark-exchange/forced-trade/v1", args)
}

/// The order of the owner of a secret.
pub fn transfer(secret: u64, order: &TransferOrder) -> StarkSignature {
	signed_by(secret, b"lsm/stark-exchange/transfer/v1", order)
}

fn signed_by(secret: u64, prefix: &[u8], content: &impl Encode) -> StarkSignature {
	let message = [prefix, GENESIS_HASH.as_bytes(), &content.encode()].concat();
	SIGNED.with_borrow_mut(|signed| {
		let known = signed.entry((secret, message));
		*known.or_insert_with_key(|(secret, message)| sign(*secret, message))
	})
}
