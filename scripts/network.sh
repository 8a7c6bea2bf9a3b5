#!/usr/bin/env bash
# Runs a network of four validators on this machine, set up as its operators would: one raw spec for all, and for each a
# base path, a node key and session keys of its own.
#
# DATA=folder            keeps the chain in that folder, and goes on with the one that is there; otherwise it lies in a
#                        temporary folder and goes with it
# RPC_PORT=9944          ports of the first validator; the other three have those after it
# P2P_PORT=30333
# PROMETHEUS_PORT=9615

caller=$PWD
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# The public development keys: `local.json` makes these four the validators.
readonly people=(Alice Bob Charlie Dave)
readonly rpc=${RPC_PORT:-9944} p2p=${P2P_PORT:-30333} prometheus=${PROMETHEUS_PORT:-9615}
# Seconds until the first block has to be final everywhere.
readonly patience=180

[[ -x $node_binary ]] || fail "there is no node at $node_binary: run 'make build'."

# check_ports VARIABLE FIRST_PORT WHAT: the four ports are ports, nobody has them, and no other service gets them.
declare -A wanted=()
check_ports() {
	local variable=$1 first=$2 what=$3 port
	if [[ ! $first =~ ^[1-9][0-9]{0,4}$ ]] || ((first > 65532)); then
		fail "$variable=$first is no port with three more after it: give a number from 1 to 65532."
	fi
	for ((port = first; port < first + ${#people[@]}; port++)); do
		if [[ -n ${wanted[$port]:-} ]]; then
			fail "$variable and ${wanted[$port]} both claim port $port: move one of them."
		fi
		wanted[$port]=$variable
		# Whoever listens there would answer in the place of a node.
		if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
			fail "port $port, for the $what of ${people[port - first]}, is taken, perhaps by another chain:" \
				"stop it, or choose other ports with $variable=$((first < 50000 ? first + 10000 : first - 10000))."
		fi
	done
}
check_ports RPC_PORT "$rpc" RPC
check_ports P2P_PORT "$p2p" peers
check_ports PROMETHEUS_PORT "$prometheus" Prometheus

nodes=()
kept=
# Called by the trap, however the script ends.
# shellcheck disable=SC2317
leave() {
	if ((${#nodes[@]} > 0)); then
		kill -KILL "${nodes[@]}" 2>/dev/null || true
		wait
	fi
	if [[ -z $kept && -n ${data:-} ]]; then
		rm -rf -- "$data"
	fi
}
trap leave EXIT

# Secrets lie below.
umask 077
if [[ -n ${DATA:-} ]]; then
	[[ $DATA == /* ]] || DATA=$caller/$DATA
	kept=yes data=$DATA data_note="$DATA (kept)"
	mkdir -p -- "$data" || fail "the folder $data cannot be made: name another with DATA=folder."
	if [[ ! -e $data/spec.json && -n $(find "$data" -mindepth 1 -maxdepth 1 ! -name spec.json.new -print -quit) ]]; then
		fail "the folder $data holds something else than a network: name an empty or a new one with DATA=folder."
	fi
else
	data=$(mktemp -d "${TMPDIR:-/tmp}/tidepool-network.XXXXXX")
	data_note="$data (removed at exit)"
fi
readonly data spec=$data/spec.json

folder_of() { printf '%s' "$data/${1,,}"; }

# Makes what the network lacks. What is there from an earlier time stays: a validator is known by its keys.
prepare() {
	local person folder
	if [[ ! -e $spec ]]; then
		note "Making the chain spec and the keys."
		"$node_binary" export-chain-spec --chain chain-specs/local.json --raw --output "$spec.new" >/dev/null ||
			fail "there is no chain spec, for the reason above."
		mv -- "$spec.new" "$spec"
	fi
	for person in "${people[@]}"; do
		folder=$(folder_of "$person")
		mkdir -p -- "$folder"
		if [[ ! -e $folder/node-key ]]; then
			"$node_binary" key generate-node-key --file "$folder/node-key" 2>/dev/null ||
				fail "$person has no node key: $folder cannot be written to."
		fi
		insert_key "$person" aura sr25519
		insert_key "$person" gran ed25519
	done
}

# insert_key PERSON TYPE SCHEME
insert_key() {
	"$node_binary" key insert --base-path "$(folder_of "$1")" --chain "$spec" --key-type "$2" --scheme "$3" --suri "//$1" ||
		fail "$1 has no session key of type $2, for the reason above."
}

# start INDEX [OPTION...]: starts the validator of that number.
start() {
	local index=$1 person=${people[$1]} folder
	shift
	folder=$(folder_of "$person")
	"$node_binary" --validator --name "$person" --chain "$spec" --base-path "$folder" --node-key-file "$folder/node-key" \
		--listen-addr "/ip4/127.0.0.1/tcp/$((p2p + index))" --no-mdns --no-telemetry \
		--rpc-port "$((rpc + index))" --prometheus-port "$((prometheus + index))" "$@" \
		</dev/null >>"$folder/node.log" 2>&1 &
	nodes[index]=$!
}

announce() {
	local index pairs=() others='' code=0
	for index in "${!nodes[@]}"; do
		pairs+=("$((rpc + index)):${nodes[index]}")
		others+="${others:+, }$((rpc + index)) (${people[index]})"
	done
	node scripts/wait-for-finality.mjs "$patience" "${pairs[@]}" || code=$?
	if ((code == 2)); then
		kill -USR1 $$
	fi
	((code == 0)) || return 0
	cat <<-BANNER

		The Tidepool network runs, and its four validators finalise blocks.
		  RPC               ws://127.0.0.1 with the ports $others
		  polkadot.js Apps  https://polkadot.js.org/apps/?rpc=ws%3A%2F%2F127.0.0.1%3A$rpc#/explorer
		  Prometheus        http://127.0.0.1:$prometheus/metrics, and the three ports after it
		  Data              $data_note, a folder for each validator
		  Logs              node.log in each of these folders
		  Stop              Ctrl-C

	BANNER
}

stopping=
failed=
# Called by the traps: asks the nodes to end, and the second time ends them. An interrupt at the terminal reaches the nodes
# as well, but one from another process does not.
# shellcheck disable=SC2317
stop() {
	local signal=TERM
	if [[ -n $stopping ]]; then
		signal=KILL
	fi
	stopping=yes
	if ((${#nodes[@]} > 0)); then
		kill -"$signal" "${nodes[@]}" 2>/dev/null || true
	fi
}

lives() { kill -0 "$1" 2>/dev/null; }

# Waits until a validator has ended although nobody asked it to, and shows its last words.
watch() {
	local index
	while [[ -z $stopping ]]; do
		# Ended by a trapped signal too, and by the announcement.
		wait -n || true
		for index in "${!nodes[@]}"; do
			if [[ -z $stopping ]] && ! lives "${nodes[index]}"; then
				note "error: the validator ${people[index]} has ended; its log ends with:"
				tail -n 20 -- "$(folder_of "${people[index]}")/node.log" >&2
				failed=yes
				stop
			fi
		done
	done
}

prepare
bootnode="/ip4/127.0.0.1/tcp/$p2p/p2p/$("$node_binary" key inspect-node-key --file "$(folder_of "${people[0]}")/node-key")" ||
	fail "the node key of ${people[0]} cannot be read, for the reason above."

trap stop INT TERM HUP
trap 'failed=yes; stop' USR1
note "Starting four validators; their first block is final within a minute or two."
start 0
for index in 1 2 3; do
	start "$index" --bootnodes "$bootnode"
done
announce </dev/null &
announcement=$!

watch
# A trapped signal ends 'wait' before the node has ended.
for process in "${nodes[@]}" "$announcement"; do
	while lives "$process"; do
		wait "$process" || true
	done
done
nodes=()
[[ -z $failed ]]
