import type {KeyHint} from '../../hints.ts';
import type {Keymap} from '../../keys.ts';
import {endKeys, type MoveKey, pageKeys, stepKeys} from '../../moves.ts';
import {planTexts as texts} from './texts.ts';

export type PlanKey =
	| 'next-stop'
	| 'previous-stop'
	| 'open'
	| 'close'
	| 'open-level'
	| 'close-level'
	| 'fix'
	| 'send'
	| 'number'
	| 'search'
	| 'next-match'
	| 'previous-match'
	| 'filter'
	| MoveKey
	| 'half-up'
	| 'half-down'
	| 'help'
	| 'back';

/** The purpose of a plan on the screen: to decide before an upload, to read after it. */
export type PlanUse = 'decide' | 'read';

/** The state that the keys depend on. */
export type PlanKeyContext = {
	readonly selected: 'stop' | 'cause' | 'cause-with-fix' | 'fact' | 'node';
	readonly use: PlanUse;
	readonly hasStop: boolean;
	/** Esc ends this first. */
	readonly ends: 'work' | 'filter' | 'screen';
};

function whyNotOpened({selected}: PlanKeyContext): string | undefined {
	return selected === 'node' ? undefined : texts.noNode;
}

function whyNotSent({use}: PlanKeyContext): string | undefined {
	return use === 'decide' ? undefined : texts.hasEnded;
}

function whyNotFixed(now: PlanKeyContext): string | undefined {
	return whyNotSent(now) ?? (now.selected === 'cause-with-fix' ? undefined : texts.noFix);
}

/** The keys of a plan. Enter does not send, because it opens the plan at home. */
export const planKeys: Keymap<PlanKey, PlanKeyContext> = [
	{
		keys: ['f'],
		action: 'fix',
		label: 'use the fix',
		short: 'fix',
		help: 'read the file with the option of the selected cause, and plan again',
		words: 'cause option value case apply',
		disabled: whyNotFixed,
	},
	{
		keys: ['enter', 'right', 'l'],
		action: 'open',
		label: ({selected}) => (selected === 'node' ? 'open' : undefined),
		shown: 'Enter',
		help: 'open what is below the row, down to changed fields; use the fix of a cause (also → and l)',
		words: 'expand unfold details',
		disabled: now => (whyNotFixed(now) === undefined ? undefined : whyNotOpened(now)),
	},
	{
		keys: ['left', 'h'],
		action: 'close',
		shown: '← h',
		help: 'close the row, or go to the one above',
		words: 'collapse fold parent',
		disabled: whyNotOpened,
	},
	{
		keys: ['+', '=', '*'],
		action: 'open-level',
		shown: '+',
		help: 'open all rows of this level (also = and *)',
		words: 'expand unfold everything',
		disabled: whyNotOpened,
	},
	{
		keys: ['-', '_'],
		action: 'close-level',
		shown: '-',
		help: 'close all rows of this level (also _)',
		words: 'collapse fold everything',
		disabled: whyNotOpened,
	},
	{
		keys: ['tab', ']'],
		action: 'next-stop',
		label: 'next kind',
		short: 'next',
		shown: 'Tab',
		help: 'next safety stop or cause, then the first change of the next kind (also ])',
		words: 'hidden created updated action reason',
	},
	{
		keys: ['shift+tab', '['],
		action: 'previous-stop',
		shown: 'Shift+Tab',
		help: 'the same backwards (also [)',
		words: 'action reason',
	},
	{keys: ['/'], action: 'search', label: 'search', help: 'search in names and changed fields', words: 'find look grep'},
	{keys: ['n'], action: 'next-match', help: 'next match', words: 'find again'},
	{keys: ['N'], action: 'previous-match', help: 'previous match', words: 'find again back'},
	{
		keys: ['&'],
		action: 'filter',
		label: 'filter',
		help: 'show only changes of a kind or with a text: hidden orders',
		words: 'find only where select show hide',
	},
	{
		keys: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
		action: 'number',
		shown: '0-9',
		help: 'type the number that a safety stop asks for',
		words: 'approve confirm',
		disabled: now => whyNotSent(now) ?? (now.hasStop ? undefined : texts.noStop),
	},
	...stepKeys('row'),
	...pageKeys,
	...endKeys('row'),
	{
		keys: ['s'],
		action: 'send',
		label: 'send',
		help: 'send the file; a safety stop asks for a number first',
		words: 'upload approve',
		disabled: whyNotSent,
	},
	{keys: ['?'], action: 'help', label: 'help', help: 'this help'},
	{
		keys: ['escape', 'q', 'ctrl+c'],
		action: 'back',
		label: ({ends}) => (ends === 'work' ? 'stop' : ends === 'filter' ? 'all changes' : 'back'),
		shown: 'Esc',
		help: 'stop a search, show all changes, or go back; nothing is sent (also q)',
		words: 'close leave exit cancel',
	},
];

/** The most important keys, for the key line. */
export const rankedPlanKeys = ['send', 'fix', 'open', 'next-stop', 'filter'] as const satisfies readonly PlanKey[];

/** Hints for keys that have no action in a plan. */
export const planHints: ReadonlyArray<KeyHint<PlanKey>> = [
	{keys: ['y', 'p', 'u', 'ctrl+s', 'S'], action: 'send', does: 'sends the file'},
	{keys: [' ', 'o', 'e', 'i'], action: 'open', does: 'opens the row'},
	{keys: ['backspace', 'delete'], action: 'close', does: 'closes the row'},
	{keys: ['ctrl+f', 'f3'], action: 'search', does: 'searches'},
	{keys: 'other', action: 'help', does: 'shows the keys'},
];

/** The keys while the number for a safety stop is typed, in addition to those of text fields. */
export const numberKeys: Keymap<'send' | 'back'> = [
	{keys: ['enter'], action: 'send', label: 'send', help: 'send the file if the number is correct'},
	{
		keys: ['escape', 'ctrl+c'],
		action: 'back',
		label: 'back to the plan',
		shown: 'Esc',
		help: 'back to the plan; nothing is sent',
	},
];

export const numberHints: ReadonlyArray<KeyHint<'send' | 'back'>> = [
	{keys: 'other', action: 'back', does: 'goes back to the plan'},
];

/** The keys while a search text or a filter is typed, in addition to those of text fields. */
export const planFindKeys: Keymap<'apply' | 'back'> = [
	{keys: ['enter'], action: 'apply', label: 'apply', help: 'search, or apply the filter'},
	{keys: ['escape', 'ctrl+c'], action: 'back', label: 'back', shown: 'Esc', help: 'back to the plan'},
];

export const planFindHints: ReadonlyArray<KeyHint<'apply' | 'back'>> = [
	{keys: ['tab', 'down', 'pagedown'], action: 'apply', does: 'searches, or applies the filter'},
	{keys: 'other', action: 'back', does: 'goes back to the plan'},
];
