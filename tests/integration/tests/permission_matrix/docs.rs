//! Writes the table down for people, and sees to it that what is written stays true.

use super::{
	callers::Caller,
	delegation::allows,
	row::{Gate, Row},
	table::table,
	ways::{Way, PROXY_TYPES},
	wrapped::callers,
};
use sp_runtime::DispatchError;
use std::{collections::BTreeSet, env, fmt::Write, fs, path::PathBuf};
use tidepool_runtime::configs::accounts::ProxyType;

const INTRODUCTION: &str = "\
# Who may call what

Every call of every pallet of the runtime, and everything that can be the origin of a call. Written from the table in
`tests/integration/tests/permission_matrix/table/` by `make permissions`; the tests next to the table carry out every
pair of call and caller on the real runtime and fail when one comes out differently, when a call is missing, or when this
page is not what the table says.

* ● may; ○ may because that track holds the role in the state at genesis; an empty cell: may not.
* \"In vain\" in the note: passes the check of permissions and is refused nevertheless.
* A row in which only `A` is marked is for everybody who signs, with the own funds and for what is the own.
* **nobody**: no caller of this runtime; most of these calls need root, and nobody is root. The long track acts as root
  for exactly the calls where both `R` and `TL` are marked, never through a batch, the scheduler or a forged origin.
* \"Refused with\" names what all others get. Where it is the error of a pallet, origins that are no account get
  `BadOrigin` before it.
* \"Delegates\" are the types of pallet-proxy, besides `Any`, with which a delegate may make the call for an account that
  may.

What acts for somebody never may more than the somebody: batches, `as_derivative`, the scheduler, delegates and multisigs
are tried with every call, too. `dispatch_as`, `dispatch_as_fallible` and `with_weight` are refused to everybody.

What carries out a decision (`Council::close`, `Timelock::execute`, `Multisig::as_multi`, `Proxy::proxy_announced`) is refused with
`CallFiltered` from more than 16 calls deep, where the decision would find no room, and so is a list of members of the council
that is empty, too long or counts somebody twice, or a list of validators that names somebody twice.
";

const POWERLESS: &str = "
Tried with every call as well, and without a power anywhere that not everybody has: a minority of the council, a member
through `council.execute`, the accounts of the tracks as signers, the holder of all roles of another proxy.
";

/// The callers that have a column of their own in the documentation; `A` stands for all who sign.
fn columns(rows: &[&Row]) -> Vec<Caller> {
	let has_mark = |caller: &Caller| rows.iter().any(|row| mark(row, *caller).is_some());
	Caller::ALL.into_iter().filter(has_mark).collect()
}

/// The mark of a caller. Who may as one of many does not get one: the column of all has it.
fn mark(row: &Row, caller: Caller) -> Option<&'static str> {
	let by_the_gate = match row.gate {
		Gate::RootOnly | Gate::Inherent => row.permits(caller),
		Gate::RoleHolders => caller.track().is_some() || caller == Caller::Stranger,
		_ => caller == Caller::Stranger && row.permits(caller),
	};
	let as_root = row.is_root_call && caller == Caller::Long;
	if by_the_gate || as_root || row.may.contains(&caller) {
		Some("●")
	} else if row.holds.contains(&caller) {
		Some("○")
	} else {
		None
	}
}

/// Whether any caller of this runtime may; root is not one, unless the long track is root for the call.
fn is_for_nobody(row: &Row) -> bool {
	Caller::ALL.into_iter().all(|caller| caller == Caller::Root || !row.permits(caller))
		|| matches!(row.gate, Gate::Unwritable)
}

fn refusal(row: &Row) -> String {
	let name = |error: DispatchError| match error {
		DispatchError::Module(error) => error.message.unwrap_or("an error").to_string(),
		other => format!("{other:?}"),
	};
	match row.gate {
		Gate::Anything | Gate::Unwritable => String::new(),
		Gate::Signer(error) | Gate::Role(error) => format!("`{}`", name(error)),
		Gate::Filtered => "`CallFiltered`".to_string(),
		_ => "`BadOrigin`".to_string(),
	}
}

fn delegates(row: &Row) -> String {
	let others = PROXY_TYPES.into_iter().filter(|it| *it != ProxyType::Any);
	let names = others.filter(|it| allows(*it, row.pallet, row.call)).map(|it| format!("{it:?}"));
	names.collect::<Vec<_>>().join(", ")
}

fn note(row: &Row) -> String {
	let scope = match row.gate {
		_ if is_for_nobody(row) => Some("**nobody**"),
		Gate::Anything => Some("**every origin**"),
		Gate::Somebody => Some("**every origin** but an inherent's"),
		_ => None,
	};
	let parts = scope.into_iter().chain((!row.note.is_empty()).then_some(row.note));
	parts.collect::<Vec<_>>().join(": ")
}

fn section(page: &mut String, pallet: &str, rows: &[&Row]) {
	let columns = columns(rows);
	let headings = columns.iter().map(|caller| format!(" {} |", caller.described().0)).collect::<String>();
	let rules = columns.iter().map(|_| ":-:|").collect::<String>();
	let _ = writeln!(page, "\n## {pallet}\n");
	let _ = writeln!(page, "| call |{headings} refused with | delegates | note |\n|---|{rules}---|---|---|");
	for row in rows {
		let about = if row.about.is_empty() { String::new() } else { format!(" ({})", row.about) };
		let cells = columns
			.iter()
			.map(|caller| format!(" {} |", mark(row, *caller).unwrap_or("")))
			.collect::<String>();
		let (refusal, delegates, note) = (refusal(row), delegates(row), note(row));
		let _ = writeln!(page, "| `{}`{about} |{cells} {refusal} | {delegates} | {note} |", row.call);
	}
}

/// The page as the table has it.
fn page() -> String {
	let rows = table();
	let calls = rows.iter().map(|row| (row.pallet, row.call)).collect::<BTreeSet<_>>().len();
	let written = rows.iter().filter(|row| row.build.is_some());
	let direct = written.clone().count() * Caller::ALL.len();
	let around = |row| callers(row).into_iter().map(|caller| Way::around(caller).len()).sum::<usize>();
	let wrapped = written.map(around).sum::<usize>();
	let mut page = INTRODUCTION.to_string();
	let _ = writeln!(
		page,
		"\n{calls} calls in {} rows, {} kinds of callers: {direct} pairs directly, and {wrapped} through something that \
		 acts for the caller.",
		rows.len(),
		Caller::ALL.len(),
	);
	page.push_str("\n## Callers\n\n| column | who |\n|---|---|\n");
	let all = rows.iter().collect::<Vec<_>>();
	for caller in columns(&all) {
		let (heading, who) = caller.described();
		let _ = writeln!(page, "| {heading} | {who} |");
	}
	page.push_str(POWERLESS);
	// Rows of a pallet lie next to each other.
	let mut pallets = rows.iter().map(|row| row.pallet).collect::<Vec<_>>();
	pallets.dedup();
	for pallet in pallets {
		let of_pallet = rows.iter().filter(|row| row.pallet == pallet).collect::<Vec<_>>();
		section(&mut page, pallet, &of_pallet);
	}
	page
}

#[test]
fn the_documentation_says_what_the_table_says() {
	let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/permissions.md");
	let page = page();
	if env::var_os("UPDATE_DOCS").is_some() {
		fs::write(&path, &page).expect("docs/ can be written");
	}
	let written = fs::read_to_string(&path).unwrap_or_default();
	assert!(written == page, "docs/permissions.md is not what the table says: run 'make permissions'");
}
