//! What each command does.

use crate::{
	chain_spec,
	cli::{Cli, Subcommand},
	preflight, sealing, service,
};
use sc_cli::{KeySubcommand, SubstrateCli};
use sc_service::ChainSpec;
use tidepool_runtime::opaque::Block;

impl SubstrateCli for Cli {
	fn impl_name() -> String {
		"Tidepool Node".into()
	}

	fn impl_version() -> String {
		env!("SUBSTRATE_CLI_IMPL_VERSION").into()
	}

	fn description() -> String {
		env!("CARGO_PKG_DESCRIPTION").into()
	}

	fn author() -> String {
		env!("CARGO_PKG_AUTHORS").into()
	}

	fn support_url() -> String {
		"the issue tracker of the Tidepool project".into()
	}

	fn copyright_start_year() -> i32 {
		2026
	}

	fn load_spec(&self, id: &str) -> Result<Box<dyn ChainSpec>, String> {
		chain_spec::load(id).map(|spec| Box::new(spec) as Box<_>)
	}
}

/// Does what the command line asks for.
pub fn run(cli: Cli) -> sc_cli::Result<()> {
	match &cli.subcommand {
		None => run_node(&cli),
		Some(Subcommand::Key(KeySubcommand::GenerateNodeKey(command))) if command.chain.is_none() => {
			command.common.run()
		},
		Some(Subcommand::Key(command)) => {
			if let KeySubcommand::Insert(insert) = command {
				preflight::base_path(insert.shared_params.base_path.as_deref())?;
			}
			command.run(&cli)
		},
		Some(Subcommand::Sign(command)) => command.run(),
		Some(Subcommand::Verify(command)) => command.run(),
		Some(Subcommand::Vanity(command)) => command.run(),
		Some(Subcommand::BuildSpec(command)) => {
			let runner = cli.create_runner(command)?;
			runner.sync_run(|config| command.run(config.chain_spec, config.network))
		},
		Some(Subcommand::ExportChainSpec(command)) => {
			preflight::output(command.output.as_deref())?;
			command.run(cli.load_spec(&command.chain)?)
		},
		Some(Subcommand::ExportPlainSpec(command)) => command.run(),
		Some(Subcommand::CheckBlock(command)) => {
			let runner = cli.create_runner(command)?;
			runner.async_run(|mut config| {
				preflight::existing_database(command, &mut config)?;
				let parts = service::open(&config)?;
				let queue = service::import_queue(&config, &parts)?;
				Ok((command.run(parts.client, queue), parts.task_manager))
			})
		},
		Some(Subcommand::ExportBlocks(command)) => {
			preflight::output(command.output.as_deref())?;
			let runner = cli.create_runner(command)?;
			runner.async_run(|mut config| {
				preflight::existing_database(command, &mut config)?;
				let parts = service::open(&config)?;
				Ok((command.run(parts.client, config.database), parts.task_manager))
			})
		},
		Some(Subcommand::ExportState(command)) => {
			let runner = cli.create_runner(command)?;
			runner.async_run(|mut config| {
				preflight::database(command, &mut config)?;
				let parts = service::open(&config)?;
				Ok((command.run(parts.client, config.chain_spec), parts.task_manager))
			})
		},
		Some(Subcommand::ImportBlocks(command)) => {
			preflight::input(command.input.as_deref())?;
			let runner = cli.create_runner(command)?;
			runner.async_run(|mut config| {
				preflight::database(command, &mut config)?;
				let parts = service::open(&config)?;
				let queue = service::import_queue(&config, &parts)?;
				Ok((command.run(parts.client, queue), parts.task_manager))
			})
		},
		Some(Subcommand::PurgeChain(command)) => {
			let runner = cli.create_runner(command)?;
			runner.sync_run(|config| {
				preflight::purge(&config)?;
				command.run(config.database)
			})
		},
		Some(Subcommand::Revert(command)) => {
			let runner = cli.create_runner(command)?;
			runner.async_run(|mut config| {
				preflight::existing_database(command, &mut config)?;
				let parts = service::open(&config)?;
				let revert_finality = Box::new(|client, _, blocks| {
					sc_consensus_grandpa::revert(client, blocks)?;
					Ok(())
				});
				Ok((command.run(parts.client, parts.backend, Some(revert_finality)), parts.task_manager))
			})
		},
		Some(Subcommand::ChainInfo(command)) => {
			let runner = cli.create_runner(command)?;
			runner.sync_run(|mut config| {
				preflight::existing_database(command, &mut config)?;
				let outcome =
					service::guarded(&config, || command.run::<Block>(&config).map_err(service_error));
				outcome.map_err(sc_cli::Error::Service)
			})
		},
		#[cfg(feature = "runtime-benchmarks")]
		Some(Subcommand::Benchmark(command)) => {
			let runner = cli.create_runner(command)?;
			runner.sync_run(|config| crate::benchmarking::run(command, config))
		},
	}
}

fn run_node(cli: &Cli) -> sc_cli::Result<()> {
	// Its runtime lets root and strangers make calls that nobody may make otherwise.
	if cfg!(feature = "runtime-benchmarks") {
		let reason = "this node was built for benchmarks and must not run a chain: build it without the feature runtime-benchmarks";
		return Err(sc_cli::Error::Input(reason.into()));
	}
	let mut runner = cli.create_runner(&cli.run)?;
	let config = runner.config_mut();
	if cli.sealing.is_some() {
		sealing::isolate(config, &cli.run.pool_config)?;
	}
	preflight::node(&cli.run, config)?;
	runner.run_node_until_exit(|config| async move {
		service::start(config, cli.sealing).map_err(sc_cli::Error::Service)
	})
}

fn service_error(error: sc_cli::Error) -> sc_service::Error {
	match error {
		sc_cli::Error::Service(error) => error,
		sc_cli::Error::Client(error) => sc_service::Error::Client(error),
		other => sc_service::Error::Application(Box::new(other)),
	}
}
