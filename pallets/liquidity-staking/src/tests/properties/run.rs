//! Takes steps in the pool and in the model at once and compares the two after each.

use super::{
	checks::Memory,
	ledger::Ledger,
	op::{Action, Op, PEOPLE},
	oracle::{Oracle, Refusal},
};
use crate::{mock::*, types::Role, Allowances, Pool, RoleMembers};
use frame_support::{dispatch::DispatchResult, storage::with_transaction};
use sp_runtime::{DispatchError, StateVersion, TransactionOutcome};
use std::collections::{BTreeMap, BTreeSet};
use tidepool_primitives::{Balance, Seconds};

/// What is fixed for a sequence of steps.
#[derive(Clone, Debug)]
pub struct Setup {
	/// Interval, blackout window, and the limits of both.
	pub schedule: (Seconds, Seconds, Seconds, Seconds),
	/// Time at which the sequence begins, relative to the start of epoch zero.
	pub start: i64,
	/// Distribution of rewards, relative to the start of epoch zero.
	pub distribution: (i64, Seconds),
	pub rate: Balance,
	pub max_shortfalls: u32,
	/// Borrowers and their units.
	pub allocations: Vec<(AccountId, u16)>,
}

/// A pool, its model, and what is remembered from step to step.
pub struct Run {
	ext: sp_io::TestExternalities,
	state: State,
}

struct State {
	oracle: Oracle,
	/// Whether time passes with blocks and their hook.
	hook: bool,
	memory: Memory,
	ledger: Ledger,
	steps: usize,
	/// What was done, and with which error of the pool it failed if it did.
	seen: BTreeSet<(String, Option<&'static str>)>,
}

/// The balances of everybody and the totals, and with them what rewards are worth in all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
	pub balances: BTreeMap<AccountId, [Balance; 6]>,
	pub debtors: BTreeMap<AccountId, (Balance, Balance, bool, u16, u16)>,
	pub totals: [Balance; 9],
	pub rewards: BTreeMap<AccountId, Balance>,
}

impl Run {
	pub fn new(setup: &Setup, hook: bool) -> Self {
		let (interval, blackout, min_blackout, max_epoch) = setup.schedule;
		let (start, length) = setup.distribution;
		let mut genesis = None;
		let ext = ExtBuilder::default()
			.rate(setup.rate)
			.schedule(interval, OFFSET, blackout)
			.max_shortfalls(setup.max_shortfalls)
			.start(OFFSET.saturating_add_signed(setup.start))
			.genesis(|pool| {
				(pool.min_blackout_window, pool.max_epoch_length) = (min_blackout, max_epoch);
				pool.distribution_start = OFFSET.saturating_add_signed(start);
				pool.distribution_end = pool.distribution_start + length;
				pool.allocations = setup.allocations.clone();
				for role in [Role::ClaimOperator, Role::StakeOperator, Role::DebtOperator] {
					pool.roles.push((role, GOVERNANCE));
				}
				genesis = Some(Oracle::at_genesis(pool, setup.max_shortfalls));
			})
			.build();
		let mut oracle = genesis.expect("set above");
		let begin = Action::Wait { until: OFFSET.saturating_add_signed(setup.start) };
		oracle.apply(&begin, 0).expect("time can pass");
		let (memory, ledger) = (Memory::default(), Ledger::default());
		Self { ext, state: State { oracle, hook, memory, ledger, steps: 0, seen: BTreeSet::new() } }
	}

	/// Takes one step and compares pool and model.
	pub fn step(&mut self, op: &Op) {
		let Self { ext, state } = self;
		ext.execute_with(|| {
			for op in op.expand() {
				let action = op.resolve(&state.oracle);
				// Every second step in time is followed by another block of the same second.
				state.take(&action, op.who[0] % 2);
			}
		});
	}

	/// What was done, and with which error of the pool it failed if it did.
	pub fn seen(&self) -> &BTreeSet<(String, Option<&'static str>)> {
		&self.state.seen
	}

	/// How many steps were taken, those that failed included.
	pub fn steps(&self) -> usize {
		self.state.steps
	}

