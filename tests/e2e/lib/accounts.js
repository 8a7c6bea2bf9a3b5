import { Keyring } from '@polkadot/api';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { SS58_PREFIX } from './development.js';

await cryptoWaitReady();

const keyring = new Keyring({ type: 'sr25519', ss58Format: SS58_PREFIX });

/** The account behind a derivation path such as `//Alice`. @param {string} path */
export const account = (path) => keyring.addFromUri(path);

export const alice = account('//Alice');
export const bob = account('//Bob');
export const charlie = account('//Charlie');
export const dave = account('//Dave');
export const eve = account('//Eve');
export const ferdie = account('//Ferdie');

/** An account nobody has ever paid. @param {string} name */
export const stranger = (name) => account(`//Stranger//${name}`);
