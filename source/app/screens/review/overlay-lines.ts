/** What lies over the detail pane, or over grid and detail when it needs more room. */
export type OverlayLines = {
	readonly place: 'detail' | 'screen';
	readonly lines: readonly string[];
	readonly keys: string;
	/** Where typed text goes, from the first of the lines. */
	readonly cursor?: {readonly x: number; readonly y: number};
};
