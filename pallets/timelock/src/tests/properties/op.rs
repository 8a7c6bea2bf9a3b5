//! What can happen, as random data. Operations are named by a number that the run maps to an id, often an open one.

use crate::{mock::*, TrackId};
use proptest::prelude::*;
use tidepool_primitives::Seconds;

/// One step of a sequence.
#[derive(Clone, Debug)]
pub enum Op {
	Wait(Wait),
	Queue {
		by: AccountId,
		track: TrackId,
		what: What,
		delay: Delay,
	},
	Execute {
		pick: usize,
	},
	Cancel {
		by: AccountId,
		pick: usize,
	},
	RemoveExpired {
		pick: usize,
	},
	/// Makes the calls of the probe fail, or work again.
	Break(bool),
}

/// How far the clock moves.
#[derive(Clone, Debug)]
pub enum Wait {
	Seconds(Seconds),
	/// To the first second of an operation's window, or as many seconds later or earlier.
	Eta {
		pick: usize,
		offset: i64,
	},
	/// The same with the last second.
	Expiry {
		pick: usize,
		offset: i64,
	},
}

/// The delay that is asked for.
#[derive(Clone, Copy, Debug)]
pub enum Delay {
	Default,
	/// The least one, or as many seconds more or less.
	Least(i64),
	/// The same with the longest one.
	Most(i64),
}

/// What an operation is about.
#[derive(Clone, Debug)]
pub enum What {
	/// A call of the probe, alone with its preimage.
	Act {
		long: bool,
	},
	/// A call of the probe that all operations of this kind have in common.
	ActAlike,
	/// A call of the probe, after which another one fails.
	ActInVain,
	/// A delay between the bounds of `of`, in thousandths, or beside them.
	SetDelay {
		of: TrackId,
		thousandths: i64,
	},
	/// The execution or the cancellation of another operation, whether it succeeds or not.
	Execute {
		pick: usize,
	},
	Cancel {
		pick: usize,
	},
}

fn track() -> impl Strategy<Value = TrackId> {
	prop::sample::select(TrackId::ALL.to_vec())
}

fn caller() -> impl Strategy<Value = AccountId> {
	prop_oneof![
		6 => Just(TWO_THIRDS),
		3 => Just(MAJORITY),
		1 => Just(MINORITY),
		1 => Just(PASSERBY),
	]
}

fn what() -> impl Strategy<Value = What> {
	prop_oneof![
		3 => any::<bool>().prop_map(|long| What::Act { long }),
		3 => Just(What::ActAlike),
		1 => Just(What::ActInVain),
		3 => (track(), -100..1_100i64).prop_map(|(of, thousandths)| What::SetDelay { of, thousandths }),
		2 => any::<usize>().prop_map(|pick| What::Execute { pick }),
		1 => any::<usize>().prop_map(|pick| What::Cancel { pick }),
	]
}

fn delay() -> impl Strategy<Value = Delay> {
	prop_oneof![
		4 => Just(Delay::Default),
		2 => (-1..3i64).prop_map(Delay::Least),
		1 => (-1..2i64).prop_map(Delay::Most),
	]
}

fn wait() -> impl Strategy<Value = Wait> {
	prop_oneof![
		2 => (0..DAY).prop_map(Wait::Seconds),
		5 => (any::<usize>(), -1..2i64).prop_map(|(pick, offset)| Wait::Eta { pick, offset }),
		1 => (any::<usize>(), -1..2i64).prop_map(|(pick, offset)| Wait::Expiry { pick, offset }),
	]
}

/// One step of a sequence.
pub fn op() -> impl Strategy<Value = Op> {
	prop_oneof![
		5 => wait().prop_map(Op::Wait),
		8 => (caller(), track(), what(), delay())
			.prop_map(|(by, track, what, delay)| Op::Queue { by, track, what, delay }),
		8 => any::<usize>().prop_map(|pick| Op::Execute { pick }),
		1 => (caller(), any::<usize>()).prop_map(|(by, pick)| Op::Cancel { by, pick }),
		1 => any::<usize>().prop_map(|pick| Op::RemoveExpired { pick }),
		1 => any::<bool>().prop_map(Op::Break),
	]
}
