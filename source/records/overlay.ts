import {randomUUID} from 'node:crypto';
import {Checkpoint} from './checkpoint.ts';
import {Renumbering} from './renumbering.ts';
import {type NewEdit, type NewRecords, nextEdit, type RowEdit} from './row-edit.ts';

export type RowChange = {
	readonly row: number;
	readonly before: RowEdit | undefined;
	readonly after: RowEdit | undefined;
};

/** The update of one row: an edit, or several rows in its place. */
export type RowUpdate = NewEdit | NewRecords | undefined;

/** Changes in the order in which they were made. */
export type AppliedChanges = {
	/** The id of the step: unique, also after a restart. */
	readonly id: string;
	readonly changes: readonly RowChange[];
	/** Where rows were inserted or removed. */
	readonly renumbering: Renumbering | undefined;
	/** The changes after the renumbering, by the new row numbers. */
	readonly later: readonly RowChange[];
};

/** One undo step: an edit, or a whole bulk change. Inserted rows have their edits in `later`. */
export type UndoStep = AppliedChanges & {readonly title: string};

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

type Part = RowChange | Renumbering;

/** The texts of the records after a row. */
type Split = {readonly after: number; readonly records: readonly string[]};

/** The edits of a file, with unlimited undo and redo. */
export class Overlay {
	#edits = new Map<number, RowEdit>();
	readonly #done: UndoStep[] = [];
	readonly #undone: UndoStep[] = [];
	#saved = new Checkpoint();
	/** The state at the next opening: edits that are saved, or restored automatically. */
	#kept = this.#saved;
	/** All checkpoints, the oldest first; the last one may be one that is being saved. */
	#marks = [this.#saved];
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

	/** The number of rows with edits that no file contains. */
	get changedSinceSave(): number {
		return this.#saved.changedRows;
	}

	/** The number of rows whose edits would be lost on closing: they are neither saved nor restored automatically. */
	get unsavedRows(): number {
		return this.#kept.changedRowsSinceBoth(this.#saved);
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

	/**
	Returns a checkpoint of the current state, for `markSaved` once it is on disk. Checkpoints older than a saved one are no longer
	updated.
	*/
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

	/** Yields the changes of a step. */
	*#parts(rows: Iterable<number>, next: (row: number) => RowUpdate, id: string): Generator<Part, void, void> {
		const splits: Split[] = [];
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
	#make(step: string, parts: Iterable<Part>, follower: EditObserver | undefined): AppliedChanges {
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
		for (const mark of this.#marks) mark.renumber(renumbering, step);
		this.#onRenumbered(renumbering);
	}

	#put(row: number, edit: RowEdit | undefined): void {
		const before = this.#edits.get(row);
		for (const mark of this.#marks) mark.noteEdit(row, before, edit);
		this.#skipped += Number(edit?.kind === 'skipped') - Number(before?.kind === 'skipped');
		if (edit === undefined) this.#edits.delete(row);
		else this.#edits.set(row, edit);
	}
}

/** Inserts records after rows. */
function* inserting(splits: readonly Split[], change: string): Generator<Part, void, void> {
	const inOrder = splits.toSorted((one, other) => one.after - other.after);
	const renumbering = new Renumbering(
		'insert',
		inOrder.map(({after, records}) => ({after, count: records.length})),
	);
	yield renumbering;
	const records = inOrder.flatMap(split => split.records);
	let at = 0;
	for (const row of renumbering.rows()) {
		yield {row, before: undefined, after: {kind: 'rewritten', text: records[at++] ?? '', change}};
	}
}

function* redoing({changes, renumbering, later}: AppliedChanges): Generator<Part, void, void> {
	yield* changes;
	if (renumbering !== undefined) yield renumbering;
	yield* later;
}

function* undoing({changes, renumbering, later}: AppliedChanges): Generator<Part, void, void> {
	yield* later.map(inverse);
	if (renumbering !== undefined) yield renumbering.inverse;
	yield* changes.map(inverse);
}

function inverse({row, before, after}: RowChange): RowChange {
	return {row, before: after, after: before};
}
