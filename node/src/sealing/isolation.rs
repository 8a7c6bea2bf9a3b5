//! What a node that makes blocks on demand does differently from one among peers.

use sc_chain_spec::ChainType;
use sc_cli::TransactionPoolParams;
use sc_network::config::{NonReservedPeerMode, TransportConfig};
use sc_service::Configuration;
use sc_transaction_pool::{TransactionPoolOptions, TransactionPoolType};

/// Prepares the configuration, or refuses a chain that is not for development.
pub fn isolate(config: &mut Configuration, pool: &TransactionPoolParams) -> Result<(), String> {
	let spec = &config.chain_spec;
	if spec.chain_type() != ChainType::Development {
		return Err(format!(
			"--sealing makes blocks without the keys of the validators and is for development chains \
			 only; `{}` ({}) is not one: leave --sealing out, or use --dev",
			spec.id(),
			spec.name()
		));
	}

	// Blocks without seals mean nothing to others, and theirs must not get between ours.
	let network = &mut config.network;
	network.boot_nodes.clear();
	network.public_addresses.clear();
	network.listen_addresses = vec!["/ip4/127.0.0.1/tcp/0".parse().map_err(|error| format!("{error}"))?];
	network.transport = TransportConfig::Normal { enable_mdns: false, allow_private_ip: false };
	network.default_peers_set.reserved_nodes.clear();
	network.default_peers_set.non_reserved_mode = NonReservedPeerMode::Deny;
	network.enable_dht_random_walk = false;

	// Without forks one state is all there is, and the pool for it has no moment in which a
	// transaction waits for the next block to be seen.
	config.transaction_pool = TransactionPoolOptions::new_with_params(
		pool.pool_limit,
		pool.pool_kbytes.saturating_mul(1024),
		pool.tx_ban_seconds,
		TransactionPoolType::SingleState,
		true,
		pool.pool_best_blocks_only,
	);
	Ok(())
}
