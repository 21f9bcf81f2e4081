import {HashIds} from '../../kinds/keys/hash-ids.ts';
import type {EntityType} from '../../kinds/resources.ts';
import type {Inventory} from '../inventory.ts';
import {GroupNames, mapGroups} from './group-map.ts';
import type {Matching, RenameSides} from './matching.ts';
import {pairSimilarTables} from './similar-tables.ts';
import {TableMembers} from './table-members.ts';
import {pairByTraits} from './unique-pairs.ts';

/** A table with another name needs this number of columns: few columns occur in many tables. */
const fewestColumns = 3;

/** The types of tables and of their columns. */
export type TableTypes = {readonly table: EntityType; readonly column: EntityType};

/**
Pairs hidden and created tables with the same columns: first those that only have another database, another schema or both, then those
that have another name in the same schema, then those that share most of their columns.
*/
export function pairTables(tables: Matching, types: TableTypes, sides: RenameSides): void {
	const names = new HashIds();
	const own = new TableSide(sides.after, types, names, table => tables.isFreeAfter(table));
	const others = new TableSide(sides.before, types, names, table => tables.isFreeBefore(table));
	const pairBy = (traitsOf: (side: TableSide, table: number) => readonly number[] | undefined) =>
		pairByTraits(
			tables,
			table => traitsOf(own, table),
			table => traitsOf(others, table),
		);

	pairBy((side, table) => [side.nameOf(table), ...side.groups.of(table)]);
	for (const level of [1, 0]) {
		pairBy((side, table) => [...side.columnsOf(table), side.nameOf(table), side.groups.of(table)[level] ?? 0]);
	}

	pairBy((side, table) => [...side.columnsOf(table), side.nameOf(table)]);
	others.mapGroups(mapGroups(tables, types.table, sides));
	pairBy((side, table) => {
		const columns = side.columnsOf(table);
		return columns[0] < fewestColumns ? undefined : [...columns, side.groupOf(table)];
	});
	pairSimilarTables(tables, {own, others});
}

/** The free tables of one side. */
class TableSide {
	readonly members: TableMembers;
	readonly groups: GroupNames;
	readonly #inventory: Inventory;
	readonly #entity: EntityType;
	#groupMap: Uint32Array | undefined;

	constructor(inventory: Inventory, {table, column}: TableTypes, names: HashIds, isFree: (table: number) => boolean) {
		this.members = new TableMembers(inventory.of(table), inventory.of(column), isFree, names);
		this.groups = new GroupNames(inventory, table);
		this.#inventory = inventory;
		this.#entity = table;
	}

	/** Sets the number in the snapshot of each group. */
	mapGroups(map: Uint32Array): void {
		this.#groupMap = map;
	}

	nameOf(table: number): number {
		return this.#inventory.of(this.#entity).namesOf(table).folded;
	}

	groupOf(table: number): number {
		const group = this.#inventory.of(this.#entity).groupOf(table);
		return this.#groupMap === undefined ? group : (this.#groupMap[group] ?? 0);
	}

	columnsOf(table: number): readonly [count: number, number, number] {
		return this.members.traitsOf(table);
	}
}
