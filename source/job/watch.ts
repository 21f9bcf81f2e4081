import {setTimeout as delay} from 'node:timers/promises';
import {isCatalogError} from '../catalog/error.ts';
import type {Reading} from '../plan/reading.ts';
import {judgeReading, type Proof, witnessed} from '../plan/witness.ts';
import type {SyncCounts} from './ending.ts';

/** What the watch has to say when it ends. */
export type Watched = {
	readonly counts: SyncCounts;
	readonly proof: Proof;
	/** Whether anything was seen that this upload caused. */
	readonly witnessed: boolean;
	/** Pages outside the file that are still shown. */
	readonly stillShown: number;
};

export type WatchOptions = {
	readonly before: Reading;
	readonly waitMs: number;
	/** How long nothing must change until pages that are still shown are not waited for any more. */
	readonly settleMs?: number;
	read(): Promise<Reading>;
	onReading(watched: Watched): void;
};

const shortestPauseMs = 400;
const longestPauseMs = 5000;
const defaultSettleMs = 20_000;

/** Reads the catalog again and again until it is as planned, the time is over, or `signal` says stop. */
export async function watch(
	{before, waitMs, settleMs = defaultSettleMs, read, onReading}: WatchOptions,
	signal: AbortSignal,
): Promise<Watched> {
	const start = performance.now();
	let last: Watched | undefined;
	let changedAt = start;
	for (;;) {
		const readStart = performance.now();
		const now = await readAgain(read, signal);
		if (now !== undefined) {
			const watched = describe(before, now, start);
			if (last === undefined || !unchanged(last, watched)) changedAt = performance.now();
			last = watched;
			onReading(watched);
		}

		const elapsed = performance.now() - start;
		if (
			last !== undefined &&
			(isDone(last.proof, performance.now() - changedAt >= settleMs) || elapsed >= waitMs || signal.aborted)
		)
			return {...last, counts: {...last.counts, seconds: secondsSince(start)}};
		if (elapsed >= waitMs || signal.aborted) return nothingSeen(before, start);
		// Quick at first, gentle when it takes long, and never more reading than waiting.
		const wish = Math.max(shortestPauseMs, elapsed / 10, 2 * (performance.now() - readStart));
		const pause = Math.min(longestPauseMs, wish);
		await delay(Math.min(pause, waitMs - elapsed), undefined, {signal}).catch(() => undefined);
	}
}

/** A read that fails says nothing about the sync: the next one may tell. */
async function readAgain(read: () => Promise<Reading>, signal: AbortSignal): Promise<Reading | undefined> {
	try {
		return await read();
	} catch (error) {
		if (isCatalogError(error) || signal.aborted) return undefined;
		throw error;
	}
}

function isDone(proof: Proof, settled: boolean): boolean {
	return proof === 'complete' || proof === 'no-witness-possible' || (proof === 'still-shown' && settled);
}

function describe(before: Reading, now: Reading, start: number): Watched {
	return {
		counts: {expected: now.found + now.missing, found: now.found, missing: now.missing, seconds: secondsSince(start)},
		proof: judgeReading(before, now),
		witnessed: witnessed(before, now),
		stillShown: now.others,
	};
}

function nothingSeen(before: Reading, start: number): Watched {
	const expected = before.found + before.missing;
	const counts = {expected, found: before.found, missing: before.missing, seconds: secondsSince(start)};
	return {counts, proof: 'incomplete', witnessed: false, stillShown: before.others};
}

function unchanged(one: Watched, other: Watched): boolean {
	return one.counts.found === other.counts.found && one.stillShown === other.stillShown;
}

function secondsSince(start: number): number {
	return Math.round((performance.now() - start) / 100) / 10;
}
