import assert from 'node:assert/strict';
import {watch} from 'node:fs';
import {readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {temporaryFolder} from '../support/folder.ts';
import {programPath} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';
import {keys, Terminal} from './terminal.ts';

/** Large enough that a save takes several reads and writes. */
const line = recordLine({description: 'A description that is long enough to make a row'.padEnd(100, '.')});
const before = `${header}\n${`${line}\n`.repeat(100_000)}`;

for (const [signal, code] of [
	['SIGTERM', 143],
	['SIGHUP', 129],
] as const) {
	test(`${signal} while the app saves: shows the state of the file and leaves no temporary file`, async t => {
		const home = await temporaryFolder(t);
		await writeFile(join(home, 'w.csv'), before);
		using terminal = new Terminal({
			args: [programPath, 'w.csv'],
			cwd: home,
			env: {HOME: home, SECODA_UPLOAD_HOME: join(home, 'settings')},
			columns: 120,
		});
		await terminal.shows('100,000 rows');
		await terminal.press(`e${keys.ctrl('u')}x\r`, '1 unsaved');
		await terminal.press(keys.ctrl('s'), 'A fixed copy next to the file');
		const watcher = watch(home);
		const begun = new Promise<void>(resolve => {
			watcher.on('change', (_, name) => {
				if (/\.tmp$|fixed/.test(String(name))) resolve();
			});
		});
		terminal.type(keys.enter);
		await begun;
		watcher.close();
		terminal.kill(signal);
		assert.equal(await terminal.exited(), code);
		const names = (await readdir(home)).filter(name => name !== 'settings');
		const saved = await readFile(join(home, 'w.fixed.csv'), 'utf8').catch(() => undefined);
		if (saved === undefined) {
			assert.deepEqual(names, ['w.csv']);
			assert.match(terminal.output, /Stopped\. .*w\.fixed\.csv was not written/);
		} else {
			assert.deepEqual(names.sort(), ['w.csv', 'w.fixed.csv']);
			assert.equal(saved.length, before.length - 1);
			assert.match(terminal.output, /Saved to/);
		}
	});
}
