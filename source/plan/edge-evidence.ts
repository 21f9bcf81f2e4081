import type {EdgeTypes} from '../kinds/resources.ts';
import type {EdgePages} from './edge-pages.ts';
import type {Inventory} from './inventory.ts';
import type {EdgeReading} from './listed-edges.ts';

/** The edges of a snapshot by what is known of them. */
export type EdgeCounts = {
	/** The edges of the file. */
	readonly file: number;
	/** Those with external ends, which cannot be read back. */
	readonly external: number;
	/** Those that were looked for: all others, or a sample of many. */
	readonly sample: number;
	/** Those of the sample that the list can have: both ends have a page, and the list was read there. */
	readonly expected: number;
	/** Those that are listed. */
	readonly found: number;
	/** Those that are listed, were not before the upload, and were not added by a person. */
	readonly created: number;
};

/**
The state of the edges of a snapshot in the catalog after an upload. `complete`: it lists all that it can list. `incomplete`: some are
missing, and others are listed that were uploaded. `not-listed`: no uploaded edge is listed, not yet or because the catalog never lists them
[unknown]. `not-compared`: none can be listed. `unread`: the list was not read, or could not be.
*/
export type EdgeStatus = {readonly counts: EdgeCounts} & (
	| {readonly state: 'complete' | 'incomplete' | 'not-listed' | 'not-compared'}
	| {readonly state: 'unread'; readonly problem?: string}
);

/** Judges what the catalog lists. `absent` has a flag for each edge of the sample that was certainly not listed before the upload. */
export function assessEdges(
	inventory: Inventory,
	pages: EdgePages,
	reading: EdgeReading,
	absent: Uint8Array,
): EdgeStatus {
	const unread = unreadEdges(inventory, pages);
	if (reading.kind === 'failed') return {...unread, problem: reading.problem};
	let [expected, found, created] = [0, 0, 0];
	let hasUploaded = false;
	for (const [at, pair] of pages.pairs.entries()) {
		if (pair === undefined || reading.edges.completenessAt(pair.toId) === undefined) continue;
		expected++;
		const listed = reading.edges.find(pair);
		if (listed === undefined) continue;
		const isNew = absent[at] === 1;
		found++;
		if (isNew && !listed.isManual) created++;
		if (isNew || !listed.isManual) hasUploaded = true;
	}

	const counts = {...unread.counts, expected, found, created};
	if (expected === 0) return {state: 'not-compared', counts};
	if (found === expected) return {state: 'complete', counts};
	return {state: hasUploaded ? 'incomplete' : 'not-listed', counts};
}

/** Returns the status of edges before the list is read. */
export function unreadEdges(inventory: Inventory, {sample}: EdgePages): Extract<EdgeStatus, {state: 'unread'}> {
	const {internal, external} = countEdges(inventory);
	const counts = {file: internal + external, external, sample: sample.edges.length, expected: 0, found: 0, created: 0};
	return {state: 'unread', counts};
}

/** Returns the numbers of edges in a file. */
export function countEdges(inventory: Inventory): {readonly [Type in keyof EdgeTypes]: number} {
	const {edges} = inventory;
	if (edges === undefined) return {internal: 0, external: 0};
	return {internal: inventory.of(edges.internal).count, external: inventory.of(edges.external).count};
}

/** Returns a flag for each edge of the sample that is certainly not in the catalog. `isReliable`: a page that is not listed does not exist. */
export function absentEdges(
	pages: EdgePages,
	reading: EdgeReading,
	{isReliable}: {readonly isReliable: boolean},
): Uint8Array {
	return Uint8Array.from(pages.pairs, pair => {
		if (pair === undefined) return Number(isReliable);
		if (reading.kind === 'failed' || reading.edges.find(pair) !== undefined) return 0;
		return Number(reading.edges.completenessAt(pair.toId) === 'counted');
	});
}
