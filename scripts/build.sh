#!/usr/bin/env bash
# Compiles the workspace: the runtime to Wasm and natively, and the node.
#
# PROFILE=production     compiles the node alone, for operators: it is a tenth faster, and takes much longer to link.
#                        It is written to the folder of that name in the target directory.

# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
load_toolchain

claim_target_dir
announce_first_build
scripts/fetch.sh

# The whole workspace, always: with fewer packages cargo unifies features differently and compiles hundreds of
# crates a second time.
what=(--release --workspace)
case ${PROFILE:-release} in
release) ;;
production) what=(--profile production --package tidepool-node) ;;
*) fail "there is no profile '$PROFILE': leave PROFILE out, or set it to production." ;;
esac
with_heartbeat "building" cargo build "${what[@]}" "${cargo_locked[@]}" ||
	fail "the build failed: the first error above says why."
