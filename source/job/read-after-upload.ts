import type {Baseline} from '../plan/baseline.ts';
import {assessEdges, unreadEdges} from '../plan/edge-evidence.ts';
import {type CatalogSource, readCatalog} from './read-catalog.ts';
import {readEdges} from './read-edges.ts';
import type {CatalogReading} from './watch.ts';

/** Reads the lists, and then the edges once the lists have all resources. @throws CatalogError if a list cannot be read */
export async function readAfterUpload(
	source: CatalogSource & {readonly baseline: Baseline},
	signal: AbortSignal,
): Promise<CatalogReading> {
	const comparison = await readCatalog(source, signal);
	const {inventory, edgePages: pages} = comparison;
	if (pages === undefined) return {comparison, edges: undefined};
	if (comparison.missing > 0) return {comparison, edges: unreadEdges(inventory, pages)};
	const reading = await readEdges(source.catalog, pages.targets, signal);
	return {comparison, edges: assessEdges(inventory, pages, reading, source.baseline.absentEdges)};
}
