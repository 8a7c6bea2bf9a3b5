//! From the words of the model to those of the pallet, and back.

use super::{
	super::{execution, set_delay},
	model::{Deed, Outcome, Report},
};
use crate::mock::*;
use sp_runtime::DispatchError;

/// The call that does it.
pub fn call_of(deed: &Deed) -> RuntimeCall {
	let quietly = |account, call| {
		let as_origin = Box::new(frame_system::RawOrigin::Signed(account).into());
		pallet_utility::Call::<Test>::dispatch_as { as_origin, call: Box::new(call) }.into()
	};
	match *deed {
		Deed::Act { label, long: false } => act(label),
		Deed::Act { label, long: true } => long_act(label),
		Deed::ActInVain { label } => batch_all(vec![long_act(label), rule()]),
		Deed::SetDelay { of, delay } => set_delay(of, delay),
		Deed::Execute { id } => quietly(PASSERBY, execution(id)),
		Deed::Cancel { id } => quietly(MAJORITY, crate::Call::<Test>::cancel { id }.into()),
	}
}

/// The name of a result.
pub fn named(result: Result<(), DispatchError>) -> Outcome {
	result.map_err(|error| match error {
		DispatchError::BadOrigin => "BadOrigin",
		DispatchError::Module(error) => error.message.expect("a named error"),
		other => panic!("unexpected: {other:?}"),
	})
}

/// The reports about executions, in order.
pub fn reports(events: Vec<Event>) -> Vec<Report> {
	let report = |event| match event {
		Event::Executed { id } => Some((id, Ok(()))),
		Event::ExecutionFailed { id, error } => Some((id, Err(decoded(error)))),
		_ => None,
	};
	events.into_iter().filter_map(report).collect()
}

/// The name of an error that has been stored, which loses its name.
fn decoded(error: DispatchError) -> &'static str {
	let known = [
		("BadOrigin", DispatchError::BadOrigin),
		("Broken", probe::Error::<Test>::Broken.into()),
		("DelayOutOfBounds", Error::DelayOutOfBounds.into()),
	];
	let known = known.into_iter().find(|(_, known)| *known == error);
	known.unwrap_or_else(|| panic!("unexpected: {error:?}")).0
}
