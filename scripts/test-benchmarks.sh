#!/usr/bin/env bash
# Runs every benchmark of the runtime once at each end of its ranges, so that none rots between two measurements.

# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
load_toolchain

# The benchmarks run natively: no Wasm is needed. With the whole workspace in view the dependencies are compiled as for the
# other tests, all but those that know the feature.
export SKIP_WASM_BUILD=1
# A runtime for another benchmark, which would want to be a part of this workspace.
export SKIP_FRAME_STORAGE_ACCESS_TEST_RUNTIME_WASM_BUILD=1
claim_target_dir
scripts/fetch.sh

with_heartbeat "testing the benchmarks" cargo test --release --workspace --test benchmarks \
	--features tidepool-benchmark-tests/run "${cargo_locked[@]}" ||
	fail "a benchmark is broken, or does not compile: the first error above says why."
