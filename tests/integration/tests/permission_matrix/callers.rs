//! The columns of the table: everything that can be the origin of a call.

use super::stage::{pure_account, signatories};
use pallet_collective::{Instance1, RawOrigin as CouncilOrigin};
use pallet_timelock::TrackId;
use tidepool_runtime::{AccountId, Multisig, RuntimeOrigin, Timelock};

/// Who calls. Each role has an account of its own, so that no role can be mistaken for another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Caller {
	/// No signature: inherents and unsigned transactions.
	Unsigned,
	Root,
	/// Motions of the council with two, three and four of its five votes.
	Minority,
	Majority,
	TwoThirds,
	/// What a member of the council makes the council execute for it alone.
	MemberOrigin,
	/// Operations of the timelock that were queued, waited and were executed.
	Instant,
	Short,
	Long,
	/// The accounts of the tracks as signers. Nobody can sign for them; a pallet that lets callers choose for whom
	/// they sign might be added one day.
	InstantSigner,
	ShortSigner,
	LongSigner,
	Member,
	/// Holders of the five roles of the borrower of a proxy, one account for each.
	ProxyOwner,
	DelegationAdmin,
	Borrower,
	ExchangeOperator,
	WithdrawalOperator,
	/// Holder of all five roles of another proxy.
	OtherBorrower,
	/// The account that a key of the exchange is registered to.
	KeyHolder,
	StarkOperator,
	/// Holders of the roles of the pool, one account for each. At genesis the short track holds the first four, and
	/// nobody the rest.
	PoolOwner,
	EpochParameters,
	RewardsRate,
	BorrowerAdmin,
	StakeOperator,
	ClaimOperator,
	DebtOperator,
	/// The team of USDC, one account for each part. At genesis one account has all of them.
	AssetOwner,
	AssetIssuer,
	AssetAdmin,
	AssetFreezer,
	/// The account that owns what the call is about.
	Concerned,
	/// A keyless account made by `create_pure`.
	PureAccount,
	/// Somebody without any role.
	Stranger,
}

use Caller::*;

impl Caller {
	pub const ALL: [Caller; 35] = [
		Unsigned,
		Root,
		Minority,
		Majority,
		TwoThirds,
		MemberOrigin,
		Instant,
		Short,
		Long,
		InstantSigner,
		ShortSigner,
		LongSigner,
		Member,
		ProxyOwner,
		DelegationAdmin,
		Borrower,
		ExchangeOperator,
		WithdrawalOperator,
		OtherBorrower,
		KeyHolder,
		StarkOperator,
		PoolOwner,
		EpochParameters,
		RewardsRate,
		BorrowerAdmin,
		StakeOperator,
		ClaimOperator,
		DebtOperator,
		AssetOwner,
		AssetIssuer,
		AssetAdmin,
		AssetFreezer,
		Concerned,
		PureAccount,
		Stranger,
	];

	pub const fn track(self) -> Option<TrackId> {
		match self {
			Instant => Some(TrackId::Instant),
			Short => Some(TrackId::Short),
			Long => Some(TrackId::Long),
			_ => None,
		}
	}

	pub const fn is_track_signer(self) -> bool {
		matches!(self, InstantSigner | ShortSigner | LongSigner)
	}

	pub fn is_signed(self) -> bool {
		self >= InstantSigner
	}

	/// The account that signs, if any.
	pub fn account(self) -> Option<AccountId> {
		match self {
			InstantSigner => Some(Timelock::track_account(TrackId::Instant)),
			ShortSigner => Some(Timelock::track_account(TrackId::Short)),
			LongSigner => Some(Timelock::track_account(TrackId::Long)),
			PureAccount => Some(pure_account()),
			_ => self.signatories().map(|signatories| Multisig::multi_account_id(&signatories, 2)),
		}
	}

	/// The two who sign together for the account, in order. Role holders are multisigs, so that what is true of the
	/// account can be tried with the account as a signer and through the multisig alike.
	pub fn signatories(self) -> Option<[AccountId; 2]> {
		let has = self.is_signed() && !self.is_track_signer() && self != PureAccount;
		has.then(|| signatories(self))
	}

