#!/usr/bin/env bash
# Runs a local development chain whose data lies in a temporary folder and goes with it.
#
# SEALING=instant|manual|MILLISECONDS   when to make blocks, instead of every six seconds
# ARGS='...'                            further arguments of the node

# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[[ -x $node_binary ]] || fail "there is no node at $node_binary: run 'make build'."

extra=()
if [[ -n ${ARGS:-} ]]; then
	mapfile -t extra < <(xargs -n 1 printf '%s\n' <<<"$ARGS")
fi

# given OPTION...: the value of the first of these options in ARGS
given() {
	local i option
	for i in "${!extra[@]}"; do
		for option in "$@"; do
			case ${extra[i]} in
			"$option") printf '%s' "${extra[i + 1]:-}" && return 0 ;;
			"$option="*) printf '%s' "${extra[i]#*=}" && return 0 ;;
			esac
		done
	done
	return 1
}

arguments=(--dev)
if ! port=$(given --rpc-port); then
	port=9944
	arguments+=(--rpc-port "$port")
fi
if [[ -n ${SEALING:-} ]]; then
	arguments+=(--sealing "$SEALING")
fi
if data=$(given --base-path -d); then
	data_note="$data (kept)"
else
	data=$(mktemp -d "${TMPDIR:-/tmp}/tidepool-dev.XXXXXX")
	data_note="$data (removed at exit)"
	trap 'rm -rf -- "$data"' EXIT
	arguments+=(--base-path "$data")
fi

# The node would take another port, and whoever listens here would answer in its place.
if [[ $port =~ ^[0-9]+$ ]] && (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
	fail "port $port is taken, perhaps by another chain: stop it, or choose one with ARGS='--rpc-port 9955'."
fi

chain=
stopping=
# Called by the trap: asks the node to end, and the second time ends it. An interrupt at the terminal reaches the node
# as well, but one from another process does not.
# shellcheck disable=SC2317
stop() {
	local signal=TERM
	if [[ -n $stopping ]]; then
		signal=KILL
	fi
	stopping=yes
	if [[ -n $chain ]]; then
		kill -"$signal" "$chain" 2>/dev/null || true
	fi
}
trap stop INT TERM HUP

"$node_binary" "${arguments[@]}" "${extra[@]}" &
chain=$!

(
	node scripts/wait-for-rpc.mjs "$port" "$chain" || exit 0
	cat <<-BANNER

		The Tidepool development chain runs.
		  RPC               ws://127.0.0.1:$port
		  polkadot.js Apps  https://polkadot.js.org/apps/?rpc=ws%3A%2F%2F127.0.0.1%3A$port#/explorer
		  Data              $data_note
		  Stop              Ctrl-C

	BANNER
) </dev/null &
banner=$!

# A trapped signal ends 'wait' before the node has ended.
code=0
wait "$chain" || code=$?
while kill -0 "$chain" 2>/dev/null; do
	code=0
	wait "$chain" || code=$?
done
wait "$banner" || true

if [[ -n $stopping ]]; then
	exit 0
fi
exit "$code"
