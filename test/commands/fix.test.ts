import assert from 'node:assert/strict';
import {readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {temporaryFolder} from '../support/folder.ts';
import {runProgram} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';

type Fixed = {
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
	readonly files: Record<string, string>;
};

async function fix(t: TestContext, content: string | Buffer, ...args: string[]): Promise<Fixed> {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'w.csv'), content);
	const ran = await runProgram(['fix', 'w.csv', ...args], {home, env: {TMPDIR: home}});
	const files: Record<string, string> = {};
	for (const name of await readdir(home)) files[name] = await readFile(join(home, name), 'latin1');
	return {...ran, files};
}

const odd = '"x",  kept , "as" it,"1","DB","sales",orders,Orders,false,1700000000\r\n';
const text = `\uFEFF${header}\r\n${odd}${recordLine({col_name: 'b', is_view: 'no', sort_order: '2.0'})}\n${recordLine({col_name: 'c.d'})}`;
const bytes = Buffer.from(text).toString('latin1');

test('safe fixes go to a copy beside the file, and no other byte changes', async t => {
	const {code, stdout, files} = await fix(t, text);
	assert.equal(code, 1, 'a period in a name is left');
	assert.equal(files['w.csv'], bytes);
	assert.equal(files['w.fixed.csv'], bytes.replace(',no,', ',false,').replace(',2.0,', ',2,'));
	assert.match(stdout, /safe: 2 cells\n {3}row 3: sort_order "2\.0" -> "2"\n/);
	assert.match(stdout, /Saved to w\.fixed\.csv: 1 row changed/);
	assert.match(stdout, /Remaining problems:\nw\.fixed\.csv: 3 rows, 1 error/);
});

test('a copy that is there is not replaced without being named', async t => {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'w.csv'), text);
	await writeFile(join(home, 'w.fixed.csv'), 'mine');
	const {code, stderr} = await runProgram(['fix', 'w.csv'], {home});
	assert.deepEqual([code, /already exists\. Nothing was changed/.test(stderr)], [2, true]);
	assert.equal(await readFile(join(home, 'w.fixed.csv'), 'utf8'), 'mine');
	const named = await runProgram(['fix', 'w.csv', '-o', 'w.fixed.csv'], {home});
	assert.match(named.stdout, /Saved to w\.fixed\.csv/);
});

test('fixes that are asked for are taken too, in place', async t => {
	const {code, files} = await fix(t, text, '--in-place', '--fix', 'period-in-name');
	assert.equal(code, 0);
	assert.deepEqual(Object.keys(files), ['w.csv']);
	assert.equal(files['w.csv'], bytes.replace(',no,', ',false,').replace(',2.0,', ',2,').replace('c.d', 'c_d'));
});

test('--dry-run prints the same changes and writes nothing', async t => {
	const {stdout, files} = await fix(t, text, '--dry-run', '--fix', 'period-in-name');
	assert.deepEqual(Object.keys(files), ['w.csv']);
	assert.match(stdout, /period-in-name: 1 cell\n {3}row 4: col_name "c\.d" -> "c_d"\n/);
	assert.match(stdout, /Nothing was written \(--dry-run\): 2 rows would change/);
});

test('--json prints one object', async t => {
	const {stdout} = await fix(t, text, '--json', '-o', 'out.csv');
	assert.deepEqual(JSON.parse(stdout), {
		file: 'w.csv',
		output: 'out.csv',
		durability: 'durable',
		notKept: [],
		changes: [
			{
				what: 'safe',
				cells: 2,
				samples: [
					{row: 3, field: 'sort_order', before: '2.0', after: '2'},
					{row: 3, field: 'is_view', before: 'no', after: 'false'},
				],
			},
		],
		valid: false,
		counts: {'period-in-name': 1},
	});
});

test('--map renames the header cell alone; --set fills a column, or adds it', async t => {
	const foreign = 'Spalte,schema,name,note\r\na,s,t,"1,5"\r\n\r\nb,s,t\n';
	const {code, stdout, files} = await fix(
		t,
		foreign,
		'--map',
		'spalte=col_name',
		'--set',
		'database=LAKE, EU',
		'--set',
		'schema=x',
	);
	assert.equal(code, 1);
	assert.equal(
		files['w.fixed.csv'],
		'col_name,schema,name,note,database\r\na,x,t,"1,5","LAKE, EU"\r\n\r\nb,s,t,"LAKE, EU"\n',
	);
	assert.match(stdout, /missing-cell/);
	assert.match(stdout, /set schema: 1 cell/);
});

