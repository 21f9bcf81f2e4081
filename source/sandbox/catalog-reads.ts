import {parseQueryFilter, parseQuerySort, QueryError} from './catalog-query.ts';
import type {PageType, SandboxModel, SandboxPage} from './model.ts';
import {errorReply, type Handler, type SandboxReply} from './route.ts';
import {edgeJson, envelope, resourceJson} from './shapes.ts';
import type {SandboxSwitches} from './switches.ts';

/** Returns the handler of the list of pages of one type. Whether it has a sort and a limit is [unknown]. */
export function listPages(entityType: PageType): Handler {
	return (_request, url, {model, switches}) => {
		const {searchParams: query} = url;
		const [parent, title, sort] = [query.get('parent_id'), query.get('title'), query.get('sort')];
		if (sort !== null && switches.listSort === 'refused') return errorReply(400, 'Unknown parameter: sort.');
		const all = [...model.pages(query.get('integration_id') ?? undefined)].filter(
			page =>
				page.entityType === entityType &&
				(parent === null || page.parentId === parent) &&
				(title === null || page.title === title),
		);
		const {listCap, cappedCount, listSort} = switches;
		return answerQuery(() => {
			const sorted = sortPages(all, listSort === 'taken' ? sort : null, model, switches);
			const shown = listCap === 0 ? sorted : sorted.slice(0, listCap);
			const count = cappedCount === 'all' ? all.length : shown.length;
			return envelope(shown, url, page => resourceJson(page, switches), {...switches, count});
		});
	};
}

/** The maximum number of items over all pages of one query [doc]. */
const catalogCap = 10_000;

export const queryCatalog: Handler = (_request, url, {model, switches}) =>
	answerQuery(() => {
		const {searchParams: query} = url;
		const test = parseQueryFilter(query.get('filter'));
		// `type` is a field of filters [doc]; that of a column's own JSON is its data type.
		const all = [...model.pages()].filter(page => test({...resourceJson(page, switches), type: page.entityType}));
		const sorted = sortPages(all, query.get('sort'), model, switches).slice(0, catalogCap);
		return envelope(sorted, url, page => resourceJson(page, switches), switches);
	});

/** Returns the result of a query; an error for one that is not valid. */
function answerQuery(query: () => object): SandboxReply {
	try {
		return {status: 200, body: query()};
	} catch (error) {
		if (error instanceof QueryError) return errorReply(400, error.message);
		throw error;
	}
}

/** Sorts pages as a request asks. Without a sort the most used ones are first [doc], and usage can change with each request. */
function sortPages(
	pages: readonly SandboxPage[],
	sort: string | null,
	{usage}: SandboxModel,
	switches: SandboxSwitches,
): readonly SandboxPage[] {
	if (sort !== null && sort !== '') {
		const order = parseQuerySort(sort);
		const items = pages.map(page => ({page, json: {...resourceJson(page, switches)}}));
		return items.sort((one, other) => order(one.json, other.json)).map(({page}) => page);
	}

	if (switches.unsortedOrder === 'stable') return pages;
	const used = ({id}: SandboxPage) => usage.get(id) ?? 0;
	const sorted = pages.toSorted((one, other) => used(other) - used(one));
	// The least used page becomes the most used one, so that all others move.
	const [first, last] = [sorted[0], sorted.at(-1)];
	if (first !== undefined && last !== undefined) usage.set(last.id, used(first) + 1);
	return sorted;
}

/** Lists edges by their ends [doc]. Whether it shows uploaded ones is [unknown]. */
export const listEdges: Handler = (_request, url, {model, switches}) => {
	const uploaded = switches.edgesListed ? [...model.edges.values()].flat() : [];
	const isFrom = endFilter(url, 'from_entity');
	const isTo = endFilter(url, 'to_entity');
	const all = switches.edgesFiltered ? uploaded.filter(({fromId, toId}) => isFrom(fromId) && isTo(toId)) : uploaded;
	return {status: 200, body: envelope(all, url, edge => edgeJson(edge, model, switches), switches)};
};

function endFilter({searchParams}: URL, end: 'from_entity' | 'to_entity'): (id: string) => boolean {
	const one = searchParams.get(`${end}_id`) ?? searchParams.get(end);
	const some = searchParams.get(`${end}__in`)?.split(',');
	return id => (one === null || id === one) && (some === undefined || some.includes(id));
}
