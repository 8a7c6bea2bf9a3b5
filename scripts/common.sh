# shellcheck shell=bash disable=SC2034 # The scripts that source this file use what it sets.
# What all scripts share: where things lie, how to speak, how to fail. Sourced, never run.

set -euo pipefail

# Lines for people go to stderr, so that stdout carries results alone.
note() { printf '%s\n' "$*" >&2; }

fail() {
	note "error: $*"
	exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# at_least 1.95.0 1.95
at_least() {
	local have_major have_minor want_major want_minor
	IFS=. read -r have_major have_minor _ <<<"$1"
	IFS=. read -r want_major want_minor _ <<<"$2.0"
	((have_major > want_major || (have_major == want_major && have_minor >= want_minor)))
}

readonly min_rust=1.95 min_node=20.11

[[ -n ${HOME:-} ]] || fail "HOME is not set: set it to a folder that may hold the build cache."

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly root
readonly cache_dir="$HOME/.cache/tidepool"
readonly toolchain_env="$cache_dir/toolchain.env"

# rustup's Rust goes first: a fresh shell may not have it in its PATH, and the system's Rust, which the Debian
# route installs, must not take its place.
readonly cargo_bin="${CARGO_HOME:-$HOME/.cargo}/bin"
if [[ -x $cargo_bin/rustup ]]; then
	PATH="$cargo_bin:$PATH"
fi

# One target folder for every checkout of the machine: a new clone compiles the workspace's own crates only.
CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$cache_dir/target}"
if [[ $CARGO_TARGET_DIR != /* ]]; then
	CARGO_TARGET_DIR="$PWD/$CARGO_TARGET_DIR"
fi
export CARGO_TARGET_DIR

# A job server of make has other limits than cargo's own and cannot be reached from nested builds.
unset MAKEFLAGS MFLAGS CARGO_MAKEFLAGS

readonly node_binary="$CARGO_TARGET_DIR/release/tidepool-node"

# Continuous integration builds what is committed; people may be changing Cargo.toml.
cargo_locked=()
if [[ -n ${CI:-} ]]; then
	cargo_locked=(--locked)
fi
readonly cargo_locked

cd "$root"

# install_node_packages FOLDER WHY: installs the packages of a folder, for the reason given. Leaves what is installed alone
# as long as it is what the lock file says.
install_node_packages() (
	local folder=$1 why=$2 installed=node_modules/.installed-lock.json
	if ! cd "$folder" 2>/dev/null; then
		note "The folder $folder is missing: the checkout is not complete."
		return 1
	fi
	if ! cmp -s package-lock.json "$installed"; then
		note "Installing the packages of $folder with npm: $why."
		if ! npm ci --no-audit --no-fund --loglevel=error >&2; then
			note "npm could not install the packages of $folder, for the reason above: check the network and run the same command again."
			return 1
		fi
		mkdir -p node_modules && cp package-lock.json "$installed"
	fi
)

# Reads what set-up remembered; a toolchain that the user names wins.
load_toolchain() {
	if [[ -z ${WASM_BUILD_TOOLCHAIN:-} && -r $toolchain_env ]]; then
		# shellcheck source=/dev/null
		source "$toolchain_env"
	fi
	if [[ -n ${WASM_BUILD_TOOLCHAIN:-} ]]; then
		export WASM_BUILD_TOOLCHAIN
	fi
}

# Checkouts share the compiled files, and cargo judges by the time of change alone whether they are up to date: after
# a build of another checkout, older sources of this one would pass for compiled.
claim_target_dir() {
	local claim="$CARGO_TARGET_DIR/last-checkout"
	if [[ -r $claim && $(<"$claim") == "$root" ]]; then
		return
	fi
	mkdir -p -- "$CARGO_TARGET_DIR"
	find Cargo.toml chain-specs node pallets primitives runtime tests -name node_modules -prune -o -type f -exec touch -- {} +
	printf '%s\n' "$root" >"$claim"
}

announce_first_build() {
	# One of the last dependencies to be compiled.
	if ! compgen -G "$CARGO_TARGET_DIR/release/deps/libsc_service-*.rlib" >/dev/null; then
		note "The first build on a machine takes 30 to 40 minutes on two cores; later ones reuse $CARGO_TARGET_DIR."
	fi
}

# Runs a command that can be silent for minutes. On a terminal cargo shows its own progress; elsewhere a line a
# minute says that it still works.
with_heartbeat() {
	local what=$1 code=0
	shift
	if [[ -t 2 ]]; then
		"$@"
		return
	fi
	local started=$SECONDS parent=$BASHPID
	(
		trap 'kill "$nap" 2>/dev/null; exit' TERM
		while kill -0 "$parent" 2>/dev/null; do
			sleep 60 >/dev/null 2>&1 &
			nap=$!
			wait "$nap"
			note "$what: at work for $(((SECONDS - started) / 60)) min"
		done
	) </dev/null >/dev/null &
	local beat=$!
	"$@" || code=$?
	kill "$beat" 2>/dev/null || true
	wait "$beat" 2>/dev/null || true
	return "$code"
}
