import assert from 'node:assert/strict';
import test from 'node:test';
import {chunks} from '../../../scripts/bundled/chunks.ts';

test('no two modules of a chunk export the same name, which would hide both', async () => {
	for (const files of Object.values(chunks)) {
		const modules: readonly object[] = await Promise.all(files.map(file => import(`../../../${file}`)));
		const names = modules.flatMap(module => Object.keys(module));
		assert.deepEqual(
			names.filter((name, at) => names.indexOf(name) !== at),
			[],
		);
	}
});
