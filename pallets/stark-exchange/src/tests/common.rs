//! What the tests of several topics need.

use super::*;
use codec::Encode;
use frame_support::assert_ok;
use sp_core::H256;
use sp_io::hashing::blake2_256;
use tidepool_primitives::{Balance, StarkSignature};

/// A third user's secret.
pub const SECRET_C: u64 = 0xcccc;
/// Nobody registers the key of this one.
pub const UNREGISTERED: u64 = 0xdead;
/// Signs nothing.
pub const NO_SIGNATURE: StarkSignature = StarkSignature { r: [0; 32], s: [0; 32] };

/// Alice has equity of 100 and position 1, Bob 50 and position 2.
pub fn two(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		fund(ALICE, SECRET_A, 100);
		fund(BOB, SECRET_B, 50);
		System::reset_events();
		test();
	});
}

/// As [`two`], and frozen over a request of Alice for 40. The test is given its id.
pub fn frozen(test: impl FnOnce(H256)) {
	two(|| {
		let id = force_withdrawal(ALICE, SECRET_A, 40);
		freeze_over(id);
		System::reset_events();
		test(id);
	});
}

/// What pallet-assets reports when collateral moves.
pub fn moved(from: AccountId, to: AccountId, amount: Balance) -> RuntimeEvent {
	pallet_assets::Event::Transferred { asset_id: USDC, from, to, amount }.into()
}

/// An event of the exchange among others.
pub fn ours(event: Event) -> RuntimeEvent {
	event.into()
}

/// Gives collateral away, past the exchange.
#[track_caller]
pub fn give(from: AccountId, to: AccountId, amount: Balance) {
	assert_ok!(Assets::transfer(signed(from), USDC, to, amount));
}

/// The issuer bars an account from receiving collateral.
#[track_caller]
pub fn block_account(account: AccountId) {
	assert_ok!(Assets::block(signed(ISSUER), USDC, account));
}

/// The issuer bars an account from sending collateral.
#[track_caller]
pub fn freeze_account(account: AccountId) {
	assert_ok!(Assets::freeze(signed(ISSUER), USDC, account));
}

/// Ends both.
#[track_caller]
pub fn thaw_account(account: AccountId) {
	assert_ok!(Assets::thaw(signed(ISSUER), USDC, account));
}

/// An id as the specification defines it: the hash of a prefix and the encoded content.
pub fn id_of(prefix: &str, content: impl Encode) -> H256 {
	blake2_256(&[prefix.as_bytes(), &content.encode()].concat()).into()
}

/// Origins that no user has.
pub fn unsigned_origins() -> [RuntimeOrigin; 2] {
	[RuntimeOrigin::root(), RuntimeOrigin::none()]
}
