import type {ReviewRun} from './review-run.ts';

/** Shows the rows of the file. */
export function showReview(review: ReviewRun): void {
	const {stage, store, context, group} = review;
	group.shown = review;
	stage.show({name: 'review', store, context});
}

/** True if a file of the upload has unsaved edits. */
export function hasUnsavedEdits({group}: ReviewRun): boolean {
	return group.bundle.sessions.some(({records}) => records.overlay.saved.unsavedRows > 0);
}
