//! The calls (specification, sections 5.1 to 5.8), a part of the pallet module.

use frame_support::pallet_macros::pallet_section;

/// Imported into the pallet module.
#[pallet_section]
mod calls {
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
		#[pallet::weight(T::WeightInfo::request_withdrawal(Pallet::<T>::most_shortfalls_read()))]
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
		#[pallet::weight(T::WeightInfo::withdraw_stake(Pallet::<T>::most_shortfalls_read()))]
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
		#[pallet::weight(T::WeightInfo::withdraw_max_stake(Pallet::<T>::most_shortfalls_read()))]
		pub fn withdraw_max_stake(
			origin: OriginFor<T>,
			recipient: T::AccountId,
		) -> DispatchResultWithPostInfo {
			let staker = ensure_signed(origin)?;
			let applied = Self::do_withdraw_stake(&staker, &recipient, Withdrawal::Max)?;
			Ok(Some(T::WeightInfo::withdraw_max_stake(applied)).into())
		}

		/// Withdraws `amount` of the debt owed to the caller to `recipient` (specification, 5.1).
		///
		/// ## Dispatch Origin
		/// Signed.
		///
		/// ## Details
		/// Paid from the debt pot: what was repaid of borrowers' debt. Whoever comes first is paid in full, whichever
		/// shortfall the debt stems from.
		///
		/// ## Parameters
		/// - `recipient`: account that is paid.
		/// - `amount`: base units of the stake asset.
		///
		/// ## Errors
		/// - [`Error::EpochZeroNotStarted`], [`Error::TooManyUnsettledShortfalls`],
		///   [`Error::InsufficientDebtBalance`], [`Error::InsufficientDebtFunds`]
		/// - the asset pallet's error when the recipient cannot be paid
		///
		/// ## Events
		/// - [`Event::WithdrewDebt`], and those of the settlement
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::withdraw_debt(Pallet::<T>::most_shortfalls_read()))]
		pub fn withdraw_debt(
			origin: OriginFor<T>,
			recipient: T::AccountId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResultWithPostInfo {
			let staker = ensure_signed(origin)?;
			let applied = Self::do_withdraw_debt(&staker, &recipient, Withdrawal::Exact(amount))?;
			Ok(Some(T::WeightInfo::withdraw_debt(applied.max(1))).into())
		}

		/// Withdraws as much of the debt owed to the caller as the debt pot can pay (specification, 5.1).
		///
		/// ## Dispatch Origin
		/// Signed.
		///
		/// ## Details
		/// As [`Pallet::withdraw_debt`]; succeeds with 0.
		///
		/// ## Parameters
		/// - `recipient`: account that is paid.
		///
		/// ## Errors
		/// - [`Error::EpochZeroNotStarted`], [`Error::TooManyUnsettledShortfalls`]
		/// - the asset pallet's error when the recipient cannot be paid
		///
		/// ## Events
		/// - [`Event::WithdrewDebt`] with the amount, and those of the settlement
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::withdraw_max_debt(Pallet::<T>::most_shortfalls_read()))]
		pub fn withdraw_max_debt(
			origin: OriginFor<T>,
			recipient: T::AccountId,
		) -> DispatchResultWithPostInfo {
			let staker = ensure_signed(origin)?;
			let applied = Self::do_withdraw_debt(&staker, &recipient, Withdrawal::Max)?;
			Ok(Some(T::WeightInfo::withdraw_max_debt(applied.max(1))).into())
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

		/// Borrows `amount` from the pool (specification, 5.3).
		///
		/// ## Dispatch Origin
		/// Signed by the borrower.
		///
		/// ## Details
		/// Limited by the smaller of the borrower's present and next share of the active balance, in the blackout window
		/// of the active balance that remains after it, and by what all borrowers together may take. No interest accrues.
		///
		/// ## Parameters
		/// - `amount`: base units of the stake asset.
		///
		/// ## Errors
		/// - [`Error::ZeroAmount`], [`Error::BorrowerRestricted`], [`Error::ExceedsAvailableToBorrow`],
		///   [`Error::ExceedsAllocation`]
		///
		/// ## Events
		/// - [`Event::Borrowed`]
		#[pallet::call_index(20)]
		#[pallet::weight(T::WeightInfo::borrow())]
		pub fn borrow(origin: OriginFor<T>, #[pallet::compact] amount: Balance) -> DispatchResult {
			let borrower = ensure_signed(origin)?;
			Self::do_borrow(&borrower, amount)
		}

		/// Repays `amount` of what `borrower` has borrowed (specification, 5.3).
		///
		/// ## Dispatch Origin
		/// Signed by the payer, who may be anybody.
		///
		/// ## Details
		/// Does not lift a restriction.
		///
		/// ## Parameters
		/// - `borrower`: account that owes.
		/// - `amount`: base units of the stake asset; more than is borrowed fails.
		///
		/// ## Errors
		/// - [`Error::ZeroAmount`], [`Error::RepayExceedsBorrowed`]
		/// - the asset pallet's error when the caller cannot pay
		///
		/// ## Events
		/// - [`Event::RepaidBorrow`]
		#[pallet::call_index(21)]
		#[pallet::weight(T::WeightInfo::repay_borrow())]
		pub fn repay_borrow(
			origin: OriginFor<T>,
			borrower: T::AccountId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResult {
			let payer = ensure_signed(origin)?;
			Self::do_repay_borrow(&payer, &borrower, amount)
		}

		/// Repays `amount` of the debt of `borrower` into the debt pot (specification, 5.3).
		///
		/// ## Dispatch Origin
		/// Signed by the payer, who may be anybody.
		///
		/// ## Details
		/// Does not lift a restriction, not even when nothing is owed any more.
		///
		/// ## Parameters
		/// - `borrower`: account that owes.
		/// - `amount`: base units of the stake asset; more than is owed fails.
		///
		/// ## Errors
		/// - [`Error::ZeroAmount`], [`Error::RepayExceedsDebt`]
		/// - the asset pallet's error when the caller cannot pay
		///
		/// ## Events
		/// - [`Event::RepaidDebt`]
		#[pallet::call_index(22)]
		#[pallet::weight(T::WeightInfo::repay_debt())]
		pub fn repay_debt(
			origin: OriginFor<T>,
			borrower: T::AccountId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResult {
			let payer = ensure_signed(origin)?;
			Self::do_repay_debt(&payer, &borrower, amount)
		}

		/// Bars an overdue borrower from borrowing (specification, 5.4).
		///
		/// ## Dispatch Origin
		/// Signed by anybody.
		///
		/// ## Details
		/// Overdue is a borrower that has borrowed more than its present share of the active balance. Without effect if it
		/// is restricted already. Only [`Pallet::set_borrowing_restriction`] lifts a restriction.
		///
		/// ## Parameters
		/// - `borrower`: the borrower to restrict.
		///
		/// ## Errors
		/// - [`Error::BorrowerNotOverdue`]
		///
		/// ## Events
		/// - [`Event::BorrowingRestrictionChanged`] if the flag changed
		#[pallet::call_index(23)]
		#[pallet::weight(T::WeightInfo::restrict_borrower())]
		pub fn restrict_borrower(origin: OriginFor<T>, borrower: T::AccountId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_restrict_borrower(&borrower)
		}

		/// Turns the shortfall of an insolvent pool into debt (specification, 5.4).
		///
		/// ## Dispatch Origin
		/// Signed by anybody.
		///
		/// ## Details
		/// What the listed borrowers owe beyond their shares becomes debt, in the order of the list, until the shortfall is
		/// covered; those reached are restricted. The same amount is taken from all inactive balances in proportion and
		/// becomes debt owed to their holders. Afterwards the pool is exactly solvent. At most one success in an epoch.
		///
		/// ## Parameters
		/// - `borrowers`: whom to take the shortfall from. Borrowers that are not overdue and repetitions do no harm.
		///
		/// ## Errors
		/// - [`Error::NoShortfall`], [`Error::ShortfallNotCovered`]
		///
		/// ## Events
		/// - [`Event::DebtMarked`] and [`Event::BorrowingRestrictionChanged`] for the borrowers reached
		/// - [`Event::ConvertedInactiveBalancesToDebt`]
		#[pallet::call_index(24)]
		#[pallet::weight(T::WeightInfo::mark_debt(borrowers.len() as u32))]
		pub fn mark_debt(
			origin: OriginFor<T>,
			borrowers: BoundedVec<T::AccountId, T::MaxBorrowersPerCall>,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let visited = Self::do_mark_debt(&borrowers)?;
			Ok(Some(T::WeightInfo::mark_debt(visited)).into())
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

		/// Moves allocation units between borrowers and the unallocated rest (specification, 5.5).
		///
		/// ## Dispatch Origin
		/// [`Role::BorrowerAdmin`].
		///
		/// ## Details
		/// The units count from the next epoch on, before epoch zero at once. A decrease limits new borrowing at once. The
		/// units of the listed targets must add up to those they have for the next epoch, so that all units together are
		/// 10,000 at all times. An empty list changes nothing.
		///
		/// ## Parameters
		/// - `changes`: targets and their units in 1/10,000; the target `None` is the unallocated rest.
		///
		/// ## Errors
		/// - [`Error::MissingRole`], [`Error::InBlackoutWindow`], [`Error::DuplicateBorrower`],
		///   [`Error::AllocationSumChanged`]
		///
		/// ## Events
		/// - [`Event::ScheduledBorrowerAllocationChange`] for each target
		#[pallet::call_index(33)]
		#[pallet::weight(T::WeightInfo::set_borrower_allocations(changes.len() as u32))]
		pub fn set_borrower_allocations(
			origin: OriginFor<T>,
			changes: BoundedVec<(Option<T::AccountId>, Units), T::MaxBorrowersPerCall>,
		) -> DispatchResult {
			Self::ensure_role(origin, Role::BorrowerAdmin)?;
			Self::do_set_borrower_allocations(&changes)
		}

		/// Bars a borrower from borrowing, or lets it borrow again (specification, 5.5).
		///
		/// ## Dispatch Origin
		/// [`Role::BorrowerAdmin`].
		///
		/// ## Details
		/// Possible at any time, also in the blackout window. The only way to lift a restriction.
		///
		/// ## Parameters
		/// - `borrower`: any account.
		/// - `restricted`: whether it may not borrow.
		///
		/// ## Errors
		/// - [`Error::MissingRole`]
		///
		/// ## Events
		/// - [`Event::BorrowingRestrictionChanged`] if the flag changed
		#[pallet::call_index(34)]
		#[pallet::weight(T::WeightInfo::set_borrowing_restriction())]
		pub fn set_borrowing_restriction(
			origin: OriginFor<T>,
			borrower: T::AccountId,
			restricted: bool,
		) -> DispatchResult {
			Self::ensure_role(origin, Role::BorrowerAdmin)?;
			Self::do_set_borrowing_restriction(&borrower, restricted);
			Ok(())
		}

		/// Requests a withdrawal for `staker` (specification, 5.6).
		///
		/// ## Dispatch Origin
		/// [`Role::StakeOperator`].
		///
		/// ## Details, Parameters
		/// Those of [`Pallet::request_withdrawal`], for `staker`.
		///
		/// ## Errors
		/// - [`Error::MissingRole`], and those of [`Pallet::request_withdrawal`]
		///
		/// ## Events
		/// - those of [`Pallet::request_withdrawal`], then [`Event::OperatorWithdrawalRequestedFor`]
		#[pallet::call_index(40)]
		#[pallet::weight(T::WeightInfo::request_withdrawal_for(Pallet::<T>::most_shortfalls_read()))]
		pub fn request_withdrawal_for(
			origin: OriginFor<T>,
			staker: T::AccountId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResultWithPostInfo {
			let operator = Self::ensure_role(origin, Role::StakeOperator)?;
			let applied = Self::do_request_withdrawal_for(operator, staker, amount)?;
			Ok(Some(T::WeightInfo::request_withdrawal_for(applied.max(1))).into())
		}

		/// Withdraws `amount` of the inactive balance of `staker` to `recipient` (specification, 5.6).
		///
		/// ## Dispatch Origin
		/// [`Role::StakeOperator`].
		///
		/// ## Details, Parameters
		/// Those of [`Pallet::withdraw_stake`], for `staker`. The operator chooses the recipient.
		///
		/// ## Errors
		/// - [`Error::MissingRole`], and those of [`Pallet::withdraw_stake`]
		///
		/// ## Events
		/// - those of [`Pallet::withdraw_stake`], then [`Event::OperatorWithdrewStakeFor`]
		#[pallet::call_index(41)]
		#[pallet::weight(T::WeightInfo::withdraw_stake_for(Pallet::<T>::most_shortfalls_read()))]
		pub fn withdraw_stake_for(
			origin: OriginFor<T>,
			staker: T::AccountId,
			recipient: T::AccountId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResultWithPostInfo {
			let operator = Self::ensure_role(origin, Role::StakeOperator)?;
			let applied = Self::do_withdraw_stake_for(operator, staker, recipient, amount)?;
			Ok(Some(T::WeightInfo::withdraw_stake_for(applied)).into())
		}

		/// Claims the rewards of `staker` to `recipient` (specification, 5.6).
		///
		/// ## Dispatch Origin
		/// [`Role::ClaimOperator`].
		///
		/// ## Details, Parameters
		/// Those of [`Pallet::claim_rewards`], for `staker`. The operator chooses the recipient.
		///
		/// ## Errors
		/// - [`Error::MissingRole`], and those of [`Pallet::claim_rewards`]
		///
		/// ## Events
		/// - those of [`Pallet::claim_rewards`], then [`Event::OperatorClaimedRewardsFor`]
		#[pallet::call_index(42)]
		#[pallet::weight(T::WeightInfo::claim_rewards_for())]
		pub fn claim_rewards_for(
			origin: OriginFor<T>,
			staker: T::AccountId,
			recipient: T::AccountId,
		) -> DispatchResult {
			let operator = Self::ensure_role(origin, Role::ClaimOperator)?;
			Self::do_claim_rewards_for(operator, staker, recipient)
		}

		/// Forgives `amount` of the debt owed to `staker` (specification, 5.6).
		///
		/// ## Dispatch Origin
		/// [`Role::DebtOperator`].
		///
		/// ## Details
		/// For debt that was settled outside the chain. No tokens move.
		///
		/// ## Parameters
		/// - `staker`: account that is owed.
		/// - `amount`: base units of the stake asset.
		///
		/// ## Errors
		/// - [`Error::MissingRole`], [`Error::EpochZeroNotStarted`], [`Error::TooManyUnsettledShortfalls`],
		///   [`Error::InsufficientDebtBalance`]
		///
		/// ## Events
		/// - [`Event::OperatorDecreasedStakerDebt`], and those of the settlement
		#[pallet::call_index(43)]
		#[pallet::weight(T::WeightInfo::decrease_staker_debt(Pallet::<T>::most_shortfalls_read()))]
		pub fn decrease_staker_debt(
			origin: OriginFor<T>,
			staker: T::AccountId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResultWithPostInfo {
			let operator = Self::ensure_role(origin, Role::DebtOperator)?;
			let applied = Self::do_decrease_staker_debt(operator, staker, amount)?;
			Ok(Some(T::WeightInfo::decrease_staker_debt(applied.max(1))).into())
		}

		/// Forgives `amount` of the debt of `borrower` (specification, 5.6).
		///
		/// ## Dispatch Origin
		/// [`Role::DebtOperator`].
		///
		/// ## Details
		/// For debt that was settled outside the chain. No tokens move and no restriction is lifted. Nothing keeps the debt
		/// of borrowers and the debt owed to stakers in balance: whoever holds the role must.
		///
		/// ## Parameters
		/// - `borrower`: account that owes.
		/// - `amount`: base units of the stake asset.
		///
		/// ## Errors
		/// - [`Error::MissingRole`], [`Error::RepayExceedsDebt`]
		///
		/// ## Events
		/// - [`Event::OperatorDecreasedBorrowerDebt`]
		#[pallet::call_index(44)]
		#[pallet::weight(T::WeightInfo::decrease_borrower_debt())]
		pub fn decrease_borrower_debt(
			origin: OriginFor<T>,
			borrower: T::AccountId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResult {
			let operator = Self::ensure_role(origin, Role::DebtOperator)?;
			Self::do_decrease_borrower_debt(operator, borrower, amount)
		}

		/// Settles the caller's inactive balance up to an epoch of its choice (specification, 5.7).
		///
		/// ## Dispatch Origin
		/// Signed.
		///
		/// ## Details
		/// For an account with more unsettled shortfalls than one call may apply. The result does not depend on how many
		/// steps are taken. Without effect on an account without inactive balance.
		///
		/// ## Parameters
		/// - `max_epoch`: from the epoch of the record up to the running one.
		///
		/// ## Errors
		/// - [`Error::EpochZeroNotStarted`], [`Error::InvalidMaxEpoch`]
		/// - [`Error::TooManyUnsettledShortfalls`]: choose a smaller epoch
		///
		/// ## Events
		/// - [`Event::ReceivedDebt`] if anything was lost
		#[pallet::call_index(50)]
		#[pallet::weight(
			T::WeightInfo::failsafe_settle_inactive_to_epoch(Pallet::<T>::most_shortfalls_read())
		)]
		pub fn failsafe_settle_inactive_to_epoch(
			origin: OriginFor<T>,
			max_epoch: Epoch,
		) -> DispatchResultWithPostInfo {
			let staker = ensure_signed(origin)?;
			let applied = Self::do_failsafe_settle(&staker, max_epoch)?;
			// One more may have been read, to find out where to stop.
			Ok(Some(T::WeightInfo::failsafe_settle_inactive_to_epoch(applied.saturating_add(1))).into())
		}

		/// Gives up the caller's inactive balance (specification, 5.7).
		///
		/// ## Dispatch Origin
		/// Signed.
		///
		/// ## Details
		/// The last way out for an account whose inactive balance cannot be settled. The balance, requests that have not
		/// matured and debt from shortfalls not yet applied are lost; debt that is settled stays.
		///
		/// ## Events
		/// - [`Event::InactiveBalanceAbandoned`]
		#[pallet::call_index(51)]
		#[pallet::weight(T::WeightInfo::failsafe_delete_inactive_balance())]
		pub fn failsafe_delete_inactive_balance(origin: OriginFor<T>) -> DispatchResult {
			let staker = ensure_signed(origin)?;
			Self::do_failsafe_delete(staker)
		}

		/// Settles the inactive balance of `staker`, as far as one call may (architecture, A2).
		///
		/// ## Dispatch Origin
		/// Signed by anybody.
		///
		/// ## Details
		/// After a shortfall the receipt token in pallet-assets overstates an account until it is settled; this brings it
		/// up to date. With more unsettled shortfalls than one call may apply, it applies as many as it may and can be
		/// repeated. Changes no balance that the queries report.
		///
		/// ## Parameters
		/// - `staker`: any account.
		///
		/// ## Errors
		/// - [`Error::EpochZeroNotStarted`]
		///
		/// ## Events
		/// - [`Event::ReceivedDebt`] if anything was lost
		#[pallet::call_index(52)]
		#[pallet::weight(T::WeightInfo::settle(Pallet::<T>::most_shortfalls_read()))]
		pub fn settle(origin: OriginFor<T>, staker: T::AccountId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let applied = Self::do_settle(&staker)?;
			// One more may have been read, to find out where to stop.
			Ok(Some(T::WeightInfo::settle(applied.saturating_add(1))).into())
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
}
