import {Hash} from '../kinds/keys/hash.ts';
import {HashIds} from '../kinds/keys/hash-ids.ts';

/**
The ids of catalog rows, stored as 64-bit hashes. They are evidence of changes since the baseline and never decide what a plan hides,
so a collision (a chance of 3·10⁻⁸ for a million ids) can only add or lose one piece of evidence.
*/
export class IdSet {
	readonly #numbers = new HashIds();
	readonly #hash = new Hash();

	/** Returns the set with these hashes. */
	static of(hashes: BigUint64Array): IdSet {
		const set = new IdSet();
		const halves = new Int32Array(hashes.buffer, hashes.byteOffset, 2 * hashes.length);
		for (let at = 0; at < halves.length; at += 2) set.#numbers.put(halves[at] ?? 0, halves[at + 1] ?? 0);
		return set;
	}

	/** Number of ids. */
	get count(): number {
		return this.#numbers.count;
	}

	/** Adds an id of the list with this index. The same id in two lists counts as two. */
	add(id: string, list: number): void {
		const {low, high} = this.#hashOf(id, list);
		this.#numbers.put(low, high);
	}

	has(id: string, list: number): boolean {
		const {low, high} = this.#hashOf(id, list);
		return this.#numbers.find(low, high) !== 0;
	}

	/** Returns the hashes of all ids, in ascending order. */
	sortedHashes(): BigUint64Array {
		return this.#numbers.hashes().sort();
	}

	#hashOf(id: string, list: number): Hash {
		const bytes = Buffer.from(id);
		return this.#hash.of(bytes, 0, bytes.length, list);
	}
}
