//! The state in which calls are tried: a development chain on which every role has a holder of its own.

use super::callers::Caller;
use codec::Encode;
use frame_support::{
	assert_ok,
	storage::with_transaction_unchecked,
	traits::{fungible, fungibles},
};
use pallet_liquidity_staking::{types::Role as PoolRole, Call as PoolCall};
use pallet_stark_proxy::{types::Role, Call as ProxyCall};
use pallet_timelock::TrackId;
use sp_core::traits::{Externalities, ReadRuntimeVersion, ReadRuntimeVersionExt};
use sp_io::hashing::blake2_256;
use sp_runtime::{traits::Dispatchable, MultiAddress, TransactionOutcome};
use std::{cell::RefCell, collections::BTreeMap};
use tidepool_integration_tests::{borrowers::A, common::*, exchange::*};
use tidepool_runtime::{
	configs::accounts::ProxyType, AccountId, Assets, Balances, LiquidityStaking, Proxy, Runtime, RuntimeCall,
	RuntimeOrigin, StarkExchange, StarkProxy, System, DYDX,
};

pub const USDC_ASSET: u32 = 1;
pub const STK_USDC_ASSET: u32 = 2;
/// An asset that is not sufficient, with the same team as USDC and no holders.
pub const OTHER_ASSET: u32 = 7;
/// The epoch that the stage is in the first second of.
pub const EPOCH: u64 = 1_001;
/// What the only staker has staked.
pub const STAKE: u128 = 1_000_000;
/// Number of the block in which the pure account is made.
const PURE_HEIGHT: u32 = 2;
/// Numbers of the keys: of the account on the exchange, of the proxy, and of whoever trades with them.
const KEYS: [u8; 3] = [11, 12, 13];
/// Number of a key that nobody has registered.
pub const FREE_KEY: u8 = 14;
/// Number of the key of whoever trades.
pub const TRADER_KEY: u8 = KEYS[2];

/// A runtime whose code is always the next version of this one.
struct NextVersion;

impl ReadRuntimeVersion for NextVersion {
	fn read_runtime_version(&self, _: &[u8], _: &mut dyn Externalities) -> Result<Vec<u8>, String> {
		let mut version = tidepool_runtime::VERSION;
		version.spec_version += 1;
		Ok(version.encode())
	}
}

/// An account of somebody whom no column is about. Nobody needs a key to be an origin.
pub fn person(name: &str) -> AccountId {
	blake2_256(name.as_bytes()).into()
}

/// The two who sign for the account of a caller, in order; remembered, for they are asked for often.
pub fn signatories(caller: Caller) -> [AccountId; 2] {
	thread_local!(static KNOWN: RefCell<BTreeMap<Caller, [AccountId; 2]>> = const { RefCell::new(BTreeMap::new()) });
	KNOWN.with_borrow_mut(|known| {
		let made = || {
			let mut pair = ["first", "second"].map(|which| person(&format!("{which} {caller:?}")));
			pair.sort();
			pair
		};
		known.entry(caller).or_insert_with(made).clone()
	})
}

pub fn spawner() -> AccountId {
	person("spawner")
}

pub fn pure_account() -> AccountId {
	Proxy::pure_account(&spawner(), &ProxyType::Any, 0, Some((PURE_HEIGHT, 0)))
}

pub fn pure_height() -> u32 {
	PURE_HEIGHT
}

/// The only staker.
pub fn staker() -> AccountId {
	person("staker")
}

pub fn to(account: &AccountId) -> MultiAddress<AccountId, ()> {
	MultiAddress::Id(account.clone())
}

/// The key and position of the account on the exchange.
pub fn own_place() -> Place {
	place(KEYS[0])
}

/// The key and position of the proxy.
pub fn proxy_place() -> Place {
	place(KEYS[1])
}

/// The key and position of whoever trades.
pub fn trader_place() -> Place {
	place(KEYS[2])
}

