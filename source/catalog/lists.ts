import {type CatalogColumn, type CatalogTable, readColumn, readTable} from './shapes.ts';

type ListItems = {readonly columns: CatalogColumn; readonly tables: CatalogTable};

/** The lists that show the resources of an integration. */
export type CatalogListName = keyof ListItems;

export type CatalogListItem<Name extends CatalogListName> = ListItems[Name];

type List<Item> = {readonly path: string; readItem(item: Record<string, unknown>): Item};

/** The path of each list and the parser of its items [seen]. */
export const lists: {readonly [Name in CatalogListName]: List<CatalogListItem<Name>>} = {
	columns: {path: 'table/columns/', readItem: readColumn},
	tables: {path: 'table/tables/', readItem: readTable},
};
