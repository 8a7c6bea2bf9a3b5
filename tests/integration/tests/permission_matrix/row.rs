//! A row of the table: a call, who may make it and what the others are refused with.

use super::callers::Caller;
use sp_runtime::DispatchError;
use tidepool_runtime::{AccountId, Runtime, RuntimeCall};

/// What a call comes to.
pub type Outcome = Result<(), DispatchError>;
/// Prepares the chain so that whoever may make the call succeeds, and gives the call. Calls about one's own things are
/// about those of the account.
pub type Build = fn(&AccountId) -> RuntimeCall;

/// How a call finds out who may make it.
#[derive(Clone, Copy, Debug)]
pub enum Gate {
	/// It does not ask.
	Anything,
	/// Every origin but none.
	Somebody,
	/// Anyone who signs.
	Everybody,
	/// Anyone who signs, but not for the account of a track.
	EverybodyButTracks,
	/// Anybody who can hold a role: a track, or a signer as above.
	RoleHolders,
	/// Whoever is listed. A signer who is not gets the error.
	Signer(DispatchError),
	/// Whoever is listed. Tracks and signers who are not get the error.
	Role(DispatchError),
	/// Whoever is listed.
	Origin,
	/// Root.
	RootOnly,
	/// The author of a block, as an inherent.
	Inherent,
	/// Nobody: the filter of all calls refuses it. Root would pass the filter, and be refused behind it.
	Filtered,
	/// Nobody can even write the call down: an argument has a type without values.
	Unwritable,
}

impl Gate {
	/// Whether the gate is open to a caller that the row does not list.
	fn admits(self, caller: Caller) -> bool {
		match self {
			Gate::Anything => true,
			Gate::Somebody => caller != Caller::Unsigned,
			Gate::Everybody => caller.is_signed(),
			Gate::EverybodyButTracks => caller.is_signed() && !caller.is_track_signer(),
			Gate::RoleHolders => can_hold_a_role(caller),
			Gate::RootOnly => caller == Caller::Root,
			Gate::Inherent => caller == Caller::Unsigned,
			Gate::Signer(_) | Gate::Role(_) | Gate::Origin | Gate::Filtered | Gate::Unwritable => false,
		}
	}

	/// What the gate tells a caller that may not pass.
	fn refusal(self, caller: Caller) -> DispatchError {
		match self {
			Gate::Signer(error) if caller.is_signed() => error,
			Gate::Role(error) if can_hold_a_role(caller) => error,
			Gate::Filtered if caller != Caller::Root => frame_system::Error::<Runtime>::CallFiltered.into(),
			_ => DispatchError::BadOrigin,
		}
	}
}

fn can_hold_a_role(caller: Caller) -> bool {
	caller.track().is_some() || (caller.is_signed() && !caller.is_track_signer())
}

#[derive(Clone)]
pub struct Row {
	pub pallet: &'static str,
	pub call: &'static str,
	/// Which use of the call the row is about, if it has several.
	pub about: &'static str,
	pub gate: Gate,
	/// Who may besides those that the gate admits.
	pub may: Vec<Caller>,
	/// Who may because the runtime gives that track the role at genesis.
	pub holds: Vec<Caller>,
	/// Whether the long track is root for this call.
	pub is_root_call: bool,
	/// What those who may come to: success, or an error from behind the check of permissions.
	pub outcome: Outcome,
	pub note: &'static str,
	pub build: Option<Build>,
}

pub fn row(pallet: &'static str, call: &'static str, gate: Gate, build: Build) -> Row {
	Row { build: Some(build), ..unwritable(pallet, call, gate) }
}

pub fn unwritable(pallet: &'static str, call: &'static str, gate: Gate) -> Row {
	Row {
		pallet,
		call,
		about: "",
		gate,
		may: vec![],
		holds: vec![],
		is_root_call: false,
		outcome: Ok(()),
		note: "",
		build: None,
	}
}

impl Row {
	pub fn about(self, about: &'static str) -> Self {
		Self { about, ..self }
	}

	pub fn by(self, callers: &[Caller]) -> Self {
		Self { may: callers.to_vec(), ..self }
	}

	pub fn held_by(self, callers: &[Caller]) -> Self {
		Self { holds: callers.to_vec(), ..self }
	}

	/// The long track is root for the call, and root may make it.
	pub fn by_the_long_track_as_root(mut self) -> Self {
		self.is_root_call = true;
		self.may.push(Caller::Root);
		self
	}

	pub fn ends_in(self, error: impl Into<DispatchError>) -> Self {
		Self { outcome: Err(error.into()), ..self }
	}

	pub fn note(self, note: &'static str) -> Self {
		Self { note, ..self }
	}

	/// Whether a caller may make the call directly.
	pub fn permits(&self, caller: Caller) -> bool {
		(caller == Caller::Long && self.is_root_call) || self.permits_origin(caller)
	}

	/// Whether the origin of a caller may make the call, where the long track is never root.
	pub fn permits_origin(&self, caller: Caller) -> bool {
		self.gate.admits(caller) || self.may.contains(&caller) || self.holds.contains(&caller)
	}

	pub fn expected(&self, caller: Caller) -> Outcome {
		if self.permits(caller) {
			self.outcome
		} else {
			Err(self.gate.refusal(caller))
		}
	}

	pub fn expected_of_origin(&self, caller: Caller) -> Outcome {
		if self.permits_origin(caller) {
			self.outcome
		} else {
			Err(self.gate.refusal(caller))
		}
	}

	pub fn refusals(&self) -> Vec<DispatchError> {
		let refused = Caller::ALL.into_iter().filter(|caller| !self.permits(*caller));
		let mut refusals = refused.map(|caller| self.gate.refusal(caller)).collect::<Vec<_>>();
		refusals.dedup();
		refusals
	}

	/// What the row is called in messages.
	pub fn name(&self) -> String {
		let about = if self.about.is_empty() { String::new() } else { format!(" ({})", self.about) };
		format!("{}::{}{about}", self.pallet, self.call)
	}
}
