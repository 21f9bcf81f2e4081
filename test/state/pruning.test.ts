import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdir, readdir, rename, symlink, utimes, writeFile} from 'node:fs/promises';
import {basename, join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {fileURLToPath} from 'node:url';
import {openState, type State} from '../../source/state/state.ts';
import {sha256} from '../support/fault-server.ts';
import {type Scope, temporaryFolder} from '../support/folder.ts';
import {addSent, addToHistory, beginning} from '../support/history.ts';
import {openOldState} from '../support/old-state.ts';

const keepNone = {count: 0, bytes: 0};
const place = {host: 'h', integration: 'i'};

async function stateIn(t: TestContext): Promise<{state: State; folder: string; snapshots: string}> {
	const home = await temporaryFolder(t);
	const folder = join(home, 'state');
	const state = await openState(folder);
	t.after(() => state.close());
	return {state, folder: home, snapshots: join(folder, 'snapshots')};
}

/** Makes a snapshot that nobody uses any more. Returns its SHA-256. */
async function keep(state: State, text: string): Promise<string> {
	const writer = await state.snapshots.create();
	await writer.write(Buffer.from(text));
	const stored = await writer.commit();
	stored.release();
	return stored.sha256;
}

async function age(path: string, days: number): Promise<void> {
	const then = new Date(Date.now() - days * 86_400_000);
	await utimes(path, then, then);
}

const own = `${'a'.repeat(64)}.csv`;
const ownTemporary = '00000000-0000-4000-8000-000000000000.tmp';
const foreign = [
	'notes.txt',
	'warehouse.csv',
	'backup.tmp',
	'.hidden',
	`${'a'.repeat(63)}.csv`,
	`${'A'.repeat(64)}.csv`,
	`${'a'.repeat(64)}.csv.bak`,
	`x${ownTemporary}`,
];

for (const way of ['a folder of its own', 'a link to a folder of somebody else'] as const) {
	test(`foreign files are not removed from the snapshots, which are in ${way}`, async t => {
		const {state, snapshots} = await stateIn(t);
		if (way === 'a link to a folder of somebody else') {
			const elsewhere = await temporaryFolder(t);
			await rename(snapshots, join(elsewhere, 'documents'));
			await symlink(join(elsewhere, 'documents'), snapshots);
		}

		for (const name of [...foreign, own, ownTemporary]) {
			await writeFile(join(snapshots, name), 'content');
			await age(join(snapshots, name), 3);
		}

		// The names of the store, but not its files.
		const folder = `${'b'.repeat(64)}.csv`;
		const link = `${'c'.repeat(64)}.csv`;
		await mkdir(join(snapshots, folder));
		await symlink('notes.txt', join(snapshots, link));
		state.snapshots.prune(keepNone);
		assert.deepEqual((await readdir(snapshots)).sort(), [...foreign, folder, link].sort());
	});
}

test('the oldest snapshots are removed first', async t => {
	const {state, snapshots} = await stateIn(t);
	const hashes: string[] = [];
	for (const [days, text] of ['newest', 'older', 'oldest'].entries()) {
		hashes.push(await keep(state, text));
		await age(join(snapshots, `${hashes.at(-1)}.csv`), days);
	}

	state.snapshots.prune({count: 2, bytes: 1000});
	assert.deepEqual((await readdir(snapshots)).sort(), hashes.slice(0, 2).map(toName).sort());
	state.snapshots.prune({count: 2, bytes: 7});
	assert.deepEqual(await readdir(snapshots), hashes.slice(0, 1).map(toName));
});

test('keeps the last two different snapshots that each integration accepted or may have accepted', async t => {
	const {state, folder, snapshots} = await stateIn(t);
	const accepted = ['confirmed', 'accepted', 'unseen', 'unchanged'];
	const kept: string[] = [];
	for (const integration of ['one', 'two']) {
		for (const [at, outcome] of ['confirmed', ...accepted, 'unknown', 'unknown', 'unknown', 'refused'].entries()) {
			const hash = await keep(state, `${integration} ${at}`);
			// Sent twice: the one before must stay.
			for (const _ of ['once', 'again'])
				await addToHistory(folder, {host: 'h', integration}, {outcome, message: '', sha256: hash});
			if ([3, 4, 6, 7].includes(at)) kept.push(toName(hash));
		}
	}

	state.snapshots.prune(keepNone);
	assert.deepEqual((await readdir(snapshots)).sort(), kept.sort());
});

test('keeps every part of the last two accepted snapshots, also a part that two snapshots share', async t => {
	const {state, snapshots} = await stateIn(t);
	const shared = await keep(state, 'shared');
	const kept: string[] = [shared];
	for (const at of [1, 2, 3]) {
		const own = await keep(state, `own ${at}`);
		if (at > 1) kept.push(own);
		const {parts: [part] = []} = beginning();
		const parts = [own, shared].flatMap(sha256 => (part === undefined ? [] : [{...part, sha256}]));
		addSent(state, beginning({sha256: `digest ${at}`, parts}));
	}

	state.snapshots.prune(keepNone);
	assert.deepEqual((await readdir(snapshots)).sort(), kept.map(toName).sort());
});

test('keeps a snapshot that an older version sent', async t => {
	const folder = await temporaryFolder(t);
	const old = await openOldState(folder);
	const hash = sha256(Buffer.from('old'));
	old.add({...place, source: '/w/a.csv', records: 1, bytes: 3, sha256: hash, outcome: 'accepted'});
	old.close();
	await writeFile(join(folder, 'snapshots', toName(hash)), 'old');
	const state = await openState(folder);
	t.after(() => state.close());
	state.snapshots.prune(keepNone, [hash]);
	assert.deepEqual(await readdir(join(folder, 'snapshots')), [toName(hash)]);
	assert.ok(state.history.has(hash));
});

test('removes a snapshot that was not sent first, unless the history has it', async t => {
	const {state, folder, snapshots} = await stateIn(t);
	const sent = await keep(state, 'sent');
	await addToHistory(folder, place, {outcome: 'refused', message: '', sha256: sent});
	state.snapshots.prune({count: 9, bytes: 1000}, [sent]);
	state.snapshots.prune({count: 9, bytes: 1000}, [await keep(state, 'not sent')]);
	assert.deepEqual(await readdir(snapshots), [toName(sent)]);
});

for (const stage of ['writing', 'planning'] as const) {
	test(`keeps a snapshot that another process uses (${stage}) until that process ends`, async t => {
		const {state, folder, snapshots} = await stateIn(t);
		const child = await startUser(t, join(folder, 'state'), stage);
		const [file = ''] = await readdir(snapshots);
		if (stage === 'planning') assert.equal(file, toName(sha256(Buffer.from('in use'))));
		await age(join(snapshots, file), 3);
		state.snapshots.prune(keepNone, [basename(file, '.csv')]);
		assert.deepEqual(await readdir(snapshots), [file]);
		child.kill('SIGKILL');
		await once(child, 'exit');
		state.snapshots.prune(keepNone);
		assert.deepEqual(await readdir(snapshots), []);
	});
}

async function startUser(t: Scope, folder: string, stage: string) {
	const script = fileURLToPath(new URL('snapshot-user.ts', import.meta.url));
	const child = spawn(process.execPath, ['--import=tsx', script, folder, stage], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	t.after(() => child.kill('SIGKILL'));
	await once(child.stdout, 'data');
	return child;
}

function toName(hash: string): string {
	return `${hash}.csv`;
}

test('a snapshot that gets its name is removed by no other process, under neither name', async t => {
	const {state, snapshots} = await stateIn(t);
	const other = await openState(join(snapshots, '..'));
	t.after(() => other.close());
	for (let round = 0; round < 20; round++) {
		const writer = await state.snapshots.create();
		await writer.write(Buffer.from(`snapshot ${round}`));
		let isNamed = false;
		const committing = writer.commit().finally(() => {
			isNamed = true;
		});
		committing.catch(() => undefined);
		while (!isNamed) {
			other.snapshots.prune(keepNone);
			await new Promise(setImmediate);
		}

		const stored = await committing;
		assert.ok(state.snapshots.has(stored.sha256));
		stored.release();
		other.snapshots.prune(keepNone);
		assert.deepEqual(await readdir(snapshots), []);
	}
});
