//! The ports a node is going to listen on.

use sc_network::multiaddr::{Multiaddr, Protocol};
use sc_service::Configuration;
use std::{
	io::{self, ErrorKind},
	net::{IpAddr, SocketAddr, TcpListener, UdpSocket},
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Service {
	Rpc,
	Peers,
	Prometheus,
}

impl Service {
	fn name(self) -> &'static str {
		match self {
			Self::Rpc => "RPC",
			Self::Peers => "peer-to-peer",
			Self::Prometheus => "Prometheus",
		}
	}

	fn option(self) -> &'static str {
		match self {
			Self::Rpc => "--rpc-port",
			Self::Peers => "--port",
			Self::Prometheus => "--prometheus-port",
		}
	}
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Transport {
	Tcp,
	Udp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Port {
	service: Service,
	transport: Transport,
	address: SocketAddr,
}

impl Port {
	fn try_bind(&self) -> io::Result<()> {
		match self.transport {
			Transport::Tcp => TcpListener::bind(self.address).map(drop),
			Transport::Udp => UdpSocket::bind(self.address).map(drop),
		}
	}

	fn clashes_with(&self, other: &Self) -> bool {
		self.service != other.service
			&& self.transport == other.transport
			&& self.address.port() != 0
			&& self.address.port() == other.address.port()
	}

	/// An address that this machine does not have, IPv6 above all, is left out by the services
	/// themselves; a port that somebody else holds is not.
	fn check(&self) -> Result<(), String> {
		let (name, option, address) = (self.service.name(), self.service.option(), self.address);
		match self.try_bind() {
			Err(error) if error.kind() == ErrorKind::AddrInUse => Err(format!(
				"the {name} port {} is in use ({address}): stop what holds it, or choose another with \
				 {option} (0 takes any free one)",
				address.port()
			)),
			Err(error) if error.kind() == ErrorKind::PermissionDenied => Err(format!(
				"no permission to listen on {address} for {name}: choose another port with {option}"
			)),
			_ => Ok(()),
		}
	}
}

/// Every port is free, and no two services want the same one.
pub fn are_free(config: &Configuration) -> Result<(), String> {
	let ports = wanted(config);
	for (index, port) in ports.iter().enumerate() {
		if let Some(other) = ports[..index].iter().find(|other| port.clashes_with(other)) {
			return Err(format!(
				"{} and {} cannot both have port {}: choose another with {} or {}",
				other.service.name(),
				port.service.name(),
				port.address.port(),
				other.service.option(),
				port.service.option()
			));
		}
	}
	ports.iter().try_for_each(Port::check)
}

fn wanted(config: &Configuration) -> Vec<Port> {
	let tcp = |service, address| Port { service, transport: Transport::Tcp, address };
	let rpc = config.rpc.addr.iter().flatten().map(|endpoint| tcp(Service::Rpc, endpoint.listen_addr));
	let prometheus = config.prometheus_config.iter().map(|config| tcp(Service::Prometheus, config.port));
	let peers = config.network.listen_addresses.iter().filter_map(peer_port);
	rpc.chain(peers).chain(prometheus).collect()
}

fn peer_port(address: &Multiaddr) -> Option<Port> {
	let mut parts = address.iter();
	let ip = match parts.next()? {
		Protocol::Ip4(ip) => IpAddr::V4(ip),
		Protocol::Ip6(ip) => IpAddr::V6(ip),
		_ => return None,
	};
	let (transport, port) = match parts.next()? {
		Protocol::Tcp(port) => (Transport::Tcp, port),
		Protocol::Udp(port) => (Transport::Udp, port),
		_ => return None,
	};
	Some(Port { service: Service::Peers, transport, address: SocketAddr::new(ip, port) })
}

#[cfg(test)]
mod tests {
	use super::*;

	fn tcp(service: Service, address: SocketAddr) -> Port {
		Port { service, transport: Transport::Tcp, address }
	}

	#[test]
	fn a_taken_port_is_refused_and_a_free_one_is_not() {
		let holder = TcpListener::bind("127.0.0.1:0").unwrap();
		let taken = tcp(Service::Rpc, holder.local_addr().unwrap());
		let line = taken.check().unwrap_err();
		assert!(line.contains(&taken.address.port().to_string()) && line.contains("--rpc-port"), "{line}");
		drop(holder);
		assert_eq!(taken.check(), Ok(()));
		assert_eq!(tcp(Service::Peers, "127.0.0.1:0".parse().unwrap()).check(), Ok(()));
	}

	#[test]
	fn a_taken_udp_port_is_refused() {
		let holder = UdpSocket::bind("127.0.0.1:0").unwrap();
		let address = holder.local_addr().unwrap();
		let port = Port { service: Service::Peers, transport: Transport::Udp, address };
		assert!(port.check().unwrap_err().contains("--port"));
	}

	#[test]
	fn peer_addresses_are_understood() {
		let port = |address: &str| peer_port(&address.parse().unwrap());
		assert_eq!(
			port("/ip4/0.0.0.0/tcp/30333/ws"),
			Some(tcp(Service::Peers, "0.0.0.0:30333".parse().unwrap()))
		);
		let webrtc = port("/ip6/::/udp/30333/webrtc-direct").unwrap();
		assert_eq!((webrtc.transport, webrtc.address.port()), (Transport::Udp, 30333));
		assert_eq!(port("/dns/example.com/tcp/30333"), None);
	}

	#[test]
	fn two_services_cannot_share_a_port() {
		let at = |service, address: &str| tcp(service, address.parse().unwrap());
		let rpc = at(Service::Rpc, "127.0.0.1:9944");
		assert!(at(Service::Peers, "0.0.0.0:9944").clashes_with(&rpc));
		assert!(!at(Service::Rpc, "[::1]:9944").clashes_with(&rpc));
		assert!(!at(Service::Peers, "0.0.0.0:30333").clashes_with(&rpc));
		assert!(!at(Service::Peers, "0.0.0.0:0").clashes_with(&at(Service::Rpc, "127.0.0.1:0")));
	}
}
