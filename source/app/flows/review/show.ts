import type {OpenReview} from './open-review.ts';

/** Shows the rows of the file. */
export function showReview({stage, store, context}: Pick<OpenReview, 'stage' | 'store' | 'context'>): void {
	stage.show({name: 'review', store, context});
}

/** True if edits are in no file. */
export function hasUnsaved({session}: Pick<OpenReview, 'session'>): boolean {
	return session.records.overlay.atStake > 0;
}
