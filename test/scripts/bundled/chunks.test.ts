import assert from 'node:assert/strict';
import test from 'node:test';
import {chunks} from '../../../scripts/bundled/chunks.ts';

const folder = 'source/';

test('no two modules of a chunk export the same name, which would hide both', async () => {
	for (const files of Object.values(chunks)) {
		assert.ok(files.every(file => file.startsWith(folder)));
		// The beginning of the path names the folder that the tests bundle.
		const load = (file: string) => import(`../../../source/${file.slice(folder.length)}`);
		const modules: readonly object[] = await Promise.all(files.map(load));
		const names = modules.flatMap(module => Object.keys(module));
		assert.deepEqual(
			names.filter((name, at) => names.indexOf(name) !== at),
			[],
		);
	}
});
