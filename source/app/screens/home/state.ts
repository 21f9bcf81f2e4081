import type {HelpState} from '../../components/help/page.ts';
import {helpHint, helpKey} from '../../components/help/state.ts';
import {hintText} from '../../hints.ts';
import {actionOf, type KeyName} from '../../keys.ts';
import type {Size} from '../../size.ts';
import type {ReducerResult} from '../../store.ts';
import {homeHelp} from './help.ts';
import {homeHints, homeKeys, removeKeys} from './keys.ts';

/** A profile on the home screen. */
export type HomeProfile = {
	readonly name: string;
	/** The host of the workspace. */
	readonly host: string;
	/** The name of the integration, or its id. */
	readonly integration: string;
	readonly file: string | undefined;
	/** The file that is sent together with it. */
	readonly secondFile?: string | undefined;
	readonly token: 'keyring' | 'file' | 'nowhere';
	readonly lastRun: {readonly at: string; readonly outcome: string; readonly message: string} | undefined;
	/** The number of the last upload, if its sync can be watched again. */
	readonly watchable?: number | undefined;
};

export type HomeMode = {readonly name: 'browse'} | {readonly name: 'remove'} | ({readonly name: 'help'} & HelpState);

const browse: HomeMode = {name: 'browse'};

export type HomeState = {
	readonly profiles: readonly HomeProfile[];
	readonly selected: number;
	readonly mode: HomeMode;
	/** Shown above the keys: the result of the last command, or a problem with settings. */
	readonly notice: string | undefined;
	/** Shown until the next key, if the last key has no action. */
	readonly hint?: string | undefined;
};

/** A command that the user gives on home. */
export type HomeCommand =
	| {readonly kind: 'preview' | 'review' | 'edit'; readonly name: string}
	/** Without a name: all uploads. */
	| {readonly kind: 'history'; readonly name: string | undefined}
	| {readonly kind: 'watch'; readonly name: string; readonly upload: number}
	/** `neighbour` is selected afterwards. */
	| {readonly kind: 'remove'; readonly name: string; readonly neighbour: string | undefined}
	| {readonly kind: 'new'}
	| {readonly kind: 'open'};

export type HomeEffect = HomeCommand | {readonly kind: 'quit'};

export type HomeAction = {readonly type: 'key'; readonly key: KeyName; readonly size: Size};
export type HomeNext = ReducerResult<HomeState, HomeEffect>;

/** Returns the first state of home. The profile `name` is selected, else the one that ran last. */
export function initialHome(profiles: readonly HomeProfile[], name?: string, notice?: string): HomeState {
	const lastRun = profiles.reduce(
		(best, {lastRun: run}, at) => ((run?.at ?? '') > (profiles[best]?.lastRun?.at ?? '') ? at : best),
		0,
	);
	const named = profiles.findIndex(profile => profile.name === name);
	return {profiles, selected: named === -1 ? lastRun : named, mode: browse, notice};
}

/** Returns the next state of home, and its effects. */
export function homeReducer(state: HomeState, {key, size}: HomeAction): HomeNext {
	const next = inMode(state.hint === undefined ? state : {...state, hint: undefined}, key, size);
	return next[0].hint !== undefined && next[0].hint === state.hint ? [state] : next;
}

function inMode(state: HomeState, key: KeyName, size: Size): HomeNext {
	const {mode} = state;
	switch (mode.name) {
		case 'help': {
			const page = homeHelp(size, {profile: state.profiles[state.selected]});
			const step = helpKey(mode, key, page);
			if (step === undefined) return [withHint(state, helpHint(mode, key, page))];
			return [{...state, mode: step === 'closed' ? browse : {name: 'help', ...step}}];
		}

		case 'remove':
			return removed({...state, mode: browse}, key);
		case 'browse':
			return browsed(state, key);
	}
}

function removed(state: HomeState, key: KeyName): HomeNext {
	const {profiles, selected} = state;
	const profile = profiles[selected];
	const action = actionOf(removeKeys, key, undefined);
	if (action !== 'remove' || profile === undefined) return [state];
	const neighbour = (profiles[selected + 1] ?? profiles[selected - 1])?.name;
	return [state, {kind: 'remove', name: profile.name, neighbour}];
}

function browsed(state: HomeState, key: KeyName): HomeNext {
	const profile = state.profiles[state.selected];
	const action = actionOf(homeKeys, key, {profile});
	switch (action) {
		case undefined:
			return [withHint(state, hintText(homeKeys, homeHints, key, {profile}))];
		case 'new':
		case 'open':
		case 'quit':
			return [state, {kind: action}];
		case 'help':
			return [{...state, mode: {name: 'help', top: 0}}];
		case 'remove':
			return [{...state, mode: {name: 'remove'}}];
		case 'watch':
			return profile?.watchable === undefined
				? [state]
				: [state, {kind: 'watch', name: profile.name, upload: profile.watchable}];
		case 'all-history':
			return [state, {kind: 'history', name: undefined}];
		case 'preview':
		case 'review':
		case 'edit':
		case 'history':
			return profile === undefined ? [state] : [state, {kind: action, name: profile.name}];
		case 'up':
		case 'down':
		case 'page-up':
		case 'page-down':
		case 'first':
		case 'last':
			return [moved(state, steps[action])];
	}
}

/** Shows what helps where a key means nothing. Returns the same state when the same key comes again. */
function withHint(state: HomeState, hint: string | undefined): HomeState {
	return hint === state.hint ? state : {...state, hint};
}

const steps = {
	up: -1,
	down: 1,
	'page-up': -10,
	'page-down': 10,
	first: Number.NEGATIVE_INFINITY,
	last: Number.POSITIVE_INFINITY,
} as const;

function moved(state: HomeState, by: number): HomeState {
	const selected = Math.max(0, Math.min(state.profiles.length - 1, state.selected + by));
	return selected === state.selected ? state : {...state, selected, notice: undefined};
}
