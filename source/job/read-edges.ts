import type {Catalog} from '../catalog/client.ts';
import {maxEdgeTargets} from '../catalog/edges.ts';
import {isCatalogError} from '../catalog/error.ts';
import type {Baseline} from '../plan/baseline.ts';
import {absentEdges} from '../plan/edge-evidence.ts';
import {type EdgeReading, ListedEdges} from '../plan/listed-edges.ts';
import {Listing} from '../plan/listing.ts';
import {type PlannedEdges, planEdges} from '../plan/planned-edges.ts';
import {edgeTexts} from './edge-texts.ts';
import type {JobEvent} from './events.ts';
import type {CatalogBaseline} from './read-catalog.ts';

/** The maximum number of requests for one reading: pages can have very many edges. */
const maxRequests = 60;

/** Reads the edges to some pages, as far as few requests allow. No upload depends on them, so a failure is a result. */
export async function readEdges(
	catalog: Catalog,
	targets: readonly string[],
	signal: AbortSignal,
	onRead: (edges: number) => void = () => undefined,
): Promise<EdgeReading> {
	const edges = new ListedEdges();
	let requests = 0;
	let rows = 0;
	try {
		for (let at = 0; at < targets.length && requests < maxRequests; at += maxEdgeTargets) {
			const ids = targets.slice(at, at + maxEdgeTargets);
			const listing = new Listing();
			for await (const {items, expected, next} of catalog.edges(ids, signal)) {
				listing.startPage(expected);
				for (const edge of items) {
					listing.addRow(edge.id, 'shown');
					edges.add(edge);
				}

				rows += items.length;
				onRead(rows);
				if (next === undefined) edges.addTargets(ids, listing.completeness);
				if (++requests === maxRequests) break;
			}
		}
	} catch (error) {
		if (signal.aborted) return {kind: 'failed', problem: edgeTexts.notInTime};
		if (isCatalogError(error)) return {kind: 'failed', problem: error.problem};
		throw error;
	}

	return {kind: 'read', edges};
}

/** The edges of an upload as planned, and the baseline with what is known of them. */
export type EdgesBefore = {readonly planned: PlannedEdges | undefined; readonly baseline: Baseline};

/** Reads the edges before an upload: those to all pages of the integration, or those of the file if there are too many pages. */
export async function readEdgesBefore(
	catalog: Catalog,
	{comparison, baseline}: CatalogBaseline,
	signal: AbortSignal,
	emit: (event: JobEvent) => void,
): Promise<EdgesBefore> {
	const {inventory, edgePages: pages} = comparison;
	if (pages === undefined || inventory.edges === undefined) return {planned: undefined, baseline};
	const entities = [inventory.edges.internal];
	const targets = pages.all === undefined ? pages.targets : [...pages.all.keys()];
	const reading = await readEdges(catalog, targets, signal, rows =>
		emit({type: 'reading-catalog', entities, rows, of: undefined}),
	);
	signal.throwIfAborted();
	return {
		planned: planEdges(inventory, pages, reading),
		baseline: {...baseline, absentEdges: absentEdges(pages, reading, baseline)},
	};
}
