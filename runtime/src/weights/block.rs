//! What a block and a transaction cost before their calls do anything, measured on the runtime's Wasm. Written by `make
//! weights`; not to be edited.

#![cfg_attr(rustfmt, rustfmt_skip)]

use frame_support::{parameter_types, weights::Weight};

parameter_types! {
	/// Weight of an empty block.
	pub const BlockExecutionWeight: Weight = Weight::from_parts(437_814_000, 0);
	/// Weight of a signed transaction that does nothing.
	pub const ExtrinsicBaseWeight: Weight = Weight::from_parts(183_970_000, 0);
}
