import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdir, readdir, stat} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {setTimeout} from 'node:timers/promises';
import {temporaryFolder} from '../support/folder.ts';
import {cleanEnvironment, programPath} from '../support/program.ts';
import {header} from '../support/session.ts';

for (const args of [
	['check', '-'],
	['fix', '-'],
	['convert', '-'],
	['upload', '-', '--url', 'http://127.0.0.1:1', '--integration', 'i'],
]) {
	test(`${args[0]} - of a stream that does not end is stopped by a signal, and leaves no copy of it behind`, async t => {
		const home = await temporaryFolder(t);
		const temporary = join(home, 'temporary');
		await mkdir(temporary);
		const child = spawn(process.execPath, [programPath, ...args], {
			cwd: home,
			env: {...cleanEnvironment(), HOME: home, SECODA_UPLOAD_HOME: join(home, 'settings'), TMPDIR: temporary},
			stdio: ['pipe', 'pipe', 'pipe'],
		});
		const exited = once(child, 'exit');
		child.stdin.on('error', () => undefined);
		// The copy begins when the first 64 KiB were looked at.
		child.stdin.write(`${header}\n`.repeat(1000));
		while (!(await hasCopy(temporary))) await setTimeout(5);
		child.kill('SIGTERM');
		assert.deepEqual(await exited, [143, null]);
		assert.deepEqual(await readdir(temporary), []);
	});
}

/** True if the part that was read is in a file. */
async function hasCopy(folder: string): Promise<boolean> {
	const [name] = await readdir(folder);
	if (name === undefined) return false;
	return stat(join(folder, name, 'copy.csv')).then(
		({size}) => size > 0,
		() => false,
	);
}