	/// A call that only settles, as far as it succeeds.
	pub fn settle(&mut self, account: AccountId, kind: usize) {
		let state = &mut self.state;
		self.ext.execute_with(|| {
			let action = match kind {
				0 => Action::Stake { payer: account, staker: account, amount: 0 },
				1 => Action::Transfer { from: account, to: account, amount: 0 },
				2 => Action::Request { staker: account, amount: 0 },
				3 => Action::Withdraw { staker: account, recipient: account, amount: 0 },
				4 => Action::Settle { staker: account },
				5 => Action::WithdrawDebt { staker: account, recipient: account, amount: 0 },
				_ => Action::Claim { staker: account, recipient: account },
			};
			state.take(&action, 0);
		});
	}

	pub fn snapshot(&mut self) -> Snapshot {
		let oracle = &self.state.oracle;
		self.ext.execute_with(|| Snapshot {
			balances: PEOPLE.map(|account| (account, balances(account))).into(),
			debtors: PEOPLE.map(|account| (account, debtor(account))).into(),
			totals: totals(),
			rewards: PEOPLE
				.map(|account| {
					let claimable = LiquidityStaking::claimable_rewards(account);
					(account, oracle.person(account).claimed + claimable)
				})
				.into(),
		})
	}

	/// Reward units by which an account may be below its exact share so far.
	pub fn dust_bound(&self, account: AccountId) -> Balance {
		self.state.memory.dust_bound(account, self.state.oracle.person(account).active)
	}
}

impl State {
	fn take(&mut self, action: &Action, extra_blocks: usize) {
		self.steps += 1;
		let context = format!("step {}: {action:?}", self.steps);
		self.memory.before_step(&self.oracle);
		System::reset_events();
		let claimable = match action {
			Action::Claim { staker, .. } | Action::ClaimFor { staker, .. } => {
				LiquidityStaking::claimable_rewards(*staker)
			},
			_ => 0,
		};
		let expected = self.oracle.apply(action, claimable);
		// Every fourth step, because it takes as long as all the rest.
		let root = || self.steps.is_multiple_of(4).then(|| sp_io::storage::root(StateVersion::V1));
		let before = root();
		let result = perform(action, self.hook, extra_blocks);
		if result.is_err() {
			assert_eq!(before, root(), "{context}: a failed call changes nothing");
		}
		self.note(action, &result);
		match (expected, result) {
			(Ok(()), Ok(())) => {},
			(Err(Refusal::Pool(expected)), Err(error)) => assert_eq!(expected, error, "{context}"),
			(Err(Refusal::Other), Err(error)) => {
				assert!(is_of_a_token(&error, action, claimable), "{context}: {error:?}")
			},
			// Nothing comes of it whether it succeeds or not.
			(_, _) if matches!(action, Action::DirectTransfer { .. }) => {},
			(expected, result) => panic!("{context}: expected {expected:?}, got {result:?}"),
		}
		let events = pool_events();
		self.ledger.read(&events, &context);
		self.memory.read_events(events, &self.oracle, &context);
		self.compare(&context);
		self.memory.check_borrowers(&self.oracle, &context);
		self.memory.check_progress(&context);
		self.memory.check_rewards(&self.oracle, &context);
		if self.oracle.epoch.is_some() {
			self.check_claims(&context);
		}
		LiquidityStaking::do_try_state().unwrap_or_else(|error| panic!("{context}: {error:?}"));
	}

	fn note(&mut self, action: &Action, result: &DispatchResult) {
		let name =
			format!("{action:?}").split_once(' ').map_or_else(String::new, |(name, _)| name.to_owned());
		let error = match result {
			Err(DispatchError::Module(module)) if module.index == 4 => module.message,
			_ => None,
		};
		if result.is_ok() || error.is_some() {
			self.seen.insert((name, error));
		}
	}

