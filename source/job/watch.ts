import {type CatalogError, isCatalogError} from '../catalog/error.ts';
import {type Clock, systemClock, type Timer} from '../clock.ts';
import type {EntityType} from '../kinds/resources.ts';
import type {Baseline} from '../plan/baseline.ts';
import type {CatalogComparison} from '../plan/comparison.ts';
import type {EntityCount} from '../plan/counts.ts';
import type {EdgeStatus} from '../plan/edge-evidence.ts';
import {assessEvidence, type Evidence, provesUpload} from '../plan/evidence.ts';
import type {SyncCounts} from './ending.ts';

/** The state of a sync, as the last read of the catalog shows it. */
export type SyncStatus = {
	readonly counts: SyncCounts;
	readonly evidence: Evidence;
	/** True if the evidence proves that Secoda accepted this upload, even without a response. */
	readonly isProof: boolean;
	/** The number of pages that are not in the file and are still shown. */
	readonly stillShown: number;
	/** The types of the resources that were compared. */
	readonly entities: readonly EntityType[];
	/** The resources that were not compared, because the catalog does not list them. */
	readonly unlisted: readonly EntityCount[];
	/** The edges as the catalog shows them; absent if the snapshot has none. */
	readonly edges?: EdgeStatus | undefined;
	readonly texts?: TextStatus | undefined;
};

/** The descriptions of the file as the catalog shows them. */
export type TextStatus = {
	/** Those that the upload should change, and those of them that have changed. */
	readonly expected: number;
	readonly changed: number;
	/** All that differ from the file. */
	readonly others: number;
};

/** A reading of the catalog after an upload. */
export type CatalogReading = {
	readonly comparison: CatalogComparison;
	/** Absent if the snapshot has no edges. */
	readonly edges: EdgeStatus | undefined;
};

/** The last error of reading the catalog, and how many reads in a row have failed. */
export type ReadFailure = {readonly error: CatalogError; readonly times: number};

/** The result of a watch. */
export type WatchResult = {
	/** Absent if no read succeeded. */
	readonly status: SyncStatus | undefined;
	/** The last comparison with the catalog; absent if no read succeeded. */
	readonly comparison?: CatalogComparison | undefined;
	/** Absent if the last read succeeded. */
	readonly failure: ReadFailure | undefined;
	/** The duration of the watch. */
	readonly seconds: number;
	readonly isCancelled: boolean;
};

export type SyncWatchOptions = {
	readonly baseline: Baseline;
	readonly waitMs: number;
	readonly timer?: Timer | undefined;
	/** How long the catalog must stay the same before the watch stops waiting for pages that are still shown, and for edges. */
	readonly settleMs?: number;
	/** Reads the catalog. The signal aborts at the deadline of the watch. */
	read(signal: AbortSignal): Promise<CatalogReading>;
	onStatus(status: SyncStatus): void;
	onFailure(failure: ReadFailure): void;
};

const minPauseMs = 400;
const maxPauseMs = 5000;
const defaultSettleMs = 20_000;

/** Reads the catalog until it is as planned, the deadline is reached or `signal` aborts. All reads share one deadline. */
export async function watch(options: SyncWatchOptions, signal: AbortSignal): Promise<WatchResult> {
	const deadline = new AbortController();
	const {timer = systemClock, waitMs} = options;
	const cancel = timer.after(waitMs, () => deadline.abort());
	try {
		return await watchUntil({...options, timer}, AbortSignal.any([signal, deadline.signal]), () => signal.aborted);
	} finally {
		cancel();
	}
}

