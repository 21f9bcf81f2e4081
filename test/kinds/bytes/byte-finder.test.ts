import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {ByteFinder} from '../../../source/kinds/bytes/byte-finder.ts';
import {rounds} from '../../support/rounds.ts';

const bytes = fc.array(fc.constantFrom(1, 2), {maxLength: 30}).map(list => Buffer.from(list));
const span = fc.record({at: fc.nat(30), length: fc.nat(8), other: fc.boolean()});

test('finds a byte in any span of any buffer, in any order', () => {
	fc.assert(
		fc.property(bytes, bytes, fc.array(span), (one, two, spans) => {
			const finder = new ByteFinder(2);
			for (const {at, length, other} of spans) {
				const buffer = other ? two : one;
				const start = Math.min(at, buffer.length);
				const end = Math.min(start + length, buffer.length);
				const found = buffer.subarray(start, end).indexOf(2);
				assert.equal(finder.find(buffer, start, end), found === -1 ? end : start + found);
			}
		}),
		{numRuns: rounds(300)},
	);
});

test('finds a byte that was written into the same buffer', () => {
	const finder = new ByteFinder(2);
	const buffer = Buffer.from([1, 1]);
	assert.equal(finder.find(buffer, 0, 2), 2);
	buffer[1] = 2;
	finder.forget();
	assert.equal(finder.find(buffer, 0, 2), 1);
});
