//! The invariants of section 8 of the specification that the state alone can tell of, checked over all of it. Off-chain
//! cost only.

use crate::{
	messages::{forced_trade_id, forced_withdrawal_id},
	signature::is_valid_key,
	types::{ForcedRequest, Position, RequestKind},
	Config, ForcedInBlock, ForcedRequests, Frozen, KeyCount, KeyOwner, KeysOf, LastState,
	LastUnfreezeAllowedAt, NextPositionId, OperatorCount, Operators, Pallet, PendingDeposits,
	PendingWithdrawals, PositionOfKey, Positions, UsedTrades,
};
use alloc::collections::BTreeMap;
use codec::Decode;
use frame_support::{
	ensure,
	traits::{
		fungibles::Inspect,
		tokens::{DepositConsequence, Provenance},
		Get,
	},
};
use sp_core::H256;
use sp_runtime::{traits::TrailingZeroInput, TryRuntimeError};
use tidepool_primitives::{Balance, PositionId};

impl<T: Config> Pallet<T> {
	/// Checks every invariant that applies to the present state.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_foundations()?;
		Self::check_collateral()?;
		Self::check_pending_deposits()?;
		Self::check_pending_withdrawals()?;
		Self::check_keys()?;
		Self::check_key_counts()?;
		Self::check_positions()?;
		Self::check_forced_requests()?;
		Self::check_times()
	}

	/// What genesis set up and no call may undo.
	fn check_foundations() -> Result<(), TryRuntimeError> {
		let exchange = Self::exchange_account();
		ensure!(frame_system::Pallet::<T>::providers(&exchange) > 0, "5: no provider reference");
		let asset = T::CollateralAsset::get();
		ensure!(T::Assets::minimum_balance(asset.clone()) == 1, "5: minimum balance of the collateral");
		// Only a sufficient asset opens an account for somebody who holds nothing else.
		let stranger = T::AccountId::decode(&mut TrailingZeroInput::new(b"holds nothing")).ok();
		let opens = stranger.is_some_and(|stranger| {
			T::Assets::can_deposit(asset, &stranger, 1, Provenance::Extant) == DepositConsequence::Success
		});
		ensure!(opens, "5: the collateral is not sufficient");
		let operators = Operators::<T>::iter_keys().count();
		ensure!(operators as u64 == u64::from(OperatorCount::<T>::get()), "5: number of operators");
		Ok(())
	}

	/// E1. Gifts to the account do no harm.
	fn check_collateral() -> Result<(), TryRuntimeError> {
		let owed = Self::sums().sum().checked_mul(T::Quantum::get().into());
		let held = T::Assets::balance(T::CollateralAsset::get(), &Self::exchange_account());
		ensure!(owed.is_some_and(|owed| held >= owed), "E1: the exchange holds less than it owes");
		Ok(())
	}

	/// E2, and what deposits there can be.
	fn check_pending_deposits() -> Result<(), TryRuntimeError> {
		let mut total: u128 = 0;
		for (key, position, pending) in PendingDeposits::<T>::iter() {
			ensure!(pending.amount > 0, "5: an empty deposit is stored");
			ensure!(
				PositionOfKey::<T>::get(key) == Some(position),
				"6.1: a deposit for the position of another key"
			);
			ensure!(pending.cancel_requested_at <= Some(Self::now()), "6.1: cancelled in the future");
			total = sum(total, pending.amount.into())?;
		}
		ensure!(total == Self::sums().pending_deposits, "E2: total of pending deposits");
		Ok(())
	}

	fn check_pending_withdrawals() -> Result<(), TryRuntimeError> {
		let mut total: u128 = 0;
		for (key, quantized) in PendingWithdrawals::<T>::iter() {
			ensure!(quantized > 0, "5: an empty withdrawal is stored");
			ensure!(KeyOwner::<T>::contains_key(key), "E8: a withdrawal that nobody can be paid");
			total = sum(total, quantized.into())?;
		}
		ensure!(total == Self::sums().pending_withdrawals, "E2: total of pending withdrawals");
		Ok(())
	}

	/// E3: a key, its owner and its position point at each other.
	fn check_keys() -> Result<(), TryRuntimeError> {
		for (key, owner) in KeyOwner::<T>::iter() {
			ensure!(is_valid_key(&key), "E3: a key is not canonical or not on the curve");
			ensure!(KeysOf::<T>::contains_key(&owner, key), "E3: a key is not listed with its owner");
			let position = PositionOfKey::<T>::get(key).and_then(Positions::<T>::get);
			ensure!(position.is_some_and(|record| record.key == key), "E3: a key without its position");
		}
		for key in PositionOfKey::<T>::iter_keys() {
			ensure!(KeyOwner::<T>::contains_key(key), "E3: the position of a key that nobody owns");
		}
		Ok(())
	}

	/// E3: the keys of an account and their number.
	fn check_key_counts() -> Result<(), TryRuntimeError> {
		let mut counts = BTreeMap::<_, u32>::new();
		for (account, key, ()) in KeysOf::<T>::iter() {
			ensure!(KeyOwner::<T>::get(key).as_ref() == Some(&account), "E3: a key listed with a stranger");
			let count = counts.entry(account).or_default();
			*count = count.saturating_add(1);
		}
		let stored = KeyCount::<T>::iter().collect::<BTreeMap<_, _>>();
		ensure!(stored == counts, "E3: number of keys");
		Ok(())
	}

	/// E2, E3 and E4 for the positions.
	fn check_positions() -> Result<(), TryRuntimeError> {
		let mut open = BTreeMap::<PositionId, u32>::new();
		for request in ForcedRequests::<T>::iter_values() {
			let count = open.entry(request.kind.position()).or_default();
			*count = count.saturating_add(1);
		}
		let mut total: u128 = 0;
		for (number, record) in Positions::<T>::iter() {
			ensure!(number > 0 && number < NextPositionId::<T>::get(), "5: number of a position");
			Self::check_position(number, &record, open.remove(&number))?;
			total = sum(total, record.equity.into())?;
		}
		ensure!(open.is_empty(), "E4: a forced request without its position");
		ensure!(total == Self::sums().equity, "E2: total equity");
		Ok(())
	}

	fn check_position(
		number: PositionId,
		record: &Position,
		open: Option<u32>,
	) -> Result<(), TryRuntimeError> {
		ensure!(PositionOfKey::<T>::get(record.key) == Some(number), "E3: a position without its key");
		ensure!(record.open_forced == open.unwrap_or_default(), "E4: number of open requests");
		Ok(())
	}

	/// E4, and what requests there can be.
	fn check_forced_requests() -> Result<(), TryRuntimeError> {
		for (id, request) in ForcedRequests::<T>::iter() {
			let position = Positions::<T>::get(request.kind.position());
			let key = position.map(|record| record.key);
			ensure!(
				key.as_ref() == Some(request.kind.key()),
				"E4: a request with the key of another position"
			);
			ensure!(id == id_of(&request), "6.2: id of a request");
			ensure!(request.requested_at <= Self::now(), "6.2: requested in the future");
			ensure!(!UsedTrades::<T>::contains_key(id), "6.2: an open trade that was served");
		}
		let (block, _) = ForcedInBlock::<T>::get();
		let present = frame_system::Pallet::<T>::block_number();
		ensure!(block <= present, "6.2: requests counted in a future block");
		Ok(())
	}

	/// The freeze and the last batch.
	fn check_times() -> Result<(), TryRuntimeError> {
		if let Some(freeze) = Frozen::<T>::get() {
			ensure!(freeze.frozen_at <= Self::now(), "6.2: frozen in the future");
			let last = LastUnfreezeAllowedAt::<T>::get();
			ensure!(freeze.unfreeze_allowed_at == last, "6.2: end of the freeze");
		}
		let latest = Self::now().saturating_add(T::MaxSystemTimeLead::get());
		ensure!(LastState::<T>::get().system_time <= latest, "6.3: time of the last batch");
		Ok(())
	}
}

fn id_of(request: &ForcedRequest) -> H256 {
	match &request.kind {
		RequestKind::Withdrawal { key, position, amount } => forced_withdrawal_id(key, *position, *amount),
		RequestKind::Trade { args, .. } => forced_trade_id(args),
	}
}

fn sum(total: Balance, part: Balance) -> Result<Balance, TryRuntimeError> {
	total.checked_add(part).ok_or(TryRuntimeError::Other("E2: a total overflows"))
}
