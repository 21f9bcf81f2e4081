import type {Records} from '../records/records.ts';
import type {Renumbering} from '../records/renumbering.ts';
import {type ActiveEdit, activeEdit, type RowEdit} from '../records/row-edit.ts';
import type {AppliedChanges, RowChange, UndoStep} from '../records/undo-step.ts';
import {type FileRowRef, FileRows} from './file-rows.ts';
import type {Journal, JournalChange, JournalEntry} from './journal.ts';

/** The row that a change is about: its position in the file, and the number of that row of the file before and after the change. */
type ChangeTarget = FileRowRef & {readonly base: {readonly before: number; readonly now: number}};

/** Describes the changes of a session for its journal, relative to the contents of the file. */
export class JournalWriter {
	readonly #records: Records;
	readonly #recordColumns: readonly number[];
	readonly #journal: Journal;
	readonly #fileRows: FileRows;

	constructor(records: Records, recordColumns: readonly number[], journal: Journal) {
		this.#records = records;
		this.#recordColumns = recordColumns;
		this.#journal = journal;
		this.#fileRows = new FileRows(records);
	}

	/** Describes the rows of a change. Reads the file. */
	describe(made: AppliedChanges): readonly JournalChange[] {
		const {changes, renumbering} = made;
		switch (renumbering?.kind) {
			case undefined:
				return changes.flatMap(change => [...this.#ofChange(change, this.#placeOf(change.row, undefined))]);
			case 'insert':
				return [...this.#ofInsertion(made, renumbering)];
			case 'remove':
				return [...this.#ofRemoval(made, renumbering)];
		}
	}

	/** Records a change that was applied, undone or redone. */
	record(kind: JournalEntry['kind'], step: UndoStep, changes: readonly JournalChange[]): void {
		const {id, title, renumbering} = step;
		if (renumbering !== undefined) {
			this.#fileRows.renumber(kind === 'undo' ? renumbering.inverse : renumbering);
		}

		const entry = {id: kind === 'edit' ? id : crypto.randomUUID(), kind, step: id, title, changes};
		this.#journal.record(entry, this.#records.overlay.saved.unsavedRows);
	}

	/** Notes that all edits were saved to a copy. */
	savedCopy(): void {
		this.#journal.savedCopy(this.#records.overlay.saved.unsavedRows);
	}

	/** Notes that these edits were saved to the file itself. */
	savedInPlace(edits: ReadonlyMap<number, RowEdit>): void {
		this.#fileRows.savedInPlace(edits);
		this.#journal.savedInPlace();
	}

	/** Describes a change that inserts rows. */
	*#ofInsertion({changes, later}: AppliedChanges, renumbering: Renumbering): Generator<JournalChange, void, void> {
		const texts = new Map(later.map(({row, after}) => [row, textOf(after)]));
		for (const change of changes) {
			const place = this.#placeOf(change.row, renumbering);
			const now = renumbering.nearestAfter(change.row);
			const count = renumbering.nearestAfter(change.row + 1) - now - 1;
			if (count === 0) yield* this.#ofChange(change, place);
			else {
				if (change.before?.kind === 'skipped') yield this.#ofRow(place, 'unskip', '');
				const inserted = Array.from({length: count}, (_, at) => texts.get(now + 1 + at) ?? '');
				yield this.#ofRow(place, 'split', JSON.stringify([textOf(change.after), ...inserted]));
			}
		}
	}

	/**
	Describes the undo of a change that has inserted rows. If the change is older than the last save, and so not in the journal, the rows
	can only be skipped.
	*/
	*#ofRemoval({changes, later}: AppliedChanges, renumbering: Renumbering): Generator<JournalChange, void, void> {
		for (const {row} of this.#fileRows.isSaved ? changes : []) {
			const place = this.#placeOf(row, renumbering);
			if (place.row !== 0) yield this.#ofRow(place, 'skip', '');
		}

		for (const change of later) {
			yield* this.#ofChange(change, this.#placeOf(renumbering.inverse.nearestAfter(change.row), renumbering));
		}
	}

	*#ofChange({before, after}: RowChange, place: ChangeTarget): Generator<JournalChange, void, void> {
		if (before?.kind === 'skipped') yield this.#ofRow(place, 'unskip', '');
		yield* this.#ofEdit(place, activeEdit(before), activeEdit(after));
		if (after?.kind === 'skipped') yield this.#ofRow(place, 'skip', '');
	}

	*#ofEdit(
		place: ChangeTarget,
		was: ActiveEdit | undefined,
		now: ActiveEdit | undefined,
	): Generator<JournalChange, void, void> {
		if (was === now) return;
		if (now?.kind === 'rewritten') yield this.#ofRow(place, 'row', JSON.stringify(now.text));
		else if (was?.kind !== 'rewritten') yield* this.#ofCells(place, was?.cells, now?.cells);
		else if (this.#fileRows.isSaved)
			yield this.#ofRow(place, 'row', JSON.stringify(this.#records.textWith(now, place.base.now)));
		else {
			yield this.#ofRow(place, 'as-in-file', '');
			yield* this.#ofCells(place, undefined, now?.cells);
		}
	}

	/** `renumbering` is what the step has done to the records. */
	#placeOf(row: number, renumbering: Renumbering | undefined): ChangeTarget {
		const {row: inFile, part} = this.#fileRows.placeOf(row, renumbering);
		const before = row - part;
		return {row: inFile, part, base: {before, now: renumbering?.nearestAfter(before) ?? before}};
	}

	#ofRow({row, part, base}: ChangeTarget, kind: JournalChange['kind'], value: string): JournalChange {
		const saved = this.#fileRows.savedEdit(base.before);
		const old = JSON.stringify(this.#records.cellsWith(saved, base.now));
		return {row, part, record: this.#recordOf(saved, base.now), kind, column: undefined, old, new: value};
	}

	*#ofCells(
		{row, part, base}: ChangeTarget,
		was: ReadonlyMap<number, string> = new Map(),
		cells: ReadonlyMap<number, string> = new Map(),
	): Generator<JournalChange, void, void> {
		const records = this.#records;
		const saved = this.#fileRows.savedEdit(base.before);
		const inFile = {row, part, record: this.#recordOf(saved, base.now)};
		for (const column of was.size === 0 ? cells.keys() : new Set([...was.keys(), ...cells.keys()])) {
			if (was.get(column) === cells.get(column)) continue;
			const old = records.cellWith(saved, base.now, column);
			yield {...inFile, kind: 'cell', column, old, new: cells.get(column) ?? records.cellInFile(base.now, column)};
		}
	}

	#recordOf(saved: RowEdit | undefined, row: number): string {
		return recordKey(this.#recordColumns, column => this.#records.cellWith(saved, row, column));
	}
}

/** Returns the record of an edit of a whole row; an empty text for other edits. */
function textOf(edit: RowEdit | undefined): string {
	const present = activeEdit(edit);
	return present?.kind === 'rewritten' ? present.text : '';
}

/** Returns the values that identify a record, as one text. */
export function recordKey(columns: readonly number[], value: (column: number) => string): string {
	return columns.map(value).join('\u001F');
}
