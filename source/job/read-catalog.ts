import type {Catalog} from '../catalog/client.ts';
import {catalogError} from '../catalog/error.ts';
import type {Timer} from '../clock.ts';
import type {EntityType, ReadBackList} from '../kinds/resources.ts';
import type {Baseline} from '../plan/baseline.ts';
import {CatalogComparison} from '../plan/comparison.ts';
import type {Inventory} from '../plan/inventory.ts';
import type {Listing} from '../plan/listing.ts';
import type {JobEvent} from './events.ts';
import {beforeSendTexts} from './messages.ts';

/** The lists of an integration, and the inventory to compare with. */
export type CatalogSource = {
	readonly catalog: Catalog;
	readonly integration: string;
	readonly inventory: Inventory;
	/** The lists that show its resources. */
	readonly lists: readonly ReadBackList[];
	/** The baseline, once it is known. */
	readonly baseline?: Baseline;
};

type Emit = (event: JobEvent) => void;

/** The catalog before an upload. */
export type CatalogBaseline = {readonly comparison: CatalogComparison; readonly baseline: Baseline};

/** The maximum number of reads until two agree, or one has a total. */
const maxReads = 3;
const pauseMs = 250;

/** Reads every list once. @throws CatalogError */
export async function readCatalog(
	{catalog, integration, inventory, lists, baseline}: CatalogSource,
	signal: AbortSignal,
	emit?: Emit,
): Promise<CatalogComparison> {
	const comparison = new CatalogComparison(inventory, lists, baseline);
	for (const [list, {name, entities, resources}] of lists.entries()) {
		const listing = comparison.listings.at(list);
		for await (const {items, expected} of catalog.list(name, integration, signal)) {
			listing.startPage(expected);
			for (const page of items) {
				const {id, databuilderId = '', archived} = page;
				comparison.add(list, {id: id === '' ? databuilderId : id, archived, resources: resources(page)});
			}

			emit?.({type: 'reading-catalog', entities, rows: listing.rows, of: expected});
		}
	}

	return comparison;
}

/**
Reads the catalog before an upload. A listing without a total is read again: otherwise a resource that it omitted would look new
later.

@throws CatalogError if rows stay missing, because it is then unknown what the upload hides
*/
export async function readBaseline(
	source: CatalogSource & {readonly timer: Timer},
	signal: AbortSignal,
	emit: Emit,
): Promise<CatalogBaseline> {
	let previous: CatalogComparison | undefined;
	let fullest: CatalogComparison | undefined;
	for (let times = 1; ; times++) {
		const comparison = await readCatalog(source, signal, emit);
		const {listings} = comparison;
		const {completeness} = listings;
		const isReliable = completeness === 'counted' || (previous !== undefined && listings.agreesWith(previous.listings));
		// If the catalog shows the whole file already, nothing in it can be new.
		const isEnough = isReliable || (comparison.missing === 0 && completeness === 'uncounted');
		if (isEnough) return {comparison, baseline: comparison.baseline({isReliable})};
		if (fullest === undefined || listings.rows > fullest.listings.rows) fullest = comparison;
		if (times === maxReads) {
			for (const [list, {entities}] of source.lists.entries()) {
				const listing = listings.at(list);
				if (listing.isShort) throw shortList(listing, entities);
			}

			// The comparison that hides most, so that the safety stop sees it.
			return {comparison: fullest, baseline: fullest.baseline({isReliable})};
		}

		previous = comparison;
		if (completeness === 'inconsistent') await source.timer.delay(pauseMs, signal);
	}
}

function shortList({rows, announced = 0}: Listing, entities: readonly EntityType[]): Error {
	return catalogError(
		'server-error',
		beforeSendTexts.shortList(rows, announced, entities),
		beforeSendTexts.shortListHint,
	);
}
