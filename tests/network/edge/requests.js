/** Requests that cost the node much and the sender nothing, as fast as they can be sent. */
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { Client, flood, visitor } from './lib/client.js';
import { attack } from './lib/stage.js';

const CONNECTIONS = 20;
/** Requests on their way over each connection. What is on its way in the end still has to be answered. */
const WIDTH = 10;
/** Calls per minute and connection that the manual allows to visitors, and how many a visitor wants at once. */
const RATE = 600;
const WANTED = 3_000;

/** What only the operator may ask. */
const UNSAFE = [
	['state_getPairs', ['0x']],
	['state_queryStorage', [['0x3a636f6465'], `0x${'00'.repeat(32)}`]],
	['state_traceBlock', [`0x${'00'.repeat(32)}`]],
	['author_rotateKeys', []],
	['author_rotateKeysWithOwner', ['0x00']],
	['author_insertKey', ['aura', '//Alice', '0x00']],
	['author_removeExtrinsic', [[]]],
	['author_hasKey', ['0x00', 'aura']],
	['system_addReservedPeer', ['/ip4/127.0.0.1/tcp/1/p2p/12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp']],
	['system_addLogFilter', ['trace']],
	['system_peers', []],
	['offchain_localStorageSet', ['PERSISTENT', '0x00', '0x00']],
];

/** What everybody may. @param {string} genesis the hash of the first block */
const expensive = (genesis) => [
	['state_getMetadata', []],
	['state_getKeysPaged', ['0x', 1_000]],
	['state_getKeysPaged', ['0x', 4_000_000_000]],
	['state_getKeys', ['0x']],
	['state_getStorage', ['0x3a636f6465']],
	['state_getReadProof', [['0x3a636f6465']]],
	['state_queryStorageAt', [Array.from({ length: 1_000 }, () => '0x3a636f6465')]],
	['state_call', ['Metadata_metadata', '0x']],
	['state_call', ['Core_version', `0x${'00'.repeat(200_000)}`]],
	['state_call', ['BlockBuilder_apply_extrinsic', `0x${'ff'.repeat(100_000)}`]],
	['state_call', ['Core_initialize_block', '0x']],
	['chain_getBlock', [genesis]],
	['archive_v1_call', [genesis, 'Metadata_metadata', '0x']],
	['archive_v1_storage', [genesis, [{ key: '0x', type: 'descendantsValues' }], null]],
	['author_pendingExtrinsics', []],
	['grandpa_proveFinality', [1]],
	['system_accountNextIndex', ['5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY']],
	['no_such_method', []],
];

attack('expensive requests without a limit', { duration: 6, again: true }, async ({ target, tally, running, attackers }) => {
	const kinds = expensive(attackers.api.genesisHash.toHex());
	const clients = await Promise.all(Array.from({ length: CONNECTIONS }, () => Client.open(target.rpcPort)));
	const make = () => kinds[randomInt(kinds.length)];
	await Promise.all(clients.map((client) => flood(client, { running, tally, width: WIDTH }, make)));
	clients.forEach((client) => client.close());
	assert.equal(tally.matching(/connection/), 0, tally.text());
});

attack('unsafe requests', { duration: 4 }, async ({ target, tally, running }) => {
	const client = await Client.open(target.rpcPort);
	let next = 0;
	await flood(client, { running, tally, width: WIDTH }, () => UNSAFE[next++ % UNSAFE.length]);
	client.close();
	assert.equal(tally.matching(/RPC call is unsafe/), tally.total, tally.text());
});

attack('a visitor with more requests than the limit', { duration: 4 }, async ({ target, tally, running }) => {
	const client = await Client.open(target.rpcPort, { visitor: visitor(7) });
	const asked = Array.from({ length: WANTED }, () => client.ask('system_health', []));
	for (const answer of await Promise.all(asked)) tally.answer(answer);
	client.close();
	assert.ok(tally.matching(/^-32999 RPC rate limit exceeded/) > WANTED / 2, tally.text());
	assert.ok(tally.count('taken') < 2 * RATE, tally.text());
});
