//! The state a test starts from.

use super::*;
use sp_runtime::BuildStorage;

/// Builds the state a test starts from. By default: block 1 at [`START`], one operator, the proxy restricted.
pub struct ExtBuilder {
	start: Seconds,
	genesis_hash: H256,
	quantum: u64,
	max_keys: u32,
	max_operators: u32,
	unfreeze_delay: Seconds,
	restricted: Vec<AccountId>,
	operators: Vec<AccountId>,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self {
			start: START,
			genesis_hash: GENESIS_HASH,
			quantum: 1,
			max_keys: DEFAULT_MAX_KEYS,
			max_operators: DEFAULT_MAX_OPERATORS,
			unfreeze_delay: UNFREEZE_DELAY,
			restricted: vec![PROXY],
			operators: vec![OPERATOR],
		}
	}
}

impl ExtBuilder {
	/// Time at which the test starts.
	pub fn start(mut self, start: Seconds) -> Self {
		self.start = start;
		self
	}

	/// Hash of block 0.
	pub fn genesis_hash(mut self, hash: H256) -> Self {
		self.genesis_hash = hash;
		self
	}

	/// Tokens that one unit of the exchange stands for.
	pub fn quantum(mut self, quantum: u64) -> Self {
		self.quantum = quantum;
		self
	}

	/// Most keys of an account.
	pub fn max_keys(mut self, limit: u32) -> Self {
		self.max_keys = limit;
		self
	}

	/// Most operators.
	pub fn max_operators(mut self, limit: u32) -> Self {
		self.max_operators = limit;
		self
	}

	/// Shortest duration of a freeze.
	pub fn unfreeze_delay(mut self, delay: Seconds) -> Self {
		self.unfreeze_delay = delay;
		self
	}

	/// Operators at genesis.
	pub fn operators(mut self, operators: &[AccountId]) -> Self {
		self.operators = operators.to_vec();
		self
	}

	pub fn build(self) -> sp_io::TestExternalities {
		Quantum::set(self.quantum);
		MaxKeys::set(self.max_keys);
		MaxOperators::set(self.max_operators);
		ShortestFreeze::set(self.unfreeze_delay);
		Restricted::set(self.restricted.into_iter().collect());
		let genesis = RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig {
				balances: HOLDERS.into_iter().chain([ISSUER]).map(|account| (account, 1_000_000)).collect(),
				..Default::default()
			},
			assets: pallet_assets::GenesisConfig {
				assets: vec![(USDC, ISSUER, true, 1)],
				metadata: vec![(USDC, b"USD Coin".to_vec(), b"USDC".to_vec(), 6)],
				accounts: HOLDERS.map(|account| (USDC, account, FUNDS)).to_vec(),
				..Default::default()
			},
			stark_exchange: ExchangeGenesis { operators: self.operators },
			..Default::default()
		};
		let mut ext = sp_io::TestExternalities::new(genesis.build_storage().expect("valid genesis"));
		ext.execute_with(|| {
			System::set_block_number(1);
			frame_system::BlockHash::<Test>::insert(0, self.genesis_hash);
			set_time(self.start);
			System::reset_events();
		});
		ext
	}

	/// Runs `test` and then checks the invariants. In tests nobody gives collateral to the exchange, so it must hold
	/// exactly what it owes.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			check_invariants();
			assert_eq!(usdc(exchange_account()), owed(), "the exchange holds what it owes");
		});
	}
}
