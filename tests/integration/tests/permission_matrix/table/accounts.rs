//! What accounts can do with calls: batches, multisigs and proxies. None of it is more than the account may itself.

use super::super::{
	callers::Caller::*,
	row::{row, Gate::*, Row},
	scenes::SOME_WEIGHT,
	stage::*,
};
use codec::Encode;
use frame_support::{traits::OriginTrait, weights::Weight};
use pallet_multisig::{Call as Multisig, Error as MultisigError};
use pallet_proxy::{Call as Proxy, Error as ProxyError};
use pallet_utility::Call as Utility;
use sp_core::H256;
use sp_io::hashing::blake2_256;
use sp_runtime::traits::{BlakeTwo256, Hash};
use tidepool_runtime::{configs::accounts::ProxyType, AccountId, Runtime, RuntimeCall, RuntimeOrigin};

/// A call that every origin and every filter lets pass.
fn nothing() -> Box<RuntimeCall> {
	Box::new(Utility::<Runtime>::batch { calls: vec![] }.into())
}

pub fn utility() -> Vec<Row> {
	let utility = |call, gate, build| row("Utility", call, gate, build);
	vec![
		utility("batch", Somebody, |_| Utility::<Runtime>::batch { calls: vec![] }.into())
			.note("every call in it acts as the caller"),
		utility("batch_all", Somebody, |_| Utility::<Runtime>::batch_all { calls: vec![] }.into())
			.note("likewise"),
		utility("force_batch", Somebody, |_| Utility::<Runtime>::force_batch { calls: vec![] }.into())
			.note("likewise"),
		utility("if_else", Somebody, |_| {
			Utility::<Runtime>::if_else { main: nothing(), fallback: nothing() }.into()
		})
		.note("likewise"),
		utility("as_derivative", Everybody, |_| {
			Utility::<Runtime>::as_derivative { index: 0, call: nothing() }.into()
		})
		.note("acts as a derived account, which holds no role of the caller"),
		utility("dispatch_as", RootOnly, |_| {
			let as_origin = Box::new(RuntimeOrigin::none().caller().clone());
			Utility::<Runtime>::dispatch_as { as_origin, call: nothing() }.into()
		})
		.note("could forge every origin"),
		utility("dispatch_as_fallible", RootOnly, |_| {
			let as_origin = Box::new(RuntimeOrigin::root().caller().clone());
			Utility::<Runtime>::dispatch_as_fallible { as_origin, call: nothing() }.into()
		})
		.note("likewise"),
		utility("with_weight", RootOnly, |_| {
			Utility::<Runtime>::with_weight { call: nothing(), weight: Weight::zero() }.into()
		})
		.note("would act as root"),
	]
}

/// `Concerned` has begun a multisig operation with `who`, or with somebody else if that is the same account. Returns
/// the other signatories as `who` names them, and the hash of the call.
fn begun(who: &AccountId) -> (Vec<AccountId>, [u8; 32]) {
	let opener = Concerned.signer();
	let other = if *who == opener { staker() } else { who.clone() };
	let approve = Multisig::<Runtime>::as_multi {
		threshold: 2,
		other_signatories: vec![other.clone()],
		maybe_timepoint: None,
		call: nothing(),
		max_weight: SOME_WEIGHT,
	};
	play(&opener, approve);
	let others = if *who == opener { vec![other] } else { vec![opener] };
	(others, nothing().using_encoded(blake2_256))
}

pub fn multisig() -> Vec<Row> {
	let multisig = |call, gate, build| row("Multisig", call, gate, build);
	vec![
		multisig("as_multi_threshold_1", Everybody, |_| {
			Multisig::<Runtime>::as_multi_threshold_1 { other_signatories: vec![staker()], call: nothing() }
				.into()
		})
		.note("acts as the account of the multisig"),
		multisig("as_multi", Everybody, |_| {
			Multisig::<Runtime>::as_multi {
				threshold: 2,
				other_signatories: vec![staker()],
				maybe_timepoint: None,
				call: nothing(),
				max_weight: SOME_WEIGHT,
			}
			.into()
		})
		.note("likewise, once enough have signed"),
		multisig("approve_as_multi", Everybody, |_| {
			Multisig::<Runtime>::approve_as_multi {
				threshold: 2,
				other_signatories: vec![staker()],
				maybe_timepoint: None,
				call_hash: [1; 32],
				max_weight: SOME_WEIGHT,
			}
			.into()
		}),
		multisig("cancel_as_multi", Signer(MultisigError::<Runtime>::NotOwner.into()), |who| {
			let timepoint = tidepool_runtime::Multisig::timepoint();
			let (other_signatories, call_hash) = begun(who);
			Multisig::<Runtime>::cancel_as_multi { threshold: 2, other_signatories, timepoint, call_hash }
				.into()
		})
		.by(&[Concerned])
		.note("own: who began the operation"),
		multisig("poke_deposit", Signer(MultisigError::<Runtime>::NotOwner.into()), |who| {
			let (other_signatories, call_hash) = begun(who);
			Multisig::<Runtime>::poke_deposit { threshold: 2, other_signatories, call_hash }.into()
		})
		.by(&[Concerned])
		.note("likewise"),
	]
}

