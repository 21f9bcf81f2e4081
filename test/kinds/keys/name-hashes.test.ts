import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {KeyHash, memberName} from '../../../source/kinds/keys/key-hash.ts';
import {datePattern, hashName, plainName} from '../../../source/kinds/keys/name-hashes.ts';

test('the hash of the name of a member is found from its key and that of its owner', () => {
	const int = fc.integer({min: -(2 ** 31), max: 2 ** 31 - 1});
	fc.assert(
		fc.property(fc.string(), int, int, (owner, low, high) => {
			const key = new KeyHash().start().addText(owner).finish();
			assert.deepEqual(memberName(new KeyHash().ofMember(key, low, high), key), {low, high});
		}),
	);
});

test('a date in a name is replaced, other numbers are not', () => {
	const names = {
		events_20251125: 'events_*',
		'events-2025-11-25': 'events-*',
		e202511_raw: 'e*_raw',
		events_2025_11: 'events_*',
		events_123456789: undefined,
		events_20251345: undefined,
		events_2025: undefined,
	};
	for (const [name, pattern] of Object.entries(names)) assert.equal(datePattern(name), pattern, name);
});

test('a plain name has no qualifiers and no white space', () => {
	assert.deepEqual(['db.s.orders', 'my  table ', 'orders'].map(plainName), ['orders', 'my_table', 'orders']);
});

test('forms of a name have equal hashes', () => {
	const hashes = hashName('Größe_20250101');
	assert.equal(hashes.folded, hashName('GRÖSSE_20250101'.replace('SS', 'ß')).folded);
	assert.equal(hashes.pattern, hashName('größe_20250102').pattern);
	assert.notEqual(hashes.own, hashes.folded);
	assert.equal(hashName('orders').pattern, 0);
});
