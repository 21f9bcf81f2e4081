import assert from 'node:assert/strict';
import {chmod, mkdir, readdir, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {temporaryFolder} from '../support/folder.ts';
import {programPath, runProgram} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';
import {Terminal} from '../terminal/terminal.ts';

/** Node's own cache, which the tests use, has precedence over that of the program. */
const withoutCache = {NODE_COMPILE_CACHE: ''};

/** Opens a file in the app, and quits. */
async function review(t: TestContext, home: string, env: Readonly<Record<string, string>> = {}): Promise<void> {
	await writeFile(join(home, 'w.csv'), `${header}\n${recordLine()}\n`);
	const terminal = new Terminal({
		args: [programPath, 'w.csv'],
		cwd: home,
		env: {HOME: home, SECODA_UPLOAD_HOME: home, ...withoutCache, ...env},
	});
	t.after(() => terminal[Symbol.dispose]());
	await terminal.shows('no problems');
	terminal.type('q');
	assert.equal(await terminal.exited(), 0, terminal.output);
}

function cachesIn(home: string): string {
	return join(home, 'state', 'compile-cache');
}

/** Returns the names of the files in all caches. */
async function cachedFiles(home: string): Promise<readonly string[]> {
	const entries = await readdir(cachesIn(home), {recursive: true, withFileTypes: true}).catch(() => []);
	return entries.filter(entry => entry.isFile()).map(({name}) => name);
}

test('the app creates a cache that only the user can read, and removes those of other versions', async t => {
	const home = await temporaryFolder(t);
	await mkdir(join(cachesIn(home), '0.0.1'), {recursive: true, mode: 0o700});
	await review(t, home);
	assert.equal((await readdir(cachesIn(home))).includes('0.0.1'), false);
	assert.equal((await stat(cachesIn(home))).mode & 0o777, 0o700);
	assert.notEqual((await cachedFiles(home)).length, 0);
});

test('every command uses the cache once it exists', async t => {
	const home = await temporaryFolder(t);
	await review(t, home);
	const before = await cachedFiles(home);
	await runProgram(['--version'], {home, env: withoutCache});
	const after = await cachedFiles(home);
	assert.ok(after.length > before.length, `${before.length} files before, ${after.length} after`);
});

test('commands without screens create no cache', async t => {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'w.csv'), `${header}\n${recordLine()}\n`);
	await runProgram(['--version'], {home, env: withoutCache});
	assert.equal((await runProgram(['check', 'w.csv'], {home, env: withoutCache})).code, 0);
	assert.deepEqual(await readdir(home), ['w.csv']);
});

test('a cache that other users can change is not used', async t => {
	const home = await temporaryFolder(t);
	await review(t, home);
	const before = await cachedFiles(home);
	await chmod(cachesIn(home), 0o777);
	await runProgram(['--version'], {home, env: withoutCache});
	assert.deepEqual(await cachedFiles(home), before);
});

test('no cache is created when Node has its own, or none', async t => {
	for (const variable of ['NODE_COMPILE_CACHE', 'NODE_DISABLE_COMPILE_CACHE']) {
		const home = await temporaryFolder(t);
		await review(t, home, {[variable]: join(home, 'own')});
		assert.deepEqual(await cachedFiles(home), []);
		assert.equal((await readdir(home)).includes('own'), variable === 'NODE_COMPILE_CACHE');
	}
});

test('the app starts when the cache cannot be created', async t => {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'state'), 'a file in the place of the folder');
	await review(t, home);
});
