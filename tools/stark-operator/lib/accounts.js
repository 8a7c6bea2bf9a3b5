import { Keyring } from '@polkadot/api';
import { isHex } from '@polkadot/util';
import { cryptoWaitReady, decodeAddress, keyExtractSuri, mnemonicValidate } from '@polkadot/util-crypto';
import { fail } from './errors.js';
import { shortened } from './hex.js';

/** The account that operates the exchange on a development chain. */
export const DEFAULT_SURI = '//StarkOperator';

/**
 * The 32 bytes of an account, from its address or from hex text.
 *
 * @param {string} text
 * @returns {Uint8Array}
 */
export function parseAccount(text) {
	try {
		const bytes = decodeAddress(text);
		if (bytes.length === 32) return bytes;
	} catch {
		// Told below, in words that fit both.
	}
	return fail(
		`'${shortened(text)}' is no account: give an SS58 address, or 32 bytes as hex text that begins with 0x`,
	);
}

/**
 * The key pair of a secret URI, such as `//StarkOperator` or the words of a phrase.
 *
 * @param {string} suri
 * @param {number} [ss58Format] the chain's prefix of addresses
 */
export async function signerOf(suri, ss58Format) {
	await cryptoWaitReady();
	try {
		if (isSecretUri(suri)) return new Keyring({ type: 'sr25519', ss58Format }).addFromUri(suri);
	} catch {
		// What is wrong with it would repeat the secret.
	}
	return fail(
		'the secret URI of --suri is none: it is a phrase or a hex seed, then derivations such as //StarkOperator',
	);
}

/** The keyring itself would take any short text for a seed, and a phrase with a typing error with it. */
function isSecretUri(suri) {
	// Derivations alone belong to the development phrase.
	if (suri.startsWith('/')) return true;
	const { phrase } = keyExtractSuri(suri);
	return isHex(phrase, 256) || mnemonicValidate(phrase);
}
