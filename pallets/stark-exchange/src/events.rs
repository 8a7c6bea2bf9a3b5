//! What the pallet reports (specification, section 6), a part of the pallet module.

use frame_support::pallet_macros::pallet_section;

/// Imported into the pallet module.
#[pallet_section]
mod events {
	/// What happened. The indices follow the order of the specification, so that clients keep understanding old blocks.
	/// Amounts named `q` are quantized, those named `amount` are tokens in base units; times are in seconds.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A key was bound to an account for ever, and a position opened for it.
		#[codec(index = 0)]
		UserRegistered {
			/// Account that owns the key.
			account: T::AccountId,
			/// The key.
			key: StarkKey,
			/// The new position.
			position: PositionId,
		},
		/// Tokens were deposited; they are pending until the operator accepts them.
		#[codec(index = 1)]
		Deposited {
			/// Account that paid.
			from: T::AccountId,
			/// Key that the deposit is for.
			key: StarkKey,
			/// Position that the deposit is for.
			position: PositionId,
			/// Quantized amount.
			q: u64,
			/// Tokens that moved.
			amount: Balance,
		},
		/// The owner of a key wants back what is pending.
		#[codec(index = 2)]
		DepositCancelRequested {
			/// Key that the deposit is for.
			key: StarkKey,
			/// Position that the deposit is for.
			position: PositionId,
			/// From when on it can be reclaimed.
			reclaim_from: Seconds,
		},
		/// What was pending went back to the owner of the key.
		#[codec(index = 3)]
		DepositReclaimed {
			/// Key that the deposit was for.
			key: StarkKey,
			/// Position that the deposit was for.
			position: PositionId,
			/// Quantized amount.
			q: u64,
			/// Tokens that moved.
			amount: Balance,
		},
		/// What was credited to a key was paid out.
		#[codec(index = 4)]
		Withdrawn {
			/// The key.
			key: StarkKey,
			/// Its owner, who was paid.
			to: T::AccountId,
			/// Quantized amount.
			q: u64,
			/// Tokens that moved.
			amount: Balance,
		},
		/// A withdrawal was demanded.
		#[codec(index = 5)]
		ForcedWithdrawalRequested {
			/// Id of the request.
			id: H256,
			/// Key of the position.
			key: StarkKey,
			/// Position that is to pay.
			position: PositionId,
			/// Quantized amount.
			q: u64,
			/// From when on anybody may freeze the exchange if it is not served.
			deadline: Seconds,
		},
		/// A trade was demanded.
		#[codec(index = 6)]
		ForcedTradeRequested {
			/// Id of the request.
			id: H256,
			/// The trade.
			args: ForcedTradeArgs,
			/// Whether it may only close positions of party A.
			reduce_only: bool,
			/// From when on anybody may freeze the exchange if it is not served.
			deadline: Seconds,
		},
		/// The exchange froze: a request was not served in time.
		#[codec(index = 7)]
		ExchangeFrozen {
			/// Id of the request.
			id: H256,
			/// Account that froze it.
			by: T::AccountId,
		},
		/// All equity of a position became withdrawable in a freeze.
		#[codec(index = 8)]
		Escaped {
			/// The position.
			position: PositionId,
			/// Its key.
			key: StarkKey,
			/// Quantized amount.
			q: u64,
		},
		/// A batch took effect.
		#[codec(index = 9)]
		StateUpdated {
			/// Number of the batch.
			batch_id: u64,
			/// State root after it.
			new_state_root: H256,
			/// Time of the operator's system.
			system_time: Seconds,
			/// Number of accepted deposits.
			deposits: u32,
			/// Number of transfers.
			transfers: u32,
			/// Number of settlements.
			settlements: u32,
			/// Number of served forced requests.
			forced: u32,
			/// Number of credited withdrawals.
			withdrawals: u32,
		},
		/// A deposit, or a part of it, became equity.
		#[codec(index = 10)]
		DepositAccepted {
			/// Key that the deposit was for.
			key: StarkKey,
			/// Position that was credited.
			position: PositionId,
			/// Quantized amount.
			q: u64,
		},
		/// Equity became withdrawable.
		#[codec(index = 11)]
		WithdrawalCredited {
			/// Key that was credited.
			key: StarkKey,
			/// Position that paid.
			position: PositionId,
			/// Quantized amount.
			q: u64,
		},
		/// A forced request was carried out or turned down.
		#[codec(index = 12)]
		ForcedRequestServed {
			/// Id of the request.
			id: H256,
			/// What became of it.
			outcome: ForcedOutcome,
		},
		/// Equity moved from one position to another.
		#[codec(index = 13)]
		Transferred {
			/// Position that paid.
			from: PositionId,
			/// Position that was paid.
			to: PositionId,
			/// Quantized amount.
			q: u64,
		},
		/// An account may now submit batches.
		#[codec(index = 14)]
		OperatorAdded {
			/// The new operator.
			who: T::AccountId,
		},
		/// An account may no longer submit batches.
		#[codec(index = 15)]
		OperatorRemoved {
			/// The former operator.
			who: T::AccountId,
		},
		/// Governance ended the freeze.
		#[codec(index = 16)]
		ExchangeUnfrozen {
			/// State root that the next batch has to build on.
			state_root: H256,
		},
	}
}
