//! What the runtime answers to the node and, through its RPC, to users.

use alloc::{string::String, vec::Vec};
use frame_support::{
	genesis_builder_helper::{build_state, get_preset},
	weights::Weight,
};
use pallet_grandpa::AuthorityId as GrandpaId;
use pallet_liquidity_staking::types::{Role, Shortfall, Units};
use pallet_stark_exchange::types::{
	ExchangeState, Freeze, OpenRequest, PendingDeposit, Position, Totals, TransferOrder,
};
use pallet_stark_proxy::types::{
	ApprovedAmount, AutoPayment, ProxyId, ProxyInfo, QueuedTrade, Role as ProxyRole,
};
use pallet_timelock::types::{OperationId, OperationInfo, TrackId, TrackParameters};
use sp_api::impl_runtime_apis;
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_core::{crypto::KeyTypeId, OpaqueMetadata, H256, U256};
use sp_runtime::{
	traits::{Block as BlockT, NumberFor},
	transaction_validity::{TransactionSource, TransactionValidity},
	ApplyExtrinsicResult, DispatchError,
};
use sp_session::OpaqueGeneratedSessionKeys;
use sp_version::RuntimeVersion;
use tidepool_primitives::{Epoch, EpochParameters, Exposure, ForcedTradeArgs, PositionId, Seconds, StarkKey};

use super::{
	configs::tokens::AssetId, AccountId, Balance, Block, Executive, Grandpa, InherentDataExt,
	LiquidityStaking, Nonce, Runtime, RuntimeCall, RuntimeGenesisConfig, SessionKeys, StarkExchange,
	StarkProxy, System, Timelock, TransactionPayment, SLOT_DURATION, VERSION,
};

