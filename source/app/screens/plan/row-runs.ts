import type {SiblingRuns} from '../../../plan/tree/sibling-runs.ts';

/**
Rows as runs: nodes with consecutive indexes, or the fields of one node. A tree of a million leaves below one node is one run, one of
closed nodes has nine bytes for each.
*/
export class RowRuns {
	/** For each run the index of its first node, or of the node with the fields. */
	#first = new Uint32Array(16);
	/** For each run the row after its last one. */
	#ends = new Uint32Array(16);
	/** For each run 1 if it has the fields of a node. */
	#isFields = new Uint8Array(16);
	/** The number of runs, and of rows. */
	#count = 0;
	#length = 0;
	/** The index that continues the last run; -1 if none can. */
	#next = -1;

	/** The number of rows. */
	get length(): number {
		return this.#length;
	}

	/** Adds the row of a node. */
	addNode(index: number): void {
		this.addNodes(index, 1);
	}

	/** Adds the rows of nodes with consecutive indexes. */
	addNodes(first: number, count: number): void {
		if (first !== this.#next) this.#addRun(first, 0);
		this.#length += count;
		this.#ends[this.#count - 1] = this.#length;
		this.#next = first + count;
	}

	/** Adds the rows of the fields of a node. */
	addFields(index: number, count: number): void {
		if (count === 0) return;
		this.#addRun(index, 1);
		this.#length += count;
		this.#ends[this.#count - 1] = this.#length;
		this.#next = -1;
	}

	/** Adds the rows of siblings. */
	addSiblings({first, counts}: SiblingRuns): void {
		if (counts.length === 0) return;
		if (counts.length === 1) {
			this.addNodes(first[0] ?? 0, counts[0] ?? 0);
			return;
		}

		this.#reserve(this.#count + counts.length);
		this.#isFields.fill(0, this.#count, this.#count + counts.length);
		this.#addRuns(first, counts, this.#length);
	}

	/** Adds the rows of others, from one up to another. */
	addFrom(other: RowRuns, from: number, to: number): void {
		if (from >= to) return;
		const [run, last] = [other.#runAt(from), other.#runAt(to - 1)];
		this.#addPart(other, run, from, Math.min(to, other.#ends[run] ?? to));
		if (run === last) return;
		this.#copyRuns(other, run + 1, last);
		this.#addPart(other, last, other.#startOf(last), to);
	}

	/** Returns the node of a row, and which of its fields the row shows; -1 for the node. */
	at(row: number): {readonly index: number; readonly field: number} {
		const run = this.#runAt(row);
		const [first, place] = [this.#first[run] ?? 0, row - this.#startOf(run)];
		return this.#isFields[run] === 1 ? {index: first, field: place} : {index: first + place, field: -1};
	}

	/** Returns the number of rows of nodes before an index, and of their fields. */
	before(index: number): number {
		const run = firstNot(this.#first, this.#count, first => first < index) - 1;
		if (run < 0) return 0;
		const [start, end] = [this.#startOf(run), this.#ends[run] ?? 0];
		return this.#isFields[run] === 1 ? end : Math.min(end, start + index - (this.#first[run] ?? 0));
	}

	/** Adds the rows of a part of one run. */
	#addPart(other: RowRuns, run: number, from: number, to: number): void {
		const first = other.#first[run] ?? 0;
		if (other.#isFields[run] === 1) this.addFields(first, to - from);
		else this.addNodes(first + from - other.#startOf(run), to - from);
	}

	/** Adds whole runs, which do not continue the last one. */
	#copyRuns(other: RowRuns, from: number, to: number): void {
		if (from >= to) return;
		this.#reserve(this.#count + to - from);
		this.#isFields.set(other.#isFields.subarray(from, to), this.#count);
		const shift = this.#length - other.#startOf(from);
		this.#addRuns(other.#first.subarray(from, to), other.#ends.subarray(from, to), shift);
	}

	/** Adds runs with their ends, which a number is added to. */
	#addRuns(first: Uint32Array, ends: Uint32Array, shift: number): void {
		const at = this.#count;
		const own = this.#ends;
		this.#first.set(first, at);
		for (let run = 0; run < ends.length; run++) own[at + run] = (ends[run] as number) + shift;
		this.#count = at + ends.length;
		this.#length = own[this.#count - 1] ?? 0;
		this.#next = -1;
	}

	#runAt(row: number): number {
		return firstNot(this.#ends, this.#count - 1, end => end <= row);
	}

	#startOf(run: number): number {
		return run === 0 ? 0 : (this.#ends[run - 1] ?? 0);
	}

	#addRun(first: number, isFields: 0 | 1): void {
		this.#reserve(this.#count + 1);
		this.#first[this.#count] = first;
		this.#isFields[this.#count] = isFields;
		this.#count++;
	}

	/** Makes room for so many runs. */
	#reserve(count: number): void {
		if (count <= this.#first.length) return;
		const length = Math.max(count, 2 * this.#first.length);
		this.#first = enlarged(this.#first, Uint32Array, length);
		this.#ends = enlarged(this.#ends, Uint32Array, length);
		this.#isFields = enlarged(this.#isFields, Uint8Array, length);
	}
}

/** Returns the first place up to `length` whose value does not pass; those that do come before. */
function firstNot(values: Uint32Array, length: number, passes: (value: number) => boolean): number {
	let [low, high] = [0, Math.max(0, length)];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (passes(values[middle] ?? 0)) low = middle + 1;
		else high = middle;
	}

	return low;
}

/** Returns an array with more room, by default twice as much. */
export function enlarged<Values extends Uint32Array | Uint8Array>(
	values: Values,
	type: new (length: number) => Values,
	length = 2 * values.length,
): Values {
	const larger = new type(length);
	larger.set(values);
	return larger;
}
