import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdir, readdir, readFile, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {temporaryFolder} from '../support/folder.ts';
import {programPath, runCommand, runProgram} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';

const before = `${header}\n${recordLine({is_view: 'no'})}\n`;

async function homeWith(t: TestContext): Promise<string> {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'w.csv'), before);
	await mkdir(join(home, 'there'));
	return home;
}

/** Fails unless `-o` with this name is refused with a code, and nothing is written. */
async function assertRefused(home: string, name: string, code: string, redirections = ''): Promise<string> {
	const names = await readdir(home);
	const line = `"$0" "$1" fix w.csv --json -o "$2" ${redirections}`;
	const ran = await runCommand('bash', ['-c', line, process.execPath, programPath, name], {home});
	assert.equal(JSON.parse(ran.stdout).error.code, code, `${name}\n${ran.stdout}${ran.stderr}`);
	assert.equal(ran.code, code === 'wrong-usage' ? 2 : 3, name);
	assert.deepEqual(await readdir(home), names, name);
	assert.equal(await readFile(join(home, 'w.csv'), 'utf8'), before);
	return ran.stderr;
}

test('no descriptor is written that the shell has not opened, whatever Node has behind it', {
	skip: process.platform !== 'linux',
}, async t => {
	const home = await homeWith(t);
	await symlink('/dev/fd/7', join(home, 'link'));
	const numbers = Array.from({length: 24}, (_, at) => at + 3);
	const queue = [...numbers.map(number => `/dev/fd/${number}`), '/proc/self/fd/5', 'link', '/dev/fd/999999'];
	const work = async () => {
		for (let name = queue.shift(); name !== undefined; name = queue.shift())
			await assertRefused(home, name, 'wrong-usage');
	};
	await Promise.all([work(), work(), work()]);
	// One that was opened to be read takes no bytes either.
	for (const number of [7, 30]) await assertRefused(home, `/dev/fd/${number}`, 'wrong-usage', `${number}</dev/zero`);
});

test('a name that can only be that of a folder is never that of a file', async t => {
	const home = await homeWith(t);
	for (const name of ['new/', 'new//', './new/', 'new/.', 'new/..', 'there', 'there/', 'w.csv/', `${home}/new/`])
		assert.match(await assertRefused(home, name, 'folder'), /names a folder/);
});

test('a folder that takes no new files is not said to be missing', {skip: process.platform !== 'linux'}, async t => {
	const home = await homeWith(t);
	assert.doesNotMatch(await assertRefused(home, '/proc/x.csv', 'not-written'), /no folder/);
	assert.match(await assertRefused(home, '/proc/x/y.csv', 'not-written'), /there is no folder \/proc\/x/);
});

test('a fixed copy that is no file is refused without a question', {skip: process.platform === 'win32'}, async t => {
	const home = await homeWith(t);
	spawnSync('mkfifo', [join(home, 'w.fixed.csv')]);
	for (const more of [[], ['--yes']]) {
		const {code, stdout} = await runProgram(['fix', 'w.csv', '--json', ...more], {home});
		assert.deepEqual([code, JSON.parse(stdout).error.code], [3, 'not-a-file']);
	}
});
