import type {ResourceName} from '../kinds/resources.ts';

/** The first few of many values in sorted order, so that the samples do not depend on the order of arrival. */
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

/** Compares names part by part. */
export function compareNames(one: ResourceName, other: ResourceName): number {
	const length = Math.min(one.length, other.length);
	for (let at = 0; at < length; at++) {
		const order = compareText(one[at] ?? '', other[at] ?? '');
		if (order !== 0) return order;
	}

	return one.length - other.length;
}

function compareText(one: string, other: string): number {
	if (one === other) return 0;
	return one < other ? -1 : 1;
}
