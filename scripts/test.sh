#!/usr/bin/env bash
# Builds, runs the tests and closes with one line: 'N passed, N failed', and ', N skipped' if any were.
#
#   scripts/test.sh [rust] [tools] [e2e]     which tests; without a word all of them
#
# A part that ends without having tested anything, because it does not compile for one, counts as a failure.

# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
load_toolchain

passed=0 failed=0 skipped=0
output=$(mktemp)
trap 'rm -f -- "$output"' EXIT

# add PASSED FAILED SKIPPED
add() {
	passed=$((passed + $1)) failed=$((failed + $2)) skipped=$((skipped + $3))
}

# conclude WHAT EXIT_CODE PASSED FAILED SKIPPED
conclude() {
	local what=$1 code=$2 tests=("${@:3}")
	add "${tests[@]}"
	if ((code != 0 && tests[1] == 0)); then
		note "$what: ended with exit code $code without naming a failed test; counted as one failure."
		add 0 1 0
	elif ((tests[0] + tests[1] == 0)); then
		note "$what: no test ran; counted as one failure."
		add 0 1 0
	fi
}

# Sums cargo's line of result for each test program.
count_rust() {
	awk '
		/^test result: / {
			for (i = 2; i <= NF; i++) {
				if ($i == "passed;") passed += $(i - 1)
				if ($i == "failed;") failed += $(i - 1)
				if ($i == "ignored;") skipped += $(i - 1)
			}
		}
		END { print passed + 0, failed + 0, skipped + 0 }
	' "$output"
}

# Reads the summary at the end of what Node.js reports, in the form for terminals or in the other one.
count_node() {
	sed 's/\x1b\[[0-9;]*m//g' "$output" | awk '
		NF == 3 && ($1 == "#" || $1 == "ℹ") && $3 ~ /^[0-9]+$/ { count[$2] = $3 }
		END { print count["pass"] + 0, count["fail"] + count["cancelled"], count["skipped"] + count["todo"] }
	'
}

test_rust() {
	local code=0
	with_heartbeat "testing" cargo test --release --workspace --no-fail-fast "${cargo_locked[@]}" |
		tee "$output" || code=$?
	# shellcheck disable=SC2046 # three words
	conclude "Rust tests" "$code" $(count_rust)
}

# run_node FOLDER WHY: installs the packages of a folder, for the reason given, and runs its tests.
run_node() {
	install_node_packages "$1" "$2" && cd "$1" && npm test
}

test_tools() {
	local code=0
	(run_node tools/stark-operator "they sign with STARK keys and talk to the node") | tee "$output" || code=$?
	# shellcheck disable=SC2046 # three words
	conclude "Tests of the operator tool" "$code" $(count_node)
	code=0
	(run_node tools/keeper "it talks to the node") | tee "$output" || code=$?
	# shellcheck disable=SC2046 # three words
	conclude "Tests of the keeper" "$code" $(count_node)
}

test_e2e() {
	local code=0
	(run_node tests/e2e "they talk to the node as its users do") | tee "$output" || code=$?
	# shellcheck disable=SC2046 # three words
	conclude "End-to-end tests" "$code" $(count_node)
	# They use the packages of the end-to-end tests.
	code=0
	(cd tests/bench/load && npm test) | tee "$output" || code=$?
	# shellcheck disable=SC2046 # three words
	conclude "Tests of the load" "$code" $(count_node)
}

suites=("$@")
if ((${#suites[@]} == 0)); then
	suites=(rust tools e2e)
fi
for suite in "${suites[@]}"; do
	[[ $suite == rust || $suite == tools || $suite == e2e ]] ||
		fail "scripts/test.sh knows no tests '$suite', only rust, tools and e2e."
done

# The end-to-end tests need the node, and a build that fails says so more clearly than tests that do.
if scripts/build.sh; then
	for suite in "${suites[@]}"; do
		"test_$suite"
	done
else
	add 0 1 0
fi

closing="$passed passed, $failed failed"
if ((skipped > 0)); then
	closing+=", $skipped skipped"
fi
printf '%s\n' "$closing"
((failed == 0))
