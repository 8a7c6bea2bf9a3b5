//! The owner's lists and limits (specification, section 6).

use super::support::*;
use crate::{mock::*, AllowedRecipients, AllowedStarkKeys};
use frame_support::{assert_noop, assert_ok};
use tidepool_primitives::{Balance, StarkKey};

fn allow(recipient: AccountId) -> Call {
	Call::allow_external_recipient { proxy: A, recipient }
}

fn disallow(recipient: AccountId) -> Call {
	Call::disallow_external_recipient { proxy: A, recipient }
}

fn allow_key(key: StarkKey) -> Call {
	Call::allow_stark_key { proxy: A, key }
}

fn disallow_key(key: StarkKey) -> Call {
	Call::disallow_stark_key { proxy: A, key }
}

fn recipient_updated(recipient: AccountId, allowed: bool) -> Event {
	Event::ExternalRecipientUpdated { proxy: A, recipient, allowed }
}

fn key_updated(key: StarkKey, allowed: bool) -> Event {
	Event::StarkKeyUpdated { proxy: A, key, allowed }
}

#[test]
fn recipients_are_allowed_and_disallowed() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(dispatch(allow(RECIPIENT), owner(A)));
		assert_eq!(proxy_events(), [recipient_updated(RECIPIENT, true)]);
		assert!(StarkProxy::is_recipient_allowed(A, RECIPIENT));
		assert!(!StarkProxy::is_recipient_allowed(B, RECIPIENT), "each proxy has its own list");
		assert_eq!(info(A).recipients, 1);
		assert_ok!(dispatch(disallow(RECIPIENT), owner(A)));
		assert_eq!(proxy_events(), [recipient_updated(RECIPIENT, false)]);
		assert!(!StarkProxy::is_recipient_allowed(A, RECIPIENT));
		assert_eq!((info(A).recipients, AllowedRecipients::<Test>::iter().count()), (0, 0));
	});
}

#[test]
fn a_recipient_is_allowed_once() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(dispatch(disallow(RECIPIENT), owner(A)), Error::RecipientNotAllowed);
		assert_ok!(dispatch(allow(RECIPIENT), owner(A)));
		assert_noop!(dispatch(allow(RECIPIENT), owner(A)), Error::RecipientAlreadyAllowed);
		assert_ok!(dispatch(disallow(RECIPIENT), owner(A)));
		assert_noop!(dispatch(disallow(RECIPIENT), owner(A)), Error::RecipientNotAllowed);
		// Another proxy's list does not count.
		allow_recipient(B);
		assert_noop!(dispatch(disallow(RECIPIENT), owner(A)), Error::RecipientNotAllowed);
		assert_ok!(dispatch(allow(RECIPIENT), owner(A)));
	});
}

#[test]
fn what_belongs_to_the_system_is_no_outside_recipient() {
	ExtBuilder::default().build_and_execute(|| {
		let proxies = [proxy_account(A), proxy_account(B)];
		for recipient in proxies.into_iter().chain([pool_account(), exchange_account(), INSTANT, SHORT, LONG])
		{
			assert_noop!(dispatch(allow(recipient), owner(A)), Error::InvalidRecipient);
		}
		// Those who hold roles may be paid, and a proxy that is closed is a proxy no more.
		for recipient in [OWNER_A, STRANGER] {
			assert_ok!(dispatch(allow(recipient), owner(A)));
		}
		assert_ok!(StarkProxy::create_proxy(signed(&STRANGER), STRANGER));
		assert_noop!(dispatch(allow(proxy_account(C)), owner(A)), Error::InvalidRecipient);
		assert_ok!(StarkProxy::close_proxy(signed(&STRANGER), C));
		assert_ok!(dispatch(allow(proxy_account(C)), owner(A)));
	});
}

