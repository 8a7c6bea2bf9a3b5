//! Forced requests: what the operator must serve before its deadline (specification, section 6.2).

use crate::{
	messages::{forced_trade_id, forced_withdrawal_id, is_signed},
	types::{ForcedRequest, Position, RequestKind},
	Config, Error, Event, ForcedInBlock, ForcedRequests, Pallet, Positions, UsedTrades,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	traits::{Contains, Get},
};
use sp_core::H256;
use sp_runtime::ArithmeticError;
use tidepool_primitives::{ForcedTradeArgs, PositionId, Seconds, StarkKey, StarkSignature};

/// Ids of synthetic assets are smaller.
const SYNTHETIC_ASSET_BOUND: u128 = 1 << 120;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_forced_withdrawal_request(
		who: &T::AccountId,
		key: &StarkKey,
		position: PositionId,
		quantized: u64,
	) -> DispatchResult {
		Self::ensure_not_frozen()?;
		Self::ensure_owner(who, key)?;
		let record = Self::position_of(key, position)?;
		ensure!(quantized > 0, Error::<T>::ZeroAmount);
		ensure!(quantized <= record.equity, Error::<T>::InsufficientEquity);
		let id = forced_withdrawal_id(key, position, quantized);
		ensure!(!ForcedRequests::<T>::contains_key(id), Error::<T>::RequestAlreadyPending);

		let kind = RequestKind::Withdrawal { key: *key, position, amount: quantized };
		let deadline = Self::open_request(id, kind, record)?;
		Self::deposit_event(Event::ForcedWithdrawalRequested {
			id,
			key: *key,
			position,
			q: quantized,
			deadline,
		});
		Ok(())
	}

	pub(crate) fn do_forced_trade_request(
		who: &T::AccountId,
		args: &ForcedTradeArgs,
		signature_b: &StarkSignature,
		reduce_only: bool,
	) -> DispatchResult {
		Self::ensure_not_frozen()?;
		Self::ensure_owner(who, &args.key_a)?;
		let record = Self::position_of(&args.key_a, args.position_a)?;
		Self::position_of(&args.key_b, args.position_b)?;
		// A restricted account consents with more than a key: it would be its own queue and veto that are got round.
		let consenter = Self::owner_of(&args.key_b)?;
		ensure!(!T::TransferRestricted::contains(&consenter), Error::<T>::TransferRestricted);
		Self::ensure_trade_makes_sense(args)?;
		let id = forced_trade_id(args);
		let is_known = ForcedRequests::<T>::contains_key(id) || UsedTrades::<T>::contains_key(id);
		ensure!(!is_known, Error::<T>::TradeReplayed);
		let message = Self::message_of_forced_trade(args);
		ensure!(is_signed(&message, &args.key_b, signature_b), Error::<T>::InvalidSignature);

		let deadline = Self::open_request(id, RequestKind::Trade { args: *args, reduce_only }, record)?;
		Self::deposit_event(Event::ForcedTradeRequested { id, args: *args, reduce_only, deadline });
		Ok(())
	}

	/// What can be told of a trade by looking at nothing else.
	fn ensure_trade_makes_sense(args: &ForcedTradeArgs) -> Result<(), Error<T>> {
		ensure!(args.position_a != args.position_b, Error::<T>::SamePosition);
		let asset = args.synthetic_asset_id;
		ensure!(asset > 0 && asset < SYNTHETIC_ASSET_BOUND, Error::<T>::InvalidSyntheticAsset);
		ensure!(args.amount_collateral > 0 && args.amount_synthetic > 0, Error::<T>::ZeroAmount);
		let (now, expiration) = (Self::now(), args.submission_expiration);
		ensure!(now <= expiration, Error::<T>::TradeExpired);
		let latest = now.saturating_add(T::MaxTradeValidity::get());
		ensure!(expiration <= latest, Error::<T>::TradeValidityTooLong);
		Ok(())
	}

	/// Opens a request for the position with the record, within the limits of position and block. Returns its deadline.
	fn open_request(id: H256, kind: RequestKind, record: Position) -> Result<Seconds, DispatchError> {
		let limit = T::MaxOpenForcedPerPosition::get();
		ensure!(record.open_forced < limit, Error::<T>::TooManyOpenRequests);
		let block = frame_system::Pallet::<T>::block_number();
		let (counted_block, count) = ForcedInBlock::<T>::get();
		let count = if counted_block == block { count } else { 0 };
		ensure!(count < T::MaxForcedPerBlock::get(), Error::<T>::TooManyForcedRequests);
		let count = count.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let open_forced = record.open_forced.checked_add(1).ok_or(ArithmeticError::Overflow)?;

		ForcedInBlock::<T>::put((block, count));
		Positions::<T>::insert(kind.position(), Position { open_forced, ..record });
		let request = ForcedRequest { kind, requested_at: Self::now() };
		ForcedRequests::<T>::insert(id, request);
		Ok(Self::deadline_of(&request))
	}

	/// From when on anybody may freeze the exchange if the request is still open.
	pub(crate) fn deadline_of(request: &ForcedRequest) -> Seconds {
		request.requested_at.saturating_add(T::FreezeGracePeriod::get())
	}
}
