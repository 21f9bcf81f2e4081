import assert from 'node:assert/strict';
import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdir, readdir, readFile, rm, stat, utimes, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {start} from '../sandbox/client.ts';
import {assertInNoFile} from '../support/canary.ts';
import {noSecretService, openDesk} from '../support/desk.ts';
import {serve} from '../support/fault-server.ts';
import {temporaryFolder} from '../support/folder.ts';
import {programPath, type Ran, runProgram} from '../support/program.ts';

const token = 'canary-tokens-52e';

type Home = {
	readonly home: string;
	readonly url: string;
	run(args: readonly string[], input?: string): Promise<Ran>;
};

/** A profile without a token, and a sandbox that takes one. */
async function homeWithProfile(t: TestContext): Promise<Home> {
	const home = await temporaryFolder(t);
	const {url} = await start(t, {token});
	const run = (args: readonly string[], input = '') =>
		runProgram(args, {home, input, env: {DBUS_SESSION_BUS_ADDRESS: `unix:path=${home}/none`}});
	await run(['profiles', 'add', 'nightly', '--url', url, '--integration', 'i']);
	return {home, url, run};
}

const login = ['login', 'nightly', '--insecure-storage'];

test('what is too long for a token is not read to its end', async t => {
	const {run, home} = await homeWithProfile(t);
	const long = await run(login, 'x'.repeat(1_000_000));
	assert.deepEqual([long.code, /too long for a token/.test(long.stderr)], [4, true]);
	await writeFile(join(home, 'large'), 'x'.repeat(1_000_000));
	const file = await run(['integrations', 'list', '--profile', 'nightly', '--token-file', 'large']);
	assert.deepEqual([file.code, /too long for a token/.test(file.stderr)], [4, true]);
});

test('rejects a named pipe instead of waiting for a writer', {
	skip: process.platform === 'win32' ? 'no named pipes here' : false,
}, async t => {
	const {run, home} = await homeWithProfile(t);
	execFileSync('mkfifo', [join(home, 'pipe')]);
	const asToken = await run(['integrations', 'list', '--profile', 'nightly', '--token-file', 'pipe']);
	assert.deepEqual([asToken.code, /a named pipe/.test(asToken.stderr)], [4, true]);
	const asFile = await run(['check', 'pipe']);
	assert.deepEqual([asFile.code, /not a regular file/.test(asFile.stderr)], [3, true]);
});

test('a profile that moves to another host takes no token along, and leaves none behind', async t => {
	const {run, home} = await homeWithProfile(t);
	await run(login, token);
	assert.equal((await readdir(join(home, 'tokens'))).length, 1);
	await run(['profiles', 'add', 'nightly', '--url', 'eu', '--integration', 'i']);
	assert.match((await run(['profiles', 'list'])).stdout, /no token/);
	await assertInNoFile(token, home);
});

test('removing a profile asks first or needs --yes, and removes its token', async t => {
	const {run, home} = await homeWithProfile(t);
	await run(login, token);
	assert.equal((await run(['profiles', 'remove', 'nightly'])).code, 2);
	assert.match((await run(['profiles', 'list'])).stdout, /token in a file/);
	const {code, stdout} = await run(['profiles', 'remove', 'nightly', '--yes', '--json']);
	assert.deepEqual([code, JSON.parse(stdout)], [0, {removed: 'nightly'}]);
	await assertInNoFile(token, home);
});

test('a damaged profile, or one with an invalid address, can be removed and replaced', async t => {
	const {run, home, url} = await homeWithProfile(t);
	const path = join(home, 'profiles', 'nightly.json');
	for (const text of ['{bad', '{"url": "not a url", "integration": "x"}']) {
		await run(['profiles', 'add', 'nightly', '--url', url, '--integration', 'i']);
		assert.equal((await run(login, token)).code, 0);
		await writeFile(path, text);
		assert.equal((await run(['profiles', 'remove', 'nightly', '--yes'])).code, 0);
		await assert.rejects(stat(path), {code: 'ENOENT'});
		await assertInNoFile(token, home);
		await writeFile(path, text);
		assert.equal((await run(['profiles', 'add', 'nightly', '--url', 'us', '--integration', 'y'])).code, 0);
		assert.match(await readFile(path, 'utf8'), /"us"/);
	}
});

test('a token is left where it is when that is asked for', async t => {
	const {run, home} = await homeWithProfile(t);
	await run(login, token);
	const [name = ''] = await readdir(join(home, 'tokens'));
	assert.equal((await run(['profiles', 'remove', 'nightly', '--yes', '--keep-token'])).code, 0);
	assert.equal(await readFile(join(home, 'tokens', name), 'utf8'), `${token}\n`);
});

