import assert from 'node:assert/strict';
import {readdir} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {Bundle} from '../../source/session/bundle.ts';
import {BundleSource} from '../../source/session/bundle-source.ts';
import {openState} from '../../source/state/state.ts';
import {sha256} from '../support/fault-server.ts';
import {temporaryFolder} from '../support/folder.ts';
import {openLines, recordLine} from '../support/session.ts';

test('files that belong together are parts of one snapshot, in their order', async t => {
	const folder = await temporaryFolder(t);
	const state = await openState(folder);
	t.after(() => state.close());
	const first = await openLines(t, [recordLine(), recordLine({col_name: 'b'})]);
	const second = await openLines(t, [recordLine({col_name: 'c'})]);
	const source = new BundleSource(new Bundle(first, second));
	const {snapshot, inventory, release} = await source.take(
		state.snapshots,
		new AbortController().signal,
		() => undefined,
	);
	const hashes = snapshot.parts.map(({sha256}) => sha256);
	assert.deepEqual(
		snapshot.parts.map(({kind, part, records}) => [kind, part, records]),
		[
			['warehouse', 'file', 2],
			['warehouse', 'file', 1],
		],
	);
	assert.equal(snapshot.digest, sha256(Buffer.from(hashes.map(hash => `file\u0000${hash}\n`).join(''))));
	assert.deepEqual(
		inventory.entities.map(entity => inventory.of(entity).count),
		[1, 3],
	);
	assert.deepEqual(snapshot.counts, {tables: 1, columns: 3});
	state.snapshots.discard(hashes);
	assert.equal((await readdir(join(folder, 'snapshots'))).length, 2, 'what is in use stays');
	release();
	state.snapshots.discard(hashes);
	assert.deepEqual(await readdir(join(folder, 'snapshots')), []);
});

for (const [what, stopAt] of [
	['the second file is written', 1],
	['the snapshot is complete', 2],
] as const) {
	test(`leaves no files of a snapshot that is stopped before ${what}`, async t => {
		const folder = await temporaryFolder(t);
		const state = await openState(folder);
		t.after(() => state.close());
		const abort = new AbortController();
		let committed = 0;
		const {snapshots} = state;
		const store = {
			async create() {
				const writer = await snapshots.create();
				return {
					write: (piece: Uint8Array) => writer.write(piece),
					abort: () => writer.abort(),
					async commit() {
						const part = await writer.commit();
						if (++committed === stopAt) abort.abort();
						return part;
					},
				};
			},
			use: (hash: string, signal: AbortSignal) => snapshots.use(hash, signal),
			discard: (hashes: readonly string[]) => snapshots.discard(hashes),
		};
		const source = new BundleSource(
			new Bundle(await openLines(t, [recordLine()]), await openLines(t, [recordLine({col_name: 'b'})])),
		);
		await assert.rejects(
			source.take(store, abort.signal, () => undefined),
			{name: 'AbortError'},
		);
		assert.deepEqual([committed, await readdir(join(folder, 'snapshots'))], [stopAt, []]);
	});
}
