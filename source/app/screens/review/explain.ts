import {problemPageText} from '../../../report/problem-page.ts';
import {problemsIn} from '../../../session/fixes.ts';
import type {Session} from '../../../session/session.ts';
import {cutTo} from '../../../text/fit.ts';
import {visible} from '../../../text/visible.ts';
import {actionOf} from '../../keys.ts';
import {letterMoveKeys, moveBy} from '../../moves.ts';
import type {Size} from '../../size.ts';
import {backOrHelp} from './back-or-help.ts';
import {explainKeys} from './explain-keys.ts';
import {paneHeights} from './heights.ts';
import {withNothingToFix} from './nothing-to-fix.ts';
import type {Mode, ReviewContext, ReviewState, ReviewTransition} from './state.ts';

type ExplainMode = Extract<Mode, {name: 'explain'}>;

/** Explains the problem at the cursor, or else that of the file as a whole. */
export function openExplanation(state: ReviewState, {session}: ReviewContext): ReviewState {
	const [problem = session.fileProblems[0]] = problemsIn(session, state.cursor);
	return problem === undefined
		? withNothingToFix(state, session)
		: {...state, mode: {name: 'explain', code: problem.code, top: 0}};
}

/** Returns the transition for a key in the explanation; `undefined` if it has no action. */
export function explainKey(
	state: ReviewState,
	key: string,
	mode: ExplainMode,
	{session}: ReviewContext,
): ReviewTransition | undefined {
	const action = actionOf(explainKeys, key, undefined);
	switch (action) {
		case 'scroll': {
			const top = topOf(
				mode.top + (moveBy(letterMoveKeys, key) ?? 0),
				explanation(mode, session, state.size),
				state.size,
			);
			return [top === mode.top ? state : {...state, mode: {...mode, top}}];
		}

		case 'back':
		case 'help':
		case undefined:
			return backOrHelp(state, mode, action);
	}
}

/** Returns the visible lines of the explanation. */
export function shownExplanation({size}: ReviewState, mode: ExplainMode, {session}: ReviewContext): readonly string[] {
	const lines = explanation(mode, session, size);
	const top = topOf(mode.top, lines, size);
	return lines.slice(top, top + heightOf(size)).map(line => ` ${cutTo(visible(line), size.columns - 2)}`);
}

function explanation({code}: ExplainMode, {kind}: Session, {columns}: Size): readonly string[] {
	const [info, page] = [kind.codes.get(code), kind.pages.get(code)];
	if (info === undefined || page === undefined) return [code];
	return problemPageText({code, info, page}, columns - 2)
		.trimEnd()
		.split('\n');
}

function topOf(wanted: number, lines: readonly string[], size: Size): number {
	return Math.max(0, Math.min(wanted, lines.length - heightOf(size)));
}

function heightOf(size: Size): number {
	const {grid, detail} = paneHeights(size);
	return grid + 1 + detail;
}