test('a login that is stopped while the token is tried keeps nothing', async t => {
	const home = await temporaryFolder(t);
	const asked = Promise.withResolvers<void>();
	const {url} = await serve(t, () => asked.resolve());
	await runProgram(['profiles', 'add', 'nightly', '--url', url, '--integration', 'i'], {home});
	const child = spawn(process.execPath, [programPath, ...login], {
		env: {...process.env, HOME: home, SECODA_UPLOAD_HOME: home},
		stdio: ['pipe', 'ignore', 'ignore'],
	});
	child.stdin.end(token);
	await asked.promise;
	child.kill('SIGINT');
	assert.deepEqual(await once(child, 'close'), [130, null]);
	await assertInNoFile(token, home);
	assert.match((await runProgram(['profiles', 'list'], {home})).stdout, /no token/);
});

test('reports a settings folder that is a file', async t => {
	const {run, home} = await homeWithProfile(t);
	await rm(join(home, 'profiles'), {recursive: true});
	await writeFile(join(home, 'profiles'), '');
	const {code, stderr} = await run(['profiles', 'list']);
	assert.deepEqual([code, /cannot be read/.test(stderr)], [2, true]);
});

test('the next writer removes temporary files of a killed one', async t => {
	const {run, home} = await homeWithProfile(t);
	await mkdir(join(home, 'tokens'));
	const left = join(home, 'tokens', '.secoda-upload-c4bd1f12-0a0b-4c0d-8e0f-001122334455.tmp');
	await writeFile(left, token);
	await utimes(left, new Date(0), new Date(0));
	await run(login, token);
	await assert.rejects(stat(left), {code: 'ENOENT'});
});

test('a token with a new storage is removed from the old one', {skip: noSecretService}, async t => {
	const desk = await openDesk(t);
	const {url} = await start(t, {token});
	await desk.run(['profiles', 'add', 'nightly', '--url', url, '--integration', 'i']);
	assert.equal((await desk.run(login, token)).code, 0);
	assert.equal((await desk.run(['login', 'nightly'], token)).code, 0);
	await assertInNoFile(token, desk.home);
	assert.equal((await desk.run(login, token)).code, 0);
	assert.equal((await desk.run(['logout', 'nightly'])).code, 0);
	await assertInNoFile(token, desk.home);
	// If it were still in the keyring, a profile with that storage would find it.
	const path = join(desk.home, 'profiles', 'nightly.json');
	await writeFile(path, JSON.stringify({url, integration: 'i', tokenPlace: 'keyring'}));
	const {code, stderr} = await desk.run(['integrations', 'list', '--profile', 'nightly']);
	assert.deepEqual([code, /no longer contains the token/.test(stderr)], [4, true]);
});

test('does not report a token as removed from a locked keyring', {skip: noSecretService}, async t => {
	const desk = await openDesk(t);
	const {url} = await start(t, {token});
	await desk.run(['profiles', 'add', 'nightly', '--url', url, '--integration', 'i']);
	await desk.run(['login', 'nightly'], token);
	await desk.lock();
	for (const args of [
		['logout', 'nightly'],
		['profiles', 'remove', 'nightly', '--yes'],
	]) {
		const {code, stderr} = await desk.run(args);
		assert.deepEqual([code, /was not removed|did not answer/.test(stderr)], [4, true], stderr);
		assert.match((await desk.run(['profiles', 'list'])).stdout, /token in the keyring/);
	}

	const {code, stdout} = await desk.run(['profiles', 'remove', 'nightly', '--yes', '--keep-token']);
	assert.deepEqual([code, /Removed the profile nightly\. /.test(stdout)], [0, true]);
});

test('removes a keyring token that the profile no longer refers to', {
	skip: noSecretService,
}, async t => {
	const desk = await openDesk(t);
	const {url} = await start(t, {token});
	const path = join(desk.home, 'profiles', 'nightly.json');
	const settings = (tokenPlace: string) => JSON.stringify({url, integration: 'i', tokenPlace});
	const isThere = async () => {
		await writeFile(path, settings('keyring'));
		return (await desk.run(['integrations', 'list', '--profile', 'nightly'])).code === 0;
	};
	for (const [text, args] of [
		[settings('nowhere'), ['logout', 'nightly']],
		[settings('file'), ['logout', 'nightly']],
		['{damaged', ['profiles', 'remove', 'nightly', '--yes']],
	] as const) {
		await desk.run(['profiles', 'add', 'nightly', '--url', url, '--integration', 'i']);
		assert.equal((await desk.run(['login', 'nightly'], token)).code, 0);
		assert.equal(await isThere(), true);
		await writeFile(path, text);
		assert.equal((await desk.run(args)).code, 0);
		assert.equal(await isThere(), false, args.join(' '));
	}
});
