import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import type {Sandbox} from '../../source/sandbox/sandbox.ts';
import {start} from '../sandbox/client.ts';
import {answerReads, serve, sha256} from '../support/fault-server.ts';
import {temporaryFolder} from '../support/folder.ts';
import {programPath} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';
import {sizes} from '../support/sizes.ts';
import {keys, Terminal} from './terminal.ts';

const token = 'canary-0c8f77d1';

type Opened = {readonly terminal: Terminal; readonly folder: string; readonly file: string};

/** Opens the built program in a terminal on a file with these lines. */
async function open(
	t: TestContext,
	lines: readonly string[],
	more: readonly string[] = [],
	size: {columns?: number; rows?: number; env?: Record<string, string>} = {},
): Promise<Opened> {
	const folder = await temporaryFolder(t);
	const file = join(folder, 'warehouse.csv');
	await writeFile(file, [header, ...lines, ''].join('\n'));
	const {env, ...measures} = size;
	const terminal = new Terminal({
		args: [programPath, 'warehouse.csv', ...more],
		cwd: folder,
		env: {HOME: folder, SECODA_UPLOAD_HOME: folder, SECODA_API_TOKEN: token, ...env},
		...measures,
	});
	t.after(() => terminal[Symbol.dispose]());
	await terminal.shows('quit');
	return {terminal, folder, file};
}

function connected(sandbox: Sandbox): readonly string[] {
	return ['--url', sandbox.url, '--integration', sandbox.integration];
}

/** The program has left the alternate screen, shown the cursor, and switched bracketed paste off. */
function assertTerminalRestored({output}: Terminal): void {
	for (const [on, off] of [
		['\u001B[?1049h', '\u001B[?1049l'],
		['\u001B[?2004h', '\u001B[?2004l'],
		['\u001B[?25l', '\u001B[?25h'],
	] as const) {
		assert.ok(
			output.lastIndexOf(off) > output.lastIndexOf(on),
			`${JSON.stringify(off)} does not follow ${JSON.stringify(on)}`,
		);
	}
}

const broken = [
	recordLine({col_name: 'a.b'}),
	recordLine({col_name: 'c', name: 'items', is_view: 'yes'}),
	recordLine({col_name: 'd'}),
];

test('fixes a cell by hand and one by its fix, uploads, and confirms', async t => {
	const sandbox = await start(t, {token, switches: {syncMs: 300}});
	const {terminal, file} = await open(t, broken, connected(sandbox));
	await terminal.shows('2 errors');
	await terminal.shows('col_name contains a period');
	await terminal.press(keys.enter, 'Edit row 2 · col_name');
	terminal.type('\u0001\u000Bamount\r');
	await terminal.shows('1 error');
	await terminal.press(keys.tab, 'must be true or false');
	await terminal.press('f', 'no problems');
	await terminal.press('p', 'Nothing has been sent yet');
	await terminal.shows('2 tables, 3 columns');
	await terminal.press('s', 'Confirmed: all 5 tables and columns');
	await terminal.shows('not saved in a file');
	await terminal.press(keys.enter, 'unsaved');
	await terminal.press(keys.ctrl('s'), 'A fixed copy next to the file');
	await terminal.press(keys.enter, 'Saved to');
	terminal.type('q');
	assert.equal(await terminal.exited(), 0);
	assertTerminalRestored(terminal);
	const copy = await readFile(file.replace('.csv', '.fixed.csv'));
	assert.equal(
		copy.toString(),
		[
			header,
			recordLine({col_name: 'amount'}),
			recordLine({col_name: 'c', name: 'items', is_view: 'true'}),
			broken[2],
			'',
		].join('\n'),
	);
	assert.deepEqual(
		sandbox.uploads.map(({sha256}) => sha256),
		[sha256(copy)],
		'what was sent is what was saved',
	);
	assert.ok(!terminal.output.includes(token), 'the token is on the screen');
});

test('handles each of the keys that arrive in one read', async t => {
	const {terminal} = await open(t, broken);
	await terminal.press('jjl', 'row 4 · col_description');
	await terminal.press(':3\r', 'row 3 · col_description');
	await terminal.press(`e${keys.ctrl('u')}typed at once\r`, 'Row 3 changed');
	await terminal.shows('typed at once');
});

