import {openRecords} from '../../source/session/open-records.ts';
import {Session} from '../../source/session/session.ts';
import {type Figures, milliseconds} from '../figures.ts';

const page = 45;
const pages = 200;

/** Decodes pages of rows far from each other, with their problems. */
export async function measure(path: string): Promise<Figures> {
	const {signal} = new AbortController();
	const session = new Session(await openRecords(path, {}, signal));
	await session.check(signal);
	const times: number[] = [];
	for (let at = 0; at < pages; at++) {
		const first = 2 + ((at * 7_919_111) % (session.records.lastRow - page));
		const elapsed = milliseconds(() => {
			for (let row = first; row < first + page; row++) {
				session.cells(row);
				session.findings.at(row);
			}
		});
		times.push(elapsed);
	}

	times.sort((one, other) => one - other);
	await session.close();
	return {
		'page of 45 rows anywhere, ms': times[pages / 2] ?? Number.NaN,
		'the same, 99th percentile, ms': times[Math.floor(pages * 0.99)] ?? Number.NaN,
	};
}
