import type {Matching} from './matching.ts';
import type {TableMembers} from './table-members.ts';

/** The tables of one side. */
export type SimilarSide = {
	readonly members: TableMembers;
	/** Returns the hash of the name of a table without its database and schema, in lower case. */
	nameOf(table: number): number;
	/** Returns the number in the snapshot of the database and the schema of a table. */
	groupOf(table: number): number;
};

/** The share of columns that tables with the same name must have in common, and tables in the same schema, of the larger number. */
const [shareOfName, shareOfGroup] = [1 / 2, 3 / 4];
/** The number of columns that tables with different names must have in common. */
const fewestCommon = 3;
/** A name that more tables have than this is no reason to compare two tables. */
const mostTables = 32;

/** A table and how similar it is; the second best counts only by its score. */
type Best = {table: number; score: number; second: number};

/** Pairs tables that have most of their columns in common, where both are more similar to each other than to any other table. */
export function pairSimilarTables(
	tables: Matching,
	{own, others}: {readonly own: SimilarSide; readonly others: SimilarSide},
): void {
	const {byColumn, byName} = indexTables(tables, own);
	const bestOwn = new Map<number, Best>();
	const bestOther = new Map<number, Best>();
	for (let table = 1; table < tables.beforeEnd; table++) {
		if (!tables.isFreeBefore(table)) continue;
		const columns = new Set(others.members.of(table));
		const candidates = new Set(few(byName.get(others.nameOf(table))));
		for (const column of columns) for (const candidate of few(byColumn.get(column))) candidates.add(candidate);
		for (const candidate of candidates) {
			const score = scoreOf(columns, own.members.of(candidate), {
				isSameName: own.nameOf(candidate) === others.nameOf(table),
				isSameGroup: own.groupOf(candidate) === others.groupOf(table),
			});
			if (score === 0) continue;
			keepBest(bestOther, table, candidate, score);
			keepBest(bestOwn, candidate, table, score);
		}
	}

	for (const [table, {table: candidate, score, second}] of bestOther) {
		const back = bestOwn.get(candidate);
		if (score > second && back?.table === table && back.score > back.second) tables.pair(candidate, table);
	}
}

function indexTables(tables: Matching, own: SimilarSide) {
	const byColumn = new Map<number, number[]>();
	const byName = new Map<number, number[]>();
	for (let table = 1; table < tables.afterEnd; table++) {
		if (!tables.isFreeAfter(table)) continue;
		addTo(byName, own.nameOf(table), table);
		for (const column of own.members.of(table)) addTo(byColumn, column, table);
	}

	return {byColumn, byName};
}

function addTo(index: Map<number, number[]>, key: number, table: number): void {
	const known = index.get(key);
	if (known === undefined) index.set(key, [table]);
	else if (known.length <= mostTables) known.push(table);
}

/** Returns the tables that have a trait; none if many have it. */
function few(tables: readonly number[] = []): readonly number[] {
	return tables.length > mostTables ? [] : tables;
}

/** Returns how similar two tables are; 0 for tables that are not. */
function scoreOf(
	columns: ReadonlySet<number>,
	others: Uint32Array,
	{isSameName, isSameGroup}: {readonly isSameName: boolean; readonly isSameGroup: boolean},
): number {
	let common = 0;
	for (const column of others) if (columns.has(column)) common++;
	const share = common / Math.max(columns.size, others.length);
	if (isSameName) return share >= shareOfName ? share + 1 + Number(isSameGroup) : 0;
	return isSameGroup && share >= shareOfGroup && common >= fewestCommon ? share : 0;
}

function keepBest(best: Map<number, Best>, key: number, table: number, score: number): void {
	const known = best.get(key);
	if (known === undefined) best.set(key, {table, score, second: 0});
	else if (score > known.score) best.set(key, {table, score, second: known.score});
	else known.second = Math.max(known.second, score);
}
