import {named, text} from './json-fields.ts';
import {type PageMarks, readMarks} from './page-marks.ts';

/** A column page of the catalog. Field names [seen]. */
export type CatalogColumn = {
	readonly id: string;
	readonly databuilderId: string | undefined;
	readonly database: string;
	readonly schema: string;
	readonly table: string;
	readonly title: string;
	readonly sortOrder: number | undefined;
	readonly archived: boolean;
	readonly stale: boolean;
	readonly marks: PageMarks;
};

/** A table page of the catalog. Field names [seen]. */
export type CatalogTable = {
	readonly id: string;
	readonly databuilderId: string | undefined;
	readonly database: string;
	readonly schema: string;
	readonly title: string;
	readonly archived: boolean;
	readonly marks: PageMarks;
};

/** A page of another type: a database, a schema, a dashboard or a chart [doc]. */
export type CatalogPage = {
	readonly id: string;
	/** Absent for pages that were not uploaded. */
	readonly databuilderId: string | undefined;
	readonly title: string;
	readonly archived: boolean;
	readonly marks: PageMarks;
};

/** Parses a column. Missing names are an error, because the column would look like one that is not in the file. */
export function readColumn(item: Record<string, unknown>): CatalogColumn {
	const what = 'valid columns';
	const {id, databuilder_id, sort_order, archived, stale} = item;
	return {
		id: text(id) ?? '',
		databuilderId: text(databuilder_id),
		database: named(item, 'table_database', what),
		schema: named(item, 'table_schema', what),
		table: named(item, 'table_title', what),
		title: named(item, 'title', what),
		sortOrder: typeof sort_order === 'number' ? sort_order : undefined,
		archived: archived === true,
		stale: stale === true,
		marks: readMarks(item),
	};
}

export function readTable(item: Record<string, unknown>): CatalogTable {
	const what = 'valid tables';
	const {id, databuilder_id, archived} = item;
	return {
		id: text(id) ?? '',
		databuilderId: text(databuilder_id),
		database: named(item, 'database', what),
		schema: named(item, 'schema', what),
		title: named(item, 'title', what),
		archived: archived === true,
		marks: readMarks(item),
	};
}

/** Returns the parser of pages of another type. A page without `databuilder_id` would look like one that was not uploaded. */
export function pageReader(type: string): (item: Record<string, unknown>) => CatalogPage {
	const what = `valid ${type}`;
	return item => {
		const databuilderId = named(item, 'databuilder_id', what);
		return {
			id: text(item['id']) ?? '',
			databuilderId: text(databuilderId),
			title: named(item, 'title', what),
			archived: item['archived'] === true,
			marks: readMarks(item),
		};
	};
}
