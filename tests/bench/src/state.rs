//! Makes the state in which is measured: a development chain with so many stakers, on which 100 shortfalls were
//! recorded and one more waits to be. Everything happens by real calls, executed natively.

use crate::people::{bystander, Subject, SHORTFALLS};
use frame_support::assert_ok;
use pallet_assets::Call as AssetsCall;
use pallet_balances::Call as BalancesCall;
use pallet_liquidity_staking::{Pool, Stakers};
use pallet_stark_proxy::Call as ProxyCall;
use sp_core::Blake2Hasher;
use sp_runtime::MultiAddress;
use sp_state_machine::InMemoryBackend;
use tidepool_integration_tests::{
	borrowers::{attempt, mark_debt, request, stake},
	common::{alice, chain, epoch_start, named, now, set_time, usdc},
};
use tidepool_runtime::{AccountId, LiquidityStaking, Runtime, StarkProxy, System, DYDX};

/// The epoch in which everybody stakes.
const FIRST_EPOCH: u64 = 1_000;
/// What the most burdened subjects have not settled.
const MOST_SHORTFALLS: u32 = SHORTFALLS[SHORTFALLS.len() - 1];
/// The proxies of a development chain: all of the pool is theirs.
const BORROWERS: [&str; 5] = ["Wintermute", "AmberGroup", "WooNetwork", "Sixtant", "DatTrading"];
/// The owner of USDC on a development chain.
const ISSUER: &str = "UsdcIssuer";
pub const USDC_ASSET: u32 = 1;

/// What a staker gets and stakes half of.
const PURSE: u128 = usdc(2_000);
const STAKE: u128 = PURSE / 2;
/// What a subject requests, and with it becomes exposed to shortfalls.
const REQUEST: u128 = usdc(100);
/// What Alice stakes.
const ALICE_STAKE: u128 = usdc(1_000_000);
/// What she requests before anything is lent. Shortfalls are spread over it, so that each takes little.
const CUSHION: u128 = usdc(500_000);
/// What she requests in every epoch after that. Nobody repays, so it becomes the shortfall of the next epoch.
const EBB: u128 = usdc(1_000);

/// More subjects than this would not make it any more certain that reads find cold caches.
const MOST_SUBJECTS: u32 = 256;
/// How many stakers arrive before the changes are committed: bounds the memory.
const PORTION: u32 = 50_000;

/// A chain in the middle of an epoch.
pub struct State {
	chain: sp_io::TestExternalities,
	/// Accounts with stake.
	pub stakers: u32,
	/// How many subjects there are with each number of unsettled shortfalls.
	pub subjects: u32,
	/// How many stakers do nothing else.
	bystanders: u32,
}

impl State {
	/// Makes a chain with `stakers` stakers. As many of them are subjects as there are rounds, if there is room.
	pub fn new(stakers: u32, rounds: u32) -> Self {
		let classes = SHORTFALLS.len() as u32;
		let subjects = (stakers / (2 * classes)).min(rounds).clamp(1, MOST_SUBJECTS);
		// One more staker is Alice.
		let bystanders = stakers - classes * subjects - 1;
		let mut state = Self { chain: chain("development"), stakers, subjects, bystanders };
		state.arrive();
		state.run_into_debt();
		state.check();
		state
	}

	/// What the runtime is executed on.
	pub fn backend(&self) -> &InMemoryBackend<Blake2Hasher> {
		&self.chain.backend
	}

	/// Looks at the chain, or signs something for it.
	pub fn with<R>(&mut self, look: impl FnOnce() -> R) -> R {
		self.chain.execute_with(look)
	}

	/// The subject for round `round` among those with so many unsettled shortfalls.
	pub fn subject(&self, shortfalls: u32, round: u32) -> Subject {
		Subject { shortfalls, number: round % self.subjects }
	}

	/// Somebody else for round `round`, far from those of other rounds.
	pub fn somebody(&self, round: u32) -> AccountId {
		const STEP: u64 = 7_919;
		bystander((u64::from(round) * STEP % u64::from(self.bystanders)) as u32)
	}

