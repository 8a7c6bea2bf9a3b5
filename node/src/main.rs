//! The Tidepool node: runs validators and full nodes of the chain, development chains that make
//! blocks on demand, and the maintenance commands around both.

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod chain_spec;
mod cli;
mod command;
mod failure;
mod mapped_files;
mod plain_spec;
mod preflight;
mod rpc;
mod sealing;
mod service;

use std::process::ExitCode;

fn main() -> ExitCode {
	let cli = match cli::Cli::from_command_line() {
		Ok(cli) => cli,
		Err(refusal) => return failure::report_usage(&refusal),
	};
	match mapped_files::watch().map_err(Into::into).and_then(|()| command::run(cli)) {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => failure::report(&error),
	}
}
