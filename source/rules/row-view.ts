import type {Field} from './field.ts';

/** One row as the rules see it. Values are read when a rule asks for them. */
export type RowView = {
	readonly row: number;
	/** Number of cells in the row. */
	readonly count: number;
	/** Number of cells in the header. */
	readonly width: number;
	readonly blank: boolean;
	readonly brokenQuote: boolean;
	readonly validUtf8: boolean;
	/** Whether the file has a column for this field. */
	has(field: Field): boolean;
	/** The value as it stands; empty when there is no such column. */
	value(field: Field): string;
};