	/// Everybody stakes; Alice at once requests what shortfalls will be spread over.
	fn arrive(&mut self) {
		// Once: deriving it takes longer than a stake.
		let issuer = named(ISSUER);
		self.step(|| set_time(epoch_start(FIRST_EPOCH)));
		for first in (0..self.bystanders).step_by(PORTION as usize) {
			let portion = first..self.bystanders.min(first.saturating_add(PORTION));
			self.step(|| portion.for_each(|number| settle_in(&issuer, &bystander(number))));
			// Nodes that were replaced would stay in memory.
			self.chain.backend.backend_storage_mut().purge();
		}
		for shortfalls in SHORTFALLS {
			let subjects = 0..self.subjects;
			self.step(|| subjects.for_each(|number| welcome(&issuer, Subject { shortfalls, number })));
		}
		self.step(|| {
			stake(&alice(), ALICE_STAKE);
			request(&alice(), CUSHION);
		});
	}

	/// The borrowers take all there is, and from then on more and more stake is requested and nothing repaid.
	fn run_into_debt(&mut self) {
		self.step(|| {
			next_epoch();
			(0u32..).zip(BORROWERS).for_each(|(proxy, owner)| borrow_all(proxy, owner));
		});
		for recorded in 0..=MOST_SHORTFALLS {
			let exposed = SHORTFALLS.into_iter().find(|shortfalls| *shortfalls == MOST_SHORTFALLS - recorded);
			let numbers = 0..self.subjects;
			self.step(|| {
				if recorded > 0 {
					next_epoch();
					mark_debt(&[0, 1, 2, 3, 4]);
				}
				request(&alice(), EBB);
				if let Some(shortfalls) = exposed {
					numbers.for_each(|number| request(&Subject { shortfalls, number }.account(), REQUEST));
				}
			});
		}
		// Something is requested in the last epoch too: a roll has most to do when the active balance changes with it.
		self.step(|| {
			next_epoch();
			request(&alice(), EBB);
		});
	}

	/// The state is what the figures will be said to be of.
	fn check(&mut self) {
		let (stakers, subjects) = (self.stakers, self.subjects);
		self.step(|| {
			assert_eq!(Stakers::<Runtime>::iter_keys().count(), stakers as usize);
			let recorded = Pool::<Runtime>::get().shortfall_count;
			assert_eq!(recorded, MOST_SHORTFALLS);
			assert!(LiquidityStaking::current_shortfall() > 0, "there must be something to mark");
			for shortfalls in SHORTFALLS {
				for number in 0..subjects {
					let record = Stakers::<Runtime>::get(Subject { shortfalls, number }.account());
					assert_eq!(recorded - record.inactive.shortfall_counter, shortfalls);
				}
			}
		});
	}

	/// Lets something happen and commits it to the trie.
	fn step(&mut self, happen: impl FnOnce()) {
		self.chain.execute_with(|| {
			happen();
			System::reset_events();
		});
		self.chain.commit_all().expect("nothing has failed before");
	}
}

/// Somebody gets USDC and stakes half of it.
fn settle_in(issuer: &AccountId, account: &AccountId) {
	let beneficiary = MultiAddress::Id(account.clone());
	let mint = AssetsCall::<Runtime>::mint { id: USDC_ASSET, beneficiary, amount: PURSE };
	assert_ok!(attempt(issuer, mint));
	stake(account, STAKE);
}

/// A subject also needs DYDX for fees.
fn welcome(issuer: &AccountId, subject: Subject) {
	let dest = MultiAddress::Id(subject.account());
	let endow = BalancesCall::<Runtime>::transfer_keep_alive { dest, value: 10 * DYDX };
	assert_ok!(attempt(&alice(), endow));
	settle_in(issuer, &subject.account());
}

fn borrow_all(proxy: u32, owner: &str) {
	let amount = LiquidityStaking::borrowable_amount(StarkProxy::proxy_account(proxy));
	assert_ok!(attempt(&named(owner), ProxyCall::<Runtime>::borrow { proxy, amount }));
}

fn next_epoch() {
	set_time(now() + LiquidityStaking::time_remaining_in_current_epoch().expect("epochs run"));
}
