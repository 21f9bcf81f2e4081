import assert from 'node:assert/strict';
import {randomFillSync} from 'node:crypto';
import test from 'node:test';
import {sortKeys} from '../../source/plan/sort-keys.ts';

for (const count of [0, 1, 1000, 16_384, 50_001]) {
	test(`sorts ${count} keys as the engine does`, () => {
		const keys = randomFillSync(new BigUint64Array(count));
		// Keys that differ in one digit, and equal ones.
		for (let at = 0; at + 3 < count; at += 4) {
			keys[at + 1] = (keys[at] ?? 0n) ^ 0x1_0000n;
			keys[at + 2] = keys[at] ?? 0n;
		}

		const expected = keys.toSorted();
		assert.deepEqual(sortKeys(keys), expected);
	});
}
