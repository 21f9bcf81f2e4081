/**
Runs `work`, then closes its resource. A failing close does not replace the result: all reads are done by then, and all writes are
durable.
*/
export async function runAndClose<Result>(resource: {close(): unknown}, work: () => Promise<Result>): Promise<Result> {
	try {
		return await work();
	} finally {
		await Promise.resolve()
			.then(() => resource.close())
			.catch(() => undefined);
	}
}
