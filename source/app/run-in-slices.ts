import {setImmediate} from 'node:timers/promises';

/** The usual time without a return to the event loop, in milliseconds: a step that allocates a large array can take more. */
const sliceMs = 2;

/**
Runs steps, each of which yields the part that is done, and returns to the event loop after every time slice. The first slice runs at
once, so short work ends without progress. @throws the reason of `signal` if it is aborted
*/
export async function runInSlices<Result>(
	steps: Generator<number, Result, void>,
	onProgress: (part: number) => void,
	signal: AbortSignal,
): Promise<Result> {
	let step = runSlice(steps);
	if (step.done) return step.value;
	while (!step.done) {
		onProgress(step.value);
		await setImmediate();
		signal.throwIfAborted();
		step = runSlice(steps);
	}

	// The caller continues with a slice of its own.
	await setImmediate();
	signal.throwIfAborted();
	return step.value;
}

/** Runs steps for one time slice, or to their end. */
export function runSlice<Result>(steps: Generator<number, Result, void>): IteratorResult<number, Result> {
	const end = performance.now() + sliceMs;
	let step = steps.next();
	while (!step.done && performance.now() < end) step = steps.next();
	return step;
}
