import type {NamedResource} from '../../source/kinds/resources.ts';
import {warehouseResources} from '../../source/kinds/warehouse/resources.ts';
import {CatalogComparison} from '../../source/plan/comparison.ts';
import {Inventory} from '../../source/plan/inventory.ts';

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
	const inventory = new Inventory(warehouseResources.entities);
	for (const {entity, key} of columns.flatMap(resourcesOf)) inventory.add(entity, key);
	return inventory;
}

/** Compares an inventory with a catalog that shows these columns. */
export function compare(inventory: Inventory, columns: readonly ColumnNames[]): CatalogComparison {
	const comparison = new CatalogComparison(inventory, warehouseResources.readBack);
	for (const resource of columns.flatMap(resourcesOf)) comparison.show(resource);
	return comparison;
}
