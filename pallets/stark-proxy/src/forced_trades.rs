//! Forced trades (specification, section 8.6). A trade at a bad price can give money away, so the owner's wait in public
//! for a veto before they go to the exchange.

use crate::{
	allow_lists::{decrement, increment},
	types::{ProxyId, QueuedTrade},
	Config, Error, Event, Pallet, Proxies, QueuedForcedTrades,
};
use alloc::vec::Vec;
use codec::Encode;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	traits::Get,
};
use sp_core::H256;
use sp_runtime::ArithmeticError;
use tidepool_primitives::{ForcedTradeArgs, PerpetualExchange, Seconds, StarkSignature};

/// First and last second at which a queued trade can be submitted.
struct Window {
	from: Seconds,
	until: Seconds,
}

impl<T: Config> Pallet<T> {
	/// What a proxy's trade is identified by. The counterparty's signature is not part of it.
	pub(crate) fn args_hash(proxy: ProxyId, args: &ForcedTradeArgs) -> H256 {
		(proxy, args).using_encoded(sp_io::hashing::blake2_256).into()
	}

	fn window(queued_at: Seconds) -> Result<Window, DispatchError> {
		let from =
			queued_at.checked_add(T::ForcedTradeWaitingPeriod::get()).ok_or(ArithmeticError::Overflow)?;
		let until = from.checked_add(T::ForcedTradeGracePeriod::get()).ok_or(ArithmeticError::Overflow)?;
		Ok(Window { from, until })
	}

	/// Returns whether the queue was full of trades whose time is over.
	pub(crate) fn do_queue_trade(proxy: ProxyId, args: ForcedTradeArgs) -> Result<bool, DispatchError> {
		Self::ensure_key_allowed(proxy, &args.key_a)?;
		let now = Self::now();
		let window = Self::window(now)?;
		ensure!(args.submission_expiration >= window.from, Error::<T>::ForcedTradeExpiresTooEarly);
		let args_hash = Self::args_hash(proxy, &args);
		let mut was_full = false;
		if !QueuedForcedTrades::<T>::contains_key(proxy, args_hash) {
			was_full = Self::make_room(proxy, now)?;
			Self::update(proxy, |info| increment(&mut info.queued_trades))?;
		}
		QueuedForcedTrades::<T>::insert(proxy, args_hash, QueuedTrade { args, queued_at: now });
		Self::deposit_event(Event::ForcedTradeQueued {
			proxy,
			args,
			args_hash,
			executable_from: window.from,
			expires_at: window.until,
		});
		Ok(was_full)
	}

	/// Drops all trades whose time is over from a full queue.
	fn make_room(proxy: ProxyId, now: Seconds) -> Result<bool, DispatchError> {
		let most = T::MaxQueuedForcedTrades::get();
		if Self::queue_length(proxy) < most {
			return Ok(false);
		}
		for (args_hash, trade) in QueuedForcedTrades::<T>::iter_prefix(proxy).collect::<Vec<_>>() {
			if now > Self::window(trade.queued_at)?.until {
				Self::unqueue(proxy, args_hash)?;
				Self::deposit_event(Event::ForcedTradeUnqueued { proxy, args_hash });
			}
		}
		ensure!(Self::queue_length(proxy) < most, Error::<T>::TooManyQueuedForcedTrades);
		Ok(true)
	}

	fn queue_length(proxy: ProxyId) -> u32 {
		Proxies::<T>::get(proxy).map_or(0, |info| info.queued_trades)
	}

	/// Removes a trade from the queue.
	pub(crate) fn unqueue(proxy: ProxyId, args_hash: H256) -> DispatchResult {
		let queued = QueuedForcedTrades::<T>::contains_key(proxy, args_hash);
		ensure!(queued, Error::<T>::ForcedTradeNotQueued);
		Self::update(proxy, |info| decrement(&mut info.queued_trades))?;
		QueuedForcedTrades::<T>::remove(proxy, args_hash);
		Ok(())
	}

	pub(crate) fn do_unqueue_trade(proxy: ProxyId, args_hash: H256) -> DispatchResult {
		Self::unqueue(proxy, args_hash)?;
		Self::deposit_event(Event::ForcedTradeUnqueued { proxy, args_hash });
		Ok(())
	}

	pub(crate) fn do_forced_trade(
		proxy: ProxyId,
		args: &ForcedTradeArgs,
		signature: &StarkSignature,
	) -> DispatchResult {
		Self::ensure_key_allowed(proxy, &args.key_a)?;
		let args_hash = Self::args_hash(proxy, args);
		let trade = QueuedForcedTrades::<T>::get(proxy, args_hash).ok_or(Error::<T>::ForcedTradeNotQueued)?;
		let (window, now) = (Self::window(trade.queued_at)?, Self::now());
		ensure!(now >= window.from, Error::<T>::ForcedTradeWaiting);
		ensure!(now <= window.until, Error::<T>::ForcedTradeExpired);
		Self::force_trade(proxy, args, signature, false)?;
		Self::unqueue(proxy, args_hash)
	}

	/// What the guardian forces may only reduce positions.
	pub(crate) fn force_trade(
		proxy: ProxyId,
		args: &ForcedTradeArgs,
		signature: &StarkSignature,
		by_guardian: bool,
	) -> DispatchResult {
		T::Exchange::forced_trade_request(&Self::proxy_account(proxy), args, signature, by_guardian)?;
		Self::deposit_event(Event::ForcedTradeRequested {
			proxy,
			key: args.key_a,
			position: args.position_a,
			args_hash: Self::args_hash(proxy, args),
			by_guardian,
		});
		Ok(())
	}
}
