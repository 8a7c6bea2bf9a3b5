#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]
#![cfg_attr(
	not(any(test, feature = "runtime-benchmarks")),
	deny(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::unwrap_used)
)]

extern crate alloc;

pub mod adapter;
mod allocations;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod borrowing;
mod calls;
mod debt;
mod epochs;
mod errors;
mod events;
mod failsafe;
mod genesis;
mod invariants;
mod liquidity_pool;
#[cfg(test)]
mod mock;
mod operators;
mod queries;
pub mod receipt;
pub mod rewards;
mod roles;
pub mod shortfalls;
mod staking;
#[cfg(test)]
mod tests;
pub mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
use frame_support::pallet_macros::import_section;
pub use pallet::*;
pub use weights::WeightInfo;

pub(crate) const LOG_TARGET: &str = "runtime::liquidity-staking";

#[import_section(calls::calls)]
#[import_section(errors::errors)]
#[import_section(events::events)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use crate::{
		staking::Withdrawal,
		types::{
			share, BorrowerRecord, EpochClock, PoolRecord, Role, ScheduleBounds, Shortfall, StakerRecord,
			StoredAllocation, Units, WriteOffs, TOTAL_ALLOCATION,
		},
	};
	use alloc::{string::String, vec::Vec};
	use frame_support::{
		pallet_prelude::*,
		traits::{fungible, fungibles, Time},
		PalletId,
	};
	use frame_system::pallet_prelude::*;
	use sp_core::U256;
	use sp_runtime::traits::AccountIdConversion;
	use tidepool_primitives::{Balance, Epoch, EpochParameters, Seconds};

	/// Version of the storage layout.
	pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the runtime supplies.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Origin of role-gated calls. Its success value is the account whose roles count.
		type RoleOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// Clock of the chain. Must represent milliseconds since the Unix epoch. Calls that run before the timestamp
		/// of their block is set, such as scheduled ones, see the time of the block before.
		type Time: Time<Moment = u64>;

		/// Id of a fungible asset.
		type AssetId: Parameter + MaybeSerializeDeserialize + MaxEncodedLen;

		/// The assets: the one that is staked and the one that mirrors the receipt token. Its freezer must be
		/// [`adapter::ReceiptFreezer`].
		type Assets: fungibles::Inspect<Self::AccountId, AssetId = Self::AssetId, Balance = Balance>
			+ fungibles::Mutate<Self::AccountId>
			+ fungibles::roles::Inspect<Self::AccountId>;

		/// Id of the asset that is staked. Its minimum balance must be 1 unit.
		#[pallet::constant]
		type StakeAsset: Get<Self::AssetId>;

		/// Id of the asset that mirrors the receipt token: sufficient, minimum balance 1, owned by the pool account.
		#[pallet::constant]
		type ReceiptAsset: Get<Self::AssetId>;

		/// The currency that rewards are paid in.
		type RewardsCurrency: fungible::Mutate<Self::AccountId, Balance = Balance>;

		/// Account from which rewards are paid.
		#[pallet::constant]
		type RewardsTreasury: Get<Self::AccountId>;

		/// Id from which the pool account is derived.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// Most shortfalls that one call applies to an account; bounds the weight of the calls that settle an
		/// inactive balance.
		#[pallet::constant]
		type MaxShortfallsPerSettlement: Get<u32>;

		/// Most borrowers that one call names; bounds the lists of `mark_debt` and `set_borrower_allocations`.
		#[pallet::constant]
		type MaxBorrowersPerCall: Get<u32>;

		/// Weights of the calls and hooks.
		type WeightInfo: WeightInfo;

		/// Prepares the chain for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper;
	}

	/// Schedule in force and last epoch announced. Written by schedule changes and once per epoch.
	#[pallet::storage]
	pub type Clock<T: Config> = StorageValue<_, EpochClock, ValueQuery>;

	/// Limits of the schedule. Written at genesis only.
	#[pallet::storage]
	pub type Bounds<T: Config> = StorageValue<_, ScheduleBounds, ValueQuery>;

	/// Totals of the pool and state of the rewards.
	#[pallet::storage]
	pub type Pool<T: Config> = StorageValue<_, PoolRecord, ValueQuery>;

	/// Balances, rewards and debt of each staker. Records without information are removed.
	#[pallet::storage]
	pub type Stakers<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, StakerRecord, ValueQuery>;

	/// Share, loan, debt and restriction of each borrower. Records without information are removed.
	#[pallet::storage]
	pub type Borrowers<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, BorrowerRecord, ValueQuery>;

	/// Allocation units that no borrower has. With those of the borrowers they make 10,000.
	#[pallet::storage]
	pub type UnallocatedUnits<T: Config> = StorageValue<_, StoredAllocation, ValueQuery, AllUnits>;

	/// All units, for [`UnallocatedUnits`] before anything is allocated.
	pub struct AllUnits;
	impl Get<StoredAllocation> for AllUnits {
		fn get() -> StoredAllocation {
			StoredAllocation::constant(TOTAL_ALLOCATION)
		}
	}

	/// Amounts that left the books without a payment.
	#[pallet::storage]
	pub type WriteOffTotals<T: Config> = StorageValue<_, WriteOffs, ValueQuery>;

	/// Reward index at the end of an epoch, x 10^18; only of epochs at whose end the total active balance changed.
	#[pallet::storage]
	pub type EpochIndexes<T: Config> = StorageMap<_, Twox64Concat, Epoch, U256>;

	/// Shortfalls by number, from 0; epochs strictly increase.
	#[pallet::storage]
	pub type Shortfalls<T: Config> = StorageMap<_, Twox64Concat, u32, Shortfall>;

	/// Receipt tokens of an owner that a spender may transfer. Zero is not stored.
	#[pallet::storage]
	pub type Allowances<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		Blake2_128Concat,
		T::AccountId,
		Balance,
		ValueQuery,
	>;

	/// Members of each role.
	#[pallet::storage]
	pub type RoleMembers<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Role, Blake2_128Concat, T::AccountId, ()>;

	/// State at genesis. Times and spans in seconds.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Length of the epochs.
		pub interval: Seconds,
		/// Start of epoch zero.
		pub offset: Seconds,
		/// Length of the blackout window.
		pub blackout_window: Seconds,
		/// Shortest blackout window that can ever be set.
		pub min_blackout_window: Seconds,
		/// Longest epoch that can ever be set.
		pub max_epoch_length: Seconds,
		/// First second that emits rewards.
		pub distribution_start: Seconds,
		/// First second that no longer emits rewards.
		pub distribution_end: Seconds,
		/// Emission, in base units of the rewards asset per second.
		pub rewards_per_second: Balance,
		/// Borrowers and their allocation units, in 1/10,000; the rest is unallocated.
		pub allocations: Vec<(T::AccountId, Units)>,
		/// Members of the roles.
		pub roles: Vec<(Role, T::AccountId)>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			self.apply();
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			Self::roll_epoch()
		}

		fn integrity_test() {
			assert!(
				T::StakeAsset::get() != T::ReceiptAsset::get(),
				"the staked asset and the receipt token must differ"
			);
			assert!(
				Self::pool_account() != T::RewardsTreasury::get(),
				"the pool account and the rewards treasury must differ"
			);
			assert!(
				T::MaxShortfallsPerSettlement::get() > 0,
				"a settlement must be able to apply at least one shortfall"
			);
			assert!(T::MaxBorrowersPerCall::get() > 0, "a call must be able to name at least one borrower");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	/// The queries of section 10 of the specification; the runtime API serves the same ones.
	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The running epoch; `None` before epoch zero.
		pub fn current_epoch() -> Option<Epoch> {
			Self::moment().ok().map(|moment| moment.epoch)
		}

		/// Seconds until the running epoch ends, never 0; `None` before epoch zero.
		pub fn time_remaining_in_current_epoch() -> Option<Seconds> {
			Clock::<T>::get().parameters.time_remaining(Self::now())
		}

		/// First second of epoch `epoch` under the schedule in force.
		pub fn start_of_epoch(epoch: Epoch) -> Seconds {
			Clock::<T>::get().parameters.start_of(epoch)
		}

		/// Whether epoch zero has started.
		pub fn has_epoch_zero_started() -> bool {
			Clock::<T>::get().parameters.has_started(Self::now())
		}

		/// Whether withdrawal requests are refused at present.
		pub fn in_blackout_window() -> bool {
			Clock::<T>::get().in_blackout(Self::now())
		}

		/// Length of the epochs and start of epoch zero, in seconds.
		pub fn epoch_parameters() -> EpochParameters {
			Clock::<T>::get().parameters
		}

		/// Length of the blackout window at the end of every epoch, in seconds.
		pub fn blackout_window() -> Seconds {
			Clock::<T>::get().blackout_window
		}

		/// Active balance in the running epoch, in base units of the stake asset.
		pub fn active_balance_current(account: T::AccountId) -> Balance {
			Self::settled_active(&account).current
		}

		/// Active balance in the next epoch if nothing else happens.
		pub fn active_balance_next(account: T::AccountId) -> Balance {
			Self::settled_active(&account).next
		}

		/// Sum of the active balances in the running epoch.
		pub fn total_active_balance_current() -> Balance {
			Self::settled_pool().total_active.current
		}

		/// Sum of the active balances in the next epoch if nothing else happens.
		pub fn total_active_balance_next() -> Balance {
			Self::settled_pool().total_active.next
		}

		/// Inactive balance in the running epoch, shortfalls applied.
		pub fn inactive_balance_current(account: T::AccountId) -> Balance {
			Self::settled_inactive(&account).0.current
		}

		/// Inactive balance in the next epoch if nothing else happens.
		pub fn inactive_balance_next(account: T::AccountId) -> Balance {
			Self::settled_inactive(&account).0.next
		}

		/// Sum of the inactive balances in the running epoch, rounding dust included.
		pub fn total_inactive_balance_current() -> Balance {
			Self::settled_pool().total_inactive.current
		}

		/// Sum of the inactive balances in the next epoch if nothing else happens.
		pub fn total_inactive_balance_next() -> Balance {
			Self::settled_pool().total_inactive.next
		}

		/// What was requested in the running epoch and becomes withdrawable with the next.
		pub fn pending_withdrawal(account: T::AccountId) -> Balance {
			let inactive = Self::settled_inactive(&account).0;
			inactive.next.saturating_sub(inactive.current)
		}

		/// What the pool owes the account from shortfalls.
		pub fn staker_debt_balance(account: T::AccountId) -> Balance {
			Self::settled_inactive(&account).1
		}

		/// How many receipt tokens the account can transfer.
		pub fn transferable_balance(account: T::AccountId) -> Balance {
			Self::settled_active(&account).next
		}

		/// Receipt tokens of the account: active plus inactive balance in the running epoch.
		pub fn balance_of(account: T::AccountId) -> Balance {
			let inactive = Self::settled_inactive(&account).0.current;
			Self::settled_active(&account).current.saturating_add(inactive)
		}

		/// Receipt tokens of all accounts, rounding dust included.
		pub fn total_supply() -> Balance {
			let pool = Self::settled_pool();
			pool.total_active.current.saturating_add(pool.total_inactive.current)
		}

		/// Receipt tokens of `owner` that `spender` may transfer.
		pub fn allowance(owner: T::AccountId, spender: T::AccountId) -> Balance {
			Allowances::<T>::get(owner, spender)
		}

		/// Name of the receipt token (`name` in the runtime API; here that would shadow the pallet's own name).
		pub fn token_name() -> String {
			receipt::NAME.into()
		}

		/// Symbol of the receipt token.
		pub fn symbol() -> String {
			receipt::SYMBOL.into()
		}

		/// Decimals of the receipt token and of the stake asset.
		pub fn decimals() -> u8 {
			receipt::DECIMALS
		}

		/// Stake-asset tokens from which withdrawals of stake are paid.
		pub fn contract_balance_available_to_withdraw() -> Balance {
			Pool::<T>::get().unborrowed
		}

		/// How much stake the account could withdraw now.
		pub fn stake_available_to_withdraw(account: T::AccountId) -> Balance {
			Self::settled_inactive(&account).0.current.min(Pool::<T>::get().unborrowed)
		}

		/// Repaid debt that stakers have not yet withdrawn: the debt pot.
		pub fn total_debt_available_to_withdraw() -> Balance {
			Pool::<T>::get().debt_pot
		}

		/// How much of the debt owed to it the account could withdraw now.
		pub fn debt_available_to_withdraw(account: T::AccountId) -> Balance {
			Self::settled_inactive(&account).1.min(Pool::<T>::get().debt_pot)
		}

		/// How much all borrowers together may still take.
		pub fn contract_balance_available_to_borrow() -> Balance {
			Self::settled_pool().available_to_borrow()
		}

		/// Allocation units of a borrower, or with `None` the unallocated ones, in the running epoch; in 1/10,000.
		pub fn allocation_fraction_current(target: Option<T::AccountId>) -> Units {
			Self::settled_allocation(&target).current
		}

		/// Allocation units of a borrower, or with `None` the unallocated ones, in the next epoch; in 1/10,000.
		pub fn allocation_fraction_next(target: Option<T::AccountId>) -> Units {
			Self::settled_allocation(&target).next
		}

		/// The borrower's share of the active balance; with more borrowed it is overdue.
		pub fn allocated_balance_current(borrower: T::AccountId) -> Balance {
			let units = Self::settled_borrower(&borrower).allocation.current;
			share(Self::settled_pool().total_active.current, units)
		}

		/// The borrower's share of the active balance in the next epoch: what it has to come down to before then.
		pub fn allocated_balance_next(borrower: T::AccountId) -> Balance {
			let units = Self::settled_borrower(&borrower).allocation.next;
			share(Self::settled_pool().total_active.next, units)
		}

		/// How much the borrower could borrow now.
		pub fn borrowable_amount(borrower: T::AccountId) -> Balance {
			Self::borrowable(&Self::settled_borrower(&borrower))
		}

		/// What the borrower has borrowed.
		pub fn borrowed_balance(borrower: T::AccountId) -> Balance {
			Borrowers::<T>::get(borrower).borrowed
		}

		/// What all borrowers have borrowed.
		pub fn total_borrowed_balance() -> Balance {
			Pool::<T>::get().total_borrowed
		}

		/// The borrower's debt from shortfalls.
		pub fn borrower_debt_balance(borrower: T::AccountId) -> Balance {
			Borrowers::<T>::get(borrower).debt
		}

		/// The debt of all borrowers from shortfalls.
		pub fn total_borrower_debt_balance() -> Balance {
			Pool::<T>::get().total_borrower_debt
		}

		/// Whether the borrower is barred from borrowing.
		pub fn is_borrowing_restricted(borrower: T::AccountId) -> bool {
			Borrowers::<T>::get(borrower).restricted
		}

		/// Whether the borrower has borrowed more than its share of the active balance.
		pub fn is_borrower_overdue(borrower: T::AccountId) -> bool {
			Self::settled_borrower(&borrower).excess(Self::settled_pool().total_active.current) > 0
		}

		/// The borrowers that have borrowed more than their shares, and how much more.
		pub fn overdue_borrowers() -> Vec<(T::AccountId, Balance)> {
			Self::excesses().collect()
		}

		/// Number of shortfalls ever recorded.
		pub fn shortfall_count() -> u32 {
			Pool::<T>::get().shortfall_count
		}

		/// A recorded shortfall; `None` when there is none of that number.
		pub fn shortfall(number: u32) -> Option<Shortfall> {
			Shortfalls::<T>::get(number)
		}

		/// What the borrowers owe beyond the active balance; above 0 the pool is insolvent.
		pub fn current_shortfall() -> Balance {
			Self::settled_pool().shortfall()
		}

		/// Emission of rewards, in base units of the rewards asset per second.
		pub fn rewards_per_second() -> Balance {
			Pool::<T>::get().rewards.per_second
		}

		/// First second that emits rewards.
		pub fn distribution_start() -> Seconds {
			Pool::<T>::get().rewards.distribution_start
		}

		/// First second that no longer emits rewards.
		pub fn distribution_end() -> Seconds {
			Pool::<T>::get().rewards.distribution_end
		}

		/// Cumulative reward units per unit of active stake as last settled, x 10^18.
		pub fn global_index() -> U256 {
			Pool::<T>::get().rewards.index
		}

		/// Id of the asset that is staked.
		pub fn stake_asset() -> T::AssetId {
			T::StakeAsset::get()
		}

		/// Id of the asset that mirrors the receipt token.
		pub fn receipt_asset() -> T::AssetId {
			T::ReceiptAsset::get()
		}

		/// Id of the asset that rewards are paid in; `None` is the native currency.
		pub fn rewards_asset() -> Option<T::AssetId> {
			None
		}

		/// Account from which rewards are paid.
		pub fn rewards_treasury() -> T::AccountId {
			T::RewardsTreasury::get()
		}

		/// Account that holds the staked tokens.
		pub fn pool_account() -> T::AccountId {
			T::PalletId::get().into_account_truncating()
		}

		/// Rewards that an immediate claim would pay, in base units of the rewards asset.
		pub fn claimable_rewards(account: T::AccountId) -> Balance {
			Self::rewards_to_claim(&account)
		}

		/// Whether `account` holds `role`.
		pub fn has_role(role: Role, account: T::AccountId) -> bool {
			RoleMembers::<T>::contains_key(role, account)
		}
	}
}
