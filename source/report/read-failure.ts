import type {ReadFailure} from '../job/watch.ts';
import {ordinal} from '../text/format.ts';

/** Says that the catalog cannot be read while a sync is watched, and that it is read again. */
export function readFailureText({error: {code, problem}, times}: ReadFailure): string {
	const again = `retrying (${ordinal(times)} time)`;
	if (code === 'unreachable' || code === 'timeout') return `Secoda cannot be reached, ${again}.`;
	return `The catalog cannot be read, ${again}: ${problem}`;
}
