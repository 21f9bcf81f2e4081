import {resourcesKind} from '../../source/kinds/resources/resources.ts';
import type {ListedPage} from '../../source/kinds/resources.ts';
import {CatalogComparison} from '../../source/plan/comparison.ts';
import type {Inventory} from '../../source/plan/inventory.ts';

/** A page of a list: its type, its id in the file, and its names from the outermost one on. */
export type PageText = {readonly type: string; readonly id: string; readonly names: readonly string[]} & Pick<
	ListedPage,
	'marks'
>;

/** Compares an inventory with a catalog that shows these pages, without knowing what was sent last. */
export function compareLines(inventory: Inventory, pages: readonly PageText[]): CatalogComparison {
	const comparison = new CatalogComparison(inventory, resourcesKind.readBack);
	for (const [at, list] of resourcesKind.readBack.entries()) {
		const [entity] = list.entities;
		for (const {type, id, names, marks} of pages.filter(({type}) => type === entity?.singular)) {
			const [database = '', schema = '', table = ''] = names.slice(0, -1);
			const page = {id: `page of ${id}`, databuilderId: id, database, schema, table, title: names.at(-1) ?? ''};
			const resources = list.resources({...page, archived: false, ...(marks === undefined ? {} : {marks})});
			comparison.add(at, {id: `${type} ${id}`, archived: false, resources, marks});
		}
	}

	return comparison;
}
