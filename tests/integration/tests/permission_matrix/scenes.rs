//! States of pool, proxy and exchange that calls need in order to succeed.

use super::{callers::Caller, stage::*};
use frame_support::{traits::fungible, weights::Weight};
use pallet_liquidity_staking::Call as PoolCall;
use pallet_stark_exchange::{types::UpdateBatch, Call as ExchangeCall};
use pallet_stark_proxy::Call as ProxyCall;
use sp_core::H256;
use tidepool_integration_tests::{borrowers::A, common::*, exchange::*};
use tidepool_primitives::{ForcedTradeArgs, StarkKey, StarkSignature};
use tidepool_runtime::{AccountId, Balances, LiquidityStaking, Runtime, StarkExchange, StarkProxy, DYDX};

const DAY: u64 = 24 * 60 * 60;
/// A sum in base units of USDC or units of the exchange, small against everything that anybody has.
pub const SOME: u128 = 1_000;
pub const SOME_UNITS: u64 = 1_000;
/// More than a call needs that does nothing, and little enough for a motion.
pub const SOME_WEIGHT: Weight = Weight::from_parts(100_000_000_000, 1_000_000);

pub fn proxy_account() -> AccountId {
	StarkProxy::proxy_account(A)
}

pub fn wait_days(days: u64) {
	set_time(now() + days * DAY);
}

/// `who` has staked.
pub fn staked(who: &AccountId) {
	play(who, PoolCall::<Runtime>::stake { amount: SOME });
}

/// `who` has staked and can withdraw it.
pub fn inactive(who: &AccountId) {
	staked(who);
	play(who, PoolCall::<Runtime>::request_withdrawal { amount: SOME });
	set_time(epoch_start(EPOCH + 1));
}

/// The proxy has borrowed some.
pub fn borrowed() {
	play(&Caller::Borrower.signer(), ProxyCall::<Runtime>::borrow { proxy: A, amount: SOME });
}

/// The proxy has borrowed everything and the staker has left: the proxy is overdue.
pub fn overdue() {
	play(&Caller::Borrower.signer(), ProxyCall::<Runtime>::borrow { proxy: A, amount: STAKE });
	play(&staker(), PoolCall::<Runtime>::request_withdrawal { amount: STAKE });
	set_time(epoch_start(EPOCH + 1));
}

/// The proxy owes debt, and the pool owes debt to the staker.
pub fn in_debt() {
	overdue();
	mark_debt();
}

/// The pool owes debt to `who`, and can pay it.
pub fn owed(who: &AccountId) {
	staked(who);
	play(who, PoolCall::<Runtime>::request_withdrawal { amount: SOME });
	in_debt();
	let repay = PoolCall::<Runtime>::repay_debt { borrower: proxy_account(), amount: SOME };
	play(&person("trader"), repay);
}

fn mark_debt() {
	let borrowers = vec![proxy_account()].try_into().expect("few");
	play(&person("trader"), PoolCall::<Runtime>::mark_debt { borrowers });
}

/// `who` has a share of the pool.
pub fn entitled(who: &AccountId) {
	lend_to(&[(Some(proxy_account()), 9_000), (Some(who.clone()), 1_000)], 0);
	set_time(epoch_start(EPOCH + 1));
}

/// The proxy has no share of the pool any more, and uses nothing.
pub fn idle() {
	lend_to(&[(Some(proxy_account()), 0), (None, 10_000)], 0);
	set_time(epoch_start(EPOCH + 1));
}

/// The proxy holds some USDC and some of the native currency that it does not owe.
pub fn rich() {
	give(USDC_ASSET, &proxy_account(), SOME);
	<Balances as fungible::Mutate<AccountId>>::mint_into(&proxy_account(), DYDX).expect("it can hold them");
}

/// The owner of the proxy has allowed a recipient.
pub fn recipient() -> AccountId {
	let recipient = person("recipient");
	endow(&recipient);
	let allow = ProxyCall::<Runtime>::allow_external_recipient { proxy: A, recipient: recipient.clone() };
	play(&Caller::ProxyOwner.signer(), allow);
	recipient
}

