import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readBlock } from './block.js';

/** The folder of the whole project. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

const FENCED = /```[^`]*```/g;
const CODE = /`([^`]+)`/g;

/** A section of the README in the root, for tests that do what it says. */
export class ReadmeSection {
	/** @type {Set<string>} */
	#typed = new Set();

	/** @param {string} title */
	constructor(title) {
		const readme = readFileSync(`${ROOT}README.md`, 'utf8');
		const [section] = readme.split(`\n## ${title}\n`)[1]?.split('\n## ') ?? [];
		assert.ok(section, `the README has a section "${title}"`);
		/** Line breaks mean nothing in Markdown. */
		this.text = section.replace(/\s+/g, ' ');
		this.code = new Set([...this.text.replace(FENCED, '').matchAll(CODE)].map(([, code]) => code));
	}

	/** The section tells to type, or shows, each of these. @param {...string} code */
	shows(...code) {
		for (const one of code) {
			assert.ok(this.code.has(one), `the README shows \`${one}\``);
			this.#typed.add(one);
		}
	}

	/** The section contains these words. @param {...string} words */
	says(...words) {
		for (const one of words) assert.ok(this.text.includes(one), `the README says "${one}"`);
	}

	/** What the section shows and no test has done. */
	get untried() {
		return [...this.code].filter((one) => !this.#typed.has(one));
	}
}

/** What the commands that are typed find in their environment, without the make that may run this test. */
const ENVIRONMENT = { ...process.env, MAKEFLAGS: '', MAKELEVEL: '' };

/**
 * Types `make travel BY=seconds` in a terminal.
 *
 * @param {import('./manual-chain.js').ManualChain} chain
 * @param {number} seconds
 */
export async function typeTravel(chain, seconds) {
	const before = chain.head.now;
	const port = chain.address.split(':').at(-1);
	const command = ['travel', `BY=${seconds}`];
	await promisify(execFile)('make', ['-C', ROOT, ...command, `PORT=${port}`], { env: ENVIRONMENT });
	chain.head = await readBlock(chain.api, await chain.api.rpc.chain.getBlockHash());
	assert.equal(chain.head.now, before + BigInt(seconds));
}
