import {isRespelled, plainName} from '../../kinds/keys/name-hashes.ts';
import type {Matching, RenameSides} from './matching.ts';
import type {TableTypes} from './table-pairs.ts';

/** The number of names of each side that are read at most. */
const mostRead = 1000;

/** The tables of the snapshot with free columns on both sides, and the one in which a column of the baseline is. */
type OpenTables = {readonly open: Uint8Array; tableOf(column: number): number};

/** Pairs columns of the same table whose names differ only in white space, or in names before a period. If many are free, it reads none. */
export function pairRespelledColumns(
	columns: Matching,
	{open, tableOf}: OpenTables,
	{column}: TableTypes,
	{after, names}: RenameSides & {readonly names: NonNullable<RenameSides['names']>},
): void {
	const own = freeIn(
		columns.afterEnd,
		number => columns.isFreeAfter(number) && open[after.of(column).parentOf(number)] === 1,
	);
	const others = freeIn(columns.beforeEnd, number => columns.isFreeBefore(number) && open[tableOf(number)] === 1);
	if (own === undefined || others === undefined) return;
	const created = new Map<string, {readonly number: number; readonly name: string} | undefined>();
	for (const number of own) {
		const name = names.after.nameOf(column, number).at(-1) ?? '';
		const key = keyOf(after.of(column).parentOf(number), name);
		// Of equal candidates none is taken.
		created.set(key, created.has(key) ? undefined : {number, name});
	}

	for (const number of others) {
		const name = names.before.nameOf(column, number).at(-1) ?? '';
		const same = created.get(keyOf(tableOf(number), name));
		if (same !== undefined && isRespelled(same.name, name) && columns.isFreeAfter(same.number))
			columns.pair(same.number, number);
	}
}

/** Returns the numbers below `end` that are free; `undefined` if they are many. */
function freeIn(end: number, isFree: (number: number) => boolean): readonly number[] | undefined {
	const numbers: number[] = [];
	for (let number = 1; number < end; number++) {
		if (!isFree(number)) continue;
		if (numbers.length === mostRead) return undefined;
		numbers.push(number);
	}

	return numbers;
}

function keyOf(table: number, name: string): string {
	return `${table} ${plainName(name.toLowerCase())}`;
}