	/// Everything the model knows is what the pool says.
	fn compare(&self, context: &str) {
		let oracle = &self.oracle;
		assert_eq!(LiquidityStaking::current_epoch(), oracle.epoch, "{context}");
		assert_eq!(LiquidityStaking::in_blackout_window(), oracle.in_blackout(), "{context}");
		let remaining = oracle.epoch.map(|_| oracle.epoch_end - oracle.now);
		assert_eq!(LiquidityStaking::time_remaining_in_current_epoch(), remaining, "{context}");
		for account in PEOPLE {
			let person = oracle.person(account);
			let expected = [
				person.active,
				person.free(),
				person.inactive,
				person.inactive + person.maturing(),
				person.debt,
				person.usdc,
			];
			assert_eq!(balances(account), expected, "{context}: balances of {account}");
			assert_eq!(LiquidityStaking::pending_withdrawal(account), person.maturing(), "{context}");
			assert_eq!(LiquidityStaking::transferable_balance(account), person.free(), "{context}");
			let balance = person.active + person.inactive;
			assert_eq!(LiquidityStaking::balance_of(account), balance, "{context}");
			let withdrawable = oracle.withdrawable(account);
			assert_eq!(LiquidityStaking::stake_available_to_withdraw(account), withdrawable, "{context}");
			assert_eq!(mirror(account), oracle.mirror(account), "{context}: mirror of {account}");
			assert_eq!(Balances::free_balance(account), person.native, "{context}: currency of {account}");
		}
		let (active, requested) = (oracle.total(|p| p.active), oracle.total(|p| p.requested));
		let expected = [
			active,
			active - requested,
			oracle.total_inactive(),
			oracle.total_inactive() + requested,
			oracle.borrowed(),
			oracle.liquidity,
			oracle.borrower_debt(),
			oracle.pot,
			active + oracle.total_inactive(),
		];
		assert_eq!(totals(), expected, "{context}: totals");
		let held = oracle.liquidity + oracle.pot + oracle.donated;
		assert_eq!(usdc(pool_account()), held, "{context}: tokens of the pool");
		assert_eq!(LiquidityStaking::current_shortfall(), oracle.shortfall(), "{context}");
		// S1: short of active balance is short of cash.
		let short_of_cash = oracle.total_inactive().saturating_sub(oracle.liquidity);
		assert_eq!(LiquidityStaking::current_shortfall(), short_of_cash, "{context}");
		self.compare_borrowers(context);
		assert_eq!(LiquidityStaking::rewards_per_second(), oracle.rate, "{context}");
		let recorded = (0..LiquidityStaking::shortfall_count())
			.filter_map(LiquidityStaking::shortfall)
			.map(|shortfall| (shortfall.epoch, shortfall.index))
			.collect::<Vec<_>>();
		assert_eq!(recorded, oracle.shortfalls, "{context}");
		let allowances =
			Allowances::<Test>::iter().map(|(owner, spender, amount)| ((owner, spender), amount));
		assert_eq!(allowances.collect::<BTreeMap<_, _>>(), oracle.allowances, "{context}");
		let roles = RoleMembers::<Test>::iter_keys().map(|(role, account)| (role as u8, account));
		assert_eq!(roles.collect::<BTreeSet<_>>(), oracle.roles, "{context}");
	}

	fn compare_borrowers(&self, context: &str) {
		let oracle = &self.oracle;
		assert_eq!(LiquidityStaking::contract_balance_available_to_borrow(), oracle.lendable(), "{context}");
		let units = |target| {
			let current = LiquidityStaking::allocation_fraction_current(target);
			(current, LiquidityStaking::allocation_fraction_next(target))
		};
		assert_eq!(units(None), oracle.unallocated, "{context}");
		let mut overdue = BTreeMap::new();
		for account in PEOPLE {
			let debtor = oracle.debtor(account);
			assert_eq!(units(Some(account)), debtor.units, "{context}: units of {account}");
			let owed = (
				LiquidityStaking::borrowed_balance(account),
				LiquidityStaking::borrower_debt_balance(account),
				LiquidityStaking::is_borrowing_restricted(account),
			);
			assert_eq!(owed, (debtor.borrowed, debtor.debt, debtor.restricted), "{context}: {account} owes");
			let allocated = (
				LiquidityStaking::allocated_balance_current(account),
				LiquidityStaking::allocated_balance_next(account),
			);
			assert_eq!(allocated, oracle.allocated(account), "{context}: share of {account}");
			let borrowable = oracle.borrowable(account);
			assert_eq!(LiquidityStaking::borrowable_amount(account), borrowable, "{context}: {account}");
			let excess = oracle.overdue_by(account);
			assert_eq!(LiquidityStaking::is_borrower_overdue(account), excess > 0, "{context}: {account}");
			if excess > 0 {
				overdue.insert(account, excess);
			}
		}
		let listed = LiquidityStaking::overdue_borrowers().into_iter().collect::<BTreeMap<_, _>>();
		assert_eq!(listed, overdue, "{context}: overdue borrowers");
		// S6: a list that covers the shortfall always exists.
		assert!(overdue.values().sum::<Balance>() >= oracle.shortfall(), "{context}: uncovered");
	}

