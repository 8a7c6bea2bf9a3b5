//! Assets. Everything about USDC is done by its team, which is the bridge; forcing is a matter of the short track.

use super::super::{
	callers::Caller::*,
	row::{
		row,
		Gate::{self, *},
		Row,
	},
	scenes::SOME,
	stage::*,
};
use pallet_assets::{Call, Error};
use tidepool_runtime::Runtime;

/// An id that no asset has.
const NEW_ASSET: u32 = 99;

/// Only some of the team may.
fn team() -> Gate {
	Signer(Error::<Runtime>::NoPermission.into())
}

pub fn rows() -> Vec<Row> {
	[by_the_team(), by_force(), by_holders(), destruction(), accounts(), receipt()].concat()
}

fn asset(call: &'static str, gate: Gate, build: super::super::row::Build) -> Row {
	row("Assets", call, gate, build)
}

fn by_the_team() -> Vec<Row> {
	vec![
		asset("mint", team(), |who| {
			Call::<Runtime>::mint { id: USDC_ASSET, beneficiary: to(who), amount: SOME }.into()
		})
		.by(&[AssetIssuer]),
		asset("burn", team(), |_| {
			Call::<Runtime>::burn { id: USDC_ASSET, who: to(&staker()), amount: SOME }.into()
		})
		.by(&[AssetAdmin]),
		asset("force_transfer", team(), |who| {
			let (source, dest) = (to(&staker()), to(who));
			Call::<Runtime>::force_transfer { id: USDC_ASSET, source, dest, amount: SOME }.into()
		})
		.by(&[AssetAdmin]),
		asset("freeze", team(), |_| Call::<Runtime>::freeze { id: USDC_ASSET, who: to(&staker()) }.into())
			.by(&[AssetFreezer]),
		asset("block", team(), |_| Call::<Runtime>::block { id: USDC_ASSET, who: to(&staker()) }.into())
			.by(&[AssetFreezer]),
		asset("thaw", team(), |_| {
			play(&AssetFreezer.signer(), Call::<Runtime>::freeze { id: USDC_ASSET, who: to(&staker()) });
			Call::<Runtime>::thaw { id: USDC_ASSET, who: to(&staker()) }.into()
		})
		.by(&[AssetAdmin]),
		asset("freeze_asset", team(), |_| Call::<Runtime>::freeze_asset { id: USDC_ASSET }.into())
			.by(&[AssetFreezer]),
		asset("thaw_asset", team(), |_| {
			play(&AssetFreezer.signer(), Call::<Runtime>::freeze_asset { id: USDC_ASSET });
			Call::<Runtime>::thaw_asset { id: USDC_ASSET }.into()
		})
		.by(&[AssetAdmin]),
		asset("transfer_ownership", team(), |_| {
			Call::<Runtime>::transfer_ownership { id: USDC_ASSET, owner: to(&person("heir")) }.into()
		})
		.by(&[AssetOwner]),
		asset("set_team", team(), |_| {
			let [issuer, admin, freezer] = [(); 3].map(|()| to(&person("heir")));
			Call::<Runtime>::set_team { id: USDC_ASSET, issuer, admin, freezer }.into()
		})
		.by(&[AssetOwner]),
		asset("set_metadata", team(), |_| {
			let (name, symbol) = (b"US Dollar".to_vec(), b"USD".to_vec());
			Call::<Runtime>::set_metadata { id: USDC_ASSET, name, symbol, decimals: 6 }.into()
		})
		.by(&[AssetOwner]),
		asset("clear_metadata", team(), |_| Call::<Runtime>::clear_metadata { id: USDC_ASSET }.into())
			.by(&[AssetOwner]),
		asset("set_min_balance", team(), |_| {
			Call::<Runtime>::set_min_balance { id: OTHER_ASSET, min_balance: 5 }.into()
		})
		.by(&[AssetOwner])
		.note("never of a sufficient asset such as USDC"),
		asset("set_reserves", team(), |_| {
			Call::<Runtime>::set_reserves { id: USDC_ASSET, reserves: Default::default() }.into()
		})
		.by(&[AssetOwner])
		.note("has no meaning on this chain"),
	]
}

