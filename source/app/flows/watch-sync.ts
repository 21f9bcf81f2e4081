import type {Ending} from '../../job/ending.ts';
import {initialWatch} from '../screens/job/state.ts';
import type {Stage} from '../stage.ts';
import {type JobRun, startJob} from '../start-job.ts';

/** Watches the sync of an earlier upload until the user goes back. @throws AppClosed */
export async function watchSync(run: JobRun, ended: (ending: Ending) => void, stage: Stage): Promise<void> {
	const left = new AbortController();
	const done = Promise.withResolvers<void>();
	const exits = {back: done.resolve, quit: () => stage.quit(), ended, crashed: done.reject};
	const signal = AbortSignal.any([stage.signal, left.signal]);
	const job = startJob(run, {exits, clock: stage.clock, signal, initial: initialWatch});
	stage.show({name: 'job', store: job.store, hasUnsavedEdits: () => false, backTo: 'home'});
	try {
		await stage.until(done.promise);
	} finally {
		// A watch that is left runs to its end, so that the history records its result.
		left.abort();
		await job.done;
	}
}
