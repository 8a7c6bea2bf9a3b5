//! Origins that the benchmarks of FRAME's own pallets need besides those of this chain. They call as root or as any signer,
//! whatever the configuration says; without the feature nothing here lets anybody in.

#[cfg(feature = "runtime-benchmarks")]
mod benchmarked {
	use crate::AccountId;
	use frame_support::traits::EitherOf;
	use frame_system::{EnsureRoot, EnsureSigned};

	/// The origin, or root. Root comes first, because that is what `try_successful_origin` then returns to the benchmarks.
	pub type OrBenchmark<Origin> = EitherOf<EnsureRoot<AccountId>, Origin>;
	/// Anybody.
	pub type NobodyOrBenchmark = EnsureSigned<AccountId>;
}

#[cfg(not(feature = "runtime-benchmarks"))]
mod real {
	use crate::AccountId;
	use frame_system::EnsureNever;

	/// The origin.
	pub type OrBenchmark<Origin> = Origin;
	/// Nobody.
	pub type NobodyOrBenchmark = EnsureNever<AccountId>;
}

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarked::*;
#[cfg(not(feature = "runtime-benchmarks"))]
pub use real::*;
