import {Hash} from '../kinds/keys/hash.ts';
import {HashNumbers} from '../kinds/keys/hash-numbers.ts';

/** Resources by key, numbered from 1 in the order in which they are added. Of each only a hash of 64 bits is kept. */
export class ResourceSet {
	readonly #numbers = new HashNumbers();
	readonly #hash = new Hash();

	/** Returns the set with these hashes. */
	static of(hashes: BigUint64Array): ResourceSet {
		const set = new ResourceSet();
		const halves = new Int32Array(hashes.buffer, hashes.byteOffset, 2 * hashes.length);
		for (let at = 0; at < halves.length; at += 2) set.#numbers.put(halves[at] ?? 0, halves[at + 1] ?? 0);
		return set;
	}

	/** Number of resources. */
	get count(): number {
		return this.#numbers.count;
	}

	/** Adds a resource. Returns its number; one that is there already has its own. */
	add(key: string): number {
		const {low, high} = this.#hashOf(key);
		return this.#numbers.put(low, high);
	}

	/** Returns the number of a resource; `undefined` when it is not in the set. */
	find(key: string): number | undefined {
		const {low, high} = this.#hashOf(key);
		return this.#numbers.find(low, high) || undefined;
	}

	/** Returns the hashes of all resources, or of those whose numbers `isWanted`, in ascending order. */
	sortedHashes(isWanted: (number: number) => boolean = () => true): BigUint64Array {
		return this.#numbers.hashes(isWanted).sort();
	}

	#hashOf(key: string): Hash {
		const bytes = Buffer.from(key);
		return this.#hash.of(bytes, 0, bytes.length);
	}
}
