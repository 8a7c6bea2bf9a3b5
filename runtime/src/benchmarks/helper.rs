//! What the benchmarks of the own pallets need of the others.

use crate::{
	configs::tokens::USDC_ASSET, AccountId, Assets, Balance, LiquidityStaking, Runtime, RuntimeOrigin,
	StarkExchange,
};
use frame_benchmarking::account;
use frame_support::traits::{
	fungibles::Mutate,
	tokens::{Fortitude::Polite, Precision::Exact, Preservation::Expendable},
};
use pallet_liquidity_staking::types::{BorrowerRecord, StoredAllocation, TOTAL_ALLOCATION};
use pallet_stark_exchange::{signature::digest, signing, types::UpdateBatch, Operators};
use sp_core::H256;
use tidepool_primitives::{
	Epoch, ForcedTradeArgs, PerpetualExchange, PositionId, Seconds, StarkKey, StarkSignature,
};

/// Prepares the chain for the benchmarks of the own pallets.
pub struct Helper;

/// Epoch in which the stakers of the proxies' benchmarks stake and request.
const EPOCH: Epoch = 3;

fn set_time(now: Seconds) {
	// Past the timestamp pallet, whose hook would compare the time with the slot of a block.
	pallet_timestamp::Now::<Runtime>::put(now.saturating_mul(1_000));
}

fn now() -> Seconds {
	pallet_timestamp::Now::<Runtime>::get() / 1_000
}

/// Takes USDC out of the pool's account, as if it had been lent.
fn burn_from_pool(amount: Balance) {
	let pool = LiquidityStaking::pool_account();
	Assets::burn_from(USDC_ASSET, &pool, amount, Expendable, Exact, Polite).expect("held");
}

/// Secrets with as many bits as they can have.
fn secret(index: u32) -> [u8; 32] {
	digest(&index.to_le_bytes())
}

/// The operator of the benchmarks submits a batch that `fill` has completed.
fn update(fill: impl FnOnce(&mut UpdateBatch<Runtime>)) {
	let operator: AccountId = account("stark operator", 0, 0);
	Operators::<Runtime>::insert(&operator, ());
	let last = StarkExchange::last_state();
	let mut batch = UpdateBatch {
		batch_id: last.batch_id + 1,
		previous_state_root: last.state_root,
		new_state_root: H256::repeat_byte(1),
		system_time: now(),
		..Default::default()
	};
	fill(&mut batch);
	StarkExchange::update_state(RuntimeOrigin::signed(operator), batch).expect("a valid batch");
}

impl pallet_liquidity_staking::BenchmarkHelper for Helper {
	fn set_time(now: Seconds) {
		set_time(now);
	}
}

impl pallet_stark_exchange::BenchmarkHelper for Helper {
	fn set_time(now: Seconds) {
		set_time(now);
	}
}

impl pallet_timelock::BenchmarkHelper for Helper {
	fn set_time(now: Seconds) {
		set_time(now);
	}
}

impl pallet_stark_proxy::BenchmarkHelper<AccountId> for Helper {
	fn set_time(now: Seconds) {
		set_time(now);
	}

	fn prepare_pool(borrower: &AccountId, share: Balance, borrowed: Balance, debt: Balance) {
		let staker: AccountId = account("staker", 0, 0);
		Assets::mint_into(USDC_ASSET, &staker, 3 * share).expect("USDC exists");
		set_time(LiquidityStaking::start_of_epoch(EPOCH) + 1);
		let origin = RuntimeOrigin::signed(staker);
		LiquidityStaking::stake(origin.clone(), 3 * share).expect("funded");
		LiquidityStaking::request_withdrawal(origin, 2 * share).expect("outside the blackout window");

		let allocation = StoredAllocation { epoch: EPOCH, ..StoredAllocation::constant(TOTAL_ALLOCATION) };
		let record = BorrowerRecord { allocation, borrowed, debt, restricted: false };
		pallet_liquidity_staking::Borrowers::<Runtime>::insert(borrower, record);
		pallet_liquidity_staking::Pool::<Runtime>::mutate(|pool| {
			pool.total_borrowed += borrowed;
			pool.unborrowed -= borrowed;
			pool.total_borrower_debt += debt;
		});
		burn_from_pool(borrowed);

		let next = LiquidityStaking::start_of_epoch(EPOCH + 2);
		set_time(next - LiquidityStaking::blackout_window());
	}

	fn leave_in_pool(amount: Balance) {
		burn_from_pool(Assets::balance(USDC_ASSET, LiquidityStaking::pool_account()) - amount);
	}

	fn sign_registration(who: &AccountId, index: u32) -> (StarkKey, StarkSignature) {
		let secret = secret(index);
		let key = signing::public_key(&secret);
		let message = StarkExchange::registration_message(who.clone(), key);
		(key, signing::sign(&secret, &digest(&message)))
	}

	fn register(who: &AccountId, index: u32) -> (StarkKey, PositionId) {
		let (key, signature) = Self::sign_registration(who, index);
		let position = <StarkExchange as PerpetualExchange<_>>::register_user(who, key, &signature)
			.expect("a new key and a valid signature");
		(key, position)
	}

	fn fund(key: StarkKey, position: PositionId, quantized: u64) {
		let payer: AccountId = account("payer", 0, 0);
		Assets::mint_into(USDC_ASSET, &payer, quantized.into()).expect("USDC exists");
		StarkExchange::deposit(RuntimeOrigin::signed(payer), key, position, quantized).expect("funded");
		update(|batch| batch.deposits.try_push((key, position, quantized)).expect("fits"));
	}

	fn credit(key: StarkKey, position: PositionId, quantized: u64) {
		update(|batch| batch.withdrawals.try_push((key, position, quantized)).expect("fits"));
	}

	fn sign_trade(args: &ForcedTradeArgs, index: u32) -> StarkSignature {
		signing::sign(&secret(index), &digest(&StarkExchange::forced_trade_message(*args)))
	}
}
