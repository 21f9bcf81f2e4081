/** Terminal cells. */
export type Size = {readonly columns: number; readonly rows: number};

/** Below this the screen says politely that it needs more room. */
export const smallest: Size = {columns: 40, rows: 10};
