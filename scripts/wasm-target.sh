# shellcheck shell=bash
# Gets the Wasm target of the runtime, by one of two routes. Sourced by setup.sh.
#
# rustup  the ordinary toolchain, with the target added to it
# debian  a second toolchain made of Debian's Rust packages, for machines that reach Debian's servers but not
#         Rust's; it compiles the runtime alone
#
# Left to itself (TIDEPOOL_WASM=auto) it takes the route that worked last, first rustup's.

# shellcheck source=scripts/debian-toolchain.sh
source scripts/debian-toolchain.sh

# A server that cannot be reached lets rustup wait for very long.
run_rustup() {
	timeout --foreground --kill-after=10 "${TIDEPOOL_RUSTUP_TIMEOUT:-180}" rustup "$@" >&2
}

# remember_route ROUTE [TOOLCHAIN]
remember_route() {
	local content="# Written by scripts/setup.sh: where the Wasm target of the runtime comes from."
	content+=$'\n'"tidepool_wasm_route=$1"
	if [[ -n ${2:-} ]]; then
		content+=$'\n'"WASM_BUILD_TOOLCHAIN=$2"
	fi
	if [[ -f $toolchain_env && $(<"$toolchain_env") == "$content" ]]; then
		return 0
	fi
	printf '%s\n' "$content" >"$toolchain_env.$$" &&
		mv -- "$toolchain_env.$$" "$toolchain_env"
}

remembered_route() {
	[[ ! -r $toolchain_env ]] || sed -n 's/^tidepool_wasm_route=//p' "$toolchain_env"
}

rustup_route() {
	if ! compgen -G "$(rustc --print sysroot)/lib/rustlib/$wasm_target/lib/libcore-*.rlib" >/dev/null; then
		if ! has rustup; then
			note "There is no rustup to add the target $wasm_target: install Rust from https://rustup.rs."
			return 1
		fi
		note "Installing the target $wasm_target with rustup: the runtime is compiled for it."
		if ! run_rustup target add "$wasm_target"; then
			note "rustup could not add $wasm_target: Rust's server does not answer, or not in time."
			return 1
		fi
	fi
	remember_route rustup
}

debian_route() {
	debian_toolchain && remember_route debian "$debian_toolchain_name"
}

check_wasm_target() {
	# Whoever names a toolchain vouches for it.
	[[ -z ${WASM_BUILD_TOOLCHAIN:-} ]] || return 0

	local routes route
	case ${TIDEPOOL_WASM:-auto} in
	rustup) routes=(rustup) ;;
	debian) routes=(debian) ;;
	auto)
		routes=(rustup debian)
		if [[ $(remembered_route) == debian ]]; then
			routes=(debian rustup)
		fi
		;;
	*) fail "TIDEPOOL_WASM=$TIDEPOOL_WASM means nothing: it is auto, rustup or debian." ;;
	esac
	for route in "${routes[@]}"; do
		"${route}_route" && return 0
	done
	fail "no toolchain compiles for $wasm_target here: run 'rustup target add $wasm_target' where Rust's server can be reached."
}
