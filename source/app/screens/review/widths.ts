/** The terminal cells that each column needs for the rows in view, and which view that was. */
export type ColumnWidths = {
	readonly columns: readonly number[];
	/** The first row in view when they were measured afresh. */
	readonly top: number;
	readonly view: unknown;
};

/** Widths of a screen that has shown nothing. */
export const initialWidths: ColumnWidths = {columns: [], top: 0, view: undefined};
