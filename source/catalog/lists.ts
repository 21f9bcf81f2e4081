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

type List<Item> = {readonly path: string; readItem(item: Record<string, unknown>): Item};

/** The path of each list [doc, deprecated] and the parser of its items [columns and tables: seen]. */
export const lists: {readonly [Name in CatalogListName]: List<CatalogListItem<Name>>} = {
	databases: {path: 'database/databases/', readItem: pageReader('databases')},
	schemas: {path: 'database/schemas/', readItem: pageReader('schemas')},
	tables: {path: 'table/tables/', readItem: readTable},
	columns: {path: 'table/columns/', readItem: readColumn},
	dashboards: {path: 'dashboard/dashboards/', readItem: pageReader('dashboards')},
	charts: {path: 'dashboard/charts/', readItem: pageReader('charts')},
};
