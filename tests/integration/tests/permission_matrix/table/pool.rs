//! The pool (governance specification, 6.1).

use super::super::{
	callers::Caller::{self, *},
	row::{
		row, Build,
		Gate::{self, *},
		Row,
	},
	scenes::*,
	stage::*,
};
use pallet_liquidity_staking::{types::Role, Call, Error};
use tidepool_integration_tests::common::*;
use tidepool_runtime::Runtime;

fn pool(call: &'static str, gate: Gate, build: Build) -> Row {
	row("LiquidityStaking", call, gate, build)
}

fn role() -> Gate {
	Role(Error::<Runtime>::MissingRole.into())
}

/// A call for the holders of a role that the short track has at genesis.
fn by_role(call: &'static str, holder: Caller, build: Build) -> Row {
	pool(call, role(), build).by(&[holder]).held_by(&[Short])
}

pub fn rows() -> Vec<Row> {
	[by_stakers(), receipts(), by_borrowers(), by_anybody(), by_governance(), by_operators(), roles()]
		.concat()
}

fn by_stakers() -> Vec<Row> {
	vec![
		pool("stake", Everybody, |_| Call::<Runtime>::stake { amount: SOME }.into()),
		pool("stake_for", Everybody, |_| {
			Call::<Runtime>::stake_for { staker: staker(), amount: SOME }.into()
		})
		.note("the caller pays"),
		pool("request_withdrawal", Everybody, |who| {
			staked(who);
			Call::<Runtime>::request_withdrawal { amount: SOME }.into()
		}),
		pool("withdraw_stake", Everybody, |who| {
			inactive(who);
			Call::<Runtime>::withdraw_stake { recipient: who.clone(), amount: SOME }.into()
		}),
		pool("withdraw_max_stake", Everybody, |who| {
			inactive(who);
			Call::<Runtime>::withdraw_max_stake { recipient: who.clone() }.into()
		}),
		pool("withdraw_debt", Everybody, |who| {
			owed(who);
			Call::<Runtime>::withdraw_debt { recipient: who.clone(), amount: 1 }.into()
		}),
		pool("withdraw_max_debt", Everybody, |who| {
			owed(who);
			Call::<Runtime>::withdraw_max_debt { recipient: who.clone() }.into()
		}),
		pool("claim_rewards", Everybody, |who| {
			staked(who);
			set_time(now() + 60);
			Call::<Runtime>::claim_rewards { recipient: who.clone() }.into()
		}),
		pool("failsafe_settle_inactive_to_epoch", Everybody, |who| {
			inactive(who);
			Call::<Runtime>::failsafe_settle_inactive_to_epoch { max_epoch: EPOCH as u32 + 1 }.into()
		}),
		pool("failsafe_delete_inactive_balance", Everybody, |who| {
			inactive(who);
			Call::<Runtime>::failsafe_delete_inactive_balance {}.into()
		}),
	]
}

fn receipts() -> Vec<Row> {
	vec![
		pool("transfer", Everybody, |who| {
			staked(who);
			Call::<Runtime>::transfer { recipient: person("payee"), amount: SOME }.into()
		}),
		pool("approve", Everybody, |_| {
			Call::<Runtime>::approve { spender: person("spender"), amount: SOME }.into()
		}),
		pool("increase_allowance", Everybody, |_| {
			Call::<Runtime>::increase_allowance { spender: person("spender"), added: SOME }.into()
		}),
		pool("decrease_allowance", Everybody, |who| {
			let spender = person("spender");
			play(who, Call::<Runtime>::approve { spender: spender.clone(), amount: SOME });
			Call::<Runtime>::decrease_allowance { spender, removed: SOME }.into()
		}),
		pool("transfer_from", Signer(Error::<Runtime>::InsufficientAllowance.into()), |_| {
			play(&staker(), Call::<Runtime>::approve { spender: Concerned.signer(), amount: SOME });
			let recipient = person("payee");
			Call::<Runtime>::transfer_from { owner: staker(), recipient, amount: SOME }.into()
		})
		.by(&[Concerned])
		.note("own: whom the holder has approved"),
	]
}

