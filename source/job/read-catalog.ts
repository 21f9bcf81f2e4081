import {setTimeout as delay} from 'node:timers/promises';
import type {Catalog} from '../catalog/client.ts';
import {catalogError} from '../catalog/error.ts';
import type {CatalogColumn} from '../catalog/shapes.ts';
import type {Baseline} from '../plan/baseline.ts';
import type {Picture} from '../plan/picture.ts';
import {type ListedColumn, Reading} from '../plan/reading.ts';
import {count} from '../text/format.ts';
import type {JobEvent} from './events.ts';

/** The columns of an integration, and what they are compared with. */
export type CatalogSource = {
	readonly catalog: Catalog;
	readonly integration: string;
	readonly picture: Picture;
	/** What the catalog showed before the upload, once that is known. */
	readonly baseline?: Baseline;
};

type Emit = (event: JobEvent) => void;

/** What the catalog shows before an upload. */
export type Before = {readonly reading: Reading; readonly baseline: Baseline};

/** Readings until the catalog shows the same twice, or says how many rows there are. */
const mostReadings = 3;
const pauseMs = 250;

/** Reads every column of an integration once. @throws CatalogError */
export async function readCatalog(
	{catalog, integration, picture, baseline}: CatalogSource,
	signal: AbortSignal,
	emit?: Emit,
): Promise<Reading> {
	const reading = new Reading(picture, baseline);
	for await (const {items, expected} of catalog.columns(integration, signal)) {
		reading.listing.startPage(expected);
		for (const column of items) reading.add(listed(column));
		emit?.({type: 'reading-catalog', columns: reading.listing.rows, of: expected});
	}

	return reading;
}

/**
Reads what the catalog shows before an upload. A listing that is not counted is read again, or it would not be known later
whether a column is new or was only not listed.

@throws CatalogError where columns stay missing: nobody could tell what the upload hides
*/
export async function readBefore(source: CatalogSource, signal: AbortSignal, emit: Emit): Promise<Before> {
	let previous: Reading | undefined;
	let fullest: Reading | undefined;
	for (let times = 1; ; times++) {
		const reading = await readCatalog(source, signal, emit);
		const {listing} = reading;
		const isDependable =
			listing.completeness === 'counted' || (previous !== undefined && listing.agreesWith(previous.listing));
		// Where the whole file is there already, no column of it can be new.
		const isEnough = isDependable || (reading.missing === 0 && listing.completeness === 'uncounted');
		if (isEnough) return {reading, baseline: reading.baseline({isDependable})};
		if (fullest === undefined || listing.rows > fullest.listing.rows) fullest = reading;
		if (times === mostReadings) {
			if (listing.isShort) throw shortList(listing.rows, listing.announced ?? 0);
			// The one that hides most, so that the safety stop sees it.
			return {reading: fullest, baseline: fullest.baseline({isDependable})};
		}

		previous = reading;
		if (listing.completeness === 'inconsistent') await delay(pauseMs, undefined, {signal});
	}
}

function listed({id, databuilderId, database, schema, table, title, archived}: CatalogColumn): ListedColumn {
	return {names: {database, schema, table, column: title}, id: id === '' ? (databuilderId ?? '') : id, archived};
}

function shortList(rows: number, announced: number): Error {
	return catalogError(
		'server-error',
		`The catalog listed only ${count(rows)} of its ${count(announced)} columns.`,
		'Run it again in a while: a sync may be running.',
	);
}
