import type {Catalog} from '../catalog/client.ts';
import {type CatalogError, isCatalogError} from '../catalog/error.ts';
import type {Timer} from '../clock.ts';
import type {ReadBackList} from '../kinds/resources.ts';
import type {Baseline} from '../plan/baseline.ts';
import {CatalogComparison} from '../plan/comparison.ts';
import type {Inventory} from '../plan/inventory.ts';
import type {IncompleteList, Listings} from '../plan/listings.ts';
import type {JobEvent} from './events.ts';
import {readImplied, readList} from './read-list.ts';

/** The lists of an integration, and the inventory to compare with. */
export type CatalogSource = {
	readonly catalog: Catalog;
	readonly integration: string;
	readonly inventory: Inventory;
	/** The lists that show its resources. */
	readonly lists: readonly ReadBackList[];
	/** The baseline, once it is known. */
	readonly baseline?: Baseline;
	/** The resources that were sent last, to find descriptions that people changed. */
	readonly sent?: Inventory | undefined;
	/** Called with the error of a list that has a part of its pages, or that may not be read. Absent to throw it. */
	onUnreadList?(list: number, error: CatalogError): void;
};

type Emit = (event: JobEvent) => void;

/** The catalog before an upload. */
export type CatalogBaseline = {
	readonly comparison: CatalogComparison;
	readonly baseline: Baseline;
	/** The lists that could not be read completely. */
	readonly incomplete: readonly IncompleteList[];
};

/** The maximum number of reads until two agree, or one has a total. */
const maxReads = 3;
const pauseMs = 250;

/** Reads every list. @throws CatalogError */
export async function readCatalog(
	{catalog, integration, inventory, lists, baseline, sent, onUnreadList}: CatalogSource,
	signal: AbortSignal,
	emit?: Emit,
): Promise<CatalogComparison> {
	const comparison = new CatalogComparison(inventory, lists, {baseline, sent});
	for (const [at, list] of lists.entries()) {
		const listing = comparison.listings.at(at);
		const {entities} = list;
		const onPage = (expected: number | undefined) =>
			emit?.({type: 'reading-catalog', entities, rows: listing.rows, of: expected});
		try {
			await readList({catalog, integration, onPage}, list, {comparison, at}, signal);
		} catch (error) {
			const isPartly = isCatalogError(error) && (listing.rows > 0 || error.code === 'forbidden');
			if (onUnreadList === undefined || !isPartly || signal.aborted) throw error;
			listing.cutOff();
			onUnreadList(at, error);
		}
	}

	return comparison;
}

/**
Reads the catalog before an upload. A listing without a total is read again: otherwise a resource that it omitted would look new
later.

@throws CatalogError if a list cannot be read
*/
export async function readBaseline(
	source: CatalogSource & {readonly timer: Timer},
	signal: AbortSignal,
	emit: Emit,
): Promise<CatalogBaseline> {
	let previous: CatalogComparison | undefined;
	let fullest: CatalogComparison | undefined;
	for (let times = 1; ; times++) {
		const errors = new Map<number, CatalogError>();
		const onUnreadList = (list: number, error: CatalogError) => errors.set(list, error);
		const comparison = await readCatalog({...source, onUnreadList}, signal, emit);
		const {listings} = comparison;
		const {completeness} = listings;
		const isReliable = completeness === 'counted' || (previous !== undefined && listings.agreesWith(previous.listings));
		// If the catalog shows the whole file already, nothing in it can be new.
		const isEnough = isReliable || (comparison.missing === 0 && completeness === 'uncounted');
		if (isEnough) {
			await readMarks(source, comparison, signal, emit);
			return {comparison, baseline: comparison.baseline({isReliable}), incomplete: []};
		}

		if (fullest === undefined || listings.rows > fullest.listings.rows) fullest = comparison;
		const isForbidden = [...errors.values()].some(({code}) => code === 'forbidden');
		if (times === maxReads || isForbidden) {
			// The comparison that hides most, so that the safety stop sees it.
			const incomplete = incompleteLists(source.lists, listings, errors);
			await readMarks(source, fullest, signal, emit);
			return {comparison: fullest, baseline: fullest.baseline({isReliable}), incomplete};
		}

		previous = comparison;
		if (completeness === 'inconsistent') await source.timer.delay(pauseMs, signal);
	}
}

function incompleteLists(
	lists: readonly ReadBackList[],
	listings: Listings,
	errors: ReadonlyMap<number, CatalogError>,
): readonly IncompleteList[] {
	return lists.flatMap(({entities}, at) => {
		const {isShort, rows, announced = rows} = listings.at(at);
		return isShort ? [{entities, listed: rows, announced, problem: errors.get(at)?.problem}] : [];
	});
}

/** Reads what people left on pages that the lists only imply. */
async function readMarks(
	{catalog, integration, lists}: CatalogSource,
	comparison: CatalogComparison,
	signal: AbortSignal,
	emit: Emit,
): Promise<void> {
	for (const list of lists) {
		const {entities = []} = list.impliedPages ?? {};
		let rows = 0;
		const onPage = (of: number | undefined, items: number) => {
			rows += items;
			emit({type: 'reading-catalog', entities, rows, of});
		};
		const isWhole = await readImplied({catalog, integration, onPage}, list, comparison, signal);
		if (!isWhole) comparison.marked.addUnread();
	}
}
