//! What a random sequence consists of, and how it is drawn.

use super::oracle::Oracle;
use crate::{mock::*, types::Role};
use proptest::prelude::*;
use tidepool_primitives::{Balance, Seconds};

/// Accounts that take part. The last one starts without any tokens.
pub const PEOPLE: [AccountId; 6] = [ALICE, BOB, CAROL, DAVE, EVE, PAUPER];

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
	Lend,
	RepayLoan,
	Shortfall,
	RepayDebt,
	Wait,
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
	Lend { amount: Balance },
	RepayLoan { amount: Balance },
	Shortfall { amount: Balance },
	RepayDebt { amount: Balance },
	Wait { until: Seconds },
}

impl Op {
	/// The step in the present state. What the pallet has no call for is kept within what can happen.
	pub fn resolve(&self, state: &Oracle) -> Action {
		let [a, b, c] = self.who.map(|number| PEOPLE[number]);
		let amount = |max| self.amount.of(max);
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
			Kind::Lend => Action::Lend { amount: amount(state.liquidity).min(state.liquidity) },
			Kind::RepayLoan => Action::RepayLoan { amount: amount(state.borrowed).min(state.borrowed) },
			Kind::Shortfall => {
				let most = state.total_inactive();
				Action::Shortfall { amount: amount(most).max(1).min(most) }
			},
			Kind::RepayDebt => {
				Action::RepayDebt { amount: amount(state.borrower_debt).min(state.borrower_debt) }
			},
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
		let interval = lengths[self.who[0]];
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
		let passed = u64::from(epoch) * interval + into_epoch[self.who[1]];
		let offset =
			if self.who[0] == self.who[1] { state.now + 1 } else { state.now.saturating_sub(passed) };
		Action::SetEpoch { caller, interval, offset }
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
	prop_oneof![Just(Role::Owner), Just(Role::EpochParameters), Just(Role::RewardsRate)]
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
		4 => Just(Kind::Lend),
		2 => Just(Kind::RepayLoan),
		8 => Just(Kind::Shortfall),
		1 => Just(Kind::RepayDebt),
		18 => Just(Kind::Wait),
	]
}

/// One step.
pub fn op() -> impl Strategy<Value = Op> {
	let who = proptest::array::uniform3(0..PEOPLE.len());
	(kind(), who, amount(), when()).prop_map(|(kind, who, amount, when)| Op { kind, who, amount, when })
}
