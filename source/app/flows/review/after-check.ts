import {UserError} from '../../../errors/user-error.ts';
import {keyOf} from '../../keys.ts';
import {errorText} from '../../screens/review/error-text.ts';
import {browseKeys} from '../../screens/review/keys.ts';
import {openingTexts as texts} from '../texts.ts';
import {restoreEdits} from '../unsaved-edits.ts';
import type {ReviewGroup, ReviewRun} from './review-run.ts';
import {recordContent} from './save.ts';
import {hasUnsavedEdits, showReview} from './show.ts';
import {type ReturnTarget, returnToFile, showUpload, startUpload} from './upload.ts';

/** Continues when every row of a file was checked: applies the safe fixes of the profile, restores unsaved edits. Returns the notice about fixes. */
export function afterCheck(review: ReviewRun): string | undefined {
	const {session, options, store} = review;
	recordContent(review);
	const fixed = options.target.safeFixes && session.canCheckRows ? fixSafely(review) : undefined;
	const restored = restoreEdits(session, options.edits);
	if (restored !== undefined) store.dispatch({type: 'changed', notice: restored});
	return fixed;
}

/** Continues when all files were checked: compares them, and shows the next screen. `fixed` has the notices about fixes. */
export function afterChecks(group: ReviewGroup, fixed: ReadonlyMap<ReviewRun, string | undefined>): void {
	group.bundle.compare();
	const {runs} = group;
	if (runs.length > 1) for (const {store} of runs) store.dispatch({type: 'compared'});
	const review = runs.find(({session}) => !session.isValid) ?? runs[0];
	if (review !== undefined && review.options.firstScreen !== 'rows') showNextScreen(fixed.get(review), review);
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
	session.records.overlay.saved.markRestoredAtOpen();
	const text = texts.safeFixes(step.changes.length, keyOf(browseKeys, 'undo'));
	store.dispatch({type: 'changed', notice: {tone: 'info', text}, renumbering: step.renumbering});
	return text;
}

/** Shows the preview, or the first error. */
function showNextScreen(fixed: string | undefined, review: ReviewRun): void {
	const {session, options, store, done} = review;
	if (!session.isValid) {
		showReview(review);
		const text = `${fixed === undefined ? '' : `${fixed} `}${texts.errors(keyOf(browseKeys, 'next-problem'), keyOf(browseKeys, 'upload'))}`;
		store.dispatch({type: 'first-error', text});
	} else if (options.connection.kind === 'connected') {
		const home: ReturnTarget = {to: 'home', firstScreen: 'preview', go: () => done.resolve({kind: 'closed'})};
		// Restored edits are not saved yet: Esc shows them.
		const isHome = options.firstScreen === 'preview' && !hasUnsavedEdits(review);
		showUpload(options.connection.destination, isHome ? home : returnToFile(review), review);
	} else {
		startUpload(review, 'known');
	}
}
