//! What the calls of the pallets cost in this runtime. `make weights` measures them.

pub mod pallet_liquidity_staking;
