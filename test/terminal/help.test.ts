import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {keymapSections} from '../../source/app/keymap-sections.ts';
import {keyOf} from '../../source/app/keys.ts';
import {browseKeys} from '../../source/app/screens/review/keys.ts';
import {temporaryFolder} from '../support/folder.ts';
import {programPath} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';
import {sizes} from '../support/sizes.ts';
import {keys, Terminal} from './terminal.ts';

for (const [columns, rows] of sizes) {
	test(`at ${columns}x${rows} keys that mean nothing name one that helps, and the help finds a key in any mode`, async t => {
		const folder = await temporaryFolder(t);
		await writeFile(join(folder, 'w.csv'), [header, recordLine({sort_order: 'x'}), ''].join('\n'));
		using terminal = new Terminal({
			args: [programPath, 'w.csv'],
			cwd: folder,
			env: {HOME: folder, SECODA_UPLOAD_HOME: folder},
			columns,
			rows,
		});
		await terminal.shows('1 error');
		// F1 as xterm sends it, and a letter of a word.
		await terminal.press('\u001BOP', `${keyOf(browseKeys, 'help')} shows the keys.`);
		await terminal.press('a', `${keyOf(browseKeys, 'edit')} edits the cell.`);
		await terminal.press(':wq\r', `${keyOf(browseKeys, 'save')} saves the edits.`);
		await terminal.press('?', keymapSections.browse.title);
		await terminal.press('/discard', keymapSections.quit.title);
		assert.deepEqual(terminal.cursor(), {x: 3 + 'discard'.length, y: 1});
		await terminal.press(`${keys.ctrl('u')}^s`, 'apply the edit and');
		await terminal.press(keys.escape, '/ search');
		await terminal.press(keys.escape, 'q quit');
		await terminal.press(keys.enter, 'Edit row 2 · ');
	});
}
