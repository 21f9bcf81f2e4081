import {openRecords} from '../../source/session/open-records.ts';
import {Session} from '../../source/session/session.ts';
import type {Figures} from '../figures.ts';

const page = 45;

/** Opens the file and reads the first page of rows, while the check goes on. */
export async function measure(path: string): Promise<Figures> {
	const {signal} = new AbortController();
	const start = performance.now();
	const session = new Session(await openRecords(path, {}, signal));
	const firstRows = Promise.withResolvers<void>();
	const check = session.check(signal, () => firstRows.resolve());
	await firstRows.promise;
	for (let row = 1; row <= page; row++) session.cells(row);
	const elapsed = performance.now() - start;
	await check;
	await session.close();
	return {'first page after opening, ms': elapsed};
}
