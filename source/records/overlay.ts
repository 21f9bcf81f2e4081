import {randomUUID} from 'node:crypto';
import {Renumbering} from './renumbering.ts';
import {type NewEdit, type NewRecords, nextEdit, type RowEdit} from './row-edit.ts';
import {SavedStates} from './saved-states.ts';
import {
	type AppliedChanges,
	inserting,
	type RecordsAfter,
	type RowChange,
	redoing,
	type StepPart,
	type UndoStep,
	undoing,
} from './undo-step.ts';

/** The update of one row: an edit, or several rows in its place. */
export type RowUpdate = NewEdit | NewRecords | undefined;

/** Keeps derived data consistent while rows are edited. If it throws, the whole step is undone. */
export type EditObserver = {
	/** Called when a row has its new edit. A row that is about to be removed has none. */
	onRowChanged(row: number): void;
	/** Called when rows were inserted, still without edits, or removed. */
	onRenumbered(renumbering: Renumbering): void;
	/** Called when every row of the step has its new edit. */
	onFinish(made: AppliedChanges): void;
	/** Called when the rows have their numbers and edits from before the step. It must undo everything of the step, and must not fail. */
	revert(): void;
};

/** The edits of a file, with unlimited undo and redo. */
export class Overlay {
	#edits = new Map<number, RowEdit>();
	readonly #done: UndoStep[] = [];
	readonly #undone: UndoStep[] = [];
	/** Which of these states are saved. */
	readonly saved = new SavedStates();
	#skipped = 0;
	readonly #onRenumbered: (renumbering: Renumbering) => void;

	/** `onRenumbered` is called when rows were inserted or removed, before they are read. */
	constructor(onRenumbered: (renumbering: Renumbering) => void = () => undefined) {
		this.#onRenumbered = onRenumbered;
	}

	/** The rows that differ from the file. */
	get size(): number {
		return this.#edits.size;
	}

	/** The number of skipped rows. */
	get skipped(): number {
		return this.#skipped;
	}

	/** The step that `undo` undoes. */
	get lastApplied(): UndoStep | undefined {
		return this.#done.at(-1);
	}

	/** The step that `redo` redoes. */
	get lastUndone(): UndoStep | undefined {
		return this.#undone.at(-1);
	}

	/** The current edits by row. */
	edits(): Map<number, RowEdit> {
		return new Map(this.#edits);
	}

	get(row: number): RowEdit | undefined {
		return this.#edits.get(row);
	}

	/** The edited rows in file order. */
	rows(): number[] {
		return [...this.#edits.keys()].sort((one, other) => one - other);
	}

	/**
	Makes a step. `next` returns the update of each row, or an earlier edit to restore; rows that keep their edit do not count. If
	`next` or the observer throws, everything is as before.
	*/
	apply(
		title: string,
		rows: Iterable<number>,
		next: (row: number) => RowUpdate,
		{
			follower,
			id = randomUUID(),
		}: {readonly follower?: EditObserver | undefined; readonly id?: string | undefined} = {},
	): UndoStep | undefined {
		const made = this.#make(id, this.#parts(rows, next, id), follower);
		if (made.changes.length === 0) return undefined;
		const step = {...made, title};
		this.#done.push(step);
		this.#undone.length = 0;
		return step;
	}

	/** Undoes the last step. If the observer throws, everything is as before. */
	undo(follower?: EditObserver): UndoStep | undefined {
		const step = this.#done.at(-1);
		if (step === undefined) return undefined;
		this.#make(step.id, undoing(step), follower);
		this.#done.pop();
		this.#undone.push(step);
		return step;
	}

	/** Redoes the step that was undone last. If the observer throws, everything is as before. */
	redo(follower?: EditObserver): UndoStep | undefined {
		const step = this.#undone.at(-1);
		if (step === undefined) return undefined;
		this.#make(step.id, redoing(step), follower);
		this.#undone.pop();
		this.#done.push(step);
		return step;
	}

	/** Yields the changes of a step. */
	*#parts(rows: Iterable<number>, next: (row: number) => RowUpdate, id: string): Generator<StepPart, void, void> {
		const splits: RecordsAfter[] = [];
		let last: RowEdit | undefined;
		for (const row of rows) {
			const before = this.#edits.get(row);
			const wanted = next(row);
			if (wanted?.kind === 'split') {
				const [first = '', ...others] = wanted.records;
				// Its own edit is new even if its values are the same: the records after it are gone.
				yield {row, before, after: {kind: 'rewritten', text: first, change: id}};
				if (others.length > 0) splits.push({after: row, records: others});
			} else {
				const after = nextEdit(before, wanted, id, last);
				if (after !== before) yield {row, before, after};
				last = after;
			}
		}

		if (splits.length > 0) yield* inserting(splits, id);
	}

	/** Makes all changes, or none. */
	#make(step: string, parts: Iterable<StepPart>, follower: EditObserver | undefined): AppliedChanges {
		const changes: RowChange[] = [];
		const later: RowChange[] = [];
		let renumbering: Renumbering | undefined;
		try {
			for (const part of parts) {
				if (part instanceof Renumbering) {
					renumbering = part;
					this.#renumber(part, step);
					follower?.onRenumbered(part);
				} else {
					(renumbering === undefined ? changes : later).push(part);
					this.#put(part.row, part.after);
					follower?.onRowChanged(part.row);
				}
			}

			const made = {id: step, changes, renumbering, later};
			if (changes.length > 0) follower?.onFinish(made);
			return made;
		} catch (error) {
			for (const {row, before} of later.reverse()) this.#put(row, before);
			if (renumbering !== undefined) this.#renumber(renumbering.inverse, step);
			for (const {row, before} of changes.reverse()) this.#put(row, before);
			follower?.revert();
			throw error;
		}
	}

	#renumber(renumbering: Renumbering, step: string): void {
		this.#edits = renumbering.keys(this.#edits);
		this.saved.renumber(renumbering, step);
		this.#onRenumbered(renumbering);
	}

	#put(row: number, edit: RowEdit | undefined): void {
		const before = this.#edits.get(row);
		this.saved.noteEdit(row, before, edit);
		this.#skipped += Number(edit?.kind === 'skipped') - Number(before?.kind === 'skipped');
		if (edit === undefined) this.#edits.delete(row);
		else this.#edits.set(row, edit);
	}
}
