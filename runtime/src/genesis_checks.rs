//! What must hold between the pallets of a new chain (governance specification, section 10). Each pallet checks its own
//! part itself.

use crate::{
	configs::{
		governance::CouncilMaxMembers,
		proxies::SystemAccounts,
		timelock::{AllTracks, DelayedTracks},
		tokens::{STK_USDC_ASSET, USDC_ASSET},
	},
	AccountId, Assets, Balances, Grandpa, Runtime, StarkProxy, System,
};
use alloc::{format, string::String};
use frame_support::{
	ensure,
	traits::{fungible::Inspect, fungibles::roles::Inspect as Roles, Contains},
};
use pallet_collective::Instance1;
use pallet_stark_proxy::types::Role;
use pallet_timelock::TrackId;

/// Fewest members of the council of a network (section 3).
const LEAST_MEMBERS: usize = 5;

/// Says the first thing that is wrong to whoever wrote the chain specification.
pub fn check() -> Result<(), String> {
	guardians_are_tracks()?;
	powers_over_the_pool_wait()?;
	a_network_has_a_council()?;
	tracks_hold_no_native_tokens()?;
	shares_belong_to_proxies()?;
	proxies_hold_no_native_tokens()?;
	accounts_without_keys_are_nobody_else()?;
	validators_are_listed_and_have_keys()?;
	sessions_alone_name_authorities()
}

/// Without it a guardian would act without the delay that every power of a guardian is promised to have.
fn guardians_are_tracks() -> Result<(), String> {
	for (proxy, role, holder) in pallet_stark_proxy::RoleMembers::<Runtime>::iter_keys() {
		let fits = match role {
			Role::Guardian => DelayedTracks::contains(&holder),
			Role::VetoGuardian => AllTracks::contains(&holder),
			_ => true,
		};
		ensure!(fits, format!("{role:?} of proxy {proxy} must be the account of a track, not {holder:?}"));
	}
	Ok(())
}

/// Whoever held one of these roles otherwise could change shares, rewards or epochs at once.
fn powers_over_the_pool_wait() -> Result<(), String> {
	use pallet_liquidity_staking::types::Role::*;
	for (role, holder) in pallet_liquidity_staking::RoleMembers::<Runtime>::iter_keys() {
		let governs = matches!(role, Owner | EpochParameters | RewardsRate | BorrowerAdmin);
		let fits = !governs || DelayedTracks::contains(&holder);
		ensure!(
			fits,
			format!("the pool's role {role:?} must belong to a track that waits, not to {holder:?}")
		);
	}
	Ok(())
}

/// Only the council can name a council. A specification without validators is not finished yet.
fn a_network_has_a_council() -> Result<(), String> {
	let members = pallet_collective::Members::<Runtime, Instance1>::get().len();
	let unfinished = pallet_session::Validators::<Runtime>::get().is_empty();
	let most = CouncilMaxMembers::get();
	ensure!(
		unfinished || (LEAST_MEMBERS..=most as usize).contains(&members),
		format!("a network needs a council of {LEAST_MEMBERS} to {most} members, not of {members}")
	);
	Ok(())
}

/// Nobody could ever spend it: the accounts of the tracks have no keys, and pay no fees.
fn tracks_hold_no_native_tokens() -> Result<(), String> {
	for track in TrackId::ALL {
		let account = pallet_timelock::Pallet::<Runtime>::track_account(track);
		let clean = Balances::total_balance(&account) == 0;
		ensure!(
			clean,
			format!("the account of the track {track:?}, {account:?}, must not hold native tokens")
		);
	}
	Ok(())
}

/// An ordinary account with a share could walk away with what it borrows.
fn shares_belong_to_proxies() -> Result<(), String> {
	for borrower in pallet_liquidity_staking::Borrowers::<Runtime>::iter_keys() {
		let proxy = StarkProxy::contains(&borrower);
		ensure!(proxy, format!("{borrower:?} has a share of the pool, but is not the account of a proxy"));
	}
	Ok(())
}

