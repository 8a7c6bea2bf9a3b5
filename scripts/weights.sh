#!/usr/bin/env bash
# Measures what the pool's calls cost, on the runtime's Wasm, and writes the weights of the runtime anew.
#
# STEPS and REPEAT say how thorough to be. The node is compiled with its benchmarks into a folder of its own: it would
# replace the ordinary node otherwise, and half of its dependencies are compiled differently.

# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
load_toolchain

export CARGO_TARGET_DIR="$CARGO_TARGET_DIR/benchmarks"
# A runtime for another benchmark, which would want to be a part of this workspace.
export SKIP_FRAME_STORAGE_ACCESS_TEST_RUNTIME_WASM_BUILD=1
claim_target_dir
note "The first build with benchmarks takes as long as the first build of the node."
with_heartbeat "building" \
	cargo build --release --workspace --features tidepool-node/runtime-benchmarks "${cargo_locked[@]}" ||
	fail "the node with benchmarks does not build: the first error above says why."

wasm="$CARGO_TARGET_DIR/release/wbuild/tidepool-runtime/tidepool_runtime.compact.compressed.wasm"
"$CARGO_TARGET_DIR/release/tidepool-node" benchmark pallet \
	--runtime "$wasm" \
	--genesis-builder runtime --genesis-builder-preset development \
	--pallet pallet_liquidity_staking --extrinsic '*' \
	--steps "${STEPS:-50}" --repeat "${REPEAT:-20}" \
	--template scripts/weights.hbs \
	--output runtime/src/weights/pallet_liquidity_staking.rs
