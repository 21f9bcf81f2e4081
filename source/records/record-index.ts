import {firstIndex} from './first-index.ts';
import type {Renumbering} from './renumbering.ts';
import {TallRows, type TallRowsState} from './tall-rows.ts';

/** An index after the first pass over a file, without inserted rows. Its arrays are those of `RecordIndex`. */
export type IndexState = {
	readonly starts: Float64Array<ArrayBuffer>;
	readonly count: number;
	readonly end: number;
	readonly tallRows: TallRowsState;
};

/**
The start of each record of a file. Rows are counted as in a spreadsheet: the header is row 1. Each record takes eight bytes, so a
million rows take 8 MB and no objects.
*/
export class RecordIndex {
	#starts = new Float64Array(1024);
	#count = 0;
	#end = 0;
	/** The rows that are not in the file, in order. */
	#inserted: readonly number[] = [];
	readonly tallRows = new TallRows();

	/** The number of the last row; 0 if there are no rows. */
	get lastRow(): number {
		return this.#count;
	}

	/** Reserves room for the expected number of rows. Memory is used only when it is written to. */
	expectedRows = 0;

	get state(): IndexState {
		return {starts: this.#starts, count: this.#count, end: this.#end, tallRows: this.tallRows.state};
	}

	set state({starts, count, end, tallRows}: IndexState) {
		this.#starts = starts;
		this.#count = count;
		this.#end = end;
		this.tallRows.state = tallRows;
	}

	/** Adds a record from `start` to `end` with this number of line ends inside. Returns its row. */
	add(start: number, end: number, innerLines: number): number {
		if (this.#count === this.#starts.length) this.#grow();
		this.#starts[this.#count++] = start;
		this.#end = end;
		if (innerLines > 0) this.tallRows.add(this.#count, innerLines);
		return this.#count;
	}

	/** Returns the offset of the first byte of a row. */
	start(row: number): number {
		const start = row >= 1 && row <= this.#count ? this.#starts[row - 1] : undefined;
		if (start === undefined) throw new RangeError(`row ${row} is outside 1 to ${this.#count}`);
		return start;
	}

	/** Returns the offset after the last byte of a row, with its line end. */
	end(row: number): number {
		return row === this.#count ? this.#end : this.start(row + 1);
	}

	/** Returns the row that contains the byte at `offset`. */
	rowAt(offset: number): number {
		return Math.max(
			1,
			firstIndex(this.#count, at => (this.#starts[at] ?? 0) > offset),
		);
	}

	/** Returns the physical line, from 1, on which a row starts; for an inserted row, the line after the row of the file. */
	lineOf(row: number): number {
		return this.rowInFile(row) + this.tallRows.innerLinesBefore(row);
	}

	/** True if a row was inserted: it has no bytes in the file. */
	isInserted(row: number): boolean {
		return this.#inserted.length > 0 && this.start(row) === this.end(row);
	}

	/** Returns the row of the file after which a row was inserted; the row itself if it is in the file. */
	baseOf(row: number): number {
		if (!this.isInserted(row)) return row;
		const start = this.start(row);
		return firstIndex(this.#count, at => (this.#starts[at] ?? 0) >= start);
	}

	/** Returns the number of a row in the file, where no rows are inserted. */
	rowInFile(row: number): number {
		return row - firstIndex(this.#inserted.length, at => (this.#inserted[at] ?? 0) >= row);
	}

	/** Returns the row that has a number in the file. */
	rowOfFile(row: number): number {
		return row + firstIndex(this.#inserted.length, at => (this.#inserted[at] ?? 0) - at > row);
	}

	/** Inserts rows without bytes, each where the next one starts, or removes them. */
	renumber(renumbering: Renumbering): void {
		const isInsertion = renumbering.kind === 'insert';
		const count = this.#count + (isInsertion ? renumbering.count : -renumbering.count);
		if (count > this.#starts.length) this.#starts = moved(this.#starts, new Float64Array(Math.ceil(count * 1.25)));
		renumbering.move(this.#starts, count, 1);
		this.#count = count;
		this.tallRows.renumber(renumbering);
		const kept = renumbering.renumbered(this.#inserted);
		if (!isInsertion) {
			this.#inserted = kept;
			return;
		}

		const inserted = [...renumbering.rows()];
		for (const row of inserted.toReversed()) this.#starts[row - 1] = row === count ? this.#end : this.start(row + 1);
		this.#inserted = [...kept, ...inserted].sort((one, other) => one - other);
	}

	#grow(): void {
		this.#starts = moved(this.#starts, new Float64Array(Math.max(this.expectedRows, Math.ceil(this.#count * 1.5))));
	}
}

function moved(from: Float64Array, to: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
	to.set(from);
	return to;
}