#[test]
fn the_number_of_recipients_is_bounded() {
	ExtBuilder::default().build_and_execute(|| {
		for (number, recipient) in [S1, S2, STRANGER].into_iter().enumerate() {
			assert_eq!(info(A).recipients, number as u32);
			assert_ok!(dispatch(allow(recipient), owner(A)));
		}
		assert_eq!(info(A).recipients, MaxRecipients::get());
		assert_noop!(dispatch(allow(RECIPIENT), owner(A)), Error::TooManyRecipients);
		// The other checks come first.
		assert_noop!(dispatch(allow(S1), owner(A)), Error::RecipientAlreadyAllowed);
		assert_noop!(dispatch(allow(proxy_account(B)), owner(A)), Error::InvalidRecipient);
		assert_ok!(dispatch(disallow(S2), owner(A)));
		assert_ok!(dispatch(allow(RECIPIENT), owner(A)));
		assert_noop!(dispatch(allow(S2), owner(A)), Error::TooManyRecipients);
	});
}

#[test]
fn a_listed_recipient_is_named_before_an_invalid_one() {
	ExtBuilder::default().build_and_execute(|| {
		// The account of the next proxy is nothing yet; it is allowed, and then becomes a proxy.
		assert_ok!(dispatch(allow(proxy_account(C)), owner(A)));
		assert_ok!(StarkProxy::create_proxy(signed(&STRANGER), STRANGER));
		assert_noop!(dispatch(allow(proxy_account(C)), owner(A)), Error::RecipientAlreadyAllowed);
	});
}

#[test]
fn keys_are_allowed_and_disallowed() {
	ExtBuilder::default().build_and_execute(|| {
		let (key, _) = register(A, 1);
		proxy_events();
		assert_ok!(dispatch(allow_key(key), owner(A)));
		assert_eq!(proxy_events(), [key_updated(key, true)]);
		assert!(StarkProxy::is_stark_key_allowed(A, key));
		assert!(!StarkProxy::is_stark_key_allowed(B, key));
		assert_eq!(info(A).stark_keys, 1);
		assert_ok!(dispatch(disallow_key(key), owner(A)));
		assert_eq!(proxy_events(), [key_updated(key, false)]);
		assert!(!StarkProxy::is_stark_key_allowed(A, key));
		assert_eq!((info(A).stark_keys, AllowedStarkKeys::<Test>::iter().count()), (0, 0));
	});
}

#[test]
fn a_key_must_be_registered_to_the_proxy() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(dispatch(allow_key(key(1)), owner(A)), Error::StarkKeyNotRegistered);
		register(B, 2);
		registered_to(&OWNER_A, 3);
		for number in [2, 3] {
			assert_noop!(dispatch(allow_key(key(number)), owner(A)), Error::StarkKeyNotOwnedByProxy);
		}
		// No derived value passes: neither zero nor a small number nor the account of the proxy itself (T5).
		let account: [u8; 32] = proxy_account(A).into();
		for key in [[0; 32], [1; 32], [0xff; 32], account] {
			assert_noop!(dispatch(allow_key(key), owner(A)), Error::StarkKeyNotRegistered);
		}
		register(A, 1);
		assert_ok!(dispatch(allow_key(key(1)), owner(A)));
	});
}

#[test]
fn a_key_is_allowed_once() {
	ExtBuilder::default().build_and_execute(|| {
		let (key, _) = register(A, 1);
		assert_noop!(dispatch(disallow_key(key), owner(A)), Error::StarkKeyNotAllowed);
		assert_ok!(dispatch(allow_key(key), owner(A)));
		assert_noop!(dispatch(allow_key(key), owner(A)), Error::StarkKeyAlreadyAllowed);
		assert_ok!(dispatch(disallow_key(key), owner(A)));
		assert_noop!(dispatch(disallow_key(key), owner(A)), Error::StarkKeyNotAllowed);
		let (of_b, _) = registered(B, 2);
		assert_noop!(dispatch(disallow_key(of_b), owner(A)), Error::StarkKeyNotAllowed);
		assert_ok!(dispatch(allow_key(key), owner(A)));
	});
}

