import {openRecords} from '../../source/session/open-records.ts';
import {Session} from '../../source/session/session.ts';

const page = 45;
const pages = 200;

/** Pages of rows at places far from each other, decoded with their problems; the median and the slowest but one in a hundred. */
export async function measure(path: string): Promise<string> {
	const {signal} = new AbortController();
	const session = new Session(await openRecords(path, {}, signal));
	await session.check(signal);
	const times: number[] = [];
	for (let at = 0; at < pages; at++) {
		const first = 2 + ((at * 7_919_111) % (session.records.lastRow - page));
		const start = performance.now();
		for (let row = first; row < first + page; row++) {
			session.cells(row);
			session.findings.at(row);
		}

		times.push(performance.now() - start);
	}

	times.sort((one, other) => one - other);
	await session.close();
	return `${times[pages / 2]?.toFixed(2)} ms, 99th of 100: ${times[Math.floor(pages * 0.99)]?.toFixed(2)} ms`;
}
