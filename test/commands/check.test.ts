import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readdir, readFile, watch, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {warehouse} from '../../source/kinds/warehouse/warehouse.ts';
import {temporaryFolder} from '../support/folder.ts';
import {programPath, type Ran, runProgram} from '../support/program.ts';
import {runHere} from '../support/run-here.ts';
import {header, recordLine} from '../support/session.ts';

const lines = [
	recordLine({col_name: 'a', description: '"two\nlines"'}),
	recordLine({col_name: 'b.c', description: '"two\nlines"'}),
	recordLine({col_name: 'A', description: 'other', is_view: 'yes'}),
	recordLine({col_name: 'NA', description: '"two\nlines"'}),
	'short',
];

async function check(t: TestContext, content: string | Buffer, ...args: string[]): Promise<Ran> {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'w.csv'), content);
	return runHere(['check', 'w.csv', ...args], {home});
}

const text = [header, ...lines, ''].join('\n');

test('JSON: every error and warning in file order with row, line, value, related row and fixes', async t => {
	const {code, stdout, stderr} = await check(t, text, '--format', 'json');
	assert.deepEqual([code, stderr], [1, '']);
	const report = JSON.parse(stdout);
	const {problems, ...rest} = report;
	assert.deepEqual(rest, {
		file: 'w.csv',
		kind: 'warehouse',
		valid: false,
		records: 5,
		tables: 1,
		counts: {
			'missing-cell': 1,
			'duplicate-row': 1,
			'table-conflict': 2,
			'period-in-name': 1,
			boolean: 1,
			'null-mark': 1,
			lowercased: 2,
		},
	});
	const inShort = problems.map((problem: {row: number; line: number; field: string | null; code: string}) =>
		[problem.row, problem.line, problem.field, problem.code].join(' '),
	);
	assert.deepEqual(inShort, [
		'3 4 col_name period-in-name',
		'4 6 col_name duplicate-row',
		'4 6 description table-conflict',
		'4 6 is_view boolean',
		'4 6 is_view table-conflict',
		'5 7 col_name null-mark',
		'6 9  missing-cell',
	]);
	assert.deepEqual(Object.keys(problems[0]), [
		'code',
		'severity',
		'row',
		'line',
		'field',
		'value',
		'message',
		'related',
		'fixes',
	]);
	assert.deepEqual(problems[0].fixes, [{title: 'change to b_c', safe: false, value: 'b_c'}]);
	assert.equal(problems[1].related, 2);
	assert.deepEqual([problems[2].value, problems[2].related, problems[2].fixes[0].value], ['other', 2, 'two\nlines']);
	assert.match(
		problems[2].message,
		/DB\.sales\.orders have 2 values for description: "two\nlines" \(3 rows\), "other" \(1 row\)/,
	);
	assert.deepEqual(problems[3].fixes, [{title: 'change to true', safe: true, value: 'true'}]);
});

