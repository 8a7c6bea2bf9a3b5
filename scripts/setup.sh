#!/usr/bin/env bash
# Makes the machine ready to build: checks what the user has to bring, installs the rest. Does nothing, and quickly,
# where nothing is missing.
#
#   scripts/setup.sh [COMPONENT...]     COMPONENT: a part of Rust needed besides, rustfmt or clippy
#
# TIDEPOOL_WASM=auto|rustup|debian says where the Wasm target comes from (wasm-target.sh).

# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=scripts/packages.sh
source scripts/packages.sh
# shellcheck source=scripts/wasm-target.sh
source scripts/wasm-target.sh

# What the user brings. Every gap is named before the script gives up, so that one round is enough.
check_prerequisites() {
	local gaps=() version
	if ! has cargo || ! has rustc; then
		gaps+=("Rust is missing: install it from https://rustup.rs, then open a new shell.")
	elif ! version=$(rustc --version 2>/dev/null | awk '{ print $2 }') || [[ ! $version =~ ^[0-9]+\.[0-9]+ ]]; then
		gaps+=("Rust is installed but 'rustc --version' fails: run 'rustup default stable'.")
	elif ! at_least "$version" "$min_rust"; then
		gaps+=("Rust $min_rust or newer is needed, found $version: run 'rustup update stable && rustup default stable'.")
	fi
	has gcc || has cc || gaps+=("A C compiler is missing: install gcc (Debian, Ubuntu: apt-get install gcc).")
	has make || gaps+=("make is missing: install it (Debian, Ubuntu: apt-get install make).")
	if ! has node; then
		gaps+=("Node.js is missing: install Node.js $min_node or newer from https://nodejs.org.")
	elif ! version=$(node --version 2>/dev/null) || [[ ! $version =~ ^v[0-9]+\. ]]; then
		gaps+=("Node.js is installed but 'node --version' fails: install it anew from https://nodejs.org.")
	elif ! at_least "${version#v}" "$min_node"; then
		gaps+=("Node.js $min_node or newer is needed, found $version: install it from https://nodejs.org.")
	fi
	has npm || gaps+=("npm is missing: install it (it comes with Node.js; Debian, Ubuntu: apt-get install npm).")
	if ((${#gaps[@]} > 0)); then
		printf 'error: %s\n' "${gaps[@]}" >&2
		exit 1
	fi
}

# OpenSSL, compiled from its source as a part of the network stack, is configured by a script that needs more of
# Perl than the core that every Debian carries.
has_perl() { perl -MFile::Compare -MFindBin -MIPC::Cmd -MTime::Piece -e 1 >/dev/null 2>&1; }

check_packages() {
	has protoc || want_package protobuf-compiler protoc "compiles the message formats of the network protocols"
	has c++ || want_package g++ "a C++ compiler" "compiles the Wasm optimiser"
	has_perl || want_package perl "Perl with its standard modules" "configures OpenSSL, a part of the network stack"
	try_install_wanted_packages || exit 1
}

# Parts of the ordinary toolchain that only the checks of the source need.
check_components() {
	local component program
	for component in "$@"; do
		case $component in
		rustfmt) program=rustfmt ;;
		clippy) program=clippy-driver ;;
		*) fail "scripts/setup.sh knows no component '$component', only rustfmt and clippy." ;;
		esac
		# The PATH does not tell: rustup puts a stand-in there even where the component is missing.
		if [[ -x $(rustc --print sysroot)/bin/$program ]]; then
			continue
		fi
		has rustup || fail "$component is missing: install it with your Rust."
		note "Installing $component with rustup: the checks of the source need it."
		run_rustup component add "$component" ||
			fail "rustup could not add $component: check the network, then run 'rustup component add $component'."
	done
}

{ mkdir -p -- "$cache_dir" && [[ -w $cache_dir ]]; } 2>/dev/null ||
	fail "the folder $cache_dir cannot be written to: make it writable, or set HOME to a folder that is."
check_prerequisites
check_packages
check_wasm_target
check_components "$@"
