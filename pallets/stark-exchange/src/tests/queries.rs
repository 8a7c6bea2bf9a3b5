//! Queries (specification, section 3) and the clock.

use super::{common::*, *};
use crate::types::{ExchangeState, PendingDeposit, Position, Totals, TransferOrder};
use codec::Encode;
use frame_support::assert_ok;
use sp_core::{hex2array, H256};
use sp_runtime::DispatchError;
use tidepool_primitives::{Balance, PerpetualExchange};

#[test]
fn constants_are_those_of_the_runtime() {
	ExtBuilder::default().quantum(7).build_and_execute(|| {
		// "modl" ++ "lsm/xchg", padded with zeros.
		let mut account = [0; 32];
		account[..12].copy_from_slice(b"modllsm/xchg");
		assert_eq!(StarkExchange::exchange_account(), AccountId::new(account));
		assert_eq!((StarkExchange::collateral_asset(), StarkExchange::quantum()), (USDC, 7));
	});
}

#[test]
fn at_first_there_is_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let key = key(UNREGISTERED);
		assert_eq!(StarkExchange::last_state(), ExchangeState::default());
		assert_eq!(StarkExchange::totals(), Totals::default());
		assert_eq!((StarkExchange::is_frozen(), StarkExchange::freeze()), (false, None));
		assert_eq!(StarkExchange::account_of_key(key), None);
		assert_eq!(StarkExchange::keys_of(ALICE), [[0; 32]; 0]);
		assert_eq!(StarkExchange::position_of_key(key), None);
		for position in [0, 1, u64::MAX] {
			assert_eq!(StarkExchange::position(position), None);
			assert_eq!(StarkExchange::pending_deposit(key, position), None);
		}
		assert_eq!(StarkExchange::pending_withdrawal(key), 0);
		assert!(StarkExchange::exposure(ALICE).is_zero());
		assert_eq!(StarkExchange::forced_request(H256::zero()), None);
		assert!(!StarkExchange::is_trade_used(H256::zero()));
		assert!(!StarkExchange::is_transfer_used(H256::zero()));
	});
}

#[test]
fn every_record_can_be_asked_for() {
	two(|| {
		deposit(BOB, SECRET_B, 9);
		cancel(BOB, SECRET_B);
		let id = force_withdrawal(ALICE, SECRET_A, 40);
		let order = order(SECRET_A, SECRET_B, 5);
		assert_ok!(batch().transfer(SECRET_A, order).withdrawal(SECRET_B, 15).submit());
		assert_eq!(StarkExchange::account_of_key(key(SECRET_B)), Some(BOB));
		assert_eq!(StarkExchange::keys_of(BOB), [key(SECRET_B)]);
		assert_eq!(StarkExchange::position_of_key(key(SECRET_B)), Some(2));
		let [alice, bob] = [1, 2].map(|position| StarkExchange::position(position).unwrap());
		assert_eq!(alice, Position { key: key(SECRET_A), equity: 95, open_forced: 1 });
		assert_eq!(bob, Position { key: key(SECRET_B), equity: 40, open_forced: 0 });
		let deposit = PendingDeposit { amount: 9, cancel_requested_at: Some(START) };
		assert_eq!(StarkExchange::pending_deposit(key(SECRET_B), 2), Some(deposit));
		assert_eq!(StarkExchange::pending_deposit(key(SECRET_B), 1), None);
		assert_eq!(StarkExchange::pending_withdrawal(key(SECRET_B)), 15);
		assert_eq!(StarkExchange::exposure(BOB), exposure(9, 40, 15));
		let totals = Totals { pending_deposits: 9, equity: 135, pending_withdrawals: 15 };
		assert_eq!((StarkExchange::totals(), totals.sum()), (totals, 159));
		assert_eq!(StarkExchange::forced_request(id).unwrap().deadline, START + GRACE);
		assert!(StarkExchange::is_transfer_used(StarkExchange::transfer_id(order)));
		assert_eq!(
			(StarkExchange::last_state().batch_id, StarkExchange::last_state().system_time),
			(3, START)
		);
	});
}

#[test]
fn an_exposure_is_the_sum_over_the_keys_of_the_account() {
	ExtBuilder::default().build_and_execute(|| {
		for secret in [SECRET_A, SECRET_B] {
			fund(ALICE, secret, u64::MAX);
			assert_ok!(batch().withdrawal(secret, u64::MAX).submit());
			deposit(ALICE, secret, u64::MAX);
			accept(secret, u64::MAX);
			deposit(ALICE, secret, u64::MAX);
		}
		fund(BOB, SECRET_C, 7);
		let twice = 2 * u128::from(u64::MAX);
		assert_eq!(StarkExchange::exposure(ALICE), exposure(twice, twice, twice));
		assert_eq!(StarkExchange::exposure(BOB), exposure(0, 7, 0));
		assert_eq!(StarkExchange::exposure(CAROL), exposure(0, 0, 0));
	});
}

