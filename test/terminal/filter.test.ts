import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createWriteStream} from 'node:fs';
import {join} from 'node:path';
import test from 'node:test';
import {type Scope, temporaryFolder} from '../support/folder.ts';
import {openInTerminal} from '../support/opened.ts';
import {programPath} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';
import {keys, Terminal} from './terminal.ts';

const rows = 1_000_000;
const rowsAtOnce = 10_000;

/** Writes a file of a million short rows: ten schemas, and a problem in every 100,000th row; 30 rows make a table. */
async function millionRows(t: Scope): Promise<string> {
	const folder = await temporaryFolder(t);
	const stream = createWriteStream(join(folder, 'warehouse.csv'));
	stream.write(`${header}\n`);
	for (let first = 0; first < rows; first += rowsAtOnce) {
		const lines = Array.from({length: rowsAtOnce}, (_, at) => line(first + at)).join('');
		if (!stream.write(lines)) await once(stream, 'drain');
	}

	stream.end();
	await once(stream, 'close');
	return folder;
}

/** Waits for the check; on a busy machine it takes longer than one wait may. */
async function wholeFile(terminal: Terminal): Promise<void> {
	await terminal.shows(/checking [3-9]\d %|✗ 10 errors/);
	await terminal.shows(/checking [7-9]\d %|✗ 10 errors/);
	await terminal.shows(/1,000,000 rows +✗ 10 errors/);
}

function line(at: number): string {
	const order = at % 100_000 === 50_000 ? '1.0' : '1';
	return `c${at},,INT,${order},DB,s${at % 10},t${Math.floor(at / 30)},,false,1700000000\n`;
}

test('in a million rows: a name is searched, a schema filtered, a problem fixed and undone, all on the same record', async t => {
	const folder = await millionRows(t);
	const terminal = new Terminal({
		args: [programPath, 'warehouse.csv'],
		cwd: folder,
		env: {HOME: folder, SECODA_UPLOAD_HOME: folder},
		columns: 120,
	});
	t.after(() => terminal[Symbol.dispose]());
	await wholeFile(terminal);
	await terminal.press('/', 'In cells and column names');
	await terminal.press('c750000\r', 'row 750,002 · col_name');

	await terminal.press('&', 'All terms must match');
	await terminal.press('schema=s0', 'schema is "s0"');
	await terminal.press('\r', '100,000 rows match schema=s0');
	await terminal.shows('100,000 of 1,000,000 rows · schema=s0');
	await terminal.shows('row 750,002 · col_name');
	await terminal.press(keys.down, 'row 750,012 · col_name');

	await terminal.press('!', '10 rows match schema=s0 and have problems');
	await terminal.shows('row 850,002 · col_name');
	await terminal.press(
		keys.tab,
		/row 850,002 · sort_order[\s\S]*problem 9 of 10|problem 9 of 10[\s\S]*row 850,002 · sort_order/,
	);
	await terminal.press('f', '1 no longer match');
	await terminal.shows('✗ 9 errors');
	await terminal.press('u', '✗ 10 errors');
	await terminal.shows('row 850,002 · sort_order');
	const {y} = terminal.cursor() ?? {y: -1};
	assert.match(terminal.lines()[y] ?? '', /850002/, 'the cursor is on the selected row');

	await terminal.press(keys.escape, /1,000,000 rows +✗ 10 errors/);
	await terminal.shows('row 850,002 · sort_order');
	await terminal.shows(' 850003 ');
	assert.match(terminal.lines()[terminal.cursor()?.y ?? 0] ?? '', /850002/);

	await terminal.press('&~(x|y)+z\r', /Filtering by ~\(x\|y\)\+z: \d+ %\. Esc stops/);
	await terminal.press(keys.escape, /Filter stopped at \d+ %/);
	await terminal.shows('row 850,002 · sort_order');
});

test('the identifying column stays in view, and a wider window is filled', async t => {
	const {terminal} = await openInTerminal(
		t,
		[header, recordLine({col_name: '注文番号'}), recordLine({col_name: 'b'}), ''].join('\n'),
		{columns: 60, rows: 16},
	);
	await terminal.press('$', '· last_updated_time ·');
	assert.match(terminal.text(), /注文番号 +│/);
	const before = terminal.cursor();
	terminal.resize(200, 50);
	await terminal.shows('col_description');
	assert.doesNotMatch(terminal.text(), /│/);
	assert.ok((terminal.cursor()?.x ?? 0) > (before?.x ?? 0));
});
