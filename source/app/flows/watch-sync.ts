import type {Ending} from '../../job/ending.ts';
import type {Decision, Preview} from '../../job/events.ts';
import {initialJob, initialWatch} from '../screens/job/state.ts';
import type {Stage} from '../stage.ts';
import {type JobRun, startJob} from '../start-job.ts';
import {showPlan} from './show-plan.ts';

/** Watches the sync of an earlier upload until the user goes back. @throws AppClosed */
export async function watchSync(run: JobRun, ended: (ending: Ending) => void, stage: Stage): Promise<void> {
	await runEarlierUpload('watch', run, ended, stage);
}

/** Sends an earlier upload again: shows its plan, then its progress, until the user goes back. @throws AppClosed */
export async function sendAgain(
	run: JobRun,
	ended: (ending: Ending, decision: Decision['kind'] | 'undecided') => void,
	stage: Stage,
): Promise<void> {
	await runEarlierUpload('send', run, ended, stage);
}

async function runEarlierUpload(
	what: 'watch' | 'send',
	run: JobRun,
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
			showPlan({preview, decide: show, takeFix: (_fix, goBack) => goBack(), crashed: done.reject, signal}, stage);
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
}
