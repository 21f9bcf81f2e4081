import {firstIndex} from '../records/first-index.ts';
import type {RowChange, Step} from '../records/overlay.ts';
import type {Records} from '../records/records.ts';
import {type PresentEdit, presentEdit, type RowEdit} from '../records/row-edit.ts';
import type {Journal, JournalChange, JournalEntry} from './journal.ts';

/** Describes the steps of a session for its journal, in terms of what the file holds. */
export class JournalWriter {
	readonly #records: Records;
	readonly #recordColumns: readonly number[];
	readonly #journal: Journal;
	/** The edits that the file holds since it was saved in place, and which of them skip rows. */
	#saved: ReadonlyMap<number, RowEdit> | undefined;
	#skipped: readonly number[] = [];

	constructor(records: Records, recordColumns: readonly number[], journal: Journal) {
		this.#records = records;
		this.#recordColumns = recordColumns;
		this.#journal = journal;
	}

	/** Describes changes of rows. Reads the file. */
	describe(changes: readonly RowChange[]): readonly JournalChange[] {
		return changes.flatMap(change => [...this.#describe(change)]);
	}

	record(kind: JournalEntry['kind'], step: Step, changes: readonly JournalChange[]): void {
		const {id, title} = step;
		const entry = {id: kind === 'edit' ? id : crypto.randomUUID(), kind, step: id, title, changes};
		this.#journal.record(entry, this.#records.overlay.atStake);
	}

	/** A copy holds the edits now. */
	copied(): void {
		this.#journal.copied(this.#records.overlay.atStake);
	}

	/** The file itself holds these edits now. */
	replaced(edits: ReadonlyMap<number, RowEdit>): void {
		this.#saved = edits;
		this.#skipped = [...edits]
			.flatMap(([row, edit]) => (edit.kind === 'skipped' ? [row] : []))
			.sort((one, other) => one - other);
		this.#journal.replaced();
	}

	*#describe({row, before, after}: RowChange): Generator<JournalChange, void, void> {
		if (before?.kind === 'skipped') yield this.#ofRow(row, 'unskip', '');
		yield* this.#ofEdit(row, presentEdit(before), presentEdit(after));
		if (after?.kind === 'skipped') yield this.#ofRow(row, 'skip', '');
	}

	*#ofEdit(
		row: number,
		was: PresentEdit | undefined,
		now: PresentEdit | undefined,
	): Generator<JournalChange, void, void> {
		if (was === now) return;
		if (now?.kind === 'rewritten') yield this.#ofRow(row, 'row', JSON.stringify(now.cells));
		else if (was?.kind !== 'rewritten') yield* this.#ofCells(row, was?.cells, now?.cells);
		else if (this.#saved !== undefined)
			yield this.#ofRow(row, 'row', JSON.stringify(this.#records.cellsWith(now, row)));
		else {
			yield this.#ofRow(row, 'as-in-file', '');
			yield* this.#ofCells(row, undefined, now?.cells);
		}
	}

	#ofRow(row: number, kind: JournalChange['kind'], now: string): JournalChange {
		const old = JSON.stringify(this.#records.cellsWith(this.#saved?.get(row), row));
		return {row: this.#rowInFile(row), record: this.#recordOf(row), kind, column: undefined, old, new: now};
	}

	*#ofCells(
		row: number,
		was: ReadonlyMap<number, string> = new Map(),
		now: ReadonlyMap<number, string> = new Map(),
	): Generator<JournalChange, void, void> {
		const inFile = {row: this.#rowInFile(row), record: this.#recordOf(row)};
		for (const column of was.size === 0 ? now.keys() : new Set([...was.keys(), ...now.keys()])) {
			if (was.get(column) === now.get(column)) continue;
			const old = this.#records.cellWith(this.#saved?.get(row), row, column);
			yield {...inFile, kind: 'cell', column, old, new: now.get(column) ?? this.#records.cellInFile(row, column)};
		}
	}

	#recordOf(row: number): string {
		const saved = this.#saved?.get(row);
		return recordKey(this.#recordColumns, column => this.#records.cellWith(saved, row, column));
	}

	#rowInFile(row: number): number {
		const skipped = this.#skipped;
		const before = firstIndex(skipped.length, at => (skipped[at] ?? 0) >= row);
		return skipped[before] === row ? 0 : row - before;
	}
}

/** Returns the values that identify a record, as one text. */
export function recordKey(columns: readonly number[], value: (column: number) => string): string {
	return columns.map(value).join('\u001F');
}
