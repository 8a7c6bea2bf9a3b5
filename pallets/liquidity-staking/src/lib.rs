//! # Liquidity staking
//!
//! Stakers lend a stable asset to vetted market makers through an epoch-based, under-collateralised pool and earn
//! rewards every second.
//!
//! ## Key terms
//!
//! * **Epoch**: consecutive numbered period of fixed length. The **blackout window** is the last part of every
//!   epoch, in which no withdrawal can be requested.
//! * **Active balance**: stake that is lent out and earns rewards. It is transferable, not withdrawable.
//! * **Inactive balance**: stake whose withdrawal was requested in an earlier epoch. It can be withdrawn and earns
//!   nothing.
//! * **Current and next**: a balance has a value in the running epoch and one from the following epoch on. A
//!   withdrawal request moves *next* active balance to *next* inactive balance; the *current* values follow when
//!   the epoch ends, without a transaction.
//! * **Settlement**: records are brought to the present lazily, when a call touches them. The work is O(1) in
//!   stakers and elapsed epochs.
//! * **Shortfall**: borrowers owe more than the active balance at the start of an epoch. The difference is taken
//!   from the inactive balances in proportion and becomes debt owed to their holders. Each account applies the
//!   shortfalls recorded since its last settlement when its inactive balance is next used.
//! * **Receipt token**: active plus inactive balance of an account, mirrored in pallet-assets (see [`adapter`]).
//!
//! ## The life of a deposit
//!
//! `stake` takes the stake asset from the caller and adds it to the active balance; rewards accrue from the same
//! second. `request_withdrawal` (outside the blackout window) announces a withdrawal; the requested part earns
//! until the epoch ends and is inactive afterwards. `withdraw_stake` pays it out. `claim_rewards` pays what was
//! earned, at any time. The active balance that is not requested rolls over from epoch to epoch by itself.
//!
//! ## Rewards
//!
//! A global index counts the rewards per unit of active stake since the beginning, x 10^18. An account has earned
//! `balance * (index now - index at its last settlement)`. At the end of an epoch balances shrink without a
//! transaction: the first call of the next epoch splits the elapsed time at that boundary and records the index
//! there, and every account that shrank is first settled up to the recorded index with its old balance. All
//! rounding is down, in favour of the treasury.
//!
//! ## Roll of the totals
//!
//! `on_initialize` brings the totals to a new epoch in the first block that sees it and emits
//! [`Event::EpochStarted`]. It only does early what the next call would do; no result depends on it.
//!
//! ## Goals and limits
//!
//! Books are exact: see the invariants that `try_state` checks. Loops are bounded by
//! [`Config::MaxShortfallsPerSettlement`]. Withdrawal requests cannot be cancelled. Emission while nobody is
//! staked is lost. There is no pause switch.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]
#![cfg_attr(
	not(any(test, feature = "runtime-benchmarks")),
	deny(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::unwrap_used)
)]

extern crate alloc;

pub mod adapter;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod epochs;
mod errors;
mod events;
mod genesis;
mod invariants;
#[cfg(test)]
mod mock;
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

