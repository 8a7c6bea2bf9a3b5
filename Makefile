# Tidepool. The two commands to know are 'make dev' and 'make test'; 'make' lists them all.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help dev travel network test setup build fmt fmt-check lint test-rust test-tools test-e2e test-network test-benchmarks fuzz bench chain-specs weights permissions

# Arguments of 'make dev', 'make network', 'make test-network', 'make fuzz' and 'make bench'.
export SEALING ARGS DATA RPC_PORT P2P_PORT PROMETHEUS_PORT SHORT SECONDS_EACH SMOKE QUICK

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "make %-16s %s\n", $$1, $$2 }' Makefile

dev: build ## run a local development chain; SEALING=instant|manual|MILLISECONDS, ARGS='further node arguments'
	@scripts/dev.sh

travel: ## move a chain started with SEALING forward in time: BY=seconds, PORT of the RPC if it is not 9944
	@node scripts/travel.mjs "$(BY)" $(PORT)

network: build ## run four validators on this machine; DATA=folder keeps the chain, RPC_PORT, P2P_PORT, PROMETHEUS_PORT
	@scripts/network.sh

test: setup ## build and run every test, the end-to-end ones included
	@scripts/test.sh

setup: ## check the machine and install what is missing
	@scripts/setup.sh

build: setup ## build the node and the runtime it carries
	@scripts/build.sh

fmt: ## format the Rust code
	@scripts/setup.sh rustfmt
	@scripts/fmt.sh

fmt-check: ## check the format of the Rust code
	@scripts/setup.sh rustfmt
	@scripts/fmt.sh --check

lint: ## run clippy; any warning fails
	@scripts/setup.sh clippy
	@scripts/lint.sh

test-rust: setup ## run the Rust tests alone
	@scripts/test.sh rust

test-tools: setup ## run the tests of the tools alone
	@scripts/test.sh tools

test-e2e: setup ## run the end-to-end tests alone
	@scripts/test.sh tools e2e

test-network: setup ## kill, damage and attack validators under load, and audit the chain (40 minutes; not in 'make test'); SHORT=1 takes 5
	@scripts/test-network.sh

test-benchmarks: setup ## run every benchmark of the runtime briefly, to show that it still works
	@scripts/test-benchmarks.sh

fuzz: setup ## look for inputs that break something; SECONDS_EACH=60 per target
	@scripts/fuzz.sh

bench: setup ## measure calls, load and import, and draw the figures; QUICK=1 only shows that it works
	@scripts/bench.sh

chain-specs: build ## write chain-specs/ anew from the runtime's presets
	@scripts/chain-specs.sh

weights: setup ## measure what all calls cost and write runtime/src/weights/ anew
	@scripts/weights.sh

permissions: setup ## write docs/permissions.md anew from the table of the permission matrix
	@scripts/permissions.sh
