import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdir, readdir, readFile, symlink, truncate, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {setTimeout} from 'node:timers/promises';
import {temporaryFolder} from '../support/folder.ts';
import {cleanEnvironment, programPath, runProgram} from '../support/program.ts';
import {runHere} from '../support/run-here.ts';
import {header, recordLine} from '../support/session.ts';

const csv = `${header}\n${recordLine()}\n${recordLine({col_name: 'Amount'})}\n`;
const pretty = '[\n  {\n    "a": 1.0,\n    "b": "\\u00e9"\n  },\n  {}\n]\n';
const lines = '{"a": 1.0, "b": "\\u00e9"}\n{}\n';

/** A folder with some inputs, and runs of the program in it. */
async function place(t: TestContext) {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'w.csv'), csv);
	await writeFile(join(home, 'pretty.json'), pretty);
	return {
		home,
		convert: (args: readonly string[], input?: string | Buffer) =>
			// Only a process has a standard output that files can be opened by.
			(args.includes('-o') && /^(?:-|\/dev\/stdout)$/.test(args.at(-1) ?? '') ? runProgram : runHere)(
				['convert', ...args],
				input === undefined ? {home} : {home, input},
			),
		read: (name: string) => readFile(join(home, name), 'utf8').catch(() => undefined),
		write: (name: string, content: string | Buffer) => writeFile(join(home, name), content),
	};
}

test('a CSV becomes resources.jsonl in a new folder, and the report says what differs', async t => {
	const {convert, read} = await place(t);
	const {code, stdout, stderr} = await convert(['w.csv', '-o', 'out']);
	assert.equal(code, 0, stderr);
	assert.equal(
		stdout,
		'Saved to out/resources.jsonl: 5 lines (1 database, 1 schema, 1 table, 2 columns).\nNot converted: is_view. There is no key for it.\nNext: secoda-upload check out/resources.jsonl\n',
	);
	assert.match(stderr, /other pages than those of the CSV.*another integration.*safety stop/);
	const ids = (await read('out/resources.jsonl'))
		?.split('\n')
		.slice(0, -1)
		.map(line => JSON.parse(line).databuilder_id);
	assert.deepEqual(ids, ['DB', 'DB.sales', 'DB.sales.orders', 'DB.sales.orders.id', 'DB.sales.orders.amount']);
	assert.equal(await read('w.csv'), csv);
});

test('--json prints counts and notes', async t => {
	const {convert} = await place(t);
	const {stdout} = await convert(['w.csv', '--json']);
	const {notes, ...result} = JSON.parse(stdout);
	assert.deepEqual(result, {
		file: 'w.csv',
		output: 'resources.jsonl',
		durability: 'durable',
		notKept: [],
		lines: 5,
		counts: {database: 1, schema: 1, table: 1, column: 2},
		omitted: ['is_view'],
	});
	assert.match(notes.join(), /other pages/);
	assert.deepEqual(JSON.parse((await convert(['pretty.json', '--json'])).stdout), {
		file: 'pretty.json',
		output: 'pretty.jsonl',
		durability: 'durable',
		notKept: [],
		lines: 2,
		counts: null,
		omitted: [],
		notes: [],
	});
});

// Each call writes the lines of pretty.json to a file.
for (const [args, file] of [
	[['pretty.json', '-o', 'resources.jsonl'], 'resources.jsonl'],
	[['pretty.json'], 'pretty.jsonl'],
	[['./pretty.json', '-o', 'new/deep/'], 'new/deep/pretty.jsonl'],
	[['pretty.json', '-o', 'folder'], 'folder/pretty.jsonl'],
	[['pretty.json', '-o', 'link'], 'target.txt'],
	[['pretty.json', '-o', 'old.jsonl', '--yes'], 'old.jsonl'],
	[['-', '-o', 'x.jsonl'], 'x.jsonl'],
	[['-', '-o', 'folder'], 'folder/resources.jsonl'],
] as const) {
	test(`convert ${args.join(' ')} writes ${file}`, async t => {
		const {home, convert, read, write} = await place(t);
		await mkdir(join(home, 'folder'));
		await symlink('target.txt', join(home, 'link'));
		await write('old.jsonl', 'old');
		const {code, stdout, stderr} = await convert(args, pretty);
		assert.equal(code, 0, stderr);
		assert.equal(await read(file), lines);
		assert.match(stdout, /^Saved to .*: 2 lines\.\nNext: secoda-upload check \S+\n$/);
	});
}

