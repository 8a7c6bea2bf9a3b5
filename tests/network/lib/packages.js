/** The packages of the end-to-end tests, the very copies that their helpers use. */
export { hexToU8a, u8aToHex } from '../../e2e/node_modules/@polkadot/util/index.js';
export { blake2AsHex } from '../../e2e/node_modules/@polkadot/util-crypto/index.js';
