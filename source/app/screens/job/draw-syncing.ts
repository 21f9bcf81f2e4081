import {pluralNames, singularNames} from '../../../plan/entity-names.ts';
import {readFailureText} from '../../../report/read-failure.ts';
import {wrap} from '../../../text/fit.ts';
import {bytes, count, duration, plural} from '../../../text/format.ts';
import {visible} from '../../../text/visible.ts';
import {questionKeyLine} from '../../key-line.ts';
import {enabledBindings} from '../../keys.ts';
import {type Paint, signs} from '../../theme.ts';
import {bar, linkLines, type TitledFrame} from './draw.ts';
import {preparingKeys, syncingKeys} from './keys.ts';
import type {JobState} from './state.ts';

type Syncing = Extract<JobState, {name: 'syncing'}>;

/** A step of the upload: done, still to come, or something to look at. */
type SyncStep = readonly [state: 'good' | 'waiting' | 'warning', text: string];

/** Draws the watch of a sync: what the last reading of the catalog has shown, and that it cannot be read. */
export function drawSyncing(state: Syncing, columns: number, paint: Paint): TitledFrame {
	const {target, taken, seen, failure, since, now, cancelling} = state;
	const steps: readonly SyncStep[] = [
		['good', `sent: ${plural(target.sent.records, 'row')}, ${bytes(target.sent.bytes)}`],
		taken ? ['good', 'taken by Secoda'] : ['warning', 'no clear answer: looking whether it was taken'],
		...catalogSteps(state),
		...(failure === undefined ? [] : [['warning', visible(readFailureText(failure))] as const]),
	];
	return {
		title: `Sync: ${visible(target.integration)} at ${visible(target.host)}`,
		lines: [
			...steps.flatMap(step => drawStep(step, columns, paint)),
			'',
			...(seen === undefined ? [] : [bar(seen.counts.found, seen.counts.expected, columns - 2, paint)]),
			`Waiting for the sync, ${duration(now - since)}`,
			'',
			...linkLines(target.link, columns),
			cancelling ? `Stopping the wait ${signs.waiting}` : '',
		],
		keys: questionKeyLine(enabledBindings(syncingKeys, undefined), columns, paint),
	};
}

/** Draws the time until the watch of an earlier upload begins. */
export function drawResuming(columns: number, paint: Paint): TitledFrame {
	return {
		title: 'Sync',
		lines: [`Connecting ${signs.waiting}`],
		keys: questionKeyLine(enabledBindings(preparingKeys, undefined), columns, paint),
	};
}

/** What the catalog shows. Nothing is marked as done before a reading has shown it. */
function catalogSteps({seen, target}: Syncing): readonly SyncStep[] {
	if (seen === undefined) {
		const expected = plural(target.expected, singularNames(target.entities), pluralNames(target.entities));
		return [
			['waiting', `${expected} expected: not read yet`],
			...(target.hides ? [['waiting', 'pages to be hidden: not read yet'] as const] : []),
		];
	}

	const {counts, stillShown} = seen;
	const stateOf = (left: number) => (left === 0 ? 'good' : 'waiting');
	return [
		[
			stateOf(counts.missing),
			`found ${count(counts.found)} of ${count(counts.expected)} ${pluralNames(target.entities)}`,
		],
		...(target.hides ? [[stateOf(stillShown), `to be hidden, still shown: ${count(stillShown)}`] as const] : []),
	];
}

function drawStep([state, text]: SyncStep, columns: number, paint: Paint): readonly string[] {
	const [first = '', ...rest] = wrap(text, columns - 4);
	if (state === 'waiting') return [`${signs.waiting} ${first}`, ...rest.map(line => `  ${line}`)];
	const sign = paint(state, signs[state]);
	const look = (line: string) => (state === 'warning' ? paint('warning', line) : line);
	return [`${sign} ${look(first)}`, ...rest.map(line => `  ${look(line)}`)];
}
