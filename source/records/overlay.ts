import {randomUUID} from 'node:crypto';

/** The new values of a row. */
export type RowValues =
	/** Some cells have new values (column, counted from 0). */
	| {readonly kind: 'cells'; readonly cells: ReadonlyMap<number, string>}
	/** The whole row has new values. */
	| {readonly kind: 'rewritten'; readonly cells: readonly string[]};

/** What a person does to one row. */
export type NewEdit =
	| RowValues
	/** The row is neither saved nor sent; `instead` is the edit that comes back with it. */
	| {readonly kind: 'skipped'; readonly instead: RowValues | undefined};

/** The edit of a row that is not skipped, with the id of the step that made it. */
export type PresentEdit = RowValues & {readonly change: string};

/** The edit of a row. */
export type RowEdit =
	| PresentEdit
	| {readonly kind: 'skipped'; readonly instead: PresentEdit | undefined; readonly change: string};

/** Returns the edit that a row would have if it was not skipped. */
export function presentEdit(edit: RowEdit | undefined): PresentEdit | undefined;
export function presentEdit(edit: NewEdit | undefined): RowValues | undefined;
export function presentEdit(edit: NewEdit | undefined): RowValues | undefined {
	return edit?.kind === 'skipped' ? edit.instead : edit;
}

export type RowChange = {
	readonly row: number;
	readonly before: RowEdit | undefined;
	readonly after: RowEdit | undefined;
};

/** What one undo takes back: one edit, or a bulk change as a whole. */
export type Step = {
	/** Unique, also after a restart. */
	readonly id: string;
	readonly title: string;
	readonly changes: readonly RowChange[];
};

/** Keeps something true while rows are edited. If it throws, the whole step is undone. */
export type Follower = {
	/** A row has its new edit. */
	changed(row: number): void;
	/** Every row of the step has its new edit. */
	finish(changes: readonly RowChange[]): void;
	/** The rows have the edits that they had before the step; nothing of it may stay, and this must not fail. */
	revert(): void;
};

/** A moment in the life of an overlay, and which rows have become others since. */
export class Mark {
	/** The changes that the rows which are not as they were had then. */
	readonly #then = new Map<number, string | undefined>();

	/** How many rows are not as they were; one whose edits were undone is none. */
	get changed(): number {
		return this.#then.size;
	}

