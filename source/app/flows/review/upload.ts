import {errorLine, UserError} from '../../../errors/user-error.ts';
import type {Ending} from '../../../job/ending.ts';
import type {Decision, Preview} from '../../../job/events.ts';
import type {ReadingOption} from '../../../plan/causes/cause.ts';
import {presentRecipe} from '../../../session/recipe-reading.ts';
import {startJob, type UploadDestination, uploadRun} from '../../start-job.ts';
import {showEndedPlan, showPlan} from '../show-plan.ts';
import type {Connector, FilesToUpload, FirstScreen} from './options.ts';
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

/** Shows the plan of the upload; connects to the workspace first if needed. `known`: to the one that was chosen before. */
export function startUpload(review: ReviewRun, workspace: 'asked' | 'known' = 'asked'): void {
	const {options, stage, store} = review;
	const {connection} = options;
	// A second quick key press does not start another upload.
	if (stage.screen.get().name !== 'review') return;
	switch (connection.kind) {
		case 'connected':
			showUpload(connection.destination, returnToFile(review), review);
			break;
		case 'impossible':
			store.dispatch({type: 'failed', message: connection.why});
			break;
		case 'on-upload':
			connectTo(workspace, connection.connector, filesOf(review)).then(
				target => (target === undefined ? showReview(review) : showUpload(target, returnToFile(review), review)),
				error => connectFailed(error, review),
			);
			break;
		default:
			connection satisfies never;
	}
}

function connectTo(workspace: 'asked' | 'known', connector: Connector, files: FilesToUpload) {
	return workspace === 'asked' ? connector.connect(files) : connector.connectAgain(files);
}

/** Returns the files of an upload as a new profile would have them. */
function filesOf({group, options, session}: ReviewRun): FilesToUpload {
	const [first, ...others] = group.bundle.sessions.map(({path}) => path);
	return {paths: [first ?? session.path, ...others], recipe: presentRecipe(options.target.reading, session.taken)};
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
			showPlan({preview, use: 'decide', decide: show, takeFix: take, crashed: done.reject, signal}, stage);
		},
		showEndedPlan(preview: Preview | undefined) {
			if (preview !== undefined) showEndedPlan({preview, goBack: showJob, crashed: done.reject, signal}, stage);
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
