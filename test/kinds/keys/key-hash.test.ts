import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {lowerCase} from '../../../source/kinds/bytes/classes.ts';
import {ContentHash} from '../../../source/kinds/keys/content-hash.ts';
import {Hash} from '../../../source/kinds/keys/hash.ts';
import {KeyHash} from '../../../source/kinds/keys/key-hash.ts';

const lanes = ['low', 'high', 'low2', 'high2'] as const;

function keyOf(...pieces: readonly string[]): readonly number[] {
	const hash = new KeyHash().start();
	for (const piece of pieces) hash.addText(piece);
	hash.finish();
	return lanes.map(lane => hash[lane]);
}

test('resumes a kept key, also after other keys, to the value of the whole', () => {
	fc.assert(
		fc.property(fc.string(), fc.array(fc.string(), {minLength: 1}), (start, ends) => {
			const hash = new KeyHash().start().addText(start);
			hash.keep();
			hash.finish();
			for (const end of ends) {
				hash.start().resume();
				hash.addText(end).finish();
				assert.deepEqual(
					lanes.map(lane => hash[lane]),
					keyOf(start, end),
				);
			}
		}),
	);
});

test('hashes a key in any number of pieces to the same value, whose first half is the 64-bit hash', () => {
	fc.assert(
		fc.property(fc.array(fc.string({unit: 'binary'})), pieces => {
			const bytes = Buffer.concat(pieces.map(piece => Buffer.from(piece)));
			const {low, high} = new Hash().of(bytes, 0, bytes.length);
			const whole = new KeyHash().start().add(bytes, 0, bytes.length).finish();
			const expected = lanes.map(lane => whole[lane]);
			assert.deepEqual(expected.slice(0, 2), [low, high]);
			assert.deepEqual(keyOf(...pieces), expected);
		}),
	);
});

test('hashes a text of any length like its bytes, and maps each byte', () => {
	const long = 'Größe '.repeat(1000);
	const bytes = Buffer.from(long);
	const whole = new KeyHash().start().add(bytes, 0, bytes.length).finish();
	assert.deepEqual(
		keyOf(long),
		lanes.map(lane => whole[lane]),
	);
	const upper = Buffer.from('ORDERS');
	const lowered = new KeyHash().start().add(upper, 0, upper.length, lowerCase).finish();
	assert.deepEqual(
		keyOf('orders'),
		lanes.map(lane => lowered[lane]),
	);
});

/** Returns the number of repeated numbers. */
function repeated(numbers: Int32Array): number {
	numbers.sort();
	let found = 0;
	for (let at = 1; at < numbers.length; at++) if (numbers[at] === numbers[at - 1]) found++;
	return found;
}

test('any 32 bits of the hashes of similar names collide no more often than random numbers', () => {
	const count = 300_000;
	const whole = lanes.map(() => new Int32Array(count));
	for (let at = 0; at < count; at++) {
		const key = keyOf(`WAREHOUSE\0schema_${at % 40}\0table_${Math.floor(at / 30)}\0column_${at % 30}`);
		for (const [lane, hash] of key.entries()) (whole[lane] as Int32Array)[at] = hash;
	}

	// Half of one number with half of another shows whether the two depend on each other.
	const mixed = whole.flatMap((one, lane) =>
		whole.slice(lane + 1).map(other => one.map((hash, at) => (hash << 16) | ((other[at] ?? 0) & 0xffff))),
	);
	const expected = count ** 2 / 2 ** 33;
	for (const numbers of [...whole, ...mixed]) {
		const found = repeated(numbers);
		assert.ok(found < 3 * expected + 5, `${found} are there twice, and ${expected.toFixed(1)} are expected`);
	}
});

test('fields with another value or another boundary have another hash', () => {
	const contentOf = (fields: readonly string[]) => {
		const hash = new ContentHash().start();
		for (const field of fields) hash.addField(Buffer.from(field), 0, Buffer.byteLength(field));
		const {low, high} = hash.finish();
		return `${low} ${high}`;
	};
	const fields = fc.tuple(fc.string({unit: 'grapheme'}), fc.string(), fc.string());
	fc.assert(
		fc.property(fields, fields, (one, other) => {
			assert.equal(
				contentOf(one) === contentOf(other),
				one.every((field, at) => field === other[at]),
			);
		}),
	);
	const shifted = [
		['ab', 'c', ''],
		['a', 'bc', ''],
		['', 'abc', ''],
		['abc', '', ''],
		['abc\0', '', ''],
		['', '', 'abc'],
		['', '', ''],
		['\0', '', ''],
		['\0\0', '', ''],
	];
	assert.equal(new Set(shifted.map(contentOf)).size, shifted.length);
});
