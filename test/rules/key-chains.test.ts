import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {KeyChains} from '../../source/rules/key-chains.ts';

test('after any adding and taking away, the first row with a key is the smallest that has it', () => {
	const change = fc.record({row: fc.integer({min: 1, max: 40}), key: fc.constantFrom('a', 'b', 'c', undefined)});
	fc.assert(
		fc.property(fc.array(change, {maxLength: 80}), changes => {
			const chains = new KeyChains();
			const model = new Map<number, string>();
			for (const {row, key} of changes) {
				chains.remove(row);
				model.delete(row);
				if (key === undefined) continue;
				chains.add(row, key);
				model.set(row, key);
			}

			for (const [row, key] of model) {
				const same = [...model]
					.filter(([, other]) => other === key)
					.map(([other]) => other)
					.sort((one, other) => one - other);
				assert.equal(chains.first(row), same[0]);
				assert.equal(chains.next(row), same[same.indexOf(row) + 1]);
				assert.equal(chains.find(key), same[0]);
			}
		}),
	);
});

test('a hundred thousand keys are told apart', () => {
	const chains = new KeyChains();
	for (let row = 1; row <= 100_000; row++) chains.add(row, `db\u0000schema\u0000table ${row % 50_000}`);
	for (let row = 1; row <= 100_000; row++) assert.equal(chains.first(row), ((row - 1) % 50_000) + 1);
});
