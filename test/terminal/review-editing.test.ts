import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {width} from '../../source/text/width.ts';
import {temporaryFolder} from '../support/folder.ts';
import {programPath} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';
import {sizes} from '../support/sizes.ts';
import {keys, Terminal} from './terminal.ts';

const lines = [
	recordLine({col_name: '注文番号', col_description: '説明文がここに入ります 🎁'}),
	recordLine({col_name: ' 金額.税込 ', col_description: '税込の金額'}),
	recordLine({col_name: '数量', name: '注文明細', sort_order: '三'}),
	recordLine({col_name: '備考', name: '顧客', is_view: 'はい'}),
];

for (const [columns, rows] of sizes.filter(([, rows]) => rows >= 16)) {
	test(`at ${columns}x${rows} wide text is judged as it is typed, applied with Tab, undone, pasted and saved`, async t => {
		const folder = await temporaryFolder(t);
		await writeFile(join(folder, 'w.csv'), [header, ...lines, ''].join('\n'));
		using terminal = new Terminal({
			args: [programPath, 'w.csv'],
			cwd: folder,
			env: {HOME: folder, SECODA_UPLOAD_HOME: folder},
			columns,
			rows,
		});
		await terminal.shows('3 errors');
		// Two problems in one cell, each with a fix of its own.
		await terminal.press(keys.tab, 'period-in-name');
		for (const shown of ['whitespace', '1 change to 金額_税込', '2 remove']) await terminal.shows(shown);
		await terminal.press('1', '金額_税込');
		await terminal.shows('2 errors');
		await terminal.press(keys.tab, 'row 4 · sort_order');
		await terminal.press(keys.enter, '✗ integer');
		await terminal.press(`${keys.ctrl('u')}3`, '✓ No problem');
		await terminal.press('回', '✗ integer');
		const at = terminal.cursor();
		assert.equal(at?.x, 1 + width('3回'), 'the cursor is behind the wide character');
		terminal.type('\u007F');
		await terminal.press(keys.tab, 'row 5 · is_view');
		await terminal.shows('1 error');
		await terminal.press('g', 'row 2');
		await terminal.press('u', 'row 4 · sort_order');
		await terminal.press('g', 'row 2');
		await terminal.press(keys.ctrl('r'), 'row 4 · sort_order');
		await terminal.press('G', 'row 5');
		await terminal.press(`0${keys.enter}`, 'Edit row 5 · col_name');
		await terminal.press(keys.ctrl('u') + keys.paste('備考欄\r\n'), '備考欄');
		await terminal.press(keys.ctrl('s'), 'A fixed copy next to the file');
		await terminal.press(keys.enter, 'Saved to');
		const saved = (await readFile(join(folder, 'w.fixed.csv'), 'utf8')).split('\n');
		assert.deepEqual(saved.slice(2, 5), [
			recordLine({col_name: '金額_税込', col_description: '税込の金額'}),
			recordLine({col_name: '数量', name: '注文明細', sort_order: '3'}),
			recordLine({col_name: '備考欄', name: '顧客', is_view: 'はい'}),
		]);
		for (const line of terminal.lines()) assert.ok(width(line) <= columns);
	});
}
