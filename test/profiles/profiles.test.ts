import assert from 'node:assert/strict';
import {mkdir, readFile, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {inspect} from 'node:util';
import {openState} from '../../source/profiles/state/state.ts';
import {ProfileStore} from '../../source/profiles/store.ts';
import {cleanToken, readToken} from '../../source/profiles/token.ts';
import {sha256} from '../support/fault-server.ts';
import {temporaryFile, temporaryFolder} from '../support/folder.ts';

const upload = {host: 'h', integration: 'i', source: '/a.csv', records: 1, bytes: 2, sha256: 'abc'};

test('an upload that was begun is in the history, and unknown until it is finished', async t => {
	const folder = await temporaryFolder(t);
	const first = await openState(folder);
	const id = first.ledger.begin(upload);
	first.close();
	const second = await openState(folder);
	assert.deepEqual(
		second.ledger.list(10).map(({outcome}) => outcome),
		['unknown'],
	);
	second.ledger.finish(id, 'confirmed', 'done');
	const other = second.ledger.begin({...upload, sha256: 'def'});
	second.ledger.finish(other, 'refused', 'no');
	assert.deepEqual(
		second.ledger.list(10).map(({sha256, outcome}) => [sha256, outcome]),
		[
			['def', 'refused'],
			['abc', 'confirmed'],
		],
	);
	assert.deepEqual(second.ledger.lastAccepted(), new Set(['abc']));
	second.close();
	for (const file of ['state.db', 'snapshots'])
		assert.equal((await stat(join(folder, file))).mode & 0o077, 0, `others can read ${file}`);
});

test('a history that is no database is named and left alone', async t => {
	const folder = await temporaryFolder(t);
	await writeFile(join(folder, 'state.db'), 'this is not a database, but something else of some length');
	await assert.rejects(openState(folder), {name: 'StateError'});
	assert.match(await readFile(join(folder, 'state.db'), 'utf8'), /^this is not/);
});

test('a snapshot lies under its hash, once, readable by its owner alone; one that is given up leaves nothing', async t => {
	const state = await openState(await temporaryFolder(t));
	t.after(() => state.close());
	const keep = async (text: string) => {
		const writer = await state.snapshots.create();
		for (const character of text) await writer.write(Buffer.from(character));
		return writer.commit();
	};
	const {path, sha256: hash, bytes} = await keep('some content');
	assert.deepEqual([hash, bytes], [sha256(Buffer.from('some content')), 12]);
	assert.equal(await readFile(path, 'utf8'), 'some content');
	assert.equal((await stat(path)).mode & 0o777, 0o600);
	assert.equal((await keep('some content')).path, path);
	const given = await state.snapshots.create();
	await given.write(Buffer.from('x'));
	await given.abort();
	const second = await keep('second');
	await keep('third');
	await state.snapshots.prune({count: 1, bytes: 1000, always: new Set([hash])});
	assert.equal(await readFile(path, 'utf8'), 'some content');
	await assert.rejects(stat(second.path), {code: 'ENOENT'});
});

for (const text of [
	'abc',
	' abc\r\n',
	'"abc"',
	"'abc'",
	'Bearer abc',
	'bearer  abc\n',
	'"Bearer abc"',
	'Bearer "abc"',
]) {
	test(`${JSON.stringify(text)} is the token abc`, () => assert.equal(cleanToken(text).reveal(), 'abc'));
}

for (const text of ['', ' \n', 'Bearer ', 'a b', 'a\nb', 'tökén', 'a\u0000b']) {
	test(`${JSON.stringify(text)} is no token, and the message does not repeat it`, () => {
		assert.throws(
			() => cleanToken(text),
			(error: Error) => error.name === 'TokenError' && (text.trim() === '' || !error.message.includes(text)),
		);
	});
}

test('a token does not show itself', () => {
	const token = cleanToken('canary-token');
	for (const shown of [
		inspect(token, {depth: null, showHidden: true}),
		JSON.stringify({token}),
		String(token),
		`${token}`,
	])
		assert.doesNotMatch(shown, /canary/);
});

test('a token file comes before the environment, and the environment before the keyring', async t => {
	const tokenFile = await temporaryFile(t, 'from-file\n', 'token');
	const env = {SECODA_API_TOKEN: 'from-environment'};
	const stored = () => Promise.resolve(cleanToken('from-keyring'));
	const found = async (request: Parameters<typeof readToken>[0]) => (await readToken(request)).token.reveal();
	assert.equal(await found({env, tokenFile, stored}), 'from-file');
	assert.equal(await found({env, stored}), 'from-environment');
	assert.equal(await found({env: {}, stored}), 'from-keyring');
	await assert.rejects(readToken({env: {}}), {code: 'no-token'});
	await assert.rejects(readToken({env, tokenFile: `${tokenFile}.none`}), {code: 'bad-token-file'});
	assert.match((await readToken({env, tokenFile})).notice ?? '', /chmod 600/);
});

test('a profile is saved, listed, changed and removed; a bad name is refused', async t => {
	const store = new ProfileStore(await temporaryFolder(t));
	const profile = {name: 'nightly', url: 'eu', integration: 'i', kind: 'csv', tokenPlace: 'nowhere'} as const;
	await store.save(profile);
	await store.save({...profile, file: 'a.csv', tokenPlace: 'keyring'});
	assert.deepEqual(await store.get('nightly'), {...profile, file: 'a.csv', tokenPlace: 'keyring'});
	assert.deepEqual(await store.names(), ['nightly']);
	assert.equal(await store.get('other'), undefined);
	for (const name of ['', 'A', '../x', 'a b', '-a', 'a'.repeat(65)])
		await assert.rejects(store.save({...profile, name}), {name: 'SettingsError'});
	assert.equal(await store.remove('nightly'), true);
	assert.deepEqual(await store.names(), []);
});

test('a damaged settings file is named and left as it is', async t => {
	const folder = await temporaryFolder(t);
	await mkdir(join(folder, 'profiles'));
	const path = join(folder, 'profiles', 'broken.json');
	await writeFile(path, '{"url": "eu", ');
	const store = new ProfileStore(folder);
	await assert.rejects(
		store.get('broken'),
		(error: Error) => error.name === 'SettingsError' && error.message.includes(path),
	);
	assert.equal(await readFile(path, 'utf8'), '{"url": "eu", ');
});