fn by_force() -> Vec<Row> {
	vec![
		asset("create", Origin, |who| {
			Call::<Runtime>::create { id: NEW_ASSET, admin: to(who), min_balance: 1 }.into()
		})
		.note("assets are created by `force_create`"),
		asset("force_create", Origin, |who| {
			Call::<Runtime>::force_create {
				id: NEW_ASSET,
				owner: to(who),
				is_sufficient: true,
				min_balance: 1,
			}
			.into()
		})
		.by(&[Short]),
		asset("force_set_metadata", Origin, |_| {
			let (name, symbol) = (b"US Dollar".to_vec(), b"USD".to_vec());
			let id = USDC_ASSET;
			Call::<Runtime>::force_set_metadata { id, name, symbol, decimals: 6, is_frozen: false }.into()
		})
		.by(&[Short]),
		asset("force_clear_metadata", Origin, |_| {
			Call::<Runtime>::force_clear_metadata { id: USDC_ASSET }.into()
		})
		.by(&[Short]),
		asset("force_asset_status", Origin, |_| {
			let [owner, issuer, admin, freezer] = [(); 4].map(|()| to(&person("heir")));
			Call::<Runtime>::force_asset_status {
				id: USDC_ASSET,
				owner,
				issuer,
				admin,
				freezer,
				min_balance: 1,
				is_sufficient: true,
				is_frozen: false,
			}
			.into()
		})
		.by(&[Short]),
		asset("force_cancel_approval", team(), |_| {
			let delegate = to(&person("spender"));
			let approve = Call::<Runtime>::approve_transfer {
				id: USDC_ASSET,
				delegate: delegate.clone(),
				amount: SOME,
			};
			play(&staker(), approve);
			Call::<Runtime>::force_cancel_approval { id: USDC_ASSET, owner: to(&staker()), delegate }.into()
		})
		.by(&[Short, AssetAdmin]),
	]
}

fn by_holders() -> Vec<Row> {
	vec![
		asset("transfer", Everybody, |_| {
			Call::<Runtime>::transfer { id: USDC_ASSET, target: to(&staker()), amount: SOME }.into()
		})
		.note("receipt tokens are frozen here; the pool has calls of its own to transfer them"),
		asset("transfer_keep_alive", Everybody, |_| {
			Call::<Runtime>::transfer_keep_alive { id: USDC_ASSET, target: to(&staker()), amount: SOME }
				.into()
		}),
		asset("transfer_all", Everybody, |_| {
			Call::<Runtime>::transfer_all { id: USDC_ASSET, dest: to(&staker()), keep_alive: true }.into()
		}),
		asset("approve_transfer", Everybody, |_| {
			let delegate = to(&person("spender"));
			Call::<Runtime>::approve_transfer { id: USDC_ASSET, delegate, amount: SOME }.into()
		}),
		asset("cancel_approval", Everybody, |who| {
			let delegate = to(&person("spender"));
			let approve = Call::<Runtime>::approve_transfer {
				id: USDC_ASSET,
				delegate: delegate.clone(),
				amount: SOME,
			};
			play(who, approve);
			Call::<Runtime>::cancel_approval { id: USDC_ASSET, delegate }.into()
		}),
		asset("transfer_approved", Signer(Error::<Runtime>::Unapproved.into()), |_| {
			let delegate = to(&Concerned.signer());
			play(&staker(), Call::<Runtime>::approve_transfer { id: USDC_ASSET, delegate, amount: SOME });
			let (owner, destination) = (to(&staker()), to(&person("payee")));
			Call::<Runtime>::transfer_approved { id: USDC_ASSET, owner, destination, amount: SOME }.into()
		})
		.by(&[Concerned])
		.note("own: whom the owner of the tokens has approved"),
	]
}

