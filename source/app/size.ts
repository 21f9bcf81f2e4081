/** The size of a window in terminal cells. */
export type Size = {readonly columns: number; readonly rows: number};

/** In a smaller window, the app asks for more room. */
export const minimumSize: Size = {columns: 40, rows: 10};

/** True if a window is too small for the screens. */
export function isTooSmall({columns, rows}: Size): boolean {
	return columns < minimumSize.columns || rows < minimumSize.rows;
}

/** Returns the size of a terminal's window. */
export function sizeOf({columns, rows}: NodeJS.WriteStream): Size {
	return {columns: columns || 80, rows: rows || 24};
}