/// Somebody has deposited for a key, and the operator has not accepted it.
pub fn deposited((key, position): Place) {
	if key == proxy_place().0 {
		give(USDC_ASSET, &proxy_account(), SOME);
		let deposit = ProxyCall::<Runtime>::deposit_to_exchange {
			proxy: A,
			key,
			position,
			quantized_amount: SOME_UNITS,
		};
		play(&Caller::ExchangeOperator.signer(), deposit);
	} else {
		let deposit = ExchangeCall::<Runtime>::deposit { key, position, q: SOME_UNITS };
		play(&Caller::KeyHolder.signer(), deposit);
	}
}

/// A deposit can be reclaimed.
pub fn cancelled(place: Place) {
	deposited(place);
	let (key, position) = place;
	if key == proxy_place().0 {
		play(&Caller::ProxyOwner.signer(), ProxyCall::<Runtime>::deposit_cancel { proxy: A, key, position });
	} else {
		play(&Caller::KeyHolder.signer(), ExchangeCall::<Runtime>::deposit_cancel { key, position });
	}
	wait_days(2);
}

/// The position of a key has equity.
pub fn funded(place: Place) {
	deposited(place);
	update(|batch| batch.deposits.try_push((place.0, place.1, SOME_UNITS)).expect("fits"));
}

/// The key can withdraw.
pub fn credited(place: Place) {
	funded(place);
	update(|batch| batch.withdrawals.try_push((place.0, place.1, SOME_UNITS)).expect("fits"));
}

/// An empty batch that continues the last one.
pub fn next_batch() -> UpdateBatch<Runtime> {
	let last = StarkExchange::last_state();
	UpdateBatch {
		batch_id: last.batch_id + 1,
		previous_state_root: last.state_root,
		new_state_root: H256::repeat_byte(7),
		system_time: now(),
		..Default::default()
	}
}

/// A forced withdrawal has waited in vain; its id.
pub fn ignored_request() -> H256 {
	let place @ (key, position) = own_place();
	funded(place);
	let request = ExchangeCall::<Runtime>::forced_withdrawal_request { key, position, q: SOME_UNITS };
	play(&Caller::KeyHolder.signer(), request);
	wait_days(7);
	StarkExchange::forced_withdrawal_id(key, position, SOME_UNITS)
}

/// The exchange is frozen.
pub fn frozen() {
	let id = ignored_request();
	play(&person("trader"), ExchangeCall::<Runtime>::freeze_request { id });
}

/// A trade of a key with the trader, and the trader's consent.
pub fn trade((key_a, position_a): Place) -> (ForcedTradeArgs, StarkSignature) {
	let (key_b, position_b) = trader_place();
	let args = ForcedTradeArgs {
		key_a,
		key_b,
		position_a,
		position_b,
		synthetic_asset_id: 1,
		amount_collateral: 1,
		amount_synthetic: 1,
		a_is_buying_synthetic: true,
		submission_expiration: now() + 30 * DAY,
		nonce: 0,
	};
	(args, consent(TRADER_KEY, args))
}

/// The owner of the proxy has queued a trade.
pub fn queued_trade() -> (ForcedTradeArgs, StarkSignature) {
	let (args, signature) = trade(proxy_place());
	let queue = ProxyCall::<Runtime>::queue_forced_trade_request { proxy: A, args };
	play(&Caller::ProxyOwner.signer(), queue);
	(args, signature)
}

/// Hash by which the proxy knows a trade.
pub fn trade_hash(args: ForcedTradeArgs) -> H256 {
	StarkProxy::forced_trade_args_hash(A, args)
}

/// A key that nobody has registered, with a registration to an account.
pub fn registrable(account: &AccountId) -> (StarkKey, StarkSignature) {
	registration(account.clone(), FREE_KEY)
}

/// A key that is registered to the proxy and not on its list.
pub fn unlisted_key() -> StarkKey {
	let (key, _) = proxy_place();
	play(&Caller::ProxyOwner.signer(), ProxyCall::<Runtime>::disallow_stark_key { proxy: A, key });
	key
}

/// The blackout window has begun.
pub fn in_blackout() {
	set_time(epoch_start(EPOCH + 1) - LiquidityStaking::blackout_window());
}
