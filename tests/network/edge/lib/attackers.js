/** Accounts that attack, and what they sign. */
import { Sender } from '../../../bench/load/lib/senders.js';
import { fundingExtrinsics } from '../../../bench/load/lib/funding.js';
import { Signer } from '../../../bench/load/lib/signing.js';
import { alice } from '../../../e2e/lib/accounts.js';
import { dydx } from '../../../e2e/lib/amounts.js';
import { readNonces } from '../../lib/load/nonces.js';
import { until } from '../../lib/wait.js';

const COUNT = 200;
/** Which of them has already sent something. */
export const SPENT = 2;
/** One of them can pay for a block full of bytes. */
const RICH = dydx(2_000);
const POOR = dydx(10);

/** Attackers with money for fees, and the means to sign whatever they like. */
export class Attackers {
	/** @param {any} api knows the chain; it need not be connected any more */
	constructor(api) {
		this.api = api;
		this.signer = new Signer(api);
		this.accounts = Array.from({ length: COUNT }, (_, index) => new Sender(`edge ${index}`));
	}

	/** Pays them, through a node of a chain on which Alice has sent nothing. */
	static async funded(api, node) {
		const attackers = new Attackers(api);
		const { accounts } = attackers;
		const calls = accounts.map(({ address }, index) => api.tx.balances.transferKeepAlive(address, index === 0 ? RICH : POOR));
		for (const bytes of await fundingExtrinsics(api, calls)) await node.ask('author_submitExtrinsic', bytes);
		const paid = async () => (await readNonces(node, [{ pair: alice }]))[0].best > 0;
		await until('attackers have money', paid, { timeout: 60_000 });
		const spent = accounts[SPENT];
		await node.ask('author_submitExtrinsic', attackers.signer.sign(spent, 0, attackers.remark(Buffer.of(1))));
		const sent = async () => (await readNonces(node, [{ pair: spent }]))[0].best > 0;
		await until('a nonce is spent', sent, { timeout: 60_000 });
		return attackers;
	}

	/** Another one whom nobody has paid. @param {string} name */
	penniless(name) {
		return new Sender(`edge without money ${name}`);
	}

	/** The bytes of a call that does nothing, with `note` in it. @param {Buffer} note */
	remark(note) {
		return this.api.tx.system.remark(`0x${note.toString('hex')}`).method.toU8a();
	}

	/** A signer for a chain that differs from this one. @param {Record<string, any>} differences */
	signerWith(differences) {
		const { registry, tx, genesisHash, runtimeVersion } = this.api;
		const { specVersion, transactionVersion } = runtimeVersion;
		const version = { specVersion: specVersion.toNumber(), transactionVersion: transactionVersion.toNumber() };
		return new Signer({ registry, tx, genesisHash, runtimeVersion: version, ...differences });
	}
}