#[test]
fn the_number_of_keys_is_bounded() {
	ExtBuilder::default().build_and_execute(|| {
		for number in 1..=3 {
			assert_eq!(info(A).stark_keys, u32::from(number) - 1);
			registered(A, number);
		}
		assert_eq!(info(A).stark_keys, MaxStarkKeys::get());
		register(A, 4);
		register(B, 5);
		assert_noop!(dispatch(allow_key(key(4)), owner(A)), Error::TooManyStarkKeys);
		// The other checks come first.
		assert_noop!(dispatch(allow_key(key(6)), owner(A)), Error::StarkKeyNotRegistered);
		assert_noop!(dispatch(allow_key(key(5)), owner(A)), Error::StarkKeyNotOwnedByProxy);
		assert_noop!(dispatch(allow_key(key(1)), owner(A)), Error::StarkKeyAlreadyAllowed);
		assert_ok!(dispatch(disallow_key(key(2)), owner(A)));
		assert_ok!(dispatch(allow_key(key(4)), owner(A)));
		assert_noop!(dispatch(allow_key(key(2)), owner(A)), Error::TooManyStarkKeys);
	});
}

#[test]
fn a_key_that_is_not_the_proxys_is_named_before_a_listed_one() {
	ExtBuilder::default().build_and_execute(|| {
		register(B, 1);
		AllowedStarkKeys::<Test>::insert(A, key(1), ());
		assert_noop!(dispatch(allow_key(key(1)), owner(A)), Error::StarkKeyNotOwnedByProxy);
		AllowedStarkKeys::<Test>::remove(A, key(1));
	});
}

#[test]
fn limits_are_stored_as_they_are_set() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!((info(A).staking_allowance, info(A).exchange_allowance), (None, None));
		for limit in [Some(0), Some(1), Some(1), Some(Balance::MAX), None, None] {
			assert_ok!(dispatch(Call::set_staking_allowance { proxy: A, limit }, owner(A)));
			assert_eq!(proxy_events(), [Event::StakingAllowanceSet { proxy: A, limit }]);
			assert_eq!((info(A).staking_allowance, info(A).exchange_allowance), (limit, None));
		}
		for limit in [Some(0), Some(1), Some(1), Some(Balance::MAX), None, None] {
			assert_ok!(dispatch(Call::set_exchange_allowance { proxy: A, limit }, owner(A)));
			assert_eq!(proxy_events(), [Event::ExchangeAllowanceSet { proxy: A, limit }]);
			assert_eq!((info(A).staking_allowance, info(A).exchange_allowance), (None, limit));
		}
		assert_eq!((info(B).staking_allowance, info(B).exchange_allowance), (None, None));
	});
}

#[test]
fn a_list_counts_at_the_time_of_use() {
	ExtBuilder::default().build_and_execute(|| {
		give(&proxy_account(A), 10);
		let on = registered(A, 1);
		deposit(A, on, 4);
		accept(on, 4);
		allow_recipient(A);
		assert_ok!(StarkProxy::external_withdraw_token(owner(A), A, RECIPIENT, 1));
		assert_ok!(dispatch(disallow(RECIPIENT), owner(A)));
		assert_ok!(dispatch(disallow_key(on.0), owner(A)));
		// What was paid stays paid, what is on the exchange comes home, and nothing more leaves.
		assert_eq!(usdc(&RECIPIENT), 1);
		move_from_exchange(A, on, 4);
		assert_eq!(token(A), 9);
		assert_noop!(
			StarkProxy::external_withdraw_token(owner(A), A, RECIPIENT, 1),
			Error::RecipientNotAllowed
		);
		assert_noop!(StarkProxy::deposit_to_exchange(owner(A), A, on.0, on.1, 1), Error::StarkKeyNotAllowed);
	});
}