test('quitting with unsaved edits asks, and never with the key that asked', async t => {
	const {terminal, file} = await open(t, broken);
	await terminal.press(`e${keys.ctrl('u')}x\r`, '1 unsaved');
	await terminal.press('q', 'y discard');
	await terminal.press('q', 'y discard');
	await terminal.press(keys.escape, 'Enter edit');
	await terminal.press('u', 'Undone');
	await terminal.press(keys.ctrl('r'), 'Redone');
	await terminal.press('q', 'y discard');
	terminal.type('y');
	assert.equal(await terminal.exited(), 0);
	assert.equal(await readFile(file, 'utf8'), [header, ...broken, ''].join('\n'));
});

test('finds a duplicate, shows the other row, and skips it with the row menu', async t => {
	const {terminal} = await open(t, [recordLine(), recordLine({col_name: 'b'}), recordLine({col_name: 'ID'})]);
	await terminal.press(keys.tab, 'Row 2 describes the same column');
	await terminal.press('m', 'Skip this row');
	await terminal.press(keys.enter, 'Row 4 skipped');
	await terminal.shows('no problems');
});

test('applies all safe fixes from the list of kinds', async t => {
	const {terminal} = await open(t, [
		recordLine({sort_order: '1.0'}),
		recordLine({col_name: 'b', sort_order: '2.0', is_view: 'no'}),
	]);
	await terminal.press('P', 'Safe fixes for 3 cells');
	await terminal.press('a', 'Fixed 2 rows');
	await terminal.shows('no problems');
});

test('a broken row is edited as a line, and a line that is no row is not taken', async t => {
	const {terminal} = await open(t, ['short,row']);
	await terminal.press(keys.tab, 'missing-cell');
	await terminal.press(keys.enter, 'as a line of CSV');
	await terminal.press(`${keys.ctrl('u')}a,"b\r`, 'not one row of CSV');
	terminal.type(keys.ctrl('u'));
	await terminal.press(keys.paste(recordLine()), '1700000000');
	await terminal.press(keys.enter, 'no problems');
});

test('a plan that hides many pages asks for their number to be typed', async t => {
	const sandbox = await start(t, {token});
	const many = Array.from({length: 30}, (_, at) => recordLine({col_name: `c${at}`}));
	const first = await open(t, many, connected(sandbox));
	await first.terminal.press('p', 'Nothing has been sent yet');
	await first.terminal.press('s', 'Confirmed');
	const {terminal} = await open(t, [recordLine({col_name: 'c0'})], connected(sandbox));
	await terminal.press('p', 'Safety stop');
	await terminal.press(`28${keys.enter}`, 'Nothing was sent.');
	assert.equal(sandbox.uploads.length, 1);
	await terminal.press(`${keys.ctrl('u')}29\r`, 'Confirmed');
	assert.equal(sandbox.uploads.length, 2);
});

test('sends nothing when leaving the preview', async t => {
	const sandbox = await start(t, {token});
	const {terminal} = await open(t, [recordLine()], connected(sandbox));
	await terminal.press('p', 'Nothing has been sent yet');
	await terminal.press(keys.escape, 'row 2 · col_name');
	assert.equal(sandbox.uploads.length, 0);
});

test('stops waiting for the sync; the upload stays sent', async t => {
	const sandbox = await start(t, {token, switches: {syncsFail: true}});
	const {terminal} = await open(t, [recordLine()], connected(sandbox));
	await terminal.press('p', 'Nothing has been sent yet');
	await terminal.press('s', 'Accepted by Secoda');
	await terminal.press(keys.escape, 'Sent, but the sync was not confirmed');
	await terminal.press(keys.escape, 'row 2 · col_name');
});

test('reports errors in the file at once', async t => {
	const sandbox = await start(t, {token});
	const other = await open(t, broken, connected(sandbox));
	await other.terminal.press('p', 'Fix 2 errors before you upload');
	await other.terminal.shows('✗ period-in-name');
	assert.equal(sandbox.uploads.length, 0);
});

test('reports an unreachable server and keeps the edits', async t => {
	const {terminal} = await open(t, broken.slice(2), ['--url', 'http://127.0.0.1:1', '--integration', 'x']);
	await terminal.press(`e${keys.ctrl('u')}x\r`, '1 unsaved');
	await terminal.press('p', 'Cannot connect to');
	await terminal.press(keys.escape, '1 unsaved');
});

