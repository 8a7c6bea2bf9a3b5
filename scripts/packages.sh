# shellcheck shell=bash
# Installs Debian packages. Sourced by setup.sh.

wanted_packages=()
wanted_things=()
wanted_reasons=()

# want_package PACKAGE THING REASON: the package, what it is where packages have other names, what it is good for.
want_package() {
	wanted_packages+=("$1")
	wanted_things+=("$2")
	wanted_reasons+=("$3")
}

package_installed() {
	[[ $(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

# Where nobody can type a password sudo must fail instead of waiting for one.
as_root() {
	if ((EUID == 0)); then
		"$@"
	elif [[ -t 0 ]]; then
		sudo -- "$@"
	else
		sudo --non-interactive -- "$@"
	fi
}

# Installs what want_package collected; returns 1, having said why, where that is not possible.
try_install_wanted_packages() {
	((${#wanted_packages[@]} > 0)) || return 0
	local packages=("${wanted_packages[@]}") things=("${wanted_things[@]}") reasons=("${wanted_reasons[@]}") i
	wanted_packages=()
	wanted_things=()
	wanted_reasons=()

	if ! has apt-get; then
		for i in "${!packages[@]}"; do
			note "Install ${things[i]} by hand, there is no apt-get here (Debian's package: ${packages[i]}): ${reasons[i]}."
		done
		return 1
	fi
	local by_hand="run 'apt-get update && apt-get install ${packages[*]}' as root"
	if ((EUID != 0)) && ! has sudo; then
		note "${packages[*]} missing, and neither root nor sudo to install: $by_hand."
		return 1
	fi
	for i in "${!packages[@]}"; do
		note "Installing ${packages[i]} with apt-get: ${reasons[i]}."
	done
	if ! apt_install "${packages[@]}"; then
		note "apt-get could not install ${packages[*]}: check the network and the package sources, then $by_hand."
		return 1
	fi
}

# apt_install PACKAGE...: shows apt's messages only when it fails.
apt_install() {
	local log code=0 options=(-q -o DPkg::Lock::Timeout=300)
	log=$(mktemp) || return 1
	# A failing update is no verdict: one broken source among many makes it fail.
	as_root apt-get "${options[@]}" update >"$log" 2>&1 || true
	# Never at the cost of another package: Debian's Rust conflicts with Debian's rustup, for one.
	as_root env DEBIAN_FRONTEND=noninteractive apt-get "${options[@]}" --yes --no-install-recommends --no-remove \
		install "$@" >>"$log" 2>&1 || code=$?
	if ((code != 0)); then
		grep -E '^(E:|W:|Err:|sudo:)' "$log" | tail -n 6 >&2 || true
	fi
	rm -f -- "$log"
	return "$code"
}
