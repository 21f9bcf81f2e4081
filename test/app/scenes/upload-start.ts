import {once} from 'node:events';
import {showEndedPlan, showPlan} from '../../../source/app/flows/show-plan.ts';
import {initialJob, type JobState} from '../../../source/app/screens/job/state.ts';
import {type JobRun, startJob} from '../../../source/app/start-job.ts';
import type {Decision, JobEvent, Preview} from '../../../source/job/events.ts';
import type {SceneStart} from './scene.ts';

/** A step of an upload in a scene: an event, milliseconds that pass, or the wait for the answer to its preview. */
export type UploadStep = JobEvent | number | 'decide';

export type UploadStartOptions = {readonly unsaved?: boolean; readonly backTo?: string; readonly initial?: JobState};

/** Starts with an upload that takes these steps. */
export function uploadStart(
	steps: readonly UploadStep[],
	{unsaved = false, backTo = 'to the file', initial = initialJob}: UploadStartOptions = {},
): SceneStart {
	return {
		files: {},
		async begin(stage, clock) {
			const {signal} = stage;
			const none = () => undefined;
			const exits = {
				back: none,
				quit: none,
				ended: none,
				crashed: none,
				showPlan(preview: Preview, decide: (decision: Decision) => void) {
					const show = (decision: Decision) => {
						showJob();
						decide(decision);
					};
					showPlan({preview, use: 'decide', decide: show, takeFix: none, crashed: none, signal}, stage);
				},
				showEndedPlan(preview: Preview | undefined) {
					if (preview !== undefined) showEndedPlan({preview, goBack: () => showJob(), crashed: none, signal}, stage);
				},
			};
			const {store, done} = startJob(run, {exits, clock, signal, initial});
			const showJob = () => stage.show({name: 'job', store, hasUnsavedEdits: () => unsaved, backTo});
			showJob();
			await stage.until(done);

			async function* run({decide}: Parameters<JobRun>[0]): AsyncGenerator<JobEvent, void, void> {
				let decided: Promise<Decision> | undefined;
				for (const happening of steps) {
					if (typeof happening === 'number') clock.pass(happening);
					else if (happening === 'decide') await decided;
					else yield happening;
					if (typeof happening === 'object' && happening.type === 'planned') decided = decide(happening.preview);
				}

				if (!signal.aborted) await once(signal, 'abort');
			}
		},
	};
}
