//! Weights of `pallet_stark_proxy`.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
use frame_support::weights::Weight;

/// Weights of `pallet_stark_proxy`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_stark_proxy::WeightInfo for WeightInfo<T> {
	fn create_proxy() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn close_proxy(_h: u32, _e: u32) -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn grant_role() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn revoke_role() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn renounce_role() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn recover_ownership(_h: u32, _e: u32) -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn allow_external_recipient() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn disallow_external_recipient() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn allow_stark_key() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn disallow_stark_key() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn set_staking_allowance() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn set_exchange_allowance() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn auto_pay_and_borrow() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn auto_pay_and_repay() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn borrow() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn repay_borrow() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn repay_debt() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn register_user_on_exchange() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn deposit_to_exchange() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn withdraw_from_exchange() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn deposit_cancel() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn deposit_reclaim() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn forced_withdrawal_request() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn queue_forced_trade_request_full() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn queue_forced_trade_request() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn unqueue_forced_trade_request() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn forced_trade_request() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn external_withdraw_token() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn external_withdraw_other_token() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn external_withdraw_native() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn claim_rewards(_p: u32) -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn increase_approved_amount() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn reset_approved_amount() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn guardian_set_borrowing_restriction() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn guardian_repay_borrow() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn guardian_repay_debt() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn guardian_withdraw_from_exchange() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn guardian_forced_withdrawal_request() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn guardian_forced_trade_request() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn guardian_deposit_cancel() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn guardian_deposit_reclaim() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn guardian_veto_forced_trade_requests(_v: u32) -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn emergency_restrict() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
}
