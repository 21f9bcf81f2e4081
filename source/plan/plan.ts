import type {ColumnNames, Picture} from './picture.ts';
import type {Reading} from './reading.ts';

/** A number of pages by kind. */
export type Counts = {readonly tables: number; readonly columns: number};

/** What an upload would change in the catalog. */
export type Plan = {
	/** What the file holds. */
	readonly file: Counts;
	/** What the catalog shows of this integration now. */
	readonly catalog: Counts;
	/** In the file, not in the catalog. */
	readonly created: Counts;
	/** In both. Whether their texts change cannot be seen yet. */
	readonly kept: Counts;
	/** In the catalog, not in the file: Secoda archives and hides them [doc]. */
	readonly hidden: Counts;
	readonly hiddenSamples: readonly ColumnNames[];
};

/** Works out what sending `picture` does to the catalog as `before` has read it. */
export function makePlan(picture: Picture, before: Reading): Plan {
	const kept = {tables: before.foundTables, columns: before.foundColumns};
	const hidden = {tables: before.otherTables, columns: before.otherColumns};
	return {
		file: {tables: picture.tables, columns: picture.columns},
		catalog: {tables: kept.tables + hidden.tables, columns: kept.columns + hidden.columns},
		created: {tables: picture.tables - kept.tables, columns: picture.columns - kept.columns},
		kept,
		hidden,
		hiddenSamples: before.otherSamples,
	};
}

export function total({tables, columns}: Counts): number {
	return tables + columns;
}
