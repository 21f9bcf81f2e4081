import type {Clock} from './clock.ts';
import type {KeyName} from './keys.ts';
import type {FormStore} from './screens/form/form.ts';
import type {HomeAction, HomeEffect, HomeState} from './screens/home/state.ts';
import type {JobAction, JobEffect, JobState} from './screens/job/state.ts';
import type {ReviewAction, ReviewContext, ReviewEffect, ReviewState} from './screens/review/state.ts';
import type {Size} from './size.ts';
import type {Store} from './store.ts';

export type HomeStore = Store<HomeState, HomeAction, HomeEffect>;
export type ReviewStore = Store<ReviewState, ReviewAction, ReviewEffect>;
export type JobStore = Store<JobState, JobAction, JobEffect>;

/** What is on the terminal. */
export type Screen =
	| {readonly name: 'blank'}
	| {readonly name: 'home'; readonly store: HomeStore}
	| {readonly name: 'form'; readonly store: FormStore}
	| {readonly name: 'review'; readonly store: ReviewStore; readonly context: ReviewContext}
	| {
			readonly name: 'job';
			readonly store: JobStore;
			/** Whether edits of the person are in no file yet. */
			hasUnsavedEdits(): boolean;
			/** Where one comes back to. */
			readonly backTo: string;
	  };

/** Gives a key to the screen that has the keyboard, in a window of this size. */
export function pressKey(screen: Screen, key: KeyName, size: Size, clock: Clock): void {
	switch (screen.name) {
		case 'home':
			screen.store.dispatch({type: 'key', key, size});
			break;
		case 'job':
			screen.store.dispatch({type: 'key', key, at: clock.elapsed()});
			break;
		case 'form':
		case 'review':
			screen.store.dispatch({type: 'key', key});
			break;
		case 'blank':
			break;
		default:
			screen satisfies never;
	}
}

/** Gives pasted text to it, if it has a use for that. */
export function pasteText(screen: Screen, text: string): void {
	switch (screen.name) {
		case 'form':
		case 'review':
		case 'job':
			screen.store.dispatch({type: 'paste', text});
			break;
		case 'home':
		case 'blank':
			break;
		default:
			screen satisfies never;
	}
}
