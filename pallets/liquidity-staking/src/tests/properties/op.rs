//! What a random sequence consists of, and how it is drawn.

use super::oracle::Oracle;
use crate::{mock::*, types::Role};
use proptest::prelude::*;
use tidepool_primitives::{Balance, Epoch, Seconds};

/// Borrowers to begin with; anybody can become one.
pub const LENT_TO: [AccountId; 2] = [BORROWER, BORROWER + 1];

/// Accounts that take part. The last three start without any tokens.
pub const PEOPLE: [AccountId; 8] = [ALICE, BOB, CAROL, DAVE, EVE, PAUPER, LENT_TO[0], LENT_TO[1]];

/// Whom allocation units move between: the unallocated rest, the borrowers and two others.
const TARGETS: [Option<AccountId>; 8] = [
	None,
	Some(LENT_TO[0]),
	Some(LENT_TO[1]),
	Some(EVE),
	Some(LENT_TO[0]),
	Some(LENT_TO[1]),
	None,
	Some(PAUPER),
];

/// Most entries of a list.
pub const LIST: usize = 4;

/// An amount in relation to the most that an operation could use.
#[derive(Clone, Copy, Debug)]
pub enum Amount {
	Exactly(Balance),
	Half,
	Max,
	MaxPlusOne,
	Absurd,
}

impl Amount {
	fn of(self, max: Balance) -> Balance {
		match self {
			Amount::Exactly(amount) => amount,
			Amount::Half => max / 2,
			Amount::Max => max,
			Amount::MaxPlusOne => max.saturating_add(1),
			Amount::Absurd => Balance::MAX,
		}
	}
}

/// A point in time in relation to the schedule; the shift is -1, 0 or +1 second.
#[derive(Clone, Copy, Debug)]
pub enum When {
	After(Seconds),
	/// The end of the running epoch, or of a later one.
	Epoch {
		skipped: u32,
		shift: i8,
	},
	/// The first second of the blackout of the running epoch, or of the next if it has passed.
	Blackout {
		shift: i8,
	},
	DistributionStart {
		shift: i8,
	},
	DistributionEnd {
		shift: i8,
	},
}

#[derive(Clone, Copy, Debug)]
pub enum Kind {
	Stake,
	StakeFor,
	Request,
	Withdraw,
	WithdrawToPool,
	WithdrawMax,
	Claim,
	Transfer,
	TransferFrom,
	Approve,
	Increase,
	Decrease,
	SetRate(Balance),
	SetBlackout,
	SetEpoch,
	Grant(Role),
	Revoke(Role),
	Renounce(Role),
	Donate,
	DirectTransfer,
	Borrow,
	RepayBorrow,
	RepayDebt,
	Restrict,
	MarkDebt,
	MarkOverdue,
	SetAllocations,
	SetRestriction,
	WithdrawDebt,
	WithdrawMaxDebt,
	RequestFor,
	WithdrawFor,
	ClaimFor,
	ForgiveStaker,
	ForgiveBorrower,
	FailsafeSettle,
	FailsafeDelete,
	Settle,
	Wait,
	/// Everything that makes a pool insolvent, in a row.
	Crisis,
}

/// A step before it is known in which state it is taken.
#[derive(Clone, Copy, Debug)]
pub struct Op {
	pub kind: Kind,
	/// Numbers of three accounts; which of them matter depends on the kind.
	pub who: [usize; 3],
	pub amount: Amount,
	pub when: When,
}

