import assert from 'node:assert/strict';
import {readdir, readFile, stat, writeFile} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import test from 'node:test';
import {loadSqlite} from '../../source/sqlite/load.ts';
import type {StoredSnapshot} from '../../source/state/snapshot-writer.ts';
import {openState, type State} from '../../source/state/state.ts';
import {sha256} from '../support/fault-server.ts';
import {temporaryFolder} from '../support/folder.ts';
import {addSent, beginning} from '../support/history.ts';

test('the outcome of an upload that was sent is unknown until it is finished', async t => {
	const folder = await temporaryFolder(t);
	const first = await openState(folder);
	const id = first.history.begin(beginning());
	first.history.send(id, undefined);
	first.close();
	const second = await openState(folder);
	assert.deepEqual(
		second.history.list(10).map(({outcome}) => outcome),
		['unknown'],
	);
	second.history.finish(id, {outcome: 'confirmed', message: 'done'});
	addSent(second, beginning({sha256: 'def'}), 'refused', 'no');
	assert.deepEqual(
		second.history.list(10).map(({sha256, outcome}) => [sha256, outcome]),
		[
			['def', 'refused'],
			['abc', 'confirmed'],
		],
	);
	assert.deepEqual(second.history.lastAccepted(), new Set(['abc']));
	second.close();
	for (const file of ['state.db', 'snapshots'])
		assert.equal((await stat(join(folder, file))).mode & 0o077, 0, `others can read ${file}`);
});

test('reports a history that is not a database, and does not change it', async t => {
	const folder = await temporaryFolder(t);
	await writeFile(join(folder, 'state.db'), 'this is not a database, but something else of some length');
	await assert.rejects(openState(folder), {code: 'state-unusable'});
	assert.match(await readFile(join(folder, 'state.db'), 'utf8'), /^this is not/);
});

test('a history of a newer version is refused, and nothing in it is changed', async t => {
	const folder = await temporaryFolder(t);
	const state = await openState(folder);
	const id = addSent(state, beginning());
	state.close();
	const {DatabaseSync} = await loadSqlite();
	const database = new DatabaseSync(join(folder, 'state.db'));
	database.exec('PRAGMA user_version = 99');
	await assert.rejects(openState(folder), {
		code: 'state-unusable',
		message: /newer version/,
		hint: /^Run that version/,
	});
	assert.equal(database.prepare('SELECT id FROM uploads').get()?.['id'], id);
	assert.equal(database.prepare('PRAGMA user_version').get()?.['user_version'], 99);
	database.close();
});

test('stores a snapshot once, under its hash, readable only by its owner; an aborted one leaves no file', async t => {
	const folder = await temporaryFolder(t);
	const state = await openState(folder);
	t.after(() => state.close());
	const {path, sha256: hash, bytes} = await keep(state, 'some content');
	assert.deepEqual([hash, bytes], [sha256(Buffer.from('some content')), 12]);
	assert.equal(await readFile(path, 'utf8'), 'some content');
	assert.equal((await stat(path)).mode & 0o777, 0o600);
	assert.equal((await keep(state, 'some content')).path, path);
	const given = await state.snapshots.create();
	await given.write(Buffer.from('x'));
	await given.abort();
	assert.deepEqual(await readdir(dirname(path)), [basename(path)]);
});

test('uses a stored snapshot again if its content has not changed', async t => {
	const state = await openState(await temporaryFolder(t));
	t.after(() => state.close());
	const {signal} = new AbortController();
	const {path, sha256: hash, release} = await keep(state, 'kept');
	release();
	const used = await state.snapshots.use(hash, signal);
	assert.deepEqual([used?.path, used?.sha256, used?.bytes], [path, hash, 4]);
	state.snapshots.prune({count: 0, bytes: 0}, [hash]);
	assert.equal(await readFile(path, 'utf8'), 'kept', 'it is not removed while it is in use');
	used?.release();
	await writeFile(path, 'others');
	assert.equal(await state.snapshots.use(hash, signal), undefined);
	assert.ok(state.snapshots.has(hash));
	state.snapshots.prune({count: 0, bytes: 0}, [hash]);
	assert.deepEqual(await readdir(dirname(path)), [], 'what could not be used is not in use');
	assert.equal(await state.snapshots.use(hash, signal), undefined);
	assert.ok(!state.snapshots.has(hash));
});

async function keep(state: State, text: string): Promise<StoredSnapshot> {
	const writer = await state.snapshots.create();
	for (const character of text) await writer.write(Buffer.from(character));
	return writer.commit();
}
