import {firstIndex} from '../records/first-index.ts';
import type {Records} from '../records/records.ts';
import type {Renumbering} from '../records/renumbering.ts';
import type {RowEdit} from '../records/row-edit.ts';

/** A row in terms of the file on disk: a row of the file, or the n-th of the rows inserted after it. */
export type FileRowRef = {
	/** 0 if the row was skipped in the last save and is not in the file. */
	readonly row: number;
	readonly part: number;
};

/** The number of a row that was skipped in the last save. */
const skipped = -1;

/** The rows of the file on disk, as opened or as written by the last save in place. */
export class FileRows {
	readonly #records: Records;
	/** The edits that the last save in place has written, by current row number. */
	#saved: ReadonlyMap<number, RowEdit> | undefined;
	/** The rows that these edits skip, in order. */
	#skipped: readonly number[] = [];
	/** The row in the saved file for each current row, once rows were inserted or removed since; 0 for an inserted one. */
	#rows: Int32Array<ArrayBuffer> | undefined;

	constructor(records: Records) {
		this.#records = records;
	}

	/** True if the file was saved in place. */
	get isSaved(): boolean {
		return this.#saved !== undefined;
	}

	/** Notes that a save in place has written these edits. */
	savedInPlace(edits: ReadonlyMap<number, RowEdit>): void {
		this.#saved = edits;
		this.#skipped = [...edits]
			.flatMap(([row, edit]) => (edit.kind === 'skipped' ? [row] : []))
			.sort((one, other) => one - other);
		this.#rows = undefined;
	}

	/** Returns the edit of a row that the file contains. */
	savedEdit(row: number): RowEdit | undefined {
		return this.#saved?.get(row);
	}

	/**
	Returns the position of a row in the file, by its number before the current change. `renumbering` is the effect of that change on the
	records.
	*/
	placeOf(row: number, renumbering: Renumbering | undefined): FileRowRef {
		if (this.#saved !== undefined) return this.#placeSinceSave(row);
		const {index} = this.#records;
		const base = index.baseOf(renumbering?.rowAfter(row) ?? row);
		return {row: index.rowInFile(base), part: row - (renumbering?.inverse.rowAfter(base) ?? base)};
	}

	/**
	Updates the mapping after a change that inserts or removes rows. A row of the saved file that is removed and restored counts as a
	new one: the journal has skipped the one in the file.
	*/
	renumber(renumbering: Renumbering): void {
		if (this.#saved === undefined) return;
		const {lastRow} = this.#records;
		const before = renumbering.lastBefore(lastRow);
		const rows = new Int32Array(Math.max(lastRow, before) + 1);
		for (let row = 1; row <= before; row++) rows[row] = this.#rowInSaved(row);
		renumbering.move(rows, lastRow);
		this.#saved = renumbering.keys(this.#saved);
		this.#rows = rows;
	}

	#placeSinceSave(row: number): FileRowRef {
		let base = row;
		while (this.#rows?.[base] === 0) base--;
		return {row: Math.max(0, this.#rowInSaved(base)), part: row - base};
	}

	#rowInSaved(row: number): number {
		if (this.#rows !== undefined) return this.#rows[row] ?? 0;
		const before = firstIndex(this.#skipped.length, at => (this.#skipped[at] ?? 0) >= row);
		return this.#skipped[before] === row ? skipped : row - before;
	}
}