test('a column is mapped by its number, one without a name may get any, and one to none keeps no field', async t => {
	const pandas = `,${header}\n0,${recordLine()}\n`;
	const {code, files} = await fix(t, pandas, '--map', '#1=row_number', '--map', 'col_type=none');
	assert.equal(code, 0);
	assert.equal(files['w.fixed.csv'], pandas.replace(',', 'row_number,').replace('col_type', 'col_type (not sent)'));
	const wrong = await fix(t, pandas, '--map', 'col_type=colour');
	assert.deepEqual(
		[wrong.code, /Unknown field "colour"/.test(wrong.stderr), Object.keys(wrong.files)],
		[2, true, ['w.csv']],
	);
	const unknown = await fix(t, pandas, '--map', 'colour=col_type');
	assert.match(unknown.stderr, /no column "colour".*\n.*"col_name"/s);
});

test('--replace works on the cells of a field, with groups and flags', async t => {
	const lines = [header, recordLine({name: 'tbl/Orders'}), recordLine({name: 'TBL/items', col_name: 'tbl/x'}), ''];
	const {files, stdout} = await fix(
		t,
		lines.join('\n'),
		'--replace',
		'name:/^tbl\\/(.)/$1-/i',
		'--replace',
		'schema:|sales|s,1|',
	);
	const expected = lines
		.join('\n')
		.replace('tbl/Orders', 'O-rders')
		.replace('TBL/items', 'i-tems')
		.replaceAll(',sales,', ',"s,1",');
	assert.equal(files['w.fixed.csv'], expected);
	assert.match(stdout, /replace in name: 2 cells/);
	const broken = await fix(t, header, '--replace', 'name:/(/x/');
	assert.deepEqual([broken.code, /regular expression/i.test(broken.stderr)], [2, true]);
});

test('fixes a table conflict in every row of the table, and a broken quote by quoting its cells again', async t => {
	const lines = [
		header,
		recordLine({col_name: 'a', description: 'one'}),
		recordLine({col_name: 'b', description: 'two'}),
		recordLine({col_name: 'c', description: 'two'}),
		recordLine({col_name: 'd', description: '"say "two"" x', name: 'other'}),
		'',
	];
	const {code, files} = await fix(t, lines.join('\n'), '--fix', 'table-conflict', '--fix', 'quote-error');
	assert.equal(code, 0);
	assert.equal(files['w.fixed.csv']?.split('\n')[1], recordLine({col_name: 'a', description: 'two'}));
	assert.match(files['w.fixed.csv']?.split('\n')[4] ?? '', /,"""say ""two"""" x",/);
});

test('a converted file is saved as UTF-8 under another name, never over the original', async t => {
	const latin = Buffer.from(`${header}\n${recordLine({description: 'caf\u00e9', is_view: 'no'})}\n`, 'latin1');
	const {code, files} = await fix(t, latin, '--encoding', 'windows-1252');
	assert.equal(code, 0);
	assert.equal(
		Buffer.from(files['w.fixed.csv'] ?? '', 'latin1').toString(),
		`${header}\n${recordLine({description: 'café', is_view: 'false'})}\n`,
	);
	const inPlace = await fix(t, latin, '--encoding', 'windows-1252', '--in-place');
	assert.deepEqual([inPlace.code, /converted copy/.test(inPlace.stderr)], [3, true]);
	assert.equal(inPlace.files['w.csv'], latin.toString('latin1'));
});

test('what needs no fix is not written', async t => {
	const {code, stdout, files} = await fix(t, [header, recordLine(), ''].join('\n'));
	assert.equal(code, 0);
	assert.match(stdout, /Nothing was changed/);
	assert.deepEqual(Object.keys(files), ['w.csv']);
});

test('cells in a file with semicolons are quoted for semicolons', async t => {
	const content = 'col_name;database;schema;name\na;D;s;t,1\nb;D;s;t,1\n';
	const {files} = await fix(t, content, '--replace', 'col_name:/b/b;c/');
	assert.equal(files['w.fixed.csv'], content.replace('\nb;', '\n"b;c";'));
});
