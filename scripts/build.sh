#!/usr/bin/env bash
# Compiles the workspace: the runtime to Wasm and natively, and the node.

# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
load_toolchain

claim_target_dir
announce_first_build
scripts/fetch.sh

# The whole workspace, always: with fewer packages cargo unifies features differently and compiles hundreds of
# crates a second time.
with_heartbeat "building" cargo build --release --workspace "${cargo_locked[@]}" ||
	fail "the build failed: the first error above says why."
