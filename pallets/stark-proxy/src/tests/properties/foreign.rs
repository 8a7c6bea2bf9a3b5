//! What others do in the pool, on the exchange, and with proxies that they send something to.

use super::{
	books::Books,
	op::Op,
	steps::{keys, INSUFFICIENT, KEYS},
};
use crate::mock::*;
use pallet_stark_exchange::{
	types::{ForcedOutcome, ForcedRequest, RejectionReason, RequestKind},
	ForcedRequests,
};
use sp_core::H256;
use tidepool_primitives::{Balance, PositionId, StarkKey};

type Foreign = Option<(RuntimeCall, RuntimeOrigin)>;
type PoolCall = pallet_liquidity_staking::Call<Test>;
type ExchangeCall = pallet_stark_exchange::Call<Test>;

/// What happens in the pool.
#[derive(Clone, Copy, Debug)]
pub enum InPool {
	Stake,
	Request,
	WithdrawMax,
	WithdrawMaxDebt,
	MarkDebt,
	Restrict,
	SetRestriction(bool),
	SetAllocations,
	RepayBorrow,
	RepayDebt,
}

/// What happens on the exchange.
#[derive(Clone, Copy, Debug)]
pub enum OnExchange {
	Accept,
	Settle,
	Credit,
	Serve,
	/// A stranger triggers a payout.
	Pay,
	/// A stranger deposits for a key.
	Deposit,
	/// A stranger registers a key.
	Register,
	Freeze,
	Escape,
	Unfreeze,
}

/// What a stranger sends to a proxy.
#[derive(Clone, Copy, Debug)]
pub enum Gift {
	BorrowToken,
	OtherToken,
	/// An asset that its holder's account must exist for.
	InsufficientToken,
	Native,
}

pub fn in_pool(kind: InPool, op: &Op, books: &Books) -> Foreign {
	let staker = [S1, S2, STRANGER][op.who[1] % 3].clone();
	let borrower = proxy_account(op.proxy(books));
	let (call, by) = match kind {
		InPool::Stake => {
			// Not more than a few millions, so that shares stay in proportion.
			let amount = op.amount.of(usdc(&staker).min(1_000_000));
			(PoolCall::stake { amount }, staker)
		},
		InPool::Request => {
			let amount = op.amount.of(LiquidityStaking::transferable_balance(staker.clone()));
			(PoolCall::request_withdrawal { amount }, staker)
		},
		InPool::WithdrawMax => (PoolCall::withdraw_max_stake { recipient: staker.clone() }, staker),
		InPool::WithdrawMaxDebt => (PoolCall::withdraw_max_debt { recipient: staker.clone() }, staker),
		InPool::MarkDebt => {
			let mut borrowers = books.proxies.values().map(|proxy| proxy.account.clone()).collect::<Vec<_>>();
			if op.who[1].is_multiple_of(2) {
				borrowers.reverse();
			}
			(PoolCall::mark_debt { borrowers: borrowers.try_into().expect("few") }, STRANGER)
		},
		InPool::Restrict => (PoolCall::restrict_borrower { borrower }, STRANGER),
		InPool::SetRestriction(restricted) => {
			(PoolCall::set_borrowing_restriction { borrower, restricted }, GOVERNANCE)
		},
		InPool::SetAllocations => (allocations(op, &borrower, books), GOVERNANCE),
		InPool::RepayBorrow => {
			let amount = op.amount.of(LiquidityStaking::borrowed_balance(borrower.clone()));
			(PoolCall::repay_borrow { borrower, amount }, STRANGER)
		},
		InPool::RepayDebt => {
			let amount = op.amount.of(LiquidityStaking::borrower_debt_balance(borrower.clone()));
			(PoolCall::repay_debt { borrower, amount }, STRANGER)
		},
	};
	Some((call.into(), signed(&by)))
}

/// Moves a part of a proxy's units to the unallocated rest, or some of that to the proxy.
fn allocations(op: &Op, borrower: &AccountId, books: &Books) -> PoolCall {
	let units = |target| LiquidityStaking::allocation_fraction_next(target);
	let rest = units(None);
	let own = units(Some(borrower.clone()));
	let moved = u16::try_from(op.amount.of(own.into())).unwrap_or(u16::MAX).min(own);
	let gained = rest.min(1_000);
	let exists = books.is_proxy_account(borrower);
	let changes = if op.unusual || !exists || moved == 0 {
		vec![(None, rest - gained), (Some(borrower.clone()), own + gained)]
	} else {
		vec![(None, rest + moved), (Some(borrower.clone()), own - moved)]
	};
	PoolCall::set_borrower_allocations { changes: changes.try_into().expect("two") }
}

