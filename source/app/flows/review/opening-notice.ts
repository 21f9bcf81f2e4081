import {fixedCopyPath} from '../../../records/save/save.ts';
import {withEncoding} from '../../screens/review/state.ts';
import type {ReviewRun} from './review-run.ts';

/** Puts into the message line what is to be known of the file when it is opened: what is wrong with it, or else a greeting. */
export async function showOpeningNotice(review: ReviewRun): Promise<void> {
	const {session, options, store, context} = review;
	if (await session.fixedCopyExists())
		say(
			`There is a fixed copy beside this file: ${fixedCopyPath(session.path)}. Open that one to continue with it.`,
			review,
		);
	say(options.target.greeting, review);
	const notice = withEncoding(store.get().notice, context);
	if (notice !== undefined) store.dispatch({type: 'changed', notice});
}

/** Shows a text where nothing more important is shown. */
function say(text: string | undefined, {store}: ReviewRun): void {
	if (text !== undefined && store.get().notice === undefined)
		store.dispatch({type: 'changed', notice: {tone: 'info', text}});
}
