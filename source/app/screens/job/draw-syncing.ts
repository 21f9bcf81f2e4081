import {readFailureText} from '../../../report/read-failure.ts';
import {wrap} from '../../../text/fit.ts';
import {bytes, count, duration, plural} from '../../../text/format.ts';
import {visible} from '../../../text/visible.ts';
import {keysText} from '../../key-line.ts';
import {type Paint, signs} from '../../theme.ts';
import {bar, type Drawn, linkLines} from './draw.ts';
import type {JobState} from './state.ts';

type Syncing = Extract<JobState, {name: 'syncing'}>;

/** Draws the watch of a sync: what the last reading of the catalog has shown, and that it cannot be read. */
export function drawSyncing(state: Syncing, columns: number, paint: Paint): Drawn {
	const {target, taken, seen, since, now, cancelling} = state;
	const done = paint('good', signs.good);
	return {
		title: `Sync: ${visible(target.integration)} at ${visible(target.host)}`,
		lines: [
			`${done} sent: ${plural(target.sent.records, 'row')}, ${bytes(target.sent.bytes)}`,
			taken
				? `${done} taken by Secoda`
				: `${paint('warning', signs.warning)} no clear answer: looking whether it was taken`,
			...seenLines(state, paint),
			...failureLines(state, columns, paint),
			'',
			...(seen === undefined ? [] : [bar(seen.counts.found, seen.counts.expected, columns - 2, paint)]),
			`Waiting for the sync, ${duration(now - since)}`,
			'',
			...linkLines(target.link, columns),
			cancelling ? `Stopping the wait ${signs.waiting}` : '',
		],
		keys: keysText([['Esc', 'stop waiting; what was sent stays sent']], columns, paint),
	};
}

/** What the catalog shows. Nothing is marked as done before a reading has shown it. */
function seenLines({seen, target}: Syncing, paint: Paint): readonly string[] {
	if (seen === undefined) {
		const expected = `${signs.waiting} ${plural(target.expected, 'table or column', 'tables and columns')} expected: not read yet`;
		return [expected, ...(target.hides ? [`${signs.waiting} pages to be hidden: not read yet`] : [])];
	}

	const {counts, stillShown} = seen;
	const mark = (isDone: boolean) => (isDone ? paint('good', signs.good) : signs.waiting);
	return [
		`${mark(counts.missing === 0)} found ${count(counts.found)} of ${count(counts.expected)} tables and columns`,
		...(target.hides ? [`${mark(stillShown === 0)} to be hidden, still shown: ${count(stillShown)}`] : []),
	];
}

function failureLines({failure}: Syncing, columns: number, paint: Paint): readonly string[] {
	if (failure === undefined) return [];
	return wrap(`${signs.warning} ${visible(readFailureText(failure))}`, columns - 2).map(line => paint('warning', line));
}
