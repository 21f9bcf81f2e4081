/** One end of an edge. */
export type LineageEnd =
	/** A resource of this catalog, by its id. */
	| {readonly kind: 'resource'; readonly id: string}
	/** A table or a column of another system, with its names, outermost first. */
	| {readonly kind: 'table' | 'column'; readonly path: readonly string[]}
	/** The tables that a query reads. */
	| {readonly kind: 'query'; readonly sql: string};

export type EdgeSide = 'source' | 'target';

/** The edges in the rows of a file, as numbers: equal ends have the same number, from 1. */
export interface EdgeSource {
	/** The number of ends, which is also the last one's. */
	readonly endCount: number;

	/** The numbers of the ends of a row's edge, by row; 0 for an end that cannot be read. Valid until the next edit. */
	readonly ends: Readonly<Record<EdgeSide, Int32Array>>;

	/** Returns the number of the end with an id; 0 if no edge has it. */
	endOfId(id: string): number;

	/** Returns the side of the end that a field describes. */
	sideOf(field: string): EdgeSide | undefined;

	/** Returns an end of a row's edge, which must have a number. */
	readEnd(row: number, side: EdgeSide): LineageEnd;
}
