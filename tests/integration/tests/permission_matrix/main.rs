//! Who may call what: one table with a row for every call of every pallet, carried out on the real runtime for every
//! kind of caller, directly and through everything that can act for another (governance specification, sections 5, 6).
//!
//! `table/` is the source, `docs/permissions.md` what people read of it.

#[path = "."]
mod permission_matrix {
	mod callers;
	mod check;
	mod coverage;
	mod delegation;
	mod direct;
	mod docs;
	mod mutations;
	mod row;
	mod scenes;
	mod spot_checks;
	mod stage;
	mod table;
	mod ways;
	mod wrapped;
}
