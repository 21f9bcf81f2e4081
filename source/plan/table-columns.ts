import type {EntityType} from '../kinds/resources.ts';
import type {Inventory} from './inventory.ts';

/** The columns of tables, in any kind. */
export type TableColumns = {
	readonly table: EntityType;
	readonly column: EntityType;
	/** Returns the number in the snapshot of the table of one of its columns; 0 without one. */
	ofOwn(column: number): number;
	/** Returns the number in the snapshot of the table of a column of the baseline; 0 if the snapshot does not have it. */
	ofOther(column: number): number;
};

type Sides = {
	/** The snapshot. */
	readonly after: Inventory;
	/** The resources that the catalog shows and the snapshot does not have. */
	readonly before: Inventory;
};

/** Returns the columns of tables; `undefined` if the types have none. */
export function tableColumns(entities: readonly EntityType[], sides: Sides): TableColumns | undefined {
	for (const column of entities) {
		const table = column.container ?? column.partOf;
		if (table === undefined || !entities.includes(table)) continue;
		return column.container === undefined ? byIds(table, column, sides) : byNumbers(table, column, sides);
	}

	return undefined;
}

function byNumbers(table: EntityType, column: EntityType, {after, before}: Sides): TableColumns {
	let last = 0;
	let lastOwn = 0;
	return {
		table,
		column,
		ofOwn: number => after.of(column).parentOf(number),
		ofOther(number) {
			const parent = before.of(column).parentOf(number);
			if (parent !== last) {
				last = parent;
				lastOwn = parent === 0 ? 0 : after.find(table, before.of(table).keyOf(parent));
			}

			return lastOwn;
		},
	};
}

/** The maximum number of columns above a column. */
const mostParents = 10;

/** The parent of a column is a table, or a column for nested fields [doc]. */
function byIds(table: EntityType, column: EntityType, {after, before}: Sides): TableColumns {
	let tables: ReadonlyMap<number, number> | undefined;
	const finder = (inventory: Inventory) => {
		let parents: ReadonlyMap<number, number> | undefined;
		return (number: number) => {
			tables ??= numbersById(after, table);
			let id = inventory.of(column).idsOf(number).parentLow;
			for (let level = 0; level < mostParents && id !== 0; level++) {
				const found = tables.get(id);
				if (found !== undefined) return found;
				parents ??= parentsById(inventory, column);
				id = parents.get(id) ?? 0;
			}

			return 0;
		};
	};
	return {table, column, ofOwn: finder(after), ofOther: finder(before)};
}

/** Returns the number of a resource by the hash of its id. */
function numbersById(inventory: Inventory, entity: EntityType): ReadonlyMap<number, number> {
	const index = inventory.of(entity);
	const numbers = new Map<number, number>();
	for (let number = 1; number <= index.count; number++) numbers.set(index.idsOf(number).own, number);
	return numbers;
}

/** Returns the hash of the id of the parent by the hash of the own id. */
function parentsById(inventory: Inventory, entity: EntityType): ReadonlyMap<number, number> {
	const index = inventory.of(entity);
	const parents = new Map<number, number>();
	for (let number = 1; number <= index.count; number++) {
		const {own, parentLow} = index.idsOf(number);
		parents.set(own, parentLow);
	}

	return parents;
}
