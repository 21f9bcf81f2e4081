import {warehouseResources} from '../../source/kinds/warehouse/resources.ts';
import {inventoryOf} from '../../source/snapshot/inventory-of.ts';

/** The inventory of the file as a snapshot: what a plan needs of it. */
export async function measure(path: string): Promise<string> {
	const inventory = await inventoryOf([{path, kind: warehouseResources}], new AbortController().signal);
	return inventory.entities.map(entity => `${inventory.of(entity).count} ${entity.plural}`).join(', ');
}
