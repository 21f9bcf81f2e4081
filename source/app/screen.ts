import type {Clock} from '../clock.ts';
import type {KeyName} from './keys.ts';
import type {FormStore} from './screens/form/form.ts';
import type {HomeAction, HomeEffect, HomeState} from './screens/home/state.ts';
import type {JobAction, JobEffect, JobState} from './screens/job/state.ts';
import type {LineageAction, LineageContext, LineageEffect, LineageState} from './screens/lineage/state.ts';
import type {MappingAction, MappingContext, MappingEffect, MappingState} from './screens/mapping/state.ts';
import type {PlanAction, PlanContext, PlanEffect, PlanState} from './screens/plan/state.ts';
import type {ReviewAction, ReviewContext, ReviewEffect, ReviewState} from './screens/review/state.ts';
import type {Size} from './size.ts';
import type {Store} from './store.ts';

export type HomeStore = Store<HomeState, HomeAction, HomeEffect>;
export type ReviewStore = Store<ReviewState, ReviewAction, ReviewEffect>;
export type LineageStore = Store<LineageState, LineageAction, LineageEffect>;
export type MappingStore = Store<MappingState, MappingAction, MappingEffect>;
export type PlanScreenStore = Store<PlanState, PlanAction, PlanEffect>;
export type JobStore = Store<JobState, JobAction, JobEffect>;

/** The screen that the terminal shows. */
export type Screen =
	| {readonly name: 'blank'}
	| {readonly name: 'home'; readonly store: HomeStore}
	| {readonly name: 'form'; readonly store: FormStore}
	| {readonly name: 'review'; readonly store: ReviewStore; readonly context: ReviewContext}
	| {readonly name: 'lineage'; readonly store: LineageStore; readonly context: LineageContext}
	| {readonly name: 'mapping'; readonly store: MappingStore; readonly context: MappingContext}
	| {readonly name: 'plan'; readonly store: PlanScreenStore; readonly context: PlanContext}
	| {
			readonly name: 'job';
			readonly store: JobStore;
			/** True if the user has edits that are in no file yet. */
			hasUnsavedEdits(): boolean;
			/** The name of the screen that the way back leads to. */
			readonly backTo: string;
	  };

/** Sends a key to a screen in a window of this size. */
export function pressKey(screen: Screen, key: KeyName, size: Size, clock: Clock): void {
	switch (screen.name) {
		case 'home':
		case 'form':
		case 'lineage':
		case 'mapping':
		case 'plan':
			screen.store.dispatch({type: 'key', key, size});
			break;
		case 'job':
			screen.store.dispatch({type: 'key', key, at: clock.elapsed()});
			break;
		case 'review':
			screen.store.dispatch({type: 'key', key});
			break;
		case 'blank':
			break;
		default:
			screen satisfies never;
	}
}

/** Sends pasted text to a screen; screens without a text field ignore it. */
export function pasteText(screen: Screen, text: string): void {
	switch (screen.name) {
		case 'form':
		case 'review':
		case 'mapping':
		case 'plan':
			screen.store.dispatch({type: 'paste', text});
			break;
		case 'home':
		case 'job':
		case 'lineage':
		case 'blank':
			break;
		default:
			screen satisfies never;
	}
}
