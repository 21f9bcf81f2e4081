import type {KeyHint} from '../../hints.ts';
import {anyOtherKey, type Keymap, keyOf} from '../../keys.ts';
import {listKeys, type MoveKey} from '../../moves.ts';
import {planKeys} from '../plan/keys.ts';
import {homeTexts} from './texts.ts';

export type HomeKey =
	| MoveKey
	| 'preview'
	| 'review'
	| 'new'
	| 'edit'
	| 'open'
	| 'history'
	| 'all-history'
	| 'watch'
	| 'remove'
	| 'help'
	| 'quit';

/** The selected profile; it decides which keys are enabled. */
export type HomeKeyContext = {
	readonly profile:
		| {
				readonly name: string;
				readonly lastRun: {readonly outcome: string} | undefined;
				readonly watchable?: number | undefined;
		  }
		| undefined;
};

/** Returns why a key that needs a profile is disabled; `undefined` if it is enabled. */
function withoutProfile({profile}: HomeKeyContext): string | undefined {
	return profile === undefined ? homeTexts.needsProfile : undefined;
}

function whyNotWatched(now: HomeKeyContext): string | undefined {
	const {profile} = now;
	if (profile === undefined) return withoutProfile(now);
	const {name, lastRun, watchable} = profile;
	if (watchable !== undefined) return undefined;
	if (lastRun === undefined) return `${name} has no upload to watch yet.`;
	return `The last upload of ${name} is ${lastRun.outcome}; there is no sync to watch.`;
}

/** The keys of home. */
export const homeKeys: Keymap<HomeKey, HomeKeyContext> = [
	{
		keys: ['enter'],
		action: 'preview',
		label: 'preview',
		help: `check the file and preview its upload; there, ${keyOf(planKeys, 'send')} sends it`,
		words: 'upload plan run sync',
		disabled: withoutProfile,
	},
	{
		keys: ['w'],
		action: 'watch',
		label: 'watch',
		help: 'watch the sync of the last upload, if it was not confirmed',
		disabled: whyNotWatched,
	},
	{
		keys: ['r'],
		action: 'review',
		label: 'rows',
		help: 'show the rows of the file and fix problems',
		words: 'check problems errors table',
		disabled: withoutProfile,
	},
	{keys: ['n'], action: 'new', label: 'new', help: 'create a profile, step by step', words: 'add create set-up'},
	{
		keys: ['e'],
		action: 'edit',
		label: 'edit',
		help: 'edit the settings of the profile',
		words: 'configure url token integration',
		disabled: withoutProfile,
	},
	{keys: ['o'], action: 'open', label: 'open a file', short: 'open', help: 'open any file; no account needed'},
	{
		keys: ['h'],
		action: 'history',
		label: 'history',
		help: 'uploads of the profile and their outcomes',
		words: 'log uploads runs',
		disabled: withoutProfile,
	},
	{
		keys: ['H'],
		action: 'all-history',
		label: 'all uploads',
		short: 'all',
		help: 'all uploads, also those without a profile',
		words: 'log history runs',
	},
	{
		keys: ['d', 'delete'],
		action: 'remove',
		shown: 'd',
		help: 'remove the profile; asks first',
		words: 'delete forget',
		disabled: withoutProfile,
	},
	...listKeys('profile', 'ten profiles'),
	{keys: ['?'], action: 'help', label: 'help', help: 'this help'},
	{
		keys: ['q', 'ctrl+c'],
		action: 'quit',
		label: 'quit',
		shown: 'q',
		help: 'quit (also Ctrl+C)',
		words: 'exit close leave',
	},
];

/** The most important keys, for the key line. */
export const rankedHomeKeys = [
	'preview',
	'watch',
	'all-history',
	'review',
	'history',
	'new',
	'edit',
	'open',
] as const satisfies readonly HomeKey[];

/** Hints for keys that have no action at home. */
export const homeHints: ReadonlyArray<KeyHint<HomeKey>> = [
	{
		keys: ['p', 's', 'u', ' ', 'right', 'l'],
		action: 'preview',
		does: 'checks the file and previews its upload',
	},
	{keys: ['x', 'backspace'], action: 'remove', does: 'removes the profile'},
	{keys: ['a', 'c', '+'], action: 'new', does: 'creates a profile'},
	{keys: ['f', 'v'], action: 'review', does: 'shows the rows of the file'},
	{keys: ['escape'], action: 'quit', does: 'quits'},
	{keys: 'other', action: 'help', does: 'shows the keys'},
];

export type RemoveKey = 'remove' | 'back';

/** The keys of the question whether to remove a profile. */
export const removeKeys: Keymap<RemoveKey> = [
	{keys: ['y'], action: 'remove', label: 'remove', help: 'remove the profile and its token'},
	{keys: [anyOtherKey], action: 'back', label: 'back', help: 'back'},
];