fn place(number: u8) -> Place {
	let key = pallet_stark_exchange::signing::public_key(&secret(number));
	(key, StarkExchange::position_of_key(key).expect("registered when the stage was set"))
}

/// Does what the stage needs; it must work.
#[track_caller]
pub fn play(who: &AccountId, call: impl Into<RuntimeCall>) {
	act_as(RuntimeOrigin::signed(who.clone()), call);
}

/// Does what the stage needs on behalf of a track, without the wait.
#[track_caller]
pub fn rule(track: TrackId, call: impl Into<RuntimeCall>) {
	act_as(pallet_timelock::Origin::Track(track).into(), call);
}

#[track_caller]
pub fn act_as(origin: RuntimeOrigin, call: impl Into<RuntimeCall>) {
	assert_ok!(call.into().dispatch(origin).map(|_| ()).map_err(|refusal| refusal.error));
}

/// Gives an account enough of both currencies, unless it has some.
pub fn endow(who: &AccountId) {
	use fungible::{Inspect, Mutate};
	if Balances::total_balance(who) == 0 {
		assert_ok!(Balances::mint_into(who, 10_000 * DYDX));
	}
	if Assets::balance(USDC_ASSET, who) == 0 {
		give(USDC_ASSET, who, usdc(1_000));
	}
}

/// Makes units of an asset for an account.
pub fn give(asset: u32, who: &AccountId, amount: u128) {
	assert_ok!(<Assets as fungibles::Mutate<AccountId>>::mint_into(asset, who, amount));
}

/// Runs `attempt` and undoes whatever it did.
pub fn undone<R>(attempt: impl FnOnce() -> R) -> R {
	with_transaction_unchecked(|| TransactionOutcome::Rollback(attempt()))
}

/// Runs `test` on the stage and checks afterwards that it is still in order.
pub fn on_stage(test: impl FnOnce()) {
	let mut chain = chain("development");
	chain.register_extension(ReadRuntimeVersionExt::new(NextVersion));
	chain.execute_with(|| {
		set_time(epoch_start(EPOCH - 1));
		set();
		test();
		check_invariants();
	});
}

fn set() {
	make_pure_account();
	for caller in Caller::ALL {
		let accounts = caller.account().into_iter().chain(caller.signatories().into_iter().flatten());
		accounts.filter(|_| !caller.is_track_signer()).for_each(|account| endow(&account));
	}
	endow(&staker());
	cast_the_council();
	cast_the_borrower();
	cast_the_pool();
	cast_the_assets();
	open_the_exchange();
	set_time(epoch_start(EPOCH));
	play(&staker(), PoolCall::<Runtime>::stake { amount: STAKE });
}

fn make_pure_account() {
	assert_eq!(System::block_number(), PURE_HEIGHT);
	endow(&spawner());
	let create =
		pallet_proxy::Call::<Runtime>::create_pure { proxy_type: ProxyType::Any, delay: 0, index: 0 };
	play(&spawner(), create);
	assert!(pallet_proxy::Proxies::<Runtime>::contains_key(pure_account()));
}

/// The last of the five seats gets a holder who is nothing else; the others keep the members that vote in other tests.
fn cast_the_council() {
	let mut members =
		tidepool_integration_tests::council::MEMBERS[..4].iter().map(|name| named(name)).collect::<Vec<_>>();
	members.push(Caller::Member.signer());
	members.sort();
	let set = pallet_collective::Call::<Runtime, pallet_collective::Instance1>::set_members {
		new_members: members,
		prime: None,
		old_count: 5,
	};
	rule(TrackId::Long, set);
}

