import {setTimeout} from 'node:timers/promises';

/** How long another process is usually waited for, and how often it is asked again, in milliseconds. */
const busyTimeoutMs = 10_000;
const pauseMs = 10;

/**
Runs `work` until the database lets it, while another process holds it. The wait is not left to SQLite, which blocks the whole
program meanwhile and does not wait at all for some of its locks: the switch to WAL and the recovery after a crash.

@throws the last error when another process holds it too long, and every error that is no lock.
*/
export async function retryWhileBusy<Result>(work: () => Result, timeoutMs = busyTimeoutMs): Promise<Result> {
	const until = performance.now() + timeoutMs;
	for (;;) {
		try {
			return work();
		} catch (error) {
			if (!isBusy(error) || performance.now() >= until) throw error;
			// Processes that were started together must not stay in step.
			await setTimeout(pauseMs * (0.5 + Math.random()));
		}
	}
}

/** SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: the primary codes of a lock that another connection holds. */
const busyCodes: ReadonlySet<number> = new Set([5, 6, 15]);

/** True if the error says that another connection holds the database. */
export function isBusy(error: unknown): boolean {
	if (!(error instanceof Error && 'errcode' in error && typeof error.errcode === 'number')) return false;
	// The upper bytes hold the extended code.
	return busyCodes.has(error.errcode & 0xff);
}
