//! The calls (specification, section 6), a part of the pallet module.

use frame_support::pallet_macros::pallet_section;

/// Imported into the pallet module.
#[pallet_section]
mod calls {
	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Binds `key` to the caller for ever and opens a position (specification, 6.1).
		///
		/// ## Dispatch Origin
		/// Signed.
		///
		/// ## Details
		/// The signature shows that the caller knows the secret of the key, and is good for this account on this chain
		/// only. Possible while the exchange is frozen.
		///
		/// ## Parameters
		/// - `key`: x coordinate of the public key, big-endian.
		/// - `signature`: made with the key over [`Pallet::registration_message`].
		///
		/// ## Errors
		/// - [`Error::InvalidStarkKey`], [`Error::KeyAlreadyRegistered`], [`Error::TooManyKeys`],
		///   [`Error::InvalidSignature`]
		///
		/// ## Events
		/// - [`Event::UserRegistered`]
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::register_user())]
		pub fn register_user(
			origin: OriginFor<T>,
			key: StarkKey,
			signature: StarkSignature,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_register_user(&who, key, &signature)?;
			Ok(())
		}

		/// Deposits `q` units of the caller's collateral for `key` (specification, 6.1).
		///
		/// ## Dispatch Origin
		/// Signed by anybody.
		///
		/// ## Details
		/// Pending until the operator accepts it. A deposit for the key of somebody else is a gift: only the owner can
		/// cancel it, and receives it then. The owner's own deposit ends a cancellation that runs.
		///
		/// ## Parameters
		/// - `key`: key that the deposit is for.
		/// - `position`: its position.
		/// - `q`: quantized amount.
		///
		/// ## Errors
		/// - [`Error::Frozen`], [`Error::ZeroAmount`], [`Error::KeyNotRegistered`], [`Error::PositionKeyMismatch`]
		/// - [`Error::QuantizationOverflow`]: more would be pending than 64 bits hold
		/// - the asset pallet's error when the caller cannot pay
		///
		/// ## Events
		/// - [`Event::Deposited`]
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::deposit())]
		pub fn deposit(
			origin: OriginFor<T>,
			key: StarkKey,
			position: PositionId,
			#[pallet::compact] q: u64,
		) -> DispatchResult {
			let payer = ensure_signed(origin)?;
			Self::do_deposit(&payer, &key, position, q)?;
			Ok(())
		}

		/// Asks for the return of what the operator has not accepted (specification, 6.1).
		///
		/// ## Dispatch Origin
		/// Signed by the owner of `key`.
		///
		/// ## Details
		/// Starts the delay of the cancellation, or starts it again. The operator may accept the deposit until it is
		/// reclaimed. Possible while the exchange is frozen.
		///
		/// ## Parameters
		/// - `key`: key that the deposit is for.
		/// - `position`: its position.
		///
		/// ## Errors
		/// - [`Error::KeyNotRegistered`], [`Error::NotKeyOwner`], [`Error::DepositNotFound`]
		///
		/// ## Events
		/// - [`Event::DepositCancelRequested`]
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::deposit_cancel())]
		pub fn deposit_cancel(origin: OriginFor<T>, key: StarkKey, position: PositionId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_deposit_cancel(&who, &key, position)
		}

		/// Pays what the operator has not accepted back to the caller, after the delay (specification, 6.1).
		///
		/// ## Dispatch Origin
		/// Signed by the owner of `key`.
		///
		/// ## Details
		/// Possible while the exchange is frozen.
		///
		/// ## Parameters
		/// - `key`: key that the deposit was for.
		/// - `position`: its position.
		///
		/// ## Errors
		/// - [`Error::KeyNotRegistered`], [`Error::NotKeyOwner`]
		/// - [`Error::DepositNotFound`]: also when the operator has accepted all of it
		/// - [`Error::DepositNotCancelled`], [`Error::DepositLocked`]
		/// - the asset pallet's error when the caller cannot be paid
		///
		/// ## Events
		/// - [`Event::DepositReclaimed`]
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::deposit_reclaim())]
		pub fn deposit_reclaim(origin: OriginFor<T>, key: StarkKey, position: PositionId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_deposit_reclaim(&who, &key, position)?;
			Ok(())
		}

		/// Pays everything that was credited to `key` to its owner (specification, 6.1).
		///
		/// ## Dispatch Origin
		/// Signed by anybody.
		///
		/// ## Details
		/// Possible while the exchange is frozen.
		///
		/// ## Parameters
		/// - `key`: the key.
		///
		/// ## Errors
		/// - [`Error::KeyNotRegistered`], [`Error::NothingToWithdraw`]
		/// - the asset pallet's error when the owner cannot be paid
		///
		/// ## Events
		/// - [`Event::Withdrawn`]
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::withdraw())]
		pub fn withdraw(origin: OriginFor<T>, key: StarkKey) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_withdraw(&key)?;
			Ok(())
		}

		/// Demands a withdrawal that the operator has to serve (specification, 6.2).
		///
		/// ## Dispatch Origin
		/// Signed by the owner of `key`. The secret of the key is not needed.
		///
		/// ## Details
		/// Not served until the deadline, it lets anybody freeze the exchange. No equity is reserved.
		///
		/// ## Parameters
		/// - `key`: key of the position.
		/// - `position`: position that is to pay.
		/// - `q`: quantized amount.
		///
		/// ## Errors
		/// - [`Error::Frozen`], [`Error::KeyNotRegistered`], [`Error::NotKeyOwner`],
		///   [`Error::PositionKeyMismatch`], [`Error::ZeroAmount`], [`Error::InsufficientEquity`],
		///   [`Error::RequestAlreadyPending`], [`Error::TooManyOpenRequests`], [`Error::TooManyForcedRequests`]
		///
		/// ## Events
		/// - [`Event::ForcedWithdrawalRequested`]
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::forced_withdrawal_request())]
		pub fn forced_withdrawal_request(
			origin: OriginFor<T>,
			key: StarkKey,
			position: PositionId,
			#[pallet::compact] q: u64,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_forced_withdrawal_request(&who, &key, position, q)
		}

		/// Demands a trade that the operator has to carry out or to reject (specification, 6.2).
		///
		/// ## Dispatch Origin
		/// Signed by the owner of `args.key_a`.
		///
		/// ## Details
		/// Not served until the deadline, it lets anybody freeze the exchange. A trade that was served cannot be demanded
		/// again.
		///
		/// ## Parameters
		/// - `args`: the trade.
		/// - `signature_b`: made with `args.key_b` over [`Pallet::forced_trade_message`].
		/// - `reduce_only`: whether the operator may carry it out no further than it closes positions of party A.
		///
		/// ## Errors
		/// - [`Error::Frozen`], [`Error::KeyNotRegistered`], [`Error::NotKeyOwner`],
		///   [`Error::PositionKeyMismatch`]
		/// - [`Error::TransferRestricted`]: party B is a proxy, whose forced trades wait for a veto
		/// - [`Error::SamePosition`], [`Error::InvalidSyntheticAsset`],
		///   [`Error::ZeroAmount`], [`Error::TradeExpired`], [`Error::TradeValidityTooLong`],
		///   [`Error::TradeReplayed`], [`Error::InvalidSignature`], [`Error::TooManyOpenRequests`],
		///   [`Error::TooManyForcedRequests`]
		///
		/// ## Events
		/// - [`Event::ForcedTradeRequested`]
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::forced_trade_request())]
		pub fn forced_trade_request(
			origin: OriginFor<T>,
			args: ForcedTradeArgs,
			signature_b: StarkSignature,
			reduce_only: bool,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_forced_trade_request(&who, &args, &signature_b, reduce_only)
		}

		/// Freezes the exchange, because a forced request was not served in time (specification, 6.2).
		///
		/// ## Dispatch Origin
		/// Signed by anybody.
		///
		/// ## Details
		/// In a freeze there are no deposits, batches and forced requests; everybody can escape with the equity of the last
		/// batch.
		///
		/// ## Parameters
		/// - `id`: the request.
		///
		/// ## Errors
		/// - [`Error::Frozen`], [`Error::RequestNotFound`], [`Error::RequestStillPending`], [`Error::StaleRequest`]
		///
		/// ## Events
		/// - [`Event::ExchangeFrozen`]
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::freeze_request())]
		pub fn freeze_request(origin: OriginFor<T>, id: H256) -> DispatchResult {
			let by = ensure_signed(origin)?;
			Self::do_freeze_request(by, id)
		}

		/// Makes all equity of a position withdrawable, in a freeze (specification, 6.2).
		///
		/// ## Dispatch Origin
		/// Signed by anybody.
		///
		/// ## Parameters
		/// - `position`: the position.
		///
		/// ## Errors
		/// - [`Error::NotFrozen`]
		/// - [`Error::NothingToEscape`]: no equity, or no such position
		/// - [`Error::QuantizationOverflow`]: withdraw first what is credited already
		///
		/// ## Events
		/// - [`Event::Escaped`]
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::escape())]
		pub fn escape(origin: OriginFor<T>, position: PositionId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_escape(position)
		}

		/// Takes the exchange from its last state to the next (specification, 6.3).
		///
		/// ## Dispatch Origin
		/// Signed by an operator.
		///
		/// ## Details
		/// The whole batch counts or nothing of it. Its parts take effect in the order deposits, transfers, settlements,
		/// forced requests, withdrawals. An empty batch is a sign of life.
		///
		/// ## Parameters
		/// - `batch`: what changes.
		///
		/// ## Errors
		/// - [`Error::NotOperator`], [`Error::Frozen`], [`Error::WrongBatchId`], [`Error::WrongStateRoot`],
		///   [`Error::SystemTimeOutOfRange`]
		/// - deposits: [`Error::ZeroAmount`], [`Error::DepositInsufficient`]
		/// - transfers: [`Error::ZeroAmount`], [`Error::PositionKeyMismatch`], [`Error::SamePosition`],
		///   [`Error::TransferRestricted`], [`Error::TransferExpired`], [`Error::TransferReplayed`],
		///   [`Error::InvalidSignature`], [`Error::InsufficientEquity`]
		/// - settlements: [`Error::SettlementsNotSorted`], [`Error::SettlementNotConserving`],
		///   [`Error::PositionKeyMismatch`], [`Error::NegativeEquity`]
		/// - forced requests: [`Error::RequestNotFound`], [`Error::InsufficientEquity`],
		///   [`Error::RejectionNotJustified`], [`Error::InvalidOutcome`]
		/// - withdrawals: [`Error::PositionKeyMismatch`], [`Error::InsufficientEquity`]
		/// - [`Error::QuantizationOverflow`]: an equity or a withdrawal would be more than 64 bits hold
		///
		/// ## Events
		/// - [`Event::DepositAccepted`], [`Event::Transferred`], [`Event::ForcedRequestServed`],
		///   [`Event::WithdrawalCredited`] for each item, then [`Event::StateUpdated`]
		#[pallet::call_index(9)]
		#[pallet::weight(Pallet::<T>::batch_weight(batch))]
		pub fn update_state(origin: OriginFor<T>, batch: UpdateBatch<T>) -> DispatchResult {
			Self::ensure_operator(origin)?;
			Self::do_update_state(batch)
		}

		/// Lets `who` submit batches (specification, 6.4). Without effect if it may already.
		///
		/// ## Dispatch Origin
		/// [`Config::AdminOrigin`].
		///
		/// ## Parameters
		/// - `who`: the new operator.
		///
		/// ## Errors
		/// - [`Error::TooManyOperators`]
		///
		/// ## Events
		/// - [`Event::OperatorAdded`] if anything changed
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::register_operator())]
		pub fn register_operator(origin: OriginFor<T>, who: T::AccountId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_register_operator(who)
		}

		/// Bars `who` from submitting batches (specification, 6.4). Without effect if it is no operator.
		///
		/// ## Dispatch Origin
		/// [`Config::AdminOrigin`] or [`Config::EmergencyOrigin`].
		///
		/// ## Details
		/// Without any operator forced requests pass their deadlines and the exchange can be frozen: users are never locked
		/// in.
		///
		/// ## Parameters
		/// - `who`: the operator to remove.
		///
		/// ## Events
		/// - [`Event::OperatorRemoved`] if anything changed
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::unregister_operator())]
		pub fn unregister_operator(origin: OriginFor<T>, who: T::AccountId) -> DispatchResult {
			EitherOfDiverse::<T::AdminOrigin, T::EmergencyOrigin>::ensure_origin(origin)?;
			Self::do_unregister_operator(who)
		}

		/// Ends a freeze (specification, 6.4).
		///
		/// ## Dispatch Origin
		/// [`Config::UnfreezeOrigin`].
		///
		/// ## Details
		/// Balances stay. Requests that came due before this call became possible cannot freeze the exchange again.
		///
		/// ## Errors
		/// - [`Error::NotFrozen`], [`Error::UnfreezeTooEarly`]
		///
		/// ## Events
		/// - [`Event::ExchangeUnfrozen`]
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::unfreeze())]
		pub fn unfreeze(origin: OriginFor<T>) -> DispatchResult {
			T::UnfreezeOrigin::ensure_origin(origin)?;
			Self::do_unfreeze()
		}

		/// Forgets served trades and transfers that have expired (specification, 6.2).
		///
		/// ## Dispatch Origin
		/// Signed by anybody.
		///
		/// ## Details
		/// A trade has expired when the chain's time is past its expiration, a transfer when the time of the last batch is.
		/// An id under which nothing is remembered is skipped.
		///
		/// ## Parameters
		/// - `ids`: trades and transfers.
		///
		/// ## Errors
		/// - [`Error::NotExpired`]: nothing is forgotten then
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::prune_used(ids.len() as u32))]
		pub fn prune_used(
			origin: OriginFor<T>,
			ids: BoundedVec<H256, ConstU32<MAX_PRUNED>>,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_prune_used(&ids)
		}
	}
}
