//! Calls that succeed, the clock, and what a test looks at.

use super::*;
use crate::messages;
use frame_support::assert_ok;
use tidepool_primitives::{Exposure, ForcedTradeArgs, PositionId};

#[track_caller]
pub fn check_invariants() {
	StarkExchange::do_try_state().expect("the invariants hold");
}

/// The time in seconds.
pub fn now() -> Seconds {
	StarkExchange::now()
}

/// Sets the clock to `now`, in the same block.
pub fn set_time(now: Seconds) {
	pallet_timestamp::Now::<Test>::put(now * 1_000);
}

/// Lets time pass, in the same block.
pub fn pass(seconds: Seconds) {
	set_time(now() + seconds);
}

/// Begins the next block, at the same time.
pub fn next_block() {
	System::set_block_number(System::block_number() + 1);
}

/// The events of the exchange since the last call of this function.
pub fn exchange_events() -> Vec<Event> {
	let events = System::read_events_for_pallet::<Event>();
	System::reset_events();
	events
}

/// All events since the last call of this function.
pub fn all_events() -> Vec<RuntimeEvent> {
	let events = System::events().into_iter().map(|record| record.event).collect();
	System::reset_events();
	events
}

/// Registers the key of `secret`. Returns its position.
#[track_caller]
pub fn register(account: AccountId, secret: u64) -> PositionId {
	let signature = sign_registration(account.clone(), secret);
	assert_ok!(StarkExchange::register_user(signed(account), key(secret), signature));
	position(secret)
}

/// Deposits for a key.
#[track_caller]
pub fn deposit(payer: AccountId, secret: u64, q: u64) {
	assert_ok!(StarkExchange::deposit(signed(payer), key(secret), position(secret), q));
}

/// The operator accepts a deposit in a batch of its own.
#[track_caller]
pub fn accept(secret: u64, q: u64) {
	assert_ok!(batch().deposit(secret, q).submit());
}

/// An account with a key and that much equity. Returns the position.
#[track_caller]
pub fn fund(account: AccountId, secret: u64, equity: u64) -> PositionId {
	let position = register(account.clone(), secret);
	deposit(account, secret, equity);
	accept(secret, equity);
	position
}

/// The owner asks for the return of a deposit.
#[track_caller]
pub fn cancel(owner: AccountId, secret: u64) {
	assert_ok!(StarkExchange::deposit_cancel(signed(owner), key(secret), position(secret)));
}

/// The owner gets a deposit back.
#[track_caller]
pub fn reclaim(owner: AccountId, secret: u64) {
	assert_ok!(StarkExchange::deposit_reclaim(signed(owner), key(secret), position(secret)));
}

/// Somebody triggers the payout for a key. Returns what its owner received.
#[track_caller]
pub fn withdraw(secret: u64) -> Balance {
	let owner = StarkExchange::account_of_key(key(secret)).expect("is registered");
	let before = usdc(owner.clone());
	assert_ok!(StarkExchange::withdraw(signed(PAUPER), key(secret)));
	usdc(owner) - before
}

/// The owner demands a withdrawal. Returns the id of the request.
#[track_caller]
pub fn force_withdrawal(owner: AccountId, secret: u64, q: u64) -> H256 {
	assert_ok!(StarkExchange::forced_withdrawal_request(signed(owner), key(secret), position(secret), q));
	messages::forced_withdrawal_id(&key(secret), position(secret), q)
}

/// The owner of key A demands a trade that the secret of B consents to. Returns the id of the request.
#[track_caller]
pub fn force_trade(owner: AccountId, secret_b: u64, args: &ForcedTradeArgs) -> H256 {
	let signature = sign_trade(secret_b, args);
	assert_ok!(StarkExchange::forced_trade_request(signed(owner), *args, signature, false));
	messages::forced_trade_id(args)
}

/// Lets the grace period pass and freezes the exchange over a request that was made just now.
#[track_caller]
pub fn freeze_over(id: H256) {
	pass(GRACE);
	assert_ok!(StarkExchange::freeze_request(signed(PAUPER), id));
}

/// Makes equity withdrawable in a freeze.
#[track_caller]
pub fn escape(secret: u64) {
	assert_ok!(StarkExchange::escape(signed(PAUPER), position(secret)));
}

/// Lets the delay pass and ends the freeze.
#[track_caller]
pub fn unfreeze() {
	pass(UNFREEZE_DELAY);
	assert_ok!(StarkExchange::unfreeze(signed(UNFREEZER)));
}

/// Bars an account from transfers, or no longer.
pub fn restrict(account: AccountId, restricted: bool) {
	Restricted::mutate(|accounts| {
		if restricted {
			accounts.insert(account);
		} else {
			accounts.remove(&account);
		}
	});
}

/// The collateral that `account` holds.
pub fn usdc(account: AccountId) -> Balance {
	Assets::balance(USDC, account)
}

/// Tokens that the exchange owes in all.
pub fn owed() -> Balance {
	StarkExchange::totals().sum() * Balance::from(Quantum::get())
}

/// The equity of a key's position.
#[track_caller]
pub fn equity(secret: u64) -> u64 {
	StarkExchange::position(position(secret)).expect("is registered").equity
}

/// What the operator has not accepted of a key's deposits.
pub fn pending(secret: u64) -> u64 {
	StarkExchange::pending_deposit(key(secret), position(secret)).map_or(0, |pending| pending.amount)
}

/// What was credited to a key and not paid out.
pub fn credited(secret: u64) -> u64 {
	StarkExchange::pending_withdrawal(key(secret))
}

/// An exposure of pending deposits, equity and pending withdrawals.
pub fn exposure(pending_deposits: u128, equity: u128, pending_withdrawals: u128) -> Exposure {
	Exposure { pending_deposits, equity, pending_withdrawals }
}
