import type {ReadFailure} from '../job/watch.ts';
import {ordinal} from '../text/format.ts';

/** Returns the message for a failed read of the catalog during a sync, which is retried. */
export function readFailureText({error: {code, problem}, times}: ReadFailure): string {
	const retry = `retrying (${ordinal(times)} time)`;
	if (code === 'unreachable' || code === 'timeout') return `Secoda cannot be reached, ${retry}.`;
	return `The catalog cannot be read, ${retry}: ${problem}`;
}
