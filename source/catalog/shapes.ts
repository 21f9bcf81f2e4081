import {type CatalogError, catalogError} from './error.ts';
import {messages} from './messages.ts';

/** The fields of an integration that this program uses [doc]. The times are ISO; an upload may change them [unknown]. */
export type Integration = {
	readonly id: string;
	readonly name: string;
	readonly type: string;
	readonly updatedAt: string | undefined;
	readonly lastRun: string | undefined;
};

/** The owner of the token, as far as the catalog returns it [seen]. */
export type TokenOwner = {
	readonly name: string | undefined;
	readonly email: string | undefined;
	readonly workspaceId: string | undefined;
};

/** A team that integrations belong to [doc]. */
export type Team = {readonly id: string; readonly name: string};

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
};

/** A table page of the catalog. Field names [seen]. */
export type CatalogTable = {
	readonly id: string;
	readonly databuilderId: string | undefined;
	readonly database: string;
	readonly schema: string;
	readonly title: string;
	readonly archived: boolean;
};

/** One page of a list [doc]. */
export type ListPage<Item> = {
	readonly items: readonly Item[];
	/** The number of items of the whole list; `undefined` if the server does not count. */
	readonly expected: number | undefined;
	/** The number of pages of the whole list, by the same count. */
	readonly totalPages: number | undefined;
	/** The link to the next page. */
	readonly next: string | undefined;
};

/** The count that means "not counted" [seen]. */
const notCounted = 999_999;

/** Parses a page of a list. @throws CatalogError `unexpected-answer` */
export function readPage<Item>(json: unknown, readItem: (item: Record<string, unknown>) => Item): ListPage<Item> {
	const {results, links, next: topLevel, count, total_pages} = record(json);
	if (!Array.isArray(results)) throw unexpected('a list');
	const {next} = isRecord(links) ? links : {next: topLevel};
	const expected = count === notCounted ? undefined : wholeNumber(count);
	return {
		items: results.map(item => readItem(record(item))),
		expected,
		// Without a count, the number of pages is derived from the same placeholder.
		totalPages: expected === undefined ? undefined : wholeNumber(total_pages),
		// Some lists have it at the top level [seen].
		next: readLink(next) ?? readLink(topLevel),
	};
}

/** Returns a link. An invalid one is an error, because it must not look like the end of the list. */
function readLink(link: unknown): string | undefined {
	// The documentation shows both null and the word "None" for a missing link.
	if (link === undefined || link === null || link === 'None' || link === '') return undefined;
	if (typeof link !== 'string') throw unexpected('valid links');
	return link;
}

function wholeNumber(value: unknown): number | undefined {
	return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

export function readIntegration(json: unknown): Integration {
	const {id, name, type, updated_at, scheduled_extractions_last_run} = record(json);
	if (typeof id !== 'string' || id === '') throw unexpected('an integration');
	return {
		id,
		name: text(name) ?? 'Untitled',
		type: text(type) ?? '',
		updatedAt: text(updated_at),
		lastRun: text(scheduled_extractions_last_run),
	};
}

export function readTeam({id: given, name}: Record<string, unknown>): Team {
	const id = text(given);
	if (id === undefined) throw unexpected('a team');
	return {id, name: text(name) ?? id};
}

export function readTokenOwner(json: unknown): TokenOwner {
	const {name, display_name, first_name, last_name, email, workspace_id} = record(json);
	const both = [text(first_name), text(last_name)].filter(part => part !== undefined).join(' ');
	return {
		name: text(display_name) ?? text(name) ?? text(both),
		email: text(email),
		workspaceId: text(workspace_id),
	};
}

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
	};
}

/** Returns the ID of an upload from a response without a documented shape [unknown]. */
export function idOf(json: unknown): string | undefined {
	if (!isRecord(json)) return undefined;
	const {id, extraction_id, job_id} = json;
	const found = id ?? extraction_id ?? job_id;
	return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}

/** Returns a name, which may be null but must be present. */
function named(item: Record<string, unknown>, field: string, what: string): string {
	const value = item[field];
	if (value === null) return '';
	if (typeof value !== 'string') throw unexpected(what);
	return value;
}

function record(json: unknown): Record<string, unknown> {
	if (!isRecord(json)) throw unexpected('a JSON object');
	return json;
}

function isRecord(json: unknown): json is Record<string, unknown> {
	return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function text(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

function unexpected(expected: string): CatalogError {
	return catalogError('unexpected-answer', ...messages.unexpectedShape(expected));
}
