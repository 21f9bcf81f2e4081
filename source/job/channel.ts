/**
Turns work that reports by a callback into one async iterable. The events come in order, none is lost, and the
iterable's return value is that of the work; its error is thrown behind the last event.
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
	// The error is taken up by the last line; until then it must not count as unhandled.
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
