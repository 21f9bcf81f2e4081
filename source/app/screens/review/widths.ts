/** The width of each column for the rows in view, and the view that was measured. */
export type ColumnWidths = {
	readonly columns: readonly number[];
	/** The first row in view at the last full measurement. */
	readonly top: number;
	readonly view: unknown;
};

/** The widths before the first measurement. */
export const initialWidths: ColumnWidths = {columns: [], top: 0, view: undefined};
