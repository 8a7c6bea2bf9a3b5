//! The state at genesis (specification, section 3.6). A broken configuration stops the chain from being built.

use crate::{
	types::{
		BorrowerRecord, EpochClock, PoolRecord, RewardsState, Role, ScheduleBounds, StoredAllocation,
		TOTAL_ALLOCATION,
	},
	Borrowers, Bounds, Clock, Config, GenesisConfig, Pallet, Pool, RoleMembers, UnallocatedUnits,
};
use codec::Decode;
use frame_support::traits::{
	fungibles::{roles::Inspect as Roles, Inspect},
	tokens::{DepositConsequence, Provenance},
	Get,
};
use sp_runtime::traits::TrailingZeroInput;
use tidepool_primitives::{EpochParameters, Seconds};

/// No time in seconds is this late (the year 5138), every time in milliseconds is later.
const FIRST_MILLISECONDS: Seconds = 100_000_000_000;

impl<T: Config> GenesisConfig<T> {
	pub(crate) fn apply(&self) {
		if self.is_absent() {
			return;
		}
		self.build_schedule();
		self.build_rewards();
		self.build_accounts();
		self.build_allocations();
		self.build_roles();
	}

	fn build_allocations(&self) {
		let mut unallocated = TOTAL_ALLOCATION;
		for (borrower, units) in &self.allocations {
			assert!(
				!Borrowers::<T>::contains_key(borrower),
				"liquidity staking: {borrower:?} is given allocation units twice"
			);
			assert!(*units > 0, "liquidity staking: {borrower:?} is given no allocation units");
			unallocated = unallocated.checked_sub(*units).unwrap_or_else(|| {
				panic!("liquidity staking: the allocation units add up to more than {TOTAL_ALLOCATION}")
			});
			let allocation = StoredAllocation::constant(*units);
			Borrowers::<T>::insert(borrower, BorrowerRecord { allocation, ..Default::default() });
		}
		UnallocatedUnits::<T>::put(StoredAllocation::constant(unallocated));
	}

	fn build_roles(&self) {
		assert!(
			self.roles.iter().any(|(role, _)| *role == Role::Owner),
			"liquidity staking: somebody must hold the role Owner at genesis"
		);
		for (role, account) in &self.roles {
			assert!(
				!RoleMembers::<T>::contains_key(role, account),
				"liquidity staking: {account:?} is given the role {role:?} twice"
			);
			RoleMembers::<T>::insert(role, account, ());
		}
	}

	/// Whether nothing is configured at all, as in the default configuration. The pool then stays empty and its epoch
	/// zero never starts.
	fn is_absent(&self) -> bool {
		let numbers = [
			self.interval,
			self.offset,
			self.blackout_window,
			self.min_blackout_window,
			self.max_epoch_length,
			self.distribution_start,
			self.distribution_end,
		];
		numbers.iter().all(|number| *number == 0)
			&& self.rewards_per_second == 0
			&& self.allocations.is_empty()
			&& self.roles.is_empty()
	}

	fn build_schedule(&self) {
		assert!(self.min_blackout_window > 0, "liquidity staking: the minimum blackout window must not be 0");
		Bounds::<T>::put(ScheduleBounds {
			min_blackout_window: self.min_blackout_window,
			max_epoch_length: self.max_epoch_length,
		});
		assert!(self.offset > 0, "liquidity staking: epoch zero must start after time 0");
		for time in [self.offset, self.distribution_start, self.distribution_end] {
			assert!(
				time < FIRST_MILLISECONDS,
				"liquidity staking: times are in seconds since 1970, and {time} looks like milliseconds"
			);
		}
		if let Err(error) = Pallet::<T>::ensure_schedule_in_bounds(self.interval, self.blackout_window) {
			panic!(
				"liquidity staking: an epoch of {} s with a blackout window of {} s is out of bounds: {error:?}",
				self.interval, self.blackout_window,
			);
		}
		Clock::<T>::put(EpochClock {
			parameters: EpochParameters { interval: self.interval, offset: self.offset },
			blackout_window: self.blackout_window,
			announced: None,
		});
	}

	fn build_rewards(&self) {
		assert!(
			self.distribution_start <= self.distribution_end,
			"liquidity staking: the distribution of rewards ends before it starts"
		);
		let rewards = RewardsState {
			per_second: self.rewards_per_second,
			distribution_start: self.distribution_start,
			distribution_end: self.distribution_end,
			index: Default::default(),
			updated_at: Pallet::<T>::now().max(self.distribution_start),
		};
		assert!(
			rewards.rate_fits(self.rewards_per_second),
			"liquidity staking: rewards of {} per second are too high",
			self.rewards_per_second
		);
		Pool::<T>::put(PoolRecord { rewards, ..Default::default() });
	}

	fn build_accounts(&self) {
		// Neither account may die when its last token leaves: the pool and the treasury must always be able to
		// receive.
		frame_system::Pallet::<T>::inc_providers(&Pallet::<T>::pool_account());
		frame_system::Pallet::<T>::inc_providers(&T::RewardsTreasury::get());
		for asset in [T::StakeAsset::get(), T::ReceiptAsset::get()] {
			// A larger minimum would let the asset pallet destroy the pool's last units as dust.
			assert!(
				T::Assets::minimum_balance(asset.clone()) == 1,
				"liquidity staking: asset {asset:?} must exist at genesis with a minimum balance of 1"
			);
		}
		check_receipt_token::<T>();
	}
}

/// The mirror must begin empty, belong to the pool alone and be open to accounts without native currency.
fn check_receipt_token<T: Config>() {
	let (receipt, pool) = (T::ReceiptAsset::get(), Pallet::<T>::pool_account());
	assert!(
		T::Assets::total_issuance(receipt.clone()) == 0,
		"liquidity staking: nobody may hold the receipt token, asset {receipt:?}, at genesis"
	);
	let team = [
		T::Assets::owner(receipt.clone()),
		T::Assets::issuer(receipt.clone()),
		T::Assets::admin(receipt.clone()),
		T::Assets::freezer(receipt.clone()),
	];
	assert!(
		team.iter().all(|member| member.as_ref() == Some(&pool)),
		"liquidity staking: the receipt token, asset {receipt:?}, must be owned by the pool account {pool:?}"
	);
	// Only a sufficient asset opens an account for somebody who holds nothing else.
	let stranger = T::AccountId::decode(&mut TrailingZeroInput::new(b"holds nothing")).ok();
	let opens = stranger.is_some_and(|stranger| {
		T::Assets::can_deposit(receipt.clone(), &stranger, 1, Provenance::Minted)
			== DepositConsequence::Success
	});
	assert!(opens, "liquidity staking: the receipt token, asset {receipt:?}, must be sufficient");
}
