import {openRecords} from '../../source/session/open-records.ts';
import {Session} from '../../source/session/session.ts';

const page = 45;

/** From opening the file to the first page of rows in hand, while the check goes on behind it. */
export async function measure(path: string): Promise<string> {
	const {signal} = new AbortController();
	const start = performance.now();
	const session = new Session(await openRecords(path, {}, signal));
	const firstRows = Promise.withResolvers<void>();
	const check = session.check(signal, () => firstRows.resolve());
	await firstRows.promise;
	for (let row = 1; row <= page; row++) session.cells(row);
	const milliseconds = performance.now() - start;
	await check;
	await session.close();
	return `${milliseconds.toFixed(1)} ms`;
}