	/// The query tells what a claim pays.
	fn check_claims(&self, context: &str) {
		// In turn: everybody's turn comes before long.
		let account = PEOPLE[self.steps % PEOPLE.len()];
		let claimable = LiquidityStaking::claimable_rewards(account);
		if claimable <= self.oracle.treasury {
			let paid = with_transaction(|| {
				let before = Balances::free_balance(ALICE);
				let result = LiquidityStaking::claim_rewards(signed(account), ALICE);
				let paid = Balances::free_balance(ALICE) - before;
				TransactionOutcome::Rollback(result.map(|()| paid))
			});
			assert_eq!(paid, Ok(claimable), "{context}: claim of {account}");
		}
	}
}

fn balances(account: AccountId) -> [Balance; 6] {
	[
		LiquidityStaking::active_balance_current(account),
		LiquidityStaking::active_balance_next(account),
		LiquidityStaking::inactive_balance_current(account),
		LiquidityStaking::inactive_balance_next(account),
		LiquidityStaking::staker_debt_balance(account),
		usdc(account),
	]
}

fn debtor(account: AccountId) -> (Balance, Balance, bool, u16, u16) {
	(
		LiquidityStaking::borrowed_balance(account),
		LiquidityStaking::borrower_debt_balance(account),
		LiquidityStaking::is_borrowing_restricted(account),
		LiquidityStaking::allocation_fraction_current(Some(account)),
		LiquidityStaking::allocation_fraction_next(Some(account)),
	)
}

fn totals() -> [Balance; 9] {
	let pool = Pool::<Test>::get();
	[
		LiquidityStaking::total_active_balance_current(),
		LiquidityStaking::total_active_balance_next(),
		LiquidityStaking::total_inactive_balance_current(),
		LiquidityStaking::total_inactive_balance_next(),
		pool.total_borrowed,
		LiquidityStaking::contract_balance_available_to_withdraw(),
		pool.total_borrower_debt,
		pool.debt_pot,
		LiquidityStaking::total_supply(),
	]
}

/// Whether somebody cannot pay or be paid. More than all tokens there are cannot even be counted.
fn is_of_a_token(error: &DispatchError, action: &Action, claimable: Balance) -> bool {
	match error {
		DispatchError::Module(module) => [2, 3].contains(&module.index),
		DispatchError::Token(_) => true,
		DispatchError::Arithmetic(_) => match *action {
			Action::Stake { amount, .. }
			| Action::Donate { amount, .. }
			| Action::RepayBorrow { amount, .. }
			| Action::RepayDebt { amount, .. } => amount > Assets::total_supply(USDC),
			// The model has added it up.
			Action::Increase { .. } => true,
			Action::Claim { .. } | Action::ClaimFor { .. } => claimable > Balances::total_issuance(),
			_ => false,
		},
		_ => false,
	}
}

