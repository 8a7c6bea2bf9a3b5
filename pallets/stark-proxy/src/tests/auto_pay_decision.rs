//! What auto-pay decides, by itself (specification, section 7.1).

use super::situations::*;
use tidepool_primitives::Balance;

const MAX: Balance = Balance::MAX;

/// B, N, T and D, each from 0 to 6.
fn small_situations() -> impl Iterator<Item = [Balance; 4]> {
	(0..7u128.pow(4)).map(|number| [number % 7, number / 7 % 7, number / 49 % 7, number / 343])
}

/// Repayments and whether the proxy may borrow, with the words of the specification and signed numbers.
fn by_the_book(found: [Balance; 4]) -> Option<([i128; 2], bool)> {
	let [b, n, t, d] = found.map(|amount| i128::try_from(amount).expect("small"));
	let (r, available) = if b > n { (b - n, t - (b - n)) } else { (0, t) };
	if available < 0 {
		return None;
	}
	let p = if d < available { d } else { available };
	Some(([r, p], b <= n && d - p == 0))
}

/// What V2 repays: it pays debt out of the balance it read before it repaid the loan. `None`: it reverts.
fn by_v2([b, n, t, d]: [Balance; 4]) -> Option<(Balance, Balance)> {
	let (r, p) = (b.saturating_sub(n), d.min(t));
	(r + p <= t).then_some((r, p))
}

#[test]
fn the_decision_is_that_of_the_specification() {
	let mut decisions = 0;
	for found in small_situations() {
		let situation = situation(found);
		let decision = situation.repayments().map(|(r, p)| {
			let repaid = [r, p].map(|amount| i128::try_from(amount).expect("small"));
			(repaid, situation.may_borrow(p))
		});
		assert_eq!(decision, by_the_book(found), "{found:?}");
		decisions += 1;
	}
	assert_eq!(decisions, 2_401);
}

/// D7: where V2 succeeds the repayments are its own; where it fails, auto-pay fails only if the loan cannot be repaid.
#[test]
fn auto_pay_repays_as_v2_did_and_succeeds_where_v2_failed_needlessly() {
	let (mut equal, mut repaired, mut hopeless) = (0, 0, 0);
	for found in small_situations() {
		let [b, n, t, d] = found;
		let due = b.saturating_sub(n);
		match (by_v2(found), situation(found).repayments()) {
			(Some(old), Some(new)) => {
				assert_eq!(old, new, "{found:?}");
				equal += 1;
			},
			(None, Some((r, p))) => {
				assert!(due > 0 && d > t - due, "{found:?}: V2 fails only there");
				assert_eq!((r, p), (due, t - due), "{found:?}");
				repaired += 1;
			},
			(None, None) => {
				assert!(t < due, "{found:?}");
				hopeless += 1;
			},
			(Some(_), None) => panic!("{found:?}: V2 succeeds"),
		}
	}
	assert!(equal > 0 && repaired > 0 && hopeless > 0, "{equal}, {repaired}, {hopeless}");
}

#[test]
fn repayments_at_the_extremes_neither_overflow_nor_exceed_the_balance() {
	let cases = [
		([MAX, 0, MAX, MAX], Some((MAX, 0))),
		([MAX, 0, MAX - 1, MAX], None),
		([MAX, 1, MAX, MAX], Some((MAX - 1, 1))),
		([MAX, MAX - 1, 1, MAX], Some((1, 0))),
		([MAX, MAX - 1, 0, 0], None),
		([MAX, MAX, 0, MAX], Some((0, 0))),
		([0, MAX, MAX, MAX], Some((0, MAX))),
		([0, 0, MAX, MAX - 1], Some((0, MAX - 1))),
		([0, 0, MAX - 1, MAX], Some((0, MAX - 1))),
		([1, 0, MAX, MAX], Some((1, MAX - 1))),
		([0, 0, 0, 0], Some((0, 0))),
	];
	for (found, expected) in cases {
		let repayments = situation(found).repayments();
		assert_eq!(repayments, expected, "{found:?}");
		let sum = repayments.map(|(r, p)| r.checked_add(p).expect("no overflow"));
		assert!(sum.is_none_or(|sum| sum <= found[2]), "{found:?}");
	}
}

#[test]
fn a_proxy_borrows_only_with_all_debt_paid_and_nothing_due() {
	let cases = [
		([0, 0, 0, 0], 0, true),
		([60, 60, 0, 0], 0, true),
		([61, 60, 1, 0], 0, false),
		([59, 60, 0, 1], 0, false),
		([59, 60, 1, 1], 1, true),
		([59, 60, 99, 100], 99, false),
		([59, 60, 100, 100], 100, true),
		([61, 60, 101, 100], 100, false),
		([MAX, MAX, 0, 0], 0, true),
		([MAX, MAX - 1, 0, 0], 0, false),
		([MAX, MAX, MAX, MAX], MAX, true),
		([0, MAX, MAX, MAX], MAX - 1, false),
	];
	for (found, repaid_debt, expected) in cases {
		assert_eq!(situation(found).may_borrow(repaid_debt), expected, "{found:?}, {repaid_debt} repaid");
	}
}
