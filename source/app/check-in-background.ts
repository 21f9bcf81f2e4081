import {setTimeout} from 'node:timers/promises';
import type {Session} from '../session/session.ts';

/** How long the first screen waits for the check of the whole file, so that a small file opens with all its problems. */
const firstScreenWaitMs = 30;

/** The shortest time between two progress events. */
const progressIntervalMs = 100;

export type BackgroundCheck = {
	/** Resolves when the whole file is checked; rejects if the file can no longer be read. */
	readonly done: Promise<void>;
	/** Calls the listener with the checked share of the file, from 0 to 1; with 1 when the check is done. */
	onProgress(listener: (share: number) => void): void;
	/** Stops the check, and waits until it no longer reads the file. */
	stop(): Promise<void>;
};

/** Starts the check of a session. Resolves when the first rows can be shown. */
export async function checkInBackground(session: Session, signal: AbortSignal): Promise<BackgroundCheck> {
	const abort = new AbortController();
	const firstRows = Promise.withResolvers<void>();
	let reportedAt = performance.now();
	let report: (share: number) => void = () => undefined;
	const done = session.check(AbortSignal.any([signal, abort.signal]), (seen, total) => {
		firstRows.resolve();
		const now = performance.now();
		if (seen === total || now - reportedAt < progressIntervalMs) return;
		reportedAt = now;
		report(seen / total);
	});
	await Promise.race([done, firstRows.promise.then(() => setTimeout(firstScreenWaitMs))]);
	return {
		done,
		onProgress(listener) {
			report = listener;
			done.then(
				() => listener(1),
				() => undefined,
			);
		},
		async stop() {
			abort.abort();
			await done.catch(() => undefined);
		},
	};
}
