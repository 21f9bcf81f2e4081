import {countEdges} from './edge-evidence.ts';
import type {EdgePages} from './edge-pages.ts';
import type {Inventory} from './inventory.ts';
import type {EdgeReading, ListedEdges} from './listed-edges.ts';

/** The edges of an upload as far as they are known before it is sent. */
export type PlannedEdges = {
	/** The edges of the file. */
	readonly file: number;
	/** Those with external ends, which cannot be compared. */
	readonly external: number;
	/** Those that were looked for: all others, or a sample of many. */
	readonly sample: number;
	/** Those of the sample that the catalog lists. */
	readonly listed: number;
	/** Those of the sample that it does not list. */
	readonly unlisted: number;
	/** Edges between pages of the integration that the catalog lists and the file does not have; `undefined` if it is not known. */
	readonly notInFile: number | undefined;
	/** The reason why the list could not be read. */
	readonly problem: string | undefined;
};

/** Compares the edges of a snapshot with those that the catalog lists. */
export function planEdges(inventory: Inventory, pages: EdgePages, reading: EdgeReading): PlannedEdges {
	const {internal, external} = countEdges(inventory);
	const counts = {file: internal + external, external, sample: pages.sample.edges.length};
	if (reading.kind === 'failed')
		return {...counts, listed: 0, unlisted: 0, notInFile: undefined, problem: reading.problem};
	const {edges} = reading;
	let [listed, unlisted] = [0, 0];
	for (const pair of pages.pairs) {
		if (pair !== undefined && edges.find(pair) !== undefined) listed++;
		// An edge to or from a page that does not exist is not listed either.
		else if (pair === undefined || edges.completenessAt(pair.toId) !== undefined) unlisted++;
	}

	return {...counts, listed, unlisted, notInFile: countOthers(inventory, pages, edges), problem: undefined};
}

/** Counts the edges that no person added and the file does not have. Needs the edges of all pages. */
function countOthers(inventory: Inventory, {all}: EdgePages, edges: ListedEdges): number | undefined {
	const type = inventory.edges?.internal;
	if (type === undefined || all === undefined) return undefined;
	for (const id of all.keys()) if (edges.completenessAt(id) === undefined) return undefined;
	let others = 0;
	for (const {fromId, toId, isManual} of edges) {
		const from = all.get(fromId);
		const to = all.get(toId);
		if (isManual || from === undefined || to === undefined) continue;
		const key = {low: from.low, high: from.high, low2: to.low, high2: to.high};
		if (inventory.find(type, key) === 0) others++;
	}

	return others;
}
