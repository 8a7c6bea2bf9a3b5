//! The properties of section 14, checked from outside: by balances, queries and storage before and after a call.

use super::{
	books::Books,
	callers::{needed, Caller},
	rules::{Numbers, Plan},
	rules_exchange::hash_of,
};
use crate::{mock::*, tests::support::Call, types::Role, Proxies, QueuedForcedTrades, RoleMembers};
use std::collections::{BTreeMap, BTreeSet};
use tidepool_primitives::{Balance, Seconds};

/// The borrow token that everybody holds: proxies, pool, exchange and everybody else.
fn holdings() -> BTreeMap<AccountId, Balance> {
	let accounts = pallet_assets::Account::<Test>::iter_key_prefix(USDC);
	accounts.map(|account| (account.clone(), usdc(&account))).collect()
}

/// What only the guardians, the long track and the emergency origin can change, per proxy: who guards it, whether it is
/// restricted, and what is approved.
type Gated = BTreeMap<u32, (BTreeSet<(u8, AccountId)>, bool, Balance, Option<Seconds>)>;

fn gated() -> Gated {
	Proxies::<Test>::iter()
		.map(|(proxy, info)| {
			let guardians = [Role::Guardian, Role::VetoGuardian].into_iter().flat_map(|role| {
				RoleMembers::<Test>::iter_key_prefix((proxy, role)).map(move |account| (role as u8, account))
			});
			let approval = (info.approved_amount, info.approval_expires_at);
			(proxy, (guardians.collect(), info.borrowing_restricted, approval.0, approval.1))
		})
		.collect()
}

fn borrowed_by_all() -> BTreeMap<u32, Balance> {
	Proxies::<Test>::iter_keys().map(|proxy| (proxy, borrowed(proxy))).collect()
}

/// What is remembered from before a call.
pub struct Before {
	holdings: BTreeMap<AccountId, Balance>,
	gated: Gated,
	borrowed: BTreeMap<u32, Balance>,
	queued: BTreeMap<(u32, sp_core::H256), Seconds>,
	/// Debt of the proxy that the call is about.
	debt: Balance,
}

fn queued() -> BTreeMap<(u32, sp_core::H256), Seconds> {
	QueuedForcedTrades::<Test>::iter().map(|(proxy, hash, trade)| ((proxy, hash), trade.queued_at)).collect()
}

impl Before {
	pub fn of(call: &Call, books: &Books) -> Self {
		let proxy = needed(call).map_or(books.next, |(proxy, _)| proxy);
		Self {
			holdings: holdings(),
			gated: gated(),
			borrowed: borrowed_by_all(),
			queued: queued(),
			debt: debt(proxy),
		}
	}

	/// What must hold after a call that succeeded. `books` are those from before it.
	pub fn check(&self, call: &Call, by: &Caller, plan: &Plan, books: &Books, context: &str) {
		self.check_flow(call, plan, context);
		self.check_excess(call, plan, books, context);
		self.check_loans(call, books, context);
		self.check_forced(call, context);
		self.check_gate(call, by, context);
	}

	/// P5: tokens moved between the proxy and one other account, and nobody else gained or lost any.
	fn check_flow(&self, call: &Call, plan: &Plan, context: &str) {
		let after = holdings();
		let (before, now): (Balance, Balance) = (self.holdings.values().sum(), after.values().sum());
		assert_eq!(before, now, "{context}: P5, conservation");
		assert_eq!(now, Assets::total_supply(USDC), "{context}: P5, somebody was overlooked");
		let accounts = self.holdings.keys().chain(after.keys()).collect::<BTreeSet<_>>();
		let held = |holdings: &BTreeMap<_, _>, account: &AccountId| {
			holdings.get(account).copied().unwrap_or_default() as i128
		};
		let change = |account: &AccountId| held(&after, account) - held(&self.holdings, account);
		let changes = accounts.into_iter().map(|account| (account.clone(), change(account)));
		let changes = changes.filter(|(_, change)| *change != 0).collect::<BTreeMap<_, _>>();
		let expected = plan.flow.clone().map(|(other, amount)| {
			let (proxy, _) = needed(call).expect("moves a proxy's tokens");
			[(proxy_account(proxy), amount), (other, -amount)]
		});
		assert_eq!(
			changes,
			expected.into_iter().flatten().collect(),
			"{context}: P5, who gains and who loses"
		);
	}

	/// P1 and P2: what a proxy owes stays in it.
	fn check_excess(&self, call: &Call, plan: &Plan, books: &Books, context: &str) {
		let Some((proxy, _)) = needed(call) else { return };
		let announced = System::read_events_for_pallet::<Event>().into_iter().find_map(|event| match event {
			Event::ExternalWithdrewToken { from_approval, .. } => Some(from_approval),
			_ => None,
		});
		assert_eq!(announced, plan.from_approval, "{context}: P3, whether the approval was used");
		let must_keep = match call {
			Call::external_withdraw_token { .. } => announced == Some(false),
			Call::deposit_to_exchange { .. } => books.proxies[&proxy].restricted,
			_ => false,
		};
		let numbers = Numbers::of(&proxy_account(proxy));
		assert!(!must_keep || numbers.token >= numbers.owed(), "{context}: P1, P2");
	}

	/// P2: no call lets a restricted proxy borrow, and none at all changes the loan of another proxy.
	fn check_loans(&self, call: &Call, books: &Books, context: &str) {
		let concerned = needed(call).map(|(proxy, _)| proxy);
		for (proxy, after) in borrowed_by_all() {
			let before = self.borrowed.get(&proxy).copied().unwrap_or_default();
			let restricted = books.proxies.get(&proxy).is_some_and(|record| record.restricted);
			assert!(!restricted || after <= before, "{context}: P2, a restricted proxy borrowed");
			assert!(concerned == Some(proxy) || after == before, "{context}: the loan of proxy {proxy}");
		}
	}

	/// P6 and P7: the guardian forces in debt only, and the owner's trades go through the queue.
	fn check_forced(&self, call: &Call, context: &str) {
		match call {
			Call::guardian_forced_withdrawal_request { .. } | Call::guardian_forced_trade_request { .. } => {
				assert!(self.debt > 0, "{context}: P6");
			},
			Call::forced_trade_request { proxy, args, .. } => {
				let entry = (*proxy, hash_of(*proxy, args));
				let elapsed = now() - self.queued.get(&entry).expect("P7: was queued");
				assert!((7 * DAY..=14 * DAY).contains(&elapsed), "{context}: P7, after {elapsed} s");
				let mut left = self.queued.clone();
				left.remove(&entry);
				assert_eq!(queued(), left, "{context}: P7, consumes its entry and no other");
			},
			_ => {},
		}
	}

	/// P8: what is the guardians' does not change under a signature. An approval may be used up.
	fn check_gate(&self, call: &Call, by: &Caller, context: &str) {
		let Caller::Signed(_) = by else { return };
		let after = gated();
		for (proxy, (guardians, restricted, approved, expires_at)) in &self.gated {
			let Some((now_guardians, now_restricted, now_approved, now_expires_at)) = after.get(proxy) else {
				assert!(matches!(call, Call::close_proxy { .. }), "{context}: P8, the proxy is gone");
				continue;
			};
			assert_eq!(now_guardians, guardians, "{context}: P8, guardians");
			assert_eq!(now_restricted, restricted, "{context}: P8, restriction");
			assert!(now_approved <= approved, "{context}: P8, approval");
			let keeps = now_expires_at == expires_at || *now_approved == 0;
			assert!(keeps, "{context}: P8, end of the approval");
		}
	}
}
