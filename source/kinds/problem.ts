import type {Severity} from './severity.ts';
import type {Code} from './warehouse/codes.ts';
import type {Field} from './warehouse/field.ts';

/** A problem as it is kept: small, and without anything that can be worked out from the row. */
export type Finding = {
	/** The spreadsheet's row: the header is row 1. */
	readonly row: number;
	readonly code: Code;
	/** Absent when the problem is about the whole row. */
	readonly field?: Field;
};

/** A new value for a field of the row. */
export type CellChange = {readonly field: Field; readonly value: string};

/** A proposed change that removes a problem. It is safe when it cannot change what a person meant. */
export type Fix = {readonly title: string; readonly safe: boolean} & (
	| {readonly kind: 'cells'; readonly changes: readonly CellChange[]}
	/** One value for a field in every row of the row's warehouse table. */
	| {readonly kind: 'table'; readonly change: CellChange}
	/** The whole row, quoted again. */
	| {readonly kind: 'requote'}
);

/** A problem as people read it. */
export type Problem = Finding & {
	readonly severity: Severity;
	/** The value as it stands in the file. */
	readonly value: string;
	readonly message: string;
	/** The other row of a pair. */
	readonly related?: number;
	readonly fixes: readonly Fix[];
};

/** The value that a fix gives; `undefined` when it changes more than values. */
export function fixedValue(fix: Fix): string | undefined {
	if (fix.kind === 'requote') return undefined;
	return fix.kind === 'table' ? fix.change.value : fix.changes[0]?.value;
}
