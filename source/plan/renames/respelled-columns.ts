import {isRespelled, plainName} from '../../kinds/keys/name-hashes.ts';
import type {Matching, RenameSides} from './matching.ts';
import type {TableTypes} from './table-pairs.ts';

/** The number of names of each side that are read at most, because that takes time. */
const mostRead = 10_000;

/** The tables of the snapshot with free columns on both sides, and the one in which a column of the baseline is. */
type OpenTables = {readonly open: Uint8Array; tableOf(column: number): number};

/** Pairs columns of the same table whose names differ only in white space, or in names before a period. Of many, it reads those of the first tables. */
export function pairRespelledColumns(
	columns: Matching,
	{open, tableOf}: OpenTables,
	{column}: TableTypes,
	{after, names}: RenameSides & {readonly names: NonNullable<RenameSides['names']>},
): void {
	const ownTable = (number: number) => after.of(column).parentOf(number);
	const own = firstTables(
		free(columns.afterEnd, number => columns.isFreeAfter(number) && open[ownTable(number)] === 1),
		ownTable,
	);
	const tables = new Set(own.map(ownTable));
	const others = free(columns.beforeEnd, number => columns.isFreeBefore(number) && tables.has(tableOf(number)));
	const created = new Map<string, {readonly number: number; readonly name: string} | undefined>();
	for (const number of own) {
		const name = names.after.nameOf(column, number).at(-1) ?? '';
		const key = keyOf(ownTable(number), name);
		// Of equal candidates none is taken.
		created.set(key, created.has(key) ? undefined : {number, name});
	}

	let read = 0;
	for (const number of others) {
		if (++read > mostRead) break;
		const name = names.before.nameOf(column, number).at(-1) ?? '';
		const same = created.get(keyOf(tableOf(number), name));
		if (same !== undefined && isRespelled(same.name, name) && columns.isFreeAfter(same.number))
			columns.pair(same.number, number);
	}
}

/** Returns the numbers below `end` that pass a test, one more than names are read. */
function free(end: number, isFree: (number: number) => boolean): readonly number[] {
	const numbers: number[] = [];
	for (let number = 1; number < end && numbers.length <= mostRead; number++) if (isFree(number)) numbers.push(number);
	return numbers;
}

/** Returns the columns without those of the last table, if that may have more. */
function firstTables(numbers: readonly number[], tableOf: (number: number) => number): readonly number[] {
	if (numbers.length <= mostRead) return numbers;
	const last = tableOf(numbers.at(-1) ?? 0);
	return numbers.filter(number => tableOf(number) !== last);
}

function keyOf(table: number, name: string): string {
	return `${table} ${plainName(name.toLowerCase())}`;
}
