/** Who holds how much of which asset, by the events of pallet-assets alone. */
import { Ledger } from './ledger.js';

/** What events do to the holdings and the supply of an asset. */
const MOVES = {
	Issued: ({ held, owner, amount }) => held.add(owner, amount),
	Burned: ({ held, owner, balance }) => held.add(owner, -balance),
	Transferred: ({ held, from, to, amount }) => held.move(from, to, amount),
};

/** Events that move nothing, or say again what another one says. */
const SILENT = [
	'ApprovedTransfer',
	'ApprovalCancelled',
	'TransferredApproved',
	'Touched',
	'TeamChanged',
	'OwnerChanged',
	'MetadataSet',
	'AssetStatusChanged',
	'Frozen',
	'Thawed',
];

export class AssetBooks {
	/** @type {Map<bigint, Ledger>} */
	#assets;
	/** What cannot be. @type {string[]} */
	problems = [];

	/** @param {import('./state.js').AuditState} genesis */
	constructor(genesis) {
		this.#assets = new Map(Object.entries(genesis.assets).map(([id, { held }]) => [BigInt(id), new Ledger(held)]));
	}

	/** @param {import('./history.js').AuditEvent} event */
	enter({ name, data }) {
		const [pallet, method] = name.split('.');
		if (pallet !== 'assets' || SILENT.includes(method)) return;
		const held = this.#assets.get(data.assetId);
		if (!MOVES[method] || !held) this.problems.push(`the audit cannot enter ${name} of asset ${data.assetId}`);
		else MOVES[method]({ held, ...data });
	}

	/** @param {number} asset @param {string} who */
	of(asset, who) {
		return this.ledger(asset).of(who);
	}

	/** All holdings of an asset. @param {number} asset @returns {Ledger} */
	ledger(asset) {
		return this.#assets.get(BigInt(asset));
	}

	/** What differs from storage. @param {import('./state.js').AuditState} state */
	differences(state) {
		const problems = [];
		for (const [id, { held, supply }] of Object.entries(state.assets)) {
			const ledger = this.#assets.get(BigInt(id)) ?? new Ledger();
			problems.push(...ledger.differences(new Ledger(held), `asset ${id}`), ...ledger.overdrawn(`asset ${id}`));
			if (ledger.sum !== supply) problems.push(`supply of asset ${id}: ${ledger.sum} by the events, ${supply} in storage`);
		}
		return problems;
	}
}
