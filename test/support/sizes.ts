/** Columns and rows of the windows that every screen has to fit into. */
export const sizes = [
	[200, 50],
	[80, 24],
	[60, 16],
	[40, 10],
] as const;

/** The size of most windows. */
export const usualSize = {columns: 80, rows: 24} as const;