/// A step with everything filled in.
#[derive(Clone, Copy, Debug)]
pub enum Action {
	Stake { payer: AccountId, staker: AccountId, amount: Balance },
	Request { staker: AccountId, amount: Balance },
	Withdraw { staker: AccountId, recipient: AccountId, amount: Balance },
	WithdrawMax { staker: AccountId, recipient: AccountId },
	Claim { staker: AccountId, recipient: AccountId },
	Transfer { from: AccountId, to: AccountId, amount: Balance },
	TransferFrom { spender: AccountId, owner: AccountId, to: AccountId, amount: Balance },
	Approve { owner: AccountId, spender: AccountId, amount: Balance },
	Increase { owner: AccountId, spender: AccountId, amount: Balance },
	Decrease { owner: AccountId, spender: AccountId, amount: Balance },
	SetRate { caller: AccountId, rate: Balance },
	SetBlackout { caller: AccountId, window: Seconds },
	SetEpoch { caller: AccountId, interval: Seconds, offset: Seconds },
	Grant { caller: AccountId, role: Role, account: AccountId },
	Revoke { caller: AccountId, role: Role, account: AccountId },
	Renounce { caller: AccountId, role: Role },
	Donate { from: AccountId, amount: Balance },
	DirectTransfer { from: AccountId, to: AccountId, amount: Balance },
	Borrow { borrower: AccountId, amount: Balance },
	RepayBorrow { payer: AccountId, borrower: AccountId, amount: Balance },
	RepayDebt { payer: AccountId, borrower: AccountId, amount: Balance },
	Restrict { borrower: AccountId },
	MarkDebt { list: [AccountId; LIST], length: usize },
	SetAllocations { caller: AccountId, list: [(Option<AccountId>, u16); LIST], length: usize },
	SetRestriction { caller: AccountId, borrower: AccountId, restricted: bool },
	WithdrawDebt { staker: AccountId, recipient: AccountId, amount: Balance },
	WithdrawMaxDebt { staker: AccountId, recipient: AccountId },
	RequestFor { caller: AccountId, staker: AccountId, amount: Balance },
	WithdrawFor { caller: AccountId, staker: AccountId, recipient: AccountId, amount: Balance },
	ClaimFor { caller: AccountId, staker: AccountId, recipient: AccountId },
	ForgiveStaker { caller: AccountId, staker: AccountId, amount: Balance },
	ForgiveBorrower { caller: AccountId, borrower: AccountId, amount: Balance },
	FailsafeSettle { staker: AccountId, max_epoch: Epoch },
	FailsafeDelete { staker: AccountId },
	Settle { staker: AccountId },
	Wait { until: Seconds },
}

impl Op {
	/// The single steps of a crisis: borrowers that are free to do so borrow all they can, stakers leave, and the debt is
	/// marked in the first second of the next epoch. Any other step as it is.
	pub fn expand(self) -> Vec<Op> {
		if !matches!(self.kind, Kind::Crisis) {
			return vec![self];
		}
		let [a, b, _] = self.who;
		let next_epoch = When::Epoch { skipped: 0, shift: 0 };
		let step = |kind, who, amount| Op { kind, who, amount, when: next_epoch };
		vec![
			step(Kind::Wait, self.who, self.amount),
			step(Kind::SetRestriction, [1, 1, 1], self.amount),
			step(Kind::SetRestriction, [1, 2, 1], self.amount),
			step(Kind::Stake, [a, b, 0], Amount::Exactly(1_000)),
			step(Kind::Borrow, [a, 1, 1], Amount::Max),
			step(Kind::Borrow, [a, 2, 1], Amount::Max),
			step(Kind::Request, [a, b, 0], self.amount),
			step(Kind::Request, [b, a, 0], Amount::Max),
			step(Kind::Wait, self.who, self.amount),
			step(Kind::MarkDebt, self.who, self.amount),
			step(Kind::MarkOverdue, self.who, self.amount),
		]
	}

