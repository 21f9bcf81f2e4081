/** Rows that follow each other: nodes with consecutive indexes, or the fields of one node. */
export type Run = {readonly kind: 'nodes' | 'fields'; readonly first: number; readonly length: number};

/** Rows as runs. A tree of a million leaves below one node is one run. */
export class RowRuns {
	/** For each run the index of its first node, or of the node with the fields. */
	readonly #first: number[] = [];
	readonly #isFields: boolean[] = [];
	/** For each run the row after its last one. */
	readonly #ends: number[] = [];

	/** The number of rows. */
	get length(): number {
		return this.#ends.at(-1) ?? 0;
	}

	addNode(index: number): void {
		this.add({kind: 'nodes', first: index, length: 1});
	}

	/** Adds rows; nodes that continue the last run make it longer. */
	add({kind, first, length}: Run): void {
		if (length === 0) return;
		const last = this.#ends.length - 1;
		const end = this.length + length;
		if (kind === 'nodes' && last >= 0 && !this.#isFields[last] && this.#nodeAfter(last) === first) {
			this.#ends[last] = end;
			return;
		}

		this.#first.push(first);
		this.#isFields.push(kind === 'fields');
		this.#ends.push(end);
	}

	/** Adds the rows of others, from one up to another. */
	addFrom(other: RowRuns, from: number, to: number): void {
		for (let row = from, run = other.#runAt(from); row < to; run++) {
			const end = Math.min(to, other.#ends[run] ?? to);
			const first = other.#first[run] ?? 0;
			if (other.#isFields[run]) this.add({kind: 'fields', first, length: end - row});
			else this.add({kind: 'nodes', first: first + row - other.#startOf(run), length: end - row});
			row = end;
		}
	}

	/** Returns the node of a row, and which of its fields the row shows; -1 for the node. */
	at(row: number): {readonly index: number; readonly field: number} {
		const run = this.#runAt(row);
		const [first, place] = [this.#first[run] ?? 0, row - this.#startOf(run)];
		return this.#isFields[run] ? {index: first, field: place} : {index: first + place, field: -1};
	}

	/** Returns the number of rows of nodes before an index, and of their fields. */
	before(index: number): number {
		let [low, high] = [0, this.#ends.length];
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((this.#first[middle] ?? 0) < index) low = middle + 1;
			else high = middle;
		}

		const run = low - 1;
		if (run < 0) return 0;
		const [start, end] = [this.#startOf(run), this.#ends[run] ?? 0];
		return this.#isFields[run] ? end : Math.min(end, start + index - (this.#first[run] ?? 0));
	}

	#runAt(row: number): number {
		let [low, high] = [0, this.#ends.length - 1];
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((this.#ends[middle] ?? 0) <= row) low = middle + 1;
			else high = middle;
		}

		return low;
	}

	#startOf(run: number): number {
		return run === 0 ? 0 : (this.#ends[run - 1] ?? 0);
	}

	#nodeAfter(run: number): number {
		return (this.#first[run] ?? 0) + (this.#ends[run] ?? 0) - this.#startOf(run);
	}
}
