import { parseArgs } from 'node:util';
import { fail, oneLine, UserError } from '../errors.js';
import { shortened } from '../hex.js';
import { keygen } from './keygen.js';
import { run } from './run.js';
import { signRegistration } from './sign-registration.js';
import { signTrade } from './sign-trade.js';
import { signTransfer } from './sign-transfer.js';
import { state } from './state.js';
import { update } from './update.js';

/** @type {Record<string, import('./command.js').Command>} */
const COMMANDS = {
	keygen,
	'sign-registration': signRegistration,
	'sign-trade': signTrade,
	'sign-transfer': signTransfer,
	state,
	update,
	run,
};

const HELP = `stark-operator COMMAND [OPTIONS]

${Object.entries(COMMANDS)
	.map(([name, { summary }]) => `  ${name.padEnd(18)} ${summary}`)
	.join('\n')}

stark-operator COMMAND --help shows the options.`;

/**
 * Runs one command line.
 *
 * @param {string[]} args
 * @param {import('./command.js').Output} output
 * @returns {Promise<number>} the exit code
 */
export async function main(args, output) {
	try {
		await dispatch(args, output);
		return 0;
	} catch (error) {
		output.note(`error: ${oneLine(error)}`);
		if (!(error instanceof UserError) && process.env.DEBUG) output.note(String(error?.stack));
		return 1;
	}
}

async function dispatch([name, ...rest], output) {
	if (name === undefined)
		fail(`a command is missing: one of ${Object.keys(COMMANDS).join(', ')}; --help tells more`);
	if (name === '--help' || name === '-h' || name === 'help') return output.print(HELP);
	if (!Object.hasOwn(COMMANDS, name)) {
		fail(`there is no command '${shortened(name)}', only ${Object.keys(COMMANDS).join(', ')}`);
	}
	const command = COMMANDS[name];
	const values = parse(rest, command);
	if (values.help)
		return output.print(`stark-operator ${name} [OPTIONS]: ${command.summary}\n\n${command.usage}`);
	await command.run(values, output);
}

function parse(args, { options }) {
	try {
		return parseArgs({ args, options: { ...options, help: { type: 'boolean', short: 'h' } }, strict: true })
			.values;
	} catch (error) {
		// Hints on how to pass odd values come in further sentences.
		return fail(oneLine(error).split('. ')[0]);
	}
}