test('cancels an upload in progress and reports that nothing was accepted', async t => {
	// Takes the head of the upload and then reads no more.
	const {url, uploads} = await serve(t, (request, response) => {
		if (!answerReads(request, response)) request.once('data', () => request.pause());
	});
	const many = Array.from({length: 60_000}, (_, at) =>
		recordLine({col_name: `column_${at}`, col_description: 'x'.repeat(200)}),
	);
	const {terminal} = await open(t, many, ['--url', url, '--integration', 'i']);
	await terminal.shows('no problems');
	await terminal.press('p', 'Nothing has been sent yet');
	await terminal.press('s', /[1-9]\d? %/);
	await terminal.press(keys.escape, 'Cancelled before the whole file was sent');
	assert.equal(uploads(), 1);
});

test('reports a fixed copy beside the file when the file is opened', async t => {
	const {terminal} = await open(t, [recordLine()]);
	await terminal.press(`e${keys.ctrl('u')}x\r`, '1 unsaved');
	await terminal.press(keys.ctrl('s'), 'A fixed copy next to the file');
	await terminal.press(keys.enter, 'Saved to');
	terminal.type('q');
	assert.equal(await terminal.exited(), 0);
	using again = new Terminal({args: [programPath, 'warehouse.csv'], cwd: terminal.cwd, env: {HOME: terminal.cwd}});
	await again.shows('A fixed copy of this file exists');
});

for (const [columns, rows] of sizes) {
	test(`at ${columns}x${rows} the cursor, the detail and the keys are seen, with wide text in the cells`, async t => {
		const lines = Array.from({length: 60}, (_, at) =>
			recordLine({
				col_name: `列の名前${at}`,
				col_description: '説明文がここに入ります 🎁',
				is_view: at === 40 ? 'yes' : 'false',
			}),
		);
		const {terminal} = await open(t, lines, [], {columns, rows});
		await terminal.press(keys.tab, 'row 42 · is_view');
		await terminal.shows('change to true');
		assert.equal(terminal.lines().length, rows);
		assert.match(terminal.lines().at(-1) ?? '', /q quit/);
		assert.match(terminal.text(), /✗ +42 /);
		for (const line of terminal.lines()) assert.ok(!line.includes('undefined'));
	});
}

test('shows a message in a window that is too small, and redraws when it grows', async t => {
	const {terminal} = await open(t, broken);
	terminal.resize(30, 8);
	await terminal.shows(/Enlarge\s+it/);
	terminal.resize(120, 40);
	await terminal.shows('row 2 · col_name');
});

test('escapes terminal commands in the file', async t => {
	const {terminal} = await open(t, [recordLine({col_name: 'a\u001B[31mb', col_description: '\u202Egnp\u0007'})]);
	await terminal.shows('a␛[31mb');
	await terminal.shows('<U+202E>gnp␇');
	assert.ok(!terminal.output.includes('a\u001B[31mb'));
});

test('NO_COLOR is kept: no colour, but every sign', async t => {
	const {terminal} = await open(t, broken, [], {env: {NO_COLOR: '1'}});
	await terminal.shows('✗ period-in-name');
	await terminal.press('P', 'Problems by kind');
	assert.doesNotMatch(terminal.output, /\u001B\[(?:3[0-7]|4[0-7]|9[0-7]|10[0-7]|38|48)[;m]/);
});

for (const [signal, code] of [
	['SIGTERM', 143],
	['SIGHUP', 129],
] as const) {
	test(`after ${signal} the terminal is as it was before`, async t => {
		const {terminal} = await open(t, broken);
		terminal.kill(signal);
		assert.equal(await terminal.exited(), code);
		assertTerminalRestored(terminal);
	});
}

test('the demo in a terminal is the app on the example file', async t => {
	const folder = await temporaryFolder(t);
	using terminal = new Terminal({
		args: [programPath, 'demo'],
		cwd: folder,
		env: {HOME: folder},
		columns: 100,
		rows: 30,
	});
	await terminal.shows('27 errors');
	await terminal.press('q', '');
	assert.equal(await terminal.exited(), 0);
	assertTerminalRestored(terminal);
});
