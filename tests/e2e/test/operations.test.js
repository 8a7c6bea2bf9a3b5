/** What docs/operations.md and its files tell people to type, to call and to watch: all of it exists. */
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { connect } from '../lib/harness/connect.js';
import { TemporaryDirectory } from '../lib/harness/directory.js';
import { NodeProcess } from '../lib/harness/process.js';
import { run } from '../lib/harness/run.js';
import { KeeperProcess } from '../lib/keeper.js';
import { ALERTS, CODE, COMMANDS, file, HEADINGS, LINKS, METRICS, namesOf, optionsIn } from '../lib/operations.js';
import { ROOT } from '../lib/readme.js';

const KEEPER = fileURLToPath(new URL('../../../tools/keeper/bin/keeper.js', import.meta.url));

const helps = new Map();

async function helpOfNode(...command) {
	const typed = command.join(' ');
	if (!helps.has(typed)) helps.set(typed, (await run(...command, '--help')).stdout.join('\n'));
	return helps.get(typed);
}

const helpOfKeeper = async () => (await promisify(execFile)(process.execPath, [KEEPER, '--help'])).stdout;

/** What the coordinator of a network fills in. */
const GENESIS = JSON.parse(readFileSync(`${ROOT}chain-specs/staging.json`, 'utf8')).genesis.runtimeGenesis.patch;

/** The help names all of `options`. */
function assertKnown(options, help, what) {
	const known = new Set(optionsIn(help));
	assert.deepEqual(options.filter((option) => !known.has(option)), [], what);
}

test('every command of the node that is typed has its options', async () => {
	const lines = COMMANDS.filter((line) => /(^|[ (])tidepool-node [a-z]/.test(line));
	assert.ok(lines.length > 8);
	for (const line of lines) {
		for (const [, typed] of line.matchAll(/tidepool-node ([a-z][^|>)]*)/g)) {
			const command = typed.split(' ').slice(0, typed.startsWith('key ') ? 2 : 1);
			assertKnown(optionsIn(typed), await helpOfNode(...command), line);
		}
	}
});

test('every option that is explained is one of the node or of the keeper', async () => {
	const options = CODE.filter((code) => code.startsWith('--')).flatMap(optionsIn);
	assert.ok(options.length > 15);
	assertKnown(options, (await helpOfNode()) + (await helpOfKeeper()), 'operations.md');
});

test('the services start the programs with options that these have', async () => {
	const node = ['tidepool-node.service', 'validator.env', 'rpc.env'];
	const help = await helpOfNode();
	for (const name of node) assertKnown(optionsIn(file(`operations/${name}`)), help, name);
	for (const name of ['tidepool-keeper.service', 'keeper.env']) {
		assertKnown(optionsIn(file(`operations/${name}`)), await helpOfKeeper(), name);
	}
});

test('links lead somewhere, and every alert has a line that says what to do', () => {
	for (const link of LINKS) {
		const [path, heading] = link.split('#');
		if (path) assert.ok(existsSync(join(ROOT, 'docs', path)), link);
		else assert.ok(HEADINGS.has(heading), link);
	}
	const explained = file('operations.md').split('| Alert | What to do |')[1];
	for (const alert of ALERTS) assert.match(explained, new RegExp(`^\\|.*\\b${alert}\\b`, 'm'));
});

/** Prometheus' own tool, which comes with it and is not installed by this project. */
const PROMTOOL = spawnSync('promtool', ['--version']).error ? 'promtool is not installed' : false;

test('the alerts fire as their tests say', { skip: PROMTOOL }, async () => {
	const folder = join(ROOT, 'docs', 'operations');
	await promisify(execFile)('promtool', ['test', 'rules', join(folder, 'alerts.test.yml')]);
	await promisify(execFile)('promtool', ['check', 'config', '--syntax-only', join(folder, 'prometheus.yml')]);
});

/** An ordinary node, whose metrics are those of a validator, with a keeper beside it. */
const directory = new TemporaryDirectory();
let node;
let api;
let keeper;
const metrics = { node: '', keeper: '' };

before(
	async () => {
		const free = ['--rpc-port', '0', '--port', '0', '--prometheus-port', '0', '--no-telemetry', '--no-mdns'];
		node = new NodeProcess(['--dev', ...free, '--base-path', directory.path]);
		const [, address] = await node.logged(/Running JSON-RPC server: addr=([^,\s]+)/);
		const [, exporter] = await node.logged(/Prometheus exporter started at (\S+)/);
		({ api } = await connect(address));
		keeper = new KeeperProcess('//Keeper', '--url', `ws://${address}`, '--metrics-port', '0');
		// Not before the first block, which tells the time.
		await keeper.says(/: epoch \d+;/);
		await keeper.says(/nothing is due/);
		const [, served] = /metrics at (\S+)/.exec(await keeper.says(/metrics at/));
		metrics.keeper = await (await fetch(served)).text();
		// After the first block, made and final.
		await node.logged(/Imported #1 /);
		await node.logged(/finalized #[1-9]/);
		metrics.node = await (await fetch(`http://${exporter}/metrics`)).text();
	},
	{ timeout: 120_000 },
);

after(async () => {
	await api?.disconnect();
	await keeper?.stop();
	await node?.stop();
	await directory.remove();
});

test('every metric of the alert rules is served by the node or by the keeper', () => {
	const served = new Set(
		[...`${metrics.node}\n${metrics.keeper}`.matchAll(/^(\w+)[ {]/gm)].map(([, name]) => name),
	);
	assert.ok(METRICS.length > 20);
	assert.deepEqual(METRICS.filter((name) => !served.has(name)), [], 'nobody serves these');
	assert.match(metrics.node, /^substrate_block_height\{.*status="finalized".*\} \d+$/m);
	assert.match(metrics.node, /^tidepool_clock_delay_seconds\{.*\} NaN$/m);
});

test('every call, event, error, query and field of the genesis that is named exists, with as many arguments', () => {
	const [pallets, apis] = [Object.keys(api.tx), Object.keys(api.call)];
	const named = namesOf([...pallets, ...apis]);
	assert.ok(named.length > 60);
	for (const { code, owner, name, args } of named) {
		if (apis.includes(owner)) {
			const query = api.call[owner][name];
			assert.ok(query, code);
			if (args) assert.equal(query.meta.params.length, args.length, code);
		} else if (/^[A-Z]/.test(name)) {
			assert.ok(api.events[owner]?.[name] ?? api.errors[owner]?.[name], code);
		} else if (api.query[owner]?.[name]) {
			const { type } = api.query[owner][name].creator.meta;
			if (args) assert.equal(type.isMap ? type.asMap.hashers.length : 0, args.length, code);
		} else if (GENESIS[owner]?.[name] === undefined) {
			const call = api.tx[owner][name];
			assert.ok(call, code);
			if (args) assert.equal(call.meta.args.length, args.length, code);
		}
	}
});

test('every method of the RPC that is named exists', async () => {
	const { methods } = (await api.rpc.rpc.methods()).toJSON();
	const typed = COMMANDS.flatMap((line) => [...line.matchAll(/"method":"(\w+)"/g)].map(([, method]) => method));
	const named = CODE.filter((code) => /^(author|chain|state|system|grandpa)_\w+$/.test(code));
	assert.ok(typed.length > 1 && named.length > 3);
	assert.deepEqual([...typed, ...named].filter((method) => !methods.includes(method)), []);
});