	/// The origin as a call sees it that is dispatched directly, or on behalf of a track without being one of the
	/// calls for which the long track is root.
	pub fn origin(self) -> RuntimeOrigin {
		let council = |origin: CouncilOrigin<AccountId, Instance1>| RuntimeOrigin::from(origin);
		match self {
			Unsigned => RuntimeOrigin::none(),
			Root => RuntimeOrigin::root(),
			Minority => council(CouncilOrigin::Members(2, 5)),
			Majority => council(CouncilOrigin::Members(3, 5)),
			TwoThirds => council(CouncilOrigin::Members(4, 5)),
			MemberOrigin => council(CouncilOrigin::Member(Member.signer())),
			Instant | Short | Long => {
				let track = self.track().expect("these are the tracks");
				pallet_timelock::Origin::Track(track).into()
			},
			_ => RuntimeOrigin::signed(self.signer()),
		}
	}

	/// The account of a caller that is known to sign.
	pub fn signer(self) -> AccountId {
		self.account().expect("the caller signs")
	}

	/// Heading of the column in the documentation, and what it stands for.
	pub const fn described(self) -> (&'static str, &'static str) {
		match self {
			Unsigned => ("In", "inherent: the author of the block, without a signature"),
			Root => ("R", "root. Nobody is root, but for the calls where TL has a mark in the same row"),
			Minority => ("Cn", "a minority of the council, directly"),
			Majority => ("Cm", "a majority of the council (3 of 5), directly"),
			TwoThirds => ("C2", "two thirds of the council (4 of 5), directly"),
			MemberOrigin => ("Co", "a member of the council through `council.execute`"),
			Instant => ("TI", "an operation of the instant track; every proxy's veto guardian"),
			Short => ("TS", "an operation of the short track; every proxy's guardian, holder of the pool's first four roles"),
			Long => ("TL", "an operation of the long track"),
			InstantSigner => ("iI", "the instant track's account as a signer"),
			ShortSigner => ("iS", "the short track's account as a signer"),
			LongSigner => ("iL", "the long track's account as a signer"),
			Member => ("CM", "a member of the council, signing"),
			ProxyOwner => ("O", "owner of the proxy"),
			DelegationAdmin => ("D", "delegation admin of the proxy"),
			Borrower => ("B", "borrower of the proxy"),
			ExchangeOperator => ("X", "exchange operator of the proxy"),
			WithdrawalOperator => ("W", "withdrawal operator of the proxy"),
			OtherBorrower => ("OB", "holder of all roles of another proxy"),
			KeyHolder => ("K", "the account that the key is registered to"),
			StarkOperator => ("S", "StarkEx operator"),
			PoolOwner => ("pO", "the pool's role Owner"),
			EpochParameters => ("pE", "the pool's role EpochParameters"),
			RewardsRate => ("pR", "the pool's role RewardsRate"),
			BorrowerAdmin => ("pB", "the pool's role BorrowerAdmin"),
			StakeOperator => ("pS", "the pool's role StakeOperator, which nobody holds at genesis"),
			ClaimOperator => ("pC", "the pool's role ClaimOperator, which nobody holds at genesis"),
			DebtOperator => ("pD", "the pool's role DebtOperator, which nobody holds at genesis"),
			AssetOwner => ("aO", "owner of the asset (USDC: its issuer)"),
			AssetIssuer => ("aI", "issuer of the asset"),
			AssetAdmin => ("aA", "admin of the asset (USDC: its issuer)"),
			AssetFreezer => ("aF", "freezer of the asset (USDC: its issuer)"),
			Concerned => ("own", "the account that owns what the call is about; the note says what"),
			PureAccount => ("pure", "the account itself that `create_pure` made, through its proxy"),
			Stranger => ("A", "anyone who signs, with the own funds and for what is the own"),
		}
	}
}
