/** The command line: what can be typed, and what is wrong with what was typed. */
import { parseArgs } from 'node:util';
import { parseDydx } from '../amounts.js';
import { checkedUrl, DEFAULT_URL } from '../connect.js';
import { fail, oneLine, shortened } from '../errors.js';
import { KEY_VARIABLE } from '../key.js';

export const HELP = `keeper [OPTIONS]: mark debt and restrict overdue borrowers when an epoch begins

  --url URL              node to ask (${DEFAULT_URL}); can be repeated: the others are asked when one fails
  --key-file FILE        file with the secret URI of the account that pays the fees
  --once                 do what is due now and end, instead of watching block by block
  --dry-run              tell what would be sent, send nothing; needs no key
  --blocks N             a transaction that no block includes within N blocks is signed anew: a power of two from 4
                         to 1024 (16)
  --max-tip DYDX         most that is paid on top of the fee by what marks debt or was not included at first (0.1)
  --silence SECONDS      a node that tells of no block for so long is given up (60)
  --metrics-port PORT    serve metrics for Prometheus at /metrics; 0 takes any free port
  --metrics-host HOST    address to serve them at (127.0.0.1)

  The key can also be in the variable ${KEY_VARIABLE}. Exit codes: 0 everything is done, 1 something is not, 2 wrong
  options, key or chain.`;

const text = /** @type {const} */ ({ type: 'string' });
const flag = /** @type {const} */ ({ type: 'boolean' });

const OPTIONS = {
	url: { ...text, multiple: true },
	'key-file': text,
	once: flag,
	'dry-run': flag,
	blocks: text,
	'max-tip': text,
	silence: text,
	'metrics-port': text,
	'metrics-host': text,
	help: { ...flag, short: 'h' },
};

/**
 * @typedef {object} Settings
 * @property {boolean} help
 * @property {string[]} urls
 * @property {string | undefined} keyFile
 * @property {boolean} once
 * @property {boolean} dryRun
 * @property {number} period
 * @property {bigint} maxTip
 * @property {number} silence milliseconds
 * @property {{ host: string, port: number } | null} metrics
 */

/** @param {string[]} args @returns {Settings} */
export function readOptions(args) {
	const values = parse(args);
	const port = values['metrics-port'];
	if (port === undefined && values['metrics-host'] !== undefined) fail('--metrics-host needs --metrics-port');
	return {
		help: values.help ?? false,
		urls: (values.url ?? [DEFAULT_URL]).map(checkedUrl),
		keyFile: values['key-file'],
		once: values.once ?? false,
		dryRun: values['dry-run'] ?? false,
		period: powerOfTwo(values.blocks ?? '16'),
		maxTip: parseDydx(values['max-tip'] ?? '0.1', '--max-tip'),
		silence: whole(values.silence ?? '60', '--silence', 1, 86_400) * 1_000,
		metrics:
			port === undefined
				? null
				: { host: values['metrics-host'] ?? '127.0.0.1', port: whole(port, '--metrics-port', 0, 65_535) },
	};
}

function parse(args) {
	try {
		return parseArgs({ args, options: OPTIONS, strict: true }).values;
	} catch (error) {
		// Hints on how to pass odd values come in further sentences.
		return fail(`${oneLine(error).split('. ')[0].replace(/\.$/, '')}; --help lists all options`);
	}
}

function whole(typed, what, least, most) {
	const number = /^\d{1,6}$/.test(typed) ? Number(typed) : NaN;
	if (!(number >= least && number <= most)) {
		fail(`${what} must be a whole number from ${least} to ${most}, not '${shortened(typed)}'`);
	}
	return number;
}

/** Only such periods can be encoded in a transaction. */
function powerOfTwo(typed) {
	const number = whole(typed, '--blocks', 4, 1_024);
	if (number & (number - 1)) fail(`--blocks must be a power of two, such as 16 or 32, not ${number}`);
	return number;
}