fn perform(action: &Action, hook: bool, extra_blocks: usize) -> DispatchResult {
	let done = |result: frame_support::dispatch::DispatchResultWithPostInfo| {
		result.map(|_| ()).map_err(|failure| failure.error)
	};
	match *action {
		Action::Stake { payer, staker, amount } if payer == staker => {
			LiquidityStaking::stake(signed(staker), amount)
		},
		Action::Stake { payer, staker, amount } => LiquidityStaking::stake_for(signed(payer), staker, amount),
		Action::Request { staker, amount } => {
			done(LiquidityStaking::request_withdrawal(signed(staker), amount))
		},
		Action::Withdraw { staker, recipient, amount } => {
			done(LiquidityStaking::withdraw_stake(signed(staker), recipient, amount))
		},
		Action::WithdrawMax { staker, recipient } => {
			done(LiquidityStaking::withdraw_max_stake(signed(staker), recipient))
		},
		Action::Claim { staker, recipient } => LiquidityStaking::claim_rewards(signed(staker), recipient),
		Action::Transfer { from, to, amount } => LiquidityStaking::transfer(signed(from), to, amount),
		Action::TransferFrom { spender, owner, to, amount } => {
			LiquidityStaking::transfer_from(signed(spender), owner, to, amount)
		},
		Action::Approve { owner, spender, amount } => {
			LiquidityStaking::approve(signed(owner), spender, amount)
		},
		Action::Increase { owner, spender, amount } => {
			LiquidityStaking::increase_allowance(signed(owner), spender, amount)
		},
		Action::Decrease { owner, spender, amount } => {
			LiquidityStaking::decrease_allowance(signed(owner), spender, amount)
		},
		Action::SetRate { caller, rate } => LiquidityStaking::set_rewards_per_second(signed(caller), rate),
		Action::SetBlackout { caller, window } => {
			LiquidityStaking::set_blackout_window(signed(caller), window)
		},
		Action::SetEpoch { caller, interval, offset } => {
			LiquidityStaking::set_epoch_parameters(signed(caller), interval, offset)
		},
		Action::Grant { caller, role, account } => {
			LiquidityStaking::grant_role(signed(caller), role, account)
		},
		Action::Revoke { caller, role, account } => {
			LiquidityStaking::revoke_role(signed(caller), role, account)
		},
		Action::Renounce { caller, role } => LiquidityStaking::renounce_role(signed(caller), role),
		Action::Donate { from, amount } => Assets::transfer(signed(from), USDC, pool_account(), amount),
		Action::DirectTransfer { from, to, amount } => Assets::transfer(signed(from), STK_USDC, to, amount),
		Action::Borrow { borrower, amount } => LiquidityStaking::borrow(signed(borrower), amount),
		Action::RepayBorrow { payer, borrower, amount } => {
			LiquidityStaking::repay_borrow(signed(payer), borrower, amount)
		},
		Action::RepayDebt { payer, borrower, amount } => {
			LiquidityStaking::repay_debt(signed(payer), borrower, amount)
		},
		Action::Restrict { borrower } => LiquidityStaking::restrict_borrower(signed(PAUPER), borrower),
		Action::MarkDebt { list, length } => {
			let list = list[..length].to_vec().try_into().expect("short");
			done(LiquidityStaking::mark_debt(signed(PAUPER), list))
		},
		Action::SetAllocations { caller, list, length } => {
			let list = list[..length].to_vec().try_into().expect("short");
			LiquidityStaking::set_borrower_allocations(signed(caller), list)
		},
		Action::SetRestriction { caller, borrower, restricted } => {
			LiquidityStaking::set_borrowing_restriction(signed(caller), borrower, restricted)
		},
		Action::WithdrawDebt { staker, recipient, amount } => {
			done(LiquidityStaking::withdraw_debt(signed(staker), recipient, amount))
		},
		Action::WithdrawMaxDebt { staker, recipient } => {
			done(LiquidityStaking::withdraw_max_debt(signed(staker), recipient))
		},
		Action::RequestFor { caller, staker, amount } => {
			done(LiquidityStaking::request_withdrawal_for(signed(caller), staker, amount))
		},
		Action::WithdrawFor { caller, staker, recipient, amount } => {
			done(LiquidityStaking::withdraw_stake_for(signed(caller), staker, recipient, amount))
		},
		Action::ClaimFor { caller, staker, recipient } => {
			LiquidityStaking::claim_rewards_for(signed(caller), staker, recipient)
		},
		Action::ForgiveStaker { caller, staker, amount } => {
			done(LiquidityStaking::decrease_staker_debt(signed(caller), staker, amount))
		},
		Action::ForgiveBorrower { caller, borrower, amount } => {
			LiquidityStaking::decrease_borrower_debt(signed(caller), borrower, amount)
		},
		Action::FailsafeSettle { staker, max_epoch } => {
			done(LiquidityStaking::failsafe_settle_inactive_to_epoch(signed(staker), max_epoch))
		},
		Action::FailsafeDelete { staker } => {
			LiquidityStaking::failsafe_delete_inactive_balance(signed(staker))
		},
		Action::Settle { staker } => done(LiquidityStaking::settle(signed(PAUPER), staker)),
		Action::Wait { until } if hook => {
			for _ in 0..=extra_blocks {
				next_block(until);
			}
			Ok(())
		},
		Action::Wait { until } => {
			set_time(until);
			Ok(())
		},
	}
}
