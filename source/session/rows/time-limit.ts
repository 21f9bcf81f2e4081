import {createContext, Script} from 'node:vm';

/** The time limit, in milliseconds. */
const limitMs = 100;

/** Work that was stopped because it took too long. */
export class TimeLimitReached extends Error {
	override readonly name = 'TimeLimitReached';
}

const context: {work: () => unknown} = {work: () => undefined};
createContext(context);
const script = new Script('work()');

/**
Runs synchronous work with a time limit, such as a regular expression that backtracks. It runs as a script, because only scripts can
be stopped. @throws TimeLimitReached
*/
export function withTimeLimit(work: () => void): void {
	context.work = work;
	try {
		script.runInContext(context, {timeout: limitMs});
	} catch (error) {
		if (isTimeout(error)) throw new TimeLimitReached();
		throw error;
	} finally {
		context.work = () => undefined;
	}
}

function isTimeout(error: unknown): boolean {
	// The error comes from another realm, so `instanceof` fails.
	return (
		typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
	);
}
