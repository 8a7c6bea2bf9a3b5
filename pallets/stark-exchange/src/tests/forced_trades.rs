//! Forced trades (specification, sections 4.1 and 6.2).

use super::{common::*, *};
use crate::{
	types::{ForcedRequest, RequestKind},
	ForcedRequests,
};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use sp_core::{hex2array, H256};
use tidepool_primitives::{ForcedTradeArgs, Seconds, StarkSignature};

/// The smallest id that no synthetic asset has.
const SYNTHETIC_BOUND: u128 = 1 << 120;

fn call_signed(who: AccountId, args: ForcedTradeArgs, signature: StarkSignature) -> DispatchResult {
	StarkExchange::forced_trade_request(signed(who), args, signature, false)
}

/// Alice's request, signed by Bob.
fn call(args: ForcedTradeArgs) -> DispatchResult {
	call_signed(ALICE, args, sign_trade(SECRET_B, &args))
}

fn requested(args: ForcedTradeArgs, reduce_only: bool, deadline: Seconds) -> Event {
	Event::ForcedTradeRequested { id: id_of("forced-trade", args), args, reduce_only, deadline }
}

/// The trade of Alice with Bob that the other ones are made of.
fn good() -> ForcedTradeArgs {
	trade(SECRET_A, SECRET_B)
}

#[test]
fn a_request_is_recorded_with_its_time_and_flag() {
	for reduce_only in [false, true] {
		two(|| {
			pass(5);
			let (args, balances) = (good(), StarkExchange::totals());
			let signature = sign_trade(SECRET_B, &args);
			assert_ok!(StarkExchange::forced_trade_request(signed(ALICE), args, signature, reduce_only));
			assert_eq!(all_events(), [ours(requested(args, reduce_only, START + 5 + GRACE))]);
			let request =
				ForcedRequest { kind: RequestKind::Trade { args, reduce_only }, requested_at: START + 5 };
			let id = id_of("forced-trade", args);
			assert_eq!(ForcedRequests::<Test>::iter().collect::<Vec<_>>(), [(id, request)]);
			assert_eq!(StarkExchange::forced_trade_id(args), id);
			// It counts for party A and needs no equity.
			let open = [1, 2].map(|position| StarkExchange::position(position).unwrap().open_forced);
			assert_eq!((open, StarkExchange::totals()), ([1, 0], balances));
			assert!(!StarkExchange::is_trade_used(id));
		});
	}
}

#[test]
fn the_vector_is_accepted() {
	two(|| {
		let args = ForcedTradeArgs {
			amount_collateral: 1_000_000_000,
			amount_synthetic: 5_000,
			submission_expiration: 1_800_000_000,
			nonce: 7,
			..good()
		};
		let signature = StarkSignature {
			r: hex2array!("040e67ff2c1b2b9fd7cf483125ac0c1647f4165cc0b8f860adb8b489e90d0468"),
			s: hex2array!("048c3a00ef1854fff533f0215d3aa80205b0eb73add24e946e7d2180e0f89893"),
		};
		assert_noop!(
			call_signed(ALICE, ForcedTradeArgs { nonce: 8, ..args }, signature),
			Error::InvalidSignature
		);
		assert_ok!(call_signed(ALICE, args, signature));
		const ENCODED: [u8; 129] = hex2array!(concat!(
			"002f8ffcb446d2a062ef18561eb507b08ea01d52d4c594e90cfca47f075cb952",
			"0061d0f6b01e5696a475786dbbd6de15f984b23a553be50018489781de416140",
			"01000000000000000200000000000000",
			"352d4854450000000000000000000000",
			"00ca9a3b0000000088130000000000000100d2496b000000000700000000000000",
		));
		let id = H256(sp_io::hashing::blake2_256(&[&b"forced-trade"[..], &ENCODED].concat()));
		let deadline = START + GRACE;
		assert_eq!(
			exchange_events(),
			[Event::ForcedTradeRequested { id, args, reduce_only: false, deadline }]
		);
	});
}

