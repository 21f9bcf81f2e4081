import type {KeyHint} from '../../hints.ts';
import {anyOtherKey, type Keymap, keyOf} from '../../keys.ts';
import {previewKeys} from '../job/keys.ts';

export type HomeKey =
	| 'up'
	| 'down'
	| 'first'
	| 'last'
	| 'page-up'
	| 'page-down'
	| 'preview'
	| 'review'
	| 'new'
	| 'edit'
	| 'open'
	| 'history'
	| 'watch'
	| 'remove'
	| 'help'
	| 'quit';

/** The profile that is selected, if there is one. */
export type HomeKeyContext = {
	readonly profile:
		| {
				readonly name: string;
				readonly lastRun: {readonly outcome: string} | undefined;
				readonly watchable?: number | undefined;
		  }
		| undefined;
};

/** Returns why a key that needs a profile is disabled. */
function withoutProfile({profile}: HomeKeyContext): string | undefined {
	if (profile !== undefined) return undefined;
	return `There is no profile. ${keyOf(homeKeys, 'new')} makes a new one, ${keyOf(homeKeys, 'open')} opens a file.`;
}

function whyNotWatched(now: HomeKeyContext): string | undefined {
	const {profile} = now;
	if (profile === undefined) return withoutProfile(now);
	const {name, lastRun, watchable} = profile;
	if (watchable !== undefined) return undefined;
	const why = lastRun === undefined ? 'it never ran' : `its last upload is ${lastRun.outcome}`;
	return `There is no sync of ${name} to watch: ${why}.`;
}

/** The keys of home. */
export const homeKeys: Keymap<HomeKey, HomeKeyContext> = [
	{
		keys: ['enter'],
		action: 'preview',
		label: 'preview',
		help: `check the file and show what sending it would change; ${keyOf(previewKeys, 'send')} sends it there`,
		words: 'upload plan run sync',
		disabled: withoutProfile,
	},
	{
		keys: ['w'],
		action: 'watch',
		label: 'watch',
		help: 'watch the sync of the last upload again, where it was not seen',
		disabled: whyNotWatched,
	},
	{
		keys: ['r'],
		action: 'review',
		label: 'rows',
		help: 'look at the rows of the file and fix them',
		words: 'check problems errors table',
		disabled: withoutProfile,
	},
	{keys: ['n'], action: 'new', label: 'new', help: 'a new profile, step by step', words: 'add create set-up'},
	{
		keys: ['e'],
		action: 'edit',
		label: 'edit',
		help: 'change the settings of the profile',
		words: 'configure url token integration',
		disabled: withoutProfile,
	},
	{keys: ['o'], action: 'open', label: 'open a file', help: 'open any file; no account is needed'},
	{
		keys: ['h'],
		action: 'history',
		label: 'history',
		help: 'what was sent, and how it ended',
		words: 'log uploads runs',
		disabled: withoutProfile,
	},
	{
		keys: ['d', 'delete'],
		action: 'remove',
		shown: 'd',
		help: 'forget the profile; asks before',
		words: 'delete remove',
		disabled: withoutProfile,
	},
	{keys: ['up', 'k'], action: 'up', shown: '↑ k', help: 'up'},
	{keys: ['down', 'j'], action: 'down', shown: '↓ j', help: 'down'},
	{keys: ['pageup', 'ctrl+u'], action: 'page-up', shown: 'PgUp', help: 'ten up'},
	{keys: ['pagedown', 'ctrl+d'], action: 'page-down', shown: 'PgDn', help: 'ten down'},
	{keys: ['home', 'g'], action: 'first', shown: 'Home g', help: 'the first'},
	{keys: ['end', 'G'], action: 'last', shown: 'End G', help: 'the last'},
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

/** What to tell about keys that mean nothing at home. */
export const homeHints: ReadonlyArray<KeyHint<HomeKey>> = [
	{
		keys: ['p', 's', 'u', ' ', 'right', 'l'],
		action: 'preview',
		does: 'checks the file and shows what sending it would change',
	},
	{keys: ['x', 'backspace'], action: 'remove', does: 'forgets the profile'},
	{keys: ['a', 'c', '+'], action: 'new', does: 'makes a new profile'},
	{keys: ['f', 'v'], action: 'review', does: 'shows the rows of the file'},
	{keys: ['escape'], action: 'quit', does: 'quits'},
	{keys: 'other', action: 'help', does: 'shows the keys'},
];

export type RemoveKey = 'forget' | 'back';

/** The keys of the question whether to forget a profile. */
export const removeKeys: Keymap<RemoveKey> = [
	{keys: ['y'], action: 'forget', label: 'forget it', help: 'forget the profile and its token'},
	{keys: [anyOtherKey], action: 'back', label: 'back', help: 'back'},
];
