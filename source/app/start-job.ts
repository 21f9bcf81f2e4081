import type {Clock} from '../clock.ts';
import type {Ending} from '../job/ending.ts';
import type {Decision, JobEvent, Preview} from '../job/events.ts';
import {runJob} from '../job/job.ts';
import type {JobOptions, JobServices} from '../job/options.ts';
import type {Bundle} from '../session/bundle.ts';
import {BundleSource} from '../session/bundle-source.ts';
import type {JobStore} from './screen.ts';
import {initialJob, type JobState, jobReducer} from './screens/job/state.ts';
import {Store} from './store.ts';

/** The workspace and the integration that the app uploads to. */
export type UploadDestination = JobServices &
	Pick<JobOptions, 'integration' | 'profile' | 'waitMs' | 'limits' | 'watchCommand' | 'rollbackCommand'>;

/** The time between two updates of the elapsed time on the screen, in milliseconds. */
const tickMs = 250;

type Exits = {
	/** Shows the plan of an upload until `decide` is called. Absent if nothing is decided. */
	showPlan?(preview: Preview, decide: (decision: Decision) => void): void;
	/** Shows what was planned, as it can be read after the upload has ended. Without a preview: as the history has it. */
	showEndedPlan(preview: Preview | undefined): void;
	/** Returns to the file. */
	back(): void;
	quit(): void;
	/** Called when an upload has ended. */
	ended(ending: Ending, decision: Decision['kind'] | 'undecided'): void;
	/** Called with an error that is a bug. */
	crashed(error: unknown): void;
};

/** A running upload: the state of its screen, and its end. */
export type StartedJob = {
	readonly store: JobStore;
	/** Resolves when the upload has ended or was stopped, and its plan is no longer read. */
	readonly done: Promise<void>;
};

/** The events of an upload, or of the watch of an earlier one. */
export type JobRun = (
	callbacks: Pick<JobOptions, 'decide' | 'keepPlan'>,
	signal: AbortSignal,
) => AsyncGenerator<JobEvent, void, void>;

/** Returns the upload of open files. */
export function uploadRun(bundle: Bundle, {catalog, state, timer, ...options}: UploadDestination): JobRun {
	const source = new BundleSource(bundle);
	return (callbacks, signal) =>
		runJob({...options, ...callbacks, source}, {catalog, state, ...(timer && {timer})}, signal);
}

export type StartJobOptions = {
	readonly exits: Exits;
	readonly clock: Clock;
	readonly signal: AbortSignal;
	readonly initial?: JobState;
};

/** Starts an upload, or the watch of one, and dispatches its events to a store. */
export function startJob(run: JobRun, {exits, clock, signal, initial = initialJob}: StartJobOptions): StartedJob {
	const abort = new AbortController();
	const decided = Promise.withResolvers<Decision>();
	const left = Promise.withResolvers<void>();
	let closePlan: (() => Promise<void>) | undefined;
	let decision: Decision['kind'] | 'undecided' = 'undecided';
	const store: JobStore = new Store(initial, jobReducer, effect => {
		switch (effect.type) {
			case 'cancel':
				abort.abort();
				break;
			case 'plan':
				exits.showEndedPlan(effect.preview);
				break;
			case 'back':
				left.resolve();
				exits.back();
				break;
			case 'quit':
				abort.abort();
				left.resolve();
				exits.quit();
				break;
			default:
				effect satisfies never;
		}
	});
	const stopped = AbortSignal.any([abort.signal, signal]);
	stopped.addEventListener('abort', () => decided.resolve({kind: 'stop'}), {once: true});
	const leave = () => left.resolve();
	signal.addEventListener('abort', leave, {once: true});
	if (signal.aborted) leave();
	const keepPlan: JobOptions['keepPlan'] = close => {
		closePlan = close;
	};
	const job = run({decide: ask, keepPlan}, stopped);
	return {
		store,
		done: follow()
			.then(closeWhenLeft)
			.catch(error => exits.crashed(error)),
	};

	function ask(preview: Preview): Promise<Decision> {
		exits.showPlan?.(preview, given => decide(preview, given));
		return decided.promise;
	}

	async function closeWhenLeft(): Promise<void> {
		if (closePlan === undefined) return;
		await left.promise;
		await closePlan();
	}

	function decide(preview: Preview, given: Decision): void {
		decision = given.kind;
		decided.resolve(given);
		if (given.kind === 'send') store.dispatch({type: 'send', preview, at: clock.elapsed()});
		else {
			// After the way back from the plan, there is no result to read.
			left.resolve();
			exits.back();
		}
	}

	async function follow(): Promise<void> {
		const ticks = setInterval(() => store.dispatch({type: 'tick', at: clock.elapsed()}), tickMs);
		try {
			for await (const event of job) {
				store.dispatch({type: 'event', event, at: clock.elapsed()});
				if (event.type === 'ended') exits.ended(event.ending, decision);
			}
		} finally {
			clearInterval(ticks);
		}
	}
}
