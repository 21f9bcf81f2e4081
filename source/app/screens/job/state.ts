import type {Ending} from '../../../job/ending.ts';
import type {JobEvent, Preview, WatchTarget} from '../../../job/events.ts';
import type {ReadFailure, SyncStatus} from '../../../job/watch.ts';
import {sumCounts} from '../../../plan/counts.ts';
import {pluralNames} from '../../../plan/entity-names.ts';
import {expectedEntities} from '../../../plan/plan.ts';
import {hintText} from '../../hints.ts';
import {actionOf, type KeyName} from '../../keys.ts';
import type {ReducerResult} from '../../store.ts';
import {
	type EndedKeyContext,
	endedHints,
	endedKeys,
	preparingKeys,
	type StopKey,
	sendingKeys,
	syncingKeys,
} from './keys.ts';
import {preparingTexts, sendingTexts} from './texts.ts';

export type JobState = JobScreen & {
	/** A hint about the last key, which had no action; the next key removes it. */
	readonly hint?: string | undefined;
};

type JobScreen =
	| {
			readonly name: 'preparing';
			readonly note: string;
			/** Absent until the upload is planned. */
			readonly preview?: Preview | undefined;
	  }
	/** Before the watch of an earlier upload starts. */
	| {readonly name: 'resuming'}
	| {
			readonly name: 'sending';
			readonly preview: Preview;
			readonly sent: number;
			readonly total: number;
			/** Milliseconds of a clock that only moves forward. */
			readonly since: number;
			readonly now: number;
			readonly waiting: string | undefined;
			readonly cancelling: boolean;
	  }
	| {
			readonly name: 'syncing';
			/** Absent if the sync of an earlier upload is watched. */
			readonly preview: Preview | undefined;
			readonly target: WatchTarget;
			readonly taken: boolean;
			/** The last successful reading of the catalog; absent before the first. */
			readonly seen: Pick<SyncStatus, 'counts' | 'stillShown' | 'edges'> | undefined;
			/** The reason why the catalog cannot be read; absent after a successful reading. */
			readonly failure: ReadFailure | undefined;
			readonly since: number;
			readonly now: number;
			readonly cancelling: boolean;
	  }
	| {
			readonly name: 'ended';
			readonly preview: Preview | undefined;
			readonly ending: Ending;
			/** True if the sync of an earlier upload was watched. */
			readonly isEarlier: boolean;
	  };

export type JobAction =
	| {readonly type: 'event'; readonly event: JobEvent; readonly at: number}
	| {readonly type: 'key'; readonly key: KeyName; readonly at: number}
	/** The plan is sent. */
	| {readonly type: 'send'; readonly preview: Preview; readonly at: number}
	| {readonly type: 'tick'; readonly at: number};

export type JobEffect =
	/** Shows the plan of an upload that has ended; without a preview as the history has it. */
	| {readonly type: 'plan'; readonly preview: Preview | undefined}
	| {readonly type: 'cancel'}
	| {readonly type: 'back'}
	| {readonly type: 'quit'};

export type JobTransition = ReducerResult<JobState, JobEffect>;

export const initialJob: JobState = {name: 'preparing', note: preparingTexts.connecting};

export const initialWatch: JobState = {name: 'resuming'};

/** Returns the next state of the screens of an upload. */
export function jobReducer(state: JobState, action: JobAction): JobTransition {
	switch (action.type) {
		case 'event':
			return [afterEvent(state, action.event, action.at)];
		case 'send':
			return [sending(action.preview, action.at)];
		case 'tick':
			return [state.name === 'sending' || state.name === 'syncing' ? {...state, now: action.at} : state];
		case 'key':
			return pressed(state, action.key) ?? [withHint(state, action.key)];
	}
}

/** Shows a hint for a key without an action. Returns the same state when the same key comes again. */
function withHint(state: JobState, key: KeyName): JobState {
	const hint = jobHint(state, key);
	return hint === state.hint ? state : {...state, hint};
}

function jobHint(state: JobState, key: KeyName): string | undefined {
	switch (state.name) {
		case 'preparing':
		case 'resuming':
			return hintText(preparingKeys, [{keys: 'other', action: 'cancel', does: 'goes back'}], key, undefined);
		case 'sending':
			return hintText(sendingKeys, [{keys: 'other', action: 'stop', does: 'cancels the upload'}], key, undefined);
		case 'syncing':
			return hintText(syncingKeys, [{keys: 'other', action: 'stop', does: 'stops waiting'}], key, undefined);
		case 'ended':
			return hintText(endedKeys, endedHints, key, endedContext(state));
	}
}

