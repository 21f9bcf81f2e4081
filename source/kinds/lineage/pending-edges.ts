import type {EndReader} from './end-reader.ts';

/** The ends of one side of edges. */
export class PendingEnds {
	readonly low: Int32Array;
	readonly high: Int32Array;
	/** The number of the type; 0 for an end that is not well-formed. */
	readonly types: Uint8Array;

	constructor(size: number) {
		this.low = new Int32Array(size);
		this.high = new Int32Array(size);
		this.types = new Uint8Array(size);
	}

	set(at: number, {low, high, type}: EndReader): void {
		this.low[at] = low;
		this.high[at] = high;
		this.types[at] = type;
	}
}

/** Edges whose ends have no numbers yet. Many edges together get them in less time than each alone: see `HashIds.prefetch`. */
export class PendingEdges {
	count = 0;
	readonly rows: Int32Array;
	readonly from: PendingEnds;
	readonly to: PendingEnds;
	readonly #size: number;

	constructor(size: number) {
		this.#size = size;
		this.rows = new Int32Array(size);
		this.from = new PendingEnds(size);
		this.to = new PendingEnds(size);
	}

	get isFull(): boolean {
		return this.count === this.#size;
	}

	add(row: number, from: EndReader, to: EndReader): void {
		this.rows[this.count] = row;
		this.from.set(this.count, from);
		this.to.set(this.count, to);
		this.count++;
	}
}
