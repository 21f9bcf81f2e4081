import {setTimeout} from 'node:timers/promises';
import type {Session} from '../session/session.ts';

/** So long the first screen waits for the whole file: a small one is then shown with all that was found. */
const patienceMs = 30;

/** Progress is told so often at most. */
const tellEveryMs = 100;

export type BackgroundCheck = {
	/** Rejects when the file cannot be read any more. */
	readonly done: Promise<void>;
	/** Tells how much was seen, from 0 to 1; 1 when all is done. */
	onProgress(listener: (part: number) => void): void;
	/** Stops it, and waits until the file is no longer read. */
	stop(): Promise<void>;
};

/** Starts the check of a session. Resolves when there are rows to be shown. */
export async function checkInBackground(session: Session, signal: AbortSignal): Promise<BackgroundCheck> {
	const abort = new AbortController();
	const firstRows = Promise.withResolvers<void>();
	let told = performance.now();
	let tell: (part: number) => void = () => undefined;
	const whole = session.check(AbortSignal.any([signal, abort.signal]), (seen, total) => {
		firstRows.resolve();
		const now = performance.now();
		if (seen === total || now - told < tellEveryMs) return;
		told = now;
		tell(seen / total);
	});
	await Promise.race([whole, firstRows.promise.then(() => setTimeout(patienceMs))]);
	return {
		done: whole,
		onProgress(listener) {
			tell = listener;
			whole.then(
				() => listener(1),
				() => undefined,
			);
		},
		async stop() {
			abort.abort();
			await whole.catch(() => undefined);
		},
	};
}
