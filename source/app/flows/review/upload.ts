import {errorLine, UserError} from '../../../errors/user-error.ts';
import type {Ending} from '../../../job/ending.ts';
import type {Decision, Preview} from '../../../job/events.ts';
import type {ReadingOption} from '../../../plan/causes/cause.ts';
import {startJob, type UploadDestination, uploadRun} from '../../start-job.ts';
import {showPlan} from '../show-plan.ts';
import type {FirstScreen} from './options.ts';
import type {ReviewRun} from './review-run.ts';
import {hasUnsavedEdits, showReview} from './show.ts';
import {takeFix} from './take-fix.ts';

/** The screen to return to from an upload; `to` is its name on the key line. */
export type ReturnTarget = {
	readonly to: string;
	/** The first screen of a file that is opened again for another plan, so that it has the same way back. */
	readonly firstScreen: FirstScreen;
	go(): void;
};

/** Shows the plan of the upload; connects to the workspace first if needed. */
export function startUpload(review: ReviewRun): void {
	const {options, stage, store} = review;
	const {upload, connect, howToConnect} = options.target;
	// A second quick key press does not start another upload.
	if (stage.screen.get().name !== 'review') return;
	if (upload !== undefined) {
		showUpload(upload, returnToFile(review), review);
	} else if (connect === undefined) {
		store.dispatch({type: 'failed', message: howToConnect});
	} else {
		connect().then(
			target => (target === undefined ? showReview(review) : showUpload(target, returnToFile(review), review)),
			error => connectFailed(error, review),
		);
	}
}

/** Shows the screens of an upload: plan, progress, sync, result. */
export function showUpload(upload: UploadDestination, back: ReturnTarget, review: ReviewRun): void {
	const {group, options, stage, store, done, closing, jobs} = review;
	const {firstScreen} = back;
	const signal = AbortSignal.any([stage.signal, closing.signal]);
	const exits = {
		back: back.go,
		// The review screen asks about unsaved edits before quitting.
		quit() {
			showReview(review);
			store.dispatch({type: 'leave'});
		},
		ended(ending: Ending, decision: Decision['kind'] | 'undecided') {
			// Going back from the preview is not an upload.
			options.onUploadEnd(ending, {isRun: decision === 'send' || ending.outcome !== 'cancelled'});
		},
		crashed: done.reject,
		showPlan(preview: Preview, decide: (decision: Decision) => void) {
			const take = (fix: readonly ReadingOption[], goBack: () => void) => takeFix({fix, firstScreen, goBack}, review);
			const show = (decision: Decision) => {
				if (decision.kind === 'send') showJob();
				decide(decision);
			};
			showPlan({preview, decide: show, takeFix: take, crashed: done.reject, signal}, stage);
		},
	};
	const job = startJob(uploadRun(group.bundle, upload), {exits, clock: stage.clock, signal});
	jobs.push(job.done);
	showJob();

	function showJob(): void {
		stage.show({name: 'job', store: job.store, hasUnsavedEdits: () => hasUnsavedEdits(review), backTo: back.to});
	}
}

/** Returns to the rows of the file. */
export function returnToFile(review: ReviewRun): ReturnTarget {
	return {to: 'to the file', firstScreen: 'preview-of-file', go: () => showReview(review)};
}

function connectFailed(error: unknown, review: ReviewRun): void {
	if (!(error instanceof UserError)) {
		review.done.reject(error);
	} else {
		showReview(review);
		review.store.dispatch({type: 'failed', message: errorLine(error)});
	}
}