impl_runtime_apis! {
	impl sp_api::Core<Block> for Runtime {
		fn version() -> RuntimeVersion {
			VERSION
		}

		fn execute_block(block: <Block as BlockT>::LazyBlock) {
			Executive::execute_block(block);
		}

		fn initialize_block(header: &<Block as BlockT>::Header) -> sp_runtime::ExtrinsicInclusionMode {
			Executive::initialize_block(header)
		}
	}

	impl sp_api::Metadata<Block> for Runtime {
		fn metadata() -> OpaqueMetadata {
			OpaqueMetadata::new(Runtime::metadata().into())
		}

		fn metadata_at_version(version: u32) -> Option<OpaqueMetadata> {
			Runtime::metadata_at_version(version)
		}

		fn metadata_versions() -> Vec<u32> {
			Runtime::metadata_versions()
		}
	}

	impl frame_support::view_functions::runtime_api::RuntimeViewFunction<Block> for Runtime {
		fn execute_view_function(
			id: frame_support::view_functions::ViewFunctionId,
			input: Vec<u8>,
		) -> Result<Vec<u8>, frame_support::view_functions::ViewFunctionDispatchError> {
			Runtime::execute_view_function(id, input)
		}
	}

	impl sp_block_builder::BlockBuilder<Block> for Runtime {
		fn apply_extrinsic(extrinsic: <Block as BlockT>::Extrinsic) -> ApplyExtrinsicResult {
			Executive::apply_extrinsic(extrinsic)
		}

		fn finalize_block() -> <Block as BlockT>::Header {
			Executive::finalize_block()
		}

		fn inherent_extrinsics(data: sp_inherents::InherentData) -> Vec<<Block as BlockT>::Extrinsic> {
			data.create_extrinsics()
		}

		fn check_inherents(
			block: <Block as BlockT>::LazyBlock,
			data: sp_inherents::InherentData,
		) -> sp_inherents::CheckInherentsResult {
			data.check_extrinsics(&block)
		}
	}

	impl sp_transaction_pool::runtime_api::TaggedTransactionQueue<Block> for Runtime {
		fn validate_transaction(
			source: TransactionSource,
			tx: <Block as BlockT>::Extrinsic,
			block_hash: <Block as BlockT>::Hash,
		) -> TransactionValidity {
			Executive::validate_transaction(source, tx, block_hash)
		}
	}

	impl sp_offchain::OffchainWorkerApi<Block> for Runtime {
		fn offchain_worker(header: &<Block as BlockT>::Header) {
			Executive::offchain_worker(header)
		}
	}

	impl sp_consensus_aura::AuraApi<Block, AuraId> for Runtime {
		fn slot_duration() -> sp_consensus_aura::SlotDuration {
			sp_consensus_aura::SlotDuration::from_millis(SLOT_DURATION)
		}

		fn authorities() -> Vec<AuraId> {
			pallet_aura::Authorities::<Runtime>::get().into_inner()
		}
	}

	impl sp_session::SessionKeys<Block> for Runtime {
		fn generate_session_keys(owner: Vec<u8>, seed: Option<Vec<u8>>) -> OpaqueGeneratedSessionKeys {
			SessionKeys::generate(&owner, seed).into()
		}

		fn decode_session_keys(encoded: Vec<u8>) -> Option<Vec<(Vec<u8>, KeyTypeId)>> {
			SessionKeys::decode_into_raw_public_keys(&encoded)
		}
	}

	impl sp_consensus_grandpa::GrandpaApi<Block> for Runtime {
		fn grandpa_authorities() -> sp_consensus_grandpa::AuthorityList {
			Grandpa::grandpa_authorities()
		}

		fn current_set_id() -> sp_consensus_grandpa::SetId {
			pallet_grandpa::CurrentSetId::<Runtime>::get()
		}

		// Equivocations cannot be punished without stake behind the validators, so they are not reported (see the
		// configuration of GRANDPA).
		fn submit_report_equivocation_unsigned_extrinsic(
			_equivocation_proof: sp_consensus_grandpa::EquivocationProof<
				<Block as BlockT>::Hash,
				NumberFor<Block>,
			>,
			_key_owner_proof: sp_consensus_grandpa::OpaqueKeyOwnershipProof,
		) -> Option<()> {
			None
		}

		fn generate_key_ownership_proof(
			_set_id: sp_consensus_grandpa::SetId,
			_authority_id: GrandpaId,
		) -> Option<sp_consensus_grandpa::OpaqueKeyOwnershipProof> {
			None
		}
	}

	impl frame_system_rpc_runtime_api::AccountNonceApi<Block, AccountId, Nonce> for Runtime {
		fn account_nonce(account: AccountId) -> Nonce {
			System::account_nonce(account)
		}
	}

	impl pallet_transaction_payment_rpc_runtime_api::TransactionPaymentApi<Block, Balance> for Runtime {
		fn query_info(
			uxt: <Block as BlockT>::Extrinsic,
			len: u32,
		) -> pallet_transaction_payment_rpc_runtime_api::RuntimeDispatchInfo<Balance> {
			TransactionPayment::query_info(uxt, len)
		}

		fn query_fee_details(
			uxt: <Block as BlockT>::Extrinsic,
			len: u32,
		) -> pallet_transaction_payment::FeeDetails<Balance> {
			TransactionPayment::query_fee_details(uxt, len)
		}

		fn query_weight_to_fee(weight: Weight) -> Balance {
			TransactionPayment::weight_to_fee(weight)
		}

		fn query_length_to_fee(length: u32) -> Balance {
			TransactionPayment::length_to_fee(length)
		}
	}

	impl pallet_transaction_payment_rpc_runtime_api::TransactionPaymentCallApi<Block, Balance, RuntimeCall>
		for Runtime
	{
		fn query_call_info(
			call: RuntimeCall,
			len: u32,
		) -> pallet_transaction_payment::RuntimeDispatchInfo<Balance> {
			TransactionPayment::query_call_info(call, len)
		}

		fn query_call_fee_details(
			call: RuntimeCall,
			len: u32,
		) -> pallet_transaction_payment::FeeDetails<Balance> {
			TransactionPayment::query_call_fee_details(call, len)
		}

		fn query_weight_to_fee(weight: Weight) -> Balance {
			TransactionPayment::weight_to_fee(weight)
		}

		fn query_length_to_fee(length: u32) -> Balance {
			TransactionPayment::length_to_fee(length)
		}
	}

	impl pallet_liquidity_staking_runtime_api::LiquidityStakingApi<Block, AccountId, AssetId> for Runtime {
		fn current_epoch() -> Option<Epoch> {
			LiquidityStaking::current_epoch()
		}
		fn time_remaining_in_current_epoch() -> Option<Seconds> {
			LiquidityStaking::time_remaining_in_current_epoch()
		}
		fn start_of_epoch(epoch: Epoch) -> Seconds {
			LiquidityStaking::start_of_epoch(epoch)
		}
		fn has_epoch_zero_started() -> bool {
			LiquidityStaking::has_epoch_zero_started()
		}
		fn in_blackout_window() -> bool {
			LiquidityStaking::in_blackout_window()
		}
		fn epoch_parameters() -> EpochParameters {
			LiquidityStaking::epoch_parameters()
		}
		fn blackout_window() -> Seconds {
			LiquidityStaking::blackout_window()
		}
		fn active_balance_current(account: AccountId) -> Balance {
			LiquidityStaking::active_balance_current(account)
		}
		fn active_balance_next(account: AccountId) -> Balance {
			LiquidityStaking::active_balance_next(account)
		}
		fn total_active_balance_current() -> Balance {
			LiquidityStaking::total_active_balance_current()
		}
		fn total_active_balance_next() -> Balance {
			LiquidityStaking::total_active_balance_next()
		}
		fn inactive_balance_current(account: AccountId) -> Balance {
			LiquidityStaking::inactive_balance_current(account)
		}
		fn inactive_balance_next(account: AccountId) -> Balance {
			LiquidityStaking::inactive_balance_next(account)
		}
		fn total_inactive_balance_current() -> Balance {
			LiquidityStaking::total_inactive_balance_current()
		}
		fn total_inactive_balance_next() -> Balance {
			LiquidityStaking::total_inactive_balance_next()
		}
		fn pending_withdrawal(account: AccountId) -> Balance {
			LiquidityStaking::pending_withdrawal(account)
		}
		fn staker_debt_balance(account: AccountId) -> Balance {
			LiquidityStaking::staker_debt_balance(account)
		}
		fn transferable_balance(account: AccountId) -> Balance {
			LiquidityStaking::transferable_balance(account)
		}
		fn balance_of(account: AccountId) -> Balance {
			LiquidityStaking::balance_of(account)
		}
		fn total_supply() -> Balance {
			LiquidityStaking::total_supply()
		}
		fn allowance(owner: AccountId, spender: AccountId) -> Balance {
			LiquidityStaking::allowance(owner, spender)
		}
		fn name() -> String {
			LiquidityStaking::token_name()
		}
		fn symbol() -> String {
			LiquidityStaking::symbol()
		}
		fn decimals() -> u8 {
			LiquidityStaking::decimals()
		}
		fn contract_balance_available_to_withdraw() -> Balance {
			LiquidityStaking::contract_balance_available_to_withdraw()
		}
		fn stake_available_to_withdraw(account: AccountId) -> Balance {
			LiquidityStaking::stake_available_to_withdraw(account)
		}
		fn total_debt_available_to_withdraw() -> Balance {
			LiquidityStaking::total_debt_available_to_withdraw()
		}
		fn debt_available_to_withdraw(account: AccountId) -> Balance {
			LiquidityStaking::debt_available_to_withdraw(account)
		}
		fn contract_balance_available_to_borrow() -> Balance {
			LiquidityStaking::contract_balance_available_to_borrow()
		}
		fn allocation_fraction_current(target: Option<AccountId>) -> Units {
			LiquidityStaking::allocation_fraction_current(target)
		}
		fn allocation_fraction_next(target: Option<AccountId>) -> Units {
			LiquidityStaking::allocation_fraction_next(target)
		}
		fn allocated_balance_current(borrower: AccountId) -> Balance {
			LiquidityStaking::allocated_balance_current(borrower)
		}
		fn allocated_balance_next(borrower: AccountId) -> Balance {
			LiquidityStaking::allocated_balance_next(borrower)
		}
		fn borrowable_amount(borrower: AccountId) -> Balance {
			LiquidityStaking::borrowable_amount(borrower)
		}
		fn borrowed_balance(borrower: AccountId) -> Balance {
			LiquidityStaking::borrowed_balance(borrower)
		}
		fn total_borrowed_balance() -> Balance {
			LiquidityStaking::total_borrowed_balance()
		}
		fn borrower_debt_balance(borrower: AccountId) -> Balance {
			LiquidityStaking::borrower_debt_balance(borrower)
		}
		fn total_borrower_debt_balance() -> Balance {
			LiquidityStaking::total_borrower_debt_balance()
		}
		fn is_borrowing_restricted(borrower: AccountId) -> bool {
			LiquidityStaking::is_borrowing_restricted(borrower)
		}
		fn is_borrower_overdue(borrower: AccountId) -> bool {
			LiquidityStaking::is_borrower_overdue(borrower)
		}
		fn overdue_borrowers() -> Vec<(AccountId, Balance)> {
			LiquidityStaking::overdue_borrowers()
		}
		fn shortfall_count() -> u32 {
			LiquidityStaking::shortfall_count()
		}
		fn shortfall(number: u32) -> Option<Shortfall> {
			LiquidityStaking::shortfall(number)
		}
		fn current_shortfall() -> Balance {
			LiquidityStaking::current_shortfall()
		}
		fn rewards_per_second() -> Balance {
			LiquidityStaking::rewards_per_second()
		}
		fn distribution_start() -> Seconds {
			LiquidityStaking::distribution_start()
		}
		fn distribution_end() -> Seconds {
			LiquidityStaking::distribution_end()
		}
		fn global_index() -> U256 {
			LiquidityStaking::global_index()
		}
		fn claimable_rewards(account: AccountId) -> Balance {
			LiquidityStaking::claimable_rewards(account)
		}
		fn stake_asset() -> AssetId {
			LiquidityStaking::stake_asset()
		}
		fn receipt_asset() -> AssetId {
			LiquidityStaking::receipt_asset()
		}
		fn rewards_asset() -> Option<AssetId> {
			LiquidityStaking::rewards_asset()
		}
		fn rewards_treasury() -> AccountId {
			LiquidityStaking::rewards_treasury()
		}
		fn pool_account() -> AccountId {
			LiquidityStaking::pool_account()
		}
		fn has_role(role: Role, account: AccountId) -> bool {
			LiquidityStaking::has_role(role, account)
		}
	}

	impl pallet_stark_proxy_runtime_api::StarkProxyApi<Block, AccountId> for Runtime {
		fn proxy_account(proxy: ProxyId) -> AccountId {
			StarkProxy::proxy_account(proxy)
		}
		fn proxy_of_account(account: AccountId) -> Option<ProxyId> {
			StarkProxy::proxy_of_account(account)
		}
		fn proxy_info(proxy: ProxyId) -> Option<ProxyInfo<AccountId>> {
			StarkProxy::proxy_info(proxy)
		}
		fn has_role(proxy: ProxyId, role: ProxyRole, account: AccountId) -> bool {
			StarkProxy::has_role(proxy, role, account)
		}
		fn role_members(proxy: ProxyId, role: ProxyRole) -> Vec<AccountId> {
			StarkProxy::role_members(proxy, role)
		}
		fn role_admin(role: ProxyRole) -> ProxyRole {
			StarkProxy::role_admin(role)
		}
		fn is_recipient_allowed(proxy: ProxyId, account: AccountId) -> bool {
			StarkProxy::is_recipient_allowed(proxy, account)
		}
		fn is_stark_key_allowed(proxy: ProxyId, key: StarkKey) -> bool {
			StarkProxy::is_stark_key_allowed(proxy, key)
		}
		fn is_borrowing_restricted(proxy: ProxyId) -> bool {
			StarkProxy::is_borrowing_restricted(proxy)
		}
		fn approved_amount(proxy: ProxyId) -> ApprovedAmount {
			StarkProxy::approved_amount(proxy)
		}
		fn queued_forced_trade(proxy: ProxyId, args_hash: H256) -> Option<QueuedTrade> {
			StarkProxy::queued_forced_trade(proxy, args_hash)
		}
		fn forced_trade_args_hash(proxy: ProxyId, args: ForcedTradeArgs) -> H256 {
			StarkProxy::forced_trade_args_hash(proxy, args)
		}
		fn token_balance(proxy: ProxyId) -> Balance {
			StarkProxy::token_balance(proxy)
		}
		fn borrowed_balance(proxy: ProxyId) -> Balance {
			StarkProxy::borrowed_balance(proxy)
		}
		fn debt_balance(proxy: ProxyId) -> Balance {
			StarkProxy::debt_balance(proxy)
		}
		fn borrowed_and_debt_balance(proxy: ProxyId) -> Balance {
			StarkProxy::borrowed_and_debt_balance(proxy)
		}
		fn allocated_balance_current(proxy: ProxyId) -> Balance {
			StarkProxy::allocated_balance_current(proxy)
		}
		fn allocated_balance_next(proxy: ProxyId) -> Balance {
			StarkProxy::allocated_balance_next(proxy)
		}
		fn borrowable_amount(proxy: ProxyId) -> Balance {
			StarkProxy::borrowable_amount(proxy)
		}
		fn withdrawable_amount(proxy: ProxyId) -> Balance {
			StarkProxy::withdrawable_amount(proxy)
		}
		fn exchange_exposure(proxy: ProxyId) -> Exposure {
			StarkProxy::exchange_exposure(proxy)
		}
		fn preview_auto_pay(proxy: ProxyId) -> Result<AutoPayment, DispatchError> {
			StarkProxy::preview_auto_pay(proxy)
		}
	}

	impl pallet_stark_exchange_runtime_api::StarkExchangeApi<Block, AccountId, AssetId> for Runtime {
		fn exchange_account() -> AccountId {
			StarkExchange::exchange_account()
		}
		fn collateral_asset() -> AssetId {
			StarkExchange::collateral_asset()
		}
		fn quantum() -> u64 {
			StarkExchange::quantum()
		}
		fn is_frozen() -> bool {
			StarkExchange::is_frozen()
		}
		fn freeze() -> Option<Freeze> {
			StarkExchange::freeze()
		}
		fn last_state() -> ExchangeState {
			StarkExchange::last_state()
		}
		fn operators() -> Vec<AccountId> {
			StarkExchange::operators()
		}
		fn is_operator(who: AccountId) -> bool {
			StarkExchange::is_operator(who)
		}
		fn account_of_key(key: StarkKey) -> Option<AccountId> {
			StarkExchange::account_of_key(key)
		}
		fn keys_of(account: AccountId) -> Vec<StarkKey> {
			StarkExchange::keys_of(account)
		}
		fn position_of_key(key: StarkKey) -> Option<PositionId> {
			StarkExchange::position_of_key(key)
		}
		fn position(position: PositionId) -> Option<Position> {
			StarkExchange::position(position)
		}
		fn pending_deposit(key: StarkKey, position: PositionId) -> Option<PendingDeposit> {
			StarkExchange::pending_deposit(key, position)
		}
		fn pending_withdrawal(key: StarkKey) -> u64 {
			StarkExchange::pending_withdrawal(key)
		}
		fn exposure(account: AccountId) -> Exposure {
			StarkExchange::exposure(account)
		}
		fn totals() -> Totals {
			StarkExchange::totals()
		}
		fn forced_request(id: H256) -> Option<OpenRequest> {
			StarkExchange::forced_request(id)
		}
		fn forced_withdrawal_id(key: StarkKey, position: PositionId, q: u64) -> H256 {
			StarkExchange::forced_withdrawal_id(key, position, q)
		}
		fn forced_trade_id(args: ForcedTradeArgs) -> H256 {
			StarkExchange::forced_trade_id(args)
		}
		fn transfer_id(order: TransferOrder) -> H256 {
			StarkExchange::transfer_id(order)
		}
		fn is_trade_used(id: H256) -> bool {
			StarkExchange::is_trade_used(id)
		}
		fn is_transfer_used(id: H256) -> bool {
			StarkExchange::is_transfer_used(id)
		}
		fn registration_message(account: AccountId, key: StarkKey) -> Vec<u8> {
			StarkExchange::registration_message(account, key)
		}
		fn forced_trade_message(args: ForcedTradeArgs) -> Vec<u8> {
			StarkExchange::forced_trade_message(args)
		}
		fn transfer_message(order: TransferOrder) -> Vec<u8> {
			StarkExchange::transfer_message(order)
		}
	}

	impl pallet_timelock_runtime_api::TimelockApi<Block, AccountId, RuntimeCall> for Runtime {
		fn open_operations() -> Vec<OperationInfo<RuntimeCall>> {
			Timelock::open_operations()
		}
		fn operation(id: OperationId) -> Option<OperationInfo<RuntimeCall>> {
			Timelock::operation(id)
		}
		fn track_account(track: TrackId) -> AccountId {
			Timelock::track_account(track)
		}
		fn delay(track: TrackId) -> Seconds {
			Timelock::delay(track)
		}
		fn track_parameters(track: TrackId) -> TrackParameters {
			Timelock::track_parameters(track)
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	impl frame_benchmarking::Benchmark<Block> for Runtime {
		fn benchmark_metadata(
			extra: bool,
		) -> (Vec<frame_benchmarking::BenchmarkList>, Vec<frame_support::traits::StorageInfo>) {
			crate::benchmarks::metadata(extra)
		}

		fn dispatch_benchmark(
			config: frame_benchmarking::BenchmarkConfig,
		) -> Result<Vec<frame_benchmarking::BenchmarkBatch>, String> {
			crate::benchmarks::dispatch(config)
		}
	}

	#[cfg(feature = "try-runtime")]
	impl frame_try_runtime::TryRuntime<Block> for Runtime {
		fn on_runtime_upgrade(checks: frame_try_runtime::UpgradeCheckSelect) -> (Weight, Weight) {
			let weight = Executive::try_runtime_upgrade(checks)
				.unwrap_or_else(|error| panic!("the upgrade failed its checks: {error:?}"));
			(weight, super::configs::system::RuntimeBlockWeights::get().max_block)
		}

		fn execute_block(
			block: <Block as BlockT>::LazyBlock,
			state_root_check: bool,
			signature_check: bool,
			select: frame_try_runtime::TryStateSelect,
		) -> Weight {
			Executive::try_execute_block(block, state_root_check, signature_check, select)
				.unwrap_or_else(|error| panic!("the block failed its checks: {error:?}"))
		}
	}

	impl sp_genesis_builder::GenesisBuilder<Block> for Runtime {
		fn build_state(config: Vec<u8>) -> sp_genesis_builder::Result {
			build_state::<RuntimeGenesisConfig>(config)
		}

		fn get_preset(id: &Option<sp_genesis_builder::PresetId>) -> Option<Vec<u8>> {
			get_preset::<RuntimeGenesisConfig>(id, crate::genesis_config_presets::get_preset)
		}

		fn preset_names() -> Vec<sp_genesis_builder::PresetId> {
			crate::genesis_config_presets::preset_names()
		}
	}
}