	/// The step in the present state.
	pub fn resolve(&self, state: &Oracle) -> Action {
		let [a, b, c] = self.who.map(|number| PEOPLE[number]);
		let amount = |max| self.amount.of(max);
		// Mostly somebody who owes something.
		let borrower = if self.who[1] == 0 { c } else { LENT_TO[self.who[1] % 2] };
		let admin = if self.who[2] == 0 { a } else { GOVERNANCE };
		match self.kind {
			Kind::Stake => Action::Stake { payer: a, staker: a, amount: amount(state.person(a).usdc) },
			Kind::StakeFor => Action::Stake { payer: a, staker: b, amount: amount(state.person(a).usdc) },
			Kind::Request => Action::Request { staker: a, amount: amount(state.person(a).free()) },
			Kind::Withdraw => {
				Action::Withdraw { staker: a, recipient: b, amount: amount(state.withdrawable(a)) }
			},
			Kind::WithdrawToPool => Action::Withdraw {
				staker: a,
				recipient: pool_account(),
				amount: amount(state.withdrawable(a)),
			},
			Kind::WithdrawMax => Action::WithdrawMax { staker: a, recipient: b },
			Kind::Claim => Action::Claim { staker: a, recipient: b },
			Kind::Transfer => Action::Transfer { from: a, to: b, amount: amount(state.person(a).free()) },
			Kind::TransferFrom => {
				let max = state.person(a).free().min(state.allowance(a, c));
				Action::TransferFrom { spender: c, owner: a, to: b, amount: amount(max) }
			},
			Kind::Approve => Action::Approve { owner: a, spender: b, amount: amount(state.person(a).active) },
			Kind::Increase => {
				Action::Increase { owner: a, spender: b, amount: amount(state.person(a).active) }
			},
			Kind::Decrease => {
				Action::Decrease { owner: a, spender: b, amount: amount(state.allowance(a, b)) }
			},
			Kind::SetRate(rate) => Action::SetRate { caller: admin, rate },
			Kind::SetBlackout => {
				let window = amount((state.interval / 2).into()).try_into().unwrap_or(Seconds::MAX);
				Action::SetBlackout { caller: admin, window }
			},
			Kind::SetEpoch => self.resolve_schedule(state, admin),
			Kind::Grant(role) => Action::Grant { caller: admin, role, account: b },
			Kind::Revoke(role) => Action::Revoke { caller: admin, role, account: b },
			Kind::Renounce(role) => Action::Renounce { caller: admin, role },
			Kind::Donate => Action::Donate { from: a, amount: amount(state.person(a).usdc).max(1) },
			Kind::DirectTransfer => {
				Action::DirectTransfer { from: a, to: b, amount: amount(state.mirror(a)) }
			},
			Kind::Borrow => Action::Borrow { borrower, amount: amount(state.borrowable(borrower)) },
			Kind::RepayBorrow => {
				let payer = if self.who[2] < 4 { borrower } else { a };
				Action::RepayBorrow { payer, borrower, amount: amount(state.debtor(borrower).borrowed) }
			},
			Kind::RepayDebt => {
				let payer = if self.who[2] < 4 { borrower } else { a };
				Action::RepayDebt { payer, borrower, amount: amount(state.debtor(borrower).debt) }
			},
			Kind::Restrict => Action::Restrict { borrower },
			Kind::MarkDebt => {
				let list = [a, b, c, borrower];
				Action::MarkDebt { list, length: self.who[0] % (LIST + 1) }
			},
			Kind::MarkOverdue => {
				let (first, second) = (LENT_TO[self.who[0] % 2], LENT_TO[1 - self.who[0] % 2]);
				Action::MarkDebt { list: [first, second, EVE, PAUPER], length: LIST }
			},
			Kind::SetAllocations => self.resolve_allocations(state, admin),
			Kind::SetRestriction => {
				Action::SetRestriction { caller: admin, borrower, restricted: self.who[0] == 0 }
			},
			Kind::WithdrawDebt => {
				let max = state.person(a).debt.min(state.pot);
				Action::WithdrawDebt { staker: a, recipient: b, amount: amount(max) }
			},
			Kind::WithdrawMaxDebt => Action::WithdrawMaxDebt { staker: a, recipient: b },
			Kind::RequestFor => {
				Action::RequestFor { caller: admin, staker: a, amount: amount(state.person(a).free()) }
			},
			Kind::WithdrawFor => Action::WithdrawFor {
				caller: admin,
				staker: a,
				recipient: b,
				amount: amount(state.withdrawable(a)),
			},
			Kind::ClaimFor => Action::ClaimFor { caller: admin, staker: a, recipient: b },
			Kind::ForgiveStaker => {
				Action::ForgiveStaker { caller: admin, staker: a, amount: amount(state.person(a).debt) }
			},
			Kind::ForgiveBorrower => {
				let max = state.debtor(borrower).debt;
				Action::ForgiveBorrower { caller: admin, borrower, amount: amount(max) }
			},
			Kind::FailsafeSettle => self.resolve_failsafe(state, a),
			Kind::FailsafeDelete => Action::FailsafeDelete { staker: a },
			Kind::Settle => Action::Settle { staker: a },
			Kind::Crisis => unreachable!("a crisis is taken step by step"),
			Kind::Wait => Action::Wait { until: self.resolve_time(state) },
		}
	}

