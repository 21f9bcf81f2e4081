import {HashIds, type HashIdsState} from '../keys/hash-ids.ts';
import {internalType} from './edge-check.ts';

/** All ends; the array is that of `EndIds`. */
export type EndIdsState = {readonly hashes: HashIdsState; readonly types: Uint8Array<ArrayBuffer>};

/** The well-formed ends of a file, numbered from 1. Ends with the same type and keys have the same number. */
export class EndIds {
	readonly #hashes = new HashIds();
	#types = new Uint8Array(1024);

	get state(): EndIdsState {
		return {hashes: this.#hashes.state, types: this.#types};
	}

	set state({hashes, types}: EndIdsState) {
		this.#hashes.state = hashes;
		this.#types = types;
	}

	get count(): number {
		return this.#hashes.count;
	}

	/** Returns the number of an end; assigns one if it is new. */
	put(low: number, high: number, type: number): number {
		const known = this.#hashes.count;
		const number = this.#hashes.put(low, high);
		if (number <= known) return number;
		if (number === this.#types.length) {
			const types = new Uint8Array(number * 2);
			types.set(this.#types);
			this.#types = types;
		}

		this.#types[number] = type;
		return number;
	}

	/** Reads what `put` will need for some ends; see `HashIds.prefetch`. */
	prefetch(low: Int32Array, count: number): void {
		this.#hashes.prefetch(low, count);
	}

	/** Returns the number of the internal end with an id, by the hash of the id; 0 without one. */
	findInternal(low: number, high: number): number {
		const number = this.#hashes.find(low, high);
		return this.isInternal(number) ? number : 0;
	}

	/** True if an end is an internal resource. */
	isInternal(number: number): boolean {
		return this.#types[number] === internalType;
	}

	/** Returns the hash of an end. */
	hashOf(number: number): {readonly low: number; readonly high: number} {
		return this.#hashes.hashOf(number);
	}
}
