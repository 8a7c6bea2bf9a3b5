//! The timelock: what governance decides is visible before it acts (governance specification, section 4).

use super::{
	governance::{CouncilMajority, CouncilTwoThirds},
	validators::next_are_listed,
};
use crate::{
	chain_constants::SessionLength, weights, AccountId, BlockNumber, Preimage, Runtime, RuntimeCall,
	RuntimeOrigin, Timestamp,
};
use frame_support::{
	parameter_types,
	traits::{ConstU32, Contains, EitherOf},
	PalletId,
};
use pallet_timelock::{
	origins::track, EnsureAnyTrackAccount, EnsurePerTrack, EnsureSignedNotTrack, EnsureTrack, TrackId,
};
use sp_runtime::traits::AccountIdConversion;

parameter_types! {
	pub const TimelockPalletId: PalletId = PalletId(*b"lsm/tmlk");
	/// Account of the track without a delay.
	pub InstantAccount: AccountId = TimelockPalletId::get().into_sub_account_truncating(TrackId::Instant);
	/// Account of the track with a short delay: holds the roles of the pool and guards the proxies.
	pub ShortAccount: AccountId = TimelockPalletId::get().into_sub_account_truncating(TrackId::Short);
	/// Account of the track with a long delay.
	pub LongAccount: AccountId = TimelockPalletId::get().into_sub_account_truncating(TrackId::Long);
}

/// What the track without a delay carries out.
pub type ByInstant = EnsureTrack<track::Instant>;
/// What the track with a short delay carries out.
pub type ByShort = EnsureTrack<track::Short>;
/// What the track with a long delay carries out.
pub type ByLong = EnsureTrack<track::Long>;

/// The account whose roles count: that of a track for what the timelock carries out, else the signer, who is never the
/// account of a track.
pub type RoleOrigin = EitherOf<EnsureAnyTrackAccount<Runtime>, EnsureSignedNotTrack<Runtime>>;

/// Accounts of the tracks that always wait.
pub struct DelayedTracks;
impl Contains<AccountId> for DelayedTracks {
	fn contains(account: &AccountId) -> bool {
		[ShortAccount::get(), LongAccount::get()].contains(account)
	}
}

/// Accounts of all tracks.
pub struct AllTracks;
impl Contains<AccountId> for AllTracks {
	fn contains(account: &AccountId) -> bool {
		pallet_timelock::Pallet::<Runtime>::is_track_account(account)
	}
}

/// Calls that need root, which nothing else ever is: upgrades, and the repair of a lost owner of the pool and of finality
/// whose validators are lost. None of them runs another call or writes storage of its caller's choice.
pub struct RootCalls;
impl Contains<RuntimeCall> for RootCalls {
	fn contains(call: &RuntimeCall) -> bool {
		use pallet_liquidity_staking::Call as Pool;
		match call {
			RuntimeCall::System(frame_system::Call::authorize_upgrade { .. })
			| RuntimeCall::LiquidityStaking(Pool::grant_role { .. } | Pool::revoke_role { .. }) => true,
			RuntimeCall::Grandpa(pallet_grandpa::Call::note_stalled {
				delay,
				best_finalized_block_number,
			}) => finality_can_begin_anew(*delay, *best_finalized_block_number),
			_ => false,
		}
	}
}

/// Whether nodes can go over to the validators of the next session without the votes of the present ones.
///
/// GRANDPA checks none of it. It computes with the delay in a hook. For twice the delay it takes no other such change, but keeps
/// one for later, and nobody knows for whom: so that is over before the next session but one begins. Nodes refuse a
/// block that names no validators, for ever; and validators that governance has replaced, because they are lost, would be
/// lost again. What nodes are told was final last must be in the past to be true.
fn finality_can_begin_anew(delay: BlockNumber, last_final: BlockNumber) -> bool {
	delay <= SessionLength::<Runtime>::get() / 2
		&& last_final < frame_system::Pallet::<Runtime>::block_number()
		&& next_are_listed()
}

impl pallet_timelock::Config for Runtime {
	type RuntimeOrigin = RuntimeOrigin;
	type RuntimeCall = RuntimeCall;
	type QueueOrigin = EnsurePerTrack<CouncilMajority, CouncilMajority, CouncilTwoThirds>;
	// Never harder than queueing: a majority can stop what two thirds began.
	type CancelOrigin = EnsurePerTrack<CouncilMajority, CouncilMajority, CouncilMajority>;
	type RootCalls = RootCalls;
	type Time = Timestamp;
	type Preimages = Preimage;
	type PalletId = TimelockPalletId;
	type MaxOpenOperations = ConstU32<100>;
	type WeightInfo = weights::pallet_timelock::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}
