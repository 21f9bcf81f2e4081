import assert from 'node:assert/strict';
import {readdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import type {Sandbox} from '../../source/sandbox/sandbox.ts';
import {openState} from '../../source/state/state.ts';
import {start} from '../sandbox/client.ts';
import {temporaryFolder} from '../support/folder.ts';
import type {Ran} from '../support/program.ts';
import {runHere} from '../support/run-here.ts';
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
		return runHere(['upload', file, ...place, ...more], {home, env});
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
	assert.match(plan.planId, /^[0-9a-f]{12}$/);
	assert.deepEqual([plan.counts.hidden, plan.counts.created, plan.changes.length], [290, 0, 290]);
	assert.deepEqual([plan.verdict.stopped, plan.verdict.reasons.length], [true, 2]);
	const hidden = plan.changes.find(({key}: {readonly key: string}) => key === 'DB.sales.orders.c010');
	assert.deepEqual(hidden, {action: 'hidden', entity: 'column', key: 'DB.sales.orders.c010', fields: {}});
	assert.match(stderr, /table orders: 290 to hide\n *- column c010\n *- column c011\n/);
	assert.match(stderr, /and 243 more: 243 to hide/);
	assert.match(stderr, /\nPlan: 290 to hide\.\n/);
	assert.match(stderr, /not sent: .*"Owner", "Cost centre"/);
	assert.match(stderr, new RegExp(`--approve ${plan.planId}`));
	assert.equal((await readdir(join(home, 'state', 'snapshots'))).length, 1, 'the stopped one is not kept');
});

test('an approval is for one plan, also where the hidden columns beyond those that are shown change', async t => {
	const {upload, sandbox, home} = await desk(t);
	const keep = [...numbers(0, 9), 298];
	const {plan} = JSON.parse((await upload(fileOf(keep), '--json')).stdout);
	// As many are hidden as before, and the first 200 by name are the same; the last one is another.
	const swapped = [...numbers(0, 9), 299];
	const other = await upload(fileOf(swapped), '--json', '--approve', plan.planId);
	assert.deepEqual([other.code, JSON.parse(other.stdout).outcome], [7, 'stopped']);
	assert.match(other.stderr, new RegExp(`--approve ${plan.planId} is for another plan`));
	const described = fileOf(keep).replaceAll('The id', 'Another text');
	const approved = await upload(described, '--json', '--approve', plan.planId);
	assert.deepEqual([approved.code, sandbox.uploads.length], [0, 2], approved.stderr);
	const state = await openState(join(home, 'state'));
	t.after(() => state.close());
	const [entry] = state.history.list(1);
	assert.deepEqual([entry?.planId, entry?.approval], [plan.planId, plan.planId]);
});

test('runs that are stopped leave no snapshots behind', async t => {
	const {upload, home} = await desk(t);
	for (const at of numbers(0, 5)) assert.equal((await upload(fileOf([at]))).code, 7);
	assert.equal((await readdir(join(home, 'state', 'snapshots'))).length, 1);
});

test('a safety stop names hidden tables and the columns that are not sent, and says where its list is cut', async t => {
	const {upload, sandbox} = await desk(t);
	const tables = numbers(0, 210).map(at => recordLine({name: `t${String(at).padStart(3, '0')}`}));
	const [first = ''] = fileOf([0]).trim().split('\n').slice(1);
	const wide = await upload([header, first, ...tables, ''].join('\n'), '--approve', 'none', '--json');
	const approved = await upload(
		[header, first, ...tables, ''].join('\n'),
		'--approve',
		String(JSON.parse(wide.stdout).plan?.planId),
	);
	assert.equal(approved.code, 0, approved.stderr);
	await sandbox.idle();
	const {code, stdout, stderr} = await upload(`${header},Owner\n${first},Ann\n`, '--json');
	const {plan} = JSON.parse(stdout);
	assert.equal(code, 7, stderr);
	assert.deepEqual([plan.counts.types.tables.hidden, plan.notSent], [210, ['Owner']]);
	assert.match(stderr, /- table t000, with 1 column\n.*- table t001, with 1 column\n/);
	assert.match(stderr, /and \d+ more: \d+ to hide/);
});
