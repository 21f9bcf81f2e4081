import {UserError} from '../../../errors/user-error.ts';
import {plural} from '../../../text/format.ts';
import {keyOf} from '../../keys.ts';
import {errorText} from '../../screens/review/error-text.ts';
import {browseKeys} from '../../screens/review/keys.ts';
import {restoreEdits} from '../unsaved-edits.ts';
import type {ReviewRun} from './review-run.ts';
import {recordContent} from './save.ts';
import {hasUnsavedEdits} from './show.ts';
import {returnToFile, showUpload} from './upload.ts';

/** Goes on when every row was checked: makes the fixes that the profile asks for, then the edits of before, then the preview. */
export function afterCheck(review: ReviewRun): void {
	const {session, options, store} = review;
	recordContent(review);
	const fixed = options.target.safeFixes && session.readable ? fixSafely(review) : undefined;
	const restored = restoreEdits(session, options.edits);
	if (restored !== undefined) store.dispatch({type: 'changed', notice: restored});
	if (options.firstScreen === 'preview') goOn(fixed, review);
}

/** Shows how far the check has come when the rest of the file cannot be read. */
export function checkFailed(error: unknown, {store, context, done}: ReviewRun): void {
	if (error instanceof UserError)
		store.dispatch({type: 'check-failed', message: errorText(error, store.get(), context)});
	else done.reject(error);
}

/** Makes all safe fixes. Returns what is said of them. */
function fixSafely({session, store}: ReviewRun): string | undefined {
	const step = session.fixAll('safe');
	if (step === undefined) return undefined;
	session.records.overlay.markRemade();
	const text = `Safe fixes in ${plural(step.changes.length, 'row')}, as the profile says; ${keyOf(browseKeys, 'undo')} undoes them.`;
	store.dispatch({type: 'changed', notice: {tone: 'info', text}, renumbering: step.renumbering});
	return text;
}

/** Goes to the preview, or to the first error. */
function goOn(fixed: string | undefined, review: ReviewRun): void {
	const {session, options, store, done} = review;
	if (!session.valid) {
		const text = `${fixed === undefined ? '' : `${fixed} `}The file has errors. This is the first; ${keyOf(browseKeys, 'next-problem')} goes to the next one. When none is left, ${keyOf(browseKeys, 'upload')} shows the preview.`;
		store.dispatch({type: 'first-problem', text});
	} else if (options.target.upload !== undefined) {
		const home = {to: 'home', go: () => done.resolve({kind: 'closed'})};
		// Restored edits are not saved yet: going back shows them.
		showUpload(options.target.upload, hasUnsavedEdits(review) ? returnToFile(review) : home, review);
	}
}
