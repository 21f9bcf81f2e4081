/**
Runs `work` and then closes what it used. A close that fails does not replace the result: what was read has been read, and what
was written was made durable before.
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
