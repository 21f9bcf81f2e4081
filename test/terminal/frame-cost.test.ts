import assert from 'node:assert/strict';
import test from 'node:test';
import {openInTerminal} from '../support/opened.ts';
import {header, recordLine} from '../support/session.ts';
import {keys} from './terminal.ts';

const rows = 400;
const description = `${'The value of the order in euros, '.repeat(4)}注文の金額`;
const records = Array.from({length: rows}, (_, at) =>
	recordLine({col_name: `column_${at}`, col_description: `"${description}"`}),
);
const file = `${header}\n${records.join('\n')}\n`;
const frameEnd = '\u001B[?2026l';

test('a cursor move that does not scroll writes under 1,000 bytes in a large window', async t => {
	const {terminal} = await openInTerminal(t, file, {columns: 200, rows: 50, until: 'row 2 '});
	const before = terminal.output.length;
	await terminal.press(keys.down, /row 3 /);
	const bytes = Buffer.byteLength(terminal.output.slice(before));
	assert.ok(bytes < 1000, `${bytes} bytes`);
});

test('keys that arrive together share frames', async t => {
	const {terminal} = await openInTerminal(t, file, {columns: 200, rows: 50, until: 'row 2 '});
	const before = terminal.output.length;
	await terminal.press(keys.down.repeat(100), /row 102 /);
	const frames = terminal.output.slice(before).split(frameEnd).length - 1;
	assert.ok(frames <= 5, `${frames} frames`);
});
