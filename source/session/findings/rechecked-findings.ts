import type {Finding} from '../../kinds/problem.ts';
import {firstIndex} from '../../records/first-index.ts';

/** The findings of a row, which may have none. */
export type RowFindings = readonly [row: number, findings: readonly Finding[]];

/** The findings of the rows that were rechecked since the last merge, which override the stored ones. */
export class RecheckedFindings {
	readonly #byRow = new Map<number, readonly Finding[]>();
	/** The rows that have findings, in order; computed when needed. */
	#rows: number[] | undefined;

	/** The number of rechecked rows. */
	get size(): number {
		return this.#byRow.size;
	}

	/** Returns the findings of a row; `undefined` if it was not rechecked. */
	get(row: number): readonly Finding[] | undefined {
		return this.#byRow.get(row);
	}

	set(row: number, findings: readonly Finding[]): void {
		this.#byRow.set(row, findings);
		this.#rows = undefined;
	}

	clear(): void {
		this.#byRow.clear();
		this.#rows = undefined;
	}

	/** Removes all rows and returns them in order. */
	takeAll(): readonly RowFindings[] {
		const all = [...this.#byRow].sort(([one], [other]) => one - other);
		this.clear();
		return all;
	}

	/** Yields the rechecked rows, in no order. */
	[Symbol.iterator](): IterableIterator<RowFindings> {
		return this.#byRow.entries();
	}

	/** Returns the first row with findings after `row`. */
	rowAfter(row: number): number | undefined {
		const rows = this.#sorted();
		return rows[firstIndex(rows.length, at => (rows[at] ?? 0) > row)];
	}

	/** Returns the last row with findings before `row`. */
	rowBefore(row: number): number | undefined {
		const rows = this.#sorted();
		return rows[firstIndex(rows.length, at => (rows[at] ?? 0) >= row) - 1];
	}

	#sorted(): readonly number[] {
		this.#rows ??= [...this.#byRow]
			.filter(([, list]) => list.length > 0)
			.map(([row]) => row)
			.sort((one, other) => one - other);
		return this.#rows;
	}
}
