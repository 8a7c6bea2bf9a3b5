//! The parameter of `dev_timeTravel`.

use super::new_block::shown;
use crate::sealing::LAST_MOMENT;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};
use serde_json::Value;

/// Milliseconds since 1970, from a number of them or from an ISO 8601 date. A date without a time
/// is its midnight, and a time without a zone is UTC.
pub fn from_json(date: Option<Value>) -> Result<u64, String> {
	match date {
		Some(Value::Number(number)) => {
			let ms = number
				.as_u64()
				.or_else(|| number.as_f64().and_then(whole))
				.ok_or_else(|| format!("{number} is not a whole number of milliseconds since 1970"))?;
			within_calendar(ms).ok_or_else(|| format!("{number} ms lies beyond the year 9999"))
		},
		Some(Value::String(text)) => {
			let ms = parse(text.trim()).ok_or_else(|| {
				format!(
					"{} is not an ISO 8601 date: pass one like \"2026-01-31T12:00:00Z\", or the \
					 milliseconds since 1970 as a number",
					shown(&Value::String(text.clone()))
				)
			})?;
			let ms = u64::try_from(ms).map_err(|_| format!("\"{text}\" lies before 1970"))?;
			within_calendar(ms).ok_or_else(|| format!("\"{text}\" lies beyond the year 9999"))
		},
		None | Some(Value::Null) => Err(missing("nothing")),
		Some(other) => Err(missing(&shown(&other))),
	}
}

fn missing(given: &str) -> String {
	format!("dev_timeTravel takes an ISO 8601 date or the milliseconds since 1970, not {given}")
}

fn within_calendar(ms: u64) -> Option<u64> {
	(ms <= LAST_MOMENT).then_some(ms)
}

/// Large numbers may come as 1.7e12, which is whole all the same.
fn whole(number: f64) -> Option<u64> {
	const LARGEST_EXACT: f64 = 9_007_199_254_740_991.0;
	((0.0..=LARGEST_EXACT).contains(&number) && number.fract() == 0.0).then_some(number as u64)
}

fn parse(text: &str) -> Option<i64> {
	if let Ok(date) = DateTime::parse_from_rfc3339(text) {
		return Some(date.timestamp_millis());
	}
	let zoneless = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%dT%H:%M"]
		.iter()
		.find_map(|format| NaiveDateTime::parse_from_str(text, format).ok());
	let midnight =
		|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().map(|date| date.and_time(NaiveTime::MIN));
	zoneless.or_else(midnight).map(|date| date.and_utc().timestamp_millis())
}

#[cfg(test)]
mod tests {
	use super::*;
	use serde_json::json;

	const NEW_YEAR: u64 = 1_767_225_600_000;

	fn read(date: Value) -> Result<u64, String> {
		from_json(Some(date))
	}

	fn refused(date: Value) -> String {
		let refusal = read(date).unwrap_err();
		assert!(!refusal.contains('\n'));
		refusal
	}

	#[test]
	fn dates_are_read() {
		assert_eq!(read(json!("2026-01-01T00:00:00Z")), Ok(NEW_YEAR));
		assert_eq!(read(json!("2026-01-01T00:00:00.123Z")), Ok(NEW_YEAR + 123));
		assert_eq!(read(json!("2026-01-01T01:30:00+01:30")), Ok(NEW_YEAR));
		assert_eq!(read(json!("2026-01-01T00:00:00")), Ok(NEW_YEAR));
		assert_eq!(read(json!("2026-01-01T00:01")), Ok(NEW_YEAR + 60_000));
		assert_eq!(read(json!(" 2026-01-01 ")), Ok(NEW_YEAR));
		assert_eq!(read(json!("9999-12-31T23:59:59.999Z")), Ok(LAST_MOMENT));
	}

	#[test]
	fn numbers_are_milliseconds() {
		assert_eq!(read(json!(NEW_YEAR)), Ok(NEW_YEAR));
		assert_eq!(read(serde_json::from_str("1.7672256e12").unwrap()), Ok(NEW_YEAR));
		assert_eq!(read(json!(LAST_MOMENT)), Ok(LAST_MOMENT));
	}

	#[test]
	fn absurd_times_are_refused() {
		assert!(refused(json!(LAST_MOMENT + 1)).contains("beyond the year 9999"));
		assert!(refused(json!(u64::MAX)).contains("beyond the year 9999"));
		assert!(refused(json!(-1)).contains("not a whole number"));
		assert!(refused(json!(1.5)).contains("not a whole number"));
		assert!(refused(serde_json::from_str("1e400").unwrap()).contains("not a whole number"));
		assert!(refused(serde_json::from_str("99999999999999999999999").unwrap()).contains("not a whole"));
		assert!(refused(json!("1969-12-31T23:59:59Z")).contains("before 1970"));
		assert!(refused(json!("+10000-01-01T00:00:00Z")).contains("10000"));
	}

	#[test]
	fn what_is_not_a_date_is_refused() {
		for text in [
			"",
			"tomorrow",
			"NaN",
			"Infinity",
			"1767225600000",
			"2026-13-01",
			"2026-02-30",
			"2026-01-01T25:00:00Z",
		] {
			assert!(refused(json!(text)).contains("not an ISO 8601 date"), "{text}");
		}
		for value in [json!(null), json!(true), json!({}), json!([1])] {
			assert!(refused(value).contains("dev_timeTravel takes"));
		}
		assert!(from_json(None).is_err());
	}
}
