import {KeyHash, memberName} from '../../kinds/keys/key-hash.ts';
import type {Inventory} from '../inventory.ts';
import type {Matching, RenameSides} from './matching.ts';
import {pairRespelledColumns} from './respelled-columns.ts';
import type {TableTypes} from './table-pairs.ts';
import {UniquePairs} from './unique-pairs.ts';

/** Pairs hidden and created columns of the same table: those of renamed tables by their names, those with a similar name, then those with equal values and place. */
export function pairColumns(columns: Matching, tables: Matching, types: TableTypes, sides: RenameSides): void {
	const finder = new ColumnFinder(tables, types, sides);
	const {before} = sides;
	if (tables.count > 0) {
		for (let column = 1; column < columns.beforeEnd; column++) {
			if (!columns.isFreeBefore(column)) continue;
			if (tables.afterOf(before.of(types.column).parentOf(column)) === 0) continue;
			const same = finder.find(before, column);
			if (columns.isFreeAfter(same)) columns.pair(same, column);
		}
	}

	const open = tablesWithFreeColumns(columns, finder, types, sides);
	if (!open.includes(1)) return;
	if (sides.names !== undefined)
		pairRespelledColumns(columns, {open, tableOf: column => finder.tableOf(before, column)}, types, {
			...sides,
			names: sides.names,
		});
	if (sides.values !== undefined) pairByPlace(columns, {finder, open}, types, {...sides, values: sides.values});
}

/**
Pairs columns with the same values that follow the same column. In a file without a sort order, all columns between two others can have
equal values.
*/
function pairByPlace(
	columns: Matching,
	{finder, open}: {readonly finder: ColumnFinder; readonly open: Uint8Array},
	{column}: TableTypes,
	{after, before, values}: RenameSides & {readonly values: Inventory},
): void {
	const pairs = new UniquePairs();
	const traits = (inventory: Inventory, number: number, own: number, last: Uint32Array) => {
		const {low, high} = inventory.of(column).contentOf(number);
		return low === 0 && high === 0 ? undefined : [own, last[own] ?? 0, low, high];
	};
	const lastOwn = new Uint32Array(open.length);
	for (let number = 1; number < columns.afterEnd; number++) {
		const own = after.of(column).parentOf(number);
		if (open[own] !== 1) continue;
		const found = columns.isFreeAfter(number) ? traits(after, number, own, lastOwn) : undefined;
		if (found !== undefined) pairs.addAfter(number, found);
		if (!columns.isFreeAfter(number)) lastOwn[own] = number;
	}

	const lastOther = new Uint32Array(open.length);
	for (let number = 1; number <= values.of(column).count; number++) {
		const own = finder.tableOf(values, number);
		if (open[own] !== 1) continue;
		const same = finder.find(values, number);
		if (same !== 0) {
			lastOther[own] = same;
			continue;
		}

		const hidden = before.find(column, values.of(column).keyOf(number));
		const found = columns.isFreeBefore(hidden) ? traits(values, number, own, lastOther) : undefined;
		if (found !== undefined) pairs.addBefore(hidden, found);
	}

	pairs.pairIn(columns);
}

/** Returns for each table of the snapshot 1 if both sides have free columns in it. */
function tablesWithFreeColumns(
	columns: Matching,
	finder: ColumnFinder,
	{table, column}: TableTypes,
	{after, before}: Pick<RenameSides, 'after' | 'before'>,
): Uint8Array {
	const own = new Uint8Array(after.of(table).count + 1);
	const others = new Uint8Array(own.length);
	for (let number = 1; number < columns.afterEnd; number++) {
		if (columns.isFreeAfter(number)) own[after.of(column).parentOf(number)] = 1;
	}

	for (let number = 1; number < columns.beforeEnd; number++) {
		if (columns.isFreeBefore(number)) others[finder.tableOf(before, number)] = 1;
	}

	return own.map((flag, number) => (number === 0 ? 0 : flag & (others[number] ?? 0)));
}

/** Finds the tables and columns of the snapshot for those of another inventory, also in renamed tables. */
class ColumnFinder {
	readonly #tables: Matching;
	readonly #types: TableTypes;
	readonly #sides: RenameSides;
	readonly #key = new KeyHash();
	/** The table of the last column, and the one in the snapshot. */
	readonly #last: {inventory: Inventory | undefined; table: number; own: number} = {
		inventory: undefined,
		table: 0,
		own: 0,
	};

	constructor(tables: Matching, types: TableTypes, sides: RenameSides) {
		this.#tables = tables;
		this.#types = types;
		this.#sides = sides;
	}

	/** Returns the number in the snapshot of the table of a column; 0 if it has none. */
	tableOf(inventory: Inventory, column: number): number {
		const {table: type} = this.#types;
		const table = inventory.of(this.#types.column).parentOf(column);
		const last = this.#last;
		if (last.table === table && last.inventory === inventory) return last.own;
		const {after, before} = this.#sides;
		const key = inventory.of(type).keyOf(table);
		last.inventory = inventory;
		last.table = table;
		last.own = after.find(type, key) || this.#tables.afterOf(before.find(type, key));
		return last.own;
	}

	/** Returns the number in the snapshot of the column with the same name in the same table; 0 without one. */
	find(inventory: Inventory, column: number): number {
		const own = this.tableOf(inventory, column);
		if (own === 0) return 0;
		const {table: tableType, column: columnType} = this.#types;
		const {after} = this.#sides;
		const index = inventory.of(columnType);
		const name = memberName(index.keyOf(column), inventory.of(tableType).keyOf(index.parentOf(column)));
		return after.find(columnType, this.#key.ofMember(after.of(tableType).keyOf(own), name.low, name.high));
	}
}
