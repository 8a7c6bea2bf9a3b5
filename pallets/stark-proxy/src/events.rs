//! What the pallet reports (specification, sections 5 to 11), a part of the pallet module.

use frame_support::pallet_macros::pallet_section;

/// Imported into the pallet module.
#[pallet_section]
mod events {
	/// What happened. The indices follow the order of the specification, so that clients keep understanding old blocks.
	/// Amounts are in base units unless they are called quantized, times in seconds.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A proxy was created; the events of its first roles follow.
		#[codec(index = 0)]
		ProxyCreated {
			/// Number of the proxy.
			proxy: ProxyId,
			/// Account of the proxy.
			account: T::AccountId,
			/// First holder of the borrower's roles.
			owner: T::AccountId,
			/// Who paid the deposit; `None` = governance created the proxy.
			depositor: Option<T::AccountId>,
		},
		/// A proxy was closed for good. Its roles and lists are gone.
		#[codec(index = 1)]
		ProxyClosed {
			/// Number of the proxy.
			proxy: ProxyId,
		},
		/// Governance gave a proxy a new owner. Recipients, approval and queued forced trades are gone; the events of the
		/// roles follow.
		#[codec(index = 2)]
		OwnershipRecovered {
			/// Number of the proxy.
			proxy: ProxyId,
			/// Now the only holder of the borrower's roles.
			new_owner: T::AccountId,
		},
		/// An account received a role.
		#[codec(index = 3)]
		RoleGranted {
			/// Number of the proxy.
			proxy: ProxyId,
			/// The role.
			role: Role,
			/// The new holder.
			account: T::AccountId,
			/// Who granted it; `None` at creation and recovery.
			by: Option<T::AccountId>,
		},
		/// An account lost a role.
		#[codec(index = 4)]
		RoleRevoked {
			/// Number of the proxy.
			proxy: ProxyId,
			/// The role.
			role: Role,
			/// The former holder.
			account: T::AccountId,
			/// Who revoked it, the holder itself if it renounced; `None` at recovery.
			by: Option<T::AccountId>,
		},
		/// A recipient of outside withdrawals was allowed or disallowed.
		#[codec(index = 5)]
		ExternalRecipientUpdated {
			/// Number of the proxy.
			proxy: ProxyId,
			/// The recipient.
			recipient: T::AccountId,
			/// Whether it is on the list now.
			allowed: bool,
		},
		/// A STARK key was allowed or disallowed.
		#[codec(index = 6)]
		StarkKeyUpdated {
			/// Number of the proxy.
			proxy: ProxyId,
			/// The key.
			key: StarkKey,
			/// Whether it is on the list now.
			allowed: bool,
		},
		/// The owner limited what the role Borrower may repay.
		#[codec(index = 7)]
		StakingAllowanceSet {
			/// Number of the proxy.
			proxy: ProxyId,
			/// The limit; `None` = unlimited.
			limit: Option<Balance>,
		},
		/// The owner limited what may be deposited to the exchange.
		#[codec(index = 8)]
		ExchangeAllowanceSet {
			/// Number of the proxy.
			proxy: ProxyId,
			/// The limit; `None` = unlimited.
			limit: Option<Balance>,
		},
		/// Auto-pay succeeded; the events of its parts precede.
		#[codec(index = 9)]
		AutoPaid {
			/// Number of the proxy.
			proxy: ProxyId,
			/// Newly borrowed.
			borrowed: Balance,
			/// Repaid of what was borrowed.
			repaid_borrow: Balance,
			/// Repaid of the debt.
			repaid_debt: Balance,
		},
		/// The proxy borrowed.
		#[codec(index = 10)]
		Borrowed {
			/// Number of the proxy.
			proxy: ProxyId,
			/// Amount borrowed.
			amount: Balance,
			/// All that is borrowed now.
			new_borrowed: Balance,
		},
		/// The proxy repaid a part of what it had borrowed.
		#[codec(index = 11)]
		RepaidBorrow {
			/// Number of the proxy.
			proxy: ProxyId,
			/// Amount repaid.
			amount: Balance,
			/// What is still borrowed.
			new_borrowed: Balance,
			/// Whether the guardian did it.
			by_guardian: bool,
		},
		/// The proxy repaid a part of its debt.
		#[codec(index = 12)]
		RepaidDebt {
			/// Number of the proxy.
			proxy: ProxyId,
			/// Amount repaid.
			amount: Balance,
			/// Debt that is left.
			new_debt: Balance,
			/// Whether the guardian did it.
			by_guardian: bool,
		},
		/// A key was registered to the proxy on the exchange.
		#[codec(index = 13)]
		UserRegistered {
			/// Number of the proxy.
			proxy: ProxyId,
			/// The key.
			key: StarkKey,
			/// The key's position.
			position: PositionId,
		},
		/// Tokens went to the exchange.
		#[codec(index = 14)]
		DepositedToExchange {
			/// Number of the proxy.
			proxy: ProxyId,
			/// The key.
			key: StarkKey,
			/// The key's position.
			position: PositionId,
			/// Tokens that moved.
			amount: Balance,
		},
		/// Tokens came back from the exchange.
		#[codec(index = 15)]
		WithdrewFromExchange {
			/// Number of the proxy.
			proxy: ProxyId,
			/// The key.
			key: StarkKey,
			/// Tokens that moved.
			amount: Balance,
			/// Whether the guardian did it.
			by_guardian: bool,
		},
		/// Pending deposits are to come back after the exchange's delay.
		#[codec(index = 16)]
		DepositCanceled {
			/// Number of the proxy.
			proxy: ProxyId,
			/// The key.
			key: StarkKey,
			/// The key's position.
			position: PositionId,
			/// Whether the guardian did it.
			by_guardian: bool,
		},
		/// Pending deposits came back.
		#[codec(index = 17)]
		DepositReclaimed {
			/// Number of the proxy.
			proxy: ProxyId,
			/// The key.
			key: StarkKey,
			/// The key's position.
			position: PositionId,
			/// Tokens that moved.
			amount: Balance,
			/// Whether the guardian did it.
			by_guardian: bool,
		},
		/// The exchange has to serve a withdrawal.
		#[codec(index = 18)]
		ForcedWithdrawalRequested {
			/// Number of the proxy.
			proxy: ProxyId,
			/// The key.
			key: StarkKey,
			/// The key's position.
			position: PositionId,
			/// Quantized amount.
			amount: u64,
			/// Whether the guardian did it.
			by_guardian: bool,
		},
		/// A forced trade waits for its time.
		#[codec(index = 19)]
		ForcedTradeQueued {
			/// Number of the proxy.
			proxy: ProxyId,
			/// The trade.
			args: ForcedTradeArgs,
			/// What it is identified by.
			args_hash: H256,
			/// First second at which it can be submitted.
			executable_from: Seconds,
			/// Last second at which it can be submitted.
			expires_at: Seconds,
		},
		/// A forced trade left the queue unsubmitted: its owner dropped it, or it had expired and made room.
		#[codec(index = 20)]
		ForcedTradeUnqueued {
			/// Number of the proxy.
			proxy: ProxyId,
			/// What the trade was identified by.
			args_hash: H256,
		},
		/// The exchange has to serve a trade.
		#[codec(index = 21)]
		ForcedTradeRequested {
			/// Number of the proxy.
			proxy: ProxyId,
			/// Key of the proxy.
			key: StarkKey,
			/// Position of the proxy.
			position: PositionId,
			/// What the trade is identified by.
			args_hash: H256,
			/// Whether the guardian did it.
			by_guardian: bool,
		},
		/// The borrow token left to an allowed recipient.
		#[codec(index = 22)]
		ExternalWithdrewToken {
			/// Number of the proxy.
			proxy: ProxyId,
			/// Account that was paid.
			recipient: T::AccountId,
			/// Amount of the borrow token.
			amount: Balance,
			/// Whether an approval of the guardian was used; else the proxy held that much above what it owes.
			from_approval: bool,
		},
		/// Another asset left to an allowed recipient.
		#[codec(index = 23)]
		ExternalWithdrewOtherToken {
			/// Number of the proxy.
			proxy: ProxyId,
			/// The asset.
			asset: T::AssetId,
			/// Account that was paid.
			recipient: T::AccountId,
			/// Amount of the asset.
			amount: Balance,
		},
		/// Native currency left to an allowed recipient.
		#[codec(index = 24)]
		ExternalWithdrewNative {
			/// Number of the proxy.
			proxy: ProxyId,
			/// Account that was paid.
			recipient: T::AccountId,
			/// Amount of the native currency.
			amount: Balance,
		},
		/// Rewards of a distributor arrived in the proxy.
		#[codec(index = 25)]
		RewardsClaimed {
			/// Number of the proxy.
			proxy: ProxyId,
			/// Amount that was paid.
			amount: Balance,
		},
		/// The guardian changed what may leave without regard to what is owed.
		#[codec(index = 26)]
		ApprovedAmountUpdated {
			/// Number of the proxy.
			proxy: ProxyId,
			/// All that is approved now.
			approved: Balance,
			/// Last second at which it can be used; `None` = it does not expire.
			expires_at: Option<Seconds>,
		},
		/// The guardian barred the proxy from borrowing, or lets it borrow again.
		#[codec(index = 27)]
		BorrowingRestrictionChanged {
			/// Number of the proxy.
			proxy: ProxyId,
			/// Whether the proxy is barred now.
			restricted: bool,
			/// Whether it was the emergency call.
			emergency: bool,
		},
		/// A queued forced trade was vetoed.
		#[codec(index = 28)]
		ForcedTradeVetoed {
			/// Number of the proxy.
			proxy: ProxyId,
			/// What the trade was identified by.
			args_hash: H256,
		},
	}
}
