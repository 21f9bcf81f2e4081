import {fixedCopyPath} from '../../../records/save/save.ts';
import {withEncoding} from '../../screens/review/state.ts';
import {openingTexts as texts} from '../texts.ts';
import type {ReviewRun} from './review-run.ts';

/** Shows a notice about the opened file: a problem of the whole file, or else a greeting. */
export async function showOpeningNotice(review: ReviewRun): Promise<void> {
	const {session, options, store, context} = review;
	if (await session.fixedCopyExists()) showUnlessTaken(texts.fixedCopy(fixedCopyPath(session.path)), review);
	showUnlessTaken(options.target.greeting, review);
	const notice = withEncoding(store.get().notice, context);
	if (notice !== undefined) store.dispatch({type: 'changed', notice});
}

/** Shows a text unless another notice is shown. */
function showUnlessTaken(text: string | undefined, {store}: ReviewRun): void {
	if (text !== undefined && store.get().notice === undefined)
		store.dispatch({type: 'changed', notice: {tone: 'info', text}});
}
