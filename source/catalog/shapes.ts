import {isRecord, record, text, unexpected, wholeNumber} from './json-fields.ts';

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

/** Returns the ID of an upload from a response without a documented shape [unknown]. */
export function idOf(json: unknown): string | undefined {
	if (!isRecord(json)) return undefined;
	const {id, extraction_id, job_id} = json;
	const found = id ?? extraction_id ?? job_id;
	return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}
