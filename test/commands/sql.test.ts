import assert from 'node:assert/strict';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {queryText, warehouseIds} from '../../source/sql/index.ts';
import {defaultOptions} from '../../source/sql/query-options.ts';
import {temporaryFolder} from '../support/folder.ts';
import {runHere} from '../support/run-here.ts';

async function place(t: TestContext) {
	const home = await temporaryFolder(t);
	return {home, sql: (...args: readonly string[]) => runHere(['sql', ...args], {home})};
}

test('sql lists all warehouses with how their queries were tried', async t => {
	const {sql} = await place(t);
	const {code, stdout} = await sql();
	assert.equal(code, 0);
	const lines = stdout.split('\n');
	assert.deepEqual(
		lines.slice(0, warehouseIds.length).map(line => line.split(' ')[0]),
		warehouseIds,
	);
	assert.match(stdout, /^snowflake +Snowflake +not run against the engine$/m);
	assert.match(stdout, /^sqlite +SQLite +run in tests$/m);
	const {warehouses} = JSON.parse((await sql('--json')).stdout);
	assert.deepEqual(warehouses[0], {warehouse: 'snowflake', title: 'Snowflake', tried: 'not-run'});
	assert.equal(warehouses.length, warehouseIds.length);
});

test('sql with a warehouse prints exactly the query, for the options', async t => {
	const {sql} = await place(t);
	assert.equal((await sql('postgresql')).stdout, queryText('postgresql', defaultOptions));
	const {stdout} = await sql(
		...['snowflake', '--database', "It's", '--schema', 'a, b*', '--schema', 'c', '--exclude-schema', 'stage_*'],
		...['--exclude-column', 'dw_*,x', '--case', 'as-is'],
	);
	assert.equal(
		stdout,
		queryText('snowflake', {
			database: "It's",
			region: undefined,
			schemas: ['a', 'b*', 'c'],
			excludedSchemas: ['stage_*'],
			excludedColumns: ['dw_*', 'x'],
			nameCase: 'as-is',
		}),
	);
	const bigquery = await sql('bigquery', '--region', 'eu', '-o', '-');
	assert.equal(bigquery.stdout, queryText('bigquery', {...defaultOptions, region: 'eu'}));
});

test('sql -o writes a file as a whole, and prints the commands that run it', async t => {
	const {home, sql} = await place(t);
	const {code, stdout} = await sql('duckdb', '-o', 'my query.sql');
	assert.equal(code, 0);
	assert.equal(stdout, "Saved to my query.sql.\nNext: duckdb -csv <file> < 'my query.sql' > warehouse.csv\n");
	const file = await readFile(join(home, 'my query.sql'), 'utf8');
	assert.match(file, /^-- DuckDB: .*'my query\.sql'.*\nWITH .*;\n$/s);
	const {stdout: quiet} = await sql('duckdb', '-o', 'other.sql', '--quiet');
	assert.equal(quiet, '');

	const again = await sql('sqlite', '-o', 'my query.sql');
	assert.deepEqual([again.code, await readFile(join(home, 'my query.sql'), 'utf8')], [2, file]);
	assert.match(again.stderr, /already exists.*\n.*--yes/);
	const replaced = await sql('sqlite', '-o', 'my query.sql', '--yes', '--json');
	const {query, ...report} = JSON.parse(replaced.stdout);
	assert.equal(await readFile(join(home, 'my query.sql'), 'utf8'), query);
	assert.deepEqual(
		[report.warehouse, report.tried, report.output, report.durability, report.commands],
		['sqlite', 'tests', 'my query.sql', 'durable', ["sqlite3 -csv -header <file> < 'my query.sql' > warehouse.csv"]],
	);
});

test('sql --json has the query, its commands and its notes', async t => {
	const {sql} = await place(t);
	const {query, commands, notes, output} = JSON.parse((await sql('oracle', '--json')).stdout);
	assert.equal(query, queryText('oracle', defaultOptions));
	assert.equal(commands.length, 2);
	assert.ok(notes.length > 0);
	assert.equal(output, null);
});

const wrong: ReadonlyArray<readonly [args: readonly string[], text: RegExp]> = [
	[['snowflak'], /Did you mean snowflake\?/],
	[['access'], /Choose one of: snowflake, bigquery/],
	[['snowflake', '--case', 'upper'], /lower, as-is/],
	[['snowflake', '--schema', 'a,,b'], /Give a name/],
	[['snowflake', '--database', ''], /Give a name/],
	[['snowflake', '--exclude-column', 'a\nb'], /Give a name/],
	[['snowflake', '--database', 'A*'], /--database is one name/],
	[['sqlite', '--exclude-schema', 'a'], /SQLite has no schemas/],
	[['mysql', '--region', 'eu'], /--region has no meaning in MySQL/],
	[['-o', 'x.sql'], /-o needs a warehouse/],
	[['--schema', 'x'], /--schema needs a warehouse/],
	[['snowflake', '-o', ''], /-o is empty/],
	[['snowflake', '-o', '-', '--json'], /both go to standard output/],
	[['snowflake', 'more'], /too many arguments/],
];
for (const [args, text] of wrong) {
	test(`sql ${args.map(word => JSON.stringify(word)).join(' ')} is wrong usage`, async t => {
		const {sql} = await place(t);
		const {code, stdout, stderr} = await sql(...args);
		assert.deepEqual([code, stdout === '' || args.includes('--json'), text.test(stderr)], [2, true, true], stderr);
	});
}

test('sql -o fails with exit code 3 if the file cannot be written', async t => {
	const {home, sql} = await place(t);
	await writeFile(join(home, 'file'), '');
	await mkdir(join(home, 'folder'));
	for (const output of ['none/x.sql', 'file/x.sql', 'folder']) assert.equal((await sql('trino', '-o', output)).code, 3);
});
