//! The pallets together: tokens, proxies, presets and the worked scenarios.

mod full_flow;
mod genesis;
mod governance;
mod proxies;
mod receipt;
mod scenarios;
