//! How the node says that something went wrong: one line on standard error and an exit code.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::{error::Error, process::ExitCode};

/// Reports a command line that cannot be read. Help and version texts come this way too; they are
/// printed as they are.
pub fn report_usage(refusal: &clap::Error) -> ExitCode {
	match refusal.kind() {
		ErrorKind::DisplayHelp
		| ErrorKind::DisplayVersion
		| ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
			// A reader that closed the pipe early has seen what it wanted.
			let _ = refusal.print();
		},
		_ => eprintln!("Error: {}", usage_line(refusal)),
	}
	ExitCode::from(u8::try_from(refusal.exit_code()).unwrap_or(2))
}

/// Reports a command that failed.
pub fn report(error: &sc_cli::Error) -> ExitCode {
	eprintln!("Error: {}", line(error));
	ExitCode::FAILURE
}

fn usage_line(refusal: &clap::Error) -> String {
	let context = |kind| match refusal.get(kind) {
		Some(ContextValue::String(value)) => value.as_str(),
		_ => "",
	};
	if context(ContextKind::InvalidArg).starts_with("--database")
		&& context(ContextKind::InvalidValue).eq_ignore_ascii_case("rocksdb")
	{
		return "this node has no RocksDB: its database is ParityDB, so leave --database out or \
			pass --database paritydb"
			.into();
	}
	let rendered = refusal.render().to_string();
	let reason = rendered
		.lines()
		.map(str::trim)
		.take_while(|line| !line.starts_with("Usage:") && !line.starts_with("For more information"))
		.filter(|line| !line.is_empty())
		.collect::<Vec<_>>()
		.join(" ");
	let reason = reason.trim_start_matches("error: ").replace(" tip: ", "; tip: ");
	format!("{reason} (--help lists all options)")
}

fn line(error: &sc_cli::Error) -> String {
	let message = match error {
		sc_cli::Error::Input(message) => message.clone(),
		sc_cli::Error::Service(sc_service::Error::Other(message)) => message.clone(),
		sc_cli::Error::NetworkKeyNotFound(path) => format!(
			"a validator needs a network key that stays the same, and there is none at `{}`: make \
			 one with `key generate-node-key --base-path PATH --chain CHAIN`, or let the node make \
			 it this once with --unsafe-force-node-key-generation",
			path.display()
		),
		error => with_causes(error),
	};
	on_one_line(&message)
}

/// The error's own words, followed by those of its causes that it does not repeat itself.
fn with_causes(error: &dyn Error) -> String {
	let mut message = error.to_string();
	let mut cause = error.source();
	while let Some(inner) = cause {
		let words = inner.to_string();
		if !message.contains(&words) {
			message.push_str(": ");
			message.push_str(&words);
		}
		cause = inner.source();
	}
	message
}

/// Joins the lines of a message. A refused genesis config comes with the whole config behind it,
/// which nobody wants to read again.
fn on_one_line(message: &str) -> String {
	let message = message.split(" for blob:").next().unwrap_or(message);
	message.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::cli::Cli;
	use clap::Parser;

	fn refused(arguments: &[&str]) -> String {
		let refusal = Cli::try_parse_from(std::iter::once(&"tidepool-node").chain(arguments)).unwrap_err();
		let line = usage_line(&refusal);
		assert!(!line.contains('\n'));
		line
	}

	#[test]
	fn usage_errors_take_one_line() {
		assert!(refused(&["--no-such-option"]).contains("--no-such-option"));
		assert!(refused(&["check-block"]).contains("not provided: <HASH or NUMBER>"));
		assert!(refused(&["--sealing", "0"]).contains("--sealing"));
	}

	#[test]
	fn rocksdb_is_refused_by_name() {
		let line = refused(&["--dev", "--database", "RocksDb"]);
		assert!(line.starts_with("this node has no RocksDB"), "{line}");
		assert!(refused(&["--dev", "--database", "sqlite"]).contains("paritydb"));
	}

	#[test]
	fn causes_are_told_once() {
		let inner = std::io::Error::other("disk is full");
		let error = sc_cli::Error::Service(sc_service::Error::Io(inner));
		assert_eq!(line(&error), "disk is full");
	}

	#[test]
	fn long_messages_become_one_line() {
		let error = sc_cli::Error::Input("Invalid JSON blob: x\n at line 3 for blob:\n{ }".into());
		assert_eq!(line(&error), "Invalid JSON blob: x at line 3");
		let error = sc_cli::Error::NetworkKeyNotFound("/x/secret".into());
		assert!(line(&error).contains("`/x/secret`"));
	}
}
