import {errorLine, UserError} from '../../../errors/user-error.ts';
import type {Ending} from '../../../job/ending.ts';
import type {Decision} from '../../../job/events.ts';
import {startJob, type UploadTarget, uploadOf} from '../../start-job.ts';
import type {OpenReview} from './open-review.ts';
import {hasUnsaved, showReview} from './show.ts';

/** Where one comes back to from an upload. */
export type Back = {readonly to: string; go(): void};

/** Goes to the preview of the upload; looks for the way to the workspace first, where that is not known. */
export function goUpload(review: OpenReview): void {
	const {options, stage, store} = review;
	const {upload, connect, howToConnect} = options.opened;
	// Two quick presses are one wish.
	if (stage.screen.get().name !== 'review') return;
	if (upload !== undefined) {
		showUpload(upload, toFile(review), review);
	} else if (connect === undefined) {
		store.dispatch({type: 'failed', message: howToConnect});
	} else {
		connect().then(
			way => (way === undefined ? showReview(review) : showUpload(way, toFile(review), review)),
			error => notConnected(error, review),
		);
	}
}

/** Shows the screens of an upload: preview, progress, sync, result. */
export function showUpload(upload: UploadTarget, back: Back, review: OpenReview): void {
	const {session, options, stage, store, done, left, jobs} = review;
	const exits = {
		back: back.go,
		// Edits that no file holds are asked about on the review screen, from wherever one quits.
		quit() {
			showReview(review);
			store.dispatch({type: 'leave'});
		},
		ended(ending: Ending, decision: Decision['kind'] | 'undecided') {
			// Going back from a preview runs nothing.
			options.ended(ending, {isRun: decision === 'send' || ending.outcome !== 'cancelled'});
		},
		crashed: done.reject,
	};
	const job = startJob(uploadOf(session, upload), {
		exits,
		clock: stage.clock,
		signal: AbortSignal.any([stage.signal, left.signal]),
	});
	jobs.push(job.done);
	stage.show({name: 'job', store: job.store, unsaved: () => hasUnsaved(review), backTo: back.to});
}

/** The way back to the rows of the file. */
export function toFile(review: OpenReview): Back {
	return {to: 'to the file', go: () => showReview(review)};
}

function notConnected(error: unknown, review: OpenReview): void {
	if (!(error instanceof UserError)) {
		review.done.reject(error);
	} else {
		showReview(review);
		review.store.dispatch({type: 'failed', message: errorLine(error)});
	}
}
