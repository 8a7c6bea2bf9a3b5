//! Figures from measurements on machines that also do other things: the median ignores what was disturbed, the minimum
//! is what was disturbed least.

/// The value in the middle, or the mean of the two there. Not a number without any values.
pub fn median(values: &[f64]) -> f64 {
	let mut sorted = values.to_vec();
	sorted.sort_by(f64::total_cmp);
	let middle = sorted.len() / 2;
	match sorted.len() {
		0 => f64::NAN,
		count if count % 2 == 1 => sorted[middle],
		_ => (sorted[middle - 1] + sorted[middle]) / 2.0,
	}
}

/// The smallest value. Not a number without any values.
pub fn minimum(values: &[f64]) -> f64 {
	values.iter().copied().fold(f64::NAN, f64::min)
}

/// How many times `values` are of `yardstick`: in each round, and of that the median. What slows a whole round down
/// does not change it.
pub fn median_ratio(values: &[f64], yardstick: &[f64]) -> f64 {
	assert_eq!(values.len(), yardstick.len(), "both were measured in every round");
	median(&values.iter().zip(yardstick).map(|(value, one)| value / one).collect::<Vec<_>>())
}

/// How much more `values` are than `base`: in each round, and of that the median.
pub fn median_difference(values: &[f64], base: &[f64]) -> f64 {
	assert_eq!(values.len(), base.len(), "both were measured in every round");
	median(&values.iter().zip(base).map(|(value, one)| value - one).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_median_is_in_the_middle() {
		assert_eq!(median(&[3.0]), 3.0);
		assert_eq!(median(&[9.0, 1.0, 2.0]), 2.0);
		assert_eq!(median(&[10.0, 1.0, 2.0, 4.0]), 3.0);
		assert!(median(&[]).is_nan());
	}

	#[test]
	fn one_disturbed_round_does_not_move_the_median() {
		assert_eq!(median(&[5.0, 5.0, 5_000.0, 5.0, 5.0]), 5.0);
	}

	#[test]
	fn the_minimum_is_the_smallest() {
		assert_eq!(minimum(&[3.0, 1.0, 2.0]), 1.0);
		assert!(minimum(&[]).is_nan());
	}

	#[test]
	fn a_slow_round_does_not_change_the_ratio() {
		assert_eq!(median_ratio(&[2.0, 2_000.0, 2.0], &[1.0, 1_000.0, 1.0]), 2.0);
		assert_eq!(median_ratio(&[2.0, 3.0, 4.0], &[1.0, 1.0, 1.0]), 3.0);
	}

	#[test]
	fn differences_are_those_of_the_rounds() {
		assert_eq!(median_difference(&[5.0, 105.0, 8.0], &[4.0, 103.0, 5.0]), 2.0);
	}

	#[test]
	#[should_panic(expected = "every round")]
	fn ratios_need_the_same_rounds() {
		median_ratio(&[1.0], &[]);
	}
}
