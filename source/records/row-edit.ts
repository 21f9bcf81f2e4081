/** A row whose whole record is new: its text, without a line end. */
export type RewrittenRow = {readonly kind: 'rewritten'; readonly text: string};

/** The new values of a row. */
export type RowValues =
	/** Some cells have new values (column, counted from 0). */
	{readonly kind: 'cells'; readonly cells: ReadonlyMap<number, string>} | RewrittenRow;

/** The edit that a user makes to one row. */
export type NewEdit =
	| RowValues
	/** The row is neither saved nor sent; `instead` is the edit that is restored with it. */
	| {readonly kind: 'skipped'; readonly instead: RowValues | undefined};

/** Several rows that replace one: the texts of their records, without line ends. */
export type NewRecords = {readonly kind: 'split'; readonly records: readonly string[]};

/** The edit of a row that is not skipped, with the id of the step that made it. */
export type ActiveEdit = RowValues & {readonly change: string};

/** The edit of a row. */
export type RowEdit =
	| ActiveEdit
	| {readonly kind: 'skipped'; readonly instead: ActiveEdit | undefined; readonly change: string};

/** Returns the edit that a row would have if it were not skipped. */
export function activeEdit(edit: RowEdit | undefined): ActiveEdit | undefined;
export function activeEdit(edit: NewEdit | undefined): RowValues | undefined;
export function activeEdit(edit: NewEdit | undefined): RowValues | undefined {
	return edit?.kind === 'skipped' ? edit.instead : edit;
}

/** Returns the edit of a row after a step: an earlier edit if it has the same effect. Rows of a step can share one. */
export function nextEdit(
	before: RowEdit | undefined,
	next: NewEdit | undefined,
	change: string,
	last: RowEdit | undefined,
): RowEdit | undefined {
	if (next?.kind !== 'skipped') return presentAfter(before, next, change, last);
	const instead = presentAfter(activeEdit(before), next.instead, change, undefined);
	return before?.kind === 'skipped' && before.instead === instead ? before : {kind: 'skipped', instead, change};
}

function presentAfter(
	before: RowEdit | undefined,
	next: RowValues | undefined,
	change: string,
	last: RowEdit | undefined,
): ActiveEdit | undefined {
	const present = activeEdit(before);
	if (next === undefined || next === present) return next && present;
	switch (next.kind) {
		case 'cells':
			if (present?.kind === 'cells' && isSameMap(next.cells, present.cells)) return present;
			if (last?.kind === 'cells' && last.change === change && isSameMap(next.cells, last.cells)) return last;
			return {kind: 'cells', cells: next.cells, change};
		case 'rewritten':
			if (present?.kind === 'rewritten' && present.text === next.text) return present;
			return {kind: 'rewritten', text: next.text, change};
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
