/** A ruled table with a header, drawn in as many lines as `heightOf` returns. */
export type FrameTable = {
	readonly kind: 'table';
	/** One object per row; its keys are the column headers. */
	readonly rows: ReadonlyArray<Readonly<Record<string, string>>>;
};

/** The content of a window: lines from the top, the key line at the bottom, and the position of the text cursor. */
export type Frame<Line extends string | FrameTable = string | FrameTable> = {
	readonly lines: readonly Line[];
	readonly keys: string;
	/** Terminal cells from the top left corner; an input method shows its composition there. */
	readonly cursor?: {readonly x: number; readonly y: number} | undefined;
};

/** A frame without a table. */
export type TextFrame = Frame<string>;

/** Returns the number of terminal lines of a part of a frame. A table has a rule under its header and under each row. */
export function heightOf(part: string | FrameTable): number {
	if (typeof part === 'string') return 1;
	return part.rows.length === 0 ? 0 : part.rows.length * 2 + 3;
}
