//! What the calls of the pallets cost in this runtime. `make weights` measures them.

pub mod pallet_liquidity_staking;
pub mod pallet_stark_exchange;
pub mod pallet_stark_proxy;
pub mod pallet_timelock;
