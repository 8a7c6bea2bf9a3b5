//! The council and what it decides with.

use crate::{
	chain_constants, weights, AccountId, Balance, Balances, OriginCaller, Preimage, Runtime, RuntimeCall,
	RuntimeEvent, RuntimeHoldReason, RuntimeOrigin, System,
};
use frame_support::{
	parameter_types,
	traits::{fungible::HoldConsideration, EitherOf, EqualPrivilegeOnly, LinearStoragePrice},
	weights::Weight,
};
use pallet_collective::{DefaultVote, EnsureProportionAtLeast, EnsureProportionMoreThan, MemberCount};
use sp_runtime::Perbill;

use super::{
	origins::OrBenchmark,
	system::RuntimeBlockWeights,
	timelock::{ByLong, ByShort},
	tokens::deposit,
};

/// The instance of pallet-collective that is the council.
pub type CouncilCollective = pallet_collective::Instance1;
/// More than half of the council.
pub type CouncilMajority = EnsureProportionMoreThan<AccountId, CouncilCollective, 1, 2>;
/// At least two thirds of the council.
pub type CouncilTwoThirds = EnsureProportionAtLeast<AccountId, CouncilCollective, 2, 3>;

/// Silence counts against a motion.
///
/// When its time is over, absent members are counted as this says. Any other rule would let a minority with a
/// silent rest reach a threshold that is meant to need that many active members.
pub struct AbstainIsNay;

impl DefaultVote for AbstainIsNay {
	fn default_vote(_: Option<bool>, _: MemberCount, _: MemberCount, _: MemberCount) -> bool {
		false
	}
}

/// What silence counts as. The benchmarks of pallet-collective take for granted that it can carry a motion.
#[cfg(feature = "runtime-benchmarks")]
type Silence = pallet_collective::PrimeDefaultVote;
#[cfg(not(feature = "runtime-benchmarks"))]
type Silence = AbstainIsNay;

parameter_types! {
	pub const CouncilMaxProposals: u32 = 100;
	pub const CouncilMaxMembers: u32 = 13;
	pub MaxProposalWeight: Weight = Perbill::from_percent(50) * RuntimeBlockWeights::get().max_block;
}

impl chain_constants::Config for Runtime {}

impl pallet_collective::Config<CouncilCollective> for Runtime {
	type RuntimeOrigin = RuntimeOrigin;
	type Proposal = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type MotionDuration = chain_constants::MotionDuration<Runtime>;
	type MaxProposals = CouncilMaxProposals;
	type MaxMembers = CouncilMaxMembers;
	type DefaultVote = Silence;
	type SetMembersOrigin = OrBenchmark<ByLong>;
	type MaxProposalWeight = MaxProposalWeight;
	type DisapproveOrigin = OrBenchmark<CouncilTwoThirds>;
	type KillOrigin = OrBenchmark<CouncilTwoThirds>;
	type Consideration = ();
	type WeightInfo = weights::pallet_collective::WeightInfo<Runtime>;
}

parameter_types! {
	pub const PreimageBaseDeposit: Balance = deposit(2, 64);
	pub const PreimageByteDeposit: Balance = deposit(0, 1);
	pub const PreimageHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::Preimage(pallet_preimage::HoldReason::Preimage);
}

impl pallet_preimage::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = weights::pallet_preimage::WeightInfo<Runtime>;
	type Currency = Balances;
	type ManagerOrigin = EitherOf<ByShort, ByLong>;
	type Consideration = HoldConsideration<
		AccountId,
		Balances,
		PreimageHoldReason,
		LinearStoragePrice<PreimageBaseDeposit, PreimageByteDeposit, Balance>,
	>;
}

parameter_types! {
	pub MaximumSchedulerWeight: Weight = Perbill::from_percent(80) * RuntimeBlockWeights::get().max_block;
	pub const MaxScheduledPerBlock: u32 = 50;
}

impl pallet_scheduler::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeOrigin = RuntimeOrigin;
	type PalletsOrigin = OriginCaller;
	type RuntimeCall = RuntimeCall;
	type MaximumWeight = MaximumSchedulerWeight;
	// A scheduled call would escape those who cancel operations of the timelock.
	type ScheduleOrigin = OrBenchmark<ByLong>;
	type OriginPrivilegeCmp = EqualPrivilegeOnly;
	type MaxScheduledPerBlock = MaxScheduledPerBlock;
	type WeightInfo = weights::pallet_scheduler::WeightInfo<Runtime>;
	type Preimages = Preimage;
	type BlockNumberProvider = System;
}
