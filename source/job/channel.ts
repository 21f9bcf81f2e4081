/**
Turns work that emits events by a callback into one async iterable. The events come in order and none is lost. The iterable returns the
result of the work, or throws its error after the last event.
*/
export async function* channel<E, R>(work: (emit: (event: E) => void) => Promise<R>): AsyncGenerator<E, R, void> {
	const events: E[] = [];
	let wake = Promise.withResolvers<void>();
	let finished = false;
	const result = work(event => {
		events.push(event);
		wake.resolve();
	}).finally(() => {
		finished = true;
		wake.resolve();
	});
	// The last line throws the error; until then it must not count as unhandled.
	result.catch(() => undefined);
	while (!finished || events.length > 0) {
		const event = events.shift();
		if (event !== undefined) {
			yield event;
			continue;
		}

		await wake.promise;
		wake = Promise.withResolvers<void>();
	}

	return result;
}
