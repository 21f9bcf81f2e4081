import type {UserError} from '../../../errors/user-error.ts';
import {keyOf} from '../../keys.ts';
import {errorText, fileLostText} from './error-text.ts';
import {browseKeys} from './keys.ts';
import type {BackgroundWork} from './shown.ts';
import type {Notice, ReviewContext, ReviewState} from './state.ts';
import {rowTexts, workTexts} from './texts.ts';

/** Returns the content of the message line: the notice, or else that another program has overwritten the file, unless a question shows that. */
export function shownNotice(state: ReviewState, context: ReviewContext): Notice | undefined {
	if (state.notice === undefined && state.work !== undefined) return workNotice(state.work);
	if (state.notice !== undefined || state.isFileLost !== true || state.mode.name === 'quit') return state.notice;
	return {tone: 'error', text: fileLostText(state, context)};
}

/** Returns the progress of a filter or a search, and the key that stops it. */
function workNotice(work: BackgroundWork): Notice {
	const stop = keyOf(browseKeys, 'dismiss');
	const text =
		work.kind === 'search'
			? workTexts.searching(work.text, work.part, stop)
			: workTexts.filtering(work.choice.text, work.part, stop);
	return {tone: 'info', text};
}

/** Returns the reason why the selected row cannot be read; in short if the message line shows the reason. */
export function unreadableText(error: UserError, state: ReviewState, context: ReviewContext): string {
	const text = errorText(error, state, context);
	const notice = shownNotice(state, context);
	const isOfFile = state.notice === undefined && state.isFileLost === true;
	return isOfFile || notice?.text === text ? `${rowTexts.unreadable}.` : text;
}
