import {readFilter} from '../../source/session/rows/filter-language.ts';
import {filterNames} from '../../source/session/rows/filter-names.ts';
import {allRows} from '../../source/session/rows/row-list.ts';
import {scanRows} from '../../source/session/rows/scan.ts';
import {Session} from '../../source/session/session.ts';

const filters = ['zebra', 'schema=schema_7', 'schema~^schema_7$', 'problem=null-mark'];

/** Filters over all rows: each with its time, as a share of the check in the same process, and how long it held the main thread at most. */
export async function measure(path: string): Promise<string> {
	const {signal} = new AbortController();
	const start = performance.now();
	const session = await Session.open(path, signal);
	const check = performance.now() - start;
	const told: string[] = [];
	for (const text of filters) {
		const {milliseconds, longest} = await timed(session, text, signal);
		const ratio = (milliseconds / check).toFixed(2);
		told.push(
			`${text} ${milliseconds.toFixed(0)} ms, ${ratio} of the check, at most ${longest.toFixed(1)} ms at a time`,
		);
	}

	await session.close();
	return told.join('; ');
}

async function timed(session: Session, text: string, signal: AbortSignal) {
	const read = readFilter(text, filterNames(session));
	if (read.kind === 'fault') throw new Error(`${text} is no filter`);
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
	const start = performance.now();
	const range = {from: 0, to: list.length, order: 'forward'} as const;
	for await (const _ of scanRows(session, read.filter, list, range, signal));
	const milliseconds = performance.now() - start;
	isDone = true;
	return {milliseconds, longest};
}
