#!/usr/bin/env bash
# Writes docs/permissions.md anew from the table of the permission matrix (tests/integration/tests/permission_matrix).

# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
load_toolchain
claim_target_dir

UPDATE_DOCS=1 cargo test --release --workspace "${cargo_locked[@]}" --test permission_matrix documentation ||
	fail "docs/permissions.md could not be written."
note "docs/permissions.md"
