//! Weights for the tests: those of the proxies tell the calls and their lists apart, the others are nothing.

use frame_support::weights::Weight;

/// Weights of all three pallets.
pub struct TestWeights;

macro_rules! weights {
	($trait:path: $($plain:ident = $weight:literal),*; $($listed:ident ( $($list:ident),* ) = $base:literal),*) => {
		impl $trait for TestWeights {
			$(fn $plain() -> Weight { Weight::from_parts($weight, 0) })*
			$(fn $listed($($list: u32),*) -> Weight {
				let mut weight: u64 = $base;
				$(weight = weight * 1_000 + u64::from($list);)*
				Weight::from_parts(if $base == 0 { 0 } else { weight }, 0)
			})*
		}
	};
}

weights!(crate::WeightInfo:
	create_proxy = 1_001, grant_role = 1_002, revoke_role = 1_003, renounce_role = 1_004,
	allow_external_recipient = 1_005, disallow_external_recipient = 1_006, allow_stark_key = 1_007,
	disallow_stark_key = 1_008, set_staking_allowance = 1_009, set_exchange_allowance = 1_010,
	auto_pay_and_borrow = 1_011, auto_pay_and_repay = 1_012, borrow = 1_013, repay_borrow = 1_014,
	repay_debt = 1_015, register_user_on_exchange = 1_016, deposit_to_exchange = 1_017,
	withdraw_from_exchange = 1_018, deposit_cancel = 1_019, deposit_reclaim = 1_020,
	forced_withdrawal_request = 1_021, unqueue_forced_trade_request = 1_022, forced_trade_request = 1_023,
	external_withdraw_token = 1_024, external_withdraw_other_token = 1_025, external_withdraw_native = 1_026,
	increase_approved_amount = 1_027, reset_approved_amount = 1_028,
	guardian_set_borrowing_restriction = 1_029, guardian_repay_borrow = 1_030, guardian_repay_debt = 1_031,
	guardian_withdraw_from_exchange = 1_032, guardian_forced_withdrawal_request = 1_033,
	guardian_forced_trade_request = 1_034, guardian_deposit_cancel = 1_035, guardian_deposit_reclaim = 1_036,
	emergency_restrict = 1_037, queue_forced_trade_request = 1_038, queue_forced_trade_request_full = 1_039;
	close_proxy(h, e) = 1, recover_ownership(h, e) = 2, claim_rewards(p) = 4,
	guardian_veto_forced_trade_requests(v) = 5
);

weights!(pallet_liquidity_staking::WeightInfo:
	stake = 0, stake_for = 0, claim_rewards = 0, transfer = 0, approve = 0, increase_allowance = 0,
	decrease_allowance = 0, transfer_from = 0, set_epoch_parameters = 0, set_blackout_window = 0,
	set_rewards_per_second = 0, grant_role = 0, revoke_role = 0, renounce_role = 0, on_initialize_idle = 0,
	on_initialize_roll = 0, borrow = 0, repay_borrow = 0, repay_debt = 0, restrict_borrower = 0,
	set_borrowing_restriction = 0, claim_rewards_for = 0, decrease_borrower_debt = 0,
	failsafe_delete_inactive_balance = 0;
	request_withdrawal(k) = 0, withdraw_stake(k) = 0, withdraw_max_stake(k) = 0, withdraw_debt(k) = 0,
	withdraw_max_debt(k) = 0, mark_debt(n) = 0, set_borrower_allocations(n) = 0, request_withdrawal_for(k) = 0,
	withdraw_stake_for(k) = 0, decrease_staker_debt(k) = 0, settle(k) = 0,
	failsafe_settle_inactive_to_epoch(k) = 0
);

weights!(pallet_stark_exchange::WeightInfo:
	register_user = 0, deposit = 0, deposit_cancel = 0, deposit_reclaim = 0, withdraw = 0,
	forced_withdrawal_request = 0, forced_trade_request = 0, freeze_request = 0, escape = 0,
	register_operator = 0, unregister_operator = 0, unfreeze = 0;
	update_state(d, t, s, f, w) = 0, prune_used(n) = 0
);
