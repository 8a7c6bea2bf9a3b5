#!/usr/bin/env bash
# Compiles the standard library of a target without operating system with Debian's Rust and lays it out as a toolchain.
#
#   scripts/make-debian-toolchain.sh FOLDER TARGET     FOLDER is replaced, once all of it is there

# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

readonly folder=$1 target=$2
host=$(/usr/bin/rustc -vV | sed -n 's/^host: //p')
mkdir -p -- "$(dirname "$folder")"
work=$(mktemp -d "$folder.XXXXXX")
trap 'rm -rf -- "$work"' EXIT

mkdir -p -- "$work/core/src"
printf '#![no_std]\n' >"$work/core/src/lib.rs"
cat >"$work/core/Cargo.toml" <<-'TOML'
	[package]
	name = "core-for-wasm"
	version = "0.0.0"
	edition = "2021"

	[workspace]
TOML
# The bitcode must be embedded: the runtime is linked with link-time optimisation, which reads it.
env -u RUSTC_WRAPPER -u RUSTC_WORKSPACE_WRAPPER -u CARGO_ENCODED_RUSTFLAGS -u RUSTUP_TOOLCHAIN \
	RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes CARGO_TARGET_DIR="$work/core/target" \
	/usr/bin/cargo build --quiet --release -Zbuild-std=core,alloc --target "$target" \
	--manifest-path "$work/core/Cargo.toml" >&2

libs=$work/toolchain/lib/rustlib/$target/lib
mkdir -p -- "$work/toolchain/bin" "$libs"
cp -- "$work/core/target/$target/release/deps"/lib{core,alloc,compiler_builtins}-*.rlib "$libs"
ln -s -- "/usr/lib/rustlib/$host" "$work/toolchain/lib/rustlib/$host"
ln -s -- /usr/bin/cargo "$work/toolchain/bin/cargo"
cat >"$work/toolchain/bin/rustc" <<-'SH'
	#!/bin/sh
	# Debian's compiler with the library folder of this toolchain.
	exec /usr/bin/rustc --sysroot "$(dirname "$(dirname "$(readlink -f "$0")")")" "$@"
SH
chmod +x -- "$work/toolchain/bin/rustc"

rm -rf -- "$folder"
mv -- "$work/toolchain" "$folder"
