#!/usr/bin/env bash
# Measures what the calls of all pallets and the extensions of transactions cost, on the runtime's Wasm, and writes the
# weights of the runtime anew.
#
#   scripts/weights.sh [PALLET...]     such as pallet_stark_proxy; without a word all of them
#
# STEPS, REPEAT and MIN_DURATION (seconds each benchmark takes at least) say how thorough to be. The node is compiled
# with its benchmarks into a folder of its own: it would replace the ordinary node otherwise, and half of its
# dependencies are compiled differently.

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

pallets=("$@")
if ((${#pallets[@]} == 0)); then
	pallets=(
		frame_system frame_system_extensions
		pallet_assets pallet_balances pallet_collective pallet_liquidity_staking pallet_multisig pallet_preimage
		pallet_proxy pallet_scheduler pallet_stark_exchange pallet_stark_proxy pallet_timelock pallet_timestamp
		pallet_transaction_payment pallet_utility
	)
fi
wasm="$CARGO_TARGET_DIR/release/wbuild/tidepool-runtime/tidepool_runtime.compact.compressed.wasm"
for pallet in "${pallets[@]}"; do
	"$CARGO_TARGET_DIR/release/tidepool-node" benchmark pallet \
		--runtime "$wasm" \
		--genesis-builder runtime --genesis-builder-preset development \
		--pallet "$pallet" --extrinsic '*' \
		--steps "${STEPS:-50}" --repeat "${REPEAT:-20}" --min-duration "${MIN_DURATION:-10}" \
		--template scripts/weights.hbs \
		--output "runtime/src/weights/$pallet.rs" ||
		fail "$pallet cannot be measured: the first error above says why."
done
