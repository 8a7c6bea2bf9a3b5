#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]
#![cfg_attr(
	not(any(test, feature = "runtime-benchmarks")),
	deny(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::unwrap_used)
)]

extern crate alloc;

mod allow_lists;
mod auto_pay;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod borrowing;
mod calls;
mod errors;
mod events;
mod exchange;
mod forced_trades;
mod genesis;
mod guardian;
mod invariants;
mod lifecycle;
#[cfg(test)]
mod mock;
mod roles;
#[cfg(test)]
mod tests;
pub mod types;
pub mod weights;
mod withdrawals;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
use frame_support::pallet_macros::import_section;
pub use pallet::*;
pub use weights::WeightInfo;

#[import_section(calls::calls)]
#[import_section(errors::errors)]
#[import_section(events::events)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use crate::types::{ApprovedAmount, AutoPayment, ProxyId, ProxyInfo, QueuedTrade, Role};
	use alloc::vec::Vec;
	use frame_support::{
		pallet_prelude::*,
		traits::{fungible, fungibles, Contains, Time},
		PalletId,
	};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;
	use sp_runtime::traits::AccountIdConversion;
	use tidepool_primitives::{
		Balance, Exposure, ForcedTradeArgs, LiquidityPool, PerpetualExchange, PositionId, RewardsClaim,
		Seconds, StarkKey, StarkSignature,
	};

	/// Version of the storage layout.
	pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the runtime supplies.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Why the pallet holds native currency, as the runtime names it.
		type RuntimeHoldReason: From<HoldReason>;

		/// The native currency: deposits, and what is sent to proxies.
		type NativeCurrency: fungible::Mutate<Self::AccountId, Balance = Balance>
			+ fungible::hold::Mutate<
				Self::AccountId,
				Balance = Balance,
				Reason = <Self as Config>::RuntimeHoldReason,
			>;

		/// Id of a fungible asset.
		type AssetId: Parameter + MaxEncodedLen;

		/// The assets, among them the borrow token.
		type Assets: fungibles::Mutate<Self::AccountId, AssetId = Self::AssetId, Balance = Balance>;

		/// Id of the asset that the pool lends. It must be sufficient, and its minimum balance 1 unit: transfers would burn
		/// dust otherwise.
		#[pallet::constant]
		type BorrowToken: Get<Self::AssetId>;

		/// The pool that the proxies borrow from.
		type LiquidityPool: LiquidityPool<Self::AccountId, AssetId = Self::AssetId>;

		/// The exchange that the proxies trade on.
		type Exchange: PerpetualExchange<Self::AccountId>;

		/// The distributor of rewards that proxies can claim.
		type Rewards: RewardsClaim<Self::AccountId>;

		/// Clock of the chain. Must represent milliseconds since the Unix epoch. Calls that run before the timestamp
		/// of their block is set, such as scheduled ones, see the time of the block before.
		type Time: Time<Moment = u64>;

		/// Origin of role-gated calls. Its success value is the account whose roles count. It must never give an account
		/// of [`Config::GuardianHolders`] for a signed origin.
		type RoleOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// Origin that creates proxies: `None` = governance, `Some` = an account that pays the deposit.
		type CreateOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Option<Self::AccountId>>;

		/// Origin that can give a proxy a new owner.
		type RecoveryOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Origin that can restrict a proxy at once.
		type EmergencyOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Accounts whose actions are subject to a delay: the only ones that can be guardians.
		type GuardianHolders: Contains<Self::AccountId>;

		/// Accounts of governance: the only ones that can be veto guardians.
		type VetoGuardianHolders: Contains<Self::AccountId>;

		/// Guardian of new proxies.
		#[pallet::constant]
		type InitialGuardian: Get<Self::AccountId>;

		/// Veto guardian of new proxies.
		#[pallet::constant]
		type InitialVetoGuardian: Get<Self::AccountId>;

		/// Accounts that can never be outside recipients: those of the pool, the exchange and governance.
		type ForbiddenRecipients: Contains<Self::AccountId>;

		/// Id from which the accounts of the proxies are derived.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// How long a forced trade waits before it can be submitted, in seconds.
		#[pallet::constant]
		type ForcedTradeWaitingPeriod: Get<Seconds>;

		/// How long it can be submitted after that, in seconds.
		#[pallet::constant]
		type ForcedTradeGracePeriod: Get<Seconds>;

		/// Most proxies at a time.
		#[pallet::constant]
		type MaxProxies: Get<u32>;

		/// Most holders of a role of a proxy.
		#[pallet::constant]
		type MaxHoldersPerRole: Get<u32>;

		/// Most recipients of a proxy.
		#[pallet::constant]
		type MaxRecipients: Get<u32>;

		/// Most STARK keys of a proxy.
		#[pallet::constant]
		type MaxStarkKeys: Get<u32>;

		/// Most queued forced trades of a proxy.
		#[pallet::constant]
		type MaxQueuedForcedTrades: Get<u32>;

		/// Most forced trades that one call vetoes.
		#[pallet::constant]
		type MaxVetoesPerCall: Get<u32>;

		/// Most items of a proof that rewards were earned.
		#[pallet::constant]
		type MaxProofLen: Get<u32>;

		/// What is held on whoever creates a proxy, in the native currency.
		#[pallet::constant]
		type CreationDeposit: Get<Balance>;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;

		/// Prepares the chain for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// Why the pallet holds native currency.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// For a proxy that the account created.
		#[codec(index = 0)]
		ProxyCreation,
	}

	/// Number of the next proxy.
	#[pallet::storage]
	pub type NextProxyId<T: Config> = StorageValue<_, ProxyId, ValueQuery>;

	/// Number of proxies that were created and not closed.
	#[pallet::storage]
	pub type ProxyCount<T: Config> = StorageValue<_, u32, ValueQuery>;

	/// State of each proxy.
	#[pallet::storage]
	pub type Proxies<T: Config> = StorageMap<_, Twox64Concat, ProxyId, ProxyInfo<T::AccountId>>;

	/// The proxy that an account belongs to.
	#[pallet::storage]
	pub type ProxyOfAccount<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, ProxyId>;

	/// Holders of the roles.
	#[pallet::storage]
	pub type RoleMembers<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, ProxyId>,
			NMapKey<Twox64Concat, Role>,
			NMapKey<Blake2_128Concat, T::AccountId>,
		),
		(),
	>;

	/// How many holders a role has. Zero is not stored.
	#[pallet::storage]
	pub type RoleCount<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ProxyId, Twox64Concat, Role, u32, ValueQuery>;

	/// Outside accounts that a proxy may pay.
	#[pallet::storage]
	pub type AllowedRecipients<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ProxyId, Blake2_128Concat, T::AccountId, ()>;

	/// Keys that a proxy may deposit to and force requests for.
	#[pallet::storage]
	pub type AllowedStarkKeys<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ProxyId, Blake2_128Concat, StarkKey, ()>;

	/// Forced trades that wait, by the hash that identifies them.
	#[pallet::storage]
	pub type QueuedForcedTrades<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ProxyId, Twox64Concat, H256, QueuedTrade>;

	/// State at genesis.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Owners of the first proxies, numbered from 0 in this order.
		pub owners: Vec<T::AccountId>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			self.apply();
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::ForcedTradeWaitingPeriod::get() > 0, "forced trades must wait");
			assert!(T::ForcedTradeGracePeriod::get() > 0, "forced trades must be submittable for some time");
			assert!(T::MaxHoldersPerRole::get() >= 1, "every role must be able to have a holder");
			assert!(
				T::GuardianHolders::contains(&T::InitialGuardian::get()),
				"the initial guardian must be able to hold its role"
			);
			assert!(
				T::VetoGuardianHolders::contains(&T::InitialVetoGuardian::get()),
				"the initial veto guardian must be able to hold its role"
			);
			assert!(
				T::LiquidityPool::stake_asset() == T::BorrowToken::get(),
				"the borrow token must be the asset that the pool lends"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	/// Whether an account is that of a proxy.
	impl<T: Config> Contains<T::AccountId> for Pallet<T> {
		fn contains(account: &T::AccountId) -> bool {
			ProxyOfAccount::<T>::contains_key(account)
		}
	}

	/// The queries of section 13 of the specification; the runtime API serves the same ones. Amounts are in base units
	/// of the borrow token. About a proxy that does not exist they answer as about an account without anything.
	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// Account of the proxy `proxy`, whether or not that exists.
		pub fn proxy_account(proxy: ProxyId) -> T::AccountId {
			T::PalletId::get().into_sub_account_truncating(proxy)
		}

		/// The proxy that `account` belongs to.
		pub fn proxy_of_account(account: T::AccountId) -> Option<ProxyId> {
			ProxyOfAccount::<T>::get(account)
		}

		/// State of a proxy.
		pub fn proxy_info(proxy: ProxyId) -> Option<ProxyInfo<T::AccountId>> {
			Proxies::<T>::get(proxy)
		}

		/// Whether `account` holds `role`.
		pub fn has_role(proxy: ProxyId, role: Role, account: T::AccountId) -> bool {
			RoleMembers::<T>::contains_key((proxy, role, account))
		}

		/// The holders of `role`.
		pub fn role_members(proxy: ProxyId, role: Role) -> Vec<T::AccountId> {
			Self::holders(proxy, role)
		}

		/// The role whose holders grant and revoke `role`.
		pub fn role_admin(role: Role) -> Role {
			role.admin()
		}

		/// Whether `account` is an allowed recipient of outside withdrawals.
		pub fn is_recipient_allowed(proxy: ProxyId, account: T::AccountId) -> bool {
			AllowedRecipients::<T>::contains_key(proxy, account)
		}

		/// Whether `key` is on the proxy's list.
		pub fn is_stark_key_allowed(proxy: ProxyId, key: StarkKey) -> bool {
			AllowedStarkKeys::<T>::contains_key(proxy, key)
		}

		/// Whether the guardian bars the proxy from borrowing. The pool can bar it, too.
		pub fn is_borrowing_restricted(proxy: ProxyId) -> bool {
			Proxies::<T>::get(proxy).is_some_and(|info| info.borrowing_restricted)
		}

		/// What may leave without regard to what is owed.
		pub fn approved_amount(proxy: ProxyId) -> ApprovedAmount {
			Proxies::<T>::get(proxy).map_or_else(Default::default, |info| ApprovedAmount {
				usable: Self::usable_approval(&Self::proxy_account(proxy), &info),
				stored: info.approved_amount,
				expires_at: info.approval_expires_at,
			})
		}

		/// A queued forced trade.
		pub fn queued_forced_trade(proxy: ProxyId, args_hash: H256) -> Option<QueuedTrade> {
			QueuedForcedTrades::<T>::get(proxy, args_hash)
		}

		/// What a forced trade of the proxy is identified by.
		pub fn forced_trade_args_hash(proxy: ProxyId, args: ForcedTradeArgs) -> H256 {
			Self::args_hash(proxy, &args)
		}

		/// Borrow token that the proxy holds.
		pub fn token_balance(proxy: ProxyId) -> Balance {
			Self::token(&Self::proxy_account(proxy))
		}

		/// What the proxy has borrowed, without debt.
		pub fn borrowed_balance(proxy: ProxyId) -> Balance {
			T::LiquidityPool::borrowed_balance(&Self::proxy_account(proxy))
		}

		/// The proxy's debt from shortfalls.
		pub fn debt_balance(proxy: ProxyId) -> Balance {
			T::LiquidityPool::borrower_debt_balance(&Self::proxy_account(proxy))
		}

		/// Everything that the proxy owes the pool.
		pub fn borrowed_and_debt_balance(proxy: ProxyId) -> Balance {
			Self::borrowed_balance(proxy).saturating_add(Self::debt_balance(proxy))
		}

		/// The proxy's share of the pool; with more borrowed it is overdue.
		pub fn allocated_balance_current(proxy: ProxyId) -> Balance {
			T::LiquidityPool::allocated_balance_current(&Self::proxy_account(proxy))
		}

		/// The proxy's share of the pool in the next epoch.
		pub fn allocated_balance_next(proxy: ProxyId) -> Balance {
			T::LiquidityPool::allocated_balance_next(&Self::proxy_account(proxy))
		}

		/// How much the proxy could borrow now; 0 while the guardian or the pool restricts it.
		pub fn borrowable_amount(proxy: ProxyId) -> Balance {
			if Self::is_borrowing_restricted(proxy) {
				return 0;
			}
			T::LiquidityPool::borrowable_amount(&Self::proxy_account(proxy))
		}

		/// What the proxy holds above what it owes.
		pub fn withdrawable_amount(proxy: ProxyId) -> Balance {
			Self::token_balance(proxy).saturating_sub(Self::borrowed_and_debt_balance(proxy))
		}

		/// What the proxy has on the exchange, quantized.
		pub fn exchange_exposure(proxy: ProxyId) -> Exposure {
			T::Exchange::exposure(&Self::proxy_account(proxy))
		}

		/// What auto-pay would do now, or why it would be refused.
		pub fn preview_auto_pay(proxy: ProxyId) -> Result<AutoPayment, DispatchError> {
			let info = Proxies::<T>::get(proxy).ok_or(Error::<T>::ProxyNotFound)?;
			Self::auto_payment(&Self::proxy_account(proxy), &info)
		}
	}

	impl<T: Config> Pallet<T> {
		/// The time in seconds.
		pub(crate) fn now() -> Seconds {
			// Dividing by a constant that is not zero cannot fail.
			T::Time::now().checked_div(1_000).unwrap_or_default()
		}
	}
}
