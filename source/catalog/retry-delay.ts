/** Seconds: never shorter, so that a date in the past does not hammer the server. */
const minSeconds = 1;
/** Seconds: a longer wish is cut, for nobody waits an hour at a terminal. */
const maxSeconds = 120;

/** How many times a write that was certainly not taken is sent. */
export const maxAttempts = 5;

/**
How long to wait before the next try, in seconds.

@param attempt how many tries there were, from 1
@param retryAfter the header: seconds or an HTTP date; whether Secoda sends it is [unknown]
*/
export function retryDelay(attempt: number, retryAfter: string | undefined, now: number): number {
	const wish = readRetryAfter(retryAfter, now) ?? 2 ** (attempt - 1);
	return Math.min(maxSeconds, Math.max(minSeconds, wish));
}

function readRetryAfter(text: string | undefined, now: number): number | undefined {
	const header = text?.trim() ?? '';
	if (/^\d+$/.test(header)) return Number(header);
	// Date.parse takes "-5" and "1.5" for days of 2001; the oldest form of a date has no zone and means UTC.
	if (!/^[A-Z][a-z]{2,8},? /.test(header)) return undefined;
	const at = Date.parse(header.endsWith('GMT') ? header : `${header} GMT`);
	return Number.isNaN(at) ? undefined : (at - now) / 1000;
}