/// A key that is registered, and its position.
fn registered_key(op: &Op) -> Option<(StarkKey, PositionId)> {
	let known = keys().iter().filter_map(|key| Some((*key, StarkExchange::position_of_key(*key)?)));
	let known = known.collect::<Vec<_>>();
	known.get(op.who[1] % known.len().max(1)).copied()
}

/// A batch that `fill` has completed.
fn batch(fill: impl FnOnce(&mut Batch)) -> (RuntimeCall, AccountId) {
	let last = StarkExchange::last_state();
	let mut batch = Batch {
		batch_id: last.batch_id + 1,
		previous_state_root: last.state_root,
		new_state_root: H256::repeat_byte(last.batch_id as u8 + 1),
		system_time: now(),
		..Default::default()
	};
	fill(&mut batch);
	(ExchangeCall::update_state { batch }.into(), OPERATOR)
}

pub fn on_exchange(kind: OnExchange, op: &Op) -> Foreign {
	if let OnExchange::Register = kind {
		let number = op.who[1] % KEYS;
		let signature = registration(&OTHER_STRANGER, number as u8);
		let call = ExchangeCall::register_user { key: keys()[number], signature };
		return Some((call.into(), signed(&OTHER_STRANGER)));
	}
	let (key, position) = registered_key(op)?;
	let equity: Balance = StarkExchange::position(position)?.equity.into();
	let (call, by) = match kind {
		OnExchange::Accept => {
			let pending = StarkExchange::pending_deposit(key, position).map_or(0, |pending| pending.amount);
			let amount = op.amount.quantized(pending.into());
			batch(|batch| batch.deposits.try_push((key, position, amount)).expect("room"))
		},
		OnExchange::Settle => {
			let other = keys()[op.who[2] % KEYS];
			let other = StarkExchange::position_of_key(other).filter(|other| *other != position)?;
			let change = i64::try_from(op.amount.of(equity)).unwrap_or(i64::MAX);
			let mut settlements = vec![(position, -change), (other, change)];
			settlements.sort();
			batch(|batch| batch.settlements = settlements.try_into().expect("two"))
		},
		OnExchange::Credit => {
			let amount = op.amount.quantized(equity);
			batch(|batch| batch.withdrawals.try_push((key, position, amount)).expect("room"))
		},
		OnExchange::Serve => {
			let open = ForcedRequests::<Test>::iter().collect::<Vec<_>>();
			let (id, request) = *open.get(op.who[2] % open.len().max(1))?;
			batch(|batch| batch.forced.try_push((id, outcome(&request, op.unusual))).expect("room"))
		},
		OnExchange::Pay => (ExchangeCall::withdraw { key }.into(), STRANGER),
		OnExchange::Deposit => {
			let q = op.amount.quantized(1_000);
			(ExchangeCall::deposit { key, position, q }.into(), STRANGER)
		},
		OnExchange::Freeze => {
			let id = ForcedRequests::<Test>::iter_keys().next()?;
			(ExchangeCall::freeze_request { id }.into(), STRANGER)
		},
		OnExchange::Escape => (ExchangeCall::escape { position }.into(), STRANGER),
		OnExchange::Unfreeze => return Some((ExchangeCall::unfreeze {}.into(), RuntimeOrigin::root())),
		OnExchange::Register => unreachable!("done above"),
	};
	Some((call, signed(&by)))
}

/// An outcome that the exchange accepts: the usual one, or another.
fn outcome(request: &ForcedRequest, is_unusual: bool) -> ForcedOutcome {
	use ForcedOutcome::{Executed, Rejected};
	match request.kind {
		RequestKind::Trade { .. } if is_unusual => Rejected(RejectionReason::TradeNotExecutable),
		RequestKind::Trade { .. } => Executed,
		RequestKind::Withdrawal { .. } if is_unusual => Rejected(RejectionReason::MarginRequirement),
		RequestKind::Withdrawal { position, amount, .. } => {
			let equity = StarkExchange::position(position).map_or(0, |record| record.equity);
			if equity < amount {
				Rejected(RejectionReason::InsufficientEquity)
			} else {
				Executed
			}
		},
	}
}

pub fn gift(gift: Gift, op: &Op, books: &Books) -> Foreign {
	let target = proxy_account(op.proxy(books));
	let asset = match gift {
		Gift::BorrowToken => USDC,
		Gift::OtherToken => OTHER,
		Gift::InsufficientToken => INSUFFICIENT,
		Gift::Native => {
			let call = pallet_balances::Call::<Test>::transfer_allow_death { dest: target, value: ED };
			return Some((call.into(), signed(&STRANGER)));
		},
	};
	let amount = op.amount.of(100_000);
	let call = pallet_assets::Call::<Test>::transfer { id: asset, target, amount };
	Some((call.into(), signed(&STRANGER)))
}
