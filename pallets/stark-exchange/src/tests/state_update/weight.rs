//! How long the parts of a batch may be, and what they cost.

use super::*;
use codec::{Decode, Encode};
use frame_support::{
	dispatch::GetDispatchInfo,
	traits::{Get, Hooks},
	weights::Weight,
};
use tidepool_primitives::StarkSignature;

/// Most deposits, transfers, settlements, forced requests and withdrawals of a batch (specification, section 5).
const LIMITS: [usize; 5] = [256, 16, 512, 64, 256];

/// A call with an otherwise senseless batch, the way anybody could encode it. Pallet 4, call 9.
fn encoded([deposits, transfers, settlements, forced, withdrawals]: [usize; 5]) -> Vec<u8> {
	let header = (1u64, H256::zero(), H256::zero(), START);
	let moved = ([1u8; 32], 1u64, 1u64);
	let order = TransferOrder { from: 1, to: 2, amount: 3, nonce: 4, expiration: 5 };
	let signature = StarkSignature { r: [1; 32], s: [1; 32] };
	let parts = (
		vec![moved; deposits],
		vec![(order, signature); transfers],
		vec![(1u64, 0i64); settlements],
		vec![(UNKNOWN, ForcedOutcome::Executed); forced],
		vec![moved; withdrawals],
	);
	(4u8, 9u8, header, parts).encode()
}

fn decoded(lengths: [usize; 5]) -> Result<RuntimeCall, codec::Error> {
	RuntimeCall::decode(&mut &encoded(lengths)[..])
}

fn weight_of(lengths: [usize; 5]) -> Weight {
	decoded(lengths).expect("is within the bounds").get_dispatch_info().call_weight
}

#[test]
fn the_bounds_of_a_batch() {
	let fullest = decoded(LIMITS).expect("is within the bounds");
	assert_eq!(fullest.encode(), encoded(LIMITS));
	for (part, limit) in LIMITS.into_iter().enumerate() {
		let mut lengths = [0; 5];
		lengths[part] = limit;
		assert!(decoded(lengths).is_ok(), "part {part}");
		lengths[part] += 1;
		assert!(decoded(lengths).is_err(), "part {part}");
		lengths[part] = usize::from(u16::MAX);
		assert!(decoded(lengths).is_err(), "part {part}");
	}
}

#[test]
fn a_batch_is_charged_for_what_is_in_it() {
	let base = 10_000;
	assert_eq!(weight_of([0; 5]), Weight::from_parts(base, 0));
	for (part, unit) in [1, 1_000, 1_000_000, 10_000_000, 100_000_000].into_iter().enumerate() {
		for length in [1, 2, LIMITS[part]] {
			let mut lengths = [0; 5];
			lengths[part] = length;
			let expected = base + unit * u64::try_from(length).unwrap();
			assert_eq!(weight_of(lengths), Weight::from_parts(expected, 0), "{length} in part {part}");
		}
	}
	assert_eq!(weight_of([5, 4, 3, 2, 1]), Weight::from_parts(123_014_005, 0));
	assert_eq!(weight_of(LIMITS), StarkExchange::fullest_batch_weight());
}

#[test]
fn nothing_is_refunded() {
	with_equity(100, 0, || {
		let call = Call::update_state { batch: batch().withdrawal(SECRET_A, 1).build() };
		let after = RuntimeCall::from(call).dispatch(signed(OPERATOR)).expect("is valid");
		assert_eq!(after, ().into());
	});
}

#[test]
fn the_fullest_batch_fits_in_half_a_block() {
	let blocks: frame_system::limits::BlockWeights = <Test as frame_system::Config>::BlockWeights::get();
	assert!(weight_of(LIMITS).all_lte(blocks.max_block / 2));
	// Where it does not, the runtime does not pass its integrity test.
	<StarkExchange as Hooks<u64>>::integrity_test();
}

/// Secret of the key of a position of [`the_fullest_batch_takes_effect`].
fn secret(position: usize) -> u64 {
	1_000 + position as u64
}

#[test]
fn the_fullest_batch_takes_effect() {
	let [deposits, transfers, settlements, forced, withdrawals] = LIMITS;
	ExtBuilder::default().max_keys(512).build_and_execute(|| {
		let all = (1..=settlements).map(secret).collect::<Vec<_>>();
		for secret in &all {
			register(ALICE, *secret);
			deposit(ALICE, *secret, 1_000);
		}
		for half in all.chunks(deposits) {
			apply(half.iter().fold(batch(), |batch, secret| batch.deposit(*secret, 999)));
		}
		// As many requests as a position and a block may have.
		let mut requests = Vec::new();
		for index in 0..forced {
			if index.is_multiple_of(10) {
				next_block();
			}
			requests.push(force_withdrawal(ALICE, all[index / 8], 1 + (index % 8) as u64));
		}

		let fullest = all[..deposits].iter().fold(batch(), |batch, secret| batch.deposit(*secret, 1));
		let pairs = all.chunks(2).take(transfers);
		let fullest = pairs.fold(fullest, |batch, pair| batch.transfer(pair[0], order(pair[0], pair[1], 1)));
		let changes = all.iter().zip([-1, 1].into_iter().cycle());
		let fullest = changes.fold(fullest, |batch, (secret, change)| batch.settle(*secret, change));
		let fullest = requests.iter().fold(fullest, |batch, id| batch.execute(*id));
		let fullest = all[..withdrawals].iter().fold(fullest, |batch, secret| batch.withdrawal(*secret, 1));
		let events = apply(fullest);

		assert_eq!(events.len(), 256 + 16 + 64 + 256 + 1);
		assert_eq!(events.last(), Some(&updated([256, 16, 512, 64, 256])));
		// Eight times 1 + 2 + ... + 8 was forced.
		let credited = 256 + 8 * 36;
		assert_eq!(totals(), [256, 512 * 999 + 256 - credited, credited]);
		// 999 and a deposit of 1; a transfer and a loss of 1; 36 forced and 1 withdrawn.
		assert_eq!(equity(all[0]), 999 + 1 - 1 - 1 - 36 - 1);
		assert_eq!(equity(all[511]), 1_000);
	});
}
