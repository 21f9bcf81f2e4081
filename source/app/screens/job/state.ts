import type {Ending} from '../../../job/ending.ts';
import type {Decision, JobEvent, Preview, WatchTarget} from '../../../job/events.ts';
import type {ReadFailure, SyncStatus} from '../../../job/watch.ts';
import {sumCounts} from '../../../plan/counts.ts';
import {pluralNames} from '../../../plan/entity-names.ts';
import {expectedEntities} from '../../../plan/plan.ts';
import {lineAction} from '../../components/line-editor/keys.ts';
import {cleanPaste, editLine, type LineState, lineOf, textOf} from '../../components/line-editor/state.ts';
import {hintText} from '../../hints.ts';
import {actionOf, type KeyName} from '../../keys.ts';
import type {ReducerResult} from '../../store.ts';
import {
	endedKeys,
	preparingKeys,
	previewHints,
	previewKeys,
	type StopKey,
	sendingKeys,
	stoppedKeys,
	syncingKeys,
} from './keys.ts';
import {preparingTexts, previewTexts, sendingTexts} from './texts.ts';

export type JobState = JobScreen & {
	/** A hint about the last key, which had no action; the next key removes it. */
	readonly hint?: string | undefined;
};

type JobScreen =
	| {readonly name: 'preparing'; readonly note: string}
	/** Before the watch of an earlier upload starts. */
	| {readonly name: 'resuming'}
	/** Waits for the user's decision. `typed` is the number that a safety stop asks for. */
	| {readonly name: 'preview'; readonly preview: Preview; readonly typed: LineState; readonly error?: string}
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
	| {readonly name: 'ended'; readonly preview: Preview | undefined; readonly ending: Ending};

type PreviewState = Extract<JobState, {name: 'preview'}>;

export type JobAction =
	| {readonly type: 'event'; readonly event: JobEvent; readonly at: number}
	| {readonly type: 'key'; readonly key: KeyName; readonly at: number}
	| {readonly type: 'paste'; readonly text: string}
	| {readonly type: 'tick'; readonly at: number};

export type JobEffect =
	| {readonly type: 'decide'; readonly decision: Decision}
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
		case 'paste':
			return [withPaste(state, action.text)];
		case 'tick':
			return [state.name === 'sending' || state.name === 'syncing' ? {...state, now: action.at} : state];
		case 'key':
			return pressed(state, action.key, action.at) ?? [withHint(state, action.key)];
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
		case 'preview':
			return hintText(isClear(state) ? previewKeys : stoppedKeys, previewHints, key, undefined);
		case 'sending':
			return hintText(sendingKeys, [{keys: 'other', action: 'stop', does: 'cancels the upload'}], key, undefined);
		case 'syncing':
			return hintText(syncingKeys, [{keys: 'other', action: 'stop', does: 'stops waiting'}], key, undefined);
		case 'ended':
			return hintText(endedKeys, [{keys: 'other', action: 'back', does: 'goes back'}], key, {backTo: ''});
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
			return {name: 'preview', preview: event.preview, typed: lineOf('')};
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
			return {name: 'ended', preview: 'preview' in state ? state.preview : undefined, ending: event.ending};
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

/** Returns the transition for a key; `undefined` if it has no action. */
function pressed(shown: JobState, key: KeyName, at: number): JobTransition | undefined {
	const state = shown.hint === undefined ? shown : {...shown, hint: undefined};
	switch (state.name) {
		case 'preparing':
		case 'resuming':
			return actionOf(preparingKeys, key, undefined) && [state, {type: 'cancel'}];
		case 'preview':
			return previewKey(state, key, at);
		case 'sending':
			return stopped(state, actionOf(sendingKeys, key, undefined));
		case 'syncing':
			return stopped(state, actionOf(syncingKeys, key, undefined));
		case 'ended': {
			const action = actionOf(endedKeys, key, {backTo: ''});
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

function isClear({preview}: PreviewState): boolean {
	return preview.guardResult.kind === 'clear';
}

function previewKey(state: PreviewState, key: KeyName, at: number): JobTransition | undefined {
	const action = actionOf(isClear(state) ? previewKeys : stoppedKeys, key, undefined);
	switch (action) {
		case 'back':
			return [state, {type: 'decide', decision: {kind: 'stop'}}];
		case 'send':
			return isClear(state) ? send(state, undefined, at) : sendApproved(state, at);
		case undefined: {
			const typed = isClear(state) ? undefined : lineAction(key);
			return typed && [{name: 'preview', preview: state.preview, typed: editLine(state.typed, typed)}];
		}
	}
}

/** Sends a plan with a safety stop if the typed number is correct. */
function sendApproved(state: PreviewState, at: number): JobTransition {
	const typed = textOf(state.typed).replaceAll(/[,\s]/g, '');
	const {number} = requiredNumber(state.preview);
	if (typed === String(number)) return send(state, state.preview.plan.id, at);
	return [{...state, error: previewTexts.wrongNumber(number)}];
}

/** Inserts pasted text into the text field for the number; it never acts as keys. */
function withPaste(state: JobState, text: string): JobState {
	if (state.name !== 'preview' || state.preview.guardResult.kind === 'clear') return state;
	const typed = editLine(state.typed, {type: 'insert', text: cleanPaste(text).trim()});
	return {name: 'preview', preview: state.preview, typed};
}

function send({preview}: PreviewState, approval: string | undefined, at: number): JobTransition {
	const sending: JobState = {
		name: 'sending',
		preview,
		sent: 0,
		total: preview.snapshot.bytes,
		since: at,
		now: at,
		waiting: undefined,
		cancelling: false,
	};
	return [sending, {type: 'decide', decision: {kind: 'send', approval}}];
}

/** Returns the number that a safety stop asks for: that of the pages to hide, or else of the rows to send. */
export function requiredNumber({plan, snapshot}: Preview): {readonly number: number; readonly what: string} {
	const hidden = sumCounts(plan.hidden);
	return hidden > 0
		? {number: hidden, what: previewTexts.pagesToHide}
		: {number: snapshot.records, what: previewTexts.rowsToSend};
}
