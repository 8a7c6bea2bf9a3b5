//! Which calls each type of pallet-proxy lets a delegate make, written down apart from the runtime's filter.

use tidepool_runtime::configs::accounts::ProxyType;

/// Pallets that a type allows as a whole.
const PALLETS: [(ProxyType, &[&str]); 3] = [
	(ProxyType::NonTransfer, &["Council", "Preimage", "Utility", "Timelock"]),
	(ProxyType::Governance, &["Council", "Preimage", "Utility", "Timelock"]),
	(ProxyType::Staking, &["Utility"]),
];

/// Further calls that a type allows.
const CALLS: [(ProxyType, &str, &[&str]); 7] = [
	(ProxyType::NonTransfer, "System", &["remark", "remark_with_event"]),
	(ProxyType::NonTransfer, "Proxy", &["reject_announcement"]),
	(
		ProxyType::NonTransfer,
		"LiquidityStaking",
		&["stake", "request_withdrawal", "decrease_allowance", "restrict_borrower", "mark_debt", "settle"],
	),
	(
		ProxyType::NonTransfer,
		"StarkProxy",
		&[
			"disallow_external_recipient",
			"disallow_stark_key",
			"auto_pay_or_borrow",
			"borrow",
			"repay_borrow",
			"repay_debt",
			"withdraw_from_exchange",
			"deposit_cancel",
			"deposit_reclaim",
			"forced_withdrawal_request",
			"unqueue_forced_trade_request",
		],
	),
	(
		ProxyType::NonTransfer,
		"StarkExchange",
		&[
			"deposit_cancel",
			"deposit_reclaim",
			"withdraw",
			"forced_withdrawal_request",
			"freeze_request",
			"escape",
			"prune_used",
		],
	),
	(ProxyType::Staking, "LiquidityStaking", &["stake", "request_withdrawal", "settle"]),
	(ProxyType::CancelProxy, "Proxy", &["reject_announcement"]),
];

/// Whether a delegate of that type may make the call for whom it acts, if that account may.
pub fn allows(proxy_type: ProxyType, pallet: &str, call: &str) -> bool {
	let whole = PALLETS.iter().any(|(of, pallets)| *of == proxy_type && pallets.contains(&pallet));
	let single =
		CALLS.iter().any(|(of, its, calls)| *of == proxy_type && *its == pallet && calls.contains(&call));
	proxy_type == ProxyType::Any || whole || single
}
