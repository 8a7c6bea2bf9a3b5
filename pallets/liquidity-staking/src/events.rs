//! What the pallet reports (specification, section 5.10), a part of the pallet module.

use frame_support::pallet_macros::pallet_section;

/// Imported into the pallet module.
#[pallet_section]
mod events {
	/// What happened. The indices follow the list of the specification, so that clients keep understanding old blocks.
	/// Amounts are in base units, times in seconds.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Stake was added to an active balance.
		#[codec(index = 0)]
		Staked {
			/// Account that now holds the stake.
			staker: T::AccountId,
			/// Account that paid.
			payer: T::AccountId,
			/// Amount of the stake asset.
			amount: Balance,
		},
		/// A withdrawal was requested; it can be made from the next epoch on.
		#[codec(index = 1)]
		WithdrawalRequested {
			/// Account that holds the stake.
			staker: T::AccountId,
			/// Amount that becomes inactive.
			amount: Balance,
		},
		/// Inactive stake was paid out.
		#[codec(index = 2)]
		WithdrewStake {
			/// Account that held the stake.
			staker: T::AccountId,
			/// Account that was paid.
			recipient: T::AccountId,
			/// Amount of the stake asset.
			amount: Balance,
		},
		/// Debt owed to a staker was paid out.
		#[codec(index = 3)]
		WithdrewDebt {
			/// Account that was owed.
			staker: T::AccountId,
			/// Account that was paid.
			recipient: T::AccountId,
			/// Amount of the stake asset.
			amount: Balance,
			/// Debt still owed to the staker.
			new_debt_balance: Balance,
		},
		/// Shortfalls turned inactive balance into debt owed to the staker.
		#[codec(index = 4)]
		ReceivedDebt {
			/// Account that held the inactive balance.
			staker: T::AccountId,
			/// Amount that became debt.
			amount: Balance,
			/// All debt now owed to the staker.
			new_debt_balance: Balance,
		},
		/// Rewards were paid out.
		#[codec(index = 5)]
		ClaimedRewards {
			/// Account that earned the rewards.
			staker: T::AccountId,
			/// Account that was paid.
			recipient: T::AccountId,
			/// Amount of the rewards asset.
			amount: Balance,
		},
		/// Receipt tokens were created, moved or destroyed.
		#[codec(index = 6)]
		Transfer {
			/// Previous holder; `None` when created.
			from: Option<T::AccountId>,
			/// New holder; `None` when destroyed.
			to: Option<T::AccountId>,
			/// Amount of the receipt token.
			amount: Balance,
		},
		/// An allowance was set.
		#[codec(index = 7)]
		Approval {
			/// Account whose receipt tokens may be moved.
			owner: T::AccountId,
			/// Account that may move them.
			spender: T::AccountId,
			/// The allowance from now on.
			amount: Balance,
		},
		/// A borrower took a loan.
		#[codec(index = 8)]
		Borrowed {
			/// The borrower.
			borrower: T::AccountId,
			/// Amount of the stake asset.
			amount: Balance,
			/// All it has borrowed now.
			new_borrowed_balance: Balance,
		},
		/// A loan was repaid.
		#[codec(index = 9)]
		RepaidBorrow {
			/// The borrower.
			borrower: T::AccountId,
			/// Account that paid.
			payer: T::AccountId,
			/// Amount of the stake asset.
			amount: Balance,
			/// What the borrower still has borrowed.
			new_borrowed_balance: Balance,
		},
		/// Debt of a borrower was repaid into the debt pot.
		#[codec(index = 10)]
		RepaidDebt {
			/// The borrower.
			borrower: T::AccountId,
			/// Account that paid.
			payer: T::AccountId,
			/// Amount of the stake asset.
			amount: Balance,
			/// Debt the borrower still has.
			new_debt_balance: Balance,
		},
		/// A part of a loan became debt.
		#[codec(index = 11)]
		DebtMarked {
			/// The borrower.
			borrower: T::AccountId,
			/// Amount that became debt.
			amount: Balance,
			/// What the borrower still has borrowed.
			new_borrowed_balance: Balance,
			/// All debt of the borrower now.
			new_debt_balance: Balance,
		},
		/// A shortfall was recorded: every inactive balance of this epoch keeps `index / 10^36` of its amount, the rest
		/// becomes debt owed to its holder.
		#[codec(index = 12)]
		ConvertedInactiveBalancesToDebt {
			/// The shortfall.
			amount: Balance,
			/// Fraction that remains, x 10^36.
			index: u128,
			/// Total inactive balance that remains.
			new_total_inactive: Balance,
		},
		/// A borrower was barred from borrowing, or may borrow again.
		#[codec(index = 13)]
		BorrowingRestrictionChanged {
			/// The borrower.
			borrower: T::AccountId,
			/// Whether it may not borrow from now on.
			restricted: bool,
		},
		/// Allocation units were set for the time from an epoch on.
		#[codec(index = 14)]
		ScheduledBorrowerAllocationChange {
			/// The borrower; `None` for the unallocated rest.
			target: Option<T::AccountId>,
			/// Units in the running epoch before the change, in 1/10,000.
			old: Units,
			/// Units from `effective_epoch` on, in 1/10,000.
			new: Units,
			/// First epoch in which the new units count.
			effective_epoch: Epoch,
		},
		/// The epoch schedule was changed.
		#[codec(index = 15)]
		EpochParametersChanged {
			/// Length of the epochs.
			interval: Seconds,
			/// Start of epoch zero.
			offset: Seconds,
		},
		/// The blackout window was changed.
		#[codec(index = 16)]
		BlackoutWindowChanged {
			/// Its length from now on.
			window: Seconds,
		},
		/// The emission of rewards was changed.
		#[codec(index = 17)]
		RewardsPerSecondUpdated {
			/// Reward units per second from now on.
			rate: Balance,
		},
		/// The global reward index was settled; its value may be unchanged.
		#[codec(index = 18)]
		GlobalIndexUpdated {
			/// Cumulative reward units per unit of active stake, x 10^18.
			index: U256,
		},
		/// Rewards of an account were settled.
		#[codec(index = 19)]
		UserIndexUpdated {
			/// The account.
			account: T::AccountId,
			/// Global index up to which its rewards are settled.
			index: U256,
			/// Its settled and unclaimed rewards.
			accrued: Balance,
		},
		/// An operator requested a withdrawal for a staker.
		#[codec(index = 20)]
		OperatorWithdrawalRequestedFor {
			/// Account that holds the stake.
			staker: T::AccountId,
			/// Amount that becomes inactive.
			amount: Balance,
			/// Account that requested.
			operator: T::AccountId,
		},
		/// An operator withdrew stake of a staker.
		#[codec(index = 21)]
		OperatorWithdrewStakeFor {
			/// Account that held the stake.
			staker: T::AccountId,
			/// Account that was paid.
			recipient: T::AccountId,
			/// Amount of the stake asset.
			amount: Balance,
			/// Account that withdrew.
			operator: T::AccountId,
		},
		/// An operator claimed the rewards of a staker.
		#[codec(index = 22)]
		OperatorClaimedRewardsFor {
			/// Account that earned the rewards.
			staker: T::AccountId,
			/// Account that was paid.
			recipient: T::AccountId,
			/// Amount of the rewards asset.
			amount: Balance,
			/// Account that claimed.
			operator: T::AccountId,
		},
		/// An operator forgave debt owed to a staker. No tokens moved.
		#[codec(index = 23)]
		OperatorDecreasedStakerDebt {
			/// Account that was owed.
			staker: T::AccountId,
			/// Amount no longer owed.
			amount: Balance,
			/// Debt still owed to the staker.
			new_debt_balance: Balance,
			/// Account that forgave.
			operator: T::AccountId,
		},
		/// An operator forgave debt of a borrower. No tokens moved.
		#[codec(index = 24)]
		OperatorDecreasedBorrowerDebt {
			/// The borrower.
			borrower: T::AccountId,
			/// Amount no longer owed.
			amount: Balance,
			/// Debt the borrower still has.
			new_debt_balance: Balance,
			/// Account that forgave.
			operator: T::AccountId,
		},
		/// A role was granted.
		#[codec(index = 25)]
		RoleGranted {
			/// The role.
			role: Role,
			/// The new member.
			account: T::AccountId,
			/// The owner that granted it; `None` for Root.
			by: Option<T::AccountId>,
		},
		/// A role was taken away or given up.
		#[codec(index = 26)]
		RoleRevoked {
			/// The role.
			role: Role,
			/// The former member.
			account: T::AccountId,
			/// The owner that revoked it, or the member itself; `None` for Root.
			by: Option<T::AccountId>,
		},
		/// A staker gave up its inactive balance. The total inactive balance keeps it, without an owner.
		#[codec(index = 27)]
		InactiveBalanceAbandoned {
			/// Account that held the balance.
			staker: T::AccountId,
			/// Amount, as stored: before shortfalls not yet applied, pending requests included.
			amount: Balance,
		},
		/// An epoch began, with the totals as of now. Emitted by the first block that knows of it, which is the second of
		/// the epoch; epochs without any block are not announced.
		#[codec(index = 28)]
		EpochStarted {
			/// Number of the epoch.
			epoch: Epoch,
			/// Total active balance.
			total_active: Balance,
			/// Total inactive balance.
			total_inactive: Balance,
			/// Total borrowed balance.
			total_borrowed: Balance,
			/// What the borrowers owe beyond the active balance.
			shortfall: Balance,
		},
	}
}