for (const args of [['-'], ['pretty.json', '-o', '-'], ['pretty.json', '-o', '/dev/stdout']]) {
	test(`convert ${args.join(' ')} writes to standard output, and the report to standard error`, async t => {
		const {convert} = await place(t);
		const {code, stdout, stderr} = await convert(args, pretty);
		assert.deepEqual([code, stdout, /2 lines/.test(stderr)], [0, lines, true]);
	});
}

test('a profile is converted as it is read', async t => {
	const {home, convert, read, write} = await place(t);
	await mkdir(join(home, 'profiles'));
	const profile = {url: 'eu', integration: 'i', file: 'foreign.csv', mapping: {Feld: 'col_name'}};
	await write('profiles/nightly.json', JSON.stringify(profile));
	await write('foreign.csv', 'Feld;database;schema;name\nA;d;s;t\n');
	const {code, stderr} = await convert(['nightly', '-o', 'out/']);
	assert.equal(code, 0, stderr);
	assert.match((await read('out/resources.jsonl')) ?? '', /"d\.s\.t\.a"/);
	await write('profiles/none.json', JSON.stringify({url: 'eu', integration: 'i'}));
	assert.match((await convert(['none'])).stderr, /The profile none has no file/);
});

test('a CSV from standard input', async t => {
	const {convert} = await place(t);
	const {stdout} = await convert(['-'], csv);
	assert.equal(stdout.split('\n').length, 6);
	const failed = await convert(['-'], csv.replace('id,', ','));
	assert.equal(failed.code, 1);
	assert.match(failed.stderr, /has 1 error\. Nothing was converted\.\nNext: Save the input as a file/);
});

test('JSON in UTF-16, and what only its name shows to be JSON', async t => {
	const {convert, read, write} = await place(t);
	await write('wide.json', Buffer.from(`\uFEFF${pretty}`, 'utf16le'));
	const {code, stderr} = await convert(['wide.json']);
	assert.deepEqual([code, /--encoding utf-16le/.test(stderr)], [3, true], stderr);
	assert.equal((await convert(['wide.json', '--encoding', 'utf-16le'])).code, 0);
	assert.equal(await read('wide.jsonl'), lines);
	await write('word.json', 'null');
	assert.match((await convert(['word.json'])).stderr, /line 1, column 1: this is null/);
	await write('brackets.csv', `[col_name],[database],[schema],[name]\na,d,s,t\n`);
	assert.equal((await convert(['brackets.csv', '--map', '[col_name]=col_name'])).code, 1);
	await write('empty.json', '\n');
	assert.match((await convert(['empty.json'])).stderr, /the file has no objects/);
});

test('a file that is refused as no JSON Lines can be converted, then checked', async t => {
	const {home, write} = await place(t);
	const resources = [{entity_type: 'database', databuilder_id: 'd', title: 'd'}];
	await write('export.json', JSON.stringify(resources, undefined, 2));
	const refused = await runProgram(['check', 'export.json'], {home});
	assert.equal(refused.code, 3);
	const [, command = ''] = /"secoda-upload (.*?)"/.exec(refused.stderr) ?? [];
	assert.equal(command, 'convert export.json -o export.json.jsonl');
	assert.equal((await runProgram(command.split(' '), {home})).code, 0);
	assert.equal((await runProgram(['check', 'export.json.jsonl'], {home})).code, 0);
});

test('a CSV with errors is refused with their number and the command that fixes them', async t => {
	const {home, convert, write} = await place(t);
	for (const [row, command] of [
		[{is_view: 'no', sort_order: '3.0'}, 'secoda-upload fix "?bad.csv'],
		[{name: 'a.b', col_name: ''}, 'secoda-upload bad.csv'],
	] as const) {
		await write('bad.csv', `${header}\n${recordLine(row)}\n`);
		const {code, stderr, stdout} = await convert(['bad.csv', '-o', 'new/', '--json']);
		assert.equal(code, 1);
		assert.equal(JSON.parse(stdout).error.code, 'file-has-errors');
		assert.match(
			stderr,
			new RegExp(`bad.csv has 2 errors. Nothing was converted.\nNext: Run "${command}" to fix them`),
		);
	}

	assert.deepEqual((await readdir(home)).sort(), ['bad.csv', 'pretty.json', 'w.csv']);
});

