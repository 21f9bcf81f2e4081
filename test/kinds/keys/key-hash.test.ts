import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {Hash} from '../../../source/kinds/keys/hash.ts';
import {KeyHash} from '../../../source/kinds/keys/key-hash.ts';

const lanes = ['low', 'high', 'low2', 'high2'] as const;

function keyOf(...pieces: readonly string[]): readonly number[] {
	const hash = new KeyHash().start();
	for (const piece of pieces) hash.addText(piece);
	hash.finish();
	return lanes.map(lane => hash[lane]);
}

/** The key of a member of an owner, by the hash of its name. */
function memberKeyOf(owner: KeyHash, name: string): readonly number[] {
	const bytes = Buffer.from(name);
	const {low, high} = new Hash().of(bytes, 0, bytes.length);
	const member = new KeyHash().ofMember(owner, low, high);
	return lanes.map(lane => member[lane]);
}

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

test('hashes a text of any length like its bytes', () => {
	const long = 'Größe '.repeat(1000);
	const bytes = Buffer.from(long);
	const whole = new KeyHash().start().add(bytes, 0, bytes.length).finish();
	assert.deepEqual(
		keyOf(long),
		lanes.map(lane => whole[lane]),
	);
});

/** Returns the number of repeated numbers. */
function repeated(numbers: Int32Array): number {
	numbers.sort();
	let found = 0;
	for (let at = 1; at < numbers.length; at++) if (numbers[at] === numbers[at - 1]) found++;
	return found;
}

function assertRandom(makeKey: (at: number) => readonly number[]): void {
	const count = 300_000;
	const whole = lanes.map(() => new Int32Array(count));
	for (let at = 0; at < count; at++) {
		const key = makeKey(at);
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
}

test('any 32 bits of the hashes of similar names collide no more often than random numbers', () => {
	assertRandom(at => keyOf(`WAREHOUSE\0schema_${at % 40}\0table_${Math.floor(at / 30)}\0column_${at % 30}`));
});

test('any 32 bits of the hashes of members with similar names collide no more often than random numbers', () => {
	const owner = new KeyHash();
	assertRandom(at => {
		if (at % 30 === 0)
			owner
				.start()
				.addText(`WAREHOUSE\0schema_${at % 40}\0table_${at / 30}`)
				.finish();
		return memberKeyOf(owner, `column_${at % 30}`);
	});
});
