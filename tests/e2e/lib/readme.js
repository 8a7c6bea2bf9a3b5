import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

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
