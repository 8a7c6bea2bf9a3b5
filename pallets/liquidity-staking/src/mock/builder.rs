//! The state a test starts from.

use super::*;
use crate::types::Role;
use frame_support::traits::fungible::Mutate;
use sp_runtime::BuildStorage;

/// Builds the state a test starts from. By default: production schedule, rate 0, and the first second of epoch 0.
pub struct ExtBuilder {
	start: Seconds,
	treasury: Balance,
	stakes: Vec<(AccountId, Balance)>,
	max_shortfalls: u32,
	pool: PoolGenesis,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self {
			start: OFFSET,
			treasury: TREASURY_FUNDS,
			stakes: vec![],
			max_shortfalls: DEFAULT_MAX_SHORTFALLS,
			pool: PoolGenesis {
				interval: INTERVAL,
				offset: OFFSET,
				blackout_window: BLACKOUT,
				min_blackout_window: MIN_BLACKOUT,
				max_epoch_length: MAX_EPOCH,
				distribution_start: OFFSET,
				distribution_end: DISTRIBUTION_END,
				rewards_per_second: 0,
				allocations: vec![],
				roles: [Role::Owner, Role::EpochParameters, Role::RewardsRate, Role::BorrowerAdmin]
					.map(|role| (role, GOVERNANCE))
					.to_vec(),
			},
		}
	}
}

impl ExtBuilder {
	/// Rewards per second.
	pub fn rate(self, rate: Balance) -> Self {
		self.genesis(|pool| pool.rewards_per_second = rate)
	}

	/// Time at which the test starts.
	pub fn start(mut self, start: Seconds) -> Self {
		self.start = start;
		self
	}

	/// Interval, offset and blackout window.
	pub fn schedule(self, interval: Seconds, offset: Seconds, blackout: Seconds) -> Self {
		self.genesis(|pool| {
			(pool.interval, pool.offset, pool.blackout_window) = (interval, offset, blackout);
		})
	}

	/// Borrowers and their allocation units.
	pub fn allocations(self, allocations: &[(AccountId, u16)]) -> Self {
		self.genesis(|pool| pool.allocations = allocations.to_vec())
	}

	/// What the treasury holds.
	pub fn treasury(mut self, treasury: Balance) -> Self {
		self.treasury = treasury;
		self
	}

	/// What is staked at the start of the test.
	pub fn stakes(mut self, stakes: &[(AccountId, Balance)]) -> Self {
		self.stakes = stakes.to_vec();
		self
	}

	/// Most shortfalls that one call may apply.
	pub fn max_shortfalls(mut self, limit: u32) -> Self {
		self.max_shortfalls = limit;
		self
	}

	/// Changes the genesis configuration of the pool.
	pub fn genesis(mut self, change: impl FnOnce(&mut PoolGenesis)) -> Self {
		change(&mut self.pool);
		self
	}

	pub fn build(self) -> sp_io::TestExternalities {
		MaxShortfalls::set(self.max_shortfalls);
		let pool: AccountId = PoolPalletId::get().into_account_truncating();
		let genesis = RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig {
				balances: HOLDERS
					.into_iter()
					.chain([GOVERNANCE, ISSUER])
					.map(|account| (account, NATIVE_FUNDS))
					.collect(),
				..Default::default()
			},
			assets: pallet_assets::GenesisConfig {
				assets: vec![(USDC, ISSUER, true, 1), (STK_USDC, pool, true, 1)],
				metadata: vec![
					(USDC, b"USD Coin".to_vec(), b"USDC".to_vec(), 6),
					(STK_USDC, b"dYdX Staked USDC".to_vec(), b"stkUSDC".to_vec(), 6),
				],
				accounts: HOLDERS.map(|account| (USDC, account, FUNDS)).to_vec(),
				..Default::default()
			},
			liquidity_staking: self.pool,
			..Default::default()
		};
		let mut ext = sp_io::TestExternalities::new(genesis.build_storage().expect("valid genesis"));
		ext.execute_with(|| {
			System::set_block_number(1);
			Balances::set_balance(&Treasury::get(), self.treasury);
			set_time(self.start);
			for (staker, amount) in self.stakes {
				stake(staker, amount);
			}
			System::reset_events();
		});
		ext
	}

	/// Runs `test` and then checks the invariants.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			check_invariants();
		});
	}
}
