import type {Ending} from '../../job/ending.ts';
import type {Decision, Preview} from '../../job/events.ts';
import {initialJob, initialWatch} from '../screens/job/state.ts';
import type {EarlierUploadRun} from '../services/past-uploads.ts';
import type {Stage} from '../stage.ts';
import {startJob} from '../start-job.ts';
import {Prompter} from './prompter.ts';
import {showEndedPlan, showPlan} from './show-plan.ts';
import {homeFlowTexts as texts} from './texts.ts';

/** Watches the sync of an earlier upload until the user goes back. @throws AppClosed */
export async function watchSync(
	upload: EarlierUploadRun,
	ended: (ending: Ending) => void,
	stage: Stage,
): Promise<void> {
	await runEarlierUpload('watch', upload, ended, stage);
}

/** Sends an earlier upload again: shows its plan, then its progress, until the user goes back. @throws AppClosed */
export async function sendAgain(
	upload: EarlierUploadRun,
	ended: (ending: Ending, decision: Decision['kind'] | 'undecided') => void,
	stage: Stage,
): Promise<void> {
	await runEarlierUpload('send', upload, ended, stage);
}

async function runEarlierUpload(
	what: 'watch' | 'send',
	{run, details}: EarlierUploadRun,
	ended: (ending: Ending, decision: Decision['kind'] | 'undecided') => void,
	stage: Stage,
): Promise<void> {
	const left = new AbortController();
	const done = Promise.withResolvers<void>();
	const signal = AbortSignal.any([stage.signal, left.signal]);
	const exits = {
		back: done.resolve,
		quit: () => stage.quit(),
		ended,
		crashed: done.reject,
		showPlan(preview: Preview, decide: (decision: Decision) => void) {
			const show = (decision: Decision) => {
				if (decision.kind === 'send') showJob();
				decide(decision);
			};
			// The plan of a rollback has no causes, so there is no fix to take.
			const takeFix = (_fix: unknown, goBack: () => void) => goBack();
			showPlan({preview, use: 'decide', decide: show, takeFix, crashed: done.reject, signal}, stage);
		},
		showEndedPlan(preview: Preview | undefined) {
			if (preview !== undefined) showEndedPlan({preview, goBack: showJob, crashed: done.reject, signal}, stage);
			else showDetails().then(showJob).catch(done.reject);
		},
	};
	const initial = what === 'watch' ? initialWatch : initialJob;
	const job = startJob(run, {exits, clock: stage.clock, signal, initial});
	showJob();
	try {
		await stage.until(done.promise);
	} finally {
		// A watch that is left runs to its end, so that the history records its result.
		left.abort();
		await job.done;
	}

	function showJob(): void {
		stage.show({name: 'job', store: job.store, hasUnsavedEdits: () => false, backTo: 'home'});
	}

	/** Shows what the history has of an upload whose plan is no longer open. */
	async function showDetails(): Promise<void> {
		const {title, facts} = details();
		await new Prompter(stage, texts.history).ask({prompt: title, question: {kind: 'document', lines: facts}});
	}
}
