//! The state a test starts from.

use super::*;
use pallet_liquidity_staking::types::Role as PoolRole;
use sp_runtime::BuildStorage;

/// Builds the state a test starts from. By default: production schedule, the first second of epoch 0, S1 has staked
/// 250,000, S2 750,000, proxy A has 40 % of the pool, proxy B 60 %.
pub struct ExtBuilder {
	start: Seconds,
	stakes: Vec<(AccountId, Balance)>,
	allocations: Vec<(u32, u16)>,
	owners: Vec<AccountId>,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self {
			start: OFFSET,
			stakes: vec![(S1, 250_000), (S2, 750_000)],
			allocations: vec![(A, 4_000), (B, 6_000)],
			owners: vec![OWNER_A, OWNER_B],
		}
	}
}

/// What each staker holds, staked or not.
pub const FUNDS: Balance = 1_000_000_000;
/// Native currency of everybody who signs.
pub const NATIVE_FUNDS: Balance = 1_000_000_000;

impl ExtBuilder {
	/// Time at which the test starts; before the offset nothing can be staked.
	pub fn start(mut self, start: Seconds) -> Self {
		self.start = start;
		self
	}

	/// What is staked.
	pub fn stakes(mut self, stakes: &[(AccountId, Balance)]) -> Self {
		self.stakes = stakes.to_vec();
		self
	}

	/// Shares of the pool, in 1/10,000.
	pub fn allocations(mut self, allocations: &[(u32, u16)]) -> Self {
		self.allocations = allocations.to_vec();
		self
	}

	/// Owners of the proxies at genesis.
	pub fn owners(mut self, owners: &[AccountId]) -> Self {
		self.owners = owners.to_vec();
		self
	}

	/// The configuration at genesis.
	pub fn genesis(&self) -> RuntimeGenesisConfig {
		let natives = [S1, S2, OWNER_A, OWNER_B, STRANGER, OTHER_STRANGER, GOVERNANCE, ISSUER, OPERATOR];
		RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig {
				balances: natives.into_iter().map(|account| (account, NATIVE_FUNDS)).collect(),
				..Default::default()
			},
			assets: pallet_assets::GenesisConfig {
				assets: vec![
					(USDC, ISSUER, true, 1),
					(STK_USDC, pool_account(), true, 1),
					(OTHER, ISSUER, true, 1),
				],
				accounts: [S1, S2, STRANGER].map(|account| (USDC, account, FUNDS)).to_vec(),
				..Default::default()
			},
			liquidity_staking: pallet_liquidity_staking::GenesisConfig {
				interval: INTERVAL,
				offset: OFFSET,
				blackout_window: BLACKOUT,
				min_blackout_window: 3 * DAY,
				max_epoch_length: 92 * DAY,
				distribution_start: OFFSET,
				distribution_end: OFFSET + 1_000 * DAY,
				rewards_per_second: 0,
				allocations: self
					.allocations
					.iter()
					.map(|(proxy, units)| (proxy_account(*proxy), *units))
					.collect(),
				roles: [PoolRole::Owner, PoolRole::BorrowerAdmin].map(|role| (role, GOVERNANCE)).to_vec(),
			},
			stark_exchange: pallet_stark_exchange::GenesisConfig { operators: vec![OPERATOR] },
			stark_proxy: crate::GenesisConfig { owners: self.owners.clone() },
			..Default::default()
		}
	}

	pub fn build(self) -> sp_io::TestExternalities {
		let storage = self.genesis().build_storage().expect("valid genesis");
		let mut ext = sp_io::TestExternalities::new(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			set_time(self.start);
			for (staker, amount) in self.stakes {
				stake(&staker, amount);
			}
			System::reset_events();
		});
		ext
	}

	/// Runs `test` and then checks the invariants of all pallets.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			check_invariants();
		});
	}
}
