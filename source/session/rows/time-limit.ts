import {createContext, Script} from 'node:vm';

/** A regular expression that takes so long on one row is given up, in milliseconds. */
const limitMs = 100;

/** Work took too long, and was stopped. */
export class TimeLimitReached extends Error {
	override readonly name = 'TimeLimitReached';
}

const context: {work: () => unknown} = {work: () => undefined};
createContext(context);
const script = new Script('work()');

/**
Does synchronous work that may not end, such as a regular expression that backtracks. Only a script can be stopped
while it runs. @throws TimeLimitReached
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
	// It is an error of another realm.
	return (
		typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
	);
}
