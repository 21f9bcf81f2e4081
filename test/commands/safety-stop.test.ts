import assert from 'node:assert/strict';
import {readdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import type {Sandbox} from '../../source/sandbox/sandbox.ts';
import {openState} from '../../source/state/state.ts';
import {start} from '../sandbox/client.ts';
import {temporaryFolder} from '../support/folder.ts';
import {type Ran, runProgram} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';

const env = {SECODA_API_TOKEN: 'token-safety-stop'};
const numbers = (from: number, to: number) => Array.from({length: to - from}, (_, at) => from + at);
const line = (at: number) => recordLine({col_name: `c${String(at).padStart(3, '0')}`});
const fileOf = (columns: readonly number[]) => `${[header, ...columns.map(line)].join('\n')}\n`;

type Desk = {
	readonly home: string;
	readonly sandbox: Sandbox;
	upload(content: string, ...more: readonly string[]): Promise<Ran>;
};

/** An integration in which 300 columns are shown. */
async function desk(t: TestContext): Promise<Desk> {
	const sandbox = await start(t, {token: env.SECODA_API_TOKEN, switches: {syncMs: 0}});
	const home = await temporaryFolder(t);
	const upload = async (content: string, ...more: readonly string[]) => {
		const file = join(home, 'w.csv');
		await writeFile(file, content);
		const place = ['--url', sandbox.url, '--integration', sandbox.integration];
		return runProgram(['upload', file, ...place, ...more], {home, env});
	};
	const first = await upload(fileOf(numbers(0, 300)));
	assert.equal(first.code, 0, first.stderr);
	await sandbox.idle();
	return {home, sandbox, upload};
}

test('a safety stop says in JSON that it is one, with its plan, and in text what would be hidden and is not sent', async t => {
	const {upload, home} = await desk(t);
	const [head = '', ...rows] = fileOf(numbers(0, 10)).trim().split('\n');
	const more = [`${head},Owner,Cost centre`, ...rows.map(row => `${row},Ann,7`), ''].join('\n');
	const {code, stdout, stderr} = await upload(more, '--json');
	const {outcome, sent, plan} = JSON.parse(stdout);
	assert.deepEqual([code, outcome, sent], [7, 'stopped', null]);
	assert.match(plan.id, /^[0-9a-f]{12}$/);
	assert.deepEqual(plan.hidden, {tables: 0, columns: 290});
	assert.deepEqual(plan.created, {tables: 0, columns: 0});
	assert.equal(plan.reasons.length, 1);
	assert.equal(plan.hiddenColumns[0], 'DB.sales.orders.c010');
	assert.match(stderr, /DB\.sales\.orders\.c010\n.*DB\.sales\.orders\.c011\n/);
	assert.match(stderr, /and 270 other columns/);
	assert.match(stderr, /not sent: .*"Owner", "Cost centre"/);
	assert.match(stderr, new RegExp(`--approve ${plan.id}`));
	assert.equal((await readdir(join(home, 'state', 'snapshots'))).length, 1, 'the stopped one is not kept');
});

test('an approval is for one plan, also where the hidden columns beyond those that are shown change', async t => {
	const {upload, sandbox, home} = await desk(t);
	const keep = [...numbers(0, 9), 298];
	const {plan} = JSON.parse((await upload(fileOf(keep), '--json')).stdout);
	// As many are hidden as before, and the first 200 by name are the same; the last one is another.
	const swapped = [...numbers(0, 9), 299];
	const other = await upload(fileOf(swapped), '--json', '--approve', plan.id);
	assert.deepEqual([other.code, JSON.parse(other.stdout).outcome], [7, 'stopped']);
	assert.match(other.stderr, new RegExp(`--approve ${plan.id} is for another plan`));
	const described = fileOf(keep).replaceAll('The id', 'Another text');
	const approved = await upload(described, '--json', '--approve', plan.id);
	assert.deepEqual([approved.code, sandbox.uploads.length], [0, 2], approved.stderr);
	const state = await openState(join(home, 'state'));
	t.after(() => state.close());
	const [entry] = state.history.list(1);
	assert.deepEqual([entry?.planId, entry?.approval], [plan.id, plan.id]);
});

test('runs that are stopped leave no snapshots behind', async t => {
	const {upload, home} = await desk(t);
	for (const at of numbers(0, 5)) assert.equal((await upload(fileOf([at]))).code, 7);
	assert.equal((await readdir(join(home, 'state', 'snapshots'))).length, 1);
});

test('a safety stop names hidden tables and the columns that are not sent, and says where its lists are cut', async t => {
	const {upload, sandbox} = await desk(t);
	const tables = numbers(0, 210).map(at => recordLine({name: `t${String(at).padStart(3, '0')}`}));
	const [first = ''] = fileOf([0]).trim().split('\n').slice(1);
	const wide = await upload([header, first, ...tables, ''].join('\n'), '--approve', 'none', '--json');
	const approved = await upload(
		[header, first, ...tables, ''].join('\n'),
		'--approve',
		String(JSON.parse(wide.stdout).plan?.id),
	);
	assert.equal(approved.code, 0, approved.stderr);
	await sandbox.idle();
	const {code, stdout, stderr} = await upload(`${header},Owner\n${first},Ann\n`, '--json');
	const {plan} = JSON.parse(stdout);
	assert.equal(code, 7, stderr);
	assert.deepEqual([plan.hidden.tables, plan.hiddenTables.length, plan.hiddenTables[0]], [210, 200, 'DB.sales.t000']);
	assert.deepEqual([plan.truncated, plan.notSent], [{tables: true, columns: true}, ['Owner']]);
	assert.match(stderr, /table DB\.sales\.t000\n.*table DB\.sales\.t001\n/);
	assert.match(stderr, /and 190 other tables/);
});
