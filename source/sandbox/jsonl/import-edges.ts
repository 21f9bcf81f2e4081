import {randomUUID} from 'node:crypto';
import type {SandboxEdge, SandboxModel, SandboxPage} from '../model.ts';
import type {PageWriter} from '../page-writer.ts';
import {inSteps} from '../steps.ts';
import type {SandboxSwitches} from '../switches.ts';
import type {EdgeEnd, ImportedEdge} from './read-edge.ts';
import {tablesOfQuery} from './tables-of-query.ts';

/**
Writes the edges of an upload, in steps; they become visible together. `edges` is `undefined` if the upload has no lineage file. An edge
whose end has no page is dropped.
*/
export function* importEdges(
	edges: readonly ImportedEdge[] | undefined,
	writer: PageWriter,
	model: SandboxModel,
	{missingEdges}: SandboxSwitches,
): Generator<void, void, void> {
	const {id: integration} = writer.integration;
	const earlier = model.edges.get(integration) ?? [];
	const isKept = missingEdges === 'kept' || (missingEdges === 'removed-with-file' && edges === undefined);
	const known = new EdgeSet(earlier);
	const next = new EdgeSet(isKept ? earlier : []);
	const pagesOf = pageFinder(writer, model);
	for (const step of inSteps(edges ?? [])) {
		for (const {from, to} of step) {
			for (const {id: fromId} of pagesOf(from))
				for (const {id: toId} of pagesOf(to)) next.add(known.find(fromId, toId) ?? newEdge(fromId, toId));
		}

		yield;
	}

	model.edges.set(integration, next.all());
}

function newEdge(fromId: string, toId: string): SandboxEdge {
	return {id: randomUUID(), createdAt: new Date().toISOString(), fromId, toId};
}

/** Edges by their ends. */
class EdgeSet {
	readonly #edges = new Map<string, Map<string, SandboxEdge>>();

	constructor(edges: readonly SandboxEdge[]) {
		for (const edge of edges) this.add(edge);
	}

	find(fromId: string, toId: string): SandboxEdge | undefined {
		return this.#edges.get(fromId)?.get(toId);
	}

	add(edge: SandboxEdge): void {
		const from = this.#edges.get(edge.fromId) ?? new Map<string, SandboxEdge>();
		this.#edges.set(edge.fromId, from);
		if (!from.has(edge.toId)) from.set(edge.toId, edge);
	}

	all(): readonly SandboxEdge[] {
		return Array.from(this.#edges.values(), edges => [...edges.values()]).flat();
	}
}

/** Returns a function that finds the pages of an end. External ends are pages of other integrations. */
function pageFinder(writer: PageWriter, model: SandboxModel): (end: EdgeEnd) => readonly SandboxPage[] {
	const external = new Map<string, SandboxPage[]>();
	for (const page of model.pages()) {
		if (page.integrationId === writer.integration.id) continue;
		if (page.entityType !== 'table' && page.entityType !== 'column') continue;
		const key = nameKey(page.table, page.entityType === 'column' ? page.title : '');
		external.set(key, [...(external.get(key) ?? []), page]);
	}

	const find = (table: string, column: string, {database, schema}: {database: string; schema: string}) =>
		(external.get(nameKey(table, column)) ?? [])
			.filter(page => isSameName(page.database, database) && isSameName(page.schema, schema))
			.slice(0, 1);
	return end => {
		switch (end.kind) {
			case 'internal':
				return [writer.find(end.databuilderId)].filter(page => page !== undefined);
			case 'external':
				return find(end.table, end.column, end);
			case 'query':
				return tablesOfQuery(end.sql).flatMap(({table, ...place}) => find(table, '', place));
		}
	};
}

function nameKey(table: string, column: string): string {
	return JSON.stringify([table.toLowerCase(), column.toLowerCase()]);
}

/** True if a name is the one that was given; one that was not given matches every name. */
function isSameName(name: string, given: string): boolean {
	return given === '' || name.toLowerCase() === given.toLowerCase();
}
