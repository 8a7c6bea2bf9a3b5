#!/usr/bin/env bash
# Runs every benchmark of the runtime once at each end of its ranges, so that none rots between two measurements.

# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
load_toolchain

# A folder of its own, because the feature compiles the dependencies differently. The benchmarks run natively, and how
# long they take is not looked at: what compiles fast will do.
export CARGO_TARGET_DIR="$CARGO_TARGET_DIR/benchmark-tests"
export SKIP_WASM_BUILD=1 CARGO_PROFILE_RELEASE_OPT_LEVEL=1
# A runtime for another benchmark, which would want to be a part of this workspace.
export SKIP_FRAME_STORAGE_ACCESS_TEST_RUNTIME_WASM_BUILD=1
claim_target_dir
scripts/fetch.sh
note "The first build with benchmarks takes a quarter of an hour."

with_heartbeat "testing the benchmarks" cargo test --release --package tidepool-benchmark-tests --features run \
	"${cargo_locked[@]}" || fail "a benchmark is broken, or does not compile: the first error above says why."
