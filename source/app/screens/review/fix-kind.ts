import type {Finding, Problem} from '../../../kinds/problem.ts';
import {countCells, expandFix, maxCountedCells, problemsIn, type RowFix} from '../../../session/fixes.ts';
import {problemRows} from '../../../session/rows/problem-rows.ts';
import type {RowList} from '../../../session/rows/row-list.ts';
import type {Session} from '../../../session/session.ts';
import {cutTo} from '../../../text/fit.ts';
import {plural} from '../../../text/format.ts';
import {actionOf} from '../../keys.ts';
import {valueText} from '../../signs-in-values.ts';
import type {Size} from '../../size.ts';
import {backOrHelp} from './back-or-help.ts';
import {withNothingToFix} from './nothing-to-fix.ts';
import {fixKindKeys} from './overlay-keys.ts';
import {listShown, withinShown} from './rows-shown.ts';
import {
	browse,
	type FixSample,
	type Mode,
	type ReviewContext,
	type ReviewState,
	type ReviewTransition,
	withNotice,
} from './state.ts';
import {problemTexts, fixKindTexts as texts} from './texts.ts';

const maxSamples = 4;
/** The number of problems among which samples with a fix are looked for. */
const sampledFindings = 100;

/** Opens the question before all problems of one kind are fixed: the first kind in this cell that has a fix, with count and samples. */
export function fixKindMode(state: ReviewState, {session}: ReviewContext): ReviewState {
	const [first, ...others] = problemsIn(session, state.cursor);
	if (first === undefined) return withNothingToFix(state, session);
	const {code} = [first, ...others].find(({fixes}) => fixes.length > 0) ?? first;
	const list = listShown(state);
	const count = session.countFixes({code}, list);
	if (count === 0) return withNotice(state, 'info', texts.none(code, state.shown.kind));
	const found = list === undefined ? session.findings.first(code, sampledFindings) : firstListed(session, code, list);
	const problems = found
		.flatMap(finding => session.describe(finding) ?? [])
		.filter(({fixes}) => fixes.length > 0)
		.slice(0, maxSamples);
	return {...state, mode: {name: 'fix-kind', code, count, samples: samplesOf(problems, session)}};
}

/** Returns the first findings of a code in the rows of a list. */
function firstListed({findings}: Session, code: string, list: RowList): readonly Finding[] {
	const first: Finding[] = [];
	for (const row of problemRows(findings, list)) {
		first.push(...findings.at(row).filter(finding => finding.code === code));
		if (first.length >= sampledFindings) break;
	}

	return first;
}

function samplesOf(problems: readonly Problem[], session: Session): readonly FixSample[] {
	const changed: RowFix[] = [];
	return problems.map(problem => {
		const [fix] = problem.fixes;
		if (fix !== undefined) changed.push(...expandFix(session, problem.row, fix));
		return {text: sampleLine(problem, session), coveredCells: countCells(changed)};
	});
}

/** Draws the samples in at most `rows` lines, with the number of further cells that are changed. */
export function drawSamples(
	{samples, count}: Extract<Mode, {name: 'fix-kind'}>,
	{rows, columns}: Size,
): readonly string[] {
	const shown = isWhole(samples, count, rows) ? samples : samples.slice(0, Math.max(1, rows - 1));
	const more = count - (shown.at(-1)?.coveredCells ?? 0);
	const lines = shown.map(({text}) => ` ${cutTo(text, columns - 2)}`);
	if (count >= maxCountedCells) return [...lines, ` ${texts.more}`];
	return more > 0 ? [...lines, ` ${texts.moreCells(more)}`] : lines;
}

/** True if the samples cover all changes and fit into `rows` lines. */
function isWhole(samples: readonly FixSample[], count: number, rows: number): boolean {
	return samples.length <= rows && samples.at(-1)?.coveredCells === count;
}

/** Returns the sample line of a fix; the value comes first because the line may be cut. */
function sampleLine({row, value, fixes: [fix]}: Problem, session: Session): string {
	const title = valueText(fix?.title ?? '');
	const shown = fix?.safe ? `${title} ${problemTexts.safe}` : title;
	return texts.sample(session.numberOf(row), cutTo(valueText(value), 24), shown);
}

/** Returns the transition for a key in the question before all problems of a kind are fixed; `undefined` if it has no action. */
export function fixKindKey(
	state: ReviewState,
	key: string,
	mode: Extract<Mode, {name: 'fix-kind'}>,
): ReviewTransition | undefined {
	const action = actionOf(fixKindKeys, key, undefined);
	switch (action) {
		case 'change-all':
			return [
				{...state, mode: browse},
				{type: 'fix-all', choice: {code: mode.code}, ...withinShown(state)},
			];
		case 'back':
		case 'help':
		case undefined:
			return backOrHelp(state, mode, action);
	}
}

/** Returns the question of the overlay. */
export function fixKindTitle({shown}: ReviewState, {code, count}: Extract<Mode, {name: 'fix-kind'}>): string {
	return texts.question(code, cellCount(count), shown.kind);
}

/** Returns a number of cells as text; large numbers are not counted exactly. */
export function cellCount(number: number): string {
	return number < maxCountedCells ? plural(number, 'cell') : texts.atLeast(maxCountedCells);
}