/// The owner of the first proxy gives every role away, its own last.
fn cast_the_borrower() {
	let owner = named("Wintermute");
	let grant = |by: &AccountId, role, caller: Caller| {
		play(by, ProxyCall::<Runtime>::grant_role { proxy: A, role, account: caller.signer() });
		play(&owner, ProxyCall::<Runtime>::renounce_role { proxy: A, role });
	};
	grant(&owner, Role::Borrower, Caller::Borrower);
	grant(&owner, Role::ExchangeOperator, Caller::ExchangeOperator);
	grant(&owner, Role::WithdrawalOperator, Caller::WithdrawalOperator);
	grant(&owner, Role::DelegationAdmin, Caller::DelegationAdmin);
	grant(&owner, Role::Owner, Caller::ProxyOwner);
	let create = ProxyCall::<Runtime>::create_proxy { owner: Caller::OtherBorrower.signer() };
	rule(TrackId::Short, create);
}

/// The short track keeps its roles and shares them. All of the pool is lent to the first proxy.
fn cast_the_pool() {
	let roles = [
		(PoolRole::Owner, Caller::PoolOwner),
		(PoolRole::EpochParameters, Caller::EpochParameters),
		(PoolRole::RewardsRate, Caller::RewardsRate),
		(PoolRole::BorrowerAdmin, Caller::BorrowerAdmin),
		(PoolRole::StakeOperator, Caller::StakeOperator),
		(PoolRole::ClaimOperator, Caller::ClaimOperator),
		(PoolRole::DebtOperator, Caller::DebtOperator),
	];
	for (role, caller) in roles {
		rule(TrackId::Short, PoolCall::<Runtime>::grant_role { role, account: caller.signer() });
	}
	lend_to(&[(Some(StarkProxy::proxy_account(A)), 10_000)], 5);
}

/// Sets shares of the pool, after those of the first `proxies` proxies were set to zero.
pub fn lend_to(shares: &[(Option<AccountId>, u16)], proxies: u32) {
	let named = |account: &AccountId| shares.iter().any(|(target, _)| target.as_ref() == Some(account));
	let others = (0..proxies).map(StarkProxy::proxy_account).filter(|account| !named(account));
	let changes = others.map(|account| (Some(account), 0)).chain(shares.iter().cloned()).collect::<Vec<_>>();
	let changes = changes.try_into().expect("few");
	rule(TrackId::Short, PoolCall::<Runtime>::set_borrower_allocations { changes });
}

/// USDC and another asset get a team of four.
fn cast_the_assets() {
	use pallet_assets::Call;
	let owner = Caller::AssetOwner.signer();
	let hand_over = Call::<Runtime>::transfer_ownership { id: USDC_ASSET, owner: to(&owner) };
	play(&named("UsdcIssuer"), hand_over);
	let create = Call::<Runtime>::force_create {
		id: OTHER_ASSET,
		owner: to(&owner),
		is_sufficient: false,
		min_balance: 10,
	};
	rule(TrackId::Short, create);
	for id in [USDC_ASSET, OTHER_ASSET] {
		let team = Call::<Runtime>::set_team {
			id,
			issuer: to(&Caller::AssetIssuer.signer()),
			admin: to(&Caller::AssetAdmin.signer()),
			freezer: to(&Caller::AssetFreezer.signer()),
		};
		play(&owner, team);
	}
}

fn open_the_exchange() {
	let operator = Caller::StarkOperator.signer();
	rule(TrackId::Short, pallet_stark_exchange::Call::<Runtime>::register_operator { who: operator });
	registered_to(&Caller::KeyHolder.signer(), KEYS[0]);
	let (key, signature) = registration(StarkProxy::proxy_account(A), KEYS[1]);
	let register = ProxyCall::<Runtime>::register_user_on_exchange { proxy: A, key, signature };
	play(&Caller::ExchangeOperator.signer(), register);
	play(&Caller::ProxyOwner.signer(), ProxyCall::<Runtime>::allow_stark_key { proxy: A, key });
	endow(&person("trader"));
	registered_to(&person("trader"), KEYS[2]);
	assert!(!LiquidityStaking::in_blackout_window());
}
