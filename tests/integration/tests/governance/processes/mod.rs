//! The processes of the governance specification, section 7, with the times of production.

mod default;
mod forced_trade;
mod lost_key;
mod new_borrower;
mod profit;

use pallet_stark_proxy::Event as ProxyEvent;
use tidepool_runtime::{Runtime, RuntimeEvent, System};

/// What the proxies have reported since the events were last reset.
fn reports() -> Vec<ProxyEvent<Runtime>> {
	let report = |event| match event {
		RuntimeEvent::StarkProxy(event) => Some(event),
		_ => None,
	};
	System::events().into_iter().filter_map(|record| report(record.event)).collect()
}
