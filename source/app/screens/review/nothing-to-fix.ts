import {nextProblemRow} from '../../../session/rows/problem-rows.ts';
import type {Session} from '../../../session/session.ts';
import {keyOf} from '../../keys.ts';
import {fileNotice} from './initial.ts';
import {browseKeys} from './keys.ts';
import {listShown} from './rows-shown.ts';
import {type ReviewState, withCheckProgress, withNotice} from './state.ts';
import {problemTexts} from './texts.ts';

/** Shows that there is no problem to fix: not in this cell, not in the rows shown, or not in the file. */
export function withNothingToFix(state: ReviewState, session: Session): ReviewState {
	if (state.checked < 1) return withCheckProgress(state);
	if (listShown(state) !== undefined && nextProblemRow(session.findings, 0, listShown(state)) === undefined)
		return withNotice(state, 'info', problemTexts.noneShown(keyOf(browseKeys, 'dismiss')));
	if (session.findings.cells > 0)
		return withNotice(state, 'info', problemTexts.noneHere(keyOf(browseKeys, 'next-problem')));
	return {...state, notice: fileNotice(session) ?? {tone: 'good', text: problemTexts.none}};
}
