//! What the benchmarks need of the pool and the exchange.

use super::*;
use frame_support::{
	assert_ok,
	traits::{
		fungibles::Mutate,
		tokens::{Fortitude::Polite, Precision::Exact, Preservation::Expendable},
	},
};
use pallet_liquidity_staking::types::{BorrowerRecord, StoredAllocation, TOTAL_ALLOCATION};
use tidepool_primitives::{ForcedTradeArgs, PerpetualExchange, PositionId, StarkKey, StarkSignature};

/// Takes USDC out of the pool's account, as if it had been lent.
fn burn_from_pool(amount: Balance) {
	assert_ok!(Assets::burn_from(USDC, &pool_account(), amount, Expendable, Exact, Polite));
}

impl pallet_liquidity_staking::BenchmarkHelper for Test {
	fn set_time(now: Seconds) {
		set_time(now);
	}
}

impl pallet_stark_exchange::BenchmarkHelper for Test {
	fn set_time(now: Seconds) {
		set_time(now);
	}
}

impl crate::BenchmarkHelper<AccountId> for Test {
	fn set_time(now: Seconds) {
		set_time(now);
	}

	fn prepare_pool(borrower: &AccountId, share: Balance, borrowed: Balance, debt: Balance) {
		enter_epoch(3);
		stake(&STRANGER, 3 * share);
		request(&STRANGER, 2 * share);
		let allocation = StoredAllocation { epoch: 3, ..StoredAllocation::constant(TOTAL_ALLOCATION) };
		let record = BorrowerRecord { allocation, borrowed, debt, restricted: false };
		pallet_liquidity_staking::Borrowers::<Test>::insert(borrower, record);
		pallet_liquidity_staking::Pool::<Test>::mutate(|pool| {
			pool.total_borrowed += borrowed;
			pool.unborrowed -= borrowed;
			pool.total_borrower_debt += debt;
		});
		burn_from_pool(borrowed);
		enter_blackout(4);
	}

	fn leave_in_pool(amount: Balance) {
		burn_from_pool(usdc(&pool_account()) - amount);
	}

	fn sign_registration(who: &AccountId, index: u32) -> (StarkKey, StarkSignature) {
		(key(index as u8), registration(who, index as u8))
	}

	fn register(who: &AccountId, index: u32) -> (StarkKey, PositionId) {
		let (key, signature) = Self::sign_registration(who, index);
		let position = <StarkExchange as PerpetualExchange<_>>::register_user(who, key, &signature);
		(key, position.expect("a new key and a valid signature"))
	}

	fn fund(key: StarkKey, position: PositionId, quantized: u64) {
		give(&STRANGER, quantized.into());
		assert_ok!(StarkExchange::deposit(signed(&STRANGER), key, position, quantized));
		accept((key, position), quantized);
	}

	fn credit(key: StarkKey, position: PositionId, quantized: u64) {
		credit((key, position), quantized);
	}

	fn sign_trade(args: &ForcedTradeArgs, index: u32) -> StarkSignature {
		consent(args, index as u8)
	}
}
