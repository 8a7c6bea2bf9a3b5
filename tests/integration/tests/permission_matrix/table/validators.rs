//! The validators: governance keeps the list, and everybody the own keys.

use super::super::{
	callers::Caller::*,
	row::{row, Gate::*, Row},
	stage::*,
};
use pallet_membership::Call as Validators;
use pallet_session::{Call as Session, Error as SessionError};
use tidepool_integration_tests::{common::alice, sessions::pairs};
use tidepool_runtime::Runtime;

pub fn list() -> Vec<Row> {
	let validators = |call, gate, build| row("Validators", call, gate, build);
	vec![
		validators("add_member", Origin, |who| Validators::<Runtime>::add_member { who: to(who) }.into())
			.by(&[Long]),
		validators("remove_member", Origin, |_| {
			Validators::<Runtime>::remove_member { who: to(&alice()) }.into()
		})
		.by(&[Long])
		.note("the last validators with keys stay in force"),
		validators("swap_member", Origin, |who| {
			Validators::<Runtime>::swap_member { remove: to(&alice()), add: to(who) }.into()
		})
		.by(&[Long]),
		validators("reset_members", Origin, |who| {
			Validators::<Runtime>::reset_members { members: vec![who.clone()] }.into()
		})
		.by(&[Long]),
		validators("change_key", Filtered, |_| {
			Validators::<Runtime>::change_key { new: to(&person("heir")) }.into()
		})
		.note("a validator would hand its seat to an account that nobody has looked at"),
		validators("set_prime", Origin, |_| Validators::<Runtime>::set_prime { who: to(&alice()) }.into())
			.note("a prime would mean nothing"),
		validators("clear_prime", Origin, |_| Validators::<Runtime>::clear_prime {}.into()).note("likewise"),
	]
}

pub fn keys() -> Vec<Row> {
	let session = |call, gate, build| row("Session", call, gate, build);
	vec![
		session("set_keys", Everybody, |who| pairs("keys").registration(who).into()).note(
			"with a deposit, and a proof that the keys belong to the account; of use to those who are listed",
		),
		session("purge_keys", Signer(SessionError::<Runtime>::NoKeys.into()), |_| {
			let owner = Concerned.signer();
			play(&owner, pairs("keys").registration(&owner));
			Session::<Runtime>::purge_keys {}.into()
		})
		.by(&[Concerned])
		.note("own: who has registered keys"),
	]
}
