import type {ColumnNames, Picture, TableNames} from './picture.ts';
import {type PlanTarget, planId} from './plan-id.ts';
import type {Reading} from './reading.ts';

/** A number of pages by kind. */
export type Counts = {readonly tables: number; readonly columns: number};

/** What an upload would change in the catalog. */
export type Plan = {
	/** Names exactly this plan: its target, and every resource that it creates or hides. */
	readonly id: string;
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
	/** The first hidden columns by name. */
	readonly hiddenSamples: readonly ColumnNames[];
	/** The first hidden tables by name. */
	readonly hiddenTableSamples: readonly TableNames[];
};

/** Works out what sending `picture` does to the catalog as `before` has read it. */
export function makePlan(picture: Picture, before: Reading, target: PlanTarget): Plan {
	const file = {tables: picture.tables.count, columns: picture.columns.count};
	const kept = {tables: before.foundTables, columns: before.foundColumns};
	const hidden = {tables: before.otherTables, columns: before.otherColumns};
	return {
		id: planId(target, before.differences()),
		file,
		catalog: {tables: kept.tables + hidden.tables, columns: kept.columns + hidden.columns},
		created: {tables: file.tables - kept.tables, columns: file.columns - kept.columns},
		kept,
		hidden,
		hiddenSamples: before.otherSamples,
		hiddenTableSamples: before.otherTableSamples,
	};
}

export function total({tables, columns}: Counts): number {
	return tables + columns;
}
