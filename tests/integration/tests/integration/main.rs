//! The pallets together: tokens, proxies, presets and the worked scenarios.

mod block_limits;
mod full_flow;
mod genesis;
mod genesis_refusals;
mod proxies;
mod receipt;
mod scenarios;
mod upgrade;
