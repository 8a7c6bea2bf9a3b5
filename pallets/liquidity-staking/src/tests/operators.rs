//! Stake and claim operators, and the role that every operator call needs (scenarios 47 and 48; specification,
//! section 5.6).

use super::*;
use crate::types::Role;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

const OPERATOR: AccountId = EVE;

/// Alice 500 active and 500 requested of 1,000, one second before the blackout; Eve holds `role`.
fn with_operator(role: Role, test: impl FnOnce()) {
	ExtBuilder::default().rate(10).stakes(&[(ALICE, 1_000)]).build_and_execute(|| {
		grant(role, OPERATOR);
		request(ALICE, 500);
		at(INTERVAL - BLACKOUT - 1);
		pool_events();
		test();
	});
}

#[test]
fn a_stake_operator_requests_for_a_staker() {
	with_operator(Role::StakeOperator, || {
		assert_ok!(LiquidityStaking::request_withdrawal_for(signed(OPERATOR), ALICE, 200));
		assert_eq!(
			pool_events(),
			[
				Event::WithdrawalRequested { staker: ALICE, amount: 200 },
				Event::OperatorWithdrawalRequestedFor { staker: ALICE, amount: 200, operator: OPERATOR },
			]
		);
		assert_eq!((active(ALICE), inactive(ALICE)), ((1_000, 300), (0, 700)));
		assert_noop!(
			LiquidityStaking::request_withdrawal_for(signed(OPERATOR), ALICE, 301),
			Error::InsufficientActiveBalance
		);
		at(INTERVAL - BLACKOUT);
		assert_noop!(
			LiquidityStaking::request_withdrawal_for(signed(OPERATOR), ALICE, 1),
			Error::InBlackoutWindow
		);
	});
}

#[test]
fn a_stake_operator_withdraws_for_a_staker() {
	with_operator(Role::StakeOperator, || {
		at(INTERVAL);
		assert_noop!(
			LiquidityStaking::withdraw_stake_for(signed(OPERATOR), ALICE, OPERATOR, 1_001),
			Error::InsufficientLiquidity
		);
		assert_noop!(
			LiquidityStaking::withdraw_stake_for(signed(OPERATOR), ALICE, OPERATOR, 501),
			Error::InsufficientInactiveBalance
		);
		assert_ok!(LiquidityStaking::withdraw_stake_for(signed(OPERATOR), ALICE, OPERATOR, 300));
		assert_eq!(
			pool_events(),
			[
				burned(ALICE, 300),
				Event::WithdrewStake { staker: ALICE, recipient: OPERATOR, amount: 300 },
				Event::OperatorWithdrewStakeFor {
					staker: ALICE,
					recipient: OPERATOR,
					amount: 300,
					operator: OPERATOR
				},
			]
		);
		assert_eq!((usdc(OPERATOR), usdc(ALICE)), (FUNDS + 300, FUNDS - 1_000));
		assert_eq!((mirror(ALICE), mirror(OPERATOR), inactive(ALICE)), (700, 0, (200, 200)));
	});
}

#[test]
fn a_stake_operator_stakes_for_others_like_anybody() {
	with_operator(Role::StakeOperator, || {
		assert_ok!(LiquidityStaking::stake_for(signed(OPERATOR), BOB, 10));
		assert_ok!(LiquidityStaking::request_withdrawal_for(signed(OPERATOR), BOB, 10));
		at(INTERVAL);
		assert_ok!(LiquidityStaking::withdraw_stake_for(signed(OPERATOR), BOB, OPERATOR, 10));
		assert_eq!((usdc(OPERATOR), usdc(BOB)), (FUNDS, FUNDS));
	});
}

