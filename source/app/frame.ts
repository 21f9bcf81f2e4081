/** Rows with a header, ruled: as many lines as `heightOf` returns. */
export type FrameTable = {
	readonly kind: 'table';
	/** One object a row; its keys are the header. */
	readonly rows: ReadonlyArray<Readonly<Record<string, string>>>;
};

/** What a screen shows: its lines from the top, its keys in the last one, and where typed text goes. */
export type Frame<Line extends string | FrameTable = string | FrameTable> = {
	readonly lines: readonly Line[];
	readonly keys: string;
	/** Terminal cells from the top left corner. An input method shows there what is being composed. */
	readonly cursor?: {readonly x: number; readonly y: number} | undefined;
};

/** A frame without a table. */
export type TextFrame = Frame<string>;

/** The terminal lines that a part of a frame takes. A table has a rule under its header and under each row. */
export function heightOf(part: string | FrameTable): number {
	if (typeof part === 'string') return 1;
	return part.rows.length === 0 ? 0 : part.rows.length * 2 + 3;
}
