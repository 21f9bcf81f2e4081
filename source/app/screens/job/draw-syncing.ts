import type {EdgeStatus} from '../../../plan/edge-evidence.ts';
import {pluralNames, singularNames} from '../../../plan/entity-names.ts';
import {readFailureText} from '../../../report/read-failure.ts';
import {wrap} from '../../../text/fit.ts';
import {visible} from '../../../text/visible.ts';
import {questionKeyLine} from '../../key-line.ts';
import {enabledBindings} from '../../keys.ts';
import {valueText} from '../../signs-in-values.ts';
import {type Paint, signs} from '../../theme.ts';
import {bar, linkLines, type TitledFrame} from './draw.ts';
import {preparingKeys, syncingKeys} from './keys.ts';
import type {JobState} from './state.ts';
import {targetTexts, syncTexts as texts} from './texts.ts';

type Syncing = Extract<JobState, {name: 'syncing'}>;

/** A step of the upload: done, waiting, or a warning. */
type SyncStep = readonly [state: 'good' | 'waiting' | 'warning', text: string];

/** Draws the progress of a sync: the last reading of the catalog, or that it cannot be read. */
export function drawSyncing(state: Syncing, columns: number, paint: Paint): TitledFrame {
	const {target, taken, seen, failure, since, now, cancelling} = state;
	const steps: readonly SyncStep[] = [
		['good', texts.sent(target.sent)],
		taken ? ['good', texts.accepted] : ['warning', texts.unclear],
		...catalogSteps(state),
		...(failure === undefined ? [] : [['warning', visible(readFailureText(failure))] as const]),
	];
	return {
		title: texts.title(targetTexts.target(valueText(target.integration), valueText(target.host))),
		lines: [
			...steps.flatMap(step => drawStep(step, columns, paint)),
			'',
			...(seen === undefined ? [] : [bar(seen.counts.found, seen.counts.expected, columns - 2, paint)]),
			texts.waiting(now - since),
			'',
			...linkLines(target.link, columns),
			cancelling ? texts.stopping : '',
		],
		keys: questionKeyLine(enabledBindings(syncingKeys, undefined), columns, paint),
	};
}

/** Draws the screen until the watch of an earlier upload starts. */
export function drawResuming(columns: number, paint: Paint): TitledFrame {
	return {
		title: texts.untitled,
		lines: [texts.connecting],
		keys: questionKeyLine(enabledBindings(preparingKeys, undefined), columns, paint),
	};
}

/** Returns the steps that readings of the catalog prove. None is marked as done before a reading has shown it. */
function catalogSteps({seen, target}: Syncing): readonly SyncStep[] {
	if (seen === undefined) {
		return [
			['waiting', texts.notRead(target.expected, singularNames(target.entities), pluralNames(target.entities))],
			...(target.hides ? [['waiting', texts.hiddenNotRead] as const] : []),
		];
	}

	const {counts, stillShown, edges} = seen;
	const stateOf = (left: number) => (left === 0 ? 'good' : 'waiting');
	return [
		[stateOf(counts.missing), texts.found(counts.found, counts.expected, pluralNames(target.entities))],
		...(target.hides ? [[stateOf(stillShown), texts.stillShown(stillShown)] as const] : []),
		...(edges === undefined ? [] : edgeSteps(edges)),
	];
}

function edgeSteps(edges: EdgeStatus): readonly SyncStep[] {
	const {sample, found, expected} = edges.counts;
	switch (edges.state) {
		case 'complete':
			return [['good', texts.edgesFound(found, expected)]];
		case 'incomplete':
		case 'not-listed':
			return [['waiting', texts.edgesFound(found, expected)]];
		case 'unread':
			if (sample === 0) return [];
			if (edges.problem === undefined) return [['waiting', texts.edgesNotRead]];
			return [['warning', texts.edgesFailed(visible(edges.problem))]];
		case 'not-compared':
			return [];
	}
}

function drawStep([state, text]: SyncStep, columns: number, paint: Paint): readonly string[] {
	const [first = '', ...rest] = wrap(text, columns - 4);
	if (state === 'waiting') return [`${signs.waiting} ${first}`, ...rest.map(line => `  ${line}`)];
	const sign = paint(state, signs[state]);
	const look = (line: string) => (state === 'warning' ? paint('warning', line) : line);
	return [`${sign} ${look(first)}`, ...rest.map(line => `  ${look(line)}`)];
}
