import {firstIndex} from '../records/first-index.ts';
import type {Records} from '../records/records.ts';
import type {Renumbering} from '../records/renumbering.ts';
import {presentEdit, type RowEdit} from '../records/row-edit.ts';

/** A row as a journal names it: a row of the file, or the n-th of those that were inserted behind one. */
export type FilePlace = {
	/** 0 when the row was skipped at the last save, so that the file does not hold it. */
	readonly row: number;
	readonly part: number;
};

/** A row that the file holds and an undo has removed. */
export type RemovedRow = {readonly row: number; readonly cells: readonly string[]};

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
	/** Rows of the saved file that an undo has removed, by the step that inserts them again; `undefined` for skipped ones. */
	readonly #removed = new Map<string, ReadonlyMap<number, RemovedRow | undefined>>();

	constructor(records: Records) {
		this.#records = records;
	}

	/** True if the file was saved in place. */
	get isSaved(): boolean {
		return this.#saved !== undefined;
	}

	/** The file itself holds these edits now. */
	replaced(edits: ReadonlyMap<number, RowEdit>): void {
		this.#saved = edits;
		this.#skipped = [...edits]
			.flatMap(([row, edit]) => (edit.kind === 'skipped' ? [row] : []))
			.sort((one, other) => one - other);
		this.#rows = undefined;
		this.#removed.clear();
	}

	/** Returns the edit of a row that the file holds. */
	savedEdit(row: number): RowEdit | undefined {
		return this.#saved?.get(row);
	}

	/**
	Returns the place of a row by its number before a step that is just made; `renumbering` is what the step has done to the
	records.
	*/
	placeOf(row: number, renumbering: Renumbering | undefined): FilePlace {
		if (this.#saved !== undefined) return this.#placeSinceSave(row);
		const {index} = this.#records;
		const base = index.baseOf(renumbering?.rowAfter(row) ?? row);
		return {row: index.rowInFile(base), part: row - (renumbering?.inverse.rowAfter(base) ?? base)};
	}

	/** Returns the rows of the saved file that a step inserts again; `undefined` for a step whose rows it never held. */
	removedBy(step: string): ReadonlyMap<number, RemovedRow | undefined> | undefined {
		return this.#removed.get(step);
	}

	/** Follows a step that has inserted or removed rows. */
	renumber(renumbering: Renumbering, step: string): void {
		if (this.#saved === undefined) return;
		const lastRow = this.#records.lastRow;
		const length = Math.max(lastRow, renumbering.lastBefore(lastRow)) + 1;
		const before =
			this.#rows ?? Int32Array.from({length: renumbering.lastBefore(lastRow) + 1}, (_, row) => this.#rowInSaved(row));
		const rows = new Int32Array(length);
		rows.set(before.subarray(0, length));
		if (renumbering.kind === 'remove') this.#noteRemoved(renumbering, rows, step);
		renumbering.move(rows, lastRow);
		this.#saved = renumbering.keys(this.#saved);
		this.#rows = rows;
		if (renumbering.kind === 'insert') this.#bringBack(rows, step);
	}

	#noteRemoved(renumbering: Renumbering, rows: Int32Array, step: string): void {
		const removed = new Map<number, RemovedRow | undefined>();
		for (const row of renumbering.rows()) {
			const inFile = rows[row] ?? 0;
			const edit = presentEdit(this.#saved?.get(row));
			if (inFile > 0 && edit?.kind === 'rewritten') removed.set(row, {row: inFile, cells: edit.cells});
			else if (inFile === skipped) removed.set(row, undefined);
		}

		if (removed.size > 0) this.#removed.set(step, removed);
	}

	#bringBack(rows: Int32Array, step: string): void {
		const removed = this.#removed.get(step);
		if (removed === undefined) return;
		this.#removed.delete(step);
		const saved = new Map(this.#saved);
		for (const [row, place] of removed) {
			rows[row] = place?.row ?? skipped;
			if (place !== undefined) saved.set(row, {kind: 'rewritten', cells: place.cells, change: step});
		}

		this.#saved = saved;
	}

	#placeSinceSave(row: number): FilePlace {
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
