import {UserError} from '../../../errors/user-error.ts';
import {keyOf} from '../../keys.ts';
import {errorText} from '../../screens/review/error-text.ts';
import {browseKeys} from '../../screens/review/keys.ts';
import {openingTexts as texts} from '../texts.ts';
import {restoreEdits} from '../unsaved-edits.ts';
import type {ReviewRun} from './review-run.ts';
import {recordContent} from './save.ts';
import {hasUnsavedEdits} from './show.ts';
import {returnToFile, showUpload} from './upload.ts';

/** Continues when every row was checked: applies the safe fixes of the profile, restores unsaved edits, shows the next screen. */
export function afterCheck(review: ReviewRun): void {
	const {session, options, store} = review;
	recordContent(review);
	const fixed = options.target.safeFixes && session.canCheckRows ? fixSafely(review) : undefined;
	const restored = restoreEdits(session, options.edits);
	if (restored !== undefined) store.dispatch({type: 'changed', notice: restored});
	if (options.firstScreen === 'preview') showNextScreen(fixed, review);
}

/** Shows that the check has stopped because the file cannot be read. */
export function checkFailed(error: unknown, {store, context, done}: ReviewRun): void {
	if (error instanceof UserError)
		store.dispatch({type: 'check-failed', message: errorText(error, store.get(), context)});
	else done.reject(error);
}

/** Applies all safe fixes. Returns the notice about them. */
function fixSafely({session, store}: ReviewRun): string | undefined {
	const step = session.fixAll('safe');
	if (step === undefined) return undefined;
	session.records.overlay.markRestoredAtOpen();
	const text = texts.safeFixes(step.changes.length, keyOf(browseKeys, 'undo'));
	store.dispatch({type: 'changed', notice: {tone: 'info', text}, renumbering: step.renumbering});
	return text;
}

/** Shows the preview, or the first error. */
function showNextScreen(fixed: string | undefined, review: ReviewRun): void {
	const {session, options, store, done} = review;
	if (!session.isValid) {
		const text = `${fixed === undefined ? '' : `${fixed} `}${texts.errors(keyOf(browseKeys, 'next-problem'), keyOf(browseKeys, 'upload'))}`;
		store.dispatch({type: 'first-error', text});
	} else if (options.target.upload !== undefined) {
		const home = {to: 'home', go: () => done.resolve({kind: 'closed'})};
		// Restored edits are not saved yet: Esc shows them.
		showUpload(options.target.upload, hasUnsavedEdits(review) ? returnToFile(review) : home, review);
	}
}
