import assert from 'node:assert/strict';
import {chown, cp, readdir, readFile, stat} from 'node:fs/promises';
import {join} from 'node:path';
import test, {after, before, type TestContext} from 'node:test';
import {json, serve} from '../support/fault-server.ts';
import {temporaryFolder} from '../support/folder.ts';
import {runProgram} from '../support/program.ts';
import {noStrace, runInjected} from '../support/strace.ts';

const skip = noStrace;
const oldToken = 'old-token-3f1';
const newToken = 'new-token-9c2';
const login = ['login', 'nightly', '--with-token', '--insecure-storage'];

type Stored = {
	readonly tokenPlace: string | undefined;
	readonly token: string | undefined;
	readonly leftovers: readonly string[];
};

/** Returns the token storage of the profile, the stored token, and leftover files. */
async function storedIn(home: string): Promise<Stored> {
	const profile = await readFile(join(home, 'profiles', 'nightly.json'), 'utf8').catch(() => undefined);
	const tokens = await readdir(join(home, 'tokens')).catch(() => []);
	const [name] = tokens.filter(file => !file.startsWith('.'));
	return {
		tokenPlace: profile && JSON.parse(profile).tokenPlace,
		token: name === undefined ? undefined : (await readFile(join(home, 'tokens', name), 'utf8')).trim(),
		leftovers: [...tokens, ...(await readdir(join(home, 'profiles')))].filter(file => file.endsWith('.tmp')),
	};
}

/** Settings folders to copy: with a stored token, and without one. */
const templates = new Map<string | undefined, string>();
let add: readonly string[] = [];
const scope: Array<() => unknown> = [];

before(async () => {
	const t = {after: (end: () => unknown) => void scope.push(end)};
	const {url} = await serve(t, (_, response) => json(response, {name: 'Ada'}));
	add = ['profiles', 'add', 'nightly', '--url', url, '--integration', 'i'];
	for (const token of [undefined, oldToken]) {
		const home = await temporaryFolder(t);
		assert.equal((await runProgram(add, {home})).code, 0);
		if (token !== undefined) assert.equal((await runProgram(login, {home, input: token})).code, 0);
		templates.set(token, home);
	}
});
after(async () => {
	for (const end of scope) await end();
});

/** A profile, with a stored token if there is one. */
async function homeWith(t: TestContext, token?: string): Promise<string> {
	const home = await temporaryFolder(t);
	await cp(templates.get(token) ?? '', home, {recursive: true});
	return home;
}

const firstOrNext = [
	{title: 'the first token', old: undefined},
	{title: 'a token in the place of an old one', old: oldToken},
] as const;

for (const {title, old} of firstOrNext) {
	for (const folder of ['tokens', 'profiles']) {
		for (const [call, durability] of [
			['fsync:error=EIO', 'perhaps-not-durable'],
			['fsync:error=EINVAL', 'durable'],
			['close:error=EIO', 'durable'],
		] as const) {
			test(`login stores ${title} when ${folder}/ answers ${call}: ${durability}`, {skip}, async t => {
				const home = await homeWith(t, old);
				const faults = {inject: [call], path: join(home, folder)};
				const {code, stdout, stderr} = await runInjected(faults, [...login, '--json'], {home, input: newToken});
				assert.equal(code, 0, stderr);
				assert.equal(JSON.parse(stdout).durability, durability);
				assert.equal(/may not survive a power failure/.test(stderr), durability === 'perhaps-not-durable');
				assert.deepEqual(await storedIn(home), {tokenPlace: 'file', token: newToken, leftovers: []});
			});
		}
	}

	for (const [what, inject] of [
		['the token cannot be renamed', 'rename:error=EIO:when=1'],
		['the profile cannot be synced', 'fsync:error=EIO:when=3'],
		['the token cannot be synced', 'fsync:error=EIO:when=1'],
	] as const) {
		test(`login changes nothing if ${what}, with ${title}`, {skip}, async t => {
			const home = await homeWith(t, old);
			const stored = await storedIn(home);
			const {code} = await runInjected({inject: [inject]}, login, {home, input: newToken});
			assert.notEqual(code, 0);
			assert.deepEqual(await storedIn(home), stored);
		});
	}
}

test('a changed profile that may be lost leaves the old token where it is', {skip}, async t => {
	const home = await homeWith(t, oldToken);
	const faults = {inject: ['fsync:error=EIO'], path: join(home, 'profiles')};
	// At another host the token is of no use, and would be removed.
	const elsewhere = add.with(4, 'http://127.0.0.2:1');
	const {code, stdout, stderr} = await runInjected(faults, [...elsewhere, '--json'], {home});
	assert.deepEqual([code, JSON.parse(stdout).durability], [0, 'perhaps-not-durable']);
	assert.match(stderr, /was left in place/);
	assert.equal((await storedIn(home)).token, oldToken);
});

test('logout warns if a power failure could bring the token back', {skip}, async t => {
	const home = await homeWith(t, oldToken);
	const {code, stderr} = await runInjected(
		{inject: ['fsync:error=EIO'], path: join(home, 'tokens')},
		['logout', 'nightly'],
		{
			home,
		},
	);
	assert.equal(code, 0);
	assert.match(stderr, /power failure could bring the file/);
	assert.deepEqual(await storedIn(home), {tokenPlace: 'nowhere', token: undefined, leftovers: []});
});

test('removing a profile warns if a power failure could bring it back', {skip}, async t => {
	const home = await homeWith(t);
	const faults = {inject: ['fsync:error=EIO'], path: join(home, 'profiles')};
	const {code, stderr} = await runInjected(faults, ['profiles', 'remove', 'nightly', '--yes'], {home});
	assert.equal(code, 0);
	assert.match(stderr, /power failure could bring the profile nightly back/);
	assert.equal((await storedIn(home)).tokenPlace, undefined);
});

const notRoot = process.getuid?.() !== 0 && 'NOT TESTED HERE: needs root to give a file to another user';

test('a profile that root changes still belongs to its user', {skip: notRoot}, async t => {
	const home = await homeWith(t);
	const path = join(home, 'profiles', 'nightly.json');
	await chown(path, 4242, 4343);
	assert.equal((await runProgram(add, {home})).code, 0);
	const {uid, gid, mode} = await stat(path);
	assert.deepEqual([uid, gid, mode & 0o777], [4242, 4343, 0o600]);
});
