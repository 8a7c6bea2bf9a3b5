//! Keys, owners and positions.

use super::*;
use crate::{KeyCount, KeyOwner, KeysOf, NextPositionId, PositionOfKey};

#[test]
fn e3_keys_must_be_canonical_and_on_the_curve() {
	for bad in [[0; 32], [0xff; 32], crate::signature::FIELD_PRIME] {
		breaks("E3: a key is not canonical or not on the curve", || {
			KeyOwner::<Test>::insert(bad, ALICE);
		});
	}
}

#[test]
fn e3_a_key_must_be_listed_with_its_owner() {
	breaks("E3: a key is not listed with its owner", || {
		KeysOf::<Test>::remove(ALICE, key(ALICES));
	});
	breaks("E3: a key is not listed with its owner", || KeyOwner::<Test>::insert(loose_key(), ALICE));
}

#[test]
fn e3_a_key_must_have_its_position() {
	breaks("E3: a key without its position", || {
		KeyOwner::<Test>::insert(loose_key(), ALICE);
		KeysOf::<Test>::insert(ALICE, loose_key(), ());
	});
	breaks("E3: a key without its position", || {
		KeyOwner::<Test>::insert(loose_key(), ALICE);
		KeysOf::<Test>::insert(ALICE, loose_key(), ());
		PositionOfKey::<Test>::insert(loose_key(), ALICES_POSITION);
	});
}

#[test]
fn e3_the_position_of_a_key_must_have_an_owner() {
	breaks("E3: the position of a key that nobody owns", || {
		PositionOfKey::<Test>::insert(loose_key(), ALICES_POSITION);
	});
}

#[test]
fn e3_a_key_must_be_listed_with_its_owner_only() {
	breaks("E3: a key listed with a stranger", || KeysOf::<Test>::insert(BOB, key(ALICES), ()));
	breaks("E3: a key listed with a stranger", || KeysOf::<Test>::insert(ALICE, loose_key(), ()));
}

#[test]
fn e3_keys_must_be_counted() {
	breaks("E3: number of keys", || KeyCount::<Test>::insert(ALICE, 2));
	breaks("E3: number of keys", || KeyCount::<Test>::remove(ALICE));
	breaks("E3: number of keys", || KeyCount::<Test>::insert(CAROL, 0));
}

#[test]
fn e3_a_position_must_have_its_key() {
	breaks("E3: a position without its key", || {
		NextPositionId::<Test>::put(4);
		Positions::<Test>::insert(3, Position { key: key(ALICES), equity: 0, open_forced: 0 });
	});
}

#[test]
fn positions_must_be_numbered_in_order() {
	breaks("5: number of a position", || NextPositionId::<Test>::put(2));
	breaks("5: number of a position", || {
		Positions::<Test>::insert(0, Position { key: key(ALICES), equity: 0, open_forced: 0 });
	});
}
