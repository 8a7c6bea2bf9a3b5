#!/usr/bin/env bash
# Measures what the calls of all pallets and the extensions of transactions cost, on the runtime's Wasm, and writes the
# weights of the runtime anew.
#
#   scripts/weights.sh [PALLET...]     such as pallet_stark_proxy, or 'block'; without a word all of them
#
# 'block' is what a block and a transaction cost before their calls do anything.
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

readonly node="$CARGO_TARGET_DIR/release/tidepool-node"
readonly wasm="$CARGO_TARGET_DIR/release/wbuild/tidepool-runtime/tidepool_runtime.compact.compressed.wasm"
readonly runtime=(--runtime "$wasm" --genesis-builder runtime --genesis-builder-preset development)

measure_pallet() {
	"$node" benchmark pallet "${runtime[@]}" \
		--pallet "$1" --extrinsic '*' \
		--steps "${STEPS:-50}" --repeat "${REPEAT:-20}" --min-duration "${MIN_DURATION:-10}" \
		--template scripts/weights.hbs \
		--output "runtime/src/weights/$1.rs" ||
		fail "$1 cannot be measured: the first error above says why."
}

# nanoseconds FILE: the weight in a file that 'benchmark overhead' wrote.
nanoseconds() { sed -n 's/.*WEIGHT_REF_TIME_PER_NANOS.saturating_mul(\([0-9_]*\)).*/\1/p' "$1"; }

folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT

measure_block() {
	local block extrinsic
	"$node" benchmark overhead --chain dev --warmup 10 --repeat "${OVERHEAD_REPEAT:-100}" \
		--weight-path "$folder" ||
		fail "the frame of a block cannot be measured: the first error above says why."
	block=$(nanoseconds "$folder/block_weights.rs") extrinsic=$(nanoseconds "$folder/extrinsic_weights.rs")
	[[ -n $block && -n $extrinsic ]] || fail "'benchmark overhead' wrote no weights that this script understands."
	sed -e "s/{{block}}/${block}_000/" -e "s/{{extrinsic}}/${extrinsic}_000/" \
		scripts/block-weights.template >runtime/src/weights/block.rs
}

pallets=("$@")
if ((${#pallets[@]} == 0)); then
	pallets=(
		block frame_system frame_system_extensions
		pallet_assets pallet_balances pallet_collective pallet_grandpa pallet_liquidity_staking pallet_membership
		pallet_multisig pallet_preimage pallet_proxy pallet_scheduler pallet_session pallet_stark_exchange
		pallet_stark_proxy pallet_timelock pallet_timestamp pallet_transaction_payment pallet_utility
	)
fi
for pallet in "${pallets[@]}"; do
	if [[ $pallet == block ]]; then
		measure_block
	else
		measure_pallet "$pallet"
	fi
done
node scripts/weights-table.mjs || fail "docs/weights.md cannot be written, for the reason above."
