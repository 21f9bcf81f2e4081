import type {ReviewRun} from './review-run.ts';

/** Shows the rows of the file. */
export function showReview({stage, store, context}: Pick<ReviewRun, 'stage' | 'store' | 'context'>): void {
	stage.show({name: 'review', store, context});
}

/** True if there are unsaved edits. */
export function hasUnsavedEdits({session}: Pick<ReviewRun, 'session'>): boolean {
	return session.records.overlay.unsavedRows > 0;
}
