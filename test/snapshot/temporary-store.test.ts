import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {dirname} from 'node:path';
import test from 'node:test';
import {TemporaryStore} from '../../source/snapshot/temporary-store.ts';
import {temporaryFile} from '../support/folder.ts';

const {signal} = new AbortController();
const text = 'a,b\n1,2\n3,4\n';

test('a file that is known to be a part is used itself, and the next part is that of the next file', async t => {
	const paths = [await temporaryFile(t, text), '', await temporaryFile(t, text)];
	const store = await TemporaryStore.open();
	t.after(() => store.close());
	const of = store.partsOf(paths);
	assert.equal(of.keepFile?.(text.length)?.path, paths[0]);
	assert.equal(of.keepFile?.(text.length), undefined, 'a stream has no file');
	await (await of.create()).commit();
	assert.equal(of.keepFile?.(text.length)?.path, paths[2]);
});

const parts: ReadonlyArray<readonly [name: string, source: string | undefined, pieces: readonly string[]]> = [
	['is the file itself if it is the same', text, ['a,b\n', '1,2\n3,4\n']],
	['is copied from its first difference on', text, ['a,b\n', '1,2\n', '3,5\n', '6,7\n']],
	['is copied if it differs from the start', `\uFEFF${text}`, [text]],
	['is copied if the file goes on', `${text}\n`, [text]],
	['is copied if the file ends before it', 'a,b\n1', [text, '5,6\n']],
	['is copied if it has no file', undefined, [text]],
];
for (const [name, source, pieces] of parts) {
	test(`a part that is only planned ${name}`, async t => {
		const path = source === undefined ? '' : await temporaryFile(t, source);
		const store = await TemporaryStore.open();
		const [folder, kept] = await (async () => {
			try {
				const writer = await store.partsOf([path]).create();
				for (const piece of pieces) await writer.write(Buffer.from(piece));
				const part = await writer.commit();
				assert.equal(await readFile(part.path, 'utf8'), pieces.join(''));
				assert.equal(part.bytes, Buffer.byteLength(pieces.join('')));
				return [dirname(part.path), part];
			} finally {
				await store.close();
			}
		})();
		assert.equal(kept.path === path, source === pieces.join(''));
		assert.equal(existsSync(folder), kept.path === path, 'copies are removed');
		assert.equal(await store.partsOf([]).use('x', signal), undefined);
	});
}