fn destruction() -> Vec<Row> {
	fn destroying() {
		play(&AssetOwner.signer(), Call::<Runtime>::start_destroy { id: OTHER_ASSET });
	}
	vec![
		asset("start_destroy", team(), |_| Call::<Runtime>::start_destroy { id: OTHER_ASSET }.into())
			.about("any other asset")
			.by(&[Short, AssetOwner]),
		asset("start_destroy", team(), |_| Call::<Runtime>::start_destroy { id: USDC_ASSET }.into())
			.about("USDC")
			.by(&[Short, AssetOwner])
			.ends_in(Error::<Runtime>::ContainsFreezes)
			.note("in vain: what the pool accounts in cannot be destroyed"),
		asset("start_destroy", team(), |_| Call::<Runtime>::start_destroy { id: STK_USDC_ASSET }.into())
			.about("the receipt token")
			.by(&[Short])
			.ends_in(Error::<Runtime>::ContainsFreezes)
			.note("likewise"),
		asset("destroy_accounts", Everybody, |_| {
			destroying();
			Call::<Runtime>::destroy_accounts { id: OTHER_ASSET }.into()
		})
		.note("of an asset whose destruction was begun"),
		asset("destroy_approvals", Everybody, |_| {
			destroying();
			Call::<Runtime>::destroy_approvals { id: OTHER_ASSET }.into()
		})
		.note("likewise"),
		asset("finish_destroy", Everybody, |_| {
			destroying();
			Call::<Runtime>::finish_destroy { id: OTHER_ASSET }.into()
		})
		.note("likewise"),
	]
}

fn accounts() -> Vec<Row> {
	vec![
		asset("touch", Everybody, |_| Call::<Runtime>::touch { id: OTHER_ASSET }.into()),
		asset("touch_other", Everybody, |_| {
			Call::<Runtime>::touch_other { id: OTHER_ASSET, who: to(&staker()) }.into()
		})
		.note("pays the deposit for somebody else"),
		asset("refund", Everybody, |who| {
			play(who, Call::<Runtime>::touch { id: OTHER_ASSET });
			Call::<Runtime>::refund { id: OTHER_ASSET, allow_burn: false }.into()
		}),
		asset("refund_other", team(), |_| {
			let touch = Call::<Runtime>::touch_other { id: OTHER_ASSET, who: to(&staker()) };
			play(&Concerned.signer(), touch);
			Call::<Runtime>::refund_other { id: OTHER_ASSET, who: to(&staker()) }.into()
		})
		.by(&[AssetAdmin, Concerned])
		.note("own: who paid the deposit"),
	]
}

/// The receipt token's team is the account of the pool, for which nobody signs.
fn receipt() -> Vec<Row> {
	let about = "the receipt token";
	vec![
		asset("mint", team(), |who| {
			Call::<Runtime>::mint { id: STK_USDC_ASSET, beneficiary: to(who), amount: SOME }.into()
		})
		.about(about)
		.note("its team is the keyless account of the pool"),
		asset("burn", team(), |_| {
			Call::<Runtime>::burn { id: STK_USDC_ASSET, who: to(&staker()), amount: SOME }.into()
		})
		.about(about),
		asset("force_transfer", Signer(Error::<Runtime>::BalanceLow.into()), |who| {
			let (source, dest) = (to(&staker()), to(who));
			Call::<Runtime>::force_transfer { id: STK_USDC_ASSET, source, dest, amount: SOME }.into()
		})
		.about(about)
		.note("every balance is frozen, which is found out before the team is asked for"),
		asset("freeze", team(), |_| {
			Call::<Runtime>::freeze { id: STK_USDC_ASSET, who: to(&staker()) }.into()
		})
		.about(about),
		asset("set_team", team(), |who| {
			let [issuer, admin, freezer] = [(); 3].map(|()| to(who));
			Call::<Runtime>::set_team { id: STK_USDC_ASSET, issuer, admin, freezer }.into()
		})
		.about(about),
	]
}
