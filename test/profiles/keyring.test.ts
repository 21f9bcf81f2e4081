import assert from 'node:assert/strict';
import {mkdir, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {start} from '../sandbox/client.ts';
import {assertInNoFile} from '../support/canary.ts';
import {type Desk, noSecretService, openDesk, runAt} from '../support/desk.ts';
import {temporaryFolder} from '../support/folder.ts';
import {header, recordLine} from '../support/session.ts';

const token = 'canary-keyring-7d1';
const skip = noSecretService;

const unreachable = ['--url', 'http://127.0.0.1:1', '--integration', 'i'];

async function addProfile({run, home}: Desk, url: string, integration: string): Promise<void> {
	await writeFile(join(home, 'a.csv'), `${header}\n${recordLine()}\n`);
	const place = ['--url', url, '--integration', integration, '--file', 'a.csv'];
	assert.equal((await run(['profiles', 'add', 'test', ...place])).code, 0);
}

test('checks a token, stores it in a real keyring, uses it with its profile and removes it', {skip}, async t => {
	const desk = await openDesk(t);
	const {run, home} = desk;
	const sandbox = await start(t, {token});
	await addProfile(desk, sandbox.url, sandbox.integration);
	assert.equal((await run(['upload', 'test'])).code, 4);
	const wrong = await run(['login', 'test', '--with-token'], 'canary-wrong');
	assert.deepEqual([wrong.code, /was not stored/.test(wrong.stderr)], [4, true]);
	assert.match((await run(['profiles', 'list'])).stdout, /no token/);
	const stored = await run(['login', 'test', '--with-token'], `Bearer ${token}\r\n`);
	assert.deepEqual([stored.code, stored.stderr], [0, '']);
	assert.match(stored.stdout, /It is valid at 127\.0\.0\.1:\d+, as/);
	assert.match((await run(['profiles', 'list'])).stdout, /test .* token in the keyring/);
	const sent = await run(['upload', 'test']);
	assert.deepEqual([sent.code, /Confirmed/.test(sent.stdout)], [0, true]);
	assert.match((await run(['profiles', 'show', 'test'])).stdout, /last run +confirmed just now/);
	// The keyring encrypts its own files: in none of any kind is the token to be read.
	await assertInNoFile(token, home);
	for (const {stdout, stderr} of [wrong, stored, sent]) assert.doesNotMatch(stdout + stderr, /canary/);

	const elsewhere = await run(['upload', 'test', '--url', 'http://localhost:1']);
	assert.deepEqual(
		[elsewhere.code, /is never sent to localhost:1/.test(elsewhere.stderr)],
		[4, true],
		'a stored token is for its own host',
	);
	assert.equal((await run(['logout', 'test'])).code, 0);
	assert.equal((await run(['upload', 'test'])).code, 4);
});

test('removes the token with its profile', {skip}, async t => {
	const desk = await openDesk(t);
	const sandbox = await start(t, {token});
	await addProfile(desk, sandbox.url, sandbox.integration);
	await desk.run(['login', 'test'], token);
	const asked = await desk.run(['profiles', 'remove', 'test']);
	assert.deepEqual(
		[asked.code, /--yes/.test(asked.stderr)],
		[2, true],
		'where nobody can be asked, nothing is forgotten',
	);
	assert.match((await desk.run(['profiles', 'remove', 'test', '--yes'])).stdout, /and its token/);
	await addProfile(desk, sandbox.url, sandbox.integration);
	// Were it still there, a profile that claims to have one would find it.
	await writeFile(
		join(desk.home, 'profiles', 'test.json'),
		JSON.stringify({url: sandbox.url, integration: sandbox.integration, file: 'a.csv', tokenPlace: 'keyring'}),
	);
	const {code, stderr} = await desk.run(['upload', 'test']);
	assert.deepEqual([code, /no longer contains the token/.test(stderr)], [4, true]);
});

test('distinguishes a locked keyring from a missing token', {skip}, async t => {
	const desk = await openDesk(t);
	const sandbox = await start(t, {token});
	await addProfile(desk, sandbox.url, sandbox.integration);
	await desk.run(['login', 'test'], token);
	await desk.lock();
	const {code, stderr} = await desk.run(['upload', 'test']);
	assert.deepEqual([code, /locked|did not answer/.test(stderr)], [4, true], stderr);
	assert.equal(sandbox.uploads.length, 0);
});

test('stops waiting for a hanging keyring after three seconds, in login and upload', {skip}, async t => {
	const desk = await openDesk(t);
	const sandbox = await start(t, {token});
	await addProfile(desk, sandbox.url, sandbox.integration);
	await desk.run(['login', 'test'], token);
	process.kill(desk.daemon, 'SIGSTOP');
	for (const ran of [await desk.run(['upload', 'test']), await desk.run(['login', 'test'], token)]) {
		assert.deepEqual([ran.code, /did not answer within 3 seconds/.test(ran.stderr)], [4, true]);
	}
});

test('reports a missing session bus, and what to use instead', {skip}, async t => {
	const home = await temporaryFolder(t);
	const env = {
		PATH: process.env.PATH,
		HOME: home,
		SECODA_UPLOAD_HOME: home,
		DBUS_SESSION_BUS_ADDRESS: `unix:path=${home}/none`,
	};
	await runAt(['profiles', 'add', 'test', ...unreachable], '', home, env);
	const {code, stderr} = await runAt(['login', 'test'], token, home, env);
	assert.deepEqual([code, /keyring/.test(stderr), /SECODA_API_TOKEN/.test(stderr)], [4, true, true]);
});

test('reports the missing keyring library, and what to install', {skip}, async t => {
	const home = await temporaryFolder(t);
	// A file with the name of the library that is not a library: loading it fails as if there were no such file.
	await mkdir(join(home, 'lib'));
	await writeFile(join(home, 'lib', 'libsecret-1.so.0'), 'no library');
	const env = {
		PATH: process.env.PATH,
		HOME: home,
		SECODA_UPLOAD_HOME: home,
		LD_LIBRARY_PATH: join(home, 'lib'),
	};
	await runAt(['profiles', 'add', 'test', ...unreachable], '', home, env);
	const {code, stderr} = await runAt(['login', 'test'], token, home, env);
	assert.deepEqual([code, /libsecret/.test(stderr), /--insecure-storage/.test(stderr)], [4, true, true], stderr);
});

test('stores a token in a file that only its owner can read, if asked to, with a warning', async t => {
	const home = await temporaryFolder(t);
	const sandbox = await start(t, {token});
	await writeFile(join(home, 'a.csv'), `${header}\n${recordLine()}\n`);
	const env = {PATH: process.env.PATH, HOME: home, SECODA_UPLOAD_HOME: home};
	const run = (args: readonly string[], input = '') => runAt(args, input, home, env);
	await run(['profiles', 'add', 'test', '--url', sandbox.url, '--integration', sandbox.integration, '--file', 'a.csv']);
	const stored = await run(['login', 'test', '--with-token', '--insecure-storage'], `"${token}"\n`);
	assert.equal(stored.code, 0);
	assert.notEqual(stored.stderr, '');
	const path = join(home, 'tokens', encodeURIComponent(`test@${new URL(sandbox.url).host}`));
	assert.equal((await stat(path)).mode & 0o777, 0o600);
	await assertInNoFile(token, home, [path]);
	assert.equal((await run(['upload', 'test'])).code, 0);
	await assertInNoFile(token, home, [path]);
	assert.equal((await run(['logout', 'test'])).code, 0);
	await assertInNoFile(token, home);
	assert.equal((await run(['upload', 'test'])).code, 4);
});
