/** Numbers that look random and are the same for the same seed (Mulberry32). */
export class Random {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** From 0 to below 1. */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	/** A whole number from 0 to below `limit`. */
	below(limit: number): number {
		return Math.floor(this.next() * limit);
	}

	/** True in one of `times` cases. */
	oneIn(times: number): boolean {
		return this.below(times) === 0;
	}

	pick<T>(list: readonly [T, ...T[]]): T {
		return list[this.below(list.length)] ?? list[0];
	}

	shuffled<T>(list: readonly T[]): T[] {
		const rest = [...list];
		return list.flatMap(() => rest.splice(this.below(rest.length), 1));
	}
}