#[test]
fn what_a_stranger_deposits_is_exposure_of_the_owner() {
	two(|| {
		deposit(BOB, SECRET_A, 30);
		assert_eq!(StarkExchange::exposure(ALICE), exposure(30, 100, 0));
		assert_eq!(StarkExchange::exposure(BOB), exposure(0, 50, 0));
	});
}

#[test]
fn messages_name_their_purpose_and_the_genesis_block() {
	two(|| {
		let genesis = [0x11; 32];
		let account: [u8; 32] = ALICE.into();
		let registration =
			[&b"lsm/stark-exchange/register/v1"[..], &genesis, &account, &key(SECRET_A)].concat();
		assert_eq!(StarkExchange::registration_message(ALICE, key(SECRET_A)), registration);
		let args = trade(SECRET_A, SECRET_B);
		let forced_trade = [&b"lsm/stark-exchange/forced-trade/v1"[..], &genesis, &args.encode()].concat();
		assert_eq!(StarkExchange::forced_trade_message(args), forced_trade);
		let order = TransferOrder { from: 1, to: 2, amount: 0x0304, nonce: 5, expiration: 0x0607 };
		let encoded: [u8; 40] =
			hex2array!("01000000000000000200000000000000040300000000000005000000000000000706000000000000");
		let transfer = [&b"lsm/stark-exchange/transfer/v1"[..], &genesis, &encoded].concat();
		assert_eq!(StarkExchange::transfer_message(order), transfer);
		assert_eq!([registration.len(), forced_trade.len(), transfer.len()], [126, 195, 102]);
	});
}

#[test]
fn ids_are_hashes_of_prefix_and_content() {
	two(|| {
		let (args, order) = (trade(SECRET_A, SECRET_B), order(SECRET_A, SECRET_B, 5));
		let withdrawal = id_of("forced-withdrawal", (key(SECRET_A), 1u64, 40u64));
		assert_eq!(StarkExchange::forced_withdrawal_id(key(SECRET_A), 1, 40), withdrawal);
		assert_eq!(StarkExchange::forced_trade_id(args), id_of("forced-trade", args));
		assert_eq!(StarkExchange::transfer_id(order), id_of("transfer", order));
	});
}

#[test]
fn messages_keep_the_genesis_hash_however_long_the_chain_is() {
	ExtBuilder::default().build_and_execute(|| {
		let message = StarkExchange::registration_message(ALICE, key(SECRET_A));
		let signature = sign_registration(ALICE, SECRET_A);
		System::set_block_number(1_000_000);
		assert_eq!(StarkExchange::registration_message(ALICE, key(SECRET_A)), message);
		assert_ok!(StarkExchange::register_user(signed(ALICE), key(SECRET_A), signature));
	});
}

#[test]
fn the_clock_counts_whole_seconds() {
	ExtBuilder::default().build_and_execute(|| {
		for (milliseconds, seconds) in [(0, 0), (999, 0), (1_000, 1), (1_999, 1), (2_000, 2)] {
			pallet_timestamp::Now::<Test>::put(milliseconds);
			assert_eq!(now(), seconds);
		}
	});
}

/// What a proxy asks, through the trait.
fn as_a_proxy_sees_it<Exchange: PerpetualExchange<AccountId>>() {
	let unquantized = |q| -> Result<Balance, DispatchError> { Exchange::to_unquantized(q) };
	assert_eq!((unquantized(0), unquantized(1), unquantized(7)), (Ok(0), Ok(1_000), Ok(7_000)));
	assert_eq!(unquantized(u64::MAX), Ok(1_000 * u128::from(u64::MAX)));
	assert_eq!(Exchange::account_of_key(&key(SECRET_A)), None);
	assert_eq!((Exchange::position_key(1), Exchange::position_collateral(1)), (None, None));
	fund(ALICE, SECRET_A, 100);
	deposit(BOB, SECRET_A, 30);
	assert_ok!(batch().withdrawal(SECRET_A, 25).submit());
	assert_eq!(Exchange::account_of_key(&key(SECRET_A)), Some(ALICE));
	assert_eq!(Exchange::position_key(1), Some(key(SECRET_A)));
	assert_eq!(Exchange::position_collateral(1), Some(75));
	assert_eq!((Exchange::position_key(2), Exchange::position_collateral(2)), (None, None));
	assert_eq!(Exchange::exposure(&ALICE), exposure(30, 75, 25));
	assert_eq!(Exchange::exposure(&BOB), exposure(0, 0, 0));
	assert!(!Exchange::is_frozen());
	freeze_over(force_withdrawal(ALICE, SECRET_A, 40));
	assert!(Exchange::is_frozen());
	unfreeze();
	assert!(!Exchange::is_frozen());
}

#[test]
fn the_trait_answers_likewise() {
	ExtBuilder::default().quantum(1_000).build_and_execute(as_a_proxy_sees_it::<StarkExchange>);
}

#[test]
fn the_largest_quantum_fits_a_balance() {
	ExtBuilder::default().quantum(u64::MAX).build_and_execute(|| {
		let largest = <StarkExchange as PerpetualExchange<AccountId>>::to_unquantized(u64::MAX);
		assert_eq!(largest, Ok(u128::from(u64::MAX) * u128::from(u64::MAX)));
	});
}
