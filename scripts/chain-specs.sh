#!/usr/bin/env bash
# Writes chain-specs/ anew from the presets of the built runtime.

# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[[ -x $node_binary ]] || fail "there is no node at $node_binary: run 'make build'."

write_spec() {
	local chain=$1 file=chain-specs/$2.json
	"$node_binary" export-plain-spec --chain "$chain" --output "$file" || fail "$file could not be written."
	note "$file"
}

mkdir -p chain-specs
write_spec dev development
write_spec local local
write_spec staging staging
