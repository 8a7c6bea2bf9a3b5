#!/usr/bin/env bash
# Measures how long the calls take, what a running node includes under load, and how fast another one imports it.
#
#   scripts/bench.sh [FOLDER]     where the figures and charts go, bench-results by default
#
# With QUICK=1 everything is measured so briefly that the figures mean nothing: that shows that it still works.

# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
load_toolchain

readonly out=${1:-bench-results}
quick=()
if [[ -n ${QUICK:-} ]]; then quick=(--quick); fi

scripts/build.sh
install_node_packages tests/e2e "the load is sent with them"
note "Measuring calls: about six minutes, most of them to let a million people stake."
"$CARGO_TARGET_DIR/release/tidepool-bench" "${quick[@]}" --out "$out" || fail "the calls could not be measured, for the reason above."
note "Measuring a node under load: about four minutes."
node tests/bench/load/main.js "${quick[@]}" --out "$out" || fail "the load could not be measured, for the reason above."
"$CARGO_TARGET_DIR/release/tidepool-bench" plot "$out" || fail "the charts could not be drawn, for the reason above."
note "Figures and charts are in $out."
