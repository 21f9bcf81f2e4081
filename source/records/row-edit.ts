/** The new values of a row. */
export type RowValues =
	/** Some cells have new values (column, counted from 0). */
	| {readonly kind: 'cells'; readonly cells: ReadonlyMap<number, string>}
	/** The whole row has new values. */
	| {readonly kind: 'rewritten'; readonly cells: readonly string[]};

/** The edit that a user makes to one row. */
export type NewEdit =
	| RowValues
	/** The row is neither saved nor sent; `instead` is the edit that comes back with it. */
	| {readonly kind: 'skipped'; readonly instead: RowValues | undefined};

/** Several rows in the place of one. */
export type NewRecords = {readonly kind: 'split'; readonly records: ReadonlyArray<readonly string[]>};

/** The edit of a row that is not skipped, with the id of the step that made it. */
export type ActiveEdit = RowValues & {readonly change: string};

/** The edit of a row. */
export type RowEdit =
	| ActiveEdit
	| {readonly kind: 'skipped'; readonly instead: ActiveEdit | undefined; readonly change: string};

/** Returns the edit that a row would have if it was not skipped. */
export function activeEdit(edit: RowEdit | undefined): ActiveEdit | undefined;
export function activeEdit(edit: NewEdit | undefined): RowValues | undefined;
export function activeEdit(edit: NewEdit | undefined): RowValues | undefined {
	return edit?.kind === 'skipped' ? edit.instead : edit;
}

/** Returns the edit that a row has after a step: an earlier one where it makes the same of the row. The rows of a step can share one. */
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
