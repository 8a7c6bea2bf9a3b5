//! What accounts can do with calls: batches, multisigs and proxies.

use super::tokens::deposit;
use crate::{weights, Balance, Balances, OriginCaller, Runtime, RuntimeCall, RuntimeEvent, System};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{parameter_types, traits::ConstU32, traits::InstanceFilter};
use scale_info::TypeInfo;
use sp_runtime::traits::BlakeTwo256;

impl pallet_utility::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type PalletsOrigin = OriginCaller;
	type WeightInfo = weights::pallet_utility::WeightInfo<Runtime>;
}

parameter_types! {
	pub const MultisigDepositBase: Balance = deposit(1, 88);
	pub const MultisigDepositFactor: Balance = deposit(0, 32);
}

impl pallet_multisig::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = Balances;
	type DepositBase = MultisigDepositBase;
	type DepositFactor = MultisigDepositFactor;
	type MaxSignatories = ConstU32<100>;
	type WeightInfo = weights::pallet_multisig::WeightInfo<Runtime>;
	type BlockNumberProvider = System;
}

/// What a proxy may do for the account it acts for.
///
/// Every type but `Any` lists what it allows, so that a call added later is refused until somebody has thought
/// about it.
#[derive(
	Copy,
	Clone,
	Debug,
	Default,
	Eq,
	PartialEq,
	Ord,
	PartialOrd,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum ProxyType {
	/// Everything.
	#[default]
	#[codec(index = 0)]
	Any,
	/// Everything that cannot move tokens, receipt tokens or rewards to somebody else, nor permit anybody to. What moves
	/// between a borrower's proxy, the pool and the exchange stays with the borrower. Acting
	/// for further accounts (multisigs, other proxies) is not part of it: that would move *their* tokens. What
	/// `utility` does for a derived account is filtered like the rest. A member of the council that names such a proxy
	/// lets it vote, too.
	#[codec(index = 1)]
	NonTransfer,
	/// Council motions, the preimages they need, and operations of the timelock.
	#[codec(index = 2)]
	Governance,
	/// Stake the account's own funds and request withdrawals. Paying out stays with the account, because the
	/// recipient is free.
	#[codec(index = 3)]
	Staking,
	/// Refuse announced calls of delayed proxies.
	#[codec(index = 4)]
	CancelProxy,
}

impl InstanceFilter<RuntimeCall> for ProxyType {
	fn filter(&self, call: &RuntimeCall) -> bool {
		use pallet_liquidity_staking::Call as Pool;
		use pallet_stark_exchange::Call as Exchange;
		use pallet_stark_proxy::Call as Borrower;
		// The calls inside a batch are filtered one by one.
		match self {
			ProxyType::Any => true,
			ProxyType::NonTransfer => {
				matches!(
					call,
					RuntimeCall::System(
						frame_system::Call::remark { .. } | frame_system::Call::remark_with_event { .. }
					) | RuntimeCall::Council(..)
						| RuntimeCall::Preimage(..)
						| RuntimeCall::Utility(..)
						| RuntimeCall::Proxy(pallet_proxy::Call::reject_announcement { .. })
						| RuntimeCall::LiquidityStaking(
							Pool::stake { .. }
								| Pool::request_withdrawal { .. }
								| Pool::decrease_allowance { .. }
								| Pool::restrict_borrower { .. }
								| Pool::mark_debt { .. } | Pool::settle { .. }
						) | RuntimeCall::StarkProxy(
						Borrower::disallow_external_recipient { .. }
							| Borrower::disallow_stark_key { .. }
							| Borrower::auto_pay_or_borrow { .. }
							| Borrower::borrow { .. }
							| Borrower::repay_borrow { .. }
							| Borrower::repay_debt { .. }
							| Borrower::withdraw_from_exchange { .. }
							| Borrower::deposit_cancel { .. }
							| Borrower::deposit_reclaim { .. }
							| Borrower::forced_withdrawal_request { .. }
							| Borrower::unqueue_forced_trade_request { .. }
					) | RuntimeCall::StarkExchange(
						Exchange::deposit_cancel { .. }
							| Exchange::deposit_reclaim { .. }
							| Exchange::withdraw { .. }
							| Exchange::forced_withdrawal_request { .. }
							| Exchange::freeze_request { .. }
							| Exchange::escape { .. }
							| Exchange::prune_used { .. }
					) | RuntimeCall::Timelock(..)
				)
			},
			ProxyType::Governance => matches!(
				call,
				RuntimeCall::Council(..)
					| RuntimeCall::Preimage(..)
					| RuntimeCall::Timelock(..)
					| RuntimeCall::Utility(..)
			),
			ProxyType::Staking => matches!(
				call,
				RuntimeCall::LiquidityStaking(
					Pool::stake { .. } | Pool::request_withdrawal { .. } | Pool::settle { .. }
				) | RuntimeCall::Utility(..)
			),
			ProxyType::CancelProxy => {
				matches!(call, RuntimeCall::Proxy(pallet_proxy::Call::reject_announcement { .. }))
			},
		}
	}

	fn is_superset(&self, other: &Self) -> bool {
		match (self, other) {
			(x, y) if x == y => true,
			(ProxyType::Any, _) => true,
			(_, ProxyType::Any) => false,
			(ProxyType::NonTransfer, _) => true,
			_ => false,
		}
	}
}

parameter_types! {
	pub const ProxyDepositBase: Balance = deposit(1, 8);
	pub const ProxyDepositFactor: Balance = deposit(0, 33);
	pub const AnnouncementDepositBase: Balance = deposit(1, 8);
	pub const AnnouncementDepositFactor: Balance = deposit(0, 66);
}

impl pallet_proxy::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = Balances;
	type ProxyType = ProxyType;
	type ProxyDepositBase = ProxyDepositBase;
	type ProxyDepositFactor = ProxyDepositFactor;
	type MaxProxies = ConstU32<32>;
	type WeightInfo = weights::pallet_proxy::WeightInfo<Runtime>;
	type MaxPending = ConstU32<32>;
	type CallHasher = BlakeTwo256;
	type AnnouncementDepositBase = AnnouncementDepositBase;
	type AnnouncementDepositFactor = AnnouncementDepositFactor;
	type BlockNumberProvider = System;
}
