import {record, text, unexpected} from './json-fields.ts';

/** A lineage link between two pages, by their IDs in the catalog. */
export type CatalogEdge = {
	readonly id: string;
	readonly fromId: string;
	readonly toId: string;
	/** True if a person made it in Secoda. */
	readonly isManual: boolean;
};

/** The list of edges [doc]. It cannot be limited to an integration, so edges are asked for by the pages where they end. */
export const edgeList = {path: 'lineage/manual/', readItem: readEdge} as const;

/** The maximum number of pages that one list is limited to: a longer URL may be refused. */
export const maxEdgeTargets = 50;

/** Returns the query for the edges that end at pages with these IDs [doc]. */
export function edgeQuery(toIds: readonly string[]): Readonly<Record<string, string>> {
	return {to_entity__in: toIds.join(',')};
}

/** Parses an edge. The documentation shows two names for each end. */
function readEdge(json: Record<string, unknown>): CatalogEdge {
	const {id, from_entity_id, from_entity, to_entity_id, to_entity, is_manual} = record(json);
	const fromId = text(from_entity_id) ?? text(from_entity);
	const toId = text(to_entity_id) ?? text(to_entity);
	if (fromId === undefined || toId === undefined) throw unexpected('valid edges');
	return {id: text(id) ?? `${fromId} ${toId}`, fromId, toId, isManual: is_manual === true};
}
