#!/usr/bin/env bash
# Kills, damages and starves nodes of a network under load, and audits what they agree on afterwards. Takes 40
# minutes; with SHORT=1, which shows the most important part, five.

# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
load_toolchain

scripts/build.sh
install_node_packages tests/e2e "they talk to the nodes as their users do"
cd tests/network
if [[ -n ${SHORT:-} ]]; then
	npm run short
else
	npm test
fi