async function watchUntil(
	{baseline, timer, settleMs = defaultSettleMs, read, onStatus, onFailure}: SyncWatchOptions & {readonly timer: Timer},
	end: AbortSignal,
	isCancelled: () => boolean,
): Promise<WatchResult> {
	const start = timer.elapsed();
	let previous: CatalogComparison | undefined;
	let status: SyncStatus | undefined;
	let failure: ReadFailure | undefined;
	let changedAt = start;
	while (!end.aborted) {
		const readStart = timer.elapsed();
		const result = await readOnce(read, end);
		if (result.kind === 'read') {
			const edges = laterEdges(status?.edges, result.reading.edges);
			const now = toStatus(baseline, {...result.reading, edges}, previous, secondsSince(start, timer));
			if (status === undefined || !isUnchanged(status, now)) changedAt = timer.elapsed();
			previous = result.reading.comparison;
			status = now;
			failure = undefined;
			onStatus(status);
			if (isDone(status, changedAt + settleMs - timer.elapsed())) break;
		} else if (result.kind === 'failed') {
			failure = {error: result.error, times: (failure?.times ?? 0) + 1};
			onFailure(failure);
		}

		// Short pauses at first, longer ones later, and never more time reading than waiting.
		const elapsed = timer.elapsed() - start;
		const readMs = failure === undefined ? timer.elapsed() - readStart : 0;
		const pauseMs = Math.max(minPauseMs, elapsed / 10, 2 * readMs);
		await timer.delay(Math.min(maxPauseMs, pauseMs), end).catch(() => undefined);
	}

	return {status, comparison: previous, failure, seconds: secondsSince(start, timer), isCancelled: isCancelled()};
}

type ReadResult =
	| {readonly kind: 'read'; readonly reading: CatalogReading}
	| {readonly kind: 'failed'; readonly error: CatalogError}
	| {readonly kind: 'ended'};

/** Reads once. A read that fails says nothing about the sync, so the next one may succeed. */
async function readOnce(read: SyncWatchOptions['read'], end: AbortSignal): Promise<ReadResult> {
	try {
		return {kind: 'read', reading: await read(end)};
	} catch (error) {
		if (end.aborted) return {kind: 'ended'};
		if (isCatalogError(error)) return {kind: 'failed', error};
		throw error;
	}
}

function isDone({evidence, edges, texts}: SyncStatus, msToSettle: number): boolean {
	switch (evidence) {
		case 'complete':
		case 'unproven':
		case 'no-evidence-possible':
			return (areSeen(edges) && areTextsSeen(texts)) || msToSettle <= 0;
		case 'still-shown':
			return msToSettle <= 0;
		case 'incomplete':
			return false;
	}
}

/** True if waiting cannot show more edges. */
function areSeen(edges: EdgeStatus | undefined): boolean {
	return edges === undefined || edges.state === 'complete' || edges.state === 'not-compared';
}

/** True if waiting cannot show more descriptions. */
function areTextsSeen(texts: TextStatus | undefined): boolean {
	return texts === undefined || texts.changed >= texts.expected;
}

/** Returns the status of edges after another reading. A reading that fails says nothing about them. */
function laterEdges(before: EdgeStatus | undefined, now: EdgeStatus | undefined): EdgeStatus | undefined {
	return now?.state === 'unread' && before !== undefined && before.state !== 'unread' ? before : now;
}

function toStatus(
	baseline: Baseline,
	{comparison: now, edges}: CatalogReading,
	previous: CatalogComparison | undefined,
	seconds: number,
): SyncStatus {
	const evidence = assessEvidence(baseline, now, previous, edges);
	return {
		counts: {expected: now.found + now.missing, found: now.found, missing: now.missing, seconds},
		evidence,
		isProof: provesUpload(baseline, evidence, now, edges),
		stillShown: now.others,
		entities: now.expectedEntities,
		unlisted: now.unlisted,
		edges,
		texts: {
			expected: baseline.otherTexts.count,
			changed: now.changes.texts,
			others: now.changes.otherTexts,
		},
	};
}

function isUnchanged(one: SyncStatus, other: SyncStatus): boolean {
	const areEdgesSame = one.edges?.counts.found === other.edges?.counts.found;
	const areTextsSame = one.texts?.changed === other.texts?.changed;
	return areEdgesSame && areTextsSame && one.counts.found === other.counts.found && one.stillShown === other.stillShown;
}

function secondsSince(start: number, timer: Clock): number {
	return Math.round((timer.elapsed() - start) / 100) / 10;
}
