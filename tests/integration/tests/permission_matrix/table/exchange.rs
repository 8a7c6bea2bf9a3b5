//! The exchange (governance specification, 6.3).

use super::super::{
	callers::Caller::*,
	row::{
		row, Build,
		Gate::{self, *},
		Row,
	},
	scenes::*,
	stage::*,
};
use pallet_stark_exchange::{Call, Error};
use tidepool_integration_tests::exchange::Place;
use tidepool_runtime::{Runtime, RuntimeCall};

fn exchange(call: &'static str, gate: Gate, build: Build) -> Row {
	row("StarkExchange", call, gate, build)
}

fn key_owner() -> Gate {
	Signer(Error::<Runtime>::NotKeyOwner.into())
}

fn cancel((key, position): Place) -> RuntimeCall {
	Call::<Runtime>::deposit_cancel { key, position }.into()
}

fn reclaim((key, position): Place) -> RuntimeCall {
	Call::<Runtime>::deposit_reclaim { key, position }.into()
}

fn force_withdrawal((key, position): Place) -> RuntimeCall {
	Call::<Runtime>::forced_withdrawal_request { key, position, q: SOME_UNITS }.into()
}

fn force_trade(place: Place) -> RuntimeCall {
	let (args, signature_b) = trade(place);
	Call::<Runtime>::forced_trade_request { args, signature_b, reduce_only: false }.into()
}

pub fn rows() -> Vec<Row> {
	[by_users(), by_key_owners(), for_proxies(), administration()].concat()
}

fn by_users() -> Vec<Row> {
	vec![
		exchange("register_user", Everybody, |who| {
			let (key, signature) = registrable(who);
			Call::<Runtime>::register_user { key, signature }.into()
		})
		.note("whoever knows the secret of the key"),
		exchange("deposit", Everybody, |_| {
			let (key, position) = own_place();
			Call::<Runtime>::deposit { key, position, q: SOME_UNITS }.into()
		})
		.note("for any key; the caller pays"),
		exchange("withdraw", Everybody, |_| {
			credited(own_place());
			Call::<Runtime>::withdraw { key: own_place().0 }.into()
		})
		.note("pays the account of the key, whoever asks"),
		exchange("freeze_request", Everybody, |_| {
			Call::<Runtime>::freeze_request { id: ignored_request() }.into()
		})
		.note("only when a forced request was not served in time"),
		exchange("escape", Everybody, |_| {
			frozen();
			Call::<Runtime>::escape { position: own_place().1 }.into()
		})
		.note("only in a freeze; credits the key of the position"),
		exchange("prune_used", Everybody, |_| Call::<Runtime>::prune_used { ids: Default::default() }.into())
			.note("only what has expired"),
	]
}

fn by_key_owners() -> Vec<Row> {
	vec![
		exchange("deposit_cancel", key_owner(), |_| {
			deposited(own_place());
			cancel(own_place())
		})
		.by(&[KeyHolder]),
		exchange("deposit_reclaim", key_owner(), |_| {
			cancelled(own_place());
			reclaim(own_place())
		})
		.by(&[KeyHolder]),
		exchange("forced_withdrawal_request", key_owner(), |_| {
			funded(own_place());
			force_withdrawal(own_place())
		})
		.by(&[KeyHolder]),
		exchange("forced_trade_request", key_owner(), |_| force_trade(own_place())).by(&[KeyHolder]),
	]
}

/// Nobody signs for the account of a proxy: what concerns its keys goes through the calls of the proxies.
fn for_proxies() -> Vec<Row> {
	let about = "the key of a proxy";
	let note = "only through the calls of the proxy";
	vec![
		exchange("deposit_cancel", key_owner(), |_| {
			deposited(proxy_place());
			cancel(proxy_place())
		})
		.about(about)
		.note(note),
		exchange("deposit_reclaim", key_owner(), |_| {
			cancelled(proxy_place());
			reclaim(proxy_place())
		})
		.about(about)
		.note(note),
		exchange("forced_withdrawal_request", key_owner(), |_| {
			funded(proxy_place());
			force_withdrawal(proxy_place())
		})
		.about(about)
		.note(note),
		exchange("forced_trade_request", key_owner(), |_| force_trade(proxy_place())).about(about).note(note),
	]
}

fn administration() -> Vec<Row> {
	vec![
		exchange("update_state", Signer(Error::<Runtime>::NotOperator.into()), |_| {
			Call::<Runtime>::update_state { batch: next_batch() }.into()
		})
		.by(&[StarkOperator]),
		exchange("register_operator", Origin, |_| {
			Call::<Runtime>::register_operator { who: person("heir") }.into()
		})
		.by(&[Short]),
		exchange("unregister_operator", Origin, |_| {
			Call::<Runtime>::unregister_operator { who: StarkOperator.signer() }.into()
		})
		.by(&[Instant, Short])
		.note("at once, because it only tightens"),
		exchange("unfreeze", Origin, |_| {
			frozen();
			wait_days(365);
			Call::<Runtime>::unfreeze {}.into()
		})
		.by(&[Long])
		.note("not before 365 days after the freeze"),
	]
}
