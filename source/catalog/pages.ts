import {catalogError} from './error.ts';
import type {HttpClient} from './http.ts';
import {messages} from './messages.ts';
import {endlessListError, type ListLimits, PageSequence} from './page-sequence.ts';
import {type ListPage, readPage} from './shapes.ts';

export type ListRequest<Item> = {
	readonly path: string;
	readonly query: Readonly<Record<string, string>>;
	readonly limits: ListLimits;
	readItem(item: Record<string, unknown>): Item;
};

/** The longest query of a next link, in characters. */
const maxCursorLength = 4096;

/**
Reads a list to its end. Of a next link only the query is used: in the documentation's own samples it leads to another path, and its
host cannot be trusted. The query of the request takes precedence.

@throws CatalogError
*/
export async function* pages<Item>(
	http: HttpClient,
	{path, query, limits, readItem}: ListRequest<Item>,
	signal: AbortSignal,
): AsyncGenerator<ListPage<Item>, void, void> {
	const cursors = new Set<string>();
	const sequence = new PageSequence<Item>(limits, http.timer);
	let next: Readonly<Record<string, string>> = query;
	for (;;) {
		cursors.add(JSON.stringify(next));
		const page = readPage(await http.get(path, {query: next, signal}), readItem);
		yield page;
		if (page.next === undefined) return;
		const pauseMs = sequence.add(page);
		next = {...queryOf(page.next), ...query};
		if (cursors.has(JSON.stringify(next))) throw endlessListError(messages.linkCycle);
		// A signal that aborts the pause aborts the next request too.
		if (pauseMs > 0) await http.timer.delay(pauseMs, signal).catch(() => undefined);
	}
}

function queryOf(link: string): Record<string, string> {
	const url = URL.parse(link, 'http://localhost');
	if (url !== null && url.search.length <= maxCursorLength) return Object.fromEntries(url.searchParams);
	throw catalogError('unexpected-answer', ...messages.invalidLink);
}
