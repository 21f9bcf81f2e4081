import assert from 'node:assert/strict';
import {open, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {temporaryFolder} from '../support/folder.ts';
import {type Ran, runProgram} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';

const mebibyte = 1024 * 1024;

/** A file whose row 3 has a value of so many MiB, and whose row 4 has a problem that a safe fix corrects. */
function fileWith(mebibytes: number): Buffer {
	const long = recordLine({col_name: 'b', description: 'x'.repeat(mebibytes * mebibyte)});
	return Buffer.from(
		[header, recordLine(), long, recordLine({col_name: 'c', name: 'other', is_view: 'no'}), ''].join('\n'),
	);
}

async function folderWith(t: TestContext, content: Buffer): Promise<string> {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'w.csv'), content);
	return home;
}

/** Loaded before the program: at its end it prints the most memory that it held, in KiB. */
const peakMemory = `data:text/javascript,${encodeURIComponent(
	"process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS + '\\n'))",
)}`;

/** Runs the program. Returns the most memory that it held, in MiB, too. */
async function measured(args: readonly string[], home: string): Promise<Ran & {readonly peak: number}> {
	const ran = await runProgram(args, {home, env: {NODE_OPTIONS: `--import ${peakMemory}`}});
	return {...ran, peak: Number(/^peak (\d+)$/m.exec(ran.stderr)?.[1] ?? Number.NaN) / 1024};
}

test('a real record of 17 MiB is reported in every format, from a file and from a stream', async t => {
	const content = fileWith(17);
	const home = await folderWith(t, content);
	for (const format of ['json', 'text', 'junit', 'github']) {
		for (const source of ['w.csv', '-']) {
			const input = source === '-' ? {input: content} : {};
			const {code, stdout} = await runProgram(['check', source, '--format', format], {home, ...input});
			assert.equal(code, 1, format);
			assert.match(stdout, /record-too-long/);
			assert.ok(stdout.length < 10_000, `${format} has ${stdout.length} characters`);
			if (format !== 'json') continue;
			const {counts, records, problems} = JSON.parse(stdout);
			assert.deepEqual(counts, {'record-too-long': 1, boolean: 1});
			assert.equal(records, 3);
			assert.deepEqual([problems[0].code, problems[0].row, problems[0].line], ['record-too-long', 3, 3]);
		}
	}
});

test('a record that is too long is copied as it is when another one is fixed', async t => {
	const content = fileWith(17);
	const home = await folderWith(t, content);
	const {code} = await runProgram(['fix', 'w.csv', '-o', 'fixed.csv'], {home});
	assert.equal(code, 1);
	const fixed = await readFile(join(home, 'fixed.csv'));
	assert.ok(fixed.equals(Buffer.from(content.toString('latin1').replace(',no,', ',false,'), 'latin1')));
});

/** The text after a row, its repetitions, and its end. The files are written in pieces: a child's peak counts that of its parent. */
const longRows: ReadonlyArray<readonly [start: string, piece: string, end: string]> = [
	[`${header}\n${recordLine()}\nb,`, 'x'.repeat(mebibyte), ',INT\n'],
	[`${header}\n${recordLine()}\nb,"`, 'x'.repeat(mebibyte), '",INT\n'],
	[`${header}\n${recordLine()}\n`, '"a,'.repeat(mebibyte / 4), '\n'],
	['', 'x'.repeat(mebibyte), `\n${recordLine()}\n`],
	['', 'a,'.repeat(mebibyte / 2), `\n${recordLine()}\n`],
];

for (const [start, piece, end] of longRows) {
	test(`memory does not grow with a row of ${JSON.stringify(`${start.slice(-4)}${piece.slice(0, 6)}`)}...`, async t => {
		const home = await temporaryFolder(t);
		const file = await open(join(home, 'w.csv'), 'w');
		await file.write(start);
		for (let pieces = 0; pieces < 96; pieces++) await file.write(piece);
		await file.write(end);
		await file.close();
		const {code, stdout, peak} = await measured(['check', 'w.csv', '--json'], home);
		assert.equal(code, 1);
		assert.equal(JSON.parse(stdout).counts['record-too-long'], 1);
		assert.ok(peak < 220, `${peak} MiB`);
	});
}

test('a value of a megabyte does not fill a report for people', async t => {
	const text = (part: string) => part.repeat(mebibyte / part.length);
	const lines = [
		recordLine({col_name: text('a.')}),
		recordLine({col_name: ` ${text('b')}`, is_view: text('x')}),
		recordLine({sort_order: `${text('1')}.0`, last_updated_time: text('9')}),
		recordLine({name: text('q'), description: '1'}),
		recordLine({name: text('q'), description: '2'}),
	];
	const home = await folderWith(t, Buffer.from([header, ...lines, ''].join('\n')));
	for (const args of [
		['--format', 'text'],
		['--format', 'junit'],
		['--format', 'github'],
	]) {
		const {code, stdout} = await runProgram(['check', 'w.csv', ...args], {home});
		assert.equal(code, 1);
		assert.ok(stdout.length < 20_000, `${args} has ${stdout.length} characters`);
	}

	const {stdout} = await runProgram(['fix', 'w.csv', '--dry-run'], {home});
	assert.ok(stdout.length < 20_000, `fix has ${stdout.length} characters`);
});
