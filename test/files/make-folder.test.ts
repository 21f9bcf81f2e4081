import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdir, readdir, readFile, stat, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {fileURLToPath} from 'node:url';
import {makeFolder} from '../../source/files/make-folder.ts';
import {temporaryFolder} from '../support/folder.ts';
import {cleanEnvironment, programPath} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';

const place = ['--url', 'http://127.0.0.1:1', '--integration', 'i'];

/** Runs the program; one that does not end is killed, because nothing else ends a loop that never yields. */
function run(args: readonly string[], home: string, env: Readonly<Record<string, string>>) {
	return spawnSync(process.execPath, [programPath, ...args], {
		cwd: home,
		env: {...cleanEnvironment(), HOME: home, SECODA_UPLOAD_HOME: home, SECODA_API_TOKEN: 'token-make-folder', ...env},
		timeout: 10_000,
		killSignal: 'SIGKILL',
		encoding: 'utf8',
		input: '',
	});
}

test('a folder that cannot be made where its parent exists ends every command', {
	skip: process.platform !== 'linux',
}, async t => {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'w.csv'), `${header}\n${recordLine()}\n`);
	for (const [args, env, exitCode] of [
		[['profiles', 'add', 'q', ...place], {SECODA_UPLOAD_HOME: '/proc/1'}, 2],
		[['profiles', 'add', 'q', ...place], {SECODA_UPLOAD_HOME: '/proc/x'}, 2],
		[['history'], {SECODA_UPLOAD_HOME: '/proc/x/y'}, 5],
		[['history', '--state', '/proc/1/x'], {}, 5],
		[['upload', 'w.csv', ...place, '--state', '/proc/x'], {}, undefined],
		[['sandbox', '--port', '0', '--data-dir', '/proc/x'], {}, undefined],
	] as const) {
		const {signal, status, stderr} = run(args, home, env);
		const name = `${args.join(' ')} ${Object.values(env)}\n${stderr}`;
		assert.equal(signal, null, name);
		assert.ok(exitCode === undefined ? status !== 0 && status !== 70 : status === exitCode, `${status} ${name}`);
		assert.match(stderr, /\/proc\//, name);
		assert.match(stderr, /Next: /, name);
	}
});

test('missing folders are made, with the mode that is asked for, and existing ones are left as they are', async t => {
	const home = await temporaryFolder(t);
	await mkdir(join(home, 'there'), {mode: 0o755});
	await symlink('there', join(home, 'link'));
	makeFolder(join(home, 'link', 'a', 'b'), 0o700);
	makeFolder(join(home, 'link', 'a', 'b'), 0o700);
	for (const path of ['there/a', 'there/a/b']) assert.equal((await stat(join(home, path))).mode & 0o777, 0o700, path);
	assert.equal((await stat(join(home, 'there'))).mode & 0o777, 0o755);
});

test('what is no folder, and a link that leads nowhere, is an error', async t => {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'file'), '');
	await symlink('nowhere', join(home, 'dangling'));
	for (const [path, code] of [
		['file', 'EEXIST'],
		['file/x', 'ENOTDIR'],
		['file/x/y', 'ENOTDIR'],
		['dangling', 'EEXIST'],
	] as const)
		assert.throws(() => makeFolder(join(home, path)), {code}, path);
});

test('only this function makes folders that may have missing parents', async () => {
	const source = fileURLToPath(new URL('../../source', import.meta.url));
	for (const name of await readdir(source, {recursive: true})) {
		if (!/\.tsx?$/.test(name) || name === join('files', 'make-folder.ts')) continue;
		assert.doesNotMatch(await readFile(join(source, name), 'utf8'), /\bmkdir(?:Sync)?\b/, name);
	}
});
