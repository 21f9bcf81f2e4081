import {Renumbering} from './renumbering.ts';
import type {RowEdit} from './row-edit.ts';

export type RowChange = {
	readonly row: number;
	readonly before: RowEdit | undefined;
	readonly after: RowEdit | undefined;
};

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

/** A part of a step, in the order of the parts. */
export type StepPart = RowChange | Renumbering;

/** The texts of the records after a row. */
export type RecordsAfter = {readonly after: number; readonly records: readonly string[]};

/** Inserts records after rows. */
export function* inserting(splits: readonly RecordsAfter[], change: string): Generator<StepPart, void, void> {
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

/** Yields the parts that repeat a step. */
export function* redoing({changes, renumbering, later}: AppliedChanges): Generator<StepPart, void, void> {
	yield* changes;
	if (renumbering !== undefined) yield renumbering;
	yield* later;
}

/** Yields the parts that undo a step. */
export function* undoing({changes, renumbering, later}: AppliedChanges): Generator<StepPart, void, void> {
	yield* later.map(inverse);
	if (renumbering !== undefined) yield renumbering.inverse;
	yield* changes.map(inverse);
}

function inverse({row, before, after}: RowChange): RowChange {
	return {row, before: after, after: before};
}
