import assert from 'node:assert/strict';
import test from 'node:test';
import {Hash} from '../../../source/kinds/keys/hash.ts';
import {NameIds} from '../../../source/kinds/keys/name-ids.ts';

/** Every name has the same hash. */
class ConstantHash extends Hash {
	override of(): this {
		return this;
	}
}

for (const [what, hash] of [
	['by their hashes', new Hash()],
	['by their bytes, when all hashes are the same', new ConstantHash()],
] as const) {
	test(`assigns one id to each name ${what}`, () => {
		const names = new NameIds(hash);
		const texts = Array.from({length: 300}, (_, at) => `name ${at % 150}`);
		const numbers = texts.map(text => {
			const bytes = Buffer.from(`<${text}>`);
			return names.put(bytes, 1, bytes.length - 1);
		});
		assert.deepEqual(
			numbers,
			texts.map((_, at) => (at % 150) + 1),
		);
		assert.equal(names.bytesOf(150).toString(), 'name 149');
		assert.equal(names.count, 150);
	});
}