#[test]
fn the_checks_have_an_order() {
	two(|| {
		// Both limits are reached: of the position and of the block.
		let open = good();
		let id = force_trade(ALICE, SECRET_B, &open);
		for q in 1..MAX_OPEN_FORCED {
			force_withdrawal(ALICE, SECRET_A, q.into());
		}
		for q in 1..=MAX_FORCED_PER_BLOCK - MAX_OPEN_FORCED {
			force_withdrawal(BOB, SECRET_B, q.into());
		}
		let all_wrong = ForcedTradeArgs {
			key_a: key(UNREGISTERED),
			key_b: key(UNREGISTERED),
			position_a: 77,
			position_b: 77,
			synthetic_asset_id: 0,
			amount_collateral: 0,
			amount_synthetic: 0,
			submission_expiration: now() - 1,
			..open
		};
		let refused = |who, args, error: Error| {
			assert_noop!(call_signed(who, args, NO_SIGNATURE), error);
		};
		let mut args = all_wrong;
		refused(CAROL, args, Error::KeyNotRegistered);
		args.key_a = key(SECRET_A);
		refused(CAROL, args, Error::NotKeyOwner);
		refused(ALICE, args, Error::PositionKeyMismatch);
		args.position_a = 1;
		refused(ALICE, args, Error::PositionKeyMismatch);
		args.key_b = key(SECRET_A);
		refused(ALICE, args, Error::PositionKeyMismatch);
		args.position_b = 1;
		refused(ALICE, args, Error::SamePosition);
		(args.key_b, args.position_b) = (key(SECRET_B), 2);
		refused(ALICE, args, Error::InvalidSyntheticAsset);
		args.synthetic_asset_id = open.synthetic_asset_id;
		refused(ALICE, args, Error::ZeroAmount);
		(args.amount_collateral, args.amount_synthetic) = (open.amount_collateral, open.amount_synthetic);
		refused(ALICE, args, Error::TradeExpired);
		args.submission_expiration = now() + VALIDITY + 1;
		refused(ALICE, args, Error::TradeValidityTooLong);
		refused(ALICE, open, Error::TradeReplayed);
		args.submission_expiration = now() + VALIDITY;
		refused(ALICE, args, Error::InvalidSignature);
		assert_noop!(call(args), Error::TooManyOpenRequests);
		assert_ok!(batch().execute(id).submit());
		refused(ALICE, open, Error::TradeReplayed);
		assert_noop!(call(args), Error::TooManyForcedRequests);
		next_block();
		assert_ok!(call(args));
		freeze_over(id_of("forced-trade", args));
		refused(CAROL, all_wrong, Error::Frozen);
	});
}

#[test]
fn each_position_must_be_that_of_its_key() {
	two(|| {
		for position in [0, 2, 77, u64::MAX] {
			let args = ForcedTradeArgs { position_a: position, ..good() };
			assert_noop!(call(args), Error::PositionKeyMismatch);
		}
		for position in [0, 1, 77, u64::MAX] {
			let args = ForcedTradeArgs { position_b: position, ..good() };
			assert_noop!(call(args), Error::PositionKeyMismatch);
		}
		let args = ForcedTradeArgs { key_b: key(UNREGISTERED), ..good() };
		assert_noop!(call(args), Error::PositionKeyMismatch);
	});
}

#[test]
fn an_account_may_trade_with_another_of_its_keys_but_not_with_the_same() {
	two(|| {
		register(ALICE, SECRET_C);
		force_trade(ALICE, SECRET_C, &trade(SECRET_A, SECRET_C));
		let same = trade(SECRET_A, SECRET_A);
		assert_noop!(call_signed(ALICE, same, sign_trade(SECRET_A, &same)), Error::SamePosition);
	});
}

#[test]
fn the_synthetic_asset_is_above_zero_and_below_its_bound() {
	two(|| {
		for synthetic_asset_id in [0, SYNTHETIC_BOUND, SYNTHETIC_BOUND + 1, u128::MAX] {
			let args = ForcedTradeArgs { synthetic_asset_id, ..good() };
			assert_noop!(call(args), Error::InvalidSyntheticAsset);
		}
		for synthetic_asset_id in [1, SYNTHETIC_BOUND - 1] {
			assert_ok!(call(ForcedTradeArgs { synthetic_asset_id, ..good() }));
		}
	});
}

#[test]
fn both_amounts_are_above_zero_and_otherwise_the_operators_business() {
	two(|| {
		assert_noop!(call(ForcedTradeArgs { amount_collateral: 0, ..good() }), Error::ZeroAmount);
		assert_noop!(call(ForcedTradeArgs { amount_synthetic: 0, ..good() }), Error::ZeroAmount);
		for amount in [1, u64::MAX] {
			let args = ForcedTradeArgs { amount_collateral: amount, amount_synthetic: amount, ..good() };
			assert_ok!(call(args));
		}
	});
}

#[test]
fn a_trade_expires_between_now_and_the_longest_validity() {
	two(|| {
		let args = |submission_expiration| ForcedTradeArgs { submission_expiration, ..good() };
		for expiration in [0, START - 1] {
			assert_noop!(call(args(expiration)), Error::TradeExpired);
		}
		for expiration in [START + VALIDITY + 1, u64::MAX] {
			assert_noop!(call(args(expiration)), Error::TradeValidityTooLong);
		}
		for expiration in [START, START + 1, START + VALIDITY - 1, START + VALIDITY] {
			assert_ok!(call(args(expiration)));
		}
	});
}
