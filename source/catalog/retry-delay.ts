/** Seconds: never shorter, so that a date in the past does not hammer the server. */
const floor = 1;
/** Seconds: a longer wish is cut, for nobody waits an hour at a terminal. */
const cap = 120;

/** How many times a write that was certainly not taken is sent. */
export const mostAttempts = 5;

/**
How long to wait before the next try, in seconds.

@param attempt how many tries there were, from 1
@param retryAfter the header: seconds or an HTTP date; whether Secoda sends it is [unknown]
*/
export function retryDelay(attempt: number, retryAfter: string | undefined, now: number): number {
	const wish = readRetryAfter(retryAfter, now) ?? 2 ** (attempt - 1);
	return Math.min(cap, Math.max(floor, wish));
}

function readRetryAfter(text: string | undefined, now: number): number | undefined {
	if (text === undefined) return undefined;
	if (/^\s*\d+\s*$/.test(text)) return Number(text);
	const at = Date.parse(text);
	return Number.isNaN(at) ? undefined : (at - now) / 1000;
}
