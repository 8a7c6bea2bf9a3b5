//! Part 4: what became of forced requests.

use crate::{
	types::{ForcedOutcome, ForcedRequest, RejectionReason, RequestKind},
	Config, Error, Event, ForcedRequests, Pallet, Positions, UsedTrades,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
};
use sp_core::H256;
use sp_runtime::ArithmeticError;
use tidepool_primitives::PositionId;

impl<T: Config> Pallet<T> {
	/// Serves forced requests, also such whose deadline has passed.
	pub(crate) fn serve_requests(outcomes: &[(H256, ForcedOutcome)]) -> DispatchResult {
		for (id, outcome) in outcomes {
			let (id, outcome) = (*id, *outcome);
			let request = ForcedRequests::<T>::get(id).ok_or(Error::<T>::RequestNotFound)?;
			Self::serve(id, &request, outcome)?;
			ForcedRequests::<T>::remove(id);
			Self::close_request_of(request.kind.position())?;
			Self::deposit_event(Event::ForcedRequestServed { id, outcome });
		}
		Ok(())
	}

	/// What an outcome changes besides ending the request. Margins and trades are the operator's word: profit and loss of a
	/// trade arrive in settlements.
	fn serve(id: H256, request: &ForcedRequest, outcome: ForcedOutcome) -> DispatchResult {
		use ForcedOutcome::{Executed, Rejected};
		match (&request.kind, outcome) {
			(RequestKind::Withdrawal { key, position, amount }, Executed) => {
				Self::credit_withdrawal(key, *position, *amount)
			},
			(
				RequestKind::Withdrawal { position, amount, .. },
				Rejected(RejectionReason::InsufficientEquity),
			) => {
				let equity = Self::equity_of(*position)?;
				ensure!(equity < *amount, Error::<T>::RejectionNotJustified);
				Ok(())
			},
			(RequestKind::Withdrawal { .. }, Rejected(RejectionReason::MarginRequirement)) => Ok(()),
			(RequestKind::Trade { args, .. }, Executed | Rejected(RejectionReason::TradeNotExecutable)) => {
				UsedTrades::<T>::insert(id, args.submission_expiration);
				Ok(())
			},
			_ => Err(Error::<T>::InvalidOutcome.into()),
		}
	}

	fn equity_of(position: PositionId) -> Result<u64, DispatchError> {
		Ok(Positions::<T>::get(position).ok_or(Error::<T>::PositionKeyMismatch)?.equity)
	}

	fn close_request_of(position: PositionId) -> DispatchResult {
		Self::change_position(position, |record| {
			record.open_forced = record.open_forced.checked_sub(1).ok_or(ArithmeticError::Underflow)?;
			Ok(())
		})
	}
}
