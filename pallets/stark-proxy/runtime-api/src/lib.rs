//! Runtime API of the stark proxy pallet: the queries of section 13 of its specification.
//!
//! Every answer is settled to the time of the block it is asked at and changes nothing. Amounts are in base units of the
//! borrow token, times in seconds. About a proxy that does not exist the methods answer as about an account without
//! anything. polkadot.js offers them as `api.call.starkProxyApi.*`.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

use alloc::vec::Vec;
use codec::Codec;
use pallet_stark_proxy::types::{ApprovedAmount, AutoPayment, ProxyId, ProxyInfo, QueuedTrade, Role};
use sp_core::H256;
use sp_runtime::DispatchError;
use tidepool_primitives::{Balance, Exposure, ForcedTradeArgs, StarkKey};

sp_api::decl_runtime_apis! {
	/// Reads of the stark proxies.
	pub trait StarkProxyApi<AccountId>
	where
		AccountId: Codec,
	{
		/// Account of the proxy `proxy`, whether or not that exists.
		fn proxy_account(proxy: ProxyId) -> AccountId;
		/// The proxy that `account` belongs to.
		fn proxy_of_account(account: AccountId) -> Option<ProxyId>;
		/// State of a proxy.
		fn proxy_info(proxy: ProxyId) -> Option<ProxyInfo<AccountId>>;

		/// Whether `account` holds `role`.
		fn has_role(proxy: ProxyId, role: Role, account: AccountId) -> bool;
		/// The holders of `role`.
		fn role_members(proxy: ProxyId, role: Role) -> Vec<AccountId>;
		/// The role whose holders grant and revoke `role`.
		fn role_admin(role: Role) -> Role;

		/// Whether `account` is an allowed recipient of outside withdrawals.
		fn is_recipient_allowed(proxy: ProxyId, account: AccountId) -> bool;
		/// Whether `key` is on the proxy's list.
		fn is_stark_key_allowed(proxy: ProxyId, key: StarkKey) -> bool;
		/// Whether the guardian bars the proxy from borrowing. The pool can bar it, too.
		fn is_borrowing_restricted(proxy: ProxyId) -> bool;
		/// What may leave without regard to what is owed.
		fn approved_amount(proxy: ProxyId) -> ApprovedAmount;
		/// A queued forced trade.
		fn queued_forced_trade(proxy: ProxyId, args_hash: H256) -> Option<QueuedTrade>;
		/// What a forced trade of the proxy is identified by.
		fn forced_trade_args_hash(proxy: ProxyId, args: ForcedTradeArgs) -> H256;

		/// Borrow token that the proxy holds.
		fn token_balance(proxy: ProxyId) -> Balance;
		/// What the proxy has borrowed, without debt.
		fn borrowed_balance(proxy: ProxyId) -> Balance;
		/// The proxy's debt from shortfalls.
		fn debt_balance(proxy: ProxyId) -> Balance;
		/// Everything that the proxy owes the pool.
		fn borrowed_and_debt_balance(proxy: ProxyId) -> Balance;
		/// The proxy's share of the pool; with more borrowed it is overdue.
		fn allocated_balance_current(proxy: ProxyId) -> Balance;
		/// The proxy's share of the pool in the next epoch.
		fn allocated_balance_next(proxy: ProxyId) -> Balance;
		/// How much the proxy could borrow now; 0 while the guardian or the pool restricts it.
		fn borrowable_amount(proxy: ProxyId) -> Balance;
		/// What the proxy holds above what it owes.
		fn withdrawable_amount(proxy: ProxyId) -> Balance;
		/// What the proxy has on the exchange, quantized.
		fn exchange_exposure(proxy: ProxyId) -> Exposure;
		/// What auto-pay would do now, or why it would be refused.
		fn preview_auto_pay(proxy: ProxyId) -> Result<AutoPayment, DispatchError>;
	}
}
