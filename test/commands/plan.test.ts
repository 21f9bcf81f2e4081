import assert from 'node:assert/strict';
import {readdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {start} from '../sandbox/client.ts';
import {pathWithProgram} from '../support/command-line.ts';
import {temporaryFolder} from '../support/folder.ts';
import {runCommand} from '../support/program.ts';
import {runHere} from '../support/run-here.ts';
import {header, recordLine} from '../support/session.ts';

const env = {SECODA_API_TOKEN: 'canary-plan-5d1'};

type Row = Readonly<Record<string, string>>;

const csv = (rows: readonly Row[]) => `${[header, ...rows.map(row => recordLine(row))].join('\n')}\n`;
const columns = (from: number, to: number): readonly Row[] =>
	Array.from({length: to - from}, (_, at) => ({col_name: `c${from + at}`}));

/** A folder with these files, and the way to run the program in it. */
async function place(t: TestContext, files: Readonly<Record<string, string>>) {
	const home = await temporaryFolder(t);
	for (const [name, text] of Object.entries(files)) await writeFile(join(home, name), text);
	const run = (args: readonly string[], more: Row = {}) => runHere(args, {home, env: more});
	return {home, run};
}

test('a plan names what an upload would change and sends nothing, and its command for a stopped upload works', async t => {
	const sandbox = await start(t, {token: env.SECODA_API_TOKEN, switches: {syncMs: 0}});
	const later = [{col_name: 'c0', col_description: 'New'}, ...columns(1, 15), {col_name: 'added'}];
	const {home, run} = await place(t, {'w.csv': csv(columns(0, 30)), "it's new.csv": csv(later)});
	const where = ['--url', sandbox.url, '--integration', sandbox.integration];
	const first = await run(['upload', 'w.csv', ...where], env);
	assert.equal(first.code, 0, first.stderr);
	await sandbox.idle();
	const {code, stdout} = await run(['plan', "it's new.csv", ...where, '--exit-code'], env);
	assert.equal(code, 10, stdout);
	assert.match(stdout, /^To send: 16 rows/);
	assert.match(stdout, /\n {6}~ column c0: col_description: "The id" -> "New"\n/);
	assert.match(stdout, /\n {6}\+ column added\n/);
	assert.match(stdout, /\n {6}- column c29\n/);
	assert.match(stdout, /\nSafety stop: .*\n.*15 of the 30 columns/);
	assert.match(stdout, /\nPlan: 1 to create, 1 to update, 15 to hide\.\n$/);
	const json = await run(['plan', "it's new.csv", ...where, '--json'], env);
	const {planId, verdict, changes} = JSON.parse(json.stdout);
	assert.deepEqual([json.code, verdict.stopped, changes.length], [0, true, 17]);
	assert.equal(sandbox.uploads.length, 1, 'nothing was sent');
	assert.equal((await readdir(join(home, 'state', 'snapshots'))).length, 1, 'the planned one is not kept');
	const [, command = ''] = /^ {2}(secoda-upload upload .*)$/m.exec(stdout) ?? [];
	assert.ok(command.endsWith(`--approve ${planId}`), command);
	const sent = await runCommand('bash', ['-c', command], {home, env: {...env, PATH: await pathWithProgram(home)}});
	assert.equal(sent.code, 0, sent.stderr);
});

test('the fix of a cause can be typed beside the settings of a project', async t => {
	const rows = (schema: string) => csv(columns(0, 3).map(row => ({...row, schema})));
	const settings = {case: 'lower', values: {schema: {RAW: 'Sales_V2'}}};
	const {run} = await place(t, {
		'before.csv': rows('sales'),
		'after.csv': rows('RAW'),
		'secoda-upload.json': JSON.stringify(settings),
	});
	const args = ['plan', 'after.csv', '--against', 'before.csv', '--json'];
	const {causes} = JSON.parse((await run(args)).stdout);
	assert.deepEqual(causes[0]?.fix.flat().sort(), ['--value', '--value', 'schema:RAW=sales', 'schema:sales_v2=sales']);
	const {code, stdout} = await run([...args, ...causes[0].fix.flat()]);
	assert.deepEqual([code, JSON.parse(stdout).changes], [0, []]);
});

test('a plan against another file needs no token, and reads both with the same recipe', async t => {
	const foreign = (rows: readonly Row[]) => csv(rows).replace('col_name', 'Feld').replace(',name,', ',Objekt,');
	const {run} = await place(t, {
		'a.csv': foreign(columns(0, 3)),
		'b.csv': foreign(columns(1, 4)),
		'good.csv': csv(columns(0, 1)),
		'bad.csv': csv([{col_name: ''}]),
		'r.jsonl': `${JSON.stringify({databuilder_id: 'a', entity_type: 'table', title: 'A', database: 'd', schema: 's'})}\n`,
	});
	const recipe = ['--map', 'Feld=col_name', '--map', 'Objekt=name', '--no-project'];
	const {code, stdout, stderr} = await run(['plan', 'b.csv', '--against', 'a.csv', ...recipe, '--format', 'markdown']);
	assert.deepEqual([code, stderr], [0, '']);
	assert.match(stdout, /^### Secoda plan\n/);
	assert.match(stdout, /\n\+ {3}column c3\n/);
	assert.match(stdout, /\nPlan: 1 to create, 1 to hide\.\n$/);
	// Nothing is written to standard input, as by "git show" of a file that is not on the other branch.
	for (const [base, skipped] of [
		['bad.csv', {rows: 1}],
		['-', {rows: 0, problem: 'The file is empty.'}],
	] as const) {
		const other = await run(['plan', 'good.csv', '--against', base, '--json', '--exit-code']);
		const {counts, skipped: found} = JSON.parse(other.stdout);
		assert.deepEqual([other.code, counts.created], [10, 2], other.stderr);
		assert.deepEqual(found, [{file: base === '-' ? 'standard input' : base, ...skipped}]);
	}

	const same = await run(['plan', 'b.csv', '--against', 'b.csv', ...recipe, '--exit-code']);
	assert.deepEqual([same.code, same.stdout.split('\n').at(-2)], [0, 'Plan: no changes.']);
	const failures: ReadonlyArray<readonly [args: readonly string[], code: number, text: RegExp]> = [
		[['b.csv', '--against', 'none.csv', ...recipe], 3, /none\.csv/],
		[['bad.csv', '--against', 'good.csv'], 1, /bad\.csv: .*1 error/],
		[['good.csv', '--against', 'r.jsonl'], 2, /not of the same kind/],
		[['-', '--against', '-'], 2, /both/],
	];
	for (const [args, expected, text] of failures) {
		const failed = await run(['plan', ...args]);
		assert.equal(failed.code, expected, `${args.join(' ')}: ${failed.stderr}`);
		assert.match(failed.stderr, text);
	}
});
