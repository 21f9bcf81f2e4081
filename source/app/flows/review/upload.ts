import {errorLine, UserError} from '../../../errors/user-error.ts';
import type {Ending} from '../../../job/ending.ts';
import type {Decision} from '../../../job/events.ts';
import {startJob, type UploadDestination, uploadRun} from '../../start-job.ts';
import type {ReviewRun} from './review-run.ts';
import {hasUnsavedEdits, showReview} from './show.ts';

/** Where one comes back to from an upload. */
export type ReturnTarget = {readonly to: string; go(): void};

/** Goes to the preview of the upload; looks for the way to the workspace first, where that is not known. */
export function startUpload(review: ReviewRun): void {
	const {options, stage, store} = review;
	const {upload, connect, howToConnect} = options.target;
	// Two quick presses are one wish.
	if (stage.screen.get().name !== 'review') return;
	if (upload !== undefined) {
		showUpload(upload, returnToFile(review), review);
	} else if (connect === undefined) {
		store.dispatch({type: 'failed', message: howToConnect});
	} else {
		connect().then(
			way => (way === undefined ? showReview(review) : showUpload(way, returnToFile(review), review)),
			error => notConnected(error, review),
		);
	}
}

/** Shows the screens of an upload: preview, progress, sync, result. */
export function showUpload(upload: UploadDestination, back: ReturnTarget, review: ReviewRun): void {
	const {session, options, stage, store, done, closing, jobs} = review;
	const exits = {
		back: back.go,
		// Edits that no file holds are asked about on the review screen, from wherever one quits.
		quit() {
			showReview(review);
			store.dispatch({type: 'leave'});
		},
		ended(ending: Ending, decision: Decision['kind'] | 'undecided') {
			// Going back from a preview runs nothing.
			options.onUploadEnd(ending, {isRun: decision === 'send' || ending.outcome !== 'cancelled'});
		},
		crashed: done.reject,
	};
	const job = startJob(uploadRun(session, upload), {
		exits,
		clock: stage.clock,
		signal: AbortSignal.any([stage.signal, closing.signal]),
	});
	jobs.push(job.done);
	stage.show({name: 'job', store: job.store, hasUnsavedEdits: () => hasUnsavedEdits(review), backTo: back.to});
}

/** The way back to the rows of the file. */
export function returnToFile(review: ReviewRun): ReturnTarget {
	return {to: 'to the file', go: () => showReview(review)};
}

function notConnected(error: unknown, review: ReviewRun): void {
	if (!(error instanceof UserError)) {
		review.done.reject(error);
	} else {
		showReview(review);
		review.store.dispatch({type: 'failed', message: errorLine(error)});
	}
}
