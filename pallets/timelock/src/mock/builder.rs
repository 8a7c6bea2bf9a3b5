//! The state a test starts from.

use super::*;
use sp_runtime::BuildStorage;

/// Builds the state a test starts from. By default: the limits of production.
pub struct ExtBuilder {
	start: Seconds,
	max_operations: u32,
	timelock: TimelockGenesis,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self { start: START, max_operations: DEFAULT_MAX_OPERATIONS, timelock: TimelockGenesis::default() }
	}
}

impl ExtBuilder {
	/// Time at which the test starts.
	pub fn start(mut self, start: Seconds) -> Self {
		self.start = start;
		self
	}

	/// Most open operations.
	pub fn max_operations(mut self, limit: u32) -> Self {
		self.max_operations = limit;
		self
	}

	/// Changes the genesis configuration of the timelock.
	pub fn genesis(mut self, change: impl FnOnce(&mut TimelockGenesis)) -> Self {
		change(&mut self.timelock);
		self
	}

	pub fn build(self) -> sp_io::TestExternalities {
		MaxOpenOperations::set(self.max_operations);
		ProbeRefused::set(false);
		probe::Attempts::set(vec![]);
		let genesis = RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig {
				balances: [PASSERBY, UPLOADER].map(|account| (account, FUNDS)).to_vec(),
				..Default::default()
			},
			timelock: self.timelock,
			..Default::default()
		};
		let mut ext = sp_io::TestExternalities::new(genesis.build_storage().expect("valid genesis"));
		ext.execute_with(|| {
			System::set_block_number(1);
			set_time(self.start);
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