fn proxies_hold_no_native_tokens() -> Result<(), String> {
	for (account, proxy) in pallet_stark_proxy::ProxyOfAccount::<Runtime>::iter() {
		let clean = Balances::total_balance(&account) == 0;
		ensure!(clean, format!("the account of proxy {proxy}, {account:?}, must not hold native tokens"));
	}
	Ok(())
}

/// What an account without a key is besides, nobody could ever act as.
fn accounts_without_keys_are_nobody_else() -> Result<(), String> {
	let keyed = |account: &AccountId, what: &str| -> Result<(), String> {
		ensure!(
			!SystemAccounts::contains(account),
			format!("{account:?} belongs to the chain itself and cannot be {what}")
		);
		Ok(())
	};
	let other = |account: &AccountId, what: &str| -> Result<(), String> {
		ensure!(
			!StarkProxy::contains(account),
			format!("{account:?} is the account of a proxy and cannot be {what}")
		);
		Ok(())
	};
	for member in pallet_collective::Members::<Runtime, Instance1>::get() {
		keyed(&member, "a member of the council")?;
		other(&member, "a member of the council")?;
	}
	for validator in pallet_membership::Members::<Runtime>::get() {
		keyed(&validator, "a validator")?;
		other(&validator, "a validator")?;
	}
	for operator in pallet_stark_exchange::Operators::<Runtime>::iter_keys() {
		keyed(&operator, "an operator of the exchange")?;
		other(&operator, "an operator of the exchange")?;
	}
	for (_, holder) in pallet_liquidity_staking::RoleMembers::<Runtime>::iter_keys() {
		other(&holder, "a holder of a role of the pool")?;
	}
	for (_, _, holder) in pallet_stark_proxy::RoleMembers::<Runtime>::iter_keys() {
		other(&holder, "a holder of a role of a proxy")?;
	}
	for asset in [USDC_ASSET, STK_USDC_ASSET] {
		let team = [
			<Assets as Roles<_>>::owner(asset),
			<Assets as Roles<_>>::issuer(asset),
			<Assets as Roles<_>>::admin(asset),
			<Assets as Roles<_>>::freezer(asset),
		];
		for member in team.iter().flatten() {
			other(member, "in the team of an asset")?;
		}
	}
	Ok(())
}

/// Who is on one list only would drop out, or come in, with the second session.
fn validators_are_listed_and_have_keys() -> Result<(), String> {
	let listed = pallet_membership::Members::<Runtime>::get();
	let with_keys = pallet_session::Validators::<Runtime>::get();
	let registered = pallet_session::NextKeys::<Runtime>::iter_keys().count();
	ensure!(
		registered == with_keys.len(),
		String::from(
			"session.keys must name every validator once, and session.nonAuthorityKeys nobody: others register their \
			 keys themselves"
		)
	);
	for validator in &listed {
		let has_keys = with_keys.contains(validator);
		ensure!(has_keys, format!("{validator:?} is in validators.members, but has no keys in session.keys"));
	}
	for validator in &with_keys {
		let is_listed = listed.contains(validator);
		ensure!(
			is_listed,
			format!("{validator:?} has keys in session.keys, but is not in validators.members")
		);
		// Keys refer to the account that owns them; one that does not exist cannot be referred to.
		let owns = System::consumers(validator) > 0;
		ensure!(
			owns,
			format!(
				"the validator {validator:?} must hold native tokens, and be the first as well as the second account of its \
				 entry in session.keys"
			)
		);
	}
	Ok(())
}

/// Named twice they would not stay the same; named for Aura or GRANDPA alone, governance could not tell who they are.
fn sessions_alone_name_authorities() -> Result<(), String> {
	let keys = pallet_session::QueuedKeys::<Runtime>::get();
	let aura = pallet_aura::Authorities::<Runtime>::get();
	let grandpa = Grandpa::grandpa_authorities();
	let same = aura.iter().eq(keys.iter().map(|(_, keys)| &keys.aura))
		&& grandpa.iter().map(|(key, _)| key).eq(keys.iter().map(|(_, keys)| &keys.grandpa));
	ensure!(
		same,
		String::from("the lists aura.authorities and grandpa.authorities must be empty: session.keys names the validators")
	);
	Ok(())
}
