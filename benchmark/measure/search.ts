import {parseFilter} from '../../source/session/rows/filter-language.ts';
import {filterNames} from '../../source/session/rows/filter-names.ts';
import {allRows} from '../../source/session/rows/row-list.ts';
import {scanRows} from '../../source/session/rows/scan.ts';
import {Session} from '../../source/session/session.ts';
import {type Figures, secondsOf} from '../figures.ts';

const filters = ['zebra', 'schema=schema_7', 'schema~^schema_7$', 'problem=null-mark'];

/** Filters all rows; each time is a share of the check in the same process. */
export async function measure(path: string): Promise<Figures> {
	const {signal} = new AbortController();
	const start = performance.now();
	const session = await Session.open(path, signal);
	const check = performance.now() - start;
	const figures: Record<string, number> = {};
	let longest = 0;
	for (const text of filters) {
		const filter = await timeFilter(session, text, signal);
		figures[`filter \`${text}\`, share of the check`] = filter.milliseconds / check;
		longest = Math.max(longest, filter.longest);
	}

	await session.close();
	return {...figures, 'main thread held by a filter, ms': longest};
}

async function timeFilter(session: Session, text: string, signal: AbortSignal) {
	const read = parseFilter(text, filterNames(session));
	if (read.kind === 'fault') throw new Error(`${text} is not a filter`);
	const list = allRows(session.records);
	let longest = 0;
	let isDone = false;
	let last = performance.now();
	const tick = () => {
		const now = performance.now();
		longest = Math.max(longest, now - last);
		last = now;
		if (!isDone) setImmediate(tick);
	};
	setImmediate(tick);
	const range = {from: 0, to: list.length, order: 'forward'} as const;
	const seconds = await secondsOf(async () => {
		for await (const _ of scanRows(session, read.filter, list, range, signal));
	});
	isDone = true;
	return {milliseconds: seconds * 1000, longest};
}