#[import_section(errors::errors)]
#[import_section(events::events)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use crate::{
		staking::Withdrawal,
		types::{EpochClock, PoolRecord, Role, ScheduleBounds, Shortfall, StakerRecord},
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
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Stakes `amount` of the stake asset (specification, 5.1).
		///
		/// ## Dispatch Origin
		/// Signed.
		///
		/// ## Details
		/// The amount is added to the caller's active balance, earns rewards from this second on and is mirrored by
		/// as many receipt tokens. Possible at any time after epoch zero has started, also in the blackout window.
		///
		/// ## Parameters
		/// - `amount`: base units of the stake asset; 0 only settles.
		///
		/// ## Errors
		/// - [`Error::EpochZeroNotStarted`]
		/// - the asset pallet's error when the caller cannot pay
		///
		/// ## Events
		/// - [`Event::Staked`], [`Event::Transfer`], and the index events of the settlement
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::stake())]
		pub fn stake(origin: OriginFor<T>, #[pallet::compact] amount: Balance) -> DispatchResult {
			let staker = ensure_signed(origin)?;
			Self::do_stake(&staker, &staker, amount)
		}

		/// Stakes `amount` of the caller's stake asset for `staker` (specification, 5.1).
		///
		/// ## Dispatch Origin
		/// Signed by the payer.
		///
		/// ## Details, Errors, Events
		/// Those of [`Pallet::stake`]; only the tokens come from the caller, everything else concerns `staker`.
		///
		/// ## Parameters
		/// - `staker`: account that will hold the stake.
		/// - `amount`: base units of the stake asset.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::stake_for())]
		pub fn stake_for(
			origin: OriginFor<T>,
			staker: T::AccountId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResult {
			let payer = ensure_signed(origin)?;
			Self::do_stake(&payer, &staker, amount)
		}

		/// Requests a withdrawal of `amount` (specification, 5.1).
		///
		/// ## Dispatch Origin
		/// Signed.
		///
		/// ## Details
		/// The amount leaves the active balance at the end of the epoch, is withdrawable from then on, and earns
		/// rewards until then. Requests of one epoch add up and cannot be cancelled.
		///
		/// ## Parameters
		/// - `amount`: base units of the stake asset.
		///
		/// ## Errors
		/// - [`Error::EpochZeroNotStarted`], [`Error::InBlackoutWindow`], [`Error::InsufficientActiveBalance`]
		/// - [`Error::TooManyUnsettledShortfalls`]
		///
		/// ## Events
		/// - [`Event::WithdrawalRequested`], and those of the settlement
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::request_withdrawal(T::MaxShortfallsPerSettlement::get()))]
		pub fn request_withdrawal(
			origin: OriginFor<T>,
			#[pallet::compact] amount: Balance,
		) -> DispatchResultWithPostInfo {
			let staker = ensure_signed(origin)?;
			let applied = Self::do_request_withdrawal(&staker, amount)?;
			Ok(Some(T::WeightInfo::request_withdrawal(applied.max(1))).into())
		}

		/// Withdraws `amount` of the caller's inactive balance to `recipient` (specification, 5.1).
		///
		/// ## Dispatch Origin
		/// Signed.
		///
		/// ## Details
		/// Paid from what the pool holds and the borrowers do not owe, in order of arrival. Destroys as many receipt
		/// tokens.
		///
		/// ## Parameters
		/// - `recipient`: account that is paid.
		/// - `amount`: base units of the stake asset.
		///
		/// ## Errors
		/// - [`Error::EpochZeroNotStarted`], [`Error::InsufficientLiquidity`],
		///   [`Error::InsufficientInactiveBalance`], [`Error::TooManyUnsettledShortfalls`]
		/// - the asset pallet's error when the recipient cannot be paid
		///
		/// ## Events
		/// - [`Event::Transfer`], [`Event::WithdrewStake`], and those of the settlement
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::withdraw_stake(T::MaxShortfallsPerSettlement::get()))]
		pub fn withdraw_stake(
			origin: OriginFor<T>,
			recipient: T::AccountId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResultWithPostInfo {
			let staker = ensure_signed(origin)?;
			let applied = Self::do_withdraw_stake(&staker, &recipient, Withdrawal::Exact(amount))?;
			Ok(Some(T::WeightInfo::withdraw_stake(applied)).into())
		}

		/// Withdraws as much of the caller's inactive balance as the pool can pay (specification, 5.1).
		///
		/// ## Dispatch Origin, Details, Events
		/// Those of [`Pallet::withdraw_stake`]; succeeds with 0, and the events report the amount.
		///
		/// ## Parameters
		/// - `recipient`: account that is paid.
		///
		/// ## Errors
		/// - [`Error::EpochZeroNotStarted`], [`Error::TooManyUnsettledShortfalls`]
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::withdraw_max_stake(T::MaxShortfallsPerSettlement::get()))]
		pub fn withdraw_max_stake(
			origin: OriginFor<T>,
			recipient: T::AccountId,
		) -> DispatchResultWithPostInfo {
			let staker = ensure_signed(origin)?;
			let applied = Self::do_withdraw_stake(&staker, &recipient, Withdrawal::Max)?;
			Ok(Some(T::WeightInfo::withdraw_max_stake(applied)).into())
		}

		/// Pays all rewards of the caller to `recipient` (specification, 5.1).
		///
		/// ## Dispatch Origin
		/// Signed.
		///
		/// ## Details
		/// Paid from the treasury, all or nothing: when it cannot pay, the rewards are kept.
		///
		/// ## Parameters
		/// - `recipient`: account that is paid.
		///
		/// ## Errors
		/// - [`Error::EpochZeroNotStarted`]
		/// - the currency's error when the treasury cannot pay or the recipient cannot be paid
		///
		/// ## Events
		/// - [`Event::ClaimedRewards`], and the index events of the settlement
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::claim_rewards())]
		pub fn claim_rewards(origin: OriginFor<T>, recipient: T::AccountId) -> DispatchResult {
			let staker = ensure_signed(origin)?;
			Self::do_claim_rewards(&staker, &recipient)?;
			Ok(())
		}

		/// Transfers `amount` receipt tokens to `recipient` (specification, 5.2).
		///
		/// ## Dispatch Origin
		/// Signed.
		///
		/// ## Details
		/// Moves active balance that is not requested for withdrawal. Rewards earned so far stay with the sender.
		///
		/// ## Parameters
		/// - `recipient`: the new holder.
		/// - `amount`: base units of the receipt token.
		///
		/// ## Errors
		/// - [`Error::EpochZeroNotStarted`], [`Error::InsufficientTransferableBalance`]
		///
		/// ## Events
		/// - [`Event::Transfer`], and the index events of the settlement
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::transfer())]
		pub fn transfer(
			origin: OriginFor<T>,
			recipient: T::AccountId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResult {
			let sender = ensure_signed(origin)?;
			Self::do_transfer(&sender, &recipient, amount)
		}

		/// Lets `spender` transfer `amount` of the caller's receipt tokens, whatever was allowed before
		/// (specification, 5.2).
		///
		/// ## Dispatch Origin
		/// Signed.
		///
		/// ## Parameters
		/// - `spender`: account that may transfer.
		/// - `amount`: base units of the receipt token; no value means unlimited.
		///
		/// ## Events
		/// - [`Event::Approval`]
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::approve())]
		pub fn approve(
			origin: OriginFor<T>,
			spender: T::AccountId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResult {
			let owner = ensure_signed(origin)?;
			Self::do_approve(&owner, &spender, amount);
			Ok(())
		}

		/// Raises the allowance of `spender` by `added` (specification, 5.2).
		///
		/// ## Dispatch Origin
		/// Signed.
		///
		/// ## Parameters
		/// - `spender`: account that may transfer.
		/// - `added`: base units of the receipt token.
		///
		/// ## Errors
		/// - an arithmetic overflow
		///
		/// ## Events
		/// - [`Event::Approval`] with the new allowance
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::increase_allowance())]
		pub fn increase_allowance(
			origin: OriginFor<T>,
			spender: T::AccountId,
			#[pallet::compact] added: Balance,
		) -> DispatchResult {
			let owner = ensure_signed(origin)?;
			Self::do_increase_allowance(&owner, &spender, added)
		}

		/// Lowers the allowance of `spender` by `removed` (specification, 5.2).
		///
		/// ## Dispatch Origin
		/// Signed.
		///
		/// ## Parameters
		/// - `spender`: account that may transfer.
		/// - `removed`: base units of the receipt token.
		///
		/// ## Errors
		/// - [`Error::InsufficientAllowance`]
		///
		/// ## Events
		/// - [`Event::Approval`] with the new allowance
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::decrease_allowance())]
		pub fn decrease_allowance(
			origin: OriginFor<T>,
			spender: T::AccountId,
			#[pallet::compact] removed: Balance,
		) -> DispatchResult {
			let owner = ensure_signed(origin)?;
			Self::do_decrease_allowance(&owner, &spender, removed)
		}

		/// Transfers `amount` receipt tokens of `owner` to `recipient` and lowers the caller's allowance by as much
		/// (specification, 5.2).
		///
		/// ## Dispatch Origin
		/// Signed by the spender.
		///
		/// ## Parameters
		/// - `owner`: the present holder; also needs an allowance when it is the caller.
		/// - `recipient`: the new holder.
		/// - `amount`: base units of the receipt token.
		///
		/// ## Errors
		/// - [`Error::EpochZeroNotStarted`], [`Error::InsufficientTransferableBalance`],
		///   [`Error::InsufficientAllowance`]
		///
		/// ## Events
		/// - those of [`Pallet::transfer`], then [`Event::Approval`] with what is left
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::transfer_from())]
		pub fn transfer_from(
			origin: OriginFor<T>,
			owner: T::AccountId,
			recipient: T::AccountId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResult {
			let spender = ensure_signed(origin)?;
			Self::do_transfer_from(&spender, &owner, &recipient, amount)
		}

		/// Changes the epoch schedule (specification, 5.5).
		///
		/// ## Dispatch Origin
		/// [`Role::EpochParameters`].
		///
		/// ## Details
		/// Before epoch zero any schedule within the bounds that starts in the future. Afterwards, outside the
		/// blackout window, one that keeps the number of the running epoch and puts the present outside a blackout.
		///
		/// ## Parameters
		/// - `interval`: length of the epochs, in seconds.
		/// - `offset`: start of epoch zero, in seconds since the Unix epoch.
		///
		/// ## Errors
		/// - [`Error::MissingRole`]; before epoch zero [`Error::EpochZeroInPast`]; afterwards
		///   [`Error::InBlackoutWindow`], [`Error::EpochZeroNotStarted`], [`Error::EpochNumberChanged`],
		///   [`Error::WouldEnterBlackoutWindow`]
		/// - [`Error::BlackoutWindowTooLong`], [`Error::BlackoutWindowTooShort`], [`Error::EpochTooLong`]
		///
		/// ## Events
		/// - [`Event::EpochParametersChanged`], and the index events of the settlement
		#[pallet::call_index(30)]
		#[pallet::weight(T::WeightInfo::set_epoch_parameters())]
		pub fn set_epoch_parameters(
			origin: OriginFor<T>,
			interval: Seconds,
			offset: Seconds,
		) -> DispatchResult {
			Self::ensure_role(origin, Role::EpochParameters)?;
			Self::do_set_epoch_parameters(EpochParameters { interval, offset })
		}

		/// Changes the length of the blackout window (specification, 5.5).
		///
		/// ## Dispatch Origin
		/// [`Role::EpochParameters`].
		///
		/// ## Parameters
		/// - `window`: seconds at the end of every epoch.
		///
		/// ## Errors
		/// - [`Error::MissingRole`], [`Error::InBlackoutWindow`], [`Error::BlackoutWindowTooLong`],
		///   [`Error::BlackoutWindowTooShort`], [`Error::EpochTooLong`], [`Error::WouldEnterBlackoutWindow`]
		///
		/// ## Events
		/// - [`Event::BlackoutWindowChanged`]
		#[pallet::call_index(31)]
		#[pallet::weight(T::WeightInfo::set_blackout_window())]
		pub fn set_blackout_window(origin: OriginFor<T>, window: Seconds) -> DispatchResult {
			Self::ensure_role(origin, Role::EpochParameters)?;
			Self::do_set_blackout_window(window)
		}

		/// Changes the emission of rewards (specification, 5.5).
		///
		/// ## Dispatch Origin
		/// [`Role::RewardsRate`].
		///
		/// ## Details
		/// The time up to now is settled with the old rate. Possible at any time, also in the blackout window.
		///
		/// ## Parameters
		/// - `rate`: base units of the rewards asset per second.
		///
		/// ## Errors
		/// - [`Error::MissingRole`], [`Error::RewardsRateTooHigh`]
		///
		/// ## Events
		/// - [`Event::RewardsPerSecondUpdated`], and the index events of the settlement
		#[pallet::call_index(32)]
		#[pallet::weight(T::WeightInfo::set_rewards_per_second())]
		pub fn set_rewards_per_second(origin: OriginFor<T>, rate: Balance) -> DispatchResult {
			Self::ensure_role(origin, Role::RewardsRate)?;
			Self::do_set_rewards_per_second(rate)
		}

		/// Makes `account` a member of `role` (specification, 5.8). Without effect if it is one already.
		///
		/// ## Dispatch Origin
		/// [`Role::Owner`], or Root.
		///
		/// ## Parameters
		/// - `role`: any role, `Owner` included.
		/// - `account`: the new member.
		///
		/// ## Errors
		/// - [`Error::MissingRole`]
		///
		/// ## Events
		/// - [`Event::RoleGranted`] if the membership changed
		#[pallet::call_index(60)]
		#[pallet::weight(T::WeightInfo::grant_role())]
		pub fn grant_role(origin: OriginFor<T>, role: Role, account: T::AccountId) -> DispatchResult {
			let by = Self::ensure_owner_or_root(origin)?;
			Self::do_grant_role(by, role, account);
			Ok(())
		}

		/// Ends the membership of `account` in `role` (specification, 5.8). Without effect if it is no member.
		///
		/// ## Dispatch Origin
		/// [`Role::Owner`], or Root.
		///
		/// ## Parameters
		/// - `role`: any role, `Owner` included.
		/// - `account`: the member to remove.
		///
		/// ## Errors
		/// - [`Error::MissingRole`]
		///
		/// ## Events
		/// - [`Event::RoleRevoked`] if the membership changed
		#[pallet::call_index(61)]
		#[pallet::weight(T::WeightInfo::revoke_role())]
		pub fn revoke_role(origin: OriginFor<T>, role: Role, account: T::AccountId) -> DispatchResult {
			let by = Self::ensure_owner_or_root(origin)?;
			Self::do_revoke_role(by, role, account);
			Ok(())
		}

		/// Ends the caller's own membership in `role` (specification, 5.8). Without effect if it is no member.
		///
		/// ## Dispatch Origin
		/// Any account that can hold a role.
		///
		/// ## Parameters
		/// - `role`: the role to give up; the last owner may do so.
		///
		/// ## Events
		/// - [`Event::RoleRevoked`] if the membership changed
		#[pallet::call_index(62)]
		#[pallet::weight(T::WeightInfo::renounce_role())]
		pub fn renounce_role(origin: OriginFor<T>, role: Role) -> DispatchResult {
			let member = T::RoleOrigin::ensure_origin(origin)?;
			Self::do_revoke_role(Some(member.clone()), role, member);
			Ok(())
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