fn principal() -> AccountId {
	let principal = person("principal");
	endow(&principal);
	principal
}

/// The principal has named `delegate`.
fn named_delegate(delegate: &AccountId, delay: u32) {
	let add = Proxy::<Runtime>::add_proxy { delegate: to(delegate), proxy_type: ProxyType::Any, delay };
	play(&principal(), add);
}

fn announced_hash() -> H256 {
	BlakeTwo256::hash_of(&nothing())
}

/// `delegate` has announced a call for `real`, whose delegate it is.
fn announced(real: &AccountId, delegate: &AccountId) -> H256 {
	let add = Proxy::<Runtime>::add_proxy { delegate: to(delegate), proxy_type: ProxyType::Any, delay: 1 };
	play(real, add);
	play(delegate, Proxy::<Runtime>::announce { real: to(real), call_hash: announced_hash() });
	announced_hash()
}

pub fn proxy() -> Vec<Row> {
	let proxy = |call, gate, build| row("Proxy", call, gate, build);
	vec![
		proxy("proxy", Signer(ProxyError::<Runtime>::NotProxy.into()), |_| {
			named_delegate(&Concerned.signer(), 0);
			Proxy::<Runtime>::proxy { real: to(&principal()), force_proxy_type: None, call: nothing() }.into()
		})
		.by(&[Concerned])
		.note("own: whom the account that it acts for has named; the type limits the calls"),
		proxy("add_proxy", Everybody, |_| {
			let delegate = to(&person("heir"));
			Proxy::<Runtime>::add_proxy { delegate, proxy_type: ProxyType::Staking, delay: 0 }.into()
		}),
		proxy("remove_proxy", Everybody, |who| {
			let delegate = to(&person("heir"));
			let (proxy_type, delay) = (ProxyType::Staking, 0);
			play(who, Proxy::<Runtime>::add_proxy { delegate: delegate.clone(), proxy_type, delay });
			Proxy::<Runtime>::remove_proxy { delegate, proxy_type, delay }.into()
		}),
		proxy("remove_proxies", Everybody, |_| Proxy::<Runtime>::remove_proxies {}.into()),
		proxy("create_pure", Everybody, |_| {
			Proxy::<Runtime>::create_pure { proxy_type: ProxyType::Any, delay: 0, index: 1 }.into()
		}),
		proxy("kill_pure", Signer(ProxyError::<Runtime>::NoPermission.into()), |_| {
			Proxy::<Runtime>::kill_pure {
				spawner: to(&spawner()),
				proxy_type: ProxyType::Any,
				index: 0,
				height: pure_height(),
				ext_index: 0,
			}
			.into()
		})
		.by(&[PureAccount]),
		proxy("announce", Signer(ProxyError::<Runtime>::NotProxy.into()), |_| {
			named_delegate(&Concerned.signer(), 1);
			Proxy::<Runtime>::announce { real: to(&principal()), call_hash: announced_hash() }.into()
		})
		.by(&[Concerned])
		.note("own: whom the account that it acts for has named"),
		proxy("remove_announcement", Signer(ProxyError::<Runtime>::NotFound.into()), |_| {
			let call_hash = announced(&principal(), &Concerned.signer());
			Proxy::<Runtime>::remove_announcement { real: to(&principal()), call_hash }.into()
		})
		.by(&[Concerned])
		.note("own: who announced it"),
		proxy("reject_announcement", Signer(ProxyError::<Runtime>::NotFound.into()), |_| {
			let call_hash = announced(&Concerned.signer(), &principal());
			Proxy::<Runtime>::reject_announcement { delegate: to(&principal()), call_hash }.into()
		})
		.by(&[Concerned])
		.note("own: for whom it was announced"),
		proxy("proxy_announced", Everybody, |_| {
			let (real, delegate) = (staker(), principal());
			announced(&real, &delegate);
			tidepool_runtime::System::set_block_number(tidepool_runtime::System::block_number() + 2);
			let (delegate, real) = (to(&delegate), to(&real));
			Proxy::<Runtime>::proxy_announced { delegate, real, force_proxy_type: None, call: nothing() }
				.into()
		})
		.note("what a delegate has announced, after the delay that the account set"),
		proxy("poke_deposit", Everybody, |_| Proxy::<Runtime>::poke_deposit {}.into()),
	]
}
