import {type CatalogColumn, type CatalogTable, readColumn, readTable} from './shapes.ts';

/** What the items of each list of pages are. */
type ListItems = {readonly columns: CatalogColumn; readonly tables: CatalogTable};

/** The lists that show the pages of an integration. */
export type CatalogListName = keyof ListItems;

export type CatalogListItem<Name extends CatalogListName> = ListItems[Name];

type List<Item> = {readonly path: string; readItem(item: Record<string, unknown>): Item};

/** Where each list is, and how its items are read [seen]. */
export const lists: {readonly [Name in CatalogListName]: List<CatalogListItem<Name>>} = {
	columns: {path: 'table/columns/', readItem: readColumn},
	tables: {path: 'table/tables/', readItem: readTable},
};
