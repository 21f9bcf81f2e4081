import {type CatalogError, catalogError} from './error.ts';
import type {Http} from './http.ts';
import {type Page, readPage} from './shapes.ts';

/**
Follows a list to its end. The next link only says what the next page is called: in the documents' own samples it leads
to another path, and its host is not ours to trust. So its query is taken, and what was asked for stays asked for.
*/
export async function* pages<Item>(
	http: Http,
	path: string,
	query: Readonly<Record<string, string>>,
	readItem: (item: Record<string, unknown>) => Item,
	signal: AbortSignal,
): AsyncGenerator<Page<Item>, void, void> {
	const seen = new Set<string>();
	let before = '';
	let next: Readonly<Record<string, string>> = query;
	for (;;) {
		seen.add(JSON.stringify(next));
		const json = await http.get(path, {query: next, signal});
		const page = readPage(json, readItem);
		yield page;
		if (page.next === undefined) return;
		// The same page under ever new names.
		const {items} = page;
		const ends = items.length === 0 ? '' : JSON.stringify([items.length, items[0], items.at(-1)]);
		if (ends !== '' && ends === before) throw endless();
		before = ends;
		next = {...queryOf(page.next), ...query};
		if (seen.has(JSON.stringify(next))) {
			throw endless();
		}
	}
}

function endless(): CatalogError {
	return catalogError('unexpected-answer', 'A list of the catalog has no end.', 'Run it again later.');
}

function queryOf(link: string): Record<string, string> {
	const url = URL.parse(link, 'http://localhost');
	if (url !== null) return Object.fromEntries(url.searchParams);
	throw catalogError('unexpected-answer', 'A list of the catalog leads nowhere.', 'Run it again later.');
}
