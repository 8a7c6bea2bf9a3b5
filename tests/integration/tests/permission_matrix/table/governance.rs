//! The council, and the preimages of what it decides.

use super::super::{
	callers::Caller::*,
	row::{
		row,
		Gate::{self, *},
		Row,
	},
	scenes::SOME_WEIGHT,
	stage::*,
};
use codec::Encode;
use pallet_collective::{Call as Council, Error as CouncilError, Instance1};
use pallet_preimage::{Call as Preimage, Error as PreimageError};
use pallet_timelock::TrackId;
use sp_core::H256;
use sp_runtime::traits::{BlakeTwo256, Hash};
use tidepool_integration_tests::{common::*, council::MEMBERS};
use tidepool_runtime::{Runtime, RuntimeCall};

type CouncilCall = Council<Runtime, Instance1>;

fn motion() -> RuntimeCall {
	frame_system::Call::<Runtime>::remark { remark: b"motion".to_vec() }.into()
}

fn propose() -> CouncilCall {
	let length_bound = motion().encoded_size() as u32;
	CouncilCall::propose { threshold: 3, proposal: Box::new(motion()), length_bound }
}

/// A motion is before the council; its hash.
fn proposed() -> H256 {
	play(&named(MEMBERS[0]), propose());
	BlakeTwo256::hash_of(&motion())
}

fn members_only() -> Gate {
	Signer(CouncilError::<Runtime, Instance1>::NotMember.into())
}

pub fn council() -> Vec<Row> {
	let council = |call, gate, build| row("Council", call, gate, build);
	vec![
		council("set_members", Origin, |who| {
			CouncilCall::set_members { new_members: vec![who.clone()], prime: None, old_count: 5 }.into()
		})
		.by(&[Long]),
		council("execute", members_only(), |_| {
			CouncilCall::execute { proposal: Box::new(motion()), length_bound: 100 }.into()
		})
		.by(&[Member])
		.note("the call acts as `Co`, which may nothing that everybody may not"),
		council("propose", members_only(), |_| propose().into())
			.by(&[Member])
			.note("a motion that needs one vote is carried out at once, as `Cn`"),
		council("vote", members_only(), |_| {
			let proposal = proposed();
			CouncilCall::vote { proposal, index: 0, approve: true }.into()
		})
		.by(&[Member]),
		council("close", Everybody, |_| {
			let proposal_hash = proposed();
			for member in &MEMBERS[..3] {
				let vote = CouncilCall::vote { proposal: proposal_hash, index: 0, approve: true };
				play(&named(member), vote);
			}
			CouncilCall::close {
				proposal_hash,
				index: 0,
				proposal_weight_bound: SOME_WEIGHT,
				length_bound: 100,
			}
			.into()
		})
		.note("once enough have voted, or the time for it is over"),
		council("disapprove_proposal", Origin, |_| {
			CouncilCall::disapprove_proposal { proposal_hash: proposed() }.into()
		})
		.by(&[TwoThirds]),
		council("kill", Origin, |_| CouncilCall::kill { proposal_hash: proposed() }.into()).by(&[TwoThirds]),
		council("release_proposal_cost", Everybody, |_| {
			CouncilCall::release_proposal_cost { proposal_hash: H256::zero() }.into()
		})
		.by(&[Root])
		.note("motions cost nothing, so it does nothing"),
	]
}

const BYTES: &[u8] = b"preimage";

fn hash() -> H256 {
	BlakeTwo256::hash(BYTES)
}

pub fn preimage() -> Vec<Row> {
	let preimage = |call, gate, build| row("Preimage", call, gate, build);
	vec![
		preimage("note_preimage", Everybody, |_| {
			Preimage::<Runtime>::note_preimage { bytes: BYTES.into() }.into()
		})
		.by(&[Short, Long])
		.note("the tracks without a deposit, everybody with one"),
		preimage("unnote_preimage", Signer(PreimageError::<Runtime>::NotAuthorized.into()), |_| {
			play(&Concerned.signer(), Preimage::<Runtime>::note_preimage { bytes: BYTES.into() });
			Preimage::<Runtime>::unnote_preimage { hash: hash() }.into()
		})
		.by(&[Short, Long, Concerned])
		.note("own: who noted it and paid the deposit"),
		preimage("request_preimage", Origin, |_| {
			Preimage::<Runtime>::request_preimage { hash: hash() }.into()
		})
		.by(&[Short, Long]),
		preimage("unrequest_preimage", Origin, |_| {
			rule(TrackId::Short, Preimage::<Runtime>::request_preimage { hash: hash() });
			Preimage::<Runtime>::unrequest_preimage { hash: hash() }.into()
		})
		.by(&[Short, Long]),
		preimage("ensure_updated", Everybody, |_| {
			Preimage::<Runtime>::ensure_updated { hashes: vec![hash()] }.into()
		})
		.note("brings records to the present storage layout"),
	]
}