	/// A schedule at and around the limits of what is allowed now.
	fn resolve_schedule(&self, state: &Oracle, caller: AccountId) -> Action {
		let lengths = [
			state.interval,
			2 * state.window,
			2 * state.window - 1,
			state.interval + 7,
			state.max_epoch,
			state.max_epoch + 1,
		];
		let interval = lengths[self.who[0] % lengths.len()];
		let Some(epoch) = state.epoch else {
			let offset = [state.now - 1, state.now, state.now + 1, state.now + interval];
			return Action::SetEpoch { caller, interval, offset: offset[self.who[1] % 4] };
		};
		let into_epoch = [
			0,
			interval.saturating_sub(state.window + 1),
			interval.saturating_sub(state.window),
			interval,
			interval / 3,
			state.now - (state.epoch_end - state.interval),
		];
		let passed = u64::from(epoch) * interval + into_epoch[self.who[1] % into_epoch.len()];
		let offset =
			if self.who[0] == self.who[1] { state.now + 1 } else { state.now.saturating_sub(passed) };
		Action::SetEpoch { caller, interval, offset }
	}

	/// Moves units from one target to another; now and then a unit too many, a target twice or a bystander.
	fn resolve_allocations(&self, state: &Oracle, caller: AccountId) -> Action {
		let [from, to] = [self.who[0], self.who[1]].map(|number| TARGETS[number]);
		let available = state.units(from).1;
		let moved = u16::try_from(self.amount.of(available.into())).unwrap_or(u16::MAX).min(available);
		let gained = state.units(to).1.saturating_add(moved);
		let flaw = u16::from(self.who[2] == 5);
		let bystander = (Some(CAROL), state.units(Some(CAROL)).1);
		let list = [(from, available - moved), (to, gained + flaw), bystander, bystander];
		let length = [2, 2, 2, 3, 2, 2, 4, 0][self.who[2]];
		Action::SetAllocations { caller, list, length }
	}

	/// Epochs at and around those that matter to the record.
	fn resolve_failsafe(&self, state: &Oracle, staker: AccountId) -> Action {
		let (epoch, looked_at) = (state.epoch.unwrap_or_default(), state.person(staker).looked_at);
		let fits = state.last_that_fits(staker);
		let choices = [
			looked_at,
			looked_at.saturating_sub(1),
			looked_at + 1,
			epoch,
			epoch + 1,
			fits,
			fits + 1,
			epoch.saturating_sub(1),
		];
		Action::FailsafeSettle { staker, max_epoch: choices[self.who[1]] }
	}

	fn resolve_time(&self, state: &Oracle) -> Seconds {
		let shifted = |time: Seconds, shift: i8| time.saturating_add_signed(shift.into());
		let until = match self.when {
			When::After(seconds) => state.now + seconds,
			When::Epoch { skipped, shift } => {
				shifted(state.epoch_end + u64::from(skipped) * state.interval, shift)
			},
			When::Blackout { shift } => {
				let start = shifted(state.epoch_end - state.window, shift);
				if start > state.now {
					start
				} else {
					start + state.interval
				}
			},
			When::DistributionStart { shift } => shifted(state.distribution.start, shift),
			When::DistributionEnd { shift } => shifted(state.distribution.end, shift),
		};
		until.max(state.now)
	}
}

fn amount() -> impl Strategy<Value = Amount> {
	prop_oneof![
		4 => (0..=3u128).prop_map(Amount::Exactly),
		4 => (4..2_000u128).prop_map(Amount::Exactly),
		2 => (1_000_000..1_000_000_000_000u128).prop_map(Amount::Exactly),
		2 => Just(Amount::Half),
		4 => Just(Amount::Max),
		2 => Just(Amount::MaxPlusOne),
		1 => Just(Amount::Absurd),
	]
}

