#!/usr/bin/env bash
# Runs clippy over the workspace's own crates; any warning fails.
#
# 'cargo clippy' would check all 850 dependencies once more, as artefacts that no other command uses. Instead this is
# an ordinary build with clippy as the compiler of the workspace's own crates: it shares the compiled dependencies
# with 'make test', and cargo keeps its artefacts apart from theirs.

# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

claim_target_dir
announce_first_build
scripts/fetch.sh

# What comes out is never run, so it need not be optimised; by default that would switch debug assertions on, which
# the dependencies are compiled without. Clippy splits its arguments at this word.
readonly separator=__CLIPPY_HACKERY__
export CLIPPY_ARGS="-Dwarnings${separator}-Copt-level=0${separator}-Cdebug-assertions=off${separator}"
export RUSTC_WORKSPACE_WRAPPER=clippy-driver
# The Wasm is of no use here; the results go to a folder of their own lest they replace the real node.
export SKIP_WASM_BUILD=1
export CARGO_BUILD_BUILD_DIR="$CARGO_TARGET_DIR"
export CARGO_TARGET_DIR="$CARGO_TARGET_DIR/lint"

with_heartbeat "linting" cargo build --release --workspace --all-targets "${cargo_locked[@]}" ||
	fail "clippy found something: the first error above says what."
