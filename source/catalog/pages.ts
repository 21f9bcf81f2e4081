import {setTimeout as delay} from 'node:timers/promises';
import {catalogError} from './error.ts';
import type {HttpClient} from './http.ts';
import {endlessListError, type ListLimits, PageSequence} from './page-sequence.ts';
import {type ListPage, readPage} from './shapes.ts';

export type ListRequest<Item> = {
	readonly path: string;
	readonly query: Readonly<Record<string, string>>;
	readonly limits: ListLimits;
	readItem(item: Record<string, unknown>): Item;
};

/** Characters of a next page's query; a longer one is no cursor. */
const maxCursorLength = 4096;

/**
Follows a list to its end. The next link only says what the next page is called: in the documents' own samples it leads
to another path, and its host is not ours to trust. So its query is taken, and what was asked for stays asked for.

@throws CatalogError
*/
export async function* pages<Item>(
	http: HttpClient,
	{path, query, limits, readItem}: ListRequest<Item>,
	signal: AbortSignal,
): AsyncGenerator<ListPage<Item>, void, void> {
	const cursors = new Set<string>();
	const sequence = new PageSequence<Item>(limits);
	let next: Readonly<Record<string, string>> = query;
	for (;;) {
		cursors.add(JSON.stringify(next));
		const page = readPage(await http.get(path, {query: next, signal}), readItem);
		yield page;
		if (page.next === undefined) return;
		const pauseMs = sequence.add(page);
		next = {...queryOf(page.next), ...query};
		if (cursors.has(JSON.stringify(next))) throw endlessListError('a next link leads back');
		// A signal that ends the pause ends the next request too.
		if (pauseMs > 0) await delay(pauseMs, undefined, {signal}).catch(() => undefined);
	}
}

function queryOf(link: string): Record<string, string> {
	const url = URL.parse(link, 'http://localhost');
	if (url !== null && url.search.length <= maxCursorLength) return Object.fromEntries(url.searchParams);
	throw catalogError('unexpected-answer', 'A next link of the catalog cannot be followed.', 'Run it again later.');
}
