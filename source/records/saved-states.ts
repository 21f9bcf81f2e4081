import {Checkpoint} from './checkpoint.ts';
import type {Renumbering} from './renumbering.ts';
import type {RowEdit} from './row-edit.ts';

/** The states of an overlay that are saved, or restored automatically. */
export class SavedStates {
	#saved = new Checkpoint();
	/** The state at the next opening: edits that are saved, or restored automatically. */
	#kept = this.#saved;
	/** All checkpoints, the oldest first; the last one may be one that is being saved. */
	#marks = [this.#saved];

	/** The number of rows with edits that no file contains. */
	get changedSinceSave(): number {
		return this.#saved.changedRows;
	}

	/** The number of rows whose edits would be lost on closing: they are neither saved nor restored automatically. */
	get unsavedRows(): number {
		return this.#kept.changedRowsSinceBoth(this.#saved);
	}

	/** Returns a checkpoint of the current state. Checkpoints older than a saved one are no longer updated. */
	checkpoint(): Checkpoint {
		const mark = new Checkpoint();
		this.#marks.push(mark);
		return mark;
	}

	/** Records that a file now contains the state of `mark`. */
	markSaved(mark: Checkpoint): void {
		this.#saved = mark;
		this.#kept = mark;
		this.#marks = this.#marks.slice(this.#marks.indexOf(mark));
	}

	/** Marks the current edits as restored automatically whenever the file is opened. */
	markRestoredAtOpen(): void {
		this.#kept = this.checkpoint();
	}

	/** Records that a row changes from one edit to another. */
	noteEdit(row: number, before: RowEdit | undefined, after: RowEdit | undefined): void {
		for (const mark of this.#marks) mark.noteEdit(row, before, after);
	}

	/** Records that a step inserts rows, or that its undo removes them. */
	renumber(renumbering: Renumbering, step: string): void {
		for (const mark of this.#marks) mark.renumber(renumbering, step);
	}
}
