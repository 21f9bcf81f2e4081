import type {UserError} from '../../../errors/user-error.ts';
import {errorText, lostText} from './error-text.ts';
import type {Notice, ReviewContext, ReviewState} from './state.ts';

/** Returns what the message line shows: the notice, or else that another program has overwritten the file, unless a question says so. */
export function shownNotice(state: ReviewState, context: ReviewContext): Notice | undefined {
	if (state.notice !== undefined || state.isFileLost !== true || state.mode.name === 'quit') return state.notice;
	return {tone: 'error', text: lostText(state, context)};
}

/** Returns why the cursor's row cannot be read; in short where the message line has the reason. */
export function unreadableText(error: UserError, state: ReviewState, context: ReviewContext): string {
	const text = errorText(error, state, context);
	const notice = shownNotice(state, context);
	const isOfFile = state.notice === undefined && state.isFileLost === true;
	return isOfFile || notice?.text === text ? 'This row cannot be read.' : text;
}