fn when() -> impl Strategy<Value = When> {
	let shift = || -1..=1i8;
	prop_oneof![
		4 => prop_oneof![Just(0), Just(1), Just(2), Just(6), 7..2_000u64].prop_map(When::After),
		9 => shift().prop_map(|shift| When::Epoch { skipped: 0, shift }),
		2 => (1..60u32, shift()).prop_map(|(skipped, shift)| When::Epoch { skipped, shift }),
		3 => shift().prop_map(|shift| When::Blackout { shift }),
		1 => shift().prop_map(|shift| When::DistributionStart { shift }),
		1 => shift().prop_map(|shift| When::DistributionEnd { shift }),
	]
}

fn rate() -> impl Strategy<Value = Balance> {
	let extreme = Balance::MAX / Balance::from(DISTRIBUTION);
	prop_oneof![
		4 => prop_oneof![Just(0), Just(1), Just(100), Just(100_001), Just(PRODUCTION_RATE)],
		1 => prop_oneof![Just(extreme), Just(extreme + 1), Just(Balance::MAX)],
	]
}

fn role() -> impl Strategy<Value = Role> {
	prop_oneof![
		Just(Role::Owner),
		Just(Role::EpochParameters),
		Just(Role::RewardsRate),
		Just(Role::BorrowerAdmin),
		Just(Role::ClaimOperator),
		Just(Role::StakeOperator),
		Just(Role::DebtOperator),
	]
}

fn lending() -> impl Strategy<Value = Kind> {
	prop_oneof![
		9 => Just(Kind::Borrow),
		3 => Just(Kind::RepayBorrow),
		3 => Just(Kind::SetAllocations),
		1 => Just(Kind::Restrict),
		2 => Just(Kind::SetRestriction),
	]
}

fn debt() -> impl Strategy<Value = Kind> {
	prop_oneof![
		1 => Just(Kind::MarkDebt),
		5 => Just(Kind::MarkOverdue),
		2 => Just(Kind::RepayDebt),
		1 => Just(Kind::WithdrawDebt),
		1 => Just(Kind::WithdrawMaxDebt),
	]
}

fn operators() -> impl Strategy<Value = Kind> {
	prop_oneof![
		Just(Kind::RequestFor),
		Just(Kind::WithdrawFor),
		Just(Kind::ClaimFor),
		Just(Kind::ForgiveStaker),
		Just(Kind::ForgiveBorrower),
	]
}

fn failsafe() -> impl Strategy<Value = Kind> {
	prop_oneof![4 => Just(Kind::FailsafeSettle), 1 => Just(Kind::FailsafeDelete), 4 => Just(Kind::Settle)]
}

fn kind() -> impl Strategy<Value = Kind> {
	prop_oneof![
		12 => Just(Kind::Stake),
		4 => Just(Kind::StakeFor),
		14 => Just(Kind::Request),
		6 => Just(Kind::Withdraw),
		1 => Just(Kind::WithdrawToPool),
		4 => Just(Kind::WithdrawMax),
		6 => Just(Kind::Claim),
		8 => Just(Kind::Transfer),
		4 => Just(Kind::TransferFrom),
		2 => Just(Kind::Approve),
		1 => Just(Kind::Increase),
		1 => Just(Kind::Decrease),
		2 => rate().prop_map(Kind::SetRate),
		1 => Just(Kind::SetBlackout),
		3 => Just(Kind::SetEpoch),
		1 => prop_oneof![role().prop_map(Kind::Grant), role().prop_map(Kind::Revoke), role().prop_map(Kind::Renounce)],
		3 => Just(Kind::Donate),
		1 => Just(Kind::DirectTransfer),
		18 => lending(),
		10 => debt(),
		3 => operators(),
		3 => failsafe(),
		18 => Just(Kind::Wait),
		6 => Just(Kind::Crisis),
	]
}

/// One step.
pub fn op() -> impl Strategy<Value = Op> {
	let who = proptest::array::uniform3(0..PEOPLE.len());
	(kind(), who, amount(), when()).prop_map(|(kind, who, amount, when)| Op { kind, who, amount, when })
}
