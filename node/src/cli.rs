//! The command line: what can be typed, not what it does.

use crate::{plain_spec::ExportPlainSpecCmd, sealing::Sealing};
use clap::{CommandFactory, FromArgMatches};
use sc_cli::{RunCmd, SubstrateCli};

/// The node's command line.
#[derive(Debug, clap::Parser)]
pub struct Cli {
	/// What to do instead of running a node.
	#[command(subcommand)]
	pub subcommand: Option<Subcommand>,

	/// The options of a running node.
	#[clap(flatten)]
	pub run: RunCmd,

	/// Make blocks on demand instead of by Aura (development chains only).
	///
	/// "instant" makes a block as soon as a transaction arrives, "manual" only when the RPC
	/// dev_newBlock asks for one, and a number makes one every so many milliseconds. All three
	/// offer the RPCs dev_newBlock and dev_timeTravel, finalise every block at once, and keep to
	/// themselves: such a node neither listens for peers nor dials any.
	#[arg(long, value_name = "instant|manual|MILLISECONDS")]
	pub sealing: Option<Sealing>,
}

/// Everything the node can do besides running.
#[derive(Debug, clap::Subcommand)]
pub enum Subcommand {
	/// Make, inspect and store keys.
	#[command(subcommand)]
	Key(sc_cli::KeySubcommand),

	/// Sign a message with a given (secret) key.
	Sign(sc_cli::SignCmd),

	/// Verify a signature for a message.
	Verify(sc_cli::VerifyCmd),

	/// Search for an account whose address contains a given pattern.
	Vanity(sc_cli::VanityCmd),

	/// Print a chain spec, plain or (--raw) with its whole genesis state. The older of two
	/// commands for it; prefer export-chain-spec.
	BuildSpec(sc_cli::BuildSpecCmd),

	/// Write a chain spec, plain or (--raw) with its whole genesis state.
	ExportChainSpec(sc_cli::ExportChainSpecCmd),

	/// Write a plain chain spec without the runtime's code, for editing and review.
	ExportPlainSpec(ExportPlainSpecCmd),

	/// Check a block of the chain again.
	CheckBlock(sc_cli::CheckBlockCmd),

	/// Write blocks to a file.
	ExportBlocks(sc_cli::ExportBlocksCmd),

	/// Write the state at a block as a chain spec.
	ExportState(sc_cli::ExportStateCmd),

	/// Read blocks from a file.
	ImportBlocks(sc_cli::ImportBlocksCmd),

	/// Delete the chain's database.
	PurgeChain(sc_cli::PurgeChainCmd),

	/// Take the last blocks back.
	Revert(sc_cli::RevertCmd),

	/// Print what the database holds: best, final and genesis block.
	ChainInfo(sc_cli::ChainInfoCmd),

	/// Measure weights and machines.
	#[cfg(feature = "runtime-benchmarks")]
	#[command(subcommand)]
	Benchmark(frame_benchmarking_cli::BenchmarkCmd),
}

impl Cli {
	/// Reads the command line of this process.
	pub fn from_command_line() -> Result<Self, clap::Error> {
		Self::read(std::env::args_os())
	}

	fn read<I, T>(arguments: I) -> Result<Self, clap::Error>
	where
		I: IntoIterator<Item = T>,
		T: Into<std::ffi::OsString> + Clone,
	{
		// A node key under a base path belongs to one chain, so that chain has to be named.
		let command = Self::setup_command(Self::command()).mut_subcommand("key", |key| {
			key.mut_subcommand("generate-node-key", |command| {
				command
					.mut_arg("base_path", |argument| argument.requires("chain"))
					.mut_arg("default_base_path", |argument| argument.requires("chain"))
			})
		});
		Self::from_arg_matches(&command.try_get_matches_from(arguments)?)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn read(line: &str) -> Result<Cli, clap::Error> {
		Cli::read(std::iter::once("tidepool-node").chain(line.split_whitespace()))
	}

	#[test]
	fn every_option_is_defined_once_and_well() {
		Cli::setup_command(Cli::command()).debug_assert();
	}

	#[test]
	fn sealing_belongs_to_a_running_node() {
		assert_eq!(read("--dev --sealing manual").unwrap().sealing, Some(Sealing::Manual));
		assert!(read("--dev").unwrap().sealing.is_none());
		assert!(read("--sealing sometimes").is_err());
		assert!(read("--sealing manual purge-chain").is_err());
	}

	#[test]
	fn a_node_key_under_a_base_path_needs_its_chain() {
		assert!(read("key generate-node-key").is_ok());
		assert!(read("key generate-node-key --base-path /x").is_err());
		assert!(read("key generate-node-key --base-path /x --chain dev").is_ok());
	}
}
