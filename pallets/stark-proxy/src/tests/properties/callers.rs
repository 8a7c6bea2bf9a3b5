//! Who calls, and which call needs which role (specification, section 3).

use super::{books::Books, op::By};
use crate::{mock::*, tests::support::Call, types::Role};

/// Whoever a call comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Caller {
	Signed(AccountId),
	Track(u8),
	Root,
	Nobody,
}

const TRACKS: [AccountId; 3] = [INSTANT, SHORT, LONG];

impl Caller {
	/// The caller that acts for `account`.
	pub fn of(account: &AccountId) -> Self {
		match TRACKS.iter().position(|track| track == account) {
			Some(track) => Caller::Track(track as u8),
			None => Caller::Signed(account.clone()),
		}
	}

	pub fn origin(&self) -> RuntimeOrigin {
		match self {
			Caller::Signed(account) => signed(account),
			Caller::Track(track) => track::by(*track),
			Caller::Root => RuntimeOrigin::root(),
			Caller::Nobody => RuntimeOrigin::none(),
		}
	}

	/// The account whose roles count: nobody signs for a track.
	pub fn account(&self) -> Option<AccountId> {
		match self {
			Caller::Signed(account) if TRACKS.contains(account) => None,
			Caller::Signed(account) => Some(account.clone()),
			Caller::Track(track) => Some(TRACKS[usize::from(*track)].clone()),
			Caller::Root | Caller::Nobody => None,
		}
	}

	pub fn is_track(&self, track: u8) -> bool {
		*self == Caller::Track(track)
	}
}

/// Everybody who can sign, and accounts that nobody can sign for, that of the next proxy included.
pub fn people(books: &Books) -> Vec<AccountId> {
	let outside = [OWNER_A, OWNER_B, STRANGER, OTHER_STRANGER, S1, S2, RECIPIENT, GOVERNANCE, OPERATOR];
	let inside = [INSTANT, SHORT, LONG, pool_account(), exchange_account()];
	let proxies = books.proxies.values().map(|proxy| proxy.account.clone());
	outside.into_iter().chain(inside).chain(proxies).chain([proxy_account(books.next)]).collect()
}

/// The role whose holders grant and revoke `role`.
pub fn admin(role: Role) -> Role {
	match role {
		Role::Guardian => Role::Guardian,
		Role::VetoGuardian => Role::Guardian,
		Role::Owner => Role::Owner,
		Role::DelegationAdmin => Role::Owner,
		Role::Borrower | Role::ExchangeOperator | Role::WithdrawalOperator => Role::DelegationAdmin,
	}
}

/// The proxy that a call names, and the role that it needs. `None`: another origin is needed.
pub fn needed(call: &Call) -> Option<(u32, Role)> {
	let (proxy, role) = match call {
		Call::grant_role { proxy, role, .. } | Call::revoke_role { proxy, role, .. } => (proxy, admin(*role)),
		Call::renounce_role { proxy, role } => (proxy, *role),
		Call::close_proxy { proxy }
		| Call::allow_external_recipient { proxy, .. }
		| Call::disallow_external_recipient { proxy, .. }
		| Call::allow_stark_key { proxy, .. }
		| Call::disallow_stark_key { proxy, .. }
		| Call::set_staking_allowance { proxy, .. }
		| Call::set_exchange_allowance { proxy, .. }
		| Call::deposit_cancel { proxy, .. }
		| Call::deposit_reclaim { proxy, .. }
		| Call::forced_withdrawal_request { proxy, .. }
		| Call::queue_forced_trade_request { proxy, .. }
		| Call::unqueue_forced_trade_request { proxy, .. }
		| Call::forced_trade_request { proxy, .. } => (proxy, Role::Owner),
		Call::auto_pay_or_borrow { proxy }
		| Call::borrow { proxy, .. }
		| Call::repay_borrow { proxy, .. }
		| Call::repay_debt { proxy, .. } => (proxy, Role::Borrower),
		Call::register_user_on_exchange { proxy, .. }
		| Call::deposit_to_exchange { proxy, .. }
		| Call::withdraw_from_exchange { proxy, .. } => (proxy, Role::ExchangeOperator),
		Call::external_withdraw_token { proxy, .. }
		| Call::external_withdraw_other_token { proxy, .. }
		| Call::external_withdraw_native { proxy, .. }
		| Call::claim_rewards { proxy, .. } => (proxy, Role::WithdrawalOperator),
		Call::increase_approved_amount { proxy, .. }
		| Call::reset_approved_amount { proxy }
		| Call::guardian_set_borrowing_restriction { proxy, .. }
		| Call::guardian_repay_borrow { proxy, .. }
		| Call::guardian_repay_debt { proxy, .. }
		| Call::guardian_withdraw_from_exchange { proxy, .. }
		| Call::guardian_forced_withdrawal_request { proxy, .. }
		| Call::guardian_forced_trade_request { proxy, .. }
		| Call::guardian_deposit_cancel { proxy, .. }
		| Call::guardian_deposit_reclaim { proxy, .. } => (proxy, Role::Guardian),
		Call::guardian_veto_forced_trade_requests { proxy, .. } => (proxy, Role::VetoGuardian),
		_ => return None,
	};
	Some((*proxy, role))
}

impl By {
	/// The caller of `call` in the present state.
	pub fn caller(self, call: &Call, books: &Books, choice: usize) -> Caller {
		match self {
			By::Rightful => rightful(call, books, choice),
			By::Person(number) => {
				let people = people(books);
				Caller::Signed(people[number % people.len()].clone())
			},
			By::Track(track) => Caller::Track(track),
			By::Root => Caller::Root,
			By::Nobody => Caller::Nobody,
		}
	}
}

fn rightful(call: &Call, books: &Books, choice: usize) -> Caller {
	match call {
		Call::create_proxy { .. } if choice.is_multiple_of(4) => Caller::Track(1),
		Call::create_proxy { .. } => Caller::Signed([STRANGER, OWNER_A, RECIPIENT][choice % 3].clone()),
		Call::recover_ownership { .. } => Caller::Track(2),
		Call::emergency_restrict { .. } => Caller::Track(0),
		_ => {
			let holders = needed(call).map_or_else(Vec::new, |(proxy, role)| books.holders(proxy, role));
			match holders.get(choice % holders.len().max(1)) {
				Some(holder) => Caller::of(holder),
				None => Caller::Signed(STRANGER),
			}
		},
	}
}
