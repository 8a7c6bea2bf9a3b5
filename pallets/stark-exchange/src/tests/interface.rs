//! The exchange as proxies use it (specification, section 3): the actions of the trait are those of the calls, tell what
//! moved, and change nothing when they fail, whatever their caller makes of the error.

use super::{common::*, *};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use sp_core::storage::StateVersion;
use sp_runtime::{DispatchError, TokenError};
use tidepool_primitives::{ForcedTradeArgs, PerpetualExchange, PositionId, StarkKey, StarkSignature};

/// What both a call and the trait can do.
#[derive(Clone)]
enum Action {
	Register(AccountId, StarkKey, StarkSignature),
	Deposit(AccountId, StarkKey, PositionId, u64),
	Cancel(AccountId, StarkKey, PositionId),
	Reclaim(AccountId, StarkKey, PositionId),
	Withdraw(StarkKey),
	DemandWithdrawal(AccountId, StarkKey, PositionId, u64),
	DemandTrade(AccountId, ForcedTradeArgs, StarkSignature),
}
use Action::*;

impl Action {
	fn by_call(self) -> DispatchResult {
		match self {
			Register(who, key, signature) => StarkExchange::register_user(signed(who), key, signature),
			Deposit(payer, key, position, q) => StarkExchange::deposit(signed(payer), key, position, q),
			Cancel(who, key, position) => StarkExchange::deposit_cancel(signed(who), key, position),
			Reclaim(who, key, position) => StarkExchange::deposit_reclaim(signed(who), key, position),
			Withdraw(key) => StarkExchange::withdraw(signed(PAUPER), key),
			DemandWithdrawal(who, key, position, q) => {
				StarkExchange::forced_withdrawal_request(signed(who), key, position, q)
			},
			DemandTrade(who, args, signature) => {
				StarkExchange::forced_trade_request(signed(who), args, signature, true)
			},
		}
	}

	fn by_trait(self) -> DispatchResult {
		act::<StarkExchange>(self).map(|_| ())
	}
}

/// Acts through the trait. Returns the tokens that moved or the new position; 0 where nothing is told.
fn act<Exchange: PerpetualExchange<AccountId>>(action: Action) -> Result<u128, DispatchError> {
	match action {
		Register(who, key, signature) => Exchange::register_user(&who, key, &signature).map(u128::from),
		Deposit(payer, key, position, q) => Exchange::deposit(&payer, &key, position, q),
		Cancel(who, key, position) => Exchange::deposit_cancel(&who, &key, position).map(|()| 0),
		Reclaim(who, key, position) => Exchange::deposit_reclaim(&who, &key, position),
		Withdraw(key) => Exchange::withdraw(&key),
		DemandWithdrawal(who, key, position, q) => {
			Exchange::forced_withdrawal_request(&who, &key, position, q).map(|()| 0)
		},
		DemandTrade(who, args, signature) => {
			Exchange::forced_trade_request(&who, &args, &signature, true).map(|()| 0)
		},
	}
}

/// Alice and Bob register, deposit and take money out in every way, each step done with `act`. Returns what it told.
fn course(mut act: impl FnMut(Action) -> u128) -> Vec<u128> {
	let (a, b) = (key(SECRET_A), key(SECRET_B));
	let mut told = vec![
		act(Register(ALICE, a, sign_registration(ALICE, SECRET_A))),
		act(Register(BOB, b, sign_registration(BOB, SECRET_B))),
		act(Deposit(ALICE, a, 1, 100)),
		act(Deposit(ALICE, b, 2, 50)),
		act(Cancel(BOB, b, 2)),
	];
	accept(SECRET_A, 100);
	assert_ok!(batch().withdrawal(SECRET_A, 30).submit());
	pass(CANCEL_DELAY);
	let args = trade(SECRET_A, SECRET_B);
	let last = [
		Reclaim(BOB, b, 2),
		Withdraw(a),
		DemandWithdrawal(ALICE, a, 1, 70),
		DemandTrade(ALICE, args, sign_trade(SECRET_B, &args)),
	];
	told.extend(last.map(act));
	told
}

#[test]
fn the_trait_does_what_the_calls_do() {
	let root_after = |by_trait: bool| {
		let mut root = vec![];
		ExtBuilder::default().quantum(1_000).build_and_execute(|| {
			course(|action| {
				assert_ok!(if by_trait { action.by_trait() } else { action.by_call() });
				0
			});
			// Events are part of the storage.
			root = sp_io::storage::root(StateVersion::V1);
		});
		root
	};
	assert_eq!(root_after(true), root_after(false));
}

#[test]
fn the_trait_tells_what_moved() {
	ExtBuilder::default().quantum(1_000).build_and_execute(|| {
		let told = course(|action| act::<StarkExchange>(action).expect("succeeds"));
		assert_eq!(told, [1, 2, 100_000, 50_000, 0, 50_000, 30_000, 0, 0]);
		assert_eq!((usdc(ALICE), usdc(BOB)), (FUNDS - 120_000, FUNDS + 50_000));
	});
}

/// A state in which every action can fail in every way: Alice has her only key, equity of 100, a cancelled deposit of 10
/// and two open requests; Bob has equity of 45, a deposit of 20 and a credit of 5, and is blocked.
fn prepared(test: impl FnOnce(ForcedTradeArgs)) {
	ExtBuilder::default().max_keys(1).build_and_execute(|| {
		fund(ALICE, SECRET_A, 100);
		fund(BOB, SECRET_B, 50);
		deposit(ALICE, SECRET_A, 10);
		cancel(ALICE, SECRET_A);
		deposit(BOB, SECRET_B, 20);
		assert_ok!(batch().withdrawal(SECRET_B, 5).submit());
		block_account(BOB);
		force_withdrawal(ALICE, SECRET_A, 40);
		let args = trade(SECRET_A, SECRET_B);
		force_trade(ALICE, SECRET_B, &args);
		test(args);
	});
}

