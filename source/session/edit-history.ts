import type {EditObserver, RowUpdate} from '../records/overlay.ts';
import type {Records} from '../records/records.ts';
import type {SaveTarget} from '../records/save/save.ts';
import type {UndoStep} from '../records/undo-step.ts';
import type {JournalChange, JournalEntry} from './journal.ts';
import type {JournalWriter} from './journal-writer.ts';
import {type CheckedRows, Recheck} from './recheck.ts';
import {groupChangesByRow, nextRow, type RestoreResult, rowsChangedSince} from './restore.ts';

/** Applies, undoes, redoes and restores the edits of a session. Each change rechecks its rows and is journaled. */
export class EditHistory {
	readonly #records: Records;
	readonly #known: CheckedRows | undefined;
	#journal: JournalWriter | undefined;

	/** `known` is `undefined` where rows cannot be checked. */
	constructor(records: Records, known: CheckedRows | undefined) {
		this.#records = records;
		this.#known = known;
	}

	/** Journals every change from now on. */
	keepJournal(journal: JournalWriter): void {
		this.#journal = journal;
	}

	apply(title: string, rows: Iterable<number>, next: (row: number) => RowUpdate, id?: string): UndoStep | undefined {
		return this.#step('edit', follower => this.#records.overlay.apply(title, rows, next, {follower, id}));
	}

	undo(): UndoStep | undefined {
		return this.#step('undo', follower => this.#records.overlay.undo(follower));
	}

	redo(): UndoStep | undefined {
		return this.#step('redo', follower => this.#records.overlay.redo(follower));
	}

	/** Replays a journal, with the same IDs, in the rows that have not changed on disk since. */
	restore(entries: readonly JournalEntry[], recordColumns: readonly number[]): RestoreResult {
		const {overlay} = this.#records;
		const changed = rowsChangedSince(this.#records, recordColumns, entries);
		const before = overlay.saved.unsavedRows;
		for (const {id, kind, step, title, changes} of entries) {
			if (kind === 'undo' && overlay.lastApplied?.id === step) this.undo();
			else if (kind === 'redo' && overlay.lastUndone?.id === step) this.redo();
			else {
				// The undone change may have been saved to the file since: then its undo is an edit of its own.
				const byRow = groupChangesByRow(this.#records, changes, changed);
				const next = (row: number) => nextRow(this.#records, row, overlay.get(row), byRow.get(row) ?? []);
				this.apply(kind === 'edit' ? title : `${kind} ${title}`, byRow.keys(), next, id);
			}
		}

		return {rows: overlay.saved.unsavedRows - before, lost: changed.size};
	}

	/** Returns a callback for the success of a save that starts now. */
	beginSave(kind: SaveTarget['kind']): () => void {
		const journal = this.#journal;
		if (journal === undefined) return () => undefined;
		if (kind === 'copy') return () => journal.savedCopy();
		const edits = this.#records.overlay.edits();
		return () => journal.savedInPlace(edits);
	}

	#step(kind: JournalEntry['kind'], change: (follower: EditObserver) => UndoStep | undefined): UndoStep | undefined {
		const recheck = this.#known && new Recheck(this.#known);
		const journal = this.#journal;
		let described: readonly JournalChange[] = [];
		const step = change({
			onRowChanged: row => recheck?.changed(row),
			onRenumbered: renumbering => recheck?.renumbered(renumbering),
			onFinish(made) {
				described = journal?.describe(made) ?? [];
				recheck?.finish();
			},
			revert: () => recheck?.revert(),
		});
		if (step !== undefined) journal?.record(kind, step, described);
		return step;
	}
}
