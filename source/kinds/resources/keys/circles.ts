/** Finds resources that are their own ancestors. Each id has at most one parent, so each is on at most one circle. */
export class Circles {
	readonly #onCircle = new Set<number>();
	/** Returns the number of the parent of an id, if the file has both; otherwise 0. */
	readonly #parentOf: (id: number) => number;

	constructor(parentOf: (id: number) => number) {
		this.#parentOf = parentOf;
	}

	has(id: number): boolean {
		return this.#onCircle.size > 0 && this.#onCircle.has(id);
	}

	/** Finds all circles among the ids from 1 to `last`. */
	findAll(last: number): void {
		const walks = new Int32Array(last + 1);
		for (let start = 1; start <= last; start++) {
			let id = start;
			while (id !== 0 && walks[id] === 0) {
				walks[id] = start;
				id = this.#parentOf(id);
			}

			if (id !== 0 && walks[id] === start) this.#mark(id);
		}
	}

	/** Finds the circle of an id. Returns its ids. */
	find(id: number): ReadonlySet<number> {
		const way = new Set<number>();
		for (let next = id; next !== 0 && !way.has(next); ) {
			way.add(next);
			next = this.#parentOf(next);
			if (next === id) {
				this.#mark(id);
				return way;
			}
		}

		return new Set();
	}

	/** Forgets the circle of an id, before a parent on it changes. Returns its ids. */
	forget(id: number): ReadonlySet<number> {
		const forgotten = new Set<number>();
		for (let next = id; this.has(next); next = this.#parentOf(next)) {
			forgotten.add(next);
			this.#onCircle.delete(next);
		}

		return forgotten;
	}

	#mark(start: number): void {
		for (let id = start; !this.#onCircle.has(id); id = this.#parentOf(id)) this.#onCircle.add(id);
	}
}
