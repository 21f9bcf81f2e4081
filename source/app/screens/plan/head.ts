import type {Preview} from '../../../job/events.ts';
import type {Cause, ReadingOption} from '../../../plan/causes/cause.ts';
import {sumCounts} from '../../../plan/counts.ts';
import {reasonText} from '../../../plan/guard-texts.ts';
import {type Plan, unlistedResources} from '../../../plan/plan.ts';
import {plannedEdgeLines} from '../../../report/edges.ts';
import {type CauseText, causeText} from '../../../report/plan/cause-texts.ts';
import {rollbackLines} from '../../../report/plan/rollback.ts';
import {columnsText, countsText, unlistedText} from '../../../report/plan.ts';
import {visible} from '../../../text/visible.ts';
import {valueText} from '../../signs-in-values.ts';
import {headTexts as texts} from './texts.ts';

/** A row above the tree. */
export type HeadRow =
	/** A reason of the safety stop. */
	| {readonly kind: 'stop'; readonly text: string}
	/** A line of a cause: what happened, and then what to do. */
	| {
			readonly kind: 'cause';
			readonly line: 'problem' | 'hint';
			readonly text: CauseText;
			readonly fix: readonly ReadingOption[];
	  }
	| {readonly kind: 'fact'; readonly label: string; readonly text: string};

/** Returns the rows above the tree: why it stops, the causes, and what is sent. */
export function headRows(preview: Preview): readonly HeadRow[] {
	const {guardResult, plan, rollback} = preview;
	const reasons = guardResult.kind === 'clear' ? [] : guardResult.reasons;
	return [
		...reasons.map(reason => ({kind: 'stop', text: texts.stop(valueText(reasonText(reason)))}) as const),
		...facts(texts.labels.rollback, rollback === undefined ? [] : rollbackLines(rollback)),
		...plan.causes.flatMap(causeRows),
		...factRows(preview),
	];
}

/** The number of edited pages that are named. */
const mostNames = 3;

function causeRows(cause: Cause): readonly HeadRow[] {
	const {problem, hint} = causeText(cause);
	const row = {kind: 'cause', text: {problem: valueText(problem), hint: valueText(hint)}, fix: cause.fix} as const;
	return [
		{...row, line: 'problem'},
		{...row, line: 'hint'},
	];
}

function factRows({plan, snapshot, warnings, notSent}: Preview): readonly HeadRow[] {
	const unlisted = unlistedResources(plan);
	const [first = '', ...others] = texts.toSend(snapshot);
	const edges = plan.edges === undefined ? [] : plannedEdgeLines(plan.edges);
	const {labels} = texts;
	return [
		...facts(labels.toSend, [[first, texts.problems(warnings)].join('; '), ...others]),
		...facts(labels.notSent, notSent.length === 0 ? [] : [columnsText(notSent)]),
		...facts(labels.pages, [pagesText(plan)]),
		...facts(labels.edges, edges),
		...facts(labels.edited, editedTexts(plan)),
		...facts(labels.notCompared, unlisted.length === 0 ? [] : [unlistedText(unlisted)]),
	];
}

/** Returns rows of which only the first has the label. */
function facts(label: string, lines: readonly string[]): readonly HeadRow[] {
	return lines.map((text, at) => ({kind: 'fact', label: at === 0 ? label : '', text: visible(text)}) as const);
}

/** Returns the pages of the file that people edited in Secoda. */
function editedTexts({edited, sides}: Plan): readonly string[] {
	if (edited === undefined || edited.count === 0) return [];
	const shown = edited.pages.slice(0, mostNames);
	const names = shown.map(({entity, after}) => sides.after.nameOf(entity, after).join('.'));
	return [texts.edited(edited.count, `${names.join(', ')}${edited.count > shown.length ? ', …' : ''}`)];
}

function pagesText(plan: Plan): string {
	const {created, hidden, kept} = plan;
	return [
		...(sumCounts(created) === 0 ? [] : [texts.created(countsText(plan, created))]),
		...(sumCounts(hidden) === 0 ? [] : [texts.hidden(countsText(plan, hidden))]),
		texts.kept(countsText(plan, kept)),
	].join('; ');
}
