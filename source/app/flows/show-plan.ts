import type {Decision, Preview} from '../../job/events.ts';
import type {ReadingOption} from '../../plan/causes/cause.ts';
import {runInSlices, runSlice} from '../run-in-slices.ts';
import type {PlanScreenStore} from '../screen.ts';
import type {PlanUse} from '../screens/plan/keys.ts';
import {planReducer} from '../screens/plan/reducer.ts';
import {initialPlan, type PlanTask, type PlanWorkResult, planContext} from '../screens/plan/state.ts';
import {planSteps} from '../screens/plan/work.ts';
import type {Stage} from '../stage.ts';
import {Store} from '../store.ts';

/** The least time between two redraws while a search or filter runs, in milliseconds. */
const minIntervalMs = 80;

export type ShowPlanOptions = {
	readonly preview: Preview;
	readonly use: PlanUse;
	decide(decision: Decision): void;
	/** Called to read the file with other options. `goBack` shows the plan again. */
	takeFix(fix: readonly ReadingOption[], goBack: () => void): void;
	/** Called with an error that is a bug. */
	crashed(error: unknown): void;
	/** Ends searches and filters. */
	readonly signal: AbortSignal;
};

/** Shows the plan of an upload until it is decided. */
export function showPlan({preview, use, decide, takeFix, crashed, signal}: ShowPlanOptions, stage: Stage): void {
	const context = planContext(preview, use);
	let running = new AbortController();
	const store: PlanScreenStore = new Store(
		initialPlan(context),
		(state, action) => planReducer(state, action, context),
		effect => {
			switch (effect.type) {
				case 'decide':
					running.abort();
					decide(effect.decision);
					break;
				case 'take-fix':
					takeFix(effect.fix, show);
					break;
				case 'stop-work':
					running.abort();
					break;
				case 'start-work':
					start(effect.task);
					break;
				default:
					effect satisfies never;
			}
		},
	);
	show();

	function show(): void {
		stage.show({name: 'plan', store, context});
	}

	function start(task: PlanTask): void {
		running.abort();
		running = new AbortController();
		const steps = planSteps(task, store.get().rows.outline, context);
		const end = (result: PlanWorkResult) => store.dispatch({type: 'worked', result, size: stage.size.get()});
		// Short work ends before the next key.
		const first = runSlice(steps);
		if (first.done) {
			end(first.value);
			return;
		}

		const stopped = AbortSignal.any([running.signal, signal]);
		let reportedAt = performance.now();
		const onProgress = (part: number) => {
			if (performance.now() - reportedAt < minIntervalMs) return;
			reportedAt = performance.now();
			store.dispatch({type: 'progress', part});
		};
		runInSlices(steps, onProgress, stopped).then(end, error => stopped.aborted || crashed(error));
	}
}

type ShowEndedPlanOptions = Pick<ShowPlanOptions, 'preview' | 'crashed' | 'signal'> & {
	/** Called when the plan was read. */
	goBack(): void;
};

/** Shows the plan of an upload that has ended, to read it. */
export function showEndedPlan({goBack, ...options}: ShowEndedPlanOptions, stage: Stage): void {
	showPlan({...options, use: 'read', decide: goBack, takeFix: goBack}, stage);
}
