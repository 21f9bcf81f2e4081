import {record, text, unexpected} from './json-fields.ts';

/** A lineage link between two pages, by their IDs in the catalog. */
export type CatalogEdge = {
	readonly fromId: string;
	readonly toId: string;
	/** True if a person made it in Secoda. */
	readonly isManual: boolean;
};

/** The list of edges [doc]. It cannot be limited to an integration, so edges are asked for by their ends. */
export const edgeList = {path: 'lineage/manual/', readItem: readEdge} as const;

/** The most pages that one request names: a longer URL may be refused. */
const pagesPerRequest = 50;

/** Returns the queries for the edges that start at pages with these IDs. */
export function edgeQueries(fromIds: readonly string[]): ReadonlyArray<{readonly from_entity__in: string}> {
	return Array.from({length: Math.ceil(fromIds.length / pagesPerRequest)}, (_, at) => ({
		from_entity__in: fromIds.slice(at * pagesPerRequest, (at + 1) * pagesPerRequest).join(','),
	}));
}

/** Parses an edge. The documentation shows two names for each end. */
function readEdge(json: Record<string, unknown>): CatalogEdge {
	const {from_entity_id, from_entity, to_entity_id, to_entity, is_manual} = record(json);
	const fromId = text(from_entity_id) ?? text(from_entity);
	const toId = text(to_entity_id) ?? text(to_entity);
	if (fromId === undefined || toId === undefined) throw unexpected('valid edges');
	return {fromId, toId, isManual: is_manual === true};
}
