import {CatalogError} from './error.ts';

/** An integration, as far as this program needs it [doc]. */
export type Integration = {readonly id: string; readonly name: string; readonly type: string};

/** A column page of the catalog. Field names [seen]. */
export type CatalogColumn = {
	readonly id: string;
	readonly database: string;
	readonly schema: string;
	readonly table: string;
	readonly title: string;
	readonly archived: boolean;
};

/** One page of a list [doc]. */
export type Page<Item> = {
	readonly items: readonly Item[];
	/** How many there are in all; `undefined` when the server does not count. */
	readonly expected: number | undefined;
	/** Where the next page is. */
	readonly next: string | undefined;
};

/** The count that means "not counted" [seen]. */
const notCounted = 999_999;

/** Reads the page envelope. @throws CatalogError `unexpected-answer` */
export function readPage<Item>(json: unknown, readItem: (item: Record<string, unknown>) => Item): Page<Item> {
	const page = record(json);
	if (!Array.isArray(page.results)) throw unexpected('a list');
	const links = isRecord(page.links) ? page.links : {};
	// The documents show both null and the word "None" for a missing link.
	const next = typeof links.next === 'string' && links.next !== 'None' && links.next !== '' ? links.next : undefined;
	const expected = typeof page.count === 'number' && page.count !== notCounted ? page.count : undefined;
	return {items: page.results.map(item => readItem(record(item))), expected, next};
}

export function readIntegration(json: unknown): Integration {
	const {id, name, type} = record(json);
	if (typeof id !== 'string') throw unexpected('an integration');
	return {id, name: text(name) || 'Untitled', type: text(type)};
}

export function readColumn(item: Record<string, unknown>): CatalogColumn {
	return {
		id: text(item.id),
		database: text(item.table_database),
		schema: text(item.table_schema),
		table: text(item.table_title),
		title: text(item.title),
		archived: item.archived === true,
	};
}

/** A field like an id in an answer that has no documented shape [unknown]. */
export function idOf(json: unknown): string | undefined {
	if (!isRecord(json)) return undefined;
	const id = json.id ?? json.extraction_id ?? json.job_id;
	return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}

function record(json: unknown): Record<string, unknown> {
	if (!isRecord(json)) throw unexpected('an object');
	return json;
}

function isRecord(json: unknown): json is Record<string, unknown> {
	return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function text(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

function unexpected(wanted: string): CatalogError {
	return new CatalogError(
		'unexpected-answer',
		`The address did not answer with ${wanted}.`,
		'Check --url: it should be a Secoda workspace.',
	);
}
