import {UserError} from '../../../errors/user-error.ts';
import {errorText} from './error-text.ts';
import {reviewReducer} from './reducer.ts';
import {type ReviewAction, type ReviewContext, type ReviewState, type ReviewTransition, withNotice} from './state.ts';
import {tryRead} from './try-read.ts';

/** Reduces an action. If rows that it needs cannot be read, only the notice changes. */
export function safeReviewReducer(state: ReviewState, action: ReviewAction, context: ReviewContext): ReviewTransition {
	const next = tryRead(() => reviewReducer(state, action, context));
	return next instanceof UserError ? [withNotice(state, 'error', errorText(next, state, context))] : next;
}
