//! The roles of the proxies (governance specification, 6.2): each granted, revoked and renounced.

use super::super::{
	callers::Caller::{self, *},
	row::{row, Build, Gate, Row},
	stage::*,
};
use pallet_stark_proxy::{types::Role, Call, Error};
use pallet_timelock::TrackId;
use tidepool_integration_tests::borrowers::A;
use tidepool_runtime::{AccountId, Runtime, RuntimeCall, Timelock};

/// Whom a role can be granted to besides its holder.
fn successor(role: Role) -> AccountId {
	match role {
		Role::Guardian | Role::VetoGuardian => Timelock::track_account(TrackId::Long),
		_ => person("heir"),
	}
}

fn grant(role: Role) -> RuntimeCall {
	Call::<Runtime>::grant_role { proxy: A, role, account: successor(role) }.into()
}

fn revoke(role: Role, holder: AccountId) -> RuntimeCall {
	Call::<Runtime>::revoke_role { proxy: A, role, account: holder }.into()
}

fn renounce(role: Role) -> RuntimeCall {
	Call::<Runtime>::renounce_role { proxy: A, role }.into()
}

fn short() -> AccountId {
	Timelock::track_account(TrackId::Short)
}

/// The owner has appointed a second owner, so that neither is the last.
fn second_owner() {
	play(&ProxyOwner.signer(), grant(Role::Owner));
}

fn roles(call: &'static str, about: &'static str, build: Build) -> Row {
	row("StarkProxy", call, Gate::Role(Error::<Runtime>::MissingRole.into()), build).about(about)
}

pub fn rows() -> Vec<Row> {
	[granted(), granted_in_vain(), revoked(), renounced()].concat()
}

fn granted() -> Vec<Row> {
	let by = |holder: Caller, about, build: Build| roles("grant_role", about, build).by(&[holder]);
	let by_guardian = |about, build: Build| roles("grant_role", about, build).held_by(&[Short]);
	vec![
		by_guardian("Guardian", |_| grant(Role::Guardian)).note("only to the short and the long track"),
		by_guardian("VetoGuardian", |_| grant(Role::VetoGuardian)).note("only to tracks"),
		by(ProxyOwner, "Owner", |_| grant(Role::Owner)),
		by(ProxyOwner, "DelegationAdmin", |_| grant(Role::DelegationAdmin)),
		by(DelegationAdmin, "Borrower", |_| grant(Role::Borrower)),
		by(DelegationAdmin, "ExchangeOperator", |_| grant(Role::ExchangeOperator)),
		by(DelegationAdmin, "WithdrawalOperator", |_| grant(Role::WithdrawalOperator)),
	]
}

/// The powers of the guardians are subject to a delay whoever holds them.
fn granted_in_vain() -> Vec<Row> {
	fn grant_to(role: Role, account: AccountId) -> RuntimeCall {
		Call::<Runtime>::grant_role { proxy: A, role, account }.into()
	}
	let in_vain = |about, build: Build| {
		let row = roles("grant_role", about, build).held_by(&[Short]);
		row.ends_in(Error::<Runtime>::NotTimelocked).note("in vain")
	};
	vec![
		in_vain("Guardian, to a person", |_| grant_to(Role::Guardian, person("heir"))),
		in_vain("Guardian, to the track without a delay", |_| {
			grant_to(Role::Guardian, Timelock::track_account(TrackId::Instant))
		}),
		in_vain("VetoGuardian, to a person", |_| grant_to(Role::VetoGuardian, person("heir"))),
	]
}

fn revoked() -> Vec<Row> {
	let by = |holder: Caller, about, build: Build| roles("revoke_role", about, build).by(&[holder]);
	let by_guardian = |about, build: Build| roles("revoke_role", about, build).held_by(&[Short]);
	vec![
		by_guardian("Guardian", |_| revoke(Role::Guardian, short()))
			.ends_in(Error::<Runtime>::LastHolder)
			.note("never from the last one"),
		by_guardian("VetoGuardian", |_| {
			revoke(Role::VetoGuardian, Timelock::track_account(TrackId::Instant))
		}),
		by(ProxyOwner, "Owner", |_| {
			second_owner();
			revoke(Role::Owner, successor(Role::Owner))
		})
		.note("never from the last one"),
		by(ProxyOwner, "DelegationAdmin", |_| revoke(Role::DelegationAdmin, DelegationAdmin.signer())),
		by(DelegationAdmin, "Borrower", |_| revoke(Role::Borrower, Borrower.signer())),
		by(DelegationAdmin, "ExchangeOperator", |_| {
			revoke(Role::ExchangeOperator, ExchangeOperator.signer())
		}),
		by(DelegationAdmin, "WithdrawalOperator", |_| {
			revoke(Role::WithdrawalOperator, WithdrawalOperator.signer())
		}),
	]
}

fn renounced() -> Vec<Row> {
	let by = |holder: Caller, about, build: Build| roles("renounce_role", about, build).by(&[holder]);
	vec![
		roles("renounce_role", "Guardian", |_| renounce(Role::Guardian))
			.held_by(&[Short])
			.ends_in(Error::<Runtime>::LastHolder)
			.note("never by the last one"),
		roles("renounce_role", "VetoGuardian", |_| renounce(Role::VetoGuardian)).held_by(&[Instant]),
		by(ProxyOwner, "Owner", |_| {
			second_owner();
			renounce(Role::Owner)
		})
		.note("never by the last one"),
		by(DelegationAdmin, "DelegationAdmin", |_| renounce(Role::DelegationAdmin)),
		by(Borrower, "Borrower", |_| renounce(Role::Borrower)),
		by(ExchangeOperator, "ExchangeOperator", |_| renounce(Role::ExchangeOperator)),
		by(WithdrawalOperator, "WithdrawalOperator", |_| renounce(Role::WithdrawalOperator)),
	]
}
