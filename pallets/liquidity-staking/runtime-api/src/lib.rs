//! Runtime API of the liquidity staking pallet: the queries of section 10 of its specification.
//!
//! Every answer is settled to the time of the block it is asked at and changes nothing. Amounts are in base units
//! of the token they count, times in seconds. polkadot.js offers the methods as `api.call.liquidityStakingApi.*`.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

use alloc::{string::String, vec::Vec};
use codec::Codec;
use pallet_liquidity_staking::types::{Role, Shortfall, Units};
use sp_core::U256;
use tidepool_primitives::{Balance, Epoch, EpochParameters, Seconds};

sp_api::decl_runtime_apis! {
	/// Reads of the liquidity pool.
	pub trait LiquidityStakingApi<AccountId, AssetId>
	where
		AccountId: Codec,
		AssetId: Codec,
	{
		/// The running epoch; `None` before epoch zero.
		fn current_epoch() -> Option<Epoch>;
		/// Seconds until the running epoch ends, never 0; `None` before epoch zero.
		fn time_remaining_in_current_epoch() -> Option<Seconds>;
		/// First second of epoch `epoch` under the schedule in force.
		fn start_of_epoch(epoch: Epoch) -> Seconds;
		/// Whether epoch zero has started.
		fn has_epoch_zero_started() -> bool;
		/// Whether withdrawal requests are refused at present.
		fn in_blackout_window() -> bool;
		/// Length of the epochs and start of epoch zero.
		fn epoch_parameters() -> EpochParameters;
		/// Length of the blackout window at the end of every epoch.
		fn blackout_window() -> Seconds;

		/// Active balance in the running epoch.
		fn active_balance_current(account: AccountId) -> Balance;
		/// Active balance in the next epoch if nothing else happens.
		fn active_balance_next(account: AccountId) -> Balance;
		/// Sum of the active balances in the running epoch.
		fn total_active_balance_current() -> Balance;
		/// Sum of the active balances in the next epoch if nothing else happens.
		fn total_active_balance_next() -> Balance;
		/// Inactive balance in the running epoch, shortfalls applied.
		fn inactive_balance_current(account: AccountId) -> Balance;
		/// Inactive balance in the next epoch if nothing else happens.
		fn inactive_balance_next(account: AccountId) -> Balance;
		/// Sum of the inactive balances in the running epoch, rounding dust included.
		fn total_inactive_balance_current() -> Balance;
		/// Sum of the inactive balances in the next epoch if nothing else happens.
		fn total_inactive_balance_next() -> Balance;
		/// What was requested in the running epoch and becomes withdrawable with the next.
		fn pending_withdrawal(account: AccountId) -> Balance;
		/// What the pool owes the account from shortfalls.
		fn staker_debt_balance(account: AccountId) -> Balance;

		/// How many receipt tokens the account can transfer.
		fn transferable_balance(account: AccountId) -> Balance;
		/// Receipt tokens of the account: active plus inactive balance in the running epoch.
		fn balance_of(account: AccountId) -> Balance;
		/// Receipt tokens of all accounts, rounding dust included.
		fn total_supply() -> Balance;
		/// Receipt tokens of `owner` that `spender` may transfer.
		fn allowance(owner: AccountId, spender: AccountId) -> Balance;
		/// Name of the receipt token.
		fn name() -> String;
		/// Symbol of the receipt token.
		fn symbol() -> String;
		/// Decimals of the receipt token and of the stake asset.
		fn decimals() -> u8;

		/// Stake-asset tokens from which withdrawals of stake are paid.
		fn contract_balance_available_to_withdraw() -> Balance;
		/// How much stake the account could withdraw now.
		fn stake_available_to_withdraw(account: AccountId) -> Balance;
		/// Repaid debt that stakers have not yet withdrawn: the debt pot.
		fn total_debt_available_to_withdraw() -> Balance;
		/// How much of the debt owed to it the account could withdraw now.
		fn debt_available_to_withdraw(account: AccountId) -> Balance;

		/// How much all borrowers together may still take.
		fn contract_balance_available_to_borrow() -> Balance;
		/// Allocation units of a borrower, or with `None` the unallocated ones, in the running epoch; in 1/10,000.
		fn allocation_fraction_current(target: Option<AccountId>) -> Units;
		/// Allocation units of a borrower, or with `None` the unallocated ones, in the next epoch; in 1/10,000.
		fn allocation_fraction_next(target: Option<AccountId>) -> Units;
		/// The borrower's share of the active balance; with more borrowed it is overdue.
		fn allocated_balance_current(borrower: AccountId) -> Balance;
		/// The borrower's share of the active balance in the next epoch: what it has to come down to before then.
		fn allocated_balance_next(borrower: AccountId) -> Balance;
		/// How much the borrower could borrow now.
		fn borrowable_amount(borrower: AccountId) -> Balance;
		/// What the borrower has borrowed.
		fn borrowed_balance(borrower: AccountId) -> Balance;
		/// What all borrowers have borrowed.
		fn total_borrowed_balance() -> Balance;
		/// The borrower's debt from shortfalls.
		fn borrower_debt_balance(borrower: AccountId) -> Balance;
		/// The debt of all borrowers from shortfalls.
		fn total_borrower_debt_balance() -> Balance;
		/// Whether the borrower is barred from borrowing.
		fn is_borrowing_restricted(borrower: AccountId) -> bool;
		/// Whether the borrower has borrowed more than its share of the active balance.
		fn is_borrower_overdue(borrower: AccountId) -> bool;
		/// The borrowers that have borrowed more than their shares, and how much more.
		fn overdue_borrowers() -> Vec<(AccountId, Balance)>;

		/// Number of shortfalls ever recorded.
		fn shortfall_count() -> u32;
		/// A recorded shortfall; `None` when there is none of that number.
		fn shortfall(number: u32) -> Option<Shortfall>;
		/// What the borrowers owe beyond the active balance; above 0 the pool is insolvent.
		fn current_shortfall() -> Balance;

		/// Emission of rewards per second.
		fn rewards_per_second() -> Balance;
		/// First second that emits rewards.
		fn distribution_start() -> Seconds;
		/// First second that no longer emits rewards.
		fn distribution_end() -> Seconds;
		/// Cumulative reward units per unit of active stake as last settled, x 10^18.
		fn global_index() -> U256;
		/// Rewards that an immediate claim would pay.
		fn claimable_rewards(account: AccountId) -> Balance;

		/// Id of the asset that is staked.
		fn stake_asset() -> AssetId;
		/// Id of the asset that mirrors the receipt token.
		fn receipt_asset() -> AssetId;
		/// Id of the asset that rewards are paid in; `None` is the native currency.
		fn rewards_asset() -> Option<AssetId>;
		/// Account from which rewards are paid.
		fn rewards_treasury() -> AccountId;
		/// Account that holds the staked tokens.
		fn pool_account() -> AccountId;
		/// Whether `account` holds `role`.
		fn has_role(role: Role, account: AccountId) -> bool;
	}
}
