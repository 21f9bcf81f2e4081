import type {NamedResource} from '../../source/kinds/resources.ts';
import {warehouseResources} from '../../source/kinds/warehouse/resources.ts';
import {ListedResources} from '../../source/plan/changes/listed-resources.ts';
import {CatalogComparison} from '../../source/plan/comparison.ts';
import type {Inventory} from '../../source/plan/inventory.ts';

/** The names that lead to one column of the warehouse. */
export type ColumnNames = {
	readonly database: string;
	readonly schema: string;
	readonly table: string;
	readonly column: string;
};

/** Returns the resources that the catalog shows with a column: itself and its table. */
export function resourcesOf({column, ...names}: ColumnNames): readonly NamedResource[] {
	return warehouseResources.readBack.flatMap(list =>
		list.resources({...names, title: column, id: '', archived: false}),
	);
}

/** Returns the inventory of a snapshot with these columns. */
export function inventoryWith(columns: readonly ColumnNames[]): Inventory {
	return listed(columns).inventory;
}

/** Returns these columns and their tables, with names. */
export function listed(columns: readonly ColumnNames[]): ListedResources {
	const listed = new ListedResources(warehouseResources.entities);
	for (const column of columns) {
		const [own, table] = resourcesOf(column);
		if (table !== undefined) listed.add(table);
		if (own !== undefined) listed.add(own, table);
	}

	return listed;
}

/** Compares an inventory with a catalog that shows these columns. */
export function compare(inventory: Inventory, columns: readonly ColumnNames[]): CatalogComparison {
	const comparison = new CatalogComparison(inventory, warehouseResources.readBack);
	for (const [at, column] of columns.entries())
		comparison.add(0, {id: `${column.table} ${column.column} ${at}`, archived: false, resources: resourcesOf(column)});
	return comparison;
}

/** Returns all that an inventory has about its resources, by type. */
export function contentsOf(inventory: Inventory) {
	return inventory.entities.map(entity => {
		const index = inventory.of(entity);
		return Array.from({length: index.count}, (_, at) => {
			const number = at + 1;
			return {
				key: index.keyOf(number),
				offset: index.offsetOf(number),
				parent: index.parentOf(number),
				group: inventory.groups[index.groupOf(number)],
				names: index.namesOf(number),
				ids: index.idsOf(number),
				content: index.contentOf(number),
			};
		});
	});
}
