import type {UserError} from '../../../errors/user-error.ts';
import {percent} from '../../../text/format.ts';
import {keyOf} from '../../keys.ts';
import {errorText, fileLostText} from './error-text.ts';
import {browseKeys} from './keys.ts';
import type {BackgroundWork} from './shown.ts';
import type {Notice, ReviewContext, ReviewState} from './state.ts';

/** Returns what the message line shows: the notice, or else that another program has overwritten the file, unless a question says so. */
export function shownNotice(state: ReviewState, context: ReviewContext): Notice | undefined {
	if (state.notice === undefined && state.work !== undefined) return workNotice(state.work);
	if (state.notice !== undefined || state.isFileLost !== true || state.mode.name === 'quit') return state.notice;
	return {tone: 'error', text: fileLostText(state, context)};
}

/** Returns how far a filter or a search is, and how to stop it. */
function workNotice(work: BackgroundWork): Notice {
	const text = work.kind === 'search' ? work.text : work.choice.text || 'rows with problems';
	const doing = work.kind === 'search' ? 'Searching for' : 'Looking for';
	return {tone: 'info', text: `${doing} ${text}: ${percent(work.part, 1)}. ${keyOf(browseKeys, 'dismiss')} stops.`};
}

/** Returns why the cursor's row cannot be read; in short where the message line has the reason. */
export function unreadableText(error: UserError, state: ReviewState, context: ReviewContext): string {
	const text = errorText(error, state, context);
	const notice = shownNotice(state, context);
	const isOfFile = state.notice === undefined && state.isFileLost === true;
	return isOfFile || notice?.text === text ? 'This row cannot be read.' : text;
}
