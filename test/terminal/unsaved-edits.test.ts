import assert from 'node:assert/strict';
import {appendFile, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import test, {type TestContext} from 'node:test';
import {temporaryFolder} from '../support/folder.ts';
import {programPath, runProgram} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';
import {keys, Terminal, type TerminalOptions} from './terminal.ts';

const question = 'Restore unsaved edits?';

type Desk = {
	readonly folder: string;
	readonly file: string;
	/** Starts the program on the file. */
	open(args?: readonly string[], options?: Partial<TerminalOptions>): Terminal;
	/** How many journals, and entries in them, are kept. */
	kept(): readonly number[];
};

async function deskWith(t: TestContext, lines: readonly string[]): Promise<Desk> {
	const folder = await temporaryFolder(t);
	const file = join(folder, 'w.csv');
	await writeFile(file, [header, ...lines, ''].join('\n'));
	return {
		folder,
		file,
		open(args = [], options = {}) {
			const terminal = new Terminal({
				args: [programPath, 'w.csv', ...args],
				cwd: folder,
				env: {HOME: folder, SECODA_UPLOAD_HOME: folder},
				...options,
			});
			t.after(() => terminal[Symbol.dispose]());
			return terminal;
		},
		kept() {
			const database = new DatabaseSync(join(folder, 'state', 'state.db'));
			try {
				return ['journals', 'journal_entries', 'journal_changes'].map(
					table => database.prepare(`SELECT 1 FROM ${table}`).all().length,
				);
			} finally {
				database.close();
			}
		},
	};
}

async function end(terminal: Terminal, signal: Parameters<Terminal['kill']>[0]): Promise<void> {
	terminal.kill(signal);
	await terminal.exited();
}

/** Returns what the grid shows, without the messages below it. */
function grid(terminal: Terminal): readonly string[] {
	return terminal.lines().slice(0, 10);
}

/** Puts a value into the cell of the cursor, and waits until the grid shows it. */
async function setCell(terminal: Terminal, value: string): Promise<void> {
	await terminal.press(`e${keys.ctrl('u')}${value}\r`, new RegExp(`\\d .*${value}`));
}

for (const signal of ['SIGKILL', 'SIGHUP'] as const) {
	test(`after ${signal} every edit that was on the screen is restored, and can be undone`, async t => {
		const names = ['id', 'a.b', 'c.d', 'e', 'f', 'g'];
		const desk = await deskWith(
			t,
			names.map(col_name => recordLine({col_name, is_view: 'no'})),
		);
		const before = await readFile(desk.file);
		const terminal = desk.open();
		await terminal.shows('quit');
		await setCell(terminal, 'key');
		// A row as a line, all safe fixes, a row that is skipped, a cell; then two undone, and one redone.
		await terminal.press(`:3\rE${keys.end},more\r`, /3 .*a\.b/);
		await terminal.press('P', 'safe');
		await terminal.press('a', '2 errors');
		await terminal.press(':6\rm', 'Esc');
		terminal.type(keys.enter);
		await terminal.press(':7\r', 'row 7');
		await setCell(terminal, 'other');
		terminal.type(`uu${keys.ctrl('r')}`);
		await terminal.press('g', /row 2\b/);
		const seen = grid(terminal);
		await end(terminal, signal);
		assert.ok((await readFile(desk.file)).equals(before));

		const again = desk.open();
		await again.shows(question);
		await again.press(keys.enter, '6 unsaved');
		await again.press('g', /row 2\b/);
		assert.deepEqual(grid(again), seen);
		// Every step can be undone; then there is nothing to save, and nothing to keep.
		await again.press('uuuu', /w\.csv {2}6 rows {2}✗/);
		again.type('q');
		assert.equal(await again.exited(), 0);
		assert.deepEqual(desk.kept(), [0, 0, 0]);
	});
}

test('edits that are kept for later are offered again; discarding, saving and quitting end them', async t => {
	const desk = await deskWith(t, [recordLine(), recordLine({col_name: 'other'})]);
	let terminal = desk.open();
	await terminal.shows('quit');
	await setCell(terminal, 'key');
	await end(terminal, 'SIGKILL');

	terminal = desk.open();
	await terminal.press('', question);
	await terminal.press(keys.escape, /2 +id/);
	await end(terminal, 'SIGTERM');

	// Two openings have left edits now: each is asked about.
	terminal = desk.open();
	await terminal.shows(question);
	await terminal.press(keys.escape, /2 +id/);
	await setCell(terminal, 'second');
	await end(terminal, 'SIGHUP');
	terminal = desk.open();
	await terminal.shows('(1 of 2)');
	await terminal.press(keys.down + keys.down + keys.enter, '(2 of 2)');
	await terminal.press(keys.enter, /2 +~second/);
	await terminal.press(keys.ctrl('s'), 'fixed copy');
	await terminal.press(keys.enter, 'Saved');
	await end(terminal, 'SIGKILL');

	terminal = desk.open();
	await terminal.shows(/2 +id/);
	await setCell(terminal, 'third');
	await terminal.press('q', 'y discard');
	terminal.type('y');
	assert.equal(await terminal.exited(), 0);
	assert.deepEqual(desk.kept(), [0, 0, 0]);
});

test('a second window reports that the file is open, and keeps its edits separate', async t => {
	const desk = await deskWith(t, [recordLine(), recordLine({col_name: 'other'})]);
	const first = desk.open();
	await first.shows('quit');
	await setCell(first, 'key');
	const second = desk.open();
	await second.shows(/another window[\s\S]*edits in 1 row/);
	await second.press(keys.down + keys.enter, /2 +id/);
	await second.press('j', 'row 3');
	await setCell(second, 'second');
	assert.deepEqual(desk.kept(), [2, 2, 2]);
	const before = await readFile(desk.file);
	const fixed = await runProgram(['fix', 'w.csv', '--in-place', '--json'], {home: desk.folder});
	assert.deepEqual([fixed.code, JSON.parse(fixed.stdout).error.code], [11, 'file-in-use']);
	assert.ok((await readFile(desk.file)).equals(before));
	await end(first, 'SIGKILL');
	await end(second, 'SIGKILL');
	await appendFile(desk.file, `${recordLine({col_name: 'third'})}\n`);

	const third = desk.open();
	await third.shows(/1 of 2[\s\S]*changed since/);
	await third.press(keys.enter, '(2 of 2)');
	await third.press(keys.enter, /2 +~key[\s\S]*3 +~second/);
	await third.shows('2 unsaved');
	await third.press('uu', /3 rows {2}(?!2 edited)/);
	const fourth = desk.open();
	await fourth.shows('another window');
	fourth.type(keys.escape);
	assert.equal(await fourth.exited(), 0);
});

test('reports that edits cannot be kept, and continues', async t => {
	const many = Array.from({length: 3000}, (_, at) => recordLine({col_name: `column_${at}`, is_view: 'no'}));
	const desk = await deskWith(t, many);
	const notADatabase = join(desk.folder, 'file');
	await writeFile(notADatabase, '');
	const unusable = desk.open(['--state', notADatabase]);
	await unusable.shows('quit');
	await unusable.press(`e${keys.ctrl('u')}key\r`, 'Edits are not protected');
	await unusable.press('u', /2 +column_0/);
	unusable.type('q');
	assert.equal(await unusable.exited(), 0);

	// No file may become larger than this: the database is as if the disk was full.
	const limited = desk.open([], {
		command: 'sh',
		args: ['-c', `ulimit -f 400; exec "${process.execPath}" "${programPath}" w.csv`],
	});
	await limited.shows('quit');
	await setCell(limited, 'key');
	assert.deepEqual(desk.kept(), [1, 1, 1]);
	await limited.press('P', 'safe');
	await limited.press('a', 'Edits are not protected');
	await limited.press('u', / 1 unsaved/);
	await end(limited, 'SIGKILL');
	const again = desk.open();
	await again.press('', question);
	await again.press(keys.enter, /2 +~key/);
});
