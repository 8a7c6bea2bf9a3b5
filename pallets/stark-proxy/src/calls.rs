//! The calls (specification, sections 5 to 11), a part of the pallet module.

use frame_support::pallet_macros::pallet_section;

/// Imported into the pallet module.
#[pallet_section]
mod calls {
	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Creates a proxy for `owner` (specification, 5.1).
		///
		/// ## Dispatch Origin
		/// [`Config::CreateOrigin`]: governance, or anybody who pays the deposit.
		///
		/// ## Details
		/// The creator chooses the owner, never the guardians. A new proxy has no share of the pool, so it endangers nobody.
		/// It can prepare keys and roles before governance gives it a share.
		///
		/// ## Parameters
		/// - `owner`: first holder of the five roles of the borrower.
		///
		/// ## Errors
		/// - [`Error::TooManyProxies`], [`Error::InvalidAccount`]
		/// - the currency's error when the deposit cannot be held
		///
		/// ## Events
		/// - [`Event::ProxyCreated`], then seven [`Event::RoleGranted`]
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::create_proxy())]
		pub fn create_proxy(origin: OriginFor<T>, owner: T::AccountId) -> DispatchResult {
			let depositor = T::CreateOrigin::ensure_origin(origin)?;
			Self::do_create(depositor, owner)?;
			Ok(())
		}

		/// Closes a proxy for good (specification, 5.2).
		///
		/// ## Dispatch Origin
		/// [`Role::Owner`].
		///
		/// ## Details
		/// Possible once the proxy has no share of the pool, owes nothing and holds nothing, neither in its account nor on the
		/// exchange. Returns the deposit. Tokens sent to the account afterwards are lost.
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - [`Error::AllocationNotZero`], [`Error::OutstandingBalance`], [`Error::ProxyNotEmpty`]
		/// - [`Error::ExchangeExposure`], [`Error::AccountInUse`]
		///
		/// ## Events
		/// - [`Event::ProxyClosed`]
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::close_proxy(
			Pallet::<T>::most_holders(),
			Pallet::<T>::most_entries(),
		))]
		pub fn close_proxy(origin: OriginFor<T>, proxy: ProxyId) -> DispatchResultWithPostInfo {
			Self::ensure_role(origin, proxy, Role::Owner)?;
			let removed = Self::do_close(proxy)?;
			Ok(Some(T::WeightInfo::close_proxy(removed.holders, removed.others)).into())
		}

		/// Makes `account` a holder of `role`. Without effect if it is one already (specification, 5.5).
		///
		/// ## Dispatch Origin
		/// A holder of the role that administers `role` ([`Role::admin`]).
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `role`: the role.
		/// - `account`: the new holder; a guardian must be an account of the timelock.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - [`Error::NotTimelocked`], [`Error::InvalidAccount`], [`Error::TooManyHolders`]
		///
		/// ## Events
		/// - [`Event::RoleGranted`] if it was not a holder
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::grant_role())]
		pub fn grant_role(
			origin: OriginFor<T>,
			proxy: ProxyId,
			role: Role,
			account: T::AccountId,
		) -> DispatchResult {
			let by = Self::ensure_role(origin, proxy, role.admin())?;
			Self::do_grant_role(proxy, role, account, by)
		}

		/// Takes `role` from `account`. Without effect if it is not a holder (specification, 5.5).
		///
		/// ## Dispatch Origin
		/// A holder of the role that administers `role` ([`Role::admin`]).
		///
		/// ## Details
		/// The last owner and the last guardian stay.
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `role`: the role.
		/// - `account`: the holder.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - [`Error::LastHolder`]
		///
		/// ## Events
		/// - [`Event::RoleRevoked`] if it was a holder
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::revoke_role())]
		pub fn revoke_role(
			origin: OriginFor<T>,
			proxy: ProxyId,
			role: Role,
			account: T::AccountId,
		) -> DispatchResult {
			let by = Self::ensure_role(origin, proxy, role.admin())?;
			Self::do_revoke_role(proxy, role, account, by)
		}

		/// Gives up a role of the caller (specification, 5.5).
		///
		/// ## Dispatch Origin
		/// A holder of `role`.
		///
		/// ## Details
		/// The last owner and the last guardian stay.
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `role`: the role.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - [`Error::LastHolder`]
		///
		/// ## Events
		/// - [`Event::RoleRevoked`]
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::renounce_role())]
		pub fn renounce_role(origin: OriginFor<T>, proxy: ProxyId, role: Role) -> DispatchResult {
			let holder = Self::ensure_role(origin, proxy, role)?;
			Self::do_revoke_role(proxy, role, holder.clone(), holder)
		}

		/// Gives a proxy whose owner lost its keys a new owner (specification, 5.3).
		///
		/// ## Dispatch Origin
		/// [`Config::RecoveryOrigin`].
		///
		/// ## Details
		/// All holders of the five roles of the borrower, all recipients, the approval and all queued forced trades go. Keys,
		/// allowances and guardians stay.
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `new_owner`: from now on the only holder of the five roles.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::InvalidAccount`]
		///
		/// ## Events
		/// - [`Event::OwnershipRecovered`], then [`Event::RoleRevoked`] and [`Event::RoleGranted`] for every change
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::recover_ownership(
			Pallet::<T>::most_recovered_holders(),
			Pallet::<T>::most_recovered_entries(),
		))]
		pub fn recover_ownership(
			origin: OriginFor<T>,
			proxy: ProxyId,
			new_owner: T::AccountId,
		) -> DispatchResultWithPostInfo {
			T::RecoveryOrigin::ensure_origin(origin)?;
			let removed = Self::do_recover(proxy, new_owner)?;
			Ok(Some(T::WeightInfo::recover_ownership(removed.holders, removed.others)).into())
		}

		/// Lets outside withdrawals go to `recipient` (specification, 6).
		///
		/// ## Dispatch Origin
		/// [`Role::Owner`].
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `recipient`: an account outside of the system: no proxy, nor the pool, the exchange or governance.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - [`Error::RecipientAlreadyAllowed`], [`Error::InvalidRecipient`], [`Error::TooManyRecipients`]
		///
		/// ## Events
		/// - [`Event::ExternalRecipientUpdated`]
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::allow_external_recipient())]
		pub fn allow_external_recipient(
			origin: OriginFor<T>,
			proxy: ProxyId,
			recipient: T::AccountId,
		) -> DispatchResult {
			Self::ensure_role(origin, proxy, Role::Owner)?;
			Self::do_allow_recipient(proxy, recipient)
		}

		/// Takes `recipient` off the list (specification, 6).
		///
		/// ## Dispatch Origin
		/// [`Role::Owner`].
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `recipient`: the account.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - [`Error::RecipientNotAllowed`]
		///
		/// ## Events
		/// - [`Event::ExternalRecipientUpdated`]
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::disallow_external_recipient())]
		pub fn disallow_external_recipient(
			origin: OriginFor<T>,
			proxy: ProxyId,
			recipient: T::AccountId,
		) -> DispatchResult {
			Self::ensure_role(origin, proxy, Role::Owner)?;
			Self::do_disallow_recipient(proxy, recipient)
		}

		/// Lets the proxy deposit to `key` and force requests for it (specification, 6).
		///
		/// ## Dispatch Origin
		/// [`Role::Owner`].
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `key`: a key that is registered to the proxy.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - [`Error::StarkKeyNotRegistered`], [`Error::StarkKeyNotOwnedByProxy`]
		/// - [`Error::StarkKeyAlreadyAllowed`], [`Error::TooManyStarkKeys`]
		///
		/// ## Events
		/// - [`Event::StarkKeyUpdated`]
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::allow_stark_key())]
		pub fn allow_stark_key(origin: OriginFor<T>, proxy: ProxyId, key: StarkKey) -> DispatchResult {
			Self::ensure_role(origin, proxy, Role::Owner)?;
			Self::do_allow_key(proxy, key)
		}

		/// Takes `key` off the list (specification, 6).
		///
		/// ## Dispatch Origin
		/// [`Role::Owner`].
		///
		/// ## Details
		/// What the key has on the exchange can still be brought home.
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `key`: the key.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - [`Error::StarkKeyNotAllowed`]
		///
		/// ## Events
		/// - [`Event::StarkKeyUpdated`]
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::disallow_stark_key())]
		pub fn disallow_stark_key(origin: OriginFor<T>, proxy: ProxyId, key: StarkKey) -> DispatchResult {
			Self::ensure_role(origin, proxy, Role::Owner)?;
			Self::do_disallow_key(proxy, key)
		}

		/// Limits what the role Borrower may repay (specification, 6).
		///
		/// ## Dispatch Origin
		/// [`Role::Owner`].
		///
		/// ## Details
		/// Every repayment lowers the limit. It does not bind the guardian.
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `limit`: base units of the borrow token; `None` = unlimited.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		///
		/// ## Events
		/// - [`Event::StakingAllowanceSet`]
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::set_staking_allowance())]
		pub fn set_staking_allowance(
			origin: OriginFor<T>,
			proxy: ProxyId,
			limit: Option<Balance>,
		) -> DispatchResult {
			Self::ensure_role(origin, proxy, Role::Owner)?;
			Self::do_set_staking_allowance(proxy, limit)
		}

		/// Limits what may be deposited to the exchange (specification, 6).
		///
		/// ## Dispatch Origin
		/// [`Role::Owner`].
		///
		/// ## Details
		/// Every deposit lowers the limit.
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `limit`: base units of the borrow token; `None` = unlimited.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		///
		/// ## Events
		/// - [`Event::ExchangeAllowanceSet`]
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::set_exchange_allowance())]
		pub fn set_exchange_allowance(
			origin: OriginFor<T>,
			proxy: ProxyId,
			limit: Option<Balance>,
		) -> DispatchResult {
			Self::ensure_role(origin, proxy, Role::Owner)?;
			Self::do_set_exchange_allowance(proxy, limit)
		}

		/// Repays what falls due at the end of the epoch, pays debt, or borrows what the proxy may (specification, 7.1).
		///
		/// ## Dispatch Origin
		/// [`Role::Borrower`].
		///
		/// ## Details
		/// Once per epoch in the blackout window, it leaves nothing overdue when the next epoch begins. The loan comes before
		/// the debt, and while any of either is left to pay nothing is borrowed.
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - [`Error::NotInBlackoutWindow`], [`Error::InsufficientFundsForRepayment`]
		/// - [`Error::StakingAllowanceExceeded`]
		/// - those of the pool
		///
		/// ## Events
		/// - [`Event::RepaidBorrow`], [`Event::RepaidDebt`], [`Event::Borrowed`] as far as they happen, then [`Event::AutoPaid`]
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::auto_pay_and_borrow().max(T::WeightInfo::auto_pay_and_repay()))]
		pub fn auto_pay_or_borrow(origin: OriginFor<T>, proxy: ProxyId) -> DispatchResultWithPostInfo {
			Self::ensure_role(origin, proxy, Role::Borrower)?;
			let payment = Self::do_auto_pay(proxy)?;
			Ok(Some(Self::auto_pay_weight(&payment)).into())
		}

		/// Borrows `amount` from the pool (specification, 7.2).
		///
		/// ## Dispatch Origin
		/// [`Role::Borrower`].
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `amount`: base units of the borrow token.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - [`Error::ZeroAmount`], [`Error::BorrowingRestricted`]
		/// - those of the pool
		///
		/// ## Events
		/// - [`Event::Borrowed`]
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::borrow())]
		pub fn borrow(
			origin: OriginFor<T>,
			proxy: ProxyId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResult {
			Self::ensure_role(origin, proxy, Role::Borrower)?;
			Self::do_borrow(proxy, amount)
		}

		/// Repays `amount` of the loan (specification, 7.2).
		///
		/// ## Dispatch Origin
		/// [`Role::Borrower`].
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `amount`: base units of the borrow token.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - [`Error::ZeroAmount`], [`Error::InsufficientProxyBalance`], [`Error::StakingAllowanceExceeded`]
		/// - those of the pool
		///
		/// ## Events
		/// - [`Event::RepaidBorrow`]
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::repay_borrow())]
		pub fn repay_borrow(
			origin: OriginFor<T>,
			proxy: ProxyId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResult {
			Self::ensure_role(origin, proxy, Role::Borrower)?;
			Self::do_repay_borrow(proxy, amount)
		}

		/// Repays `amount` of the debt (specification, 7.2).
		///
		/// ## Dispatch Origin
		/// [`Role::Borrower`].
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `amount`: base units of the borrow token.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - [`Error::ZeroAmount`], [`Error::InsufficientProxyBalance`], [`Error::StakingAllowanceExceeded`]
		/// - those of the pool
		///
		/// ## Events
		/// - [`Event::RepaidDebt`]
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::repay_debt())]
		pub fn repay_debt(
			origin: OriginFor<T>,
			proxy: ProxyId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResult {
			Self::ensure_role(origin, proxy, Role::Borrower)?;
			Self::do_repay_debt(proxy, amount)
		}

		/// Registers `key` to the proxy (specification, 8.1).
		///
		/// ## Dispatch Origin
		/// [`Role::ExchangeOperator`].
		///
		/// ## Details
		/// The owner can allow the key after that.
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `key`: the public key.
		/// - `signature`: made with the key, over the exchange's registration message for the proxy's account.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - those of the exchange
		///
		/// ## Events
		/// - [`Event::UserRegistered`]
		#[pallet::call_index(16)]
		#[pallet::weight(T::WeightInfo::register_user_on_exchange())]
		pub fn register_user_on_exchange(
			origin: OriginFor<T>,
			proxy: ProxyId,
			key: StarkKey,
			signature: StarkSignature,
		) -> DispatchResult {
			Self::ensure_role(origin, proxy, Role::ExchangeOperator)?;
			Self::do_register_user(proxy, key, &signature)
		}

		/// Deposits tokens of the proxy to the exchange (specification, 8.2).
		///
		/// ## Dispatch Origin
		/// [`Role::ExchangeOperator`].
		///
		/// ## Details
		/// While the guardian restricts the proxy, only what it holds above loan and debt.
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `key`: a key on the list.
		/// - `position`: the key's position.
		/// - `quantized_amount`: units of the exchange.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - [`Error::StarkKeyNotAllowed`], [`Error::ZeroAmount`], [`Error::ExchangeAllowanceExceeded`]
		/// - [`Error::InsufficientProxyBalance`], [`Error::DepositWouldUseBorrowedFunds`]
		/// - those of the exchange, for instance when the position is not the key's
		///
		/// ## Events
		/// - [`Event::DepositedToExchange`]
		#[pallet::call_index(17)]
		#[pallet::weight(T::WeightInfo::deposit_to_exchange())]
		pub fn deposit_to_exchange(
			origin: OriginFor<T>,
			proxy: ProxyId,
			key: StarkKey,
			#[pallet::compact] position: PositionId,
			#[pallet::compact] quantized_amount: u64,
		) -> DispatchResult {
			Self::ensure_role(origin, proxy, Role::ExchangeOperator)?;
			Self::do_deposit(proxy, key, position, quantized_amount)
		}

		/// Brings home everything that the exchange has credited to `key` (specification, 8.3).
		///
		/// ## Dispatch Origin
		/// [`Role::ExchangeOperator`].
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `key`: a key that is registered to the proxy.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - [`Error::StarkKeyNotOwnedByProxy`]
		/// - those of the exchange
		///
		/// ## Events
		/// - [`Event::WithdrewFromExchange`]
		#[pallet::call_index(18)]
		#[pallet::weight(T::WeightInfo::withdraw_from_exchange())]
		pub fn withdraw_from_exchange(origin: OriginFor<T>, proxy: ProxyId, key: StarkKey) -> DispatchResult {
			Self::ensure_role(origin, proxy, Role::ExchangeOperator)?;
			Self::do_withdraw_from_exchange(proxy, key, false)
		}

		/// Starts the exchange's delay after which a pending deposit can be reclaimed (specification, 8.4).
		///
		/// ## Dispatch Origin
		/// [`Role::Owner`].
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `key`: a key that is registered to the proxy.
		/// - `position`: the key's position.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - [`Error::StarkKeyNotOwnedByProxy`]
		/// - those of the exchange
		///
		/// ## Events
		/// - [`Event::DepositCanceled`]
		#[pallet::call_index(19)]
		#[pallet::weight(T::WeightInfo::deposit_cancel())]
		pub fn deposit_cancel(
			origin: OriginFor<T>,
			proxy: ProxyId,
			key: StarkKey,
			#[pallet::compact] position: PositionId,
		) -> DispatchResult {
			Self::ensure_role(origin, proxy, Role::Owner)?;
			Self::do_deposit_cancel(proxy, key, position, false)
		}

		/// Brings home what the exchange has not accepted of a cancelled deposit (specification, 8.4).
		///
		/// ## Dispatch Origin
		/// [`Role::Owner`].
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `key`: a key that is registered to the proxy.
		/// - `position`: the key's position.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - [`Error::StarkKeyNotOwnedByProxy`]
		/// - those of the exchange
		///
		/// ## Events
		/// - [`Event::DepositReclaimed`]
		#[pallet::call_index(20)]
		#[pallet::weight(T::WeightInfo::deposit_reclaim())]
		pub fn deposit_reclaim(
			origin: OriginFor<T>,
			proxy: ProxyId,
			key: StarkKey,
			#[pallet::compact] position: PositionId,
		) -> DispatchResult {
			Self::ensure_role(origin, proxy, Role::Owner)?;
			Self::do_deposit_reclaim(proxy, key, position, false)
		}

		/// Demands a withdrawal that the exchange has to serve (specification, 8.5).
		///
		/// ## Dispatch Origin
		/// [`Role::Owner`].
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `key`: a key on the list.
		/// - `position`: the key's position.
		/// - `quantized_amount`: units of the exchange.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - [`Error::StarkKeyNotAllowed`], [`Error::ZeroAmount`]
		/// - those of the exchange
		///
		/// ## Events
		/// - [`Event::ForcedWithdrawalRequested`]
		#[pallet::call_index(21)]
		#[pallet::weight(T::WeightInfo::forced_withdrawal_request())]
		pub fn forced_withdrawal_request(
			origin: OriginFor<T>,
			proxy: ProxyId,
			key: StarkKey,
			#[pallet::compact] position: PositionId,
			#[pallet::compact] quantized_amount: u64,
		) -> DispatchResult {
			Self::ensure_role(origin, proxy, Role::Owner)?;
			Self::do_forced_withdrawal(proxy, key, position, quantized_amount)
		}

		/// Queues a forced trade (specification, 8.6).
		///
		/// ## Dispatch Origin
		/// [`Role::Owner`].
		///
		/// ## Details
		/// It can be submitted after a waiting period, in which the veto guardian can stop it, and within a grace period.
		/// Queueing a queued trade starts its waiting period anew.
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `args`: the trade; its key A is on the list.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - [`Error::StarkKeyNotAllowed`], [`Error::ForcedTradeExpiresTooEarly`]
		/// - [`Error::TooManyQueuedForcedTrades`]
		///
		/// ## Events
		/// - [`Event::ForcedTradeUnqueued`] for trades that had expired and made room
		/// - [`Event::ForcedTradeQueued`]
		#[pallet::call_index(22)]
		#[pallet::weight(T::WeightInfo::queue_forced_trade_request_full())]
		pub fn queue_forced_trade_request(
			origin: OriginFor<T>,
			proxy: ProxyId,
			args: ForcedTradeArgs,
		) -> DispatchResultWithPostInfo {
			Self::ensure_role(origin, proxy, Role::Owner)?;
			let was_full = Self::do_queue_trade(proxy, args)?;
			Ok((!was_full).then(T::WeightInfo::queue_forced_trade_request).into())
		}

		/// Drops a queued forced trade (specification, 8.6).
		///
		/// ## Dispatch Origin
		/// [`Role::Owner`].
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `args_hash`: what the trade is identified by.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - [`Error::ForcedTradeNotQueued`]
		///
		/// ## Events
		/// - [`Event::ForcedTradeUnqueued`]
		#[pallet::call_index(23)]
		#[pallet::weight(T::WeightInfo::unqueue_forced_trade_request())]
		pub fn unqueue_forced_trade_request(
			origin: OriginFor<T>,
			proxy: ProxyId,
			args_hash: H256,
		) -> DispatchResult {
			Self::ensure_role(origin, proxy, Role::Owner)?;
			Self::do_unqueue_trade(proxy, args_hash)
		}

		/// Demands a queued trade that the exchange has to serve (specification, 8.6).
		///
		/// ## Dispatch Origin
		/// [`Role::Owner`].
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `args`: the trade.
		/// - `signature`: of the trade's party B.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - [`Error::StarkKeyNotAllowed`], [`Error::ForcedTradeNotQueued`]
		/// - [`Error::ForcedTradeWaiting`], [`Error::ForcedTradeExpired`]
		/// - those of the exchange; the trade then stays queued
		///
		/// ## Events
		/// - [`Event::ForcedTradeRequested`]
		#[pallet::call_index(24)]
		#[pallet::weight(T::WeightInfo::forced_trade_request())]
		pub fn forced_trade_request(
			origin: OriginFor<T>,
			proxy: ProxyId,
			args: ForcedTradeArgs,
			signature: StarkSignature,
		) -> DispatchResult {
			Self::ensure_role(origin, proxy, Role::Owner)?;
			Self::do_forced_trade(proxy, &args, &signature)
		}

		/// Pays `amount` of the borrow token to `recipient` (specification, 9.1).
		///
		/// ## Dispatch Origin
		/// [`Role::WithdrawalOperator`].
		///
		/// ## Details
		/// An approval of the guardian that covers the amount is used up first. Otherwise only what the proxy holds above loan
		/// and debt can leave, and the approval is void afterwards.
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `recipient`: an account on the list.
		/// - `amount`: base units of the borrow token.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - [`Error::RecipientNotAllowed`], [`Error::ZeroAmount`], [`Error::InsufficientProxyBalance`]
		/// - [`Error::NoWithdrawableBalance`], [`Error::AmountExceedsWithdrawable`]
		/// - the asset pallet's error when the recipient cannot be paid
		///
		/// ## Events
		/// - [`Event::ExternalWithdrewToken`]
		#[pallet::call_index(25)]
		#[pallet::weight(T::WeightInfo::external_withdraw_token())]
		pub fn external_withdraw_token(
			origin: OriginFor<T>,
			proxy: ProxyId,
			recipient: T::AccountId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResult {
			Self::ensure_role(origin, proxy, Role::WithdrawalOperator)?;
			Self::do_withdraw_token(proxy, recipient, amount)
		}

		/// Pays `amount` of another asset to `recipient` (specification, 9.2).
		///
		/// ## Dispatch Origin
		/// [`Role::WithdrawalOperator`].
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `asset`: any asset but the borrow token.
		/// - `recipient`: an account on the list.
		/// - `amount`: base units of the asset.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - [`Error::RecipientNotAllowed`], [`Error::ZeroAmount`], [`Error::BorrowTokenNotAllowed`]
		/// - the asset pallet's error when the amount cannot be paid
		///
		/// ## Events
		/// - [`Event::ExternalWithdrewOtherToken`]
		#[pallet::call_index(26)]
		#[pallet::weight(T::WeightInfo::external_withdraw_other_token())]
		pub fn external_withdraw_other_token(
			origin: OriginFor<T>,
			proxy: ProxyId,
			asset: T::AssetId,
			recipient: T::AccountId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResult {
			Self::ensure_role(origin, proxy, Role::WithdrawalOperator)?;
			Self::do_withdraw_other_token(proxy, asset, recipient, amount)
		}

		/// Pays `amount` of the native currency to `recipient` (specification, 9.2).
		///
		/// ## Dispatch Origin
		/// [`Role::WithdrawalOperator`].
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `recipient`: an account on the list.
		/// - `amount`: base units of the native currency.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - [`Error::RecipientNotAllowed`], [`Error::ZeroAmount`]
		/// - the currency's error when the amount cannot be paid
		///
		/// ## Events
		/// - [`Event::ExternalWithdrewNative`]
		#[pallet::call_index(27)]
		#[pallet::weight(T::WeightInfo::external_withdraw_native())]
		pub fn external_withdraw_native(
			origin: OriginFor<T>,
			proxy: ProxyId,
			recipient: T::AccountId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResult {
			Self::ensure_role(origin, proxy, Role::WithdrawalOperator)?;
			Self::do_withdraw_native(proxy, recipient, amount)
		}

		/// Claims rewards of a distributor; they stay in the proxy (specification, 9.2).
		///
		/// ## Dispatch Origin
		/// [`Role::WithdrawalOperator`].
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `cumulative_amount`: what the proxy has earned in all, in base units of the rewards.
		/// - `proof`: that this is part of the distribution.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - the distributor's, `Unavailable` if there is none
		///
		/// ## Events
		/// - [`Event::RewardsClaimed`]
		#[pallet::call_index(28)]
		#[pallet::weight(T::WeightInfo::claim_rewards(proof.len() as u32))]
		pub fn claim_rewards(
			origin: OriginFor<T>,
			proxy: ProxyId,
			#[pallet::compact] cumulative_amount: Balance,
			proof: BoundedVec<H256, T::MaxProofLen>,
		) -> DispatchResult {
			Self::ensure_role(origin, proxy, Role::WithdrawalOperator)?;
			Self::do_claim_rewards(proxy, cumulative_amount, &proof)
		}

		/// Lets `amount` more leave without regard to what is owed (specification, 11.1).
		///
		/// ## Dispatch Origin
		/// [`Role::Guardian`].
		///
		/// ## Details
		/// An expired approval counts as none. Unusable while the proxy has debt or is overdue.
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `amount`: base units of the borrow token.
		/// - `valid_for`: seconds after which the whole approval lapses; `None` = it does not.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - [`Error::ZeroAmount`]
		/// - an arithmetic overflow
		///
		/// ## Events
		/// - [`Event::ApprovedAmountUpdated`]
		#[pallet::call_index(29)]
		#[pallet::weight(T::WeightInfo::increase_approved_amount())]
		pub fn increase_approved_amount(
			origin: OriginFor<T>,
			proxy: ProxyId,
			#[pallet::compact] amount: Balance,
			valid_for: Option<Seconds>,
		) -> DispatchResult {
			Self::ensure_role(origin, proxy, Role::Guardian)?;
			Self::do_increase_approval(proxy, amount, valid_for)
		}

		/// Takes the approval back (specification, 11.2).
		///
		/// ## Dispatch Origin
		/// [`Role::Guardian`].
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		///
		/// ## Events
		/// - [`Event::ApprovedAmountUpdated`]
		#[pallet::call_index(30)]
		#[pallet::weight(T::WeightInfo::reset_approved_amount())]
		pub fn reset_approved_amount(origin: OriginFor<T>, proxy: ProxyId) -> DispatchResult {
			Self::ensure_role(origin, proxy, Role::Guardian)?;
			Self::do_reset_approval(proxy)
		}

		/// Bars the proxy from borrowing and from depositing what it owes, or lifts that (specification, 11.3).
		///
		/// ## Dispatch Origin
		/// [`Role::Guardian`].
		///
		/// ## Details
		/// Independent of the pool's restriction.
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `restricted`: whether it is barred.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		///
		/// ## Events
		/// - [`Event::BorrowingRestrictionChanged`]
		#[pallet::call_index(31)]
		#[pallet::weight(T::WeightInfo::guardian_set_borrowing_restriction())]
		pub fn guardian_set_borrowing_restriction(
			origin: OriginFor<T>,
			proxy: ProxyId,
			restricted: bool,
		) -> DispatchResult {
			Self::ensure_role(origin, proxy, Role::Guardian)?;
			Self::do_set_restriction(proxy, restricted, false)
		}

		/// Repays the loan with what the proxy holds (specification, 11.4).
		///
		/// ## Dispatch Origin
		/// [`Role::Guardian`].
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `max_amount`: base units of the borrow token; less is repaid if less is owed or held.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - [`Error::NothingToRepay`]
		///
		/// ## Events
		/// - [`Event::RepaidBorrow`]
		#[pallet::call_index(32)]
		#[pallet::weight(T::WeightInfo::guardian_repay_borrow())]
		pub fn guardian_repay_borrow(
			origin: OriginFor<T>,
			proxy: ProxyId,
			#[pallet::compact] max_amount: Balance,
		) -> DispatchResult {
			Self::ensure_role(origin, proxy, Role::Guardian)?;
			Self::do_guardian_repay_borrow(proxy, max_amount)
		}

		/// Repays the debt with what the proxy holds (specification, 11.4).
		///
		/// ## Dispatch Origin
		/// [`Role::Guardian`].
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `max_amount`: base units of the borrow token; less is repaid if less is owed or held.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - [`Error::NothingToRepay`]
		///
		/// ## Events
		/// - [`Event::RepaidDebt`]
		#[pallet::call_index(33)]
		#[pallet::weight(T::WeightInfo::guardian_repay_debt())]
		pub fn guardian_repay_debt(
			origin: OriginFor<T>,
			proxy: ProxyId,
			#[pallet::compact] max_amount: Balance,
		) -> DispatchResult {
			Self::ensure_role(origin, proxy, Role::Guardian)?;
			Self::do_guardian_repay_debt(proxy, max_amount)
		}

		/// Brings home everything that the exchange has credited to `key` (specification, 11.5).
		///
		/// ## Dispatch Origin
		/// [`Role::Guardian`].
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `key`: a key that is registered to the proxy, on the list or not.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - [`Error::StarkKeyNotOwnedByProxy`]
		/// - those of the exchange
		///
		/// ## Events
		/// - [`Event::WithdrewFromExchange`]
		#[pallet::call_index(34)]
		#[pallet::weight(T::WeightInfo::guardian_withdraw_from_exchange())]
		pub fn guardian_withdraw_from_exchange(
			origin: OriginFor<T>,
			proxy: ProxyId,
			key: StarkKey,
		) -> DispatchResult {
			Self::ensure_role(origin, proxy, Role::Guardian)?;
			Self::do_withdraw_from_exchange(proxy, key, true)
		}

		/// Demands a withdrawal that the exchange has to serve, while the proxy has debt (specification, 11.6).
		///
		/// ## Dispatch Origin
		/// [`Role::Guardian`].
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `key`: a key that is registered to the proxy, on the list or not.
		/// - `position`: the key's position.
		/// - `max_amount`: units of the exchange; less is demanded if the position has less.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - [`Error::NoOutstandingDebt`], [`Error::StarkKeyNotOwnedByProxy`], [`Error::NothingToWithdraw`]
		/// - those of the exchange
		///
		/// ## Events
		/// - [`Event::ForcedWithdrawalRequested`]
		#[pallet::call_index(35)]
		#[pallet::weight(T::WeightInfo::guardian_forced_withdrawal_request())]
		pub fn guardian_forced_withdrawal_request(
			origin: OriginFor<T>,
			proxy: ProxyId,
			key: StarkKey,
			#[pallet::compact] position: PositionId,
			#[pallet::compact] max_amount: u64,
		) -> DispatchResult {
			Self::ensure_role(origin, proxy, Role::Guardian)?;
			Self::do_guardian_forced_withdrawal(proxy, key, position, max_amount)
		}

		/// Demands a trade that the exchange has to serve, while the proxy has debt (specification, 11.6).
		///
		/// ## Dispatch Origin
		/// [`Role::Guardian`].
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `args`: the trade; it may only reduce the position.
		/// - `signature`: of the trade's party B.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - [`Error::NoOutstandingDebt`], [`Error::StarkKeyNotOwnedByProxy`]
		/// - those of the exchange
		///
		/// ## Events
		/// - [`Event::ForcedTradeRequested`]
		#[pallet::call_index(36)]
		#[pallet::weight(T::WeightInfo::guardian_forced_trade_request())]
		pub fn guardian_forced_trade_request(
			origin: OriginFor<T>,
			proxy: ProxyId,
			args: ForcedTradeArgs,
			signature: StarkSignature,
		) -> DispatchResult {
			Self::ensure_role(origin, proxy, Role::Guardian)?;
			Self::do_guardian_forced_trade(proxy, &args, &signature)
		}

		/// Starts the exchange's delay after which a pending deposit can be reclaimed (specification, 11.7).
		///
		/// ## Dispatch Origin
		/// [`Role::Guardian`].
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `key`: a key that is registered to the proxy, on the list or not.
		/// - `position`: the key's position.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - [`Error::StarkKeyNotOwnedByProxy`]
		/// - those of the exchange
		///
		/// ## Events
		/// - [`Event::DepositCanceled`]
		#[pallet::call_index(37)]
		#[pallet::weight(T::WeightInfo::guardian_deposit_cancel())]
		pub fn guardian_deposit_cancel(
			origin: OriginFor<T>,
			proxy: ProxyId,
			key: StarkKey,
			#[pallet::compact] position: PositionId,
		) -> DispatchResult {
			Self::ensure_role(origin, proxy, Role::Guardian)?;
			Self::do_deposit_cancel(proxy, key, position, true)
		}

		/// Brings home what the exchange has not accepted of a cancelled deposit (specification, 11.7).
		///
		/// ## Dispatch Origin
		/// [`Role::Guardian`].
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `key`: a key that is registered to the proxy, on the list or not.
		/// - `position`: the key's position.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - [`Error::StarkKeyNotOwnedByProxy`]
		/// - those of the exchange
		///
		/// ## Events
		/// - [`Event::DepositReclaimed`]
		#[pallet::call_index(38)]
		#[pallet::weight(T::WeightInfo::guardian_deposit_reclaim())]
		pub fn guardian_deposit_reclaim(
			origin: OriginFor<T>,
			proxy: ProxyId,
			key: StarkKey,
			#[pallet::compact] position: PositionId,
		) -> DispatchResult {
			Self::ensure_role(origin, proxy, Role::Guardian)?;
			Self::do_deposit_reclaim(proxy, key, position, true)
		}

		/// Removes forced trades from the queue (specification, 11.8).
		///
		/// ## Dispatch Origin
		/// [`Role::VetoGuardian`].
		///
		/// ## Details
		/// Hashes that are not queued are skipped.
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		/// - `hashes`: what the trades are identified by.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`], [`Error::MissingRole`]
		/// - [`Error::EmptyInput`]
		///
		/// ## Events
		/// - [`Event::ForcedTradeVetoed`] for each that was queued
		#[pallet::call_index(39)]
		#[pallet::weight(T::WeightInfo::guardian_veto_forced_trade_requests(hashes.len() as u32))]
		pub fn guardian_veto_forced_trade_requests(
			origin: OriginFor<T>,
			proxy: ProxyId,
			hashes: BoundedVec<H256, T::MaxVetoesPerCall>,
		) -> DispatchResult {
			Self::ensure_role(origin, proxy, Role::VetoGuardian)?;
			Self::do_veto(proxy, &hashes)
		}

		/// Bars the proxy from borrowing and from depositing what it owes, at once (specification, 11.9).
		///
		/// ## Dispatch Origin
		/// [`Config::EmergencyOrigin`].
		///
		/// ## Details
		/// Cannot lift a restriction.
		///
		/// ## Parameters
		/// - `proxy`: number of the proxy.
		///
		/// ## Errors
		/// - [`Error::ProxyNotFound`]
		///
		/// ## Events
		/// - [`Event::BorrowingRestrictionChanged`]
		#[pallet::call_index(40)]
		#[pallet::weight(T::WeightInfo::emergency_restrict())]
		pub fn emergency_restrict(origin: OriginFor<T>, proxy: ProxyId) -> DispatchResult {
			T::EmergencyOrigin::ensure_origin(origin)?;
			Self::do_set_restriction(proxy, true, true)
		}
	}
}