test('a name that could write on the terminal is shown, not obeyed', async t => {
	const home = await temporaryFolder(t);
	const name = 'w\u001B[2J.csv';
	await writeFile(join(home, name), [header, recordLine(), recordLine({col_name: 'b', is_view: 'no'}), ''].join('\n'));
	const {stdout} = await runProgram(['check', name], {home});
	assert.match(stdout, /Next: secoda-upload fix \$'w\\033/);
	assert.ok(!stdout.includes('\u001B'));
});

test('the list is cut at --limit, the counts are not', async t => {
	const many = [header, ...Array.from({length: 1500}, (_, at) => recordLine({col_name: `c.${at}`})), ''].join('\n');
	const listed = async (...args: string[]) => JSON.parse((await check(t, many, '--format', 'json', ...args)).stdout);
	const usual = await listed();
	assert.deepEqual([usual.problems.length, usual.counts['period-in-name']], [1000, 1500]);
	assert.equal((await listed('--limit', '0')).problems.length, 1500);
	assert.equal((await listed('--limit', '7')).problems.length, 7);
});

test('text: errors first, by kind, with row, value and the next command', async t => {
	const {code, stdout} = await check(t, text);
	assert.equal(code, 1);
	assert.match(stdout, /^w\.csv: 5 rows, 6 errors, 1 warning\n/);
	assert.match(stdout, /row 3: col_name = "b\.c"\. .* Fix: change to b_c\./);
	assert.ok(stdout.indexOf('period-in-name') < stdout.indexOf('null-mark'));
	assert.match(stdout, /Next: secoda-upload fix w\.csv/);
	const fine = await check(t, [header, recordLine(), ''].join('\n'));
	assert.deepEqual(fine, {
		code: 0,
		stdout:
			'w.csv: 1 row, 0 errors, 0 warnings\nNext: secoda-upload upload w.csv --url <workspace> --integration <id>\n',
		stderr: '',
	});
});

test('GitHub: one annotation a kind, ten at most, errors first, on the physical line', async t => {
	const {stdout} = await check(t, text, '--format', 'github');
	const annotations = stdout.trimEnd().split('\n');
	assert.equal(annotations.length, 6);
	assert.equal(
		annotations[0],
		'::error file=w.csv,line=9,title=missing-cell (1)::Row 6: The row has 1 of 10 cells. Add the missing separators or values, or skip the row.',
	);
	assert.match(
		annotations[2] ?? '',
		/^::error file=w\.csv,line=6,title=table-conflict \(2\)::Row 4: .* And 1 more like this\.$/,
	);
	assert.match(annotations.at(-1) ?? '', /^::warning file=w\.csv,line=7,title=null-mark \(1\)::/);
	const bad = recordLine({
		col_name: ' \u200Ba.b ',
		sort_order: 'x',
		schema: '',
		is_view: 'x',
		last_updated_time: 'x',
		description: 'None',
	});
	const everything = [
		header,
		bad,
		'short',
		`${recordLine()},more`,
		'',
		recordLine(),
		recordLine(),
		recordLine({schema: 'Sales'}),
		`"${recordLine()}`,
		'',
	];
	const worst = await check(t, everything.join('\n'), '--format', 'github');
	assert.equal(worst.stdout.trimEnd().split('\n').length, 10);
});

test('JUnit: a test for each rule, failures for errors, and nothing that XML does not take', async t => {
	const {code, stdout} = await check(
		t,
		[header, recordLine({col_name: 'a.<b>&"\u001B'}), ''].join('\n'),
		'--format',
		'junit',
	);
	assert.equal(code, 1);
	const rules = [...warehouse.codes.values()].filter(({severity}) => severity !== 'info').length;
	const [, tests] =
		/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites tests="(\d+)" failures="\d+" errors="0">/.exec(stdout) ??
		[];
	assert.equal(Number(tests), rules);
	assert.match(stdout, /<testcase classname="w\.csv" name="integer"\/>/);
	assert.match(stdout, /<failure type="period-in-name" message="1 row: a period in a name">row 2, line 2: /);
	assert.doesNotMatch(stdout, /[\u0000-\u0008\u000B-\u001F]/);
	assert.equal(stdout.match(/<testcase/g)?.length, rules);
});

test('what is ignored is neither counted nor listed, and does not fail the check', async t => {
	const {code, stdout} = await check(
		t,
		[header, recordLine({col_name: 'a.b'}), recordLine({col_name: 'NA', schema: 'null'}), ''].join('\n'),
		...['--format', 'json', '--ignore', 'period-in-name', '--ignore', 'null-mark:schema'],
	);
	assert.equal(code, 0);
	const {valid, counts, problems} = JSON.parse(stdout);
	assert.equal(valid, true);
	assert.deepEqual(counts, {'null-mark': 1, lowercased: 1});
	assert.deepEqual(
		problems.map(({field}: {field: string}) => field),
		['col_name'],
	);
});

test('a stream is read to its end, and leaves no file behind', async t => {
	const home = await temporaryFolder(t);
	const {code, stdout} = await runProgram(['check', '-', '--format', 'json'], {home, env: {TMPDIR: home}, input: text});
	assert.equal(code, 1);
	assert.deepEqual([JSON.parse(stdout).file, JSON.parse(stdout).records], ['-', 5]);
	assert.deepEqual(await readdir(home), []);
});

test('a stream that goes silent does not keep the check from being stopped, and leaves no file behind', async t => {
	const home = await temporaryFolder(t);
	const changes = watch(home)[Symbol.asyncIterator]();
	const first = changes.next();
	const child = spawn(process.execPath, [programPath, 'check', '-'], {
		env: {...process.env, TMPDIR: home},
		stdio: ['pipe', 'ignore', 'ignore'],
	});
	t.after(() => child.kill('SIGKILL'));
	// Its temporary file is there once its first bytes were judged.
	child.stdin.on('error', () => undefined);
	child.stdin.write(`${header}\n${`${recordLine()}\n`.repeat(3000)}`);
	await first;
	await changes.return?.();
	child.kill('SIGINT');
	assert.deepEqual(await once(child, 'exit'), [130, null]);
	assert.deepEqual(await readdir(home), []);
});

test('a header that cannot be read: what is wrong with it, and no word about the rows', async t => {
	const {code, stdout} = await check(
		t,
		'col,database,schema,Schema_Name,table,extra\na,b,c,d,e,f\n',
		'--format',
		'json',
	);
	assert.equal(code, 1);
	const {records, tables, counts, problems} = JSON.parse(stdout);
	assert.deepEqual([records, tables], [null, null]);
	assert.deepEqual(counts, {'missing-label': 1, 'duplicate-label': 1, 'extra-label': 2});
	assert.deepEqual(
		problems.map(({row, line, field, code}: Readonly<Record<string, unknown>>) => [row, line, field, code]),
		[
			[1, 1, 'schema', 'duplicate-label'],
			[1, 1, 'col_name', 'missing-label'],
		],
	);
	const checked = await check(t, 'x,y,z\n,,\n');
	assert.match(checked.stdout, /--map '\.\.\.=col_name'/);
});

test('reports a file that is not a CSV in each format, with exit code 3', async t => {
	const json = await check(t, '', '--format', 'json');
	assert.equal(json.code, 3);
	assert.deepEqual(JSON.parse(json.stdout).counts, {'empty-file': 1});
	const checked = await check(t, 'PK\u0003\u0004');
	assert.deepEqual([checked.code, /spreadsheet/.test(checked.stderr)], [3, true]);
});

test('an unnamed column is an error only if it has values', async t => {
	const withValues = `,${header}\n0,${recordLine()}\n1,${recordLine({col_name: 'b'})}\n`;
	const {code, stdout} = await check(t, withValues, '--format', 'json');
	assert.deepEqual([code, JSON.parse(stdout).counts], [1, {'blank-label': 1}]);
	assert.equal((await check(t, withValues.replace('\n0,', '\n,').replace('\n1,', '\n,'))).code, 0);
});

test('proposes col_description for descriptions that differ row by row', async t => {
	const rows = Array.from({length: 6}, (_, at) => `c${at},d,s,t${at % 2},What c${at} is`);
	const {stdout} = await check(t, ['col_name,database,schema,name,description', ...rows, ''].join('\n'));
	assert.match(stdout, / --map description=col_description$/m);
	assert.match(stdout, /^ +2 +table-conflict/m);
});

const semicolons = text
	.split('\n')
	.slice(0, 2)
	.concat(lines[2] ?? '')
	.join('\n')
	.replaceAll(',', ';');
for (const [name, content, args] of [
	['semicolons', semicolons, []],
	['tabs', semicolons.replaceAll(';', '\t'), []],
	['pipes', semicolons.replaceAll(';', '|'), []],
	['carriage returns alone', `${header}\r${recordLine()}\r`, []],
	['carriage returns and line feeds, no last line end', `${header}\r\n${recordLine()}`, []],
	['a byte order mark', `\uFEFF${header}\n${recordLine()}\n`, []],
	[
		'UTF-16, little endian, on request',
		Buffer.from(`\uFEFF${header}\n${recordLine({description: 'é漢'})}\n`, 'utf16le'),
		['--encoding', 'utf-16le'],
	],
	[
		'UTF-16, big endian, on request',
		Buffer.from(`\uFEFF${header}\n${recordLine({description: 'é漢'})}\n`, 'utf16le').swap16(),
		['--encoding', 'utf-16be'],
	],
	[
		'Windows-1252, on request',
		Buffer.from(`${header}\n${recordLine({description: 'caf\u00e9'})}\n`, 'latin1'),
		['--encoding', 'windows-1252'],
	],
] as const) {
	test(`${name}: it is read`, async t => {
		const {code, stdout} = await check(t, content, '--format', 'json', ...args);
		const {records, counts} = JSON.parse(stdout);
		const delimited = name === 'semicolons' || name === 'tabs' || name === 'pipes';
		assert.equal(records, delimited ? 2 : 1);
		assert.equal(counts.dialect, delimited ? 1 : undefined);
		assert.equal(code, delimited ? 1 : 0);
	});
}

test('an encoding that was not asked for is named, with the option that reads it', async t => {
	const utf16 = await check(t, Buffer.from(`\uFEFF${header}\n`, 'utf16le'));
	assert.deepEqual(
		[utf16.code, /UTF-16/.test(utf16.stderr), /--encoding utf-16le/.test(utf16.stderr)],
		[3, true, true],
	);
	const unmarked = await check(t, Buffer.from(`${header}\n`, 'utf16le').swap16());
	assert.match(unmarked.stderr, /--encoding utf-16be/);
	const latin = await check(t, Buffer.from(`${header}\n${recordLine({description: 'caf\u00e9'})}\n`, 'latin1'));
	assert.equal(latin.code, 1);
	assert.match(latin.stdout, /row 2: .*look like Windows-1252/);
	const wrong = await check(t, Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x00, 0x00]), '--encoding', 'utf-16le');
	assert.deepEqual([wrong.code, /not valid UTF-16/.test(wrong.stderr)], [3, true]);
});

test('the file itself is never changed by a check', async t => {
	const home = await temporaryFolder(t);
	const bytes = Buffer.from(`\uFEFF${header};\n${recordLine()}`, 'utf16le');
	await writeFile(join(home, 'w.csv'), bytes);
	await runProgram(['check', 'w.csv', '--encoding', 'utf-16le', '--delimiter', 'semicolon'], {
		home,
		env: {TMPDIR: home},
	});
	assert.ok((await readFile(join(home, 'w.csv'))).equals(bytes));
	assert.deepEqual(await readdir(home), ['w.csv']);
});
