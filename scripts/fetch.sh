#!/usr/bin/env bash
# Downloads the crates that Cargo.lock names, so that a missing network is told from a failing build. Without
# anything to download it needs no network and no time.

# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# All platforms: the Wasm build reads the metadata of every package in Cargo.lock.
cargo fetch "${cargo_locked[@]}" ||
	fail "cargo could not fetch the crates that Cargo.lock names, for the reason above: check the network and run the same command again."
