//! Tests of the pallet, one file per topic.

use crate::mock::*;

mod administration;
mod cancellations;
mod common;
mod deposits;
mod escapes;
mod feature_table;
mod forced;
mod forced_consent;
mod forced_limits;
mod forced_trades;
mod freeze;
mod indices;
mod integrity;
mod interface;
mod life_cycle;
mod messages;
mod properties;
mod pruning;
mod queries;
mod registration;
mod signature;
mod state_update;
mod try_state;
mod unfreeze;
mod vectors;
mod weights;
mod withdrawals;
