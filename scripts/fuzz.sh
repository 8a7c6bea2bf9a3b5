#!/usr/bin/env bash
# Looks for inputs that make a fuzz target panic or break an invariant.
#
#   scripts/fuzz.sh [TARGET...]     signature, batch, call; without a word all of them
#
# SECONDS_EACH says how long each target is fuzzed (60). Inputs that reach new code are added to tests/fuzz/corpus, one
# that fails is left in tests/fuzz/failures. With SMOKE=1 only a fixed number of inputs is tried and nothing is kept, as
# continuous integration does.

# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
load_toolchain

targets=("$@")
if ((${#targets[@]} == 0)); then
	targets=(signature batch call)
fi
# Inputs of a short run; they take about as long each.
declare -A smoke=([signature]=1500 [batch]=1500 [call]=6000)
readonly smoke
for target in "${targets[@]}"; do
	[[ -n ${smoke[$target]:-} ]] || fail "there is no fuzz target '$target', only signature, batch and call."
done

claim_target_dir
announce_first_build
scripts/fetch.sh

# Only the own crates are instrumented, so the dependencies are shared with every other build.
export RUSTC_WORKSPACE_WRAPPER="$root/scripts/instrumented-rustc.sh"
export SKIP_WASM_BUILD=1
export CARGO_BUILD_BUILD_DIR="$CARGO_TARGET_DIR"
export CARGO_TARGET_DIR="$CARGO_TARGET_DIR/fuzz"
with_heartbeat "building" cargo build --release --workspace --features tidepool-fuzz/fuzzer \
	"${targets[@]/#/--bin=fuzz-}" "${cargo_locked[@]}" ||
	fail "the fuzz targets do not build: the first error above says why."

readonly corpora="$root/tests/fuzz/corpus" failures="$root/tests/fuzz/failures"
mkdir -p "$failures"
for target in "${targets[@]}"; do
	limit=(-max_total_time="${SECONDS_EACH:-60}")
	folders=("$corpora/$target")
	if [[ -n ${SMOKE:-} ]]; then
		limit=(-runs="${smoke[$target]}" -seed=1)
		scratch=$(mktemp -d)
		folders=("$scratch" "$corpora/$target")
	fi
	note "Fuzzing '$target'."
	"$CARGO_TARGET_DIR/release/fuzz-$target" "${limit[@]}" -max_len=4096 -timeout=60 -rss_limit_mb=4096 \
		-verbosity=0 -print_final_stats=1 -artifact_prefix="$failures/$target-" "${folders[@]}" ||
		fail "'$target' fails on an input that is kept in $failures; run it alone with: $CARGO_TARGET_DIR/release/fuzz-$target FILE"
	if [[ -n ${SMOKE:-} ]]; then
		rm -rf -- "$scratch"
	fi
done
rmdir --ignore-fail-on-non-empty "$failures"
note "No failure found."
