/** The same pieces; while one is being written, the next is being read. */
export async function* readAhead<T>(pieces: AsyncIterable<T>): AsyncGenerator<T, void, void> {
	const iterator = pieces[Symbol.asyncIterator]();
	let next = start();
	try {
		for (;;) {
			const {done, value} = await next;
			if (done) return;
			next = start();
			yield value;
		}
	} finally {
		// A consumer that stops early must not leave a read running.
		await next.catch(() => undefined);
		await iterator.return?.();
	}

	/** Starts a read. It may fail while the piece before is still being written: `await next` above reports that. */
	function start(): Promise<IteratorResult<T>> {
		const read = iterator.next();
		read.catch(() => undefined);
		return read;
	}
}
