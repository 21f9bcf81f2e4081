import {firstIndex} from '../records/first-index.ts';
import type {Records} from '../records/records.ts';
import type {Renumbering} from '../records/renumbering.ts';
import type {RowEdit} from '../records/row-edit.ts';

/** A row as a journal names it: a row of the file, or the n-th of those that were inserted behind one. */
export type FileRowRef = {
	/** 0 when the row was skipped at the last save, so that the file does not hold it. */
	readonly row: number;
	readonly part: number;
};

/** Marks a row that was skipped at the last save. */
const skipped = -1;

/** Which rows the file on disk holds, as it was opened or as the last save in place has written it. */
export class FileRows {
	readonly #records: Records;
	/** The edits that the file holds since it was saved in place, by the rows as they are now. */
	#saved: ReadonlyMap<number, RowEdit> | undefined;
	/** Which of them skip rows, in order. */
	#skipped: readonly number[] = [];
	/** For each row that of the saved file, once rows were inserted or removed since; 0 for an inserted one. */
	#rows: Int32Array<ArrayBuffer> | undefined;

	constructor(records: Records) {
		this.#records = records;
	}

	/** True if the file was saved in place. */
	get isSaved(): boolean {
		return this.#saved !== undefined;
	}

	/** The file itself holds these edits now. */
	savedInPlace(edits: ReadonlyMap<number, RowEdit>): void {
		this.#saved = edits;
		this.#skipped = [...edits]
			.flatMap(([row, edit]) => (edit.kind === 'skipped' ? [row] : []))
			.sort((one, other) => one - other);
		this.#rows = undefined;
	}

	/** Returns the edit of a row that the file holds. */
	savedEdit(row: number): RowEdit | undefined {
		return this.#saved?.get(row);
	}

	/**
	Returns the place of a row by its number before a step that is just made; `renumbering` is what the step has done to the
	records.
	*/
	placeOf(row: number, renumbering: Renumbering | undefined): FileRowRef {
		if (this.#saved !== undefined) return this.#placeSinceSave(row);
		const {index} = this.#records;
		const base = index.baseOf(renumbering?.rowAfter(row) ?? row);
		return {row: index.rowInFile(base), part: row - (renumbering?.inverse.rowAfter(base) ?? base)};
	}

	/**
	Follows a step that has inserted or removed rows. A row of the saved file that was removed and comes back is a new one: the
	journal has skipped the one in the file.
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