test('a fault in JSON is shown with line, column and a caret, and nothing is written', async t => {
	const {home, convert, write} = await place(t);
	await write('bad.json', `[\n  {"é":\t"${'x'.repeat(50)}" 'b': 1}\n]`);
	const {code, stdout, stderr} = await convert(['bad.json', '--json']);
	assert.deepEqual([code, JSON.parse(stdout).error.code], [3, 'json-error']);
	const [line = '', caret = '', problem = '', next = ''] = stderr.split('\n');
	assert.match(line, /^2 \| …x+" 'b': 1}$/);
	assert.equal(line[caret.indexOf('^')], "'");
	assert.equal(problem, `bad.json, line 2, column 62: unexpected "'".`);
	assert.match(next, /^Next: Correct the file/);
	assert.deepEqual((await readdir(home)).sort(), ['bad.json', 'pretty.json', 'w.csv']);
});

for (const [what, args, code] of [
	['an existing file', ['pretty.json', '-o', 'w.csv'], 'wrong-usage'],
	['an existing default', ['w.csv'], 'wrong-usage'],
	['the input', ['pretty.json', '-o', './pretty.json', '--yes'], 'is-source'],
	['the input by its default name', ['in.jsonl', '--yes'], 'is-source'],
	['a link to the input', ['pretty.json', '-o', 'link', '--yes'], 'is-source'],
	['an empty name', ['pretty.json', '-o', ''], 'wrong-usage'],
	['a missing folder', ['pretty.json', '-o', 'none/x.jsonl'], 'not-written'],
	['a file as a folder', ['pretty.json', '-o', 'w.csv/'], 'not-written'],
	['standard output beside --json', ['pretty.json', '-o', '-'], 'wrong-usage'],
] as const) {
	test(`convert refuses ${what}, and changes nothing`, async t => {
		const {home, convert, read, write} = await place(t);
		await symlink('pretty.json', join(home, 'link'));
		await write('resources.jsonl', 'kept');
		await write('in.jsonl', lines);
		const before = (await readdir(home)).sort();
		const {stdout, stderr} = await convert([...args, '--json']);
		assert.equal(JSON.parse(stdout).error?.code, code, stderr);
		assert.deepEqual((await readdir(home)).sort(), before);
		assert.deepEqual(await Promise.all(['w.csv', 'pretty.json', 'resources.jsonl', 'in.jsonl'].map(read)), [
			csv,
			pretty,
			'kept',
			lines,
		]);
	});
}

for (const [what, act, code, problem] of [
	['a signal', child => child.kill('SIGTERM'), 143, /^Stopped\. .*long\.jsonl was not written/],
	['a change of the input', (_, home) => truncate(join(home, 'long.json'), 100), 3, /was changed by another program/],
] as const satisfies ReadonlyArray<
	readonly [
		what: string,
		act: (child: ReturnType<typeof spawn>, home: string) => unknown,
		code: number,
		problem: RegExp,
	]
>) {
	test(`${what} while lines are written leaves no file`, async t => {
		const {home, write} = await place(t);
		await write('long.json', `[{}${',\n{"a":\n1}'.repeat(3_000_000)}]`);
		const child = spawn(process.execPath, [programPath, 'convert', 'long.json', '-o', 'out/'], {
			cwd: home,
			env: {...cleanEnvironment(), HOME: home, SECODA_UPLOAD_HOME: join(home, 'settings')},
			stdio: ['ignore', 'ignore', 'pipe'],
		});
		let stderr = '';
		child.stderr.on('data', chunk => {
			stderr += chunk;
		});
		const closed = once(child, 'close');
		const namesIn = () => readdir(join(home, 'out')).catch(() => []);
		while (child.exitCode === null && (await namesIn()).length === 0) await setTimeout(2);
		await act(child, home);
		const [found] = await closed;
		assert.deepEqual([found, await namesIn()], [code, []], stderr);
		assert.match(stderr, problem);
	});
}
