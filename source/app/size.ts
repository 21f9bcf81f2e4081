/** Terminal cells. */
export type Size = {readonly columns: number; readonly rows: number};

/** Below this the screen says politely that it needs more room. */
export const minimumSize: Size = {columns: 40, rows: 10};

/** Whether a window is too small for any screen. */
export function isTooSmall({columns, rows}: Size): boolean {
	return columns < minimumSize.columns || rows < minimumSize.rows;
}

/** Returns the size of a terminal's window. */
export function sizeOf({columns, rows}: NodeJS.WriteStream): Size {
	return {columns: columns || 80, rows: rows || 24};
}
