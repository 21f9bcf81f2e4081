/** A date in the past must not make the program hammer the server. */
const minSeconds = 1;
/** Nobody waits an hour at a terminal. */
const maxSeconds = 120;

/** The number of attempts for a write that was certainly not accepted. */
export const maxAttempts = 5;

/**
Returns the wait before the next attempt, in seconds.

@param attempt the number of attempts so far, from 1
@param retryAfter the header: seconds or an HTTP date. Secoda may not send it [unknown]
*/
export function retryDelay(attempt: number, retryAfter: string | undefined, now: number): number {
	const requested = readRetryAfter(retryAfter, now) ?? 2 ** (attempt - 1);
	return Math.min(maxSeconds, Math.max(minSeconds, requested));
}

function readRetryAfter(text: string | undefined, now: number): number | undefined {
	const header = text?.trim() ?? '';
	if (/^\d+$/.test(header)) return Number(header);
	// Date.parse reads "-5" and "1.5" as days of 2001. The oldest date format has no zone and means UTC.
	if (!/^[A-Z][a-z]{2,8},? /.test(header)) return undefined;
	const at = Date.parse(header.endsWith('GMT') ? header : `${header} GMT`);
	return Number.isNaN(at) ? undefined : (at - now) / 1000;
}
