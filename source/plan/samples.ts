/** The first few of many values in their order, so that the same set gives the same samples in whatever order it comes. */
export class Samples<Value> {
	readonly #size: number;
	readonly #compare: (one: Value, other: Value) => number;
	readonly #sorted: Value[] = [];

	constructor(size: number, compare: (one: Value, other: Value) => number) {
		this.#size = size;
		this.#compare = compare;
	}

	get values(): readonly Value[] {
		return this.#sorted;
	}

	add(value: Value): void {
		const last = this.#sorted.at(-1);
		const isFull = this.#sorted.length === this.#size;
		if (isFull && last !== undefined && this.#compare(value, last) >= 0) return;
		const at = this.#sorted.findIndex(other => this.#compare(value, other) < 0);
		this.#sorted.splice(at === -1 ? this.#sorted.length : at, 0, value);
		if (this.#sorted.length > this.#size) this.#sorted.pop();
	}
}
