//! What users and the operator do on the exchange.

use crate::{borrowers::*, common::*};
use frame_support::assert_ok;
use pallet_stark_exchange::{signature::digest, signing, types::UpdateBatch, Call as ExchangeCall};
use pallet_stark_proxy::Call as ProxyCall;
use sp_core::H256;
use tidepool_primitives::{ForcedTradeArgs, PositionId, StarkKey, StarkSignature};
use tidepool_runtime::{AccountId, Runtime, StarkExchange, StarkProxy};

/// A key with its position.
pub type Place = (StarkKey, PositionId);

/// The secret of key number `number`.
pub fn secret(number: u8) -> [u8; 32] {
	let mut secret = [0; 32];
	secret[30..].copy_from_slice(&[1, number]);
	secret
}

/// Key number `number`, and what registers it to `account`.
pub fn registration(account: AccountId, number: u8) -> (StarkKey, StarkSignature) {
	let key = signing::public_key(&secret(number));
	let message = StarkExchange::registration_message(account, key);
	(key, signing::sign(&secret(number), &digest(&message)))
}

/// Registers key number `number` to a proxy and puts it on its list.
#[track_caller]
pub fn registered(proxy: u32, number: u8) -> Place {
	let (key, signature) = registration(StarkProxy::proxy_account(proxy), number);
	assert_ok!(act(proxy, ProxyCall::register_user_on_exchange { proxy, key, signature }));
	assert_ok!(act(proxy, ProxyCall::allow_stark_key { proxy, key }));
	(key, StarkExchange::position_of_key(key).expect("just registered"))
}

/// Registers key number `number` to an ordinary account.
#[track_caller]
pub fn registered_to(account: &AccountId, number: u8) -> Place {
	let (key, signature) = registration(account.clone(), number);
	assert_ok!(attempt(account, ExchangeCall::<Runtime>::register_user { key, signature }));
	(key, StarkExchange::position_of_key(key).expect("just registered"))
}

/// What the holder of key number `number` signs to consent to a forced trade.
pub fn consent(number: u8, args: ForcedTradeArgs) -> StarkSignature {
	signing::sign(&secret(number), &digest(&StarkExchange::forced_trade_message(args)))
}

/// The operator submits a batch that `fill` has completed.
#[track_caller]
pub fn update(fill: impl FnOnce(&mut UpdateBatch<Runtime>)) {
	let last = StarkExchange::last_state();
	let mut batch = UpdateBatch {
		batch_id: last.batch_id + 1,
		previous_state_root: last.state_root,
		new_state_root: H256::repeat_byte(7),
		system_time: now(),
		..Default::default()
	};
	fill(&mut batch);
	assert_ok!(attempt(&named("StarkOperator"), ExchangeCall::<Runtime>::update_state { batch }));
}

/// A proxy deposits, and the operator accepts.
#[track_caller]
pub fn move_to_exchange(proxy: u32, (key, position): Place, quantized: u64) {
	let deposit = ProxyCall::deposit_to_exchange { proxy, key, position, quantized_amount: quantized };
	assert_ok!(act(proxy, deposit));
	update(|batch| batch.deposits.try_push((key, position, quantized)).expect("fits"));
}

/// The operator credits, and the proxy withdraws.
#[track_caller]
pub fn move_from_exchange(proxy: u32, (key, position): Place, quantized: u64) {
	update(|batch| batch.withdrawals.try_push((key, position, quantized)).expect("fits"));
	assert_ok!(act(proxy, ProxyCall::withdraw_from_exchange { proxy, key }));
}