#[test]
fn a_claim_operator_claims_to_the_recipient_of_its_choice() {
	with_operator(Role::ClaimOperator, || {
		at(100);
		let before = [ALICE, OPERATOR, CAROL].map(Balances::free_balance);
		assert_ok!(LiquidityStaking::claim_rewards_for(signed(OPERATOR), ALICE, CAROL));
		assert_eq!(
			pool_events(),
			[
				global_index(10u128.pow(18)),
				user_index(ALICE, 10u128.pow(18), 1_000),
				Event::ClaimedRewards { staker: ALICE, recipient: CAROL, amount: 1_000 },
				Event::OperatorClaimedRewardsFor {
					staker: ALICE,
					recipient: CAROL,
					amount: 1_000,
					operator: OPERATOR
				},
			]
		);
		let after = [ALICE, OPERATOR, CAROL].map(Balances::free_balance);
		assert_eq!(after, [before[0], before[1], before[2] + 1_000]);
		assert_eq!(claimable(ALICE), 0);
		// Nothing is left to claim, which is no error.
		assert_ok!(LiquidityStaking::claim_rewards_for(signed(OPERATOR), ALICE, CAROL));
		assert_eq!(Balances::free_balance(CAROL), before[2] + 1_000);
	});
}

/// The operator calls on behalf of `caller` with arguments that are wrong in every state, and the roles they need.
fn wrong_calls(caller: AccountId) -> [(Role, DispatchError); 5] {
	let caller = || signed(caller);
	let too_much = u128::MAX;
	let error = |result: frame_support::dispatch::DispatchResultWithPostInfo| result.unwrap_err().error;
	[
		(Role::StakeOperator, error(LiquidityStaking::request_withdrawal_for(caller(), ALICE, too_much))),
		(Role::StakeOperator, error(LiquidityStaking::withdraw_stake_for(caller(), ALICE, ALICE, too_much))),
		// Nothing to pay from: the treasury is empty.
		(Role::ClaimOperator, LiquidityStaking::claim_rewards_for(caller(), ALICE, ALICE).unwrap_err()),
		(Role::DebtOperator, error(LiquidityStaking::decrease_staker_debt(caller(), ALICE, too_much))),
		(Role::DebtOperator, LiquidityStaking::decrease_borrower_debt(caller(), B0, too_much).unwrap_err()),
	]
}

#[test]
fn every_operator_call_needs_its_own_role_first() {
	let roles =
		[Role::Owner, Role::BorrowerAdmin, Role::ClaimOperator, Role::StakeOperator, Role::DebtOperator];
	for role in roles {
		ExtBuilder::default().rate(1_000).treasury(0).stakes(&[(ALICE, 10)]).build_and_execute(|| {
			// Also in blackout and without a role of any kind.
			for seconds in [10, INTERVAL - 1] {
				at(seconds);
				for (_, error) in wrong_calls(PAUPER) {
					assert_eq!(error, Error::MissingRole.into());
				}
				grant(role, OPERATOR);
				for (needed, error) in wrong_calls(OPERATOR) {
					assert_eq!(error == Error::MissingRole.into(), needed != role, "{role:?} {needed:?}");
				}
				assert_ok!(LiquidityStaking::revoke_role(signed(GOVERNANCE), role, OPERATOR));
				for (_, error) in wrong_calls(OPERATOR) {
					assert_eq!(error, Error::MissingRole.into());
				}
			}
		});
	}
}

#[test]
fn operators_are_accounts() {
	ExtBuilder::default().build_and_execute(|| {
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(
				LiquidityStaking::request_withdrawal_for(origin.clone(), ALICE, 0),
				DispatchError::BadOrigin
			);
			assert_noop!(
				LiquidityStaking::withdraw_stake_for(origin.clone(), ALICE, ALICE, 0),
				DispatchError::BadOrigin
			);
			assert_noop!(
				LiquidityStaking::claim_rewards_for(origin.clone(), ALICE, ALICE),
				DispatchError::BadOrigin
			);
			assert_noop!(
				LiquidityStaking::decrease_staker_debt(origin.clone(), ALICE, 0),
				DispatchError::BadOrigin
			);
			assert_noop!(
				LiquidityStaking::decrease_borrower_debt(origin, ALICE, 0),
				DispatchError::BadOrigin
			);
		}
	});
}
