# shellcheck shell=bash
# Makes a toolchain for the Wasm target out of Debian's Rust packages. Sourced by wasm-target.sh.
#
# Debian ships the compiler and the source of the standard library, but no standard library for this target, so it is
# compiled here, once. The toolchain is a folder of its own that borrows everything else from /usr: nothing but the
# package manager writes there, and the ordinary toolchain stays rustup's default.

readonly wasm_target=wasm32v1-none
readonly debian_toolchain_name=tidepool-wasm
readonly debian_toolchain_dir="$cache_dir/$debian_toolchain_name"
readonly debian_rust_packages=(rustc-web cargo-web rust-web-src rust-web-llvm)

# Identifies compiler and library source: a compiled library is of use to the very compiler that made it, no other.
debian_toolchain_stamp() {
	/usr/bin/rustc -vV
	dpkg-query --show rustc-web rust-web-src
}

debian_toolchain_ready() {
	[[ -r $debian_toolchain_dir/stamp &&
		$(debian_toolchain_stamp 2>/dev/null) == "$(<"$debian_toolchain_dir/stamp")" &&
		${RUSTUP_HOME:-$HOME/.rustup}/toolchains/$debian_toolchain_name -ef $debian_toolchain_dir ]]
}

debian_toolchain() {
	if debian_toolchain_ready; then
		return 0
	fi
	if ! has apt-get || ! has rustup; then
		note "Debian's Rust packages are of use with apt-get and rustup only, and they are not both here."
		return 1
	fi
	install_debian_rust || return 1
	note "Compiling core and alloc for $wasm_target: Debian packages them for other targets (once, half a minute)."
	if ! scripts/make-debian-toolchain.sh "$debian_toolchain_dir" "$wasm_target"; then
		note "Debian's Rust could not compile core and alloc for $wasm_target."
		return 1
	fi
	debian_toolchain_stamp >"$debian_toolchain_dir/stamp" &&
		run_rustup toolchain link "$debian_toolchain_name" "$debian_toolchain_dir"
}

install_debian_rust() {
	local package version llvm
	for package in "${debian_rust_packages[@]}"; do
		package_installed "$package" || want_package "$package" "Rust" "a part of Debian's Rust, which compiles the runtime"
	done
	try_install_wanted_packages || return 1

	version=$(/usr/bin/rustc -vV | sed -n 's/^release: //p')
	if ! at_least "$version" "$min_rust"; then
		note "Debian's Rust is $version here and $min_rust or newer is needed: enable Debian's security updates, then upgrade rustc-web."
		return 1
	fi
	if (($(dpkg-query --show --showformat='${Version}\n' rustc-web rust-web-src | sort -u | wc -l) != 1)); then
		note "rustc-web and rust-web-src differ in version: run 'apt-get install rustc-web rust-web-src' as root."
		return 1
	fi
	# The linker's package carries the number of the LLVM that the compiler is built on.
	llvm=$(/usr/bin/rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')
	package_installed "lld-$llvm" || want_package "lld-$llvm" "the linker LLD" "links the Wasm of the runtime"
	try_install_wanted_packages
}
