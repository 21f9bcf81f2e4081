import {UserError} from '../../../errors/user-error.ts';
import {errorText} from './error-text.ts';
import {readable} from './readable.ts';
import {review} from './reducer.ts';
import {type ReviewAction, type ReviewContext, type ReviewNext, type ReviewState, withNotice} from './state.ts';

/** Reduces an action. If rows that it needs cannot be read, only a notice says so. */
export function reviewReadable(state: ReviewState, action: ReviewAction, context: ReviewContext): ReviewNext {
	const next = readable(() => review(state, action, context));
	return next instanceof UserError ? [withNotice(state, 'error', errorText(next, state, context))] : next;
}
