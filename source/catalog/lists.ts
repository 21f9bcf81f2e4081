import {type CatalogColumn, type CatalogTable, readColumn, readTable} from './shapes.ts';

/** What the items of each list of pages are. */
type ListItems = {readonly columns: CatalogColumn; readonly tables: CatalogTable};

/** The lists that show the pages of an integration. */
export type ListName = keyof ListItems;

export type ListItem<Name extends ListName> = ListItems[Name];

type List<Item> = {readonly path: string; readItem(item: Record<string, unknown>): Item};

/** Where each list is, and how its items are read [seen]. */
export const lists: {readonly [Name in ListName]: List<ListItem<Name>>} = {
	columns: {path: 'table/columns/', readItem: readColumn},
	tables: {path: 'table/tables/', readItem: readTable},
};
