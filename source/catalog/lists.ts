import {
	type CatalogColumn,
	type CatalogPage,
	type CatalogTable,
	pageReader,
	readColumn,
	readTable,
} from './listed-pages.ts';

type ListItems = {
	readonly databases: CatalogPage;
	readonly schemas: CatalogPage;
	readonly tables: CatalogTable;
	readonly columns: CatalogColumn;
	readonly dashboards: CatalogPage;
	readonly charts: CatalogPage;
};

/** The lists that show the resources of an integration. The API has none for dashboard groups. */
export type CatalogListName = keyof ListItems;

export type CatalogListItem<Name extends CatalogListName> = ListItems[Name];

type List<Item> = {
	readonly path: string;
	/** The list with the parents of its pages, by which it can be read in parts. */
	readonly parents?: CatalogListName;
	readItem(item: Record<string, unknown>): Item;
};

/** The path of each list [doc, deprecated] and the parser of its items [columns and tables: seen]. */
export const lists: {readonly [Name in CatalogListName]: List<CatalogListItem<Name>>} = {
	databases: {path: 'database/databases/', readItem: pageReader('databases')},
	schemas: {path: 'database/schemas/', parents: 'databases', readItem: pageReader('schemas')},
	tables: {path: 'table/tables/', parents: 'schemas', readItem: readTable},
	columns: {path: 'table/columns/', parents: 'tables', readItem: readColumn},
	dashboards: {path: 'dashboard/dashboards/', readItem: pageReader('dashboards')},
	charts: {path: 'dashboard/charts/', parents: 'dashboards', readItem: pageReader('charts')},
};

/** Returns the list with the parents of the pages of a list; `undefined` if they have no parents. */
export function parentList(name: CatalogListName): CatalogListName | undefined {
	return lists[name].parents;
}

/** The number of rows at which a list may end early: the catalog query does [doc], other lists may [unknown]. */
export const listCap = 10_000;
