//! What is measured.

use crate::{
	people::SHORTFALLS,
	state::{State, USDC_ASSET},
};
use codec::Encode;
use frame_support::dispatch::GetDispatchInfo;
use frame_system as system;
use pallet_assets::Call as AssetsCall;
use pallet_balances::Call as BalancesCall;
use pallet_liquidity_staking::Call as PoolCall;
use sp_core::Pair;
use sp_runtime::{generic::Era, MultiAddress};
use tidepool_runtime::{
	configs::system::RuntimeBlockWeights, AccountId, Runtime, RuntimeCall, SignedPayload, StarkProxy,
	TxExtension, UncheckedExtrinsic, DYDX, USDC,
};

/// What the others are compared with.
pub const YARDSTICK: &str = "assets.transfer";
/// What any transaction costs.
pub const EMPTY: &str = "system.remark";

/// Something that is measured.
pub struct Case {
	/// Its name, for people and in files.
	pub name: &'static str,
	/// How many shortfalls the caller has not settled, where the caller is one of the pool's.
	pub shortfalls: Option<u32>,
	pub what: What,
}

/// What happens in it.
pub enum What {
	/// A block begins; in a new epoch or in the old one.
	Block { new_epoch: bool },
	/// A transaction with the call that this makes. Its arguments are the caller and somebody else.
	Transaction(MakeCall),
	/// Something that every transaction consists of.
	Part(Part),
}

/// What transactions take besides what their calls compute.
#[derive(Clone, Copy)]
pub enum Part {
	/// A signature is checked, by the node for the runtime.
	Signature,
	/// The runtime is called and answers at once: an instance is taken from the pool and given back.
	Instance,
	/// A staker's record is read from the trie.
	Read,
}

/// The call that an account makes, with another one as its counterpart.
type MakeCall = fn(AccountId, AccountId) -> RuntimeCall;

/// Everything that is measured, in the order in which it is shown.
pub fn all() -> Vec<Case> {
	let plain = |name, what| Case { name, shortfalls: None, what };
	let mut cases = vec![
		plain(EMPTY, What::Transaction(|_, _| system::Call::<Runtime>::remark { remark: vec![] }.into())),
		plain("balances.transferKeepAlive", What::Transaction(transfer_dydx)),
		plain(YARDSTICK, What::Transaction(transfer_usdc)),
	];
	let of_stakers: [(&str, MakeCall); 5] = [
		("liquidityStaking.stake", |_, _| PoolCall::<Runtime>::stake { amount: USDC }.into()),
		("liquidityStaking.requestWithdrawal", |_, _| {
			PoolCall::<Runtime>::request_withdrawal { amount: USDC }.into()
		}),
		("liquidityStaking.claimRewards", |caller, _| {
			PoolCall::<Runtime>::claim_rewards { recipient: caller }.into()
		}),
		("liquidityStaking.withdrawStake", |caller, _| {
			PoolCall::<Runtime>::withdraw_stake { recipient: caller, amount: USDC }.into()
		}),
		("liquidityStaking.transfer", |_, other| {
			PoolCall::<Runtime>::transfer { recipient: other, amount: USDC }.into()
		}),
	];
	for (name, call) in of_stakers {
		for shortfalls in SHORTFALLS {
			cases.push(Case { name, shortfalls: Some(shortfalls), what: What::Transaction(call) });
		}
	}
	cases.push(plain("liquidityStaking.markDebt", What::Transaction(mark_debt)));
	cases.push(plain("block.begin", What::Block { new_epoch: false }));
	cases.push(plain("block.beginEpoch", What::Block { new_epoch: true }));
	cases.push(plain("part.signature", What::Part(Part::Signature)));
	cases.push(plain("part.instance", What::Part(Part::Instance)));
	cases.push(plain("part.read", What::Part(Part::Read)));
	cases
}

fn transfer_dydx(_: AccountId, other: AccountId) -> RuntimeCall {
	BalancesCall::<Runtime>::transfer_keep_alive { dest: MultiAddress::Id(other), value: DYDX }.into()
}

fn transfer_usdc(_: AccountId, other: AccountId) -> RuntimeCall {
	AssetsCall::<Runtime>::transfer { id: USDC_ASSET, target: MultiAddress::Id(other), amount: USDC }.into()
}

fn mark_debt(_: AccountId, _: AccountId) -> RuntimeCall {
	let borrowers = (0..5).map(StarkProxy::proxy_account).collect::<Vec<_>>();
	PoolCall::<Runtime>::mark_debt { borrowers: borrowers.try_into().expect("few") }.into()
}

/// A transaction that is ready for a block.
pub struct Signed {
	pub bytes: Vec<u8>,
	/// What the runtime charges for it at most, in picoseconds: call, extensions and base.
	pub declared: u64,
}

/// Signs the transaction of a case, as its subject of round `round`.
pub fn sign(state: &mut State, case: &Case, call: MakeCall, round: u32) -> Signed {
	let pair = state.subject(case.shortfalls.unwrap_or(0), round).pair();
	let caller = AccountId::from(pair.public());
	let call = call(caller.clone(), state.somebody(round));
	state.with(|| {
		let payload = SignedPayload::new(call, extension()).expect("the chain has a genesis");
		let signature = payload.using_encoded(|bytes| pair.sign(bytes));
		let (call, extension, _) = payload.deconstruct();
		let signed = UncheckedExtrinsic::new_signed(call, caller.into(), signature.into(), extension);
		let info = signed.get_dispatch_info();
		let base = RuntimeBlockWeights::get().get(info.class).base_extrinsic;
		let declared = info.total_weight().saturating_add(base).ref_time();
		Signed { bytes: signed.encode(), declared }
	})
}

/// The first transaction of an account, valid forever, without a tip.
fn extension() -> TxExtension {
	(
		system::CheckNonZeroSender::new(),
		system::CheckSpecVersion::new(),
		system::CheckTxVersion::new(),
		system::CheckGenesis::new(),
		system::CheckEra::from(Era::Immortal),
		system::CheckNonce::from(0),
		system::CheckWeight::new(),
		pallet_transaction_payment::ChargeTransactionPayment::from(0),
		frame_metadata_hash_extension::CheckMetadataHash::new(false),
		system::WeightReclaim::new(),
	)
}