/// Both ways of acting give the same error and leave the storage as it was.
#[track_caller]
fn fails<E: Into<DispatchError>>(action: Action, error: E) {
	let error = error.into();
	assert_noop!(action.clone().by_call(), error);
	assert_noop!(action.by_trait(), error);
}

#[test]
fn money_goes_in_and_out_under_the_same_checks() {
	prepared(|_| {
		let (a, b, c) = (key(SECRET_A), key(SECRET_B), key(SECRET_C));
		fails(Register(ALICE, [0; 32], NO_SIGNATURE), Error::InvalidStarkKey);
		fails(Register(DAVE, a, sign_registration(DAVE, SECRET_A)), Error::KeyAlreadyRegistered);
		fails(Register(ALICE, c, sign_registration(ALICE, SECRET_C)), Error::TooManyKeys);
		fails(Register(DAVE, c, sign_registration(ALICE, SECRET_C)), Error::InvalidSignature);
		fails(Deposit(ALICE, a, 1, 0), Error::ZeroAmount);
		fails(Deposit(ALICE, c, 1, 1), Error::KeyNotRegistered);
		fails(Deposit(ALICE, a, 2, 1), Error::PositionKeyMismatch);
		fails(Deposit(PAUPER, a, 1, 1), TokenError::FundsUnavailable);
		// The tokens have moved when this is found out.
		fails(Deposit(ALICE, a, 1, u64::MAX), Error::QuantizationOverflow);
		fails(Cancel(ALICE, c, 1), Error::KeyNotRegistered);
		fails(Cancel(BOB, a, 1), Error::NotKeyOwner);
		fails(Cancel(ALICE, a, 2), Error::DepositNotFound);
		fails(Reclaim(ALICE, c, 1), Error::KeyNotRegistered);
		fails(Reclaim(BOB, a, 1), Error::NotKeyOwner);
		fails(Reclaim(ALICE, a, 2), Error::DepositNotFound);
		fails(Reclaim(BOB, b, 2), Error::DepositNotCancelled);
		fails(Reclaim(ALICE, a, 1), Error::DepositLocked);
		fails(Withdraw(c), Error::KeyNotRegistered);
		fails(Withdraw(a), Error::NothingToWithdraw);
		// The records have gone when these are found out.
		fails(Withdraw(b), TokenError::Blocked);
		block_account(ALICE);
		pass(CANCEL_DELAY);
		fails(Reclaim(ALICE, a, 1), TokenError::Blocked);
	});
}

#[test]
fn forced_requests_are_made_under_the_same_checks() {
	prepared(|open| {
		let (a, c) = (key(SECRET_A), key(SECRET_C));
		fails(DemandWithdrawal(ALICE, c, 1, 1), Error::KeyNotRegistered);
		fails(DemandWithdrawal(BOB, a, 1, 1), Error::NotKeyOwner);
		fails(DemandWithdrawal(ALICE, a, 2, 1), Error::PositionKeyMismatch);
		fails(DemandWithdrawal(ALICE, a, 1, 0), Error::ZeroAmount);
		fails(DemandWithdrawal(ALICE, a, 1, 101), Error::InsufficientEquity);
		fails(DemandWithdrawal(ALICE, a, 1, 40), Error::RequestAlreadyPending);
		let good = ForcedTradeArgs { nonce: 99, ..open };
		let late = now() + VALIDITY + 1;
		let demand = |args| DemandTrade(ALICE, args, sign_trade(SECRET_B, &args));
		fails(demand(ForcedTradeArgs { key_a: c, ..good }), Error::KeyNotRegistered);
		fails(DemandTrade(BOB, good, NO_SIGNATURE), Error::NotKeyOwner);
		fails(demand(ForcedTradeArgs { position_a: 2, ..good }), Error::PositionKeyMismatch);
		fails(demand(ForcedTradeArgs { key_b: a, position_b: 1, ..good }), Error::SamePosition);
		fails(demand(ForcedTradeArgs { synthetic_asset_id: 0, ..good }), Error::InvalidSyntheticAsset);
		fails(demand(ForcedTradeArgs { amount_synthetic: 0, ..good }), Error::ZeroAmount);
		fails(demand(ForcedTradeArgs { submission_expiration: 0, ..good }), Error::TradeExpired);
		fails(demand(ForcedTradeArgs { submission_expiration: late, ..good }), Error::TradeValidityTooLong);
		fails(demand(open), Error::TradeReplayed);
		fails(DemandTrade(ALICE, good, NO_SIGNATURE), Error::InvalidSignature);
		for q in 1..=6 {
			assert_ok!(DemandWithdrawal(ALICE, a, 1, q).by_trait());
		}
		fails(DemandWithdrawal(ALICE, a, 1, 50), Error::TooManyOpenRequests);
		fails(demand(good), Error::TooManyOpenRequests);
		for q in 1..=2 {
			assert_ok!(DemandWithdrawal(BOB, key(SECRET_B), 2, q).by_trait());
		}
		fails(DemandWithdrawal(BOB, key(SECRET_B), 2, 3), Error::TooManyForcedRequests);
		freeze_over(StarkExchange::forced_trade_id(open));
		fails(Deposit(ALICE, a, 1, 1), Error::Frozen);
		fails(DemandWithdrawal(ALICE, a, 1, 50), Error::Frozen);
		fails(demand(good), Error::Frozen);
	});
}
