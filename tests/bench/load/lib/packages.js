/** The packages of the end-to-end tests, the very copies that their helpers use. */
export { compactFromU8a, compactToU8a, hexToU8a, u8aConcat, u8aToHex } from '../../../e2e/node_modules/@polkadot/util/index.js';
export { blake2AsU8a, encodeAddress } from '../../../e2e/node_modules/@polkadot/util-crypto/index.js';