	/** How many rows are neither as they were then nor as they were at another moment. */
	changedSinceBoth(other: Mark): number {
		// Usually both are one mark, and screens ask for this while they draw.
		if (other === this) return this.changed;
		let both = 0;
		for (const row of this.#then.keys()) if (other.#then.has(row)) both++;
		return both;
	}

	/** A row goes from one edit to another. */
	note(row: number, before: RowEdit | undefined, after: RowEdit | undefined): void {
		if (!this.#then.has(row)) this.#then.set(row, before?.change);
		if (this.#then.get(row) === after?.change) this.#then.delete(row);
	}
}

/** The edits that lie over a file, with undo and redo without limit. */
export class Overlay {
	readonly #edits = new Map<number, RowEdit>();
	readonly #done: Step[] = [];
	readonly #undone: Step[] = [];
	#saved = new Mark();
	/** What is there again at the next opening: it was saved, or comes by itself. */
	#kept = this.#saved;
	/** All that are kept true, the oldest first; the last one may be on its way to the disk. */
	#marks = [this.#saved];
	#skipped = 0;

	/** The rows that are not as they lie in the file. */
	get size(): number {
		return this.#edits.size;
	}

	/** How many rows are skipped. */
	get skipped(): number {
		return this.#skipped;
	}

	/** How many rows have edits that no file holds. */
	get unsaved(): number {
		return this.#saved.changed;
	}

	/** How many rows have edits that would be lost if it was closed now: no file holds them, and nothing makes them anew. */
	get atStake(): number {
		return this.#kept.changedSinceBoth(this.#saved);
	}

	/** The step that `undo` undoes. */
	get lastDone(): Step | undefined {
		return this.#done.at(-1);
	}

	/** The step that `redo` redoes. */
	get lastUndone(): Step | undefined {
		return this.#undone.at(-1);
	}

	/** The edits by their rows, as they are now. */
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
	Makes a step. `next` returns each row's new edit, or an earlier one that comes back; rows that keep theirs do not count.
	If it or the follower throws, everything is as before.
	*/
	apply(
		title: string,
		rows: Iterable<number>,
		next: (row: number) => NewEdit | undefined,
		{follower, id = randomUUID()}: {readonly follower?: Follower | undefined; readonly id?: string | undefined} = {},
	): Step | undefined {
		const changes = this.#change(this.#changesOf(rows, next, id), follower);
		if (changes.length === 0) return undefined;
		const step = {id, title, changes};
		this.#done.push(step);
		this.#undone.length = 0;
		return step;
	}

	/** Undoes the last step. If the follower throws, everything is as before. */
	undo(follower?: Follower): Step | undefined {
		const step = this.#done.at(-1);
		if (step === undefined) return undefined;
		this.#change(
			step.changes.map(({row, before, after}) => ({row, before: after, after: before})),
			follower,
		);
		this.#done.pop();
		this.#undone.push(step);
		return step;
	}

	/** Redoes the step that was undone last. If the follower throws, everything is as before. */
	redo(follower?: Follower): Step | undefined {
		const step = this.#undone.at(-1);
		if (step === undefined) return undefined;
		this.#change(step.changes, follower);
		this.#undone.pop();
		this.#done.push(step);
		return step;
	}

	/**
	Marks the present state, to be handed to `markSaved` once it is on disk. Marks that are older than a saved one are no
	longer kept true.
	*/
	mark(): Mark {
		const mark = new Mark();
		this.#marks.push(mark);
		return mark;
	}

	/** A file now holds what was there when `mark` was taken. */
	markSaved(mark: Mark): void {
		this.#saved = mark;
		this.#kept = mark;
		this.#marks = this.#marks.slice(this.#marks.indexOf(mark));
	}

	/** The present edits are made anew by themselves whenever the file is opened. */
	markRemade(): void {
		this.#kept = this.mark();
	}

	*#changesOf(
		rows: Iterable<number>,
		next: (row: number) => NewEdit | undefined,
		id: string,
	): Generator<RowChange, void, void> {
		let last: RowEdit | undefined;
		for (const row of rows) {
			const before = this.#edits.get(row);
			const after = editAfter(before, next(row), id, last);
			if (after !== before) yield {row, before, after};
			last = after;
		}
	}

	/** Makes changes, each when it is asked for, or none of them. */
	#change(changes: Iterable<RowChange>, follower: Follower | undefined): readonly RowChange[] {
		const made: RowChange[] = [];
		try {
			for (const change of changes) {
				made.push(change);
				this.#put(change.row, change.after);
				follower?.changed(change.row);
			}

			if (made.length > 0) follower?.finish(made);
			return made;
		} catch (error) {
			for (const {row, before} of made.reverse()) this.#put(row, before);
			follower?.revert();
			throw error;
		}
	}

	#put(row: number, edit: RowEdit | undefined): void {
		const before = this.#edits.get(row);
		for (const mark of this.#marks) mark.note(row, before, edit);
		this.#skipped += Number(edit?.kind === 'skipped') - Number(before?.kind === 'skipped');
		if (edit === undefined) this.#edits.delete(row);
		else this.#edits.set(row, edit);
	}
}

/** Returns the edit that a row has after a step: an earlier one where it makes the same of the row. The rows of a step can share one. */
function editAfter(
	before: RowEdit | undefined,
	next: NewEdit | undefined,
	change: string,
	last: RowEdit | undefined,
): RowEdit | undefined {
	if (next?.kind !== 'skipped') return presentAfter(before, next, change, last);
	const instead = presentAfter(presentEdit(before), next.instead, change, undefined);
	return before?.kind === 'skipped' && before.instead === instead ? before : {kind: 'skipped', instead, change};
}

function presentAfter(
	before: RowEdit | undefined,
	next: RowValues | undefined,
	change: string,
	last: RowEdit | undefined,
): PresentEdit | undefined {
	const present = presentEdit(before);
	if (next === undefined || next === present) return next && present;
	switch (next.kind) {
		case 'cells':
			if (present?.kind === 'cells' && isSameMap(next.cells, present.cells)) return present;
			if (last?.kind === 'cells' && last.change === change && isSameMap(next.cells, last.cells)) return last;
			return {kind: 'cells', cells: next.cells, change};
		case 'rewritten':
			if (present?.kind === 'rewritten' && isSameList(next.cells, present.cells)) return present;
			return {kind: 'rewritten', cells: next.cells, change};
		default:
			return next satisfies never;
	}
}

function isSameMap(one: ReadonlyMap<number, string>, other: ReadonlyMap<number, string>): boolean {
	if (one === other) return true;
	if (one.size !== other.size) return false;
	for (const [column, value] of one) if (other.get(column) !== value) return false;
	return true;
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
	return one.length === other.length && one.every((value, column) => value === other[column]);
}
