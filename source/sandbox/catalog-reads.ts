import {parseQueryFilter, parseQuerySort, QueryError} from './catalog-query.ts';
import type {PageType} from './model.ts';
import {errorReply, type Handler} from './route.ts';
import {edgeJson, envelope, resourceJson} from './shapes.ts';

/** Returns the handler of the list of pages of one type. */
export function listPages(entityType: PageType): Handler {
	return (_request, url, {model, switches}) => {
		const {searchParams: query} = url;
		const [parent, title] = [query.get('parent_id'), query.get('title')];
		const all = [...model.pages(query.get('integration_id') ?? undefined)].filter(
			page =>
				page.entityType === entityType &&
				(parent === null || page.parentId === parent) &&
				(title === null || page.title === title),
		);
		return {status: 200, body: envelope(all, url, resourceJson, switches)};
	};
}

/** The maximum number of items over all pages of one query [doc]. */
const catalogCap = 10_000;

export const queryCatalog: Handler = (_request, url, {model, switches}) => {
	try {
		const test = parseQueryFilter(url.searchParams.get('filter'));
		const order = parseQuerySort(url.searchParams.get('sort'));
		const all = Array.from(model.pages(), page => ({json: {...resourceJson(page)}, type: page.entityType}))
			// `type` is a field of filters [doc]; that of a column's own JSON is its data type.
			.filter(({json, type}) => test({...json, type}))
			.map(({json}) => json)
			.sort(order);
		return {status: 200, body: envelope(all.slice(0, catalogCap), url, page => page, switches)};
	} catch (error) {
		if (error instanceof QueryError) return errorReply(400, error.message);
		throw error;
	}
};

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