fn by_borrowers() -> Vec<Row> {
	vec![
		pool("borrow", Signer(Error::<Runtime>::ExceedsAllocation.into()), |_| {
			entitled(&Concerned.signer());
			Call::<Runtime>::borrow { amount: SOME }.into()
		})
		.by(&[Concerned])
		.note("own: an account with a share of the pool; at genesis these are proxies, which borrow through their own calls"),
		pool("repay_borrow", Everybody, |_| {
			borrowed();
			Call::<Runtime>::repay_borrow { borrower: proxy_account(), amount: SOME }.into()
		})
		.note("for any borrower"),
		pool("repay_debt", Everybody, |_| {
			in_debt();
			Call::<Runtime>::repay_debt { borrower: proxy_account(), amount: SOME }.into()
		})
		.note("for any borrower"),
	]
}

fn by_anybody() -> Vec<Row> {
	vec![
		pool("restrict_borrower", Everybody, |_| {
			overdue();
			Call::<Runtime>::restrict_borrower { borrower: proxy_account() }.into()
		})
		.note("only a borrower that is overdue"),
		pool("mark_debt", Everybody, |_| {
			overdue();
			let borrowers = vec![proxy_account()].try_into().expect("few");
			Call::<Runtime>::mark_debt { borrowers }.into()
		})
		.note("only while the pool is short"),
		pool("settle", Everybody, |_| Call::<Runtime>::settle { staker: staker() }.into())
			.note("changes no balance that the queries report"),
	]
}

fn by_governance() -> Vec<Row> {
	vec![
		by_role("set_epoch_parameters", EpochParameters, |_| {
			let (interval, offset) = (DEVELOPMENT_INTERVAL, DEVELOPMENT_OFFSET);
			Call::<Runtime>::set_epoch_parameters { interval, offset }.into()
		})
		.note("not in the blackout window"),
		by_role("set_blackout_window", EpochParameters, |_| {
			Call::<Runtime>::set_blackout_window { window: 120 }.into()
		})
		.note("not in the blackout window"),
		by_role("set_rewards_per_second", RewardsRate, |_| {
			Call::<Runtime>::set_rewards_per_second { rate: 7 }.into()
		}),
		by_role("set_borrower_allocations", BorrowerAdmin, |_| {
			let changes = vec![(Some(proxy_account()), 4_000), (None, 6_000)].try_into().expect("few");
			Call::<Runtime>::set_borrower_allocations { changes }.into()
		})
		.note("not in the blackout window"),
		by_role("set_borrowing_restriction", BorrowerAdmin, |_| {
			Call::<Runtime>::set_borrowing_restriction { borrower: proxy_account(), restricted: true }.into()
		})
		.note("at any time; the only way to lift a restriction"),
	]
}

fn by_operators() -> Vec<Row> {
	vec![
		pool("request_withdrawal_for", role(), |_| {
			Call::<Runtime>::request_withdrawal_for { staker: staker(), amount: SOME }.into()
		})
		.by(&[StakeOperator])
		.note("nobody holds the role at genesis"),
		pool("withdraw_stake_for", role(), |_| {
			play(&staker(), Call::<Runtime>::request_withdrawal { amount: SOME });
			set_time(epoch_start(EPOCH + 1));
			let recipient = staker();
			Call::<Runtime>::withdraw_stake_for { staker: staker(), recipient, amount: SOME }.into()
		})
		.by(&[StakeOperator])
		.note("likewise"),
		pool("claim_rewards_for", role(), |_| {
			set_time(now() + 60);
			Call::<Runtime>::claim_rewards_for { staker: staker(), recipient: staker() }.into()
		})
		.by(&[ClaimOperator])
		.note("likewise"),
		pool("decrease_staker_debt", role(), |_| {
			in_debt();
			Call::<Runtime>::decrease_staker_debt { staker: staker(), amount: SOME }.into()
		})
		.by(&[DebtOperator])
		.note("likewise"),
		pool("decrease_borrower_debt", role(), |_| {
			in_debt();
			Call::<Runtime>::decrease_borrower_debt { borrower: proxy_account(), amount: SOME }.into()
		})
		.by(&[DebtOperator])
		.note("likewise"),
	]
}

fn roles() -> Vec<Row> {
	vec![
		by_role("grant_role", PoolOwner, |_| {
			Call::<Runtime>::grant_role { role: Role::DebtOperator, account: person("heir") }.into()
		})
		.by_the_long_track_as_root()
		.note("the long track repairs a lost owner"),
		by_role("revoke_role", PoolOwner, |_| {
			Call::<Runtime>::revoke_role { role: Role::DebtOperator, account: DebtOperator.signer() }.into()
		})
		.by_the_long_track_as_root()
		.note("likewise"),
		pool("renounce_role", RoleHolders, |_| Call::<Runtime>::renounce_role { role: Role::Owner }.into())
			.note("the own role; without effect for those who do not hold it"),
	]
}
