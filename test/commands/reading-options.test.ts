import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {start} from '../sandbox/client.ts';
import {sha256} from '../support/fault-server.ts';
import {temporaryFolder} from '../support/folder.ts';
import {programPath} from '../support/program.ts';
import {runHere} from '../support/run-here.ts';
import {keys, Terminal} from '../terminal/terminal.ts';

const token = 'canary-reading-71a';
const foreign = 'Feld,schema,Objekt,Typ\na,sales,orders,INT\nb,sales,orders,INT\n';
const options = ['--map', 'feld=col_name', '--map', '#3=name', '--map', 'Typ=col_type', '--set', 'database=LAKE'];

async function place(t: TestContext) {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'foreign.csv'), foreign);
	const sandbox = await start(t, {token});
	const where = ['--url', sandbox.url, '--integration', sandbox.integration];
	const run = (args: readonly string[], input?: string) =>
		runHere(args, {home, env: {SECODA_API_TOKEN: token}, ...(input === undefined ? {} : {input})});
	const assertSent = (text: string) => assert.equal(sandbox.uploads.at(-1)?.sha256, sha256(Buffer.from(text)));
	return {home, where, run, assertSent};
}

test('check and upload read a foreign file with the options of fix, as a file and as a stream', async t => {
	const {home, where, run, assertSent} = await place(t);
	assert.equal((await run(['check', 'foreign.csv'])).code, 1);
	const expected = 'col_name,schema,name,col_type,database\na,sales,orders,INT,LAKE\nb,sales,orders,INT,LAKE\n';
	for (const [source, input] of [['foreign.csv'], ['-', foreign]] as const) {
		const checked = await run(['check', source, ...options, '--json'], input);
		assert.equal(checked.code, 0, checked.stdout);
		const uploaded = await run(['upload', source, ...where, ...options], input);
		assert.equal(uploaded.code, 0, uploaded.stderr);
		assertSent(expected);
	}

	assert.equal(await readFile(join(home, 'foreign.csv'), 'utf8'), foreign);
	assert.equal((await run(['fix', 'foreign.csv', ...options, '-o', 'fixed.csv'])).code, 0);
	const fixed = await run(['upload', 'fixed.csv', ...where]);
	assert.equal(fixed.code, 0, fixed.stderr);
	assertSent(expected);
});

test('--set replaces the values of a column that is there; rows of another shape stay as they are', async t => {
	const {run, where, assertSent} = await place(t);
	const rows = 'col_name,database,schema,name\na,X,s,t\nb,"Y,Y",s,t\n';
	const set = ['--set', 'database=first', '--set', 'database=DB "1"'];
	const uploaded = await run(['upload', '-', ...where, ...set], rows);
	assert.equal(uploaded.code, 0, uploaded.stderr);
	assertSent('col_name,database,schema,name\na,"DB ""1""",s,t\nb,"DB ""1""",s,t\n');
	const {stdout} = await run(['check', '-', ...set, '--json'], `${rows}short\n`);
	assert.deepEqual(JSON.parse(stdout).counts, {'missing-cell': 1});
});

test('a column or a field that is not there is wrong usage, wherever it is named', async t => {
	const {home, run, where} = await place(t);
	for (const command of [
		['check', 'foreign.csv'],
		['upload', 'foreign.csv', ...where],
		['fix', 'foreign.csv', '--dry-run'],
	]) {
		for (const wrong of ['Feldd=col_name', '#9=name', 'Feld=column']) {
			const {code, stderr} = await run([...command, '--map', wrong]);
			assert.equal(code, 2, `${command.join(' ')} --map ${wrong}: ${stderr}`);
		}
	}

	await writeFile(join(home, 'secoda-upload.json'), JSON.stringify({mapping: {Absent: 'col_name', Feld: 'col_name'}}));
	const {code, stderr} = await run(['check', 'foreign.csv', ...options.slice(2)]);
	assert.equal(code, 0, `settings are for many files: ${stderr}`);
});

test('the app reads a foreign file with the same options and asks for no column', async t => {
	const {home, where, assertSent} = await place(t);
	const env = {HOME: home, SECODA_UPLOAD_HOME: home, SECODA_API_TOKEN: token};
	using terminal = new Terminal({args: [programPath, 'foreign.csv', ...where, ...options], cwd: home, env});
	await terminal.shows('LAKE');
	await terminal.press('p', /to create/i);
	await terminal.press('s', /Confirmed/);
	terminal.type(keys.escape);
	await terminal.shows('LAKE');
	terminal.type('q');
	assert.equal(await terminal.exited(), 0);
	assertSent('col_name,schema,name,col_type,database\na,sales,orders,INT,LAKE\nb,sales,orders,INT,LAKE\n');
});
