import {nextProblemRow} from '../../../session/rows/problem-rows.ts';
import type {Session} from '../../../session/session.ts';
import {keyOf} from '../../keys.ts';
import {browseKeys} from './keys.ts';
import {listShown} from './rows-shown.ts';
import {fileNotice, type ReviewState, withCheckProgress, withNotice} from './state.ts';

/** Shows why there is nothing to fix: not in this cell, or nowhere in the rows. */
export function withNothingToFix(state: ReviewState, session: Session): ReviewState {
	if (state.checked < 1) return withCheckProgress(state);
	if (listShown(state) !== undefined && nextProblemRow(session.findings, 0, listShown(state)) === undefined)
		return withNotice(state, 'info', `No problems in the rows shown. ${keyOf(browseKeys, 'dismiss')} shows all rows.`);
	if (session.findings.cells > 0)
		return withNotice(state, 'info', `No problem here. ${keyOf(browseKeys, 'next-problem')} goes to the next one.`);
	return {...state, notice: fileNotice(session) ?? {tone: 'good', text: 'No problems in this file.'}};
}