function afterEvent(state: JobState, event: JobEvent, at: number): JobState {
	switch (event.type) {
		case 'connecting':
			return {name: 'preparing', note: preparingTexts.connecting};
		case 'connected':
			return {name: 'preparing', note: preparingTexts.connected(event.host)};
		case 'snapshotting':
			return {name: 'preparing', note: preparingTexts.snapshot(event.rows, event.of)};
		case 'reading-catalog':
			return {
				name: 'preparing',
				note: preparingTexts.catalog(event.rows, event.of, pluralNames(event.entities)),
			};
		case 'planned':
			// The plan screen shows it, and waits for the decision.
			return state.name === 'preparing' ? {...state, preview: event.preview} : state;
		case 'sending':
			return state.name === 'sending'
				? {...state, sent: event.sent, total: event.total, now: at, waiting: undefined}
				: state;
		case 'waiting-to-send':
			return state.name === 'sending' ? {...state, now: at, waiting: waitText(event.reason, event.seconds)} : state;
		case 'answered':
			if (state.name !== 'sending') return state;
			return {
				name: 'syncing',
				preview: state.preview,
				target: targetOf(state.preview),
				taken: event.taken,
				...watchFrom(at),
			};
		case 'resumed':
			return {name: 'syncing', preview: undefined, target: event.target, taken: event.taken, ...watchFrom(at)};
		case 'syncing': {
			const {counts, stillShown, edges} = event;
			return state.name === 'syncing'
				? {...state, seen: {counts, stillShown, edges}, failure: undefined, now: at}
				: state;
		}
		case 'read-failed':
			return state.name === 'syncing' ? {...state, failure: event.failure, now: at} : state;
		case 'ended':
			return {
				name: 'ended',
				preview: 'preview' in state ? state.preview : undefined,
				ending: event.ending,
				isEarlier: state.name === 'resuming' || (state.name === 'syncing' && state.preview === undefined),
			};
	}
}

function watchFrom(at: number) {
	return {seen: undefined, failure: undefined, since: at, now: at, cancelling: false} as const;
}

function targetOf({integration, host, link, snapshot, plan}: Preview): WatchTarget {
	const hides = sumCounts(plan.hidden) > 0;
	const expected = sumCounts(plan.created) + sumCounts(plan.kept);
	const entities = expectedEntities(plan);
	return {integration: integration.name, host, link, sent: snapshot, expected, entities, hides};
}

function waitText(reason: 'rate-limited' | 'unreachable', seconds: number): string {
	const whole = Math.ceil(seconds);
	return reason === 'rate-limited' ? sendingTexts.rateLimited(whole) : sendingTexts.unreachable(whole);
}

/** Returns what the keys of a result depend on; `backTo` is only a label. */
export function endedContext(
	{preview, ending, isEarlier}: Extract<JobState, {name: 'ended'}>,
	backTo = '',
): EndedKeyContext {
	return {backTo, hasPlan: preview !== undefined || (isEarlier && ending.entry !== undefined)};
}

/** Returns the transition for a key; `undefined` if it has no action. */
function pressed(shown: JobState, key: KeyName): JobTransition | undefined {
	const state = shown.hint === undefined ? shown : {...shown, hint: undefined};
	switch (state.name) {
		case 'preparing':
		case 'resuming':
			return actionOf(preparingKeys, key, undefined) && [state, {type: 'cancel'}];
		case 'sending':
			return stopped(state, actionOf(sendingKeys, key, undefined));
		case 'syncing':
			return stopped(state, actionOf(syncingKeys, key, undefined));
		case 'ended': {
			const action = actionOf(endedKeys, key, endedContext(state));
			if (action === 'plan') return [state, {type: 'plan', preview: state.preview}];
			return action && [state, {type: action}];
		}
	}
}

function stopped(
	state: Extract<JobState, {cancelling: boolean}>,
	action: StopKey | undefined,
): JobTransition | undefined {
	switch (action) {
		case 'stop':
			return [{...state, cancelling: true}, {type: 'cancel'}];
		case 'stop-or-quit':
			return state.cancelling ? [state, {type: 'quit'}] : [{...state, cancelling: true}, {type: 'cancel'}];
		case undefined:
			return undefined;
	}
}

function sending(preview: Preview, at: number): JobState {
	const {bytes: total} = preview.snapshot;
	return {name: 'sending', preview, sent: 0, total, since: at, now: at, waiting: undefined, cancelling: false};
}
