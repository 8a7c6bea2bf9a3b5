#!/usr/bin/env bash
# Formats the Rust code of the workspace, or with --check says what is not formatted.

# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

case ${1:-} in
'') cargo fmt --all ;;
--check) cargo fmt --all -- --check || fail "the format check failed: run 'make fmt'." ;;
*) fail "scripts/fmt.sh knows --check only, not '$1'." ;;
esac
